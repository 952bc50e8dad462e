"""Rules of what is set down as holding nothing: blocks without statements, and numbers that are no quantities.

Whether all of a report is read is left to the rules of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...issues import Issue
from ..found_report import FoundReport
from ..records import Block


def blocks_with_nothing_to_code_exist(found: FoundReport) -> Iterator[Issue]:
    """A block that is set down as nothing to code is a block of the text."""
    annotations = found.written.annotations
    known = {block.id for block in found.blocks}
    for block, place in annotations.where.each("nothing_to_code", annotations.nothing_to_code):
        if block not in known:
            message = f"nothing_to_code names {block}, and the text has no such block"
            yield Issue("unknown-id", place, message, f"blocks: {_run(found.blocks)}")


def _run(blocks: Sequence[Block]) -> str:
    """The ids of blocks in short: h1 to h2, p1 to p3."""
    counts = {letter: sum(block.id[0] == letter for block in blocks) for letter in "hp"}
    return ", ".join(f"{letter}1" + f" to {letter}{count}" * (count > 1) for letter, count in counts.items() if count)


def blocks_with_nothing_to_code_hold_no_statement(found: FoundReport) -> Iterator[Issue]:
    """No statement lies in a block that is set down as nothing to code."""
    annotations = found.written.annotations
    annotated: dict[str, list[str]] = {}
    for statement in found.statements:
        if statement.block:
            annotated.setdefault(statement.block.id, []).append(statement.written.id)
    for block, place in annotations.where.each("nothing_to_code", annotations.nothing_to_code):
        if block in annotated:
            first, *more = annotated[block]
            others = f" and {len(more)} more lie" if more else " lies"
            message = f"{block} is set down as nothing to code, and {first}{others} in it"
            yield Issue("reading-conflict", place, message, f"take {block} off the list")


def listed_numbers_stand_in_the_text(found: FoundReport) -> Iterator[Issue]:
    """Words that are set down as no quantity stand in the text, or in the block that is named."""
    for listing in found.listings:
        if not listing.spans:
            written = listing.written
            message = f"{written.text!r} does not stand in {written.block or 'the text'}"
            yield Issue("quote-missing", written.where.at("text"), message, "copy the words from report.md")
