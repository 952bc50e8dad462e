"""Rules of one report: nothing of a report that is said to be fully read is passed over.

What a reading is worth is left to readers; whether two of them agree, to `agreement`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.records import Report
from ...issues import Issue, SourcePosition
from ..vocabularies import Vocabularies


def paragraphs_are_read(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """In a report that is said to be fully read every paragraph has a reading."""
    for block in report.blocks if report.fully_read and report.statements_whole else ():
        if block.reading == "unread":
            message = f"{block.id} has no reading: {block.text[:24]}…"
            yield Issue("unread", block.place, message, "annotate it, or list it under nothing_to_code")


def numbers_are_accounted_for(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """In a report that is said to be fully read every number is a measure's figure or has a reason to be none."""
    blocks = {block.id: block for block in report.blocks}
    whole = report.statements_whole and report.numbers_whole and not vocabularies.broken["number words"]
    for counted in report.numbers if report.fully_read and whole else ():
        if not counted.statement and not counted.reason:
            block, number = blocks[counted.block], counted.number
            around = block.text[max(0, number.start - 8) : number.end + 8]
            yield Issue(
                "number-unaccounted",
                SourcePosition(block.place.path, block.place.line, block.place.col + number.start),
                f"{block.id}: {number.text!r} in …{around}… is no measure's figure",
                "add a measure, or list it under numbers: with a reason",
            )
