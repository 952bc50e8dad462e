"""Marks on a report's text as other tools have them: places, a label, themes; and how such a tool counts characters.

The forms of files are left to one module each, what becomes of marks that come back to `proposals`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

# How places are counted: by code points as here, or by the units of UTF-16 as programs in JavaScript and Java do.
CODE_POINTS, UTF_16 = "code points", "units of UTF-16"


class WrongFile(Exception):
    """Why nothing can be taken from a file, in one line; `where` in it is said first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mark: start and end count code points in the report's text; `name` is the id of what it marks, if any.

    `score` is how sure a program was of it; None of what a person marked.
    """

    start: int
    end: int
    kind: str
    themes: tuple[str, ...] = ()
    name: str = ""
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A report's text with its marks, as it goes out; `address` is its page's."""

    report: str
    title: str
    address: str
    text: str
    text_sha256: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark as a file gives it: counted in its own way, with the words that it says to stand there, '' where none.

    `where` is its place in the file, for messages.
    """

    start: int
    end: int
    kind: str
    where: str
    words: str = ""
    themes: tuple[str, ...] = ()
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds of one text: the text or its hash, whichever it has, and its marks."""

    marks: tuple[Marked, ...]
    text: str = ""
    text_sha256: str = ""


# A form of files: how a task is written, and what a file of that form holds. `read` raises WrongFile.
Writer = Callable[[Task], bytes]
Reader = Callable[[bytes], Iterator[Document]]


def units_of(text: str) -> list[int]:
    """Where each character of a text begins, and where it ends, in units of UTF-16."""
    return [0, *accumulate(2 if ord(char) > 0xFFFF else 1 for char in text)]


def in_utf_16(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans counted in units of UTF-16."""
    units = units_of(text)
    return (replace(one, start=units[one.start], end=units[one.end]) for one in spans)


def placed(text: str, marks: Iterable[Marked], counting: str) -> tuple[Span, ...]:
    """The marks as spans of a text, in its order.

    Tools that say the words of a mark may count otherwise than by the form's rule: then the words decide, for all marks
    of the text alike. Raises WrongFile of marks that lie outside the text or have other words.
    """
    given = tuple(marks)
    others = (UTF_16,) if counting == CODE_POINTS else (CODE_POINTS,)
    wrong: list[WrongFile] = []
    for way in (counting, *(others if any(one.words for one in given) else ())):
        try:
            return tuple(sorted(_counted(text, given, way), key=lambda one: (one.start, -one.end, one.kind)))
        except WrongFile as error:
            wrong.append(error)
    raise wrong[0]


def _counted(text: str, marks: Iterable[Marked], way: str) -> Iterator[Span]:
    units = units_of(text) if way == UTF_16 else list(range(len(text) + 1))
    at = {unit: index for index, unit in enumerate(units)}
    for one in marks:
        if not 0 <= one.start < one.end or one.start not in at or one.end not in at:
            raise WrongFile(f"{one.where}: {one.start} to {one.end} is no place in a text of {units[-1]} {way}")
        start, end = at[one.start], at[one.end]
        words = text[start:end]
        if one.words and one.words != words:
            raise WrongFile(f"{one.where}: the text has {_short(words)} there, and the file says {_short(one.words)}")
        yield Span(start, end, one.kind, one.themes, "", one.score)


def _short(words: str) -> str:
    return repr(words if len(words) <= 30 else f"{words[:28]}…")
