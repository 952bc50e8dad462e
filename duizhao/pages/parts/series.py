"""Which figures of an indicator may stand on one axis, what each is written as there, and how far the axis reaches.

Where they stand in a drawing is left to `charts` and `many_charts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ...content.locale import SIGNS, amount_words, fraction_of, scale_words
from ...content.records import Indicator, Measure, Statement
from ...content.schema import Bilingual
from ...corpus.definition import is_total_by_deadline, may_be_compared, scope_of, thing_of
from ...corpus.observing import Observation
from ...text.period import Period
from ...text.things import by_thing
from ...text.units import counted_as
from ..context import PageContext

_RATES = ("%", "‰")
_OPPOSITE = {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt"}


@dataclass(frozen=True, slots=True)
class Definition:
    """What figures on one axis have in common: what of a quantity they state, of what, and in which unit.

    A fall has the aspect of the rise that it is the opposite of. `what` is None where that is what the indicator
    counts; it and `scope` are the same words for all figures that are of one, in whatever words each says it.
    """

    aspect: str
    what: Bilingual | None
    scope: Bilingual | None
    unit: str

    def limits(self, context: PageContext) -> tuple[str, ...]:
        """What limits the figures, in words: that they are of something else, of a part of the whole."""
        return tuple(filter(None, (context.plain(self.what), context.plain(self.scope))))


@dataclass(frozen=True, slots=True)
class Drawable:
    """An observation that has a place on an axis: one value of one time, comparable; that of a fall is below nought."""

    statement: Statement
    measure: Measure
    value: Decimal
    period: Period
    district: str


def defined(
    context: PageContext, indicator: Indicator, observations: Sequence[Observation]
) -> Iterator[tuple[Definition, Drawable]]:
    """The observations that have a place on an axis, each with its definition.

    Their Chinese words tell whether two are of one thing and scope, so that it is the same in both languages.
    """
    rows, name = tuple(_drawable(context, indicator, observations)), indicator.name.zh
    wordings: dict[tuple[str, str, str], set[str]] = {}
    for row in rows:
        wordings.setdefault(_limits_of(row.measure), set()).add(thing_of(row.measure, indicator))
    things = {limits: by_thing(name, own) for limits, own in wordings.items()}
    words = _by_chinese(words for row in rows for words in (row.measure.what, row.measure.scope) if words)
    for row in rows:
        aspect, scope, unit = limits = _limits_of(row.measure)
        thing = things[limits][thing_of(row.measure, indicator)]
        yield Definition(aspect, None if thing == name else words[thing], words.get(scope), unit), row


def _limits_of(measure: Measure) -> tuple[str, str, str]:
    """What figures have in common that may be of one thing: their aspect, their scope and what they are counted as."""
    return _aspect_of(measure), scope_of(measure), counted_as(measure.unit)


def _by_chinese(words: Iterable[Bilingual]) -> dict[str, Bilingual]:
    """Words by their Chinese; of two that differ in English alone the first by the alphabet."""
    return {both.zh: both for both in sorted(words, key=lambda both: both.en, reverse=True)}


def _aspect_of(measure: Measure) -> str:
    """The aspect of a measure, of a fall that of its rise: of a percentage growth, of a number an increase."""
    if measure.aspect != "decrease":
        return measure.aspect
    return "growth" if measure.unit in _RATES else "increase"


def _drawable(context: PageContext, indicator: Indicator, observations: Sequence[Observation]) -> Iterator[Drawable]:
    for o in observations:
        m, report = o.measure, context.site.reports[o.statement.report]
        value = _signed_value(m)
        if m.period is None or value is None or is_total_by_deadline(o.statement, m, report.date):
            continue
        if may_be_compared(o.statement, indicator):
            yield Drawable(o.statement, m, value, m.period, report.district)


def _signed_value(measure: Measure) -> Decimal | None:
    """The one value of a measure, below nought where it is of a fall; None where it has none, or a place in an order.

    A rate of growth may be printed below nought (-0.3%); nothing else is drawn that is.
    """
    if measure.value is None or measure.upper is not None or measure.aspect == "rank":
        return None
    if measure.value < 0 and measure.aspect != "growth":
        return None
    return -measure.value if measure.aspect == "decrease" else measure.value


def length_of(indicator: Indicator, one: Drawable) -> tuple[int, int]:
    """How long a time a figure is of, which those of one line have in common; nothing where it is of a stock."""
    return (0, 0) if indicator.stock else one.period.length


def year_of(period: Period) -> Decimal:
    """The month in which a period ends, as a year with a fraction, so that years stand at true distances."""
    end = period.last_day
    return end.year + Decimal(end.month) / 12 - 1


def label_of(row: Drawable, language: str) -> str:
    """A value as it is written at its point: with the sign of its operator, and below nought with that of a fall.

    To fall by 3% or more (3%以上) is to grow by −3% or less.
    """
    measure = row.measure
    operator = _OPPOSITE.get(measure.operator, measure.operator) if measure.aspect == "decrease" else measure.operator
    number = amount_words(abs(row.value), measure.unit, measure.figure, language)
    return SIGNS.get(operator, "") + ("−" if row.value < 0 else "") + number


def aspect_of(definition: Definition, rows: Sequence[Drawable]) -> str:
    """What figures of one definition state: where all of them fall, a fall."""
    falls = all(row.measure.aspect == "decrease" for row in rows)
    return "decrease" if falls else definition.aspect


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where an axis reaches, and how far its lines are apart; nought is always on it."""

    floor: Decimal
    top: Decimal
    step: Decimal
    unit: str

    @property
    def lines(self) -> tuple[Decimal, ...]:
        """The values of the lines, the lowest first; nought is one where the axis goes below it."""
        count = int((self.top - self.floor) / self.step)
        values = (self.floor + self.step * number for number in range(count + 1))
        return tuple(value for value in values if value or self.floor)

    def share(self, value: Decimal) -> Decimal:
        """How far up a value stands: 0 at the foot of the axis, 1 at its top."""
        return (value - self.floor) / (self.top - self.floor)

    def written(self, value: Decimal, language: str) -> str:
        """A value of a line as it is written."""
        return ("−" if value < 0 else "") + scale_words(abs(value), self.unit, language)


def axis_of(values: Sequence[Decimal], unit: str) -> Axis:
    """The axis of figures in a unit: from nought, or below it where figures are, to a round number."""
    greatest = ceiling_of(max(map(abs, values)), unit)
    step = greatest / 2
    if min(values) >= 0:
        return Axis(Decimal(0), greatest, step, unit)
    floor = step * (min(values) / step).to_integral_value(ROUND_FLOOR)
    return Axis(floor, step * (max(*values, Decimal(0)) / step).to_integral_value(ROUND_CEILING), step, unit)


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
