"""Which lines say something of a report, by their form: paragraphs, short sentences, items of lists, rows of tables.

Whether they belong to the report is left to `sorting`, `within` and `ends`.
"""

from __future__ import annotations

import re

from .units import is_ended, is_numbered

PROSE = 40  # characters of a unit that is no heading, menu or caption, where it has a sentence
_SHORTEST, _SHORTEST_BEGUN = 5, 8  # Chinese characters and digits of a sentence, and of one that goes on below
_WORDS = re.compile("[\u3400-\u9fff0-9]")
# As no menu and no list of links is numbered.
_PART = re.compile(
    "第[一二三四五六七八九十]{1,3}(?:部分|[章节篇])|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
)
_NUMBER = re.compile("[（(]?[0-9０-９]{1,2}[）).．、]")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?:[-—－至~]|年|(?![0-9]))")
_CELLS = re.compile("\\S(?:[ ]*[\u3000\t|][ \u3000]*| {2,})\\S")


def is_prose(text: str) -> bool:
    """True of a unit that says something in sentences."""
    return len(text) >= PROSE and re.search("[。；！]", text) is not None


def is_part(text: str) -> bool:
    """True of a line that begins as the headings of a report's parts do: 一、…, （一）…, 第一部分 …."""
    return _PART.match(text) is not None


def has_cells(text: str) -> bool:
    """True of a line that is set in cells, as a row of a table is."""
    return _CELLS.search(text) is not None


def is_row(text: str) -> bool:
    """True of a row of a table that holds a figure."""
    return has_cells(text) and not re.search("[:：]", text) and _holds_figure(text)


def is_said(text: str) -> bool:
    """True of a short line that says something: a sentence, an item with a stop or a figure, a row with a figure."""
    words = len(_WORDS.findall(text))
    if is_numbered(text):
        return words > 2 and (is_ended(text) or _holds_figure(_NUMBER.sub("", text, count=1)))
    least = _SHORTEST_BEGUN if text.endswith(("：", ":")) else _SHORTEST
    return words >= least and is_ended(text) or is_row(text)


def says(text: str) -> bool:
    """True of a line that says something, or is the heading of a part."""
    return is_part(text) or is_said(text)


def _holds_figure(text: str) -> bool:
    return re.search("[0-9]", _YEAR.sub("", text)) is not None
