"""A thread drawn on a time line: a row for each mark, a dotted line for each text, a band for each district.

Every label is measured, so that none runs into another or out of the drawing. What the marks are is left to
`corpus.threads`, how their signs look to `signs`, what their labels say to `labels`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ....corpus.threads import Mark, Strand, Thread
from ...context import PageContext
from .labels import mark_label, mark_name, text_label
from .scale import Scale, Year, scale_of, years_of
from .signs import brackets, end_sign, goes_on, start_sign
from .text_width import shortened, text_width

# In units of the view box, which are pixels where the page is wide enough.
WIDTH = 960
LEFT, RIGHT = 14, 946
SIZE = 13  # of every label
MOST = 18  # marks of one drawing
_ROW, _TALL = 30, 48  # a row whose label stands beside its mark, and one whose label stands above
_HEAD = 28  # above the first band, for the names of years
_LEVEL = 27  # for one line of names above a band
_HALF = 5  # of a sign
_GAP = 9  # between a sign and its label
_LONGEST = 430  # of the labels, without what they say of a missing time
_RISE = 4.5  # from the middle of a line of words to where it stands


@dataclass(frozen=True, slots=True)
class Words:
    """A label: its words, where they stand, and to which side of their place."""

    text: str
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Reach:
    """The rectangle in which a link can be pointed at."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark as paths: its line and what stands on it; `name` is what it is called, which begins with its label."""

    kind: str
    path: str
    name: str
    run: str
    sign: str
    edges: str
    beyond: str
    label: Words
    reach: Reach


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A text as a dotted line with its name above it."""

    path: str
    line: str
    label: Words
    reach: Reach


@dataclass(frozen=True, slots=True)
class Band:
    """What a drawing shows of one district, from `y` down; `title` names it where the thread has several."""

    y: str
    title: Words | None
    texts: tuple[DrawnText, ...]
    marks: tuple[DrawnMark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing of a thread, or of a part of one that is too long for one drawing."""

    name: str
    height: int
    years: tuple[Year, ...]
    bands: tuple[Band, ...]


def drawings(context: PageContext, thread: Thread) -> Iterator[Drawing]:
    """The drawings of a thread: one where it holds all, else as many as it takes, by districts and decades."""
    for strands in _parts(thread.strands):
        yield _drawing(context, thread, strands)


