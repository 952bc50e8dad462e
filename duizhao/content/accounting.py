"""What accounts for each paragraph and each number of a report: a statement, a measure, a list, or nothing.

Whether all must be accounted for is left to the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..text.fold import occurrences
from ..text.lexicon import Lexicon
from ..text.numbers import Number, numbers
from .records import AccountedNumber, Block, Statement
from .written import ListedNumber


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number of a block, with its place in the text."""

    number: Number
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundListing:
    """Words that are set down as no quantity, and where they stand in the text: start and end of each place."""

    written: ListedNumber
    spans: tuple[tuple[int, int], ...]


def numbers_of(blocks: Iterable[Block], lexicon: Lexicon) -> tuple[NumberInText, ...]:
    """Every number of the blocks, in the order of the text."""
    return tuple(
        NumberInText(number, block.id, block.start + number.start, block.start + number.end)
        for block in blocks
        for number in numbers(block.text, lexicon)
    )


def found_listings(blocks: Sequence[Block], listed: Iterable[ListedNumber]) -> tuple[FoundListing, ...]:
    """Where the words stand that are set down as no quantity."""
    return tuple(FoundListing(one, tuple(_spans(blocks, one))) for one in listed)


def _spans(blocks: Iterable[Block], listed: ListedNumber) -> Iterator[tuple[int, int]]:
    for block in blocks:
        if listed.block in ("", block.id):
            for at in occurrences(listed.text, block.text):
                yield block.start + at, block.start + at + len(listed.text)


def with_readings(blocks: Iterable[Block], annotated: Iterable[str], empty: Iterable[str]) -> tuple[Block, ...]:
    """The blocks, each with its reading; given are the ids of those that hold statements, or nothing to code."""
    annotated, empty = set(annotated), set(empty)

    def reading(block: Block) -> str:
        if block.id in annotated:
            return "annotated"
        return "nothing-to-code" if block.level or block.id in empty else "unread"

    return tuple(replace(block, reading=reading(block)) for block in blocks)


def counted(
    numbers: Iterable[NumberInText], statements: Iterable[Statement], listings: Sequence[FoundListing]
) -> tuple[AccountedNumber, ...]:
    """Every number with what accounts for it; statement and reason both empty where nothing does."""
    measured: dict[str, list[tuple[int, int, str]]] = {}
    for statement in statements:
        spans = ((measure.start, measure.end, statement.id) for measure in statement.measures)
        measured.setdefault(statement.block, []).extend(spans)
    listed = [(start, end, listing.written.reason) for listing in listings for start, end in listing.spans]

    def account(one: NumberInText) -> AccountedNumber:
        spans = measured.get(one.block, ())
        owner = next((owner for start, end, owner in spans if start < one.end and one.start < end), "")
        reasons = (reason for start, end, reason in listed if start <= one.start and one.end <= end)
        return AccountedNumber(one.number, one.block, owner, "" if owner else next(reasons, one.number.reason))

    return tuple(map(account, numbers))
