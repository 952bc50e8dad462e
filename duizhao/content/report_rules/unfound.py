"""What is said of a quote that is not found in its text, is found more than once, or runs over a paragraph.

Where it is looked for is left to `text.anchor`, who quotes to the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ...issues import Issue
from ...text.anchor import Candidates, misplaced, with_surroundings
from ...text.fold import fold_widths, is_han
from ..follow_up import Quotation
from ..records import Block
from ..written import WrittenStatement

# Marks that people set about a quote; how much of one is held against the text for a hint, and how small a change is.
_MARKS = "“”‘’\"'「」『』《》。，；、 …"
_COMPARED, _SMALL, _TOLD = 120, 8, 4
_COPY = "copy the characters from report.md"


def unfound(words: WrittenStatement | Quotation, at: Candidates, blocks: Sequence[Block], text: str) -> Issue:
    """The issue of a quote that stands nowhere in a text, or in more than one place of it."""
    place = words.where.at("quote")
    shown = "; ".join(
        f"{_block_about(blocks, start, end)}: {with_surroundings(text, start, end)}" for start, end in at.places[:5]
    )
    if at.exact:
        message = f"the quote occurs {len(at.places)} times: {shown}"
        hint = "add prefix: or suffix: with the characters directly before or after the one that is meant"
        return Issue("quote-ambiguous", place, message, hint)
    if at.displaced:
        key, message, hint = misplaced(words.prefix, words.suffix, "quote")
        return Issue("quote-missing", words.where.at(key), message, hint)
    message = "the quote does not occur in the text" + (f"; nearest is {shown}" if shown else "")
    return Issue("quote-missing", place, message, _way_to_quote(words.quote, at, text))


def run_over(words: WrittenStatement | Quotation) -> Issue:
    """The issue of a quote that begins in one paragraph and ends in another."""
    message = "the quote runs over the end of a paragraph"
    return Issue("quote-missing", words.where.at("quote"), message, "quote within one paragraph")


def _block_about(blocks: Sequence[Block], start: int, end: int) -> str:
    """The id of the block that holds most of a span."""
    held = ((min(end, block.end) - max(start, block.start), block.id) for block in blocks)
    return max(held, key=lambda one: one[0], default=(0, "?"))[1]


def _way_to_quote(quote: str, at: Candidates, text: str) -> str:
    """What to change in a quote that the text nearly has; else where to take it from."""
    bare = quote.strip(_MARKS)
    if bare != quote and bare in text:
        return f"the text has it without the marks about it: quote: {bare}"
    if "…" in quote or "..." in quote:
        return "a quote leaves nothing out: take one run of words from report.md"
    if not any(map(is_han, quote)):
        return "the quote is what the Chinese text says; what it says in English is its gloss"
    start, end = at.places[0] if at.places else (0, 0)
    near, given = text[start : end + 1][:_COMPARED], quote[:_COMPARED]
    plain_near, plain_given = fold_widths(near), fold_widths(given)
    steps = SequenceMatcher(None, plain_given.text, plain_near.text, autojunk=False).get_opcodes()
    changes = [step for step in steps if step[0] != "equal" and step[2] < len(plain_given.text)]
    small = all(max(j - i, m - k) <= _SMALL for _, i, j, k, m in changes)
    if not 1 <= len(changes) <= _TOLD or not small or len(quote) > _COMPARED:
        return _COPY
    told = []
    for _, i, j, k, m in changes:
        had = repr(given[slice(*plain_given.span(i, j))]) if i < j else "nothing"
        has = repr(near[slice(*plain_near.span(k, m))]) if k < m else "nothing"
        told.append(f"{has} where the quote has {had}")
    return f"the text has {', and '.join(told)}; {_COPY}"
