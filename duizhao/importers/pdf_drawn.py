"""What a page of a PDF draws and nobody reads: second copies of characters, as shadows are, and what is struck out.

What the lines of a page are is left to `pdf_lines`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
Char: TypeAlias = tuple[str, Box]

_PATH = 2
# In heights of a Chinese character: how near a copy is, how thick a stroke, and how long at least.
_NEAR, _THIN, _LONG = 0.18, 0.15, 0.4
_LOWEST, _HIGHEST = 0.25, 0.75  # of a character's height, between which a stroke strikes it out
_OVER = 0.5  # points that a stroke may end before a character does
_MOST_DRAWN, _MOST_STROKES = 20_000, 2_000
_FEWEST, _MOSTLY = 40, 0.6  # pairs of characters by which a page is known to be set in columns from above


def strokes(page: Any, size: float) -> list[Box]:
    """The boxes of the strokes of a page by which words may be struck out, for characters of a height."""
    drawn = (thing.get_bounds() for thing in islice(page.get_objects(filter=[_PATH], max_depth=3), _MOST_DRAWN))
    thin = (box for box in drawn if box[3] - box[1] < _THIN * size and box[2] - box[0] > _LONG * size)
    return [*islice(thin, _MOST_STROKES)]


def once_each(rows: Iterable[Sequence[Char]], size: float) -> list[list[Char]]:
    """The characters of each line without such as stand at nearly one place with the same one."""
    near, cells = _NEAR * size, defaultdict[tuple[str, int, int], list[Box]](list)

    def is_copy(char: str, box: Box) -> bool:
        column, row = int(box[0] // near), int(box[1] // near)
        around = (
            cells.get((char, x, y), ()) for x in (column - 1, column, column + 1) for y in (row - 1, row, row + 1)
        )
        if any(abs(one[0] - box[0]) < near and abs(one[1] - box[1]) < near for boxes in around for one in boxes):
            return True
        cells[char, column, row].append(box)
        return False

    return [[(char, box) for char, box in row if char.isspace() or not is_copy(char, box)] for row in rows]


def struck_out(chars: Sequence[Char], drawn: Sequence[Box]) -> set[int]:
    """The places of characters of a line that a stroke strikes out: it goes through the middle of one of them."""
    found: set[int] = set()
    lowest, highest = min((box[1] for _, box in chars), default=0), max((box[3] for _, box in chars), default=0)
    for stroke in drawn:
        if lowest < stroke[3] and stroke[1] < highest:
            below = [
                at for at, (_, box) in enumerate(chars) if stroke[0] - _OVER <= box[0] <= box[2] <= stroke[2] + _OVER
            ]
            found |= {*below} if any(_is_through(stroke, *chars[at]) for at in below) else set()
    return found


def _is_through(stroke: Box, char: str, box: Box) -> bool:
    height, middle = box[3] - box[1], (stroke[1] + stroke[3]) / 2
    return char.isalnum() and box[1] + _LOWEST * height < middle < box[1] + _HIGHEST * height


def is_set_from_above(chars: Sequence[Char], size: float) -> bool:
    """True of a page whose characters mostly stand below the ones that are read before them."""
    boxes = [box for char, box in chars if "\u3400" <= char <= "\u9fff"]
    below = sum(
        abs(one[0] - two[0]) < 0.5 * size and two[3] < one[3] - 0.5 * size
        for one, two in zip(boxes, boxes[1:], strict=False)
    )
    return len(boxes) > _FEWEST and below > _MOSTLY * len(boxes)
