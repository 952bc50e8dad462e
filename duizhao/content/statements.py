"""Statements and measures into places: where each quote stands in the text, and each figure in its quote.

What must hold of them is left to the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern

from ..text.anchor import Anchored, Candidates, anchored
from ..text.aspect import is_counted_from
from ..text.fold import fold_widths
from ..text.modality import carrying_word, sentence_start
from ..text.period import Period
from ..text.quantity import Quantity, quantity
from .english_quotes import FoundEnglish, english_text, found_english
from .left_out import Aspects, aspect_given, filled
from .records import Block, Measure, Statement
from .schema import kept
from .times import StatedTime
from .value_types import STATEMENT_WITHIN_A_REPORT
from .vocabulary import COMMITMENTS, ID_LETTERS, NO_MODAL
from .written import FrontMatter, WrittenMeasure, WrittenStatement


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A measure as written, where its figure stands, and what the figure says where it can be read.

    A figure that is found counts in the text; candidates for one that is not count in the quote. `aspect` is the one
    written or given by the context, "" where nothing gives one.
    """

    written: WrittenMeasure
    at: Anchored | Candidates
    quantity: Quantity | None
    aspect: str


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement as written, where its quote stands in the text, and the block that holds it whole.

    `english` is where its words in the translation stand, in the English of all blocks; None unless they stand in that
    of its own block, once. The measures of a quote that is not found are not looked for.
    """

    written: WrittenStatement
    at: Anchored | Candidates
    block: Block | None
    measures: tuple[FoundMeasure, ...]
    english: Anchored | None


def is_read(measure: FoundMeasure) -> bool:
    """True where the figure of a measure stands in its quote and can be read, and it is known what it states."""
    return isinstance(measure.at, Anchored) and measure.quantity is not None and measure.aspect != ""


def has_an_id(statement: WrittenStatement) -> bool:
    """True where a statement's id is of the form that its kind has: t07 for a target."""
    is_id = STATEMENT_WITHIN_A_REPORT.fullmatch(statement.id) is not None
    return is_id and ID_LETTERS[statement.id[0]] == statement.kind


def first_by_id(statements: Iterable[WrittenStatement]) -> dict[str, WrittenStatement]:
    """The statements that have ids, by id; the first of those that share one."""
    first: dict[str, WrittenStatement] = {}
    for statement in statements:
        if has_an_id(statement):
            first.setdefault(statement.id, statement)
    return first


# What the numbers of a text state, by start and end.
Said = Mapping[tuple[int, int], Quantity]


def found_statements(
    text: str, blocks: Sequence[Block], statements: Iterable[WrittenStatement], said: Said, aspects: Aspects
) -> tuple[FoundStatement, ...]:
    """Where statements stand in a text, in the order in which they are written; each id is taken once.

    A figure says what is `said` at its very place, where its sentence may say more than the figure alone. `aspects` are
    those that indicators hold.
    """
    folded, taken = fold_widths(text), tuple(first_by_id(statements).values())
    found = []
    for written, english in zip(taken, found_english(blocks, taken), strict=True):
        at = anchored(folded, written.quote, written.prefix, written.suffix)
        block = block_of(at, blocks)
        measures = _found_measures(text, at, written.measures, said, aspects) if block else ()
        found.append(FoundStatement(written, at, block, measures, _own(english, block)))
    return tuple(found)


def _own(english: FoundEnglish | None, block: Block | None) -> Anchored | None:
    """The place of a statement's English words, if it is in the English of its own block."""
    if english is None or block is None or english.block != block.id or isinstance(english.at, Candidates):
        return None
    return english.at


def block_of(at: Anchored | Candidates, blocks: Iterable[Block]) -> Block | None:
    """The block that holds a quote whole; None of one that is not found, or runs over an end."""
    if isinstance(at, Candidates):
        return None
    return next((block for block in blocks if block.start <= at.start and at.end <= block.end), None)


