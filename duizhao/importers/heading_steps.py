"""Which units are headings, of which level, and the steps that say so: one pattern for many where it fits no others.

What stands before and behind the text is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..text.pattern import read_pattern
from .characters import Step
from .dates import YEAR
from .saying import has_cells, is_row
from .units import Unit, is_ended

# The beginnings of headings from the highest level down: what they look like, and the pattern that says it in steps.
_KINDS = (
    (re.compile("第[一二三四五六七八九十]{1,3}部分"), "第{一}部分"),
    (re.compile("[一二三四五六七八九十]{1,3}、"), "{一}、"),
    (re.compile("（[一二三四五六七八九十]{1,3}）"), "（{一}）"),
    (re.compile("\\([一二三四五六七八九十]{1,3}\\)"), "({一})"),
    (re.compile("[0-9]{1,2}\\.(?![0-9])"), "{n}."),
    (re.compile("[0-9]{1,2}．(?![0-9])"), "{n}．"),
    (re.compile("[0-9]{1,2}、"), "{n}、"),
    (re.compile("（[0-9]{1,2}）"), "（{n}）"),
    (re.compile("[一二三四五六七八九十]{1,3}是"), "{一}是"),
)
_COUNTED_OUT = len(_KINDS) - 1  # 一是…。二是…。: a heading only where all of a text's are, and much stands behind each
_LEAST_BEHIND, _FEWEST, _MOST_OF = 40, 4, 0.8
_HIGH = re.compile(
    f"回顾|总结|总体要求|主要(?:工作|任务|目标)|工作(?:安排|部署|重点|建议|打算|思路)|过去|今后|{YEAR}年"
)
# The longest headings by how they begin: those in Chinese numerals name a task with its aims, the others are short.
_LONGEST_NUMBERED, _LONGEST, _LEAST_REST = 90, 45, 12
_MOST_LINES, _LONGEST_LINE, _LONG_ENOUGH = 4, 36, 15  # of a heading in several, and of the sentence behind it
_LABEL = re.compile("0?[0-9]{1,2}|[\u3400-\u9fff]{1,4}[一二三四五六七八九十]{1,3}")
_NUMERALS = 4  # so many kinds begin with Chinese numerals
_GAP = re.compile("[ \t\u3000]*(?:[\t|]|[ \u3000]{2,}|\u3000)[ \t\u3000]*")  # between the cells of a table
_OPEN, _SIGNS = "{…}", "。："


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit that is a heading, or of which the words before `end` are one: its level, and which kind it is of."""

    unit: Unit
    level: int
    kind: int
    lead: str = ""
    is_styled: bool = False

    @property
    def is_counted_out(self) -> bool:
        return self.kind == _COUNTED_OUT


def headings_in(units: Sequence[Unit], styled: Mapping[int, int], *, plain_ones: bool) -> list[Heading]:
    """The headings among the units of a text, in their order.

    `styled` are lines that are headings by their form. `plain_ones` are short units without a number, which are none
    where lines are broken anywhere.
    """
    found = [one for index, unit in enumerate(units) if (one := _heading(units, index, styled, plain_ones))]
    if not _are_counted_out(units, found):
        found = [one for one in found if one.kind != _COUNTED_OUT]
    above = _plain_stand_above(found)
    numbered = min((styled[one.unit.first] for one in found if one.kind >= 0 and one.unit.first in styled), default=9)
    ranks = [_rank(one, above, styled.get(one.unit.first, 0), numbered) for one in found]
    # One that stands over parts of its own, as an annex does, is no lower than they are.
    ranks = [
        min(rank, after) if one.kind < 0 and _begins_anew(two) else rank
        for (one, rank), (two, after) in pairwise([*zip(found, ranks, strict=True)])
    ] + ranks[-1:]
    order = sorted(set(ranks))
    return [
        Heading(one.unit, min(3, order.index(rank) + 1), one.kind, one.lead, one.unit.first in styled)
        for one, rank in zip(found, ranks, strict=True)
    ]


