"""Which figures of an indicator may stand on one axis, what each is written as there, and how far the axis reaches.

Where they stand in a drawing is left to `charts` and `many_charts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from ...content.locale import SIGNS, amount_words, fraction_of
from ...content.records import Indicator, Measure, Statement
from ...corpus.definition import is_one_thing, is_total_by_deadline, may_be_compared, thing_of
from ...corpus.observing import Observation
from ...text.period import Period
from ...text.units import counted_as
from ..context import PageContext


@dataclass(frozen=True, slots=True)
class Definition:
    """What figures on one axis have in common: what of a quantity they state, of what, and in which unit.

    `what` is '' where that is what the indicator counts.
    """

    aspect: str
    what: str
    scope: str
    unit: str

    @property
    def limits(self) -> tuple[str, ...]:
        """What limits the figures, in words: that they are of something else, of a part of the whole."""
        return tuple(filter(None, (self.what, self.scope)))


@dataclass(frozen=True, slots=True)
class Drawable:
    """An observation that has a place on an axis: one value that is not below nought, of one time, and comparable."""

    statement: Statement
    measure: Measure
    value: Decimal
    period: Period
    district: str


def defined(
    context: PageContext, indicator: Indicator, observations: Sequence[Observation]
) -> Iterator[tuple[Definition, Drawable]]:
    """The observations that have a place on an axis, each with its definition."""
    things = {indicator.name.zh: ""}
    for one in _drawable(context, indicator, observations):
        own = thing_of(one.measure, indicator)
        thing = next((known for known in things if is_one_thing(known, own)), own)
        what = things.setdefault(thing, context.plain(one.measure.what))
        scope, unit = context.plain(one.measure.scope), counted_as(one.measure.unit)
        yield Definition(one.measure.aspect, what, scope, unit), one


def _drawable(context: PageContext, indicator: Indicator, observations: Sequence[Observation]) -> Iterator[Drawable]:
    for o in observations:
        m, report = o.measure, context.site.reports[o.statement.report]
        if m.period is None or m.value is None or m.value < 0 or m.upper is not None or m.aspect == "rank":
            continue
        if may_be_compared(o.statement, indicator) and not is_total_by_deadline(o.statement, m, report.date):
            yield Drawable(o.statement, m, m.value, m.period, report.district)


def length_of(indicator: Indicator, one: Drawable) -> tuple[int, int]:
    """How long a time a figure is of, which those of one line have in common; nothing where it is of a stock."""
    return (0, 0) if indicator.stock else one.period.length


def year_of(period: Period) -> Decimal:
    """The month in which a period ends, as a year with a fraction, so that years stand at true distances."""
    end = period.last_day
    return end.year + Decimal(end.month) / 12 - 1


def label_of(row: Drawable, language: str) -> str:
    """A value as it is written at its point: with the sign of its operator, and a fall with that of a fall."""
    fall = "−" if row.measure.aspect == "decrease" else ""
    number = amount_words(row.value, row.measure.unit, row.measure.figure, language)
    return SIGNS.get(row.measure.operator, "") + fall + number


def ceiling_of(top: Decimal, unit: str = "") -> Decimal:
    """The next round number at or above the greatest value: 1, 2, 2.5, 4, 5 or 10 times a power of ten.

    Of fractions that is a whole: 3 of 1/3.
    """
    if whole := fraction_of(unit):
        return max((top / whole).to_integral_value(ROUND_CEILING), Decimal(1)) * whole
    if top == 0:
        return Decimal(1)
    power = Decimal(10) ** top.adjusted()
    return next(
        power * step for step in map(Decimal, ("1", "2", "2.5", "4", "5", "6", "8", "10")) if power * step >= top
    )
