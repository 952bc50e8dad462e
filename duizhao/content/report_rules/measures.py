"""Rules of measures: what is entered beside a figure is what the figure says, and the figure is the whole one.

Whether its unit is that of its indicator is left to the rules of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...issues import Issue
from ...text.anchor import Anchored, Candidates, misplaced
from ...text.aspect import aspect_denied, said_aspect
from ...text.quantity import Quantity
from ..accounting import NumberInText
from ..found_report import FoundReport
from ..left_out import is_written
from ..statements import FoundMeasure
from ..written import WrittenMeasure


def figures_stand_in_their_quote_once(found: FoundReport) -> Iterator[Issue]:
    """The figure of a measure stands in one place of its statement's quote."""
    for measure in found.measures:
        if isinstance(measure.at, Candidates):
            yield _unanchored(measure.written, measure.at)


def _unanchored(measure: WrittenMeasure, found: Candidates) -> Issue:
    place = measure.where.at("figure")
    if found.exact:
        message = f"the figure {measure.figure!r} occurs {len(found.places)} times in the quote"
        return Issue("figure-ambiguous", place, message, "add prefix: or suffix: from within the quote")
    if found.displaced:
        key, message, hint = misplaced(measure.prefix, measure.suffix, "figure")
        return Issue("figure-missing", measure.where.at(key), message, hint)
    message = f"the figure {measure.figure!r} occurs nowhere in the quote"
    return Issue("figure-missing", place, message, "copy the characters from the quote")


def figures_are_readable(found: FoundReport) -> Iterator[Issue]:
    """The figure of a measure can be read as a quantity."""
    for measure in found.measures:
        if isinstance(measure.at, Anchored) and measure.quantity is None:
            message = f"{measure.written.figure!r} cannot be read as a quantity"
            hint = "take the whole figure with its unit and operator words, and nothing more"
            yield Issue("figure-unreadable", measure.written.where.at("figure"), message, hint)


def figures_say_what_is_entered(found: FoundReport) -> Iterator[Issue]:
    """The operator, value, upper end and unit that are entered are what the figure says: the double entry.

    What is left out is the figure's. A figure that is cut out of a longer one says nothing yet.
    """
    cut = {id(measure) for measure, _ in _cut_out(found)}
    for measure in found.measures:
        if isinstance(measure.at, Anchored) and measure.quantity and id(measure) not in cut:
            yield from _disagreements(measure.written, measure.quantity)


def _disagreements(measure: WrittenMeasure, read: Quantity) -> Iterator[Issue]:
    pairs: tuple[tuple[str, Decimal | str | None, Decimal | str | None], ...] = (
        ("operator", measure.operator, read.operator),
        ("value", measure.value, read.base_value),
        ("upper", measure.upper, read.base_upper),
        ("unit", measure.unit, read.base_unit),
    )
    for name, entered, says in pairs:
        if entered != says and is_written(measure, name):
            given = "nothing" if entered in (None, "") else entered
            message = f"{name} is entered as {given}; the figure {measure.figure!r} says {_said(says)}"
            hint = f"read the sentence again, and write {name}: {_said(says)}, or the figure as it stands there"
            hint = hint if says not in (None, "") else f"take {name} away, or give the figure as the sentence has it"
            yield Issue("figure-disagrees", measure.where.at(name), message, hint)


def _said(value: Decimal | str | None) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else value or "nothing"


def figures_are_taken_whole(found: FoundReport) -> Iterator[Issue]:
    """The figure of a measure is no part of a longer one: 4万人 is not read out of 34万人, nor out of 超4万人."""
    for measure, whole in _cut_out(found):
        message = f"the figure {measure.written.figure!r} is cut out of {whole.number.text!r}"
        hint = f"write the whole figure, with its unit and operator words: figure: {whole.number.text}"
        yield Issue("figure-disagrees", measure.written.where.at("figure"), message, hint)


def figures_are_entered_once(found: FoundReport) -> Iterator[Issue]:
    """No two measures of a statement take the same figure for the same aspect of the same thing."""
    for statement in found.statements:
        first: dict[tuple[object, ...], int] = {}
        for measure in statement.measures:
            if isinstance(measure.at, Anchored):
                one = measure.written
                same = (measure.at.start, measure.at.end, measure.aspect, one.indicator, one.what)
                line = first.setdefault(same, one.place.line)
                if line != one.place.line:
                    message = f"the figure {one.figure!r} is entered a second time; the first is on line {line}"
                    hint = "take one away, or give each its own aspect:, indicator: or what:"
                    yield Issue("duplicate-id", one.where.at("figure"), message, hint)


def figures_have_the_aspect_that_is_said(found: FoundReport) -> Iterator[Issue]:
    """The aspect of a measure is what is said before its figure: 新增500张 is an increase, and 15% is no level."""
    for measure in found.measures:
        written = measure.written
        if isinstance(measure.at, Anchored) and (read := measure.quantity) and written.aspect:
            start = measure.at.start
            if said := aspect_denied(written.aspect, found.text, start, read.base_unit, read.operator):
                allowed = " or ".join(said.aspects)
                message = f"the aspect is {written.aspect}, and {said.words}{written.figure} is {allowed}"
                hint = f"read the sentence again, and write aspect: {allowed}"
                yield Issue("aspect-disagrees", written.where.at("aspect"), message, hint)


def aspects_are_known(found: FoundReport) -> Iterator[Issue]:
    """The aspect of a measure may be left out where the words before its figure, or its indicator, say it."""
    cut = {id(measure) for measure, _ in _cut_out(found)}
    for measure in found.measures:
        if isinstance(measure.at, Anchored) and measure.quantity and not measure.aspect and id(measure) not in cut:
            written, at = measure.written, measure.at
            said = said_aspect(found.text[: at.start], measure.quantity.base_unit, measure.quantity.operator)
            allowed = " or ".join(said.aspects if said else ("level", "increase"))
            message = f"the aspect is left out, and neither the words before {written.figure} nor an indicator say it"
            yield Issue("missing-key", written.place, message, f"write aspect: {allowed}")


def _cut_out(found: FoundReport) -> Iterator[tuple[FoundMeasure, NumberInText]]:
    """Each measure whose figure overlaps a number without holding it whole, and the number."""
    quantities: dict[str, list[NumberInText]] = {}
    for number in found.numbers:
        if not number.number.reason:
            quantities.setdefault(number.block, []).append(number)
    for statement in found.statements:
        near = quantities.get(statement.block.id, []) if statement.block else []
        for measure in statement.measures:
            at = measure.at
            if isinstance(at, Anchored) and measure.quantity:
                yield from ((measure, number) for number in near if _cuts(at, number))


def _cuts(at: Anchored, number: NumberInText) -> bool:
    return at.start < number.end and number.start < at.end and (number.start < at.start or at.end < number.end)
