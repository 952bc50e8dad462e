"""The lines of boxes that stand beside the text of a PDF's page, in smaller characters: figures, explanations.

What stands over the text is left to `pdf_over`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from .pdf_lines import HAN, Line

_SMALL = 0.9  # heights of the text's characters
_FEWEST = 2  # lines of a box
_NARROW = 0.6  # of the width of the text
_STOPS = re.compile("[，。；、]")


def boxes(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """The lines of boxes; a page in columns and the rows of tables have none."""
    heights = [line.height for page in pages for line in page for _ in HAN.findall(line.text)]
    size = median(heights) if heights else 0.0
    return {line for page in pages for run in _runs(page, size) for line in run}


def _runs(page: Sequence[Line], size: float) -> Iterator[list[Line]]:
    text = [line for line in page if _is_text(line, size)]
    width = max((line.right - line.left for line in text), default=0.0)
    run: list[Line] = []
    for line in [*page, None]:
        if line is not None and _may_be_boxed(line, size, width) and (not run or _is_below(run[-1], line, size)):
            run.append(line)
            continue
        beside = sum(any(_is_beside(one, other) for other in text) for one in run)
        if len(run) >= _FEWEST and 2 * beside > len(run):
            yield run
        run = [line] if line is not None and _may_be_boxed(line, size, width) else []


def _is_text(line: Line, size: float) -> bool:
    return not line.is_row and line.height >= _SMALL * size and _STOPS.search(line.text) is not None


def _may_be_boxed(line: Line, size: float, width: float) -> bool:
    small = line.height < _SMALL * size and line.right - line.left < _NARROW * width
    return small and not line.is_row and not line.column


def _is_below(above: Line, line: Line, size: float) -> bool:
    return 0 < above.bottom - line.bottom < 2.5 * size and above.left < line.right and line.left < above.right


def _is_beside(line: Line, other: Line) -> bool:
    common = min(line.top, other.top) - max(line.bottom, other.bottom)
    return common > 0 and (other.right < line.left or line.right < other.left)
