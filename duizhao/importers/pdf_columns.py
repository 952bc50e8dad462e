"""The columns of a PDF's pages, where a gap runs through them: the pieces of each stand one after the other.

What becomes of pieces is left to `pdf_lines`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from .pdf_lines import HAN, Line, Piece

_FEWEST = 5  # lines of a column by which it is known
_WIDTH = 8  # Chinese characters that it is wide at the least
_GAP = 0.8  # as wide as the gap is at the least
_APART = 2.5  # as far as a head or a foot is from the lines of a page
_FULL = 3.0  # as far as a full line may end from the column's end
_INDENT = 3.5
_NEAR = 6.0  # as far from a column as full lines of the one before it may end
_MOST_PLACES = 24  # at which columns are looked for
_STOPS = re.compile("[，。；：、！]")
_IN_SENTENCES = 0.33  # of the lines of a column that have a stop; cells of a table have none


def in_columns(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of pages, in their order; of such with columns the left ones come first, between what spans both."""
    size = _size(pages)
    known = {start for page in pages for start in _starts(page, size, in_turn=False) if _is_set(pages, start, size)}
    parted = ({*_starts(page, size, in_turn=True)} | known for page in pages)
    return [_ordered(page, sorted(starts), size) for page, starts in zip(pages, parted, strict=True)]


def _is_set(pages: Sequence[Sequence[Piece]], start: float, size: float) -> bool:
    """True where most lines of a document end or begin at a gap: in a table the sides take turns, too."""
    lines = [piece.line for page in pages for piece in page if _STOPS.search(piece.line.text)]
    over = [line for line in lines if line.left < start and line.right >= start - _GAP * size]
    return 3 * len(over) < len(lines)


def unparted(pages: Sequence[Sequence[Line]]) -> list[int]:
    """The pages, from 1, whose lines begin far apart as those of columns do, and have no gap between them."""
    return [number for number, page in enumerate(pages, 1) if _is_mixed(page)]


def _size(pages: Sequence[Sequence[Piece]]) -> float:
    heights = [piece.line.height for page in pages for piece in page if HAN.search(piece.line.text)]
    return (median(heights) if heights else 0.0) or 10.0


def _starts(page: Sequence[Piece], size: float, *, in_turn: bool) -> Iterator[float]:
    """The left edges of columns of text on a page, the first one’s aside; `in_turn` those that pdfium gives so."""
    left = min((piece.line.left for piece in page), default=0.0)
    places = Counter(round(piece.line.left / 2) for piece in page)
    for place in sorted(place for place, count in places.most_common(_MOST_PLACES) if count >= 2):
        start = 2.0 * place - 2
        if start < left + _WIDTH * size:
            continue
        for band in _bands(page, start, size):
            before = [piece for piece in band if start - _NEAR * size < piece.line.right < start - _GAP * size]
            behind = [piece for piece in band if start <= piece.line.left < start + _INDENT * size]
            sides = [piece.line.left >= start for piece in band]
            turns = sum(one != two for one, two in pairwise(sides))
            if _is_text(before, size) and _is_text(behind, size) and (not in_turn or 6 * turns < len(band)):
                yield start
                break


def _bands(page: Sequence[Piece], start: float, size: float) -> list[list[Piece]]:
    """The pieces of a page, parted where some stand over the gap before a place; from the top, in their order."""
    spanning = _spanning(page, start, size)
    over = sorted(line.bottom for line in spanning)
    within = [(-bisect_right(over, piece.line.bottom), piece) for piece in page if piece.line not in spanning]
    ordered = sorted(within, key=lambda one: one[0])
    return [[piece for _, piece in group] for _, group in groupby(ordered, key=lambda one: one[0])]


def _spanning(page: Sequence[Piece], start: float, size: float) -> set[Line]:
    """The lines over the gap before a place, with what stands apart at the top and the foot of the page."""
    lines = sorted((piece.line for piece in page), key=lambda line: line.bottom)
    found = {line for line in lines if line.left < start and line.right >= start - _GAP * size}
    for order in (lines, lines[::-1]):
        edge = [line for line in order if abs(line.bottom - order[0].bottom) < 0.5 * size]
        if len(edge) < len(order) and abs(order[len(edge)].bottom - order[0].bottom) > _APART * size:
            found |= set(edge)
    return found


def _is_text(pieces: Sequence[Piece], size: float) -> bool:
    """True of the lines of a column of text: most are full, and they are pieces of sentences."""
    words = [piece.line for piece in pieces if HAN.search(piece.line.text)]
    stopped = sum(_STOPS.search(line.text) is not None for line in words)
    if len(words) < _FEWEST or stopped < _IN_SENTENCES * len(words):
        return False
    right = sorted(line.right for line in words)[int(0.9 * (len(words) - 1))]
    full = [line for line in words if line.right > right - _FULL * size]
    return 2 * len(full) >= len(words) and median(line.right - line.left for line in words) >= _WIDTH * size


def _ordered(page: Sequence[Piece], starts: Sequence[float], size: float) -> list[Piece]:
    start = next((start for start in starts if any(piece.line.left >= start for piece in page)), None)
    if start is None:
        return list(page)
    spanning = _spanning(page, start, size)
    over = [piece for piece in page if piece.line in spanning]
    made: list[Piece] = []
    height = None
    for band in _bands(page, start, size):
        top = max(piece.line.bottom for piece in band)
        above = [piece for piece in over if piece.line.bottom > top and (height is None or piece.line.bottom < height)]
        made += above
        height = min((piece.line.bottom for piece in above), default=height)
        before = [piece for piece in band if piece.line.left < start]
        behind = [piece for piece in band if piece.line.left >= start]
        are_columns = before and behind and any(start <= piece.line.left < start + _INDENT * size for piece in behind)
        if are_columns:
            made += [_in_column(piece, 1) for piece in before]
            later = [one for one in starts if one > start + _WIDTH * size]
            made += [_in_column(piece, piece.line.column + 2) for piece in _ordered(behind, later, size)]
        else:
            made += band
    return made + [piece for piece in over if piece not in made]


def _in_column(piece: Piece, column: int) -> Piece:
    return replace(piece, line=replace(piece.line, column=column))


def _is_mixed(page: Sequence[Line]) -> bool:
    own = [line for line in page if HAN.search(line.text) and not line.column and not line.is_row]
    if len(own) < 4 * _FEWEST:
        return False
    left, right = min(line.left for line in own), max(line.right for line in own)
    far = [
        line for line in own if line.left > left + 0.3 * (right - left) and line.right > right - 0.1 * (right - left)
    ]
    return 0.3 * len(own) < len(far)
