"""Which clauses of a block state something, which go on with the one before, and what each statement then holds.

What is proposed of a statement beside its words and kind is left to `proposing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..content.records import Block, Report
from ..text.fold import is_han
from ..text.lexicon import Lexicon
from ..text.numbers import Number, numbers
from .clauses import clauses
from .features import Seen, joined_features, stated_features
from .kinds import Kind, kind_of
from .numerals import label_reason, quantities, with_phrases
from .shapes import says_more, unframed
from .tense import tenses
from .weights import Judge, probability

# From here on a clause is taken to state something, or to go on with what the one before it states.
STATED, JOINED = 0.55, 0.5
# So much surer must it be of each further clause, since long statements are rare.
_LONGER = 0.1
_SURELY = 0.9
# Words at the beginning of a clause that no quote needs.
_LEAD = re.compile("^(?:并且?|同时|此外|其中|而且?|但|也|还|目前|如今|例如|我们|首先是|其次是|最后是)(?=.{4})")


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement at start..end of a block, made of so many clauses, with its kind and figures.

    `stated` is how likely each of its clauses states something, the least of them; `joined` that they are one.
    """

    start: int
    end: int
    clauses: int
    kind: Kind
    figures: tuple[Number, ...]
    stated: float
    joined: float


def seen_blocks(report: Report, lexicon: Lexicon) -> Iterator[tuple[Block, Seen]]:
    """Each paragraph of a report, as it is looked at."""
    tense = tenses(report.blocks)
    for block in report.blocks:
        if block.level:
            continue
        read = with_phrases(block.text, numbers(block.text, lexicon))
        told = tuple(replace(one, reason=one.reason or label_reason(block.text, one)) for one in read)
        labels = tuple(one for one, own in zip(told, read, strict=True) if one.reason != own.reason)
        yield block, Seen(block.text, clauses(block.text), told, labels, tense[block.id], report.kind == "feature")


def stated_in(seen: Seen, judge: Judge) -> Iterator[Stated]:
    """The statements of a block, in its order."""
    likely = [likely_stated(seen, at, judge) for at in range(len(seen.clauses))]
    at = 0
    while at < len(seen.clauses):
        if likely[at] < STATED:
            at += 1
            continue
        end, joined = at + 1, 1.0
        while end < len(seen.clauses) and likely[end] >= STATED and _follows(seen, end):
            goes_on = likely_joined(seen, end, judge)
            joined = min(joined, max(goes_on, 1 - goes_on))
            if goes_on < JOINED + _LONGER * (end - at - 1):
                break
            end += 1
        yield _stated(seen, at, end, min(likely[at:end]), joined)
        at = end


def likely_stated(seen: Seen, at: int, judge: Judge) -> float:
    """How likely a clause states something; one without a Chinese word never does."""
    return probability(stated_features(seen, at), judge.stated) if any(map(is_han, seen.clause(at))) else 0.0


def likely_joined(seen: Seen, at: int, judge: Judge) -> float:
    """How likely a clause goes on with what the one before it states; a count of what was counted always does."""
    likely = probability(joined_features(seen, at), judge.joined)
    both_count = "counts" in seen.own_shapes(at) and "counts" in seen.own_shapes(at - 1)
    return (
        max(likely, _SURELY)
        if both_count and seen.clauses[at].before == "，" and says_more(seen.clause(at))
        else likely
    )


def _follows(seen: Seen, at: int) -> bool:
    return seen.clauses[at].sentence == seen.clauses[at - 1].sentence


def _stated(seen: Seen, first: int, end: int, likely: float, joined: float) -> Stated:
    start = seen.clauses[first].start
    stop = seen.clauses[end - 1].end
    start += _lead(seen.text[start:stop], seen.clause(first))
    figures = tuple(quantities(seen.numbers, start, stop))
    before = re.split("[。！？]", seen.text[: seen.clauses[first].start])[-1]
    kind = kind_of(seen.text[start:stop], before, seen.tense, figures)
    return Stated(start, stop, end - first, kind, figures, likely, joined)


def _lead(words: str, clause: str) -> int:
    """How many characters of a statement no quote needs: a frame in one piece with its clause, a conjunction."""
    framed = unframed(clause)
    if framed and framed < len(clause) - 4 and not any(map(str.isdigit, clause[:framed])):
        return framed
    found = _LEAD.match(words)
    return found.end() if found else 0
