"""Suggestions made anew beside those that were there: what was refused stays refused, what is coded is not proposed.

What is the same is told by kind and words in their place, and by the hash of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..content.records import Report
from ..content.suggested import Suggestions
from ..text.anchor import Anchored, anchored
from ..text.fold import fold_widths
from .proposing import Placed


def kept_apart(report: Report, made: Suggestions, placed: Iterable[Placed]) -> Suggestions:
    """The suggestions for a report without those that a person has coded or refused, which are remembered."""
    held = report.suggestions or Suggestions(text_sha256="")
    refused = {_name(one) for one in held.rejected if one.text_sha256 == report.text_sha256}
    blanks = {one.block for one in held.rejected_blanks if one.text_sha256 == report.text_sha256}
    numbers = {(one.block, one.text) for one in held.rejected_numbers if one.text_sha256 == report.text_sha256}
    read = {*blocks_with_a_reading(report), *blanks}
    marked = tuple(_marked_elsewhere(report))
    known = refused | {_name(one.statement) for one in marked}
    open_ones = [one for one in placed if _name(one.statement) not in known and not _is_coded(report, one)]
    in_order = sorted((*open_ones, *marked), key=lambda one: (one.start, -one.end))
    return replace(
        made,
        statements=tuple(one.statement for one in in_order),
        nothing_to_code=tuple(one for one in made.nothing_to_code if one.block not in read),
        numbers=tuple(
            one
            for one in made.numbers
            if (one.block, one.text) not in numbers and not _is_accounted(report, one.block, one.text)
        ),
        rejected=held.rejected,
        rejected_follow_ups=held.rejected_follow_ups,
        rejected_blanks=held.rejected_blanks,
        rejected_numbers=held.rejected_numbers,
    )


def _marked_elsewhere(report: Report) -> Iterator[Placed]:
    """What came from other tools and waits, which nothing makes anew."""
    held, text = report.suggestions, fold_widths(report.text)
    for one in held.statements if held and held.text_sha256 == report.text_sha256 else ():
        at = anchored(text, one.quote, one.prefix, one.suffix)
        if one.tool and isinstance(at, Anchored) and not _is_coded(report, Placed(one, at.start, at.end)):
            yield Placed(one, at.start, at.end)


def blocks_with_a_reading(report: Report) -> Iterable[str]:
    """The blocks that have a reading."""
    return (block.id for block in report.blocks if block.reading != "unread")


def _name(one: object) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in ("kind", "quote", "prefix", "suffix"))


def _is_coded(report: Report, one: Placed) -> bool:
    """True where a statement has half of the words already."""
    size = one.end - one.start
    shared = (min(one.end, s.end) - max(one.start, s.start) for s in report.statements)
    return any(2 * each >= size for each in shared)


def _is_accounted(report: Report, block: str, words: str) -> bool:
    return any(n.block == block and n.number.text in words and (n.statement or n.reason) for n in report.numbers)
