"""Charts as plain places in a view box, drawn at build time; a small template makes the SVG of them.

Nothing is drawn that mixes definitions: one indicator, and one district or one time. Which figures are of one
definition is left to `parts.series`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from ..content.locale import unit_words
from ..content.records import Indicator
from ..content.vocabulary import COMMITMENTS
from ..corpus.observing import Observation
from .context import PageContext
from .parts.series import Axis, Definition, Drawable, aspect_of, axis_of, defined, label_of, length_of, year_of


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of a strip, in units of its view box."""

    kind: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a chart: its place in the view box, its label and whether it is a target.

    `dy` is how far below the point its label stands, `line` that of its tick, the first or the second.
    """

    x: str
    y: str
    label: str
    tick: str
    target: bool
    path: str
    anchor: str
    dy: int
    line: int = 1


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line across a chart, with the value it stands for."""

    y: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart drawn at build time, with its title, its description and where its axis, at nought, and lines lie.

    `title` and `description` stand within the drawing; `caption` stands below it. Ticks stand below `base`, `sheet` is
    what it is drawn on.
    """

    id: str
    title: str
    description: str
    points: tuple[Point, ...]
    nought: str
    base: str
    lines: tuple[GridLine, ...]
    caption: Markup
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart is drawn on: how wide its view box is, and on how many lines below the axis ticks may stand.

    The values of the lines stand left of `left`, and labels of the last point reach beyond `right`, or beyond what is
    left of it where they are long.
    """

    name: str
    width: int
    left: int
    right: int
    inset: int
    tick_lines: int


# Every chart is drawn twice, for wide windows and for narrow ones, so that its words are as large on both.
WIDE, NARROW = Sheet("wide", 560, 100, 470, 40, 1), Sheet("narrow", 336, 84, 270, 30, 2)
# The view boxes are 260 high.
_TOP, _BASE = 48, 214
_CROWDED = 110  # two labels nearer than this would run into each other
_GAP = 6  # between two labels
_ABOVE, _BELOW, _LINE = -12, 20, 15  # from a point to its label, and from line to line
_UNDER = 24  # room for labels below the lowest point
_HIGH, _DOT = 11, 7  # how high a label is, and half of a point
_SIDES = ("middle", "end", "start")  # how a label may stand to its point
_HAN = "\u2e80"  # from here on characters are as wide as high


def charts_of(context: PageContext, indicator: Indicator, observations: Sequence[Observation]) -> tuple[Chart, ...]:
    """The chart of an indicator on every sheet; none where no two figures may stand on one axis."""
    drawn = (chart_of(context, indicator, observations, sheet) for sheet in (WIDE, NARROW))
    return tuple(chart for chart in drawn if chart)


def chart_of(
    context: PageContext, indicator: Indicator, observations: Sequence[Observation], sheet: Sheet = WIDE
) -> Chart | None:
    """The chart of the largest set of observations that may stand on one axis, which says how many others there are;
    None where no two may.
    """
    made = _largest(context, indicator, observations, sheet)
    if made is None or len(made.points) == len(observations):
        return made
    others = context.word("chart.left-out", count=len(observations) - len(made.points))
    return replace(made, caption=context.sentences(made.caption, others))


def _largest(
    context: PageContext, indicator: Indicator, observations: Sequence[Observation], sheet: Sheet
) -> Chart | None:
    """The chart of one district over time; failing that, of districts beside each other at one time."""
    drawable = tuple(defined(context, indicator, observations))
    series = _series(indicator, drawable)
    beside: dict[tuple[Definition, tuple[date, date], str], list[Drawable]] = {}
    for definition, o in drawable:
        beside.setdefault((definition, o.period.days, o.statement.kind), []).append(o)
    over_time = [(key, rows) for key, rows in series.items() if len({row.period.days for row in rows}) > 1]
    if over_time:
        (definition, district, _), rows = max(over_time, key=lambda item: len(item[1]))
        rows = sorted(rows, key=lambda row: row.period.last_day)
        places = _distances([year_of(row.period) for row in rows], sheet, _right_of(context, rows, sheet))
        what = context.district_name(district)
        drawn = _drawn(context, indicator, what, definition, rows, places, sheet=sheet)
        return thinned(context, drawn)
    at_once = [(key, rows) for key, rows in beside.items() if len({row.district for row in rows}) == len(rows) > 1]
    if at_once:
        (definition, _, _), rows = max(at_once, key=lambda item: len(item[1]))
        places = _distances([Decimal(place) for place in range(len(rows))], sheet, sheet.right)
        inferred = next((row.measure for row in rows if row.measure.period_basis == "inferred"), rows[0].measure)
        what = context.plain_time_of(inferred)
        drawn = _drawn(context, indicator, what, definition, rows, places, sheet=sheet, beside=True)
        return _legible(context, drawn)
    return None


