"""Which lines of a PDF begin a paragraph: by their indent, by the gap above them, by the end of the line before.

A paragraph may be set within the edges of the text, or its first line without them. What the lines are is left to
`pdf_lines`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .pdf_lines import HAN, Line
from .units import is_ended, is_numbered

_WHOLE = re.compile(".?[0-9A-Za-z“（(+-]")  # a word that no line breaks, at the beginning
_WORD = 10  # characters that such a word may have
_FEW = 16  # lines
_STOPS = re.compile("[，。；、]")
_BULLET = re.compile("[●•·▪■◆★○►➢✓\uf000-\uf0ff]")
# A line that begins so is begun, whatever stands before it: a note, a row, or words for what follows, as 责任单位：
_BEGUN = re.compile(
    "[\\[［〔【][0-9]{1,3}[\\]］〕】](?![，。；、])|[①-⑳⑴-⒇*※]|[0-9]{1,3} +[\u3400-\u9fff]{2}|[^，。；：]{2,8}："
)
_HEADED = re.compile("第[一二三四五六七八九十]|[（(]?[一二三四五六七八九十]{1,3}[）)、]")
# In heights of a line: what is the same place, an indent at the least and at the most, and where a line is full.
_ALIKE, _LEAST, _MOST, _FULL = 0.5, 0.8, 3.5, 2.5
_WIDE = 8  # as wide as a line is at the least that goes on


@dataclass(frozen=True, slots=True)
class _Measures:
    """Of a text: the height of a line, the usual distance of two, the edges by column, the usual indent or 0."""

    size: float
    distance: float
    edges: dict[int, tuple[float, float]]
    indent: float

    def inset(self, line: Line) -> float:
        """How far a line begins from the left edge."""
        return line.left - self.edges[line.column][0]

    def room(self, line: Line) -> float:
        """How far a line ends from the right edge."""
        return self.edges[line.column][1] - line.right

    def is_apart(self, before: Line, line: Line) -> bool:
        gap = _gap(before, line)
        larger = max(1.0, min(line.height, before.height) / self.size)
        return gap is not None and gap > larger * (self.distance + 0.4 * self.size)


def beginnings(lines: Sequence[Line]) -> set[Line]:
    """The lines that begin a paragraph, or are one."""
    if not lines:
        return set()
    measures = _measures(lines)
    found = {lines[0]}
    within: set[Line] = set()  # lines that go on a paragraph within the edges
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        if _may_go_on(before, line, measures) and _goes_on_within(
            lines, index, before in within, before in found, measures
        ):
            within.add(line)
            if _is_item(before.text) and before.left < line.left and before not in within:
                found.add(before)
        elif _begins(before, line, measures):
            found.add(line)
    return found


def _measures(lines: Sequence[Line]) -> _Measures:
    prose = [line for line in lines if not line.is_row] or lines
    edges = _edges_of_columns(lines, prose)
    size = median(line.height for line in prose) or 10.0
    # Of lines of the text's size: those of a table lie closer.
    text = [line for line in prose if line.height > 0.9 * size or not HAN.search(line.text)]
    gaps = [gap for one, two in pairwise(text) if (gap := _gap(one, two)) is not None]
    indents = [line.left - edges[line.column][0] for line in prose]
    indents = [indent for indent in indents if _LEAST * size < indent < _MOST * size]
    distance = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    return _Measures(size, distance, edges, median(indents) if 10 * len(indents) > len(prose) else 0.0)


def _begins(before: Line, line: Line, measures: _Measures) -> bool:
    """True of a line that begins a paragraph where this is as wide as the text."""
    size = measures.size
    # A number that did not fit in the line before leaves that line short, in mid-sentence.
    moved = measures.room(before) < _WORD * size and _WHOLE.match(line.text) and not is_ended(before.text)
    ended = measures.room(before) > _FULL * size and not moved
    words = HAN.search(line.text) and HAN.search(before.text)  # digits are lower
    resized = words and abs(line.height - before.height) > 0.25 * size and abs(line.left - before.left) > 0.5 * size
    # Without indents a page's end and a sentence's together may be a paragraph's.
    turned = _gap(before, line) is None and not measures.indent and is_ended(before.text)
    indented = measures.inset(line) > _LEAST * size
    apart = measures.is_apart(before, line)
    return bool(indented or apart or ended or resized or turned or line.is_row or before.is_row or line.is_begun)


def _may_go_on(before: Line, line: Line, measures: _Measures) -> bool:
    """True where nothing but its place and the room before it tells that a line begins a paragraph."""
    are_text = not (line.is_row or before.is_row or line.is_begun) and before.column == line.column
    alike = abs(line.height - before.height) < 0.25 * measures.size or not HAN.search(line.text)
    wide = before.right - before.left > _WIDE * measures.size
    begun = is_numbered(line.text) or _BEGUN.match(line.text)
    return are_text and alike and wide and not measures.is_apart(before, line) and not begun


def _goes_on_within(lines: Sequence[Line], index: int, going_on: bool, begun: bool, measures: _Measures) -> bool:
    """True of a line that goes on a paragraph narrower than the text, or one of which the first line alone is not.

    `going_on` says whether the line before does so, `begun` whether it begins a paragraph.
    """
    before, line, size = lines[index - 1], lines[index], measures.size
    is_prose = _STOPS.search(before.text) is not None and not is_ended(before.text)
    if _HEADED.match(before.text) and not re.search("[。；：]", before.text):
        return False
    alike = abs(before.left - line.left) < _ALIKE * size
    first = 1.5 * size < before.left - line.left < 2.7 * size
    ends_alike = _ends_alike(lines, index, size)
    if measures.inset(line) <= _LEAST * size:
        # At the edge no paragraph begins where others have an indent.
        is_narrow = measures.room(before) > _FULL * size and (alike or first)
        return measures.indent > 0 and is_narrow and (is_prose or ends_alike and is_ended(before.text))
    usual = abs(measures.inset(line) - measures.indent) < _ALIKE * size
    full = measures.room(before) < _FULL * size
    if alike or first:
        centred = abs(measures.room(before) - measures.inset(line)) < 1.5 * size
        is_narrow = ends_alike and centred and not full
        is_set = going_on or not usual or is_narrow or re.search("[。；]", before.text) is not None
        return is_set and (full or centred) and (is_prose or (ends_alike and not usual))
    return before.left < line.left and (begun or _is_item(before.text)) and full and is_prose


def _ends_alike(lines: Sequence[Line], index: int, size: float) -> bool:
    """True where the line before ends where its neighbour in the same paragraph does."""
    before, line = lines[index - 1], lines[index]
    near = [line, *lines[max(0, index - 2) : index - 1]]
    return any(
        abs(one.right - before.right) < size and abs(one.left - line.left) < 2.7 * size and one.column == line.column
        for one in near
    )


def _is_item(text: str) -> bool:
    return is_numbered(text) or _BULLET.match(text) is not None


def _edges_of_columns(lines: Sequence[Line], prose: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """The edges of the text by column; of a few lines over columns they are the outer ones of these."""
    columns = sorted({line.column for line in lines})
    edges = {column: _edges([line for line in prose if line.column == column] or prose) for column in columns}
    if len(columns) > 1 and sum(not line.column for line in prose) < _FEW:
        others = [edges[column] for column in columns if column]
        edges[0] = min(left for left, _ in others), max(right for _, right in others)
    return edges


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """The left and the right edge of the text of a column: where a fair share of its lines begins, and most end."""
    places = Counter(round(line.left / 2) for line in lines)
    often = (place for place, count in places.items() if count >= max(2, len(lines) // 10))
    return 2.0 * min(often, default=min(places)), sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]


def _gap(before: Line, line: Line) -> float | None:
    """The height between two lines of a page, from base to base; None where the second stands on the next page."""
    return before.bottom - line.bottom if before.page == line.page and before.bottom > line.bottom else None
