"""Suggestions made anew beside those that were there: what was refused stays refused, what is coded is not proposed.

What is the same is told by kind and words in their place, and by the hash of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..content.records import Report
from ..content.suggested import Suggestions
from .proposing import Placed


def kept_apart(report: Report, made: Suggestions, placed: Iterable[Placed]) -> Suggestions:
    """The suggestions for a report without those that a person has coded or refused, which are remembered."""
    rejected = report.suggestions.rejected if report.suggestions else ()
    refused = {_name(one) for one in rejected if one.text_sha256 == report.text_sha256}
    read = set(blocks_with_a_reading(report))
    open_ones = [one.statement for one in placed if _name(one.statement) not in refused and not _is_coded(report, one)]
    return replace(
        made,
        statements=tuple(open_ones),
        nothing_to_code=tuple(one for one in made.nothing_to_code if one.block not in read),
        numbers=tuple(one for one in made.numbers if not _is_accounted(report, one.block, one.text)),
        rejected=rejected,
        rejected_follow_ups=report.suggestions.rejected_follow_ups if report.suggestions else (),
    )


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