def _series(
    indicator: Indicator, drawable: Iterable[tuple[Definition, Drawable]]
) -> dict[tuple[Definition, str, tuple[int, int]], list[Drawable]]:
    """The figures of one definition of one district and of times of one length."""
    series: dict[tuple[Definition, str, tuple[int, int]], list[Drawable]] = {}
    for definition, o in drawable:
        series.setdefault((definition, o.district, length_of(indicator, o)), []).append(o)
    return series


def why_no_chart(context: PageContext, indicator: Indicator, observations: Sequence[Observation]) -> Markup:
    """Why an indicator has no chart: that its figures stand each alone, or that those of a series are of one time."""
    series = _series(indicator, defined(context, indicator, observations))
    return context.word("chart.none-once" if any(len(rows) > 1 for rows in series.values()) else "chart.none")


def _legible(context: PageContext, chart: Chart) -> Chart:
    """The chart of districts beside each other: where their names would run into each other they are numbered, and the
    caption says which is which; where the values would too they are left to the table.
    """
    names, values = [point.tick for point in chart.points], [point.label for point in chart.points]
    if not _crowded(chart.points, names, chart.sheet):
        return chart
    apart = not _crowded(chart.points, values, chart.sheet)
    points = tuple(
        replace(point, tick=str(number), label=point.label if apart else "", anchor="middle")
        for number, point in enumerate(chart.points, 1)
    )
    listed = context.words("list.comma").join(f"{number} {name}" for number, name in enumerate(names, 1))
    key = context.word("chart.numbered", names=listed)
    return replace(chart, points=points, caption=context.sentences(chart.caption, key))


def thinned(context: PageContext, chart: Chart) -> Chart:
    """The chart without the labels that would run into others or over a point: of two the later stays, and the caption
    says so. A label stands to another side of its point where it has room there alone.
    """
    signs = [(float(point.x), float(point.y)) for point in chart.points]
    labels = _placed([_label_boxes(point, chart.sheet) for point in chart.points], signs, _axis_boxes(chart))
    ticks = _placed([_tick_boxes(point, chart) for point in chart.points])
    points = tuple(
        replace(
            point,
            label=point.label if anchor else "",
            anchor=anchor or point.anchor,
            tick=point.tick if line else "",
            line=int(line or 1),
        )
        for point, anchor, line in zip(chart.points, labels, ticks, strict=True)
    )
    if all(labels) and all(ticks):
        return replace(chart, points=points)
    return replace(chart, points=points, caption=context.sentences(chart.caption, context.word("chart.thinned")))


# From where to where a label reaches, and at what height.
_Box = tuple[float, float, float]


