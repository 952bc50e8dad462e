"""A paragraph into sentences and clauses: the pieces of which statements are made.

Marks within a name or a title part nothing. Whether a clause states anything is left to `judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENDS, _PARTS = "。！？!?", "，；：,;:"
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "「": "」", "『": "』"}
# The number of an item, which is no part of what it says.
_ITEM = re.compile(
    "（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,2}(?:是|、)|[0-9]{1,2}(?:[.．](?![0-9])|、)"
)
# Words in quotation marks are speech, and parted, where they hold a sentence or are longer than any name.
_LONGEST_NAME = 24
# Cells of a row of a table: what stands between them, figures without a unit of their own, years.
_BETWEEN_CELLS = re.compile("[ ]*[\u3000\t|][ \u3000\t|]*| {2,}")
_BARE = re.compile(
    "(?:[约近超]?[-+−]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[-—~～][0-9][0-9.,]*)?(?:左右|以上|以下|以内)?|[-—–/…·]+)?"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}(?:年.{0,4})?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at start..end of a text, without the mark that ends it; `sentence` and `index` count from nought.

    `before` and `after` are the marks about it, "" where the text begins or ends.
    """

    start: int
    end: int
    sentence: int
    index: int
    before: str
    after: str
    speech: bool


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text in order."""
    found: list[Clause] = []
    sentence = index = start = 0
    before = ""
    closed = dict(_closed(text))
    speeches = [(a, b) for a, b in closed.items() if text[a] in "“「" and _is_speech(text[a + 1 : b])]
    for at, mark in (*_marks(text, closed), (len(text), "")):
        first, last = _bare(text, start, at)
        if (item := _ITEM.match(text, first)) and item.end() < last:
            first = item.end()
        if first < last:
            speech = any(a < first and last <= b for a, b in speeches)
            found.append(Clause(first, last, sentence, index, before, mark, speech))
            index += 1
        if mark and mark in _ENDS:
            sentence, index = sentence + (index > 0), 0
        before, start = mark, at + 1
    return tuple(found)


def is_bare_row(text: str) -> bool:
    """True of a row of a table whose figures have their unit elsewhere, and of one of years."""
    if re.search(f"[{_ENDS}；，]", text):
        return False
    cells, words = _BETWEEN_CELLS.split(text.strip(" |")), re.split("[\\s|]+", text.strip(" |"))
    wide = len(cells) > 1 and any(cell and _BARE.fullmatch(cell) for cell in cells[1:])
    return wide or (len(words) > 1 and all(_BARE.fullmatch(one) or _YEAR.fullmatch(one) for one in words[1:]))


def is_row_of_years(text: str) -> bool:
    """True of a row of a table that holds no figure but years."""
    return all(_YEAR.fullmatch(one) for one in re.split("[\\s|]+", text.strip(" |"))[1:])


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks at its ends, and without one half of a pair of quotation marks."""
    while start < end and (text[start].isspace() or text[start] in "”’" or _is_half(text, start, start + 1, end)):
        start += 1
    while end > start and (text[end - 1].isspace() or _is_half(text, end - 1, start, end - 1)):
        end -= 1
    return start, end


def _is_half(text: str, at: int, start: int, end: int) -> bool:
    """True of a quotation mark whose other half is not within the rest of its clause."""
    other = {"“": "”", "‘": "’", "”": "“", "’": "‘"}.get(text[at])
    return other is not None and other not in text[start:end]


def _closed(text: str) -> Iterator[tuple[int, int]]:
    """The pairs of marks of a text, the outermost alone: where each opens, and where it closes."""
    at = 0
    while at < len(text):
        close = text.find(_PAIRS[text[at]], at + 1) if text[at] in _PAIRS else -1
        if close >= 0:
            yield at, close
            at = close
        at += 1


def _is_speech(inner: str) -> bool:
    return (len(inner) > _LONGEST_NAME and bool(re.search("[，。；！？]", inner))) or bool(
        re.search("[。！？].", inner)
    )


def _marks(text: str, closed: dict[int, int]) -> Iterator[tuple[int, str]]:
    """The marks that part a text, with their places."""
    at = 0
    while at < len(text):
        close = closed.get(at)
        if close is not None and not (text[at] in "“「" and _is_speech(text[at + 1 : close])):
            at = close
        elif text[at] in _ENDS + _PARTS and not _is_within_a_number(text, at):
            yield at, text[at]
        at += 1


def _is_within_a_number(text: str, at: int) -> bool:
    return text[at] in ",:：" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
