"""What stands over the text of a PDF's pages, as watermarks do: words at an angle, and large ones in one place of most.

What stands at the edges of pages is left to `pdf_edges`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from .pdf_lines import HAN, Line, Piece

_LARGE = 1.5  # heights of the text's characters
_MOST = 0.67  # of the pages

_Pages = Sequence[Sequence[Piece]]


def without_watermarks(pages: _Pages) -> tuple[list[list[Piece]], list[list[Line]]]:
    """The pieces of pages that are text, and the lines that stand over them."""
    heights = [piece.line.height for page in pages for piece in page for _ in HAN.findall(piece.line.text)]
    large = _LARGE * (median(heights) if heights else 0.0)
    places = Counter(key for page in pages for key in {_place(piece.line) for piece in page})
    often = {place for place, count in places.items() if count >= max(2, _MOST * len(pages))}

    def is_over(piece: Piece) -> bool:
        return piece.is_turned or (piece.line.height > large and _place(piece.line) in often)

    text = [[piece for piece in page if not is_over(piece)] for page in pages]
    return text, [[piece.line for piece in page if is_over(piece)] for page in pages]


def _place(line: Line) -> tuple[str, int, int]:
    return line.text, round(line.left / 3), round(line.bottom / 3)