def _parts(strands: Sequence[Strand]) -> Iterator[tuple[Strand, ...]]:
    """Strands that stand in one drawing, as many as it holds; a longer one by decades, a full decade in runs."""
    together: list[Strand] = []
    for strand in strands:
        if together and sum(len(one.marks) for one in (*together, strand)) > MOST:
            yield tuple(together)
            together = []
        if len(strand.marks) <= MOST:
            together.append(strand)
            continue
        for _, decade in groupby(strand.marks, key=lambda mark: mark.end.year // 10):
            marks = tuple(decade)
            for first in range(0, len(marks), MOST):
                yield (Strand(strand.district, marks[first : first + MOST]),)
    if together:
        yield tuple(together)


def _drawing(context: PageContext, thread: Thread, strands: Sequence[Strand]) -> Drawing:
    scale = scale_of([mark for strand in strands for mark in strand.marks], LEFT, RIGHT)
    bands, bottom = [], float(_HEAD)
    for strand in strands:
        band, bottom = _band(context, strand, scale, bottom, named=len(thread.strands) > 1)
        bands.append(band)
    name = context.words(
        "thread.drawing",
        name=context.plain(thread.name),
        districts=context.words("list.comma").join(context.district_name(strand.district) for strand in strands),
        first=str(scale.first),
        last=str(scale.last),
    )
    return Drawing(name, round(bottom), tuple(years_of(scale)), tuple(bands))


def _band(context: PageContext, strand: Strand, scale: Scale, top: float, *, named: bool) -> tuple[Band, float]:
    """A district's band from `top` down, and where it ends."""
    y, title = top + 4, None
    if named:
        name = shortened(context.district_name(strand.district), SIZE, RIGHT - LEFT)
        title = Words(name, str(LEFT), f"{y + _LEVEL / 2 + _RISE:.1f}", "start")
        y += _LEVEL
    named_texts = tuple(_named_texts(context, strand.marks, scale))
    bottom = y + _LEVEL * (1 + max(one.level for one in named_texts))
    rows = []
    for mark in strand.marks:
        row, bottom = _row(context, mark, scale, bottom)
        rows.append(row)
    bottom += 6
    labels = [_name_of(one, y + _LEVEL * one.level) for one in named_texts]
    words = [*labels, *(row.label for row in rows)]
    texts = tuple(
        _text(one, label, y + _LEVEL * one.level, bottom, words) for one, label in zip(named_texts, labels, strict=True)
    )
    return Band(f"{top:.1f}", title, texts, tuple(rows)), bottom + 6


@dataclass(frozen=True, slots=True)
class _NamedText:
    """A text with its name: where its line stands, from where to where the name reaches at most, and at which level.

    `anchor` is the end of the name that is at its line.
    """

    path: str
    text: str
    x: float
    left: float
    right: float
    anchor: str
    level: int


def _named_texts(context: PageContext, marks: Sequence[Mark], scale: Scale) -> Iterator[_NamedText]:
    """The texts of these marks, the earliest first; a name that would run into an earlier one stands below it."""
    placed: list[_NamedText] = []
    for mark in sorted({mark.report.id: mark for mark in marks}.values(), key=lambda one: (one.said, one.report.id)):
        text, x = shortened(text_label(context, mark), SIZE, _LONGEST), scale.at(mark.said)
        width = text_width(text, SIZE)
        anchor = "start" if x - _GAP + width <= RIGHT else "end"
        left = max(LEFT, x - _GAP if anchor == "start" else min(x + _GAP, RIGHT) - width)
        under = [one.level for one in placed if one.right + _GAP > left and one.left - _GAP < left + width]
        path, level = context.path("reports", mark.report.id), max(under, default=-1) + 1
        one = _NamedText(path, text, x, left, left + width, anchor, level)
        placed.append(one)
        yield one


def _name_of(one: _NamedText, top: float) -> Words:
    """The name of a text, on the line from `top` down."""
    x = one.left if one.anchor == "start" else one.right
    return Words(one.text, f"{x:.1f}", f"{top + _LEVEL / 2 + _RISE - 2:.1f}", one.anchor)


def _text(one: _NamedText, label: Words, top: float, bottom: float, words: Sequence[Words]) -> DrawnText:
    """A text whose name stands from `top` down, and whose line reaches to `bottom`, but not through words."""
    reach = Reach(f"{one.left - 3:.1f}", f"{top:.1f}", f"{one.right - one.left + 6:.1f}", str(_LEVEL - 1))
    return DrawnText(one.path, _line(one.x, top + _LEVEL - 5, bottom, words), label, reach)


def _line(x: float, top: float, bottom: float, words: Sequence[Words]) -> str:
    """A line down at `x` that is broken where words lie."""
    pieces, at = [], top
    for label in sorted(words, key=lambda one: float(one.y)):
        left, right = _covered(WIDTH, 0, label)
        above, below = float(label.y) - SIZE, float(label.y) + _RISE
        if left - 3 < x < right + 3 and below > at:
            pieces += [(at, above)] if above > at else []
            at = below
    return "".join(f"M{x:.1f} {start:.1f}V{end:.1f}" for start, end in (*pieces, (at, bottom)) if end > start)


def _row(context: PageContext, mark: Mark, scale: Scale, top: float) -> tuple[DrawnMark, float]:
    """A mark's row from `top` down, and where it ends."""
    start, end = scale.extent(mark)
    outer = _HALF + (6 if _is_inferred(mark) else 1)
    text = _label(context, mark)
    x, anchor = _beside(start - outer, end + outer, text_width(text, SIZE))
    height = _ROW if anchor else _TALL
    y = top + height - _ROW / 2
    label = Words(text, f"{x:.1f}", f"{y + _RISE if anchor else top + 16:.1f}", anchor or "start")
    left, right = _covered(start - outer, end + outer, label)
    reach = Reach(f"{left:.1f}", f"{top + 1:.1f}", f"{right - left:.1f}", str(height - 2))
    path, name = context.statement_path(mark.statement), mark_name(context, mark, text)
    return DrawnMark(mark.statement.kind, path, name, *_paths(mark, start, end, y), label, reach), top + height


def _is_open(mark: Mark) -> bool:
    return mark.promises and not mark.period


def _is_inferred(mark: Mark) -> bool:
    return mark.period is not None and mark.period_basis == "inferred"


def _covered(left: float, right: float, label: Words) -> tuple[float, float]:
    """From where to where a mark and its label reach, within the drawing."""
    x, width = float(label.x), text_width(label.text, SIZE)
    first = x - width if label.anchor == "end" else x
    return max(0, min(left, first)), min(WIDTH, max(right, first + width))


def _label(context: PageContext, mark: Mark) -> str:
    """A mark's label as it fits; of one without a time it says so, whatever is cut."""
    none = "" if mark.period else context.words("list.semicolon") + context.words("time.none")
    return shortened(mark_label(context, mark), SIZE, _LONGEST) + none


def _beside(left: float, right: float, width: float) -> tuple[float, str]:
    """Where a label stands to a mark that reaches from `left` to `right`, and to which side; '' for above it."""
    if right + _GAP + width <= RIGHT:
        return right + _GAP, "start"
    if left - _GAP - width >= LEFT:
        return left - _GAP, "end"
    return max(LEFT, min(left, RIGHT - width)), ""


def _paths(mark: Mark, start: float, end: float, y: float) -> tuple[str, str, str, str]:
    """A mark's line, the sign at its end, its strokes, and the dots of one that goes on."""
    said = start_sign(start, y, _HALF + 1) if mark.promises else ""
    if _is_open(mark):
        return f"M{start:.1f} {y:.1f}H{max(start, end - 32):.1f}", "", said, goes_on(end, y)
    run = f"M{start:.1f} {y:.1f}H{end:.1f}" if end > start else ""
    edges = said + (brackets(end, y, _HALF) if _is_inferred(mark) else "")
    return run, end_sign(mark.statement.kind, end, y, _HALF), edges, ""
