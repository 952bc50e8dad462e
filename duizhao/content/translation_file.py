"""The English of a report's blocks: each block of the translation stands for the one of the text at its position.

Whether it says what the Chinese says is left to the rules of the corpus.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..text.language import is_chinese
from ..text.markup import markup_in
from .report_file import WrittenBlock, WrittenReport

# What stands as the whole of a block that has no English yet, so that blocks stay one for one.
UNTRANSLATED = "[untranslated]"

# What the mark is mistaken for: words near to these, and these in Chinese.
_MEANT = ("untranslated", "not translated", "not yet translated", "to be translated", "no translation")
_MEANT_IN_CHINESE = re.compile("[未待缺][译翻]译?出?|[尚还]未(?:翻译|译出?)|[未待]翻译|[尚暂]?[无缺]译文|暂[无缺]")
_BRACKETED = re.compile("[［\\[【〔「〖][^［\\[【〔「〖］\\]】〕」〗]{2,24}[］\\]】〕」〗]")
_LETTER = re.compile(r"[^\W_]")
_NEAR = 0.8  # of 1: untranslatd and un-translated are nearer, translated by itself is none


def fits(written: WrittenReport) -> bool:
    """True where the translation has the headings and paragraphs of the text, in the same order."""
    return [block.level for block in written.translation or ()] == [block.level for block in written.body]


def is_untranslated(block: WrittenBlock) -> bool:
    """True where a block of a translation is the mark of one that has no English yet."""
    return block.text.strip() == UNTRANSLATED


def mistaken_mark(block: WrittenBlock) -> tuple[str, int] | None:
    """The words by which a block means to be that mark, and where they begin in it: it is neither the mark nor English.

    None of any other block.
    """
    if is_untranslated(block):
        return None
    candidates = ((block.text[start:end], start) for start, end in _candidates(block.text))
    return next((one for one in candidates if _is_meant(one[0])), None)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands that could be a mark: the whole of a block, and whatever in it is in brackets."""
    yield 0, len(text)
    yield from (found.span() for found in _BRACKETED.finditer(text))


def _is_meant(words: str) -> bool:
    core = _core(unicodedata.normalize("NFKC", words).casefold())
    if core == "translated" or len(core) > 24:
        return False
    near = (SequenceMatcher(None, core, name).ratio() for name in _MEANT)
    return _MEANT_IN_CHINESE.fullmatch(core) is not None or max(near) >= _NEAR


def _core(words: str) -> str:
    """Words from their first letter to their last."""
    first, last = _LETTER.search(words), _LETTER.search(words[::-1])
    return words[first.start() : len(words) - last.start()] if first and last else ""


def english_of(written: WrittenReport) -> tuple[WrittenBlock | None, ...]:
    """The English of each block of the text, None where it has none yet.

    None of all where there is no translation, or one that does not fit.
    """
    blocks = written.translation if written.translation and fits(written) else ()
    english = tuple(
        ours if _is_english(ours, theirs) else None for ours, theirs in zip(blocks, written.body, strict=False)
    )
    return english or (None,) * len(written.body)


def _is_english(block: WrittenBlock, chinese: WrittenBlock) -> bool:
    """True of a block that can be read as the English of another."""
    if is_untranslated(block) or mistaken_mark(block) or is_chinese(block.text):
        return False
    return not any(markup_in(block.text, chinese.text))
