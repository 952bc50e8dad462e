"""What stands at the top and the foot of a PDF's pages beside the text: heads, numbers of pages, footnotes.

What the lines of a page are is left to `pdf_lines`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ..text.numerals import number_of
from .pdf_lines import HAN, Line

_NUMERAL = re.compile("[0-9]+|[一二三四五六七八九十百]+")
_BARE = re.compile("[0-9]{1,4}|[一二三四五六七八九十百]{1,5}")
# What is no amount, by what stands about the number.
_DRESSED = re.compile(
    "[-—–－·～~\\s]+{0}[-—–－·～~\\s]+|[\\[［]{0}[\\]］]|第\\s*{0}\\s*页(?:[\\s,，/／]*共\\s*{0}\\s*页)?"
    "|{0}\\s*页|{0}\\s*[/／]\\s*{0}|[Pp](?:age)?\\.?\\s*{0}(?:\\s*of\\s*{0})?".replace(
        "{0}", "(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
    )
)
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_NOTE = re.compile("[①-⑳⑴-⒇*※]|[\\[〔［【(（]?[0-9]{1,2}[\\]〕］】)）]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[0-9]{1,2}(?=[\u3400-\u9fff“《])")
_APART = 1.4  # usual distances of two lines, from which on a line stands apart
_ROWS = 3  # rows of a page's edge that may be no text
_LONGEST = 60  # characters


def furniture(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Lines at the edges of pages that stand on most of them, or that change with the pages as heads and numbers do."""
    edges = [line for page in pages for line in _edges(page) if len(line.text) < _LONGEST]
    often = max(2, (2 * len(pages) + 2) // 3)
    found = {line for group in _alike(edges) if len(group) >= often for line in group}
    usual = _usual(pages)
    outside = {line for page in pages for line in _outside(page, usual)} & set(edges)
    found |= set(_changing(outside, pages))
    ends = {line for page in pages for line in _ends(page)}
    found |= set(_counting(edges, ends))
    found |= {line for line in ends if _DRESSED.fullmatch(_plain(line))}
    block = [line.bottom for page in pages for line in page if line not in found and not _is_number(line)]
    low, high = min(block, default=0.0) - _APART * usual, max(block, default=0.0) + _APART * usual
    return found | {line for line in outside if _is_page_number(line, low, high)}


def footnotes(pages: Sequence[Sequence[Line]], others: set[Line]) -> set[Line]:
    """The lines of notes at a page's foot: smaller than the text, from one that begins with a mark."""
    size = _size(line for page in pages for line in page)
    found: set[Line] = set()
    for page in pages:
        small: list[Line] = []
        for line in reversed([line for line in page if line not in others]):
            if line.is_row or not HAN.search(line.text) or line.height > 0.88 * size:
                break
            small.append(line)
        starts = [index for index, line in enumerate(small) if _NOTE.match(line.text)]
        if starts and len(small) < len(page) - len(others & set(page)):
            found |= set(small[: starts[-1] + 1])
    return found


def _size(lines: Iterator[Line]) -> float:
    heights = [line.height for line in lines for _ in HAN.findall(line.text)]
    return median(heights) if heights else 0.0


def _usual(pages: Sequence[Sequence[Line]]) -> float:
    """The distance of two lines of the text that follow each other."""
    gaps = [one.bottom - two.bottom for page in pages for one, two in pairwise(page) if one.bottom > two.bottom]
    return median(gaps) if gaps else 0.0


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page by height, from its foot, those of one height together."""
    rows: list[list[Line]] = []
    for line in sorted(page, key=lambda line: line.bottom):
        if rows and line.bottom - rows[-1][0].bottom < 0.5 * max(line.height, rows[-1][0].height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edges(page: Sequence[Line]) -> set[Line]:
    """The lines of the two highest and of the two lowest rows of a page."""
    rows = _rows(page)
    return {line for row in (*rows[:2], *rows[-2:]) for line in row}


def _ends(page: Sequence[Line]) -> Iterator[Line]:
    """The highest and the lowest line of a page, where each stands alone in its row."""
    rows = _rows(page)
    if len(rows) > 1:
        yield from (row[0] for row in (rows[0], rows[-1]) if len(row) == 1)


def _outside(page: Sequence[Line], usual: float) -> Iterator[Line]:
    """The lines of the edges of a page that stand apart from its text."""
    rows = _rows(page)
    for order in (rows, rows[::-1]):
        for number in range(1, min(_ROWS + 1, len(order))):
            if abs(order[number][0].bottom - order[number - 1][0].bottom) > _APART * usual:
                yield from (line for row in order[:number] for line in row)
                break


def _alike(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of the same words at one height, on a page each; their figures may count up with the pages."""
    groups: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        groups.setdefault((_NUMERAL.sub("0", _plain(line)), round(line.bottom / 3)), []).append(line)
    for group in groups.values():
        numbers = [[number_of(numeral) for numeral in _NUMERAL.findall(_plain(line))] for line in group]
        kept = set(range(len(group)))
        for column in zip(*numbers, strict=True):
            same = _most([*column])
            counted = _most([number - line.page for number, line in zip(column, group, strict=True)])
            kept &= same if len(same) > len(counted) else counted
        yield [line for index, line in enumerate(group) if index in kept]


def _most(values: Sequence[object]) -> set[int]:
    """The places of the value that stands most often."""
    value = Counter(values).most_common(1)[0][0]
    return {index for index, one in enumerate(values) if one == value}


def _changing(outside: set[Line], pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Lines apart from the text at a height at which most pages have one, of words that come again: chapters’ heads."""
    places: dict[int, list[Line]] = {}
    for line in outside:
        for near in (-1, 0, 1):
            places.setdefault(round(line.bottom / 3) + near, []).append(line)
    for lines in places.values():
        on = {line.page for line in lines}
        again = Counter(_plain(line) for line in lines)
        repeated = sum(count for count in again.values() if count > 1)
        if len(on) >= max(3, 0.6 * len(pages)) and repeated > 0.6 * len(lines) and len(again) <= 0.67 * len(lines):
            size = median(line.height for line in lines)
            yield from (line for line in lines if abs(line.height - size) < 0.15 * size)


def _counting(edges: Sequence[Line], ends: set[Line]) -> Iterator[Line]:
    """Numbers that count up with three pages at one height, or with two where nothing is beyond them."""
    groups: dict[tuple[object, int], list[Line]] = {}
    for line in edges:
        if _is_number(line):
            first = number_of(_NUMERAL.findall(_plain(line))[0])
            groups.setdefault((first - line.page, round(line.bottom / 8)), []).append(line)
    for lines in groups.values():
        if len({line.page for line in lines}) >= (2 if ends.issuperset(lines) else 3):
            yield from lines


def _is_number(line: Line) -> bool:
    return bool(_BARE.fullmatch(_plain(line)) or _DRESSED.fullmatch(_plain(line)))


def _is_page_number(line: Line, low: float, high: float) -> bool:
    """True of a number below or above the text of all pages."""
    return _BARE.fullmatch(_plain(line)) is not None and not low <= line.bottom <= high


def _plain(line: Line) -> str:
    return line.text.translate(_WIDE)
