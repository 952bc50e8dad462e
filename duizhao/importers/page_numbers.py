"""Numbers of pages that stand in lines of their own among those of a text, as copies of paged documents have them.

What stands beside them on each page is left to `page_heads`; those of PDFs are told by their places on the page, in
`pdf_edges`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..text.dress import narrowed
from ..text.lexicon import UNITS, longest_of
from .page_heads import NUMERAL, heads_alone, heads_beside, heads_with_numbers
from .units import is_ended, is_numbered, joining_rule, width_of

_OF = f"(?:\\s*[,，/／]?\\s*共\\s*{NUMERAL}\\s*页)?"
# What is a number of a page by its words or its dress, also where there is one; parts have Han numerals or years in it.
_SURE = re.compile(
    f"第\\s*({NUMERAL})\\s*页{_OF}|[Pp]age\\s*({NUMERAL})(?:\\s*(?:of|/)\\s*{NUMERAL})?"
    f"|[-—–―─~·•]+\\s*(?!(?:19|20)[0-9]{{2}}\\s*[^0-9])([0-9]{{1,4}})\\s*[-—–―─~·•]+"
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
_FULL = 0.7  # of the width at which lines are broken, as long as is a line that was broken there
_SAYS = re.compile("[，。；、：！]")
# What stands before and behind a figure that is broken off from its words.
_LEADS_TO = re.compile("[0-9０-９.．+＋~～—–\\-－第约近超达过共为有于计至到]$")
_COUNTED = re.compile(f"[）)0-9０-９.．~～—–－\\-+万亿千百十余多来年月日时号至到%％]|以[上下内]|{longest_of(UNITS)}")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
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
    """Lines that are numbers of pages, counted from 1: those that are surely, that only count up, or part a paragraph.

    `heads` are lines that stand at the head or the foot of pages beside them; `kept` are numbers that count up or
    part a paragraph, too, and may be figures.
    """

    sure: frozenset[int]
    counting: frozenset[int]
    parting: frozenset[int]
    heads: frozenset[int]
    kept: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        return self.sure | self.counting | self.parting | self.heads


NO_NUMBERS = PageNumbers(frozenset(), frozenset(), frozenset(), frozenset())


def page_numbers(lines: Sequence[str], headings: Collection[int] = ()) -> PageNumbers:
    """The lines of a text that are numbers of pages, and those that stand beside them on each page.

    `headings` are lines, counted from 1, that a page or a file marks as such.
    """
    lines = ["" if number in headings else line for number, line in enumerate(lines, 1)]
    short = [(number, narrowed(line.strip())) for number, line in enumerate(lines, 1) if len(line.strip()) <= _LONGEST]
    sure = frozenset(number for number, line in short if _SURE.fullmatch(line))
    numbered = [list(_numbered(lines, form)) for form in _FORMS]
    heads = set(heads_beside(lines, sure))
    counting: set[int] = set()
    for run in map(_unbroken, numbered):
        beside = heads_beside(lines, run)
        if _are_of_pages(lines, run, run | beside):
            counting |= run
            heads |= beside
    for group in heads_with_numbers(lines):
        run = _unbroken([_Numbered(*one) for one in group])
        heads |= run if _are_of_pages(lines, run, run) else set()
    heads |= {line for line in heads_alone(lines) if _is_cut(lines, line, sure | {one.line for one in numbered[0]})}
    known = sure | counting | heads
    within = [_parting(lines, {one.line for one in every} - known, known) for every in numbered]
    parting = frozenset(
        line
        for every, lone in zip(numbered, within, strict=True)
        for line in (lone if len(lone) == 1 else _unbroken([one for one in every if one.line in lone]))
        if not _is_figure(lines, line, known)
    )
    counted = ({one.line for one in _longest(every)} for every in numbered)
    broken = [run for run in counted if _are_of_pages(lines, run, run)]
    kept = frozenset().union(*within, *broken) - known - parting
    return PageNumbers(sure, frozenset(counting - sure), parting, frozenset(heads - sure), kept)


def _unbroken(numbered: Sequence[_Numbered]) -> set[int]:
    """The lines of the longest run of numbers; none where others of their form stand among them, as those of parts."""
    run = {one.line for one in _longest(numbered)}
    among = {one.line for one in numbered if run and min(run) <= one.line <= max(run)}
    return run if among == run else set()


def _are_of_pages(lines: Sequence[str], run: Collection[int], of_pages: Collection[int]) -> bool:
    """True of numbers that count up of which most stand in mid-sentence and not where a figure does."""
    cut = [line for line in run if _is_cut(lines, line, of_pages) and not _is_figure(lines, line, of_pages)]
    return 2 * len(cut) > len(run)


def _is_figure(lines: Sequence[str], number: int, of_pages: Collection[int]) -> bool:
    """True of a number between lines that may be what is counted, or a figure's other digits."""
    before, behind = _beside(lines, number, of_pages)
    is_year = _YEAR.fullmatch(lines[number - 1].strip()) is not None
    return is_year or bool(_LEADS_TO.search(before.rstrip()) or _COUNTED.match(behind.lstrip()))


