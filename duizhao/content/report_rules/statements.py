"""Rules of statements: their ids, their quotes, their times, and the words that carry them.

What holds of their figures is left to `measures`, what they name among the shared records to the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...issues import Issue
from ...text.anchor import Anchored, Candidates, with_surroundings
from ..found_report import FoundReport
from ..records import Block
from ..report_file import WrittenReport
from ..statements import first_by_id, has_an_id
from ..written import WrittenStatement

# How far before its quote the word that carries a statement may stand, in characters.
_REACH_OF_MODALS = 16


def ids_go_with_kinds(written: WrittenReport) -> Iterator[Issue]:
    """The id of a statement is the letter of its kind and two to five digits."""
    for statement in written.annotations.statements:
        if not has_an_id(statement):
            message = f"{statement.id!r} is no id of a {statement.kind}"
            hint = "t for a target, k for a task, r for a result, and two to five digits"
            yield Issue("bad-value", statement.where.at("id"), message, hint)


def ids_stand_once(written: WrittenReport) -> Iterator[Issue]:
    """No two statements of a report have one id."""
    statements = written.annotations.statements
    first = first_by_id(statements)
    for statement in statements:
        if has_an_id(statement) and first[statement.id] is not statement:
            line = first[statement.id].place.line
            message = f"{statement.id} stands here a second time; the first is on line {line}"
            hint = "ids are permanent: give the new one a new number"
            yield Issue("duplicate-id", statement.where.at("id"), message, hint)


def quotes_stand_in_the_text_once(found: FoundReport) -> Iterator[Issue]:
    """The quote of a statement stands in one place of the text and within one block."""
    for one in found.statements:
        if isinstance(one.at, Candidates):
            yield _unanchored(one.written, one.at, found.text, found.blocks)
        elif one.block is None:
            message = "the quote runs over the end of a paragraph"
            yield Issue("quote-missing", one.written.where.at("quote"), message, "quote within one paragraph")


def _unanchored(statement: WrittenStatement, found: Candidates, text: str, blocks: Sequence[Block]) -> Issue:
    place = statement.where.at("quote")
    shown = "; ".join(
        f"{_block_at(blocks, start)}: {with_surroundings(text, start, end)}" for start, end in found.places[:5]
    )
    if found.exact:
        message = f"the quote occurs {len(found.places)} times: {shown}"
        hint = "add prefix: or suffix: with the characters directly before or after the one that is meant"
        return Issue("quote-ambiguous", place, message, hint)
    message = "the quote does not occur in the text" + (f"; nearest is {shown}" if shown else "")
    return Issue("quote-missing", place, message, "copy the characters from report.md")


def _block_at(blocks: Sequence[Block], offset: int) -> str:
    return next((block.id for block in blocks if block.start <= offset <= block.end), "?")


def times_stand_under_the_right_key(found: FoundReport) -> Iterator[Issue]:
    """A result has its time under `period`, a target or a task under `by`."""
    for one in found.statements:
        statement = one.written
        own, other = ("period", "by") if statement.kind == "result" else ("by", "period")
        if getattr(statement, other) or not getattr(statement, own):
            message = f"a {statement.kind} has its time under `{own}`"
            place = statement.where.at(other) if getattr(statement, other) else statement.place
            yield Issue("time-misplaced", place, message, "results have period, targets and tasks have by")


def targets_are_measured(found: FoundReport) -> Iterator[Issue]:
    """A target has a measure."""
    for one in found.statements:
        if one.written.kind == "target" and not one.written.measures:
            message = "a target whose quantity is not entered"
            yield Issue("target-unmeasured", one.written.place, message, "give its measure, or code it as a task")


def modals_stand_in_their_sentence(found: FoundReport) -> Iterator[Issue]:
    """The word that carries a statement stands in its quote or directly before it."""
    for one in found.statements:
        modal = one.written.modal
        if not modal or not one.block or not isinstance(one.at, Anchored):
            continue
        start = max(one.block.start, one.at.start - _REACH_OF_MODALS)
        if modal not in found.text[start : one.at.end]:
            message = f"the word {modal!r} stands neither in the quote nor directly before it"
            hint = "give the word as printed, or leave it out"
            yield Issue("quote-missing", one.written.where.at("modal"), message, hint)
