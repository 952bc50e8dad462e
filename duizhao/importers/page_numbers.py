"""Numbers of pages that stand in lines of their own among those of a text, as copies of paged documents have them.

Those of PDFs are told by their places on the page, in `pdf_edges`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .units import is_ended

_NUMERAL = "(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_WIDE = str.maketrans("０１２３４５６７８９／－～．", "0123456789/-~.")
_OF = f"(?:\\s*[,，/／]?\\s*共\\s*{_NUMERAL}\\s*页)?"
# What is a number of a page by its words or its dress, also where there is one.
_SURE = re.compile(
    f"第\\s*({_NUMERAL})\\s*页{_OF}|[Pp]age\\s*({_NUMERAL})(?:\\s*(?:of|/)\\s*{_NUMERAL})?"
    f"|(?:[-—–―─~·•]+\\s*)({_NUMERAL})\\s*[-—–―─~·•]+"
)
# What is one only where several count up, a page apart, and a sentence goes over the end of a page: parts of a text may
# be numbered so, too.
_DIGITS = "([1-9][0-9]{0,3})"
_FORMS = tuple(
    re.compile(form.replace("#", _DIGITS))
    for form in ("#", "[\\[［【〔]#[\\]］】〕]", "[（(]#[）)]", "#\\s*页", "[Pp]\\.?\\s*#", "#\\s*/\\s*[0-9]{1,4}")
)
_LONGEST = 24
_CUT = 15  # characters of a line that goes on over the end of a page
_PAGE = 200  # characters that stand on the shortest page between two numbers
_SKIPPED = 2  # numbers count up by so many at most: one may be lost
_MOST = 2000  # numbers in lines of their own that are looked at


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that is a number; `at` is how many characters stand before it."""

    line: int
    number: int
    at: int


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """Lines that are numbers of pages, counted from 1: those that are surely, and those that only count up."""

    sure: frozenset[int]
    counting: frozenset[int]


NO_NUMBERS = PageNumbers(frozenset(), frozenset())


def page_numbers(lines: Sequence[str]) -> PageNumbers:
    """The lines of a text that are numbers of pages."""
    found = [(number, line.strip().translate(_WIDE)) for number, line in enumerate(lines, 1)]
    sure = frozenset(number for number, line in found if len(line) <= _LONGEST and _SURE.fullmatch(line))
    counting: set[int] = set()
    for form in _FORMS:
        run = {one.line for one in _longest(list(_numbered(lines, form)))}
        if any(_is_cut(lines, line) for line in run):
            counting |= run
    return PageNumbers(sure, frozenset(counting - sure))


def _is_cut(lines: Sequence[str], number: int) -> bool:
    """True of a line behind one that ends in mid-sentence."""
    before = next((line.strip() for line in reversed(lines[: number - 1]) if line.strip()), "")
    return len(before) >= _CUT and not is_ended(before)


def _numbered(lines: Sequence[str], form: re.Pattern[str]) -> Iterator[_Numbered]:
    at = 0
    for number, line in enumerate(lines, 1):
        found = form.fullmatch(line.strip().translate(_WIDE)) if len(line) <= _LONGEST else None
        if found:
            yield _Numbered(number, int(found[1]), at)
        at += len(line.strip())


def _longest(numbered: Sequence[_Numbered]) -> list[_Numbered]:
    """The longest run of numbers that count up, each a page behind the one before; none of one alone."""
    lengths: list[int] = []
    before: list[int] = []
    numbered = numbered[:_MOST]
    last: dict[int, int] = {}  # by number, where it stood last, so far
    for place, one in enumerate(numbered):
        length, by = 1, -1
        for step in range(1, _SKIPPED + 1):
            known = last.get(one.number - step)
            if known is not None and one.at - numbered[known].at >= _PAGE and lengths[known] >= length:
                length, by = lengths[known] + 1, known
        lengths.append(length)
        before.append(by)
        known = last.get(one.number)
        if known is None or length >= lengths[known]:
            last[one.number] = place
    place = max(range(len(numbered)), key=lengths.__getitem__, default=-1)
    run: list[_Numbered] = []
    while place >= 0:
        run.append(numbered[place])
        place = before[place]
    return run if len(run) > 1 else []