def _is_cut(lines: Sequence[str], number: int, of_pages: Collection[int]) -> bool:
    """True of a line behind one that ends in mid-sentence; `of_pages` are passed over."""
    before, _ = _beside(lines, number, of_pages)
    return len(before.strip()) >= _CUT and not is_ended(before)


def _beside(lines: Sequence[str], number: int, of_pages: Collection[int]) -> tuple[str, str]:
    """The lines of text before and behind one."""
    before = (at for at in range(number - 1, 0, -1) if at not in of_pages and lines[at - 1].strip())
    behind = (at for at in range(number + 1, len(lines) + 1) if at not in of_pages and lines[at - 1].strip())
    return _line(lines, next(before, 0)), _line(lines, next(behind, 0))


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if number else ""


def _parting(lines: Sequence[str], numbers: Collection[int], of_pages: Collection[int]) -> frozenset[int]:
    """Of numbers in lines of their own those that stand within a paragraph, where lines are joined by a rule.

    No line of a paragraph that is broken at a width is a number alone; where its first has an indent none begins so.
    """
    rule = joining_rule(lines, indented=False) if numbers else ""
    width = _FULL * width_of(lines)
    found: set[int] = set()
    for number in sorted(numbers)[:_MOST] if rule else ():
        before, behind = _beside(lines, number, of_pages)
        are_text = all(_SAYS.search(line) or len(line.strip()) >= width for line in (before, behind))
        is_apart = len(before.strip()) >= width or not (
            lines[number - 2].strip() or "".join(lines[number : number + 1])
        )
        goes_over = rule == "unindented" or not (is_ended(before) or is_numbered(behind.strip()))
        if are_text and is_apart and goes_over and not lines[number - 1][0].isspace():
            found.add(number)
    return frozenset(found)


def _numbered(lines: Sequence[str], form: re.Pattern[str]) -> Iterator[_Numbered]:
    at = 0
    for number, line in enumerate(lines, 1):
        found = form.fullmatch(narrowed(line.strip())) if len(line) <= _LONGEST else None
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


def numbers_told(found: PageNumbers) -> Iterator[str]:
    """What is told of numbers and heads of pages that are known by what stands about them."""
    for lines, words in (
        (found.sure, "taken for numbers of pages, by their words or dashes"),
        (found.counting, "taken for numbers of pages, as they count up"),
        (found.parting, "taken for numbers of pages, as they part paragraphs"),
        (found.kept, "numbers of pages or figures, kept"),
        (found.heads, "taken for heads or feet of pages"),
    ):
        named = [*map(str, sorted(lines))]
        if named:
            shown = ", ".join(named[:6]) + " and so on" * (len(named) > 6)
            yield f"{words}: line{'s' * (len(named) > 1)} {shown}"
