"""Rules of statements: their ids, their quotes, their times, and the words that carry them.

What holds of their figures is left to `measures`, what they name among the shared records to the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...issues import Issue
from ...text.anchor import Anchored, Candidates
from ...text.aspect import is_counted_from
from ...text.modality import looks_ahead, sentence_start
from ...text.period import Period
from ..dating import date_is_doubted
from ..found_report import FoundReport
from ..report_file import WrittenReport
from ..statements import FoundStatement, first_by_id, has_an_id
from ..value_types import STATEMENT_WITHIN_A_REPORT
from ..vocabulary import COMMITMENTS, ID_LETTERS, NO_MODAL, PERIOD_BASES
from ..written import FrontMatter, WrittenMeasure, WrittenStatement
from .unfound import run_over, unfound

_LETTERS = {kind: letter for letter, kind in ID_LETTERS.items()}


def ids_go_with_kinds(written: WrittenReport) -> Iterator[Issue]:
    """The id of a statement is the letter of its kind and two to five digits."""
    for statement in written.annotations.statements:
        if not has_an_id(statement):
            message = f"{statement.id!r} is no id of a {statement.kind}"
            hint = f"write {_LETTERS[statement.kind]} and two to five digits, a number that is still free"
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


def former_ids_are_given_up(written: WrittenReport) -> Iterator[Issue]:
    """An id that a statement had before is no other's, neither now nor formerly."""
    statements = written.annotations.statements
    now = {statement.id: statement for statement in statements}
    first: dict[str, WrittenStatement] = {}
    for statement in statements:
        for name, place in statement.where.each("formerly", statement.formerly):
            owner = now.get(name) or first.get(name)
            first.setdefault(name, statement)
            if not STATEMENT_WITHIN_A_REPORT.fullmatch(name):
                hint = f"write a letter of {', '.join(ID_LETTERS)} and two to five digits, such as r19"
                yield Issue("bad-value", place, f"{name!r} is no id of a statement", hint)
            elif owner:
                here = "the id of the statement" if name in now else "already a former id of the one"
                message = f"{name} is {here} on line {owner.place.line}"
                hint = "an id is given up for ever and an address leads to one statement: give new ones new numbers"
                yield Issue("id-reused", place, message, hint)


def quotes_stand_in_the_text_once(found: FoundReport) -> Iterator[Issue]:
    """The quote of a statement stands in one place of the text and within one block."""
    if _are_of_another(found):
        first = found.statements[0].written
        message = f"none of the {len(found.statements)} quotes occurs in the text"
        hint = "these may be the annotations of another report; if not, copy each quote from report.md"
        yield Issue("quote-missing", first.where.at("quote"), message, hint)
        return
    for one in found.statements:
        if isinstance(one.at, Candidates):
            yield unfound(one.written, one.at, found.blocks, found.text)
        elif one.block is None:
            yield run_over(one.written)


def _are_of_another(found: FoundReport) -> bool:
    """True where not one of several quotes stands in the text."""
    unfound = [one.at for one in found.statements if isinstance(one.at, Candidates) and not one.at.exact]
    return len(unfound) > 1 and len(unfound) == len(found.statements)


def quotes_are_coded_once(found: FoundReport) -> Iterator[Issue]:
    """No two statements of one kind have the same quote at the same place."""
    first: dict[tuple[str, int, int], str] = {}
    for one in found.statements:
        if isinstance(one.at, Anchored):
            known = first.setdefault((one.written.kind, one.at.start, one.at.end), one.written.id)
            if known != one.written.id:
                message = f"{one.written.id} has the very quote of {known}, which is a {one.written.kind} too"
                hint = "make one statement of the two, with the themes of both"
                yield Issue("duplicate-id", one.written.where.at("quote"), message, hint)


def times_stand_under_the_right_key(found: FoundReport) -> Iterator[Issue]:
    """A result or situation has its time, if any, under `period`, a target or a task under `by`."""
    for one in found.statements:
        statement = one.written
        own, other = ("by", "period") if statement.kind in COMMITMENTS else ("period", "by")
        if getattr(statement, other):
            message = f"a {statement.kind} has its time under `{own}`"
            hint = f'write {own}: "{getattr(statement, other)}" in place of {other}:'
            yield Issue("time-misplaced", statement.where.at(other), message, hint)


def times_have_a_basis(found: FoundReport) -> Iterator[Issue]:
    """A time, of a statement or of a measure alone, stands with its basis, and a basis with its time."""
    for one in found.statements:
        statement = one.written
        yield from _unlike(statement, statement.by or statement.period)
        for measure in statement.measures:
            yield from _unlike(measure, measure.period)


def _unlike(record: WrittenStatement | WrittenMeasure, time: Period | None) -> Iterator[Issue]:
    """The issue of a record that has of a time and its basis one alone."""
    if record.period_basis and not time:
        message, hint = "a basis without a time", "leave period_basis out where there is no time"
        yield Issue("basis-misplaced", record.where.at("period_basis"), message, hint)
    elif time and not record.period_basis:
        place = record.where.at("by" if "by" in record.where.keys else "period")
        hint = f"add period_basis: {' or '.join(PERIOD_BASES)}; without a ground for a time leave it out, too"
        yield Issue("basis-misplaced", place, "a time without its basis", hint)


