"""The title of a PDF as one line, where it is set in several, or wide with gaps between its characters.

What becomes of it is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .pdf_lines import HAN, Line

_TITLE = re.compile("报告(?:[（(][^（()）]{1,12}[）)])?$")
# What the first line of a title has; a heading of the book, the page or the meeting in which it stands is none.
_BEGUN = re.compile("关于|[0-9０-９〇零一二三四五六七八九]{4}年|[区县市省旗州盟]|政府")
_OTHER = re.compile("[。：:]|会议|大会|(?:报告|年鉴|公报|文件|材料|[期号日报网）)])$")
_ISSUER = re.compile("(?:人民政府|办公室|委员会)$")  # above a title that names the place or the year itself
_WIDE = re.compile("(?:\\S ){3,}\\S")
_MOST = 3  # lines of a title
_ALIKE, _APART, _ASIDE = 0.12, 2.4, 2.0  # heights of its lines: differ at the most, lie apart, stand beside the middle


def with_titles_whole(page: Sequence[Line]) -> list[Line]:
    """The lines of a page, a title in several of them, one in the middle below the other, as one."""
    lines = [_narrow(line) for line in page]
    made: list[Line] = []
    while lines:
        count = next((count for count in range(_MOST, 1, -1) if _is_title(lines[:count])), 1)
        made.append(_joined(lines[:count]))
        del lines[:count]
    return made


def _narrow(line: Line) -> Line:
    """A title that is set wide without its gaps."""
    words = line.text.replace(" ", "")
    return replace(line, text=words) if _WIDE.fullmatch(line.text) and _TITLE.search(words) else line


def _is_title(lines: Sequence[Line]) -> bool:
    """True of lines below each other that are a title together, and the first of them none."""
    words = [line.text.replace(" ", "") if _WIDE.fullmatch(line.text) else line.text for line in lines]
    are_words = _BEGUN.search(words[0]) and _TITLE.search(words[-1]) and all(HAN.search(one) for one in words)
    if not are_words or any(_OTHER.search(one) for one in words[:-1]) or any(line.is_row for line in lines):
        return False
    if _ISSUER.search(words[0]) and _BEGUN.search(words[1]):
        return False
    return all(_is_below(one, two) for one, two in zip(lines, lines[1:], strict=False))


def _is_below(above: Line, line: Line) -> bool:
    """True of a line under the middle of another of its size."""
    size = max(above.height, line.height)
    alike = abs(above.height - line.height) < _ALIKE * size and above.column == line.column
    near = 0 < above.bottom - line.bottom < _APART * size
    return alike and near and abs(above.left + above.right - line.left - line.right) < _ASIDE * size


def _joined(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    return replace(
        lines[0],
        text="".join(line.text.replace(" ", "") if _WIDE.fullmatch(line.text) else line.text for line in lines),
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        bottom=lines[-1].bottom,
    )
