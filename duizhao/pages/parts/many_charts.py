"""The figures of many districts as small charts, one a district, all on the same axes; drawn at build time.

They show how the figures of one definition run; which they are is left to the tables, and what one district's look like
larger to `charts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ...content.locale import unit_words
from ...content.records import Indicator
from ...content.vocabulary import COMMITMENTS
from ...corpus.observing import Observation
from ..context import PageContext
from ..frame import Link
from .series import Axis, Definition, Drawable, aspect_of, axis_of, defined, label_of, length_of, year_of

# The view box is 240 by 96, and higher by a line where the axis goes below nought: the value of its foot stands there.
_LEFT, _RIGHT, _TOP, _BASE = 12, 228, 24, 76
_HEIGHT, _LINE = 96, 16


@dataclass(frozen=True, slots=True)
class SmallPoint:
    """A figure as a point, hollow for a target."""

    x: str
    y: str
    target: bool


@dataclass(frozen=True, slots=True)
class SmallChart:
    """The figures of a district; `said` says of them what the drawing cannot: how many, and the last result."""

    district: Link
    points: tuple[SmallPoint, ...]
    said: Markup


@dataclass(frozen=True, slots=True)
class SmallCharts:
    """A chart for each district; `first`, `last`, `top` and `floor` name the ends of all their axes, `caption` what is
    drawn. `floor` is '' where that is nought.
    """

    charts: tuple[SmallChart, ...]
    height: int
    nought: str
    base: str
    first: str
    last: str
    top: str
    floor: str
    caption: Markup


def small_charts(context: PageContext, indicator: Indicator, observations: Sequence[Observation]) -> SmallCharts | None:
    """The figures of the definition of which there are most, by district; None where there are none of two times."""
    by_definition: dict[tuple[Definition, tuple[int, int]], list[Drawable]] = {}
    for definition, one in defined(context, indicator, observations):
        by_definition.setdefault((definition, length_of(indicator, one)), []).append(one)
    if not by_definition:
        return None
    (definition, _), rows = max(by_definition.items(), key=lambda item: len(item[1]))
    years = [year_of(row.period) for row in rows]
    first, last = min(years), max(years)
    axis = axis_of([row.value for row in rows], rows[0].measure.unit)
    if first == last:
        return None
    by_district = ((name, [row for row in rows if row.district == name]) for name in context.site.districts)
    charts = (_small_chart(context, indicator, name, own, (first, last), axis) for name, own in by_district if own)
    caption = _caption(context, indicator, definition, rows, axis)
    if axis.floor:
        caption = context.sentences(caption, context.word("chart.falls"))
    if len(rows) < len(observations):
        others = context.word("chart.left-out", count=len(observations) - len(rows))
        caption = context.sentences(caption, others)
    ends = (str(min(row.period.last_year for row in rows)), str(max(row.period.last_year for row in rows)))
    return SmallCharts(
        tuple(charts),
        _HEIGHT + _LINE if axis.floor else _HEIGHT,
        _y_of(Decimal(0), axis) if axis.floor else str(_BASE),
        str(_BASE),
        *ends,
        axis.written(axis.top, context.language),
        axis.written(axis.floor, context.language) if axis.floor else "",
        caption,
    )


def _caption(
    context: PageContext, indicator: Indicator, definition: Definition, rows: Sequence[Drawable], axis: Axis
) -> Markup:
    aspect = aspect_of(definition, rows)
    limits = (context.words(f"aspect.{aspect}"), *definition.limits(context))
    return context.word(
        "chart.small",
        indicator=context.plain(indicator.name),
        definition=context.words("list.comma").join(limits),
        unit=unit_words(indicator.unit, context.language),
        top=axis.written(axis.top, context.language),
        floor=axis.written(axis.floor, context.language),
    )


def _y_of(value: Decimal, axis: Axis) -> str:
    return f"{_BASE - (_BASE - _TOP) * axis.share(value):.1f}"


def _small_chart(
    context: PageContext,
    indicator: Indicator,
    district: str,
    rows: Sequence[Drawable],
    ends: tuple[Decimal, Decimal],
    axis: Axis,
) -> SmallChart:
    first, last = ends
    points = tuple(
        SmallPoint(
            f"{_LEFT + (_RIGHT - _LEFT) * (year_of(row.period) - first) / (last - first):.1f}",
            _y_of(row.value, axis),
            row.statement.kind in COMMITMENTS,
        )
        for row in rows
    )
    told = [row for row in rows if row.statement.kind not in COMMITMENTS]
    said = context.word("count.observations", count=len(rows))
    if told:
        newest = max(told, key=lambda row: row.period.last_day)
        figure = (
            f"{context.plain_time_of(newest.measure)}{context.words('list.colon')}{label_of(newest, context.language)}"
        )
        said = context.marked(figure)
    name = context.district(district)
    return SmallChart(Link(name.text, context.path("indicators", indicator.id, district), zh=name.zh), points, said)
