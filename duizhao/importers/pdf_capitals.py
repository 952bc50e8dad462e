"""Drop capitals of a PDF: a large character over several lines, with the line that it begins.

What becomes of the lines is left to `pdf`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .pdf_lines import CAPITAL, HAN, Line, Piece, size_of

_LARGE, _LOW = 1.6, 0.72  # heights of a Chinese character that a capital has; of which a figure has some
_NEAR = 2.5  # as far as the lines beside it may begin from it, in such heights
_FEWEST = 2  # lines beside it


def with_capitals(page: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page, a drop capital at the head of the line that it begins."""
    size = size_of(page)
    made = [*page]
    for piece in page:
        if not _is_large(piece.line, size):
            continue
        beside = [one for one in made if _is_beside(piece.line, one.line, size)]
        if len(beside) >= _FEWEST and max(one.line.left for one in beside) - beside[0].line.left < size:
            made = [_moved(one, piece, beside) for one in made if one is not piece]
    return made


def _is_large(line: Line, size: float) -> bool:
    return len(line.text) == 1 and line.height > _LARGE * size * (1 if HAN.match(line.text) else _LOW)


def _is_beside(capital: Line, line: Line, size: float) -> bool:
    """True of a line that begins to the right of a capital, and is hardly higher or lower than it."""
    middle = (line.bottom + line.top) / 2
    near = -0.3 * size < line.left - capital.right < _NEAR * size
    beside = capital.bottom - size < middle < capital.top + 0.5 * size
    return near and beside and line.height < capital.height / CAPITAL


def _moved(piece: Piece, capital: Piece, beside: Sequence[Piece]) -> Piece:
    """The piece as it would stand without the capital: the first beside it begins with it, the others at the edge."""
    if piece not in beside:
        return piece
    line = replace(piece.line, left=capital.line.left)
    if piece is max(beside, key=lambda one: one.line.bottom):
        line = replace(line, text=capital.line.text + line.text, is_begun=True)
    return replace(piece, line=line)