def with_headings_whole(units: Sequence[Unit], styled: Mapping[int, int]) -> list[Unit]:
    """The units, two to four short lines that stand before a paragraph as one: the features of papers set headings so.

    A text with numbered parts is left as it is, and so are `styled` lines, each of which is a heading by its form.
    """
    if sum(any(begins.match(unit.text) for begins, _ in _KINDS[:_NUMERALS]) for unit in units) > 1:
        return list(units)
    made: list[Unit] = []
    run: list[Unit] = []
    for unit in units:
        if unit.first not in styled and _may_be_of_heading(unit.text, first=not run):
            run.append(unit)
            continue
        is_over_text = len(unit.text) >= _LEAST_BEHIND or (is_ended(unit.text) and len(unit.text) >= _LONG_ENOUGH)
        made += _whole(run) if is_over_text else run
        made.append(unit)
        run = []
    return [*made, *run]


def _whole(run: Sequence[Unit]) -> Iterator[Unit]:
    """The headings in a run of short lines: each begins with a label of its own, or there is one."""
    parts: list[list[Unit]] = []
    for unit in run:
        if not parts or _LABEL.fullmatch(unit.text):
            parts.append([])
        parts[-1].append(unit)
    for part in parts:
        if 1 < len(part) <= _MOST_LINES:
            lines = tuple(number for one in part for number in one.lines)
            yield Unit(lines, " ".join(one.text for one in part), " ")
        else:
            yield from part


def _may_be_of_heading(text: str, *, first: bool) -> bool:
    stops = "[。！？；;，,]" if first else "[。！？；;]"
    return (
        len(text) <= _LONGEST_LINE and not re.search(stops, text) and re.search("[\u3400-\u9fff0-9]", text) is not None
    )


def _are_counted_out(units: Sequence[Unit], headings: Sequence[Heading]) -> bool:
    """True where 一是…。 begins paragraphs throughout, and not only sentences here and there."""
    begun = sum(_KINDS[_COUNTED_OUT][0].match(unit.text) is not None for unit in units)
    leads = sum(one.kind == _COUNTED_OUT for one in headings)
    return leads >= max(_FEWEST, _MOST_OF * begun)


def _plain_stand_above(headings: Sequence[Heading]) -> bool:
    """True where headings without a number may stand above all: numbered parts begin anew under each, or are none."""
    first = [index for index, one in enumerate(headings) if _begins_anew(one)]
    if len(first) < 2:
        return not first
    return first[0] > 0 and headings[first[0] - 1].kind < 0


def _begins_anew(heading: Heading) -> bool:
    return heading.kind in (0, 1) and re.match("第?一[、部]", heading.unit.text) is not None


def _rank(heading: Heading, above: bool, style: int, numbered: int) -> tuple[int, int]:
    """Where a heading stands among those of a text: by its number, else by its form, else by its words.

    `above` says whether one without a number may stand above all; `style` is the level of its form, 0 without one, and
    `numbered` the highest that numbered ones have.
    """
    if heading.kind >= 0:
        return (1, _step_of(heading.kind))
    if style:
        return (0 if style < numbered else 2, style)
    if heading.unit.between and heading.unit.text[0].isdecimal():
        return (2, 10)
    return (0, 0) if above and _HIGH.search(heading.unit.text) else (2, 9)


def _step_of(kind: int) -> int:
    """Kinds that differ only in the width of their signs are one."""
    return {3: 2, 5: 4, 6: 4}.get(kind, kind)


def _heading(units: Sequence[Unit], index: int, styled: Mapping[int, int], plain_ones: bool) -> Heading | None:
    unit = units[index]
    text = unit.text
    kind = next((number for number, (begins, _) in enumerate(_KINDS) if begins.match(text)), -1)
    if unit.first in styled and len(text) <= _LONGEST_NUMBERED:
        return Heading(unit, 0, kind)
    if kind >= 0:
        if kind != _COUNTED_OUT and (_is_whole(text, kind) or _is_stopped(units, index, kind)):
            return Heading(unit, 0, kind)
        lead = _lead(text, kind)
        return Heading(unit, 0, kind, lead) if lead else None
    if plain_ones and _is_plain(units, index):
        return Heading(unit, 0, -1)
    return None


def _longest(kind: int) -> int:
    return _LONGEST_NUMBERED if kind < _NUMERALS else _LONGEST


def _is_whole(text: str, kind: int) -> bool:
    return len(text) <= _longest(kind) and not re.search("[。！？；]", text) and not text.endswith(("，", "、"))