def _box(point: Point, anchor: str, words: str, y: float) -> _Box:
    wide = _width(words)
    left = float(point.x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return left, left + wide, y


def _label_boxes(point: Point, sheet: Sheet) -> dict[str, _Box]:
    """The ways in which a point's label may stand to it, its own first."""
    anchors = dict.fromkeys((point.anchor, *(one for one in _SIDES if _fits(point, one, sheet))))
    return {one: _box(point, one, point.label, float(point.y) + point.dy) for one in anchors}


def _axis_boxes(chart: Chart) -> list[_Box]:
    """Where the values of the lines across a chart stand."""
    right = chart.sheet.left - _GAP
    return [(right - _width(line.label), right, float(line.y)) for line in chart.lines]


def _tick_boxes(point: Point, chart: Chart) -> dict[str, _Box]:
    """The lines below the axis on which a point's tick may stand, the first first."""
    lines = range(1, chart.sheet.tick_lines + 1)
    return {str(line): _box(point, "middle", point.tick, float(chart.base) + _LINE * line) for line in lines}


def _placed(
    choices: Sequence[Mapping[str, _Box]], signs: Sequence[tuple[float, float]] = (), taken: Sequence[_Box] = ()
) -> list[str]:
    """Of the ways in which each label may stand the first in which it has room, '' for none.

    A label has room where it runs into none behind it that has and none that is taken, and lies on no sign.
    """
    kept = [*taken]
    found = []
    for boxes in reversed(choices):
        found.append(next((way for way, box in boxes.items() if _is_free(box, kept) and not _covers(box, signs)), ""))
        if found[-1]:
            kept.append(boxes[found[-1]])
    return found[::-1]


def _covers(box: _Box, signs: Sequence[tuple[float, float]]) -> bool:
    """True of a label that would lie on a point."""
    left, right, y = box
    return any(left - _DOT < x < right + _DOT and y - _HIGH - _DOT < at < y + _DOT for x, at in signs)


def _is_free(box: _Box, kept: Sequence[_Box]) -> bool:
    """True of a label that runs into none of these.

    Two that touch stand on both sides of one year, as a target and its result do: both stay.
    """
    left, right, y = box
    return all(
        right + _GAP <= one or left - _GAP >= two or one == right or left == two or abs(y - other) >= _LINE
        for one, two, other in kept
    )


def _crowded(points: Sequence[Point], labels: Sequence[str], sheet: Sheet) -> bool:
    """True if labels below or above these points would run into each other or out of the drawing."""
    ends = [(float(point.x), _width(label) / 2) for point, label in zip(points, labels, strict=True)]
    (first, before), (last, after) = ends[0], ends[-1]
    together = any(left + half + _GAP > right - other for (left, half), (right, other) in pairwise(ends))
    return together or first < before or last + after > sheet.width


def _width(label: str) -> int:
    """About how wide a label is drawn, in units of the view box: a Han character is a square."""
    return sum(14 if character >= _HAN else 8 for character in label)


def _distances(positions: Sequence[Decimal], sheet: Sheet, right: int) -> list[Decimal]:
    """Where positions stand between the chart's sides, at true distances."""
    span, left = max(positions) - min(positions) or Decimal(1), sheet.left + sheet.inset
    return [left + (right - left) * (position - min(positions)) / span for position in positions]


def _right_of(context: PageContext, rows: Sequence[Drawable], sheet: Sheet) -> int:
    """Where the last point stands, so that its label has room even where it begins at it, and its tick about it."""
    last = rows[-1]
    longest = max(_width(label_of(last, context.language)), _width(context.plain_time_of(last.measure)) // 2)
    return max(min(sheet.right, sheet.width - _GAP - longest), (sheet.left + sheet.right) // 2)


def _y_of(value: Decimal, axis: Axis) -> str:
    foot = _BASE - _UNDER if axis.floor else _BASE
    return f"{foot - (foot - _TOP) * axis.share(value):.1f}"


def _points(
    context: PageContext,
    rows: Sequence[Drawable],
    xs: Sequence[Decimal],
    axis: Axis,
    sheet: Sheet,
    *,
    beside: bool,
) -> tuple[Point, ...]:
    points = tuple(
        Point(
            f"{x:.1f}",
            _y_of(row.value, axis),
            label_of(row, context.language),
            context.district_name(row.district) if beside else context.plain_time_of(row.measure),
            row.statement.kind in COMMITMENTS,
            context.statement_path(row.statement),
            _anchor(xs, index),
            _BELOW if row.value < 0 else _ABOVE,
        )
        for index, (row, x) in enumerate(zip(rows, xs, strict=True))
    )
    return tuple(replace(point, anchor=_within(point, sheet)) for point in points)


def _drawn(
    context: PageContext,
    indicator: Indicator,
    what: str,
    definition: Definition,
    rows: Sequence[Drawable],
    xs: Sequence[Decimal],
    *,
    sheet: Sheet,
    beside: bool = False,
) -> Chart:
    """The chart of these rows at these places.

    `beside` is true where districts stand beside each other, and not times.
    """
    words, axis = context.words, axis_of([row.value for row in rows], rows[0].measure.unit)
    points = _points(context, rows, xs, axis, sheet, beside=beside)
    nought = _y_of(Decimal(0), axis) if axis.floor else str(_BASE)
    lines = tuple(GridLine(_y_of(value, axis), axis.written(value, words.language)) for value in axis.lines)
    name = context.plain(indicator.name)
    title = words("chart.title", indicator=name, what=what, unit=unit_words(indicator.unit, words.language))
    aspect = aspect_of(definition, rows)
    description = words(
        "chart.description",
        aspect=words("list.comma").join((words(f"aspect.{aspect}"), *definition.limits(context))),
        points=words("list.semicolon").join(f"{p.tick}{words('list.colon')}{p.label}" for p in points),
    )
    legend = words("chart.legend-beside" if beside else "chart.legend")
    limits = words("list.comma").join(definition.limits(context))
    limited = (f"{words('card.scope')}{words('list.colon')}{limits}",) if limits else ()
    caption = context.marked(words("list.stop").join((title, *limited, legend)))
    if axis.floor:
        caption = context.sentences(caption, context.word("chart.falls"))
    return Chart(indicator.id, title, description, points, nought, str(_BASE), lines, caption, sheet)


def _anchor(xs: Sequence[Decimal], index: int) -> str:
    """Where a point's label stands to it, so that crowded neighbours lean away from each other."""
    crowded_left = index > 0 and xs[index] - xs[index - 1] < _CROWDED
    crowded_right = index + 1 < len(xs) and xs[index + 1] - xs[index] < _CROWDED
    return "middle" if crowded_left == crowded_right else "start" if crowded_left else "end"


def _within(point: Point, sheet: Sheet) -> str:
    """The anchor of a point's label, or another where it would reach out of the drawing by it."""
    return next((anchor for anchor in (point.anchor, *_SIDES) if _fits(point, anchor, sheet)), point.anchor)


def _fits(point: Point, anchor: str, sheet: Sheet) -> bool:
    """True where a point's label stands so within the drawing."""
    x, wide, end = float(point.x), _width(point.label), sheet.width
    return {"start": x + wide <= end, "middle": wide / 2 <= min(x, end - x), "end": wide <= x}[anchor]
