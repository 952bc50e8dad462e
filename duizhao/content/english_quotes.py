"""Statements into places of the translation: where the English words of each stand in the English of all blocks.

What must hold of them is left to the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text.anchor import Anchored, Candidates, anchored_words
from ..text.fold import fold_spaced
from .records import Block
from .written import WrittenStatement


@dataclass(frozen=True, slots=True)
class FoundEnglish:
    """Where the English words of a statement stand in the translation, and the block whose English holds them whole."""

    at: Anchored | Candidates
    block: str


def english_text(blocks: Iterable[Block]) -> str:
    """The English of each block on the line on which the block stands in the text; the line is empty without any."""
    return "".join(f"{block.translation or ''}\n" for block in blocks)


def english_spans(blocks: Iterable[Block]) -> dict[str, tuple[int, int]]:
    """Where the English of each block stands in that of all, by the block's id."""
    spans, start = {}, 0
    for block in blocks:
        end = start + len(block.translation or "")
        spans[block.id] = (start, end)
        start = end + 1
    return spans


def found_english(blocks: Sequence[Block], statements: Iterable[WrittenStatement]) -> tuple[FoundEnglish | None, ...]:
    """Where the English words of each statement stand; None of one that gives none."""
    folded, spans = fold_spaced(english_text(blocks)), english_spans(blocks)
    found: list[FoundEnglish | None] = []
    for written in statements:
        at = anchored_words(folded, written.quote_en, written.prefix_en, written.suffix_en)
        found.append(FoundEnglish(at, _holder(at, spans)) if written.quote_en else None)
    return tuple(found)


def _holder(at: Anchored | Candidates, spans: dict[str, tuple[int, int]]) -> str:
    if isinstance(at, Candidates):
        return ""
    return next((block for block, (start, end) in spans.items() if start <= at.start and at.end <= end), "")
