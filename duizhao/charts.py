"""Charts as plain places in a view box, drawn at build time; a small template makes the SVG of them.

Nothing is drawn that mixes definitions: one indicator, one aspect, one district, one scope, one length of period.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .edition import Edition
from .link import Observation, period_end
from .model import Indicator
from .strings import number_words, unit_words
from .views import Chart, Point

# The view box is 560 by 260; ticks stand left of _LEFT, and labels of the last point may reach beyond _RIGHT.
_LEFT, _RIGHT, _TOP, _BASE = 100, 470, 48, 214
_CROWDED = 110  # two labels nearer than this would run into each other


def chart_of(edition: Edition, indicator: Indicator, observations: Sequence[Observation]) -> Chart | None:
    """The largest set of observations that may stand on one axis, if it has two or more times; None where none has."""
    groups: dict[tuple[str, str, str, str], list[Observation]] = {}
    for o in observations:
        measure = o.measure
        if measure.value is not None and measure.value >= 0 and measure.upper is None and measure.aspect != "rank":
            district = edition.site.reports[o.statement.report].district
            scope = edition.said(measure.scope)
            groups.setdefault((district, measure.aspect, _length(measure.period), scope), []).append(o)
    usable = [(key, rows) for key, rows in groups.items() if len({r.measure.period for r in rows}) > 1]
    if not usable:
        return None
    (district, aspect, _, scope), rows = max(usable, key=lambda item: len(item[1]))
    rows = sorted(rows, key=lambda r: period_end(r.measure.period))
    return _drawn(edition, indicator, district, aspect, scope, rows)


def _length(period: str) -> str:
    return "year" if re.fullmatch(r"\d{4}", period) else "range" if "/" in period else "part"


def _year(period: str) -> Decimal:
    """A period's end as a year with a fraction, so that years stand at true distances."""
    end = period_end(period)
    month = Decimal(end[5:7]) if len(end) > 4 else Decimal(12)
    return Decimal(end[:4]) + month / 12 - 1


def _drawn(
    edition: Edition, indicator: Indicator, district: str, aspect: str, scope: str, rows: Sequence[Observation]
) -> Chart:
    words = edition.words
    years = [_year(row.measure.period) for row in rows]
    top = max(row.measure.value for row in rows)
    ceiling = _ceiling(top)
    span = max(years) - min(years) or Decimal(1)
    xs = [_LEFT + 40 + (_RIGHT - _LEFT - 40) * (year - min(years)) / span for year in years]
    points = tuple(
        Point(
            f"{x:.1f}",
            f"{_BASE - (_BASE - _TOP) * row.measure.value / ceiling:.1f}",
            number_words(row.measure.value, words.language),
            edition.time(row.measure.period),
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
    unit = unit_words(indicator.unit, words.language)
    title = words("chart.title", indicator=name, district=edition.district(district).text, unit=unit)
    description = words(
        "chart.description",
        aspect=words("list.comma").join(filter(None, (words(f"aspect.{aspect}"), scope))),
        points=words("list.semicolon").join(f"{p.tick}: {p.label}" for p in points),
    )
    return Chart(indicator.id, title, description, points, str(_BASE), lines, any(p.target for p in points))


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
