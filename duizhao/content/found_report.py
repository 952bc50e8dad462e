"""A report's text with all that was found in it: the one value that the rules of reading judge.

How quotes and numbers are found is left to `statements` and `accounting`, and what a report becomes to `report`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..text.cleanup import Cleaned
from ..text.lexicon import Lexicon
from .accounting import FoundListing, NumberInText, found_listings, numbers_of
from .left_out import Aspects
from .records import Block
from .report_file import WrittenReport
from .statements import FoundMeasure, FoundStatement, found_statements
from .translation_file import english_of


@dataclass(frozen=True, slots=True)
class FoundReport:
    """What the steps made of a source, and what of the annotations was found in it. The blocks have no readings yet."""

    written: WrittenReport
    made: Cleaned
    text: str
    blocks: tuple[Block, ...]
    statements: tuple[FoundStatement, ...]
    listings: tuple[FoundListing, ...]
    numbers: tuple[NumberInText, ...]

    @property
    def measures(self) -> Iterator[FoundMeasure]:
        """The measures of all statements."""
        return (measure for statement in self.statements for measure in statement.measures)


def found_report(written: WrittenReport, made: Cleaned, lexicon: Lexicon, aspects: Aspects) -> FoundReport:
    """All that was found of a report in the text that was made of it.

    Its numbers are told apart by a lexicon; `aspects` are those that indicators hold.
    """
    text, blocks = made.text, tuple(_blocks(written, made))
    numbers = numbers_of(blocks, lexicon)
    said = {(one.start, one.end): one.number.quantity for one in numbers if one.number.quantity}
    return FoundReport(
        written=written,
        made=made,
        text=text,
        blocks=blocks,
        statements=found_statements(text, blocks, written.annotations.statements, said, aspects),
        listings=found_listings(blocks, written.annotations.numbers),
        numbers=numbers,
    )


def _blocks(written: WrittenReport, made: Cleaned) -> Iterator[Block]:
    """Blocks with their ids: p1, p2 … for paragraphs and h1, h2 … for headings, each counted in the text's order."""
    start, counts = 0, {"p": 0, "h": 0}
    for raw, body, english in zip(made.blocks, written.body, english_of(written), strict=True):
        letter = "h" if raw.level else "p"
        counts[letter] += 1
        yield Block(
            id=f"{letter}{counts[letter]}",
            level=raw.level,
            start=start,
            end=start + len(raw.text),
            text=raw.text,
            translation=english.text if english else None,
            reading="unread",
            place=body.place,
            translation_place=english.place if english else None,
        )
        start += len(raw.text) + 1