def _found_measures(
    text: str, at: Anchored | Candidates, measures: Iterable[WrittenMeasure], said: Said, aspects: Aspects
) -> tuple[FoundMeasure, ...]:
    if isinstance(at, Candidates):
        return ()
    quote = fold_widths(text[at.start : at.end])
    found = []
    for written in measures:
        figure = anchored(quote, written.figure, written.prefix, written.suffix)
        read, aspect = quantity(written.figure), written.aspect
        if isinstance(figure, Anchored):
            figure = Anchored(at.start + figure.start, at.start + figure.end)
            read = said.get((figure.start, figure.end), read)
            aspect = aspect_given(written, text, figure.start, read, aspects) if read else aspect
        found.append(FoundMeasure(written, figure, read, aspect))
    return tuple(found)


def settled(
    report: FrontMatter, text: str, blocks: Sequence[Block], found: Iterable[FoundStatement]
) -> tuple[Statement, ...]:
    """The statements that stand in the text of a report, in its order, an outer one before the one in it."""
    english = english_text(blocks)
    settled = (_statement(report, text, english, one) for one in found)
    return tuple(sorted(filter(None, settled), key=lambda statement: (statement.start, -statement.end)))


def _statement(report: FrontMatter, text: str, english: str, found: FoundStatement) -> Statement | None:
    written, at, block = found.written, found.at, found.block
    if isinstance(at, Candidates) or block is None:
        return None
    period = written.by if written.kind in COMMITMENTS else written.period
    measures = tuple(filter(None, (_measure(text, written, one) for one in found.measures)))
    word = _carrying_word(text, found, at, block)
    modal = "" if written.modal == NO_MODAL else written.modal or word
    place = found.english
    quote_en = english[place.start : place.end] if place else ""
    own = replace(
        written,
        quote=text[at.start : at.end],
        quote_en=quote_en or written.quote_en,
        period=period,
        measures=measures,
        modal=modal,
    )
    return Statement(
        **kept(own),
        report=report.id,
        block=block.id,
        start=at.start,
        end=at.end,
        start_en=place.start if place else None,
        end_en=place.end if place else None,
        modal_of_words=word,
        times=_times(own, measures, report.date, text),
    )


def _times(statement: WrittenStatement, measures: Iterable[Measure], said: Period, text: str) -> tuple[StatedTime, ...]:
    """All times of a statement, whose own is `period`, from the first to the last.

    The time of a figure is one more deadline of what promises, unless it ends before the text or is that of what a rise
    is counted from, or it ends on the day of another. Of anything else it counts only where the statement has none.
    """
    own = (StatedTime(statement.period, statement.period_basis),) if statement.period else ()
    promises = statement.kind in COMMITMENTS
    if own and not promises:
        return own
    figures = (
        StatedTime(one.period, one.period_basis)
        for one in measures
        if one.period and one.period != statement.period and not (promises and _is_behind(one, said, text))
    )
    found: dict[object, StatedTime] = {}
    for time in (*own, *figures):
        found.setdefault(time.period.last_day if promises else time.period, time)
    return tuple(sorted(found.values(), key=lambda time: (time.period.last_day, time.period.first_day)))


def _is_behind(measure: Measure, said: Period, text: str) -> bool:
    """True where a figure is of a time that ended before the text, or is counted from and of one that had begun."""
    time = measure.period
    if time is None:
        return False
    has_begun = time.first_day <= said.last_day
    return time.last_day < said.first_day or (has_begun and is_counted_from(text, measure.start, measure.end))


def _carrying_word(text: str, found: FoundStatement, at: Anchored, block: Block) -> str:
    if found.written.kind not in COMMITMENTS:
        return ""
    start = sentence_start(text, block.start, at.start)
    return carrying_word(text[start : at.start], text[at.start : at.end], counted=found.written.kind == "target")


def _measure(text: str, statement: WrittenStatement, found: FoundMeasure) -> Measure | None:
    written, at, read = found.written, found.at, found.quantity
    if isinstance(at, Candidates) or read is None or not found.aspect:
        return None
    own = replace(
        filled(written, read, found.aspect),
        figure=intern(text[at.start : at.end]),  # what is written and what is read of it have the same one
        period=written.period or statement.period or statement.by,
        period_basis=written.period_basis if written.period else statement.period_basis,
        scope=written.scope or statement.scope,
    )
    return Measure(**kept(own), start=at.start, end=at.end, quantity=read)