def _is_stopped(units: Sequence[Unit], index: int, kind: int) -> bool:
    """True of a line that is a heading in spite of the stop at its end: in Chinese numerals, before what it is over."""
    text, after = units[index].text, units[index + 1].text if index + 1 < len(units) else ""
    begins = _KINDS[kind][0]
    short = text.endswith("。") and _is_whole(text[:-1], kind) and begins.sub("", text[:-1]) != ""
    return short and kind < _NUMERALS and bool(after) and not begins.match(after)


def _lead(text: str, kind: int) -> str:
    """The words at the beginning of a paragraph that are its heading; '' where none are."""
    begins = _KINDS[kind][0].match(text)
    end = re.search("[。！？；：\n]", text)
    if not begins or not end or text[end.start()] != "。" or end.end() > _longest(kind):
        return ""
    least = _LEAST_BEHIND if kind == _COUNTED_OUT else _LEAST_REST
    return text[: end.end()] if len(text) - end.end() >= least and end.start() > begins.end() + 1 else ""


def _is_plain(units: Sequence[Unit], index: int) -> bool:
    """True of a short line without a stop that stands before a paragraph, and behind one or another heading."""
    text = units[index].text
    after = units[index + 1].text if index + 1 < len(units) else ""
    if units[index].between:
        return True
    above = units[index - 1].text if index else ""
    cells = len(_GAP.findall(text))
    if cells and (len(_GAP.findall(above)) == cells or (is_row(text) and has_cells(above))):
        return False  # the last row of a table, whose cells may be fewer or more than those above them
    if cells > 1:
        return False  # a row of three cells or more
    short = 4 <= len(text) <= 36 and not re.search("[。！？；：，:;]", text) and re.search("[\u3400-\u9fff]{3}", text)
    return bool(short) and not is_ended(text) and (len(after) >= 40 or any(kind.match(after) for kind, _ in _KINDS))


def heading_steps(headings: Sequence[Heading], lines: Sequence[str], taken: set[int]) -> tuple[list[Step], list[Step]]:
    """The steps by pattern and by line that make the headings; `taken` are lines that other steps take."""
    patterns: list[Step] = []
    by_line: list[Step] = []
    groups: dict[tuple[int, int, bool, bool], list[Heading]] = {}
    for one in headings:
        stopped = one.unit.text.endswith("。") or bool(one.lead)
        groups.setdefault((one.kind, one.level, bool(one.lead), stopped), []).append(one)
    for (kind, level, is_lead, stopped), group in groups.items():
        text, at = (f"{_KINDS[kind][1]}{_OPEN}{'。' if stopped else ''}", "start" if is_lead else "line")
        fits = _fits(text, at, lines, taken) if kind >= 0 else set()
        wanted = {one.unit.first for one in group}
        if len(group) > 1 and fits == wanted and all(len(one.unit.lines) == 1 or is_lead for one in group):
            place: Step = {"at": "start"} if is_lead else {}
            patterns.append({"heading": text, **place, "level": level, "count": len(group)})
        else:
            by_line += _by_line(group, lines, taken)
    return patterns, by_line


def _fits(text: str, at: str, lines: Sequence[str], taken: set[int]) -> set[int]:
    pattern = read_pattern(text, at)
    numbered = ((number, line.strip()) for number, line in enumerate(lines, 1) if number not in taken)
    return {number for number, line in numbered if next(pattern.found(line, 0, len(line)), None)}


def _by_line(group: Sequence[Heading], lines: Sequence[str], taken: set[int]) -> Iterator[Step]:
    for one in group:
        unit = one.unit
        if not one.lead and not taken.isdisjoint(range(unit.first, unit.last + 1)):
            continue  # it goes over a page's end: what stands between is no heading
        if not one.lead:
            name = str(unit.first) if len(unit.lines) == 1 else f"{unit.first}-{unit.last}"
            yield {"heading": name, "level": one.level, **({"join": unit.between} if unit.between else {})}
        else:
            line = lines[unit.first - 1]
            lead = line.strip()[: len(one.lead)]  # as the capture has it, in Traditional characters or not
            if len(lead) == len(one.lead) and line.count(lead) == 1:
                yield {"heading": str(unit.first), "level": one.level, "part": lead}
