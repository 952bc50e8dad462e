"""Rules of one report: nothing of a report that is said to be fully read is passed over.

What a reading is worth is left to readers; whether two of them agree, to `agreement`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...content.records import AccountedNumber, Block, Report, Statement
from ...issues import Issue, SourcePosition
from ..vocabularies import Vocabularies


def paragraphs_are_read(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """In a report that is said to be fully read every paragraph has a reading.

    One of which nothing is read was said to be so too early, and is told once.
    """
    unread = [block for block in report.blocks if block.reading == "unread"]
    if not report.fully_read or not report.statements_whole or not unread:
        return
    if len(unread) > 1 and len(unread) == sum(not block.level for block in report.blocks):
        message = f"fully_read is true, and not one of the {len(unread)} paragraphs has a reading in annotations.yaml"
        hint = "take fully_read out until every paragraph is annotated or listed under nothing_to_code"
        yield Issue("unread", report.where.at("fully_read"), message, hint)
        return
    for block in unread:
        message = f"{block.id} has no reading: {block.text[:24]}{'…' * (len(block.text) > 24)}"
        yield Issue("unread", block.place, message, f"annotate it, or list {block.id} under nothing_to_code")


def numbers_are_accounted_for(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """In a report that is said to be fully read every number is a measure's figure or has a reason to be none.

    Those of a paragraph without a reading wait for it.
    """
    blocks = {block.id: block for block in report.blocks}
    whole = report.statements_whole and report.numbers_whole and not vocabularies.broken["number words"]
    unmeasured = [s for s in report.statements if s.kind == "target" and not s.measures]
    for counted in report.numbers if report.fully_read and whole else ():
        waits = blocks[counted.block].reading == "unread"
        if not (waits or counted.statement or counted.reason or _is_of(counted, unmeasured, blocks)):
            block, number = blocks[counted.block], counted.number
            around = block.text[max(0, number.start - 8) : number.end + 8]
            yield Issue(
                "number-unaccounted",
                SourcePosition(block.place.path, block.place.line, block.place.col + number.start),
                f"{block.id}: {number.text!r} in …{around}… is no measure's figure",
                "add a measure, or list it under numbers: with a reason",
            )


def _is_of(counted: AccountedNumber, statements: Iterable[Statement], blocks: Mapping[str, Block]) -> bool:
    """True where a number stands in one of the statements: targets without a measure, which are told themselves."""
    start = blocks[counted.block].start + counted.number.start
    return any(s.block == counted.block and s.start <= start < s.end for s in statements)
