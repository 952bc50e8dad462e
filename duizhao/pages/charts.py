"""Charts as plain places in a view box, drawn at build time; a small template makes the SVG of them.

Nothing is drawn that mixes definitions: one indicator, one aspect, one scope, and one district or one time.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..content.locale import SIGNS, number_words, unit_words
from ..content.records import Indicator
from ..corpus.join import Observation, last_day
from ..text.period import Period
from ..text.units import counted_as
from .context import Edition
from .views import Chart, Point

# The view box is 560 by 260; ticks stand left of _LEFT, and labels of the last point may reach beyond _RIGHT.
_LEFT, _RIGHT, _TOP, _BASE = 100, 470, 48, 214
_CROWDED = 110  # two labels nearer than this would run into each other


def chart_of(edition: Edition, indicator: Indicator, observations: Sequence[Observation]) -> Chart | None:
    """The largest set of observations that may stand on one axis; None where no two may.

    First one district over time; failing that, districts beside each other at one time.
    """
    series: dict[tuple[str, ...], list[Observation]] = {}
    beside: dict[tuple[str, ...], list[Observation]] = {}
    for o in observations:
        measure = o.measure
        if (
            measure.period is None
            or measure.value is None
            or measure.value < 0
            or measure.upper is not None
            or measure.aspect == "rank"
        ):
            continue
        scope, unit = edition.said(measure.scope), counted_as(measure.unit)
        length = "" if indicator.stock else measure.period.length
        series.setdefault((measure.aspect, scope, unit, _district(edition, o), length), []).append(o)
        beside.setdefault((measure.aspect, scope, unit, str(measure.period), o.statement.kind), []).append(o)
    over_time = [(key, rows) for key, rows in series.items() if len({row.measure.period for row in rows}) > 1]
    if over_time:
        (aspect, scope, _, district, _), rows = max(over_time, key=lambda item: len(item[1]))
        rows = sorted(rows, key=lambda row: last_day(row.measure.period))
        name = edition.district(district).text
        return _drawn(
            edition, indicator, name, (aspect, scope), rows, _distances([_year(r.measure.period) for r in rows])
        )
    at_once = [
        (key, rows) for key, rows in beside.items() if len({_district(edition, row) for row in rows}) == len(rows) > 1
    ]
    if at_once:
        (aspect, scope, _, _, _), rows = max(at_once, key=lambda item: len(item[1]))
        places = _distances([Decimal(place) for place in range(len(rows))])
        return _drawn(
            edition, indicator, edition.time(rows[0].measure.period), (aspect, scope), rows, places, beside=True
        )
    return None


def _district(edition: Edition, observation: Observation) -> str:
    return edition.site.reports[observation.statement.report].district


def _distances(positions: Sequence[Decimal]) -> list[Decimal]:
    """Where positions stand between the chart's sides, at true distances."""
    span = max(positions) - min(positions) or Decimal(1)
    return [_LEFT + 40 + (_RIGHT - _LEFT - 40) * (position - min(positions)) / span for position in positions]


def _year(period: Period | None) -> Decimal:
    """The month in which a period ends, as a year with a fraction, so that years stand at true distances."""
    end = last_day(period)
    return end.year + Decimal(end.month) / 12 - 1


def _drawn(
    edition: Edition,
    indicator: Indicator,
    what: str,
    definition: tuple[str, str],
    rows: Sequence[Observation],
    xs: Sequence[Decimal],
    *,
    beside: bool = False,
) -> Chart:
    """The chart of these rows at these places; `definition` is their aspect and scope.

    `beside` is true where districts stand beside each other, and not times.
    """
    words = edition.words
    ceiling = _ceiling(max(row.measure.value for row in rows))
    points = tuple(
        Point(
            f"{x:.1f}",
            f"{_BASE - (_BASE - _TOP) * row.measure.value / ceiling:.1f}",
            SIGNS.get(row.measure.operator, "") + number_words(row.measure.value, words.language),
            edition.district(_district(edition, row)).text if beside else edition.time(row.measure.period),
            row.statement.kind != "result",
            edition.statement_path(row.statement),
            _anchor(xs, index),
        )
        for index, (row, x) in enumerate(zip(rows, xs, strict=True))
    )
    lines = tuple(
        (f"{_BASE - (_BASE - _TOP) * share:.1f}", number_words(ceiling * share, words.language))
        for share in (Decimal("0.5"), Decimal(1))
    )
    name = edition.indicator(indicator.id).text
    title = words("chart.title", indicator=name, what=what, unit=unit_words(indicator.unit, words.language))
    aspect, scope = definition
    description = words(
        "chart.description",
        aspect=words("list.comma").join(filter(None, (words(f"aspect.{aspect}"), scope))),
        points=words("list.semicolon").join(f"{p.tick}: {p.label}" for p in points),
    )
    legend = words("chart.legend-beside" if beside else "chart.legend")
    return Chart(indicator.id, title, description, points, str(_BASE), lines, legend)


def _anchor(xs: Sequence[Decimal], index: int) -> str:
    """Where a point's label stands to it, so that crowded neighbours lean away from each other."""
    crowded_left = index > 0 and xs[index] - xs[index - 1] < _CROWDED
    crowded_right = index + 1 < len(xs) and xs[index + 1] - xs[index] < _CROWDED
    return "middle" if crowded_left == crowded_right else "start" if crowded_left else "end"


def _ceiling(top: Decimal) -> Decimal:
    """The next round number at or above the greatest value: 1, 2, 2.5, 4, 5 or 10 times a power of ten."""
    if top == 0:
        return Decimal(1)
    power = Decimal(10) ** top.adjusted()
    return next(
        power * step for step in map(Decimal, ("1", "2", "2.5", "4", "5", "6", "8", "10")) if power * step >= top
    )