def times_begin_before_their_text(found: FoundReport) -> Iterator[Issue]:
    """The time of a result or a situation begins before its text, or with it, but for what situations look ahead to."""
    front = found.written.front
    if date_is_doubted(front):
        return
    given = [(one, record) for one in found.statements for record in _timed(one.written)]
    late = [(one, record) for one, record in given if _is_late(found, one, record)]
    if 1 < len(late) == len(given):
        message = f"the text is of {front.date}, and the times of all {len(late)} results and situations begin after it"
        hint = "see whether this date is right, and then each period:"
        yield Issue("time-after-text", front.where.at("date"), message, hint)
        return
    for one, record in late:
        message = f"the time of {one.written.id}, {record.period}, begins after the text, which is of {front.date}"
        hint = "write the time at which it was so; what is still to come is a target or a task"
        yield Issue("time-after-text", record.where.at("period"), message, hint)


def _timed(statement: WrittenStatement) -> Iterator[WrittenStatement | WrittenMeasure]:
    """Of a result or a situation what has a time: itself, its measures."""
    if statement.kind not in COMMITMENTS:
        records: tuple[WrittenStatement | WrittenMeasure, ...] = (statement, *statement.measures)
        yield from (record for record in records if record.period)


def _is_late(found: FoundReport, one: FoundStatement, record: WrittenStatement | WrittenMeasure) -> bool:
    """True of a time that begins after the text, and that no sentence of a situation looks ahead to or prints."""
    time = record.period
    if time is None or time.first_day <= found.written.front.date.last_day:
        return False
    if one.written.kind != "situation" or not one.block or not isinstance(one.at, Anchored):
        return True
    sentence = found.text[sentence_start(found.text, one.block.start, one.at.start) : one.at.end]
    return not (looks_ahead(sentence) or str(time.start.year) in sentence)


def promises_are_not_of_the_past(found: FoundReport) -> Iterator[Issue]:
    """The time that a text states of a target or a task does not end in a year before the text and all that it covers.

    Without a time of its own it has the last of those of its figures. Of a text whose date is not printed, and of a
    time that is inferred, that is not known.
    """
    front = found.written.front
    if front.date_basis != "printed" or date_is_doubted(front):
        return
    dues = [(one.written, _due(found, one)) for one in found.statements if one.written.kind in COMMITMENTS]
    given = [(one, due) for one, due in dues if due]
    past = [(one, due) for one, due in given if due.basis == "stated" and _is_past(due.time, front)]
    if 1 < len(past) == len(given):
        message = (
            f"the text is of {front.date}, and the times of all {len(past)} targets and tasks have ended before it"
        )
        hint = f"see whether this date is right, and then each {past[0][1].key}:"
        yield Issue("time-before-text", front.where.at("date"), message, hint)
        return
    for one, due in past:
        message = f"the time of {one.id}, {due.time}, has ended before the text, which is of {front.date}"
        hint = "write the time by which it is to be so; what was so before the text is a result or a situation"
        yield Issue("time-before-text", due.record.where.at(due.key), message, hint)


@dataclass(frozen=True, slots=True)
class _Due:
    """The time by which a promise is to be kept, its basis, and the record and key that it is written in."""

    time: Period
    basis: str
    record: WrittenStatement | WrittenMeasure
    key: str


def _due(found: FoundReport, one: FoundStatement) -> _Due | None:
    """The time of a target or a task: its own, or the last of those of its figures that nothing is counted from."""
    written = one.written
    if written.by:
        return _Due(written.by, written.period_basis, written, "by")
    figures = [
        _Due(measure.written.period, measure.written.period_basis, measure.written, "period")
        for measure in one.measures
        if measure.written.period and isinstance(measure.at, Anchored)
        if not is_counted_from(found.text, measure.at.start, measure.at.end)
    ]
    return max(figures, key=lambda due: due.time.last_day, default=None)


def _is_past(time: Period, front: FrontMatter) -> bool:
    """True where a promise's time ended in a year before the text: there is nothing of it still to come.

    What a text reviews may still go on: a time within the years that it covers is left to the editors.
    """
    return time.last_year < min(front.date.start.year, front.covers.start.year)


def targets_are_measured(found: FoundReport) -> Iterator[Issue]:
    """A target has a measure."""
    for one in found.statements:
        if one.written.kind == "target" and not one.written.measures:
            message = f"{one.written.id} is a target, and its quantity is not entered"
            yield Issue(
                "target-unmeasured",
                one.written.place,
                message,
                "give its measure under measures:, or code it as a task",
            )


def modals_stand_in_their_sentence(found: FoundReport) -> Iterator[Issue]:
    """The word that carries a statement stands in its quote or before it in its sentence."""
    for one in found.statements:
        modal = one.written.modal
        if modal in ("", NO_MODAL) or not one.block or not isinstance(one.at, Anchored):
            continue
        start = sentence_start(found.text, one.block.start, one.at.start)
        if modal not in found.text[start : one.at.end]:
            message = f"the word {modal!r} stands neither in the quote nor before it in its sentence"
            hint = "give the word as printed, or leave the key out: the words of the sentence are read"
            yield Issue("quote-missing", one.written.where.at("modal"), message, hint)
