"""What becomes of each line of a capture: text, heading, what the report says of itself, what is left out or set apart.

Which steps say so is worked out here, too; how often they apply is left to the build's own steps, which count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..text.repeats import in_words, repeats
from .characters import Step
from .ends import glossary_start, reason_of, tail_start
from .heading_steps import Heading, heading_steps, headings_in
from .particulars import (
    field_of,
    is_begun_occasion,
    is_begun_speaker,
    is_person,
)
from .source import Refused
from .taken import Taken
from .units import Unit, broken_pairs, is_ended, is_numbered, joining_rule, units_of

_PROSE = 40  # characters of a unit that is no heading, menu or caption, where it has a sentence
_LEAST_PROSE = 200  # characters of Chinese that make a report
_HAN = re.compile("[\u3400-\u9fff]")
_LONG_TWICE = 30


@dataclass(slots=True)
class Sorted:
    """The steps by line and by pattern, the words of each kind that are told, and what is doubtful.

    `fields` are the keys of `printed` that each metadata step takes, in the order of the steps.
    """

    lines: list[Step] = field(default_factory=list)
    patterns: list[Step] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    body: list[Unit] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def take(self, step: Step, unit: Unit | range) -> None:
        numbers = unit if isinstance(unit, range) else range(unit.first, unit.last + 1)
        self.lines.append(step)
        self.taken.update(numbers)


def sorted_lines(
    text: str, taken: Taken, note_marks: Sequence[re.Pattern[str]], plain: Callable[[str], str] = str
) -> Sorted:
    """What becomes of the lines of a text whose characters are as the steps make them. Raises Refused.

    `plain` puts a line into Simplified characters, each in its place.
    """
    bare = [_without(line, note_marks) for line in text.split("\n")]
    result = Sorted()
    rule = joining_rule(bare, indented=taken.indented)
    units = units_of([plain(line) for line in bare], rule, taken.furniture)
    first, last = _body(units, taken)
    result.body = units[first : last + 1]
    _head(result, units[:first])
    _inside(result, taken)
    _tail(result, units[last + 1 :])
    left_out = [unit for unit in (*units[:first], *units[last + 1 :]) if is_prose(unit.text)]
    result.doubts += _left_out_doubted(result, left_out)
    _twice(result)
    for run in _runs(sorted(taken.furniture)):
        result.take({"drop": _named(run), "reason": "page-furniture"}, run)
    result.lines = _joined_drops(result.lines, bare)
    kept = [unit for unit in result.body if unit.first not in result.taken]
    result.headings = headings_in(kept, taken.headings, plain_ones=True)
    patterns, by_line = heading_steps(result.headings, bare, result.taken)
    result.patterns += patterns
    result.lines += by_line
    result.doubts += _headings_doubted(result.headings)
    _broken(result, kept, rule)
    if rule:
        result.patterns.append({"join": rule, "count": 1})
    _last_words(result, kept, bare)
    result.lines.sort(key=_order)
    return result


def _without(line: str, note_marks: Sequence[re.Pattern[str]]) -> str:
    for mark in note_marks:
        line = mark.sub("", line)
    return line


def is_prose(text: str) -> bool:
    """True of a unit that says something in sentences."""
    return len(text) >= _PROSE and re.search("[。；！]", text) is not None


def _body(units: Sequence[Unit], taken: Taken) -> tuple[int, int]:
    """The places of the first and the last unit of the text. Raises Refused where there is none."""
    inside = [index for index, unit in enumerate(units) if unit.first not in taken.outside]
    prose = [index for index in inside if is_prose(units[index].text) and not _is_abstract(units, index)]
    if sum(len(_HAN.findall(units[index].text)) for index in prose) < _LEAST_PROSE:
        raise Refused("holds no report: hardly a paragraph of Chinese stands in it")
    first, last = prose[0], prose[-1]
    while first and _belongs_to_text(units[first - 1], taken):
        first -= 1
    appendix = glossary_start(units, first)
    closing = tail_start(units, prose, appendix if appendix is not None else len(units))
    return first, closing - 1 if closing > first else last


def _is_abstract(units: Sequence[Unit], index: int) -> bool:
    """True of the beginning of a text that a page prints before it, cut off."""
    before = units[index - 1].text if index else ""
    cut = re.search("(?:\\.{3,}|…+)$", units[index].text) is not None
    return index < len(units) // 2 and (cut or re.search("^(?:内容)?(?:摘要|提要|导读)[:：]?$", before) is not None)


def _belongs_to_text(unit: Unit, taken: Taken) -> bool:
    """True of a line before the first paragraph that is a heading of it, and nothing that the report says of itself."""
    if unit.first in taken.outside or field_of(unit.text) or len(unit.text) > _PROSE:
        return False
    named = re.search("回顾|总结|^过去|^前言|^序言|工作情况", unit.text) and not re.search("[>＞|：:]", unit.text)
    return is_numbered(unit.text) and not unit.text.startswith(("—", "-")) or bool(named)


def _head(result: Sorted, units: Sequence[Unit]) -> None:
    """What stands before the text: what the report says of itself, all else left out."""
    seen: set[str] = set()
    best = _title_among(units)
    skip = 0
    for index, unit in enumerate(units):
        if skip:
            skip -= 1
            continue
        after = units[index + 1] if index + 1 < len(units) else None
        group, name = _field(unit, after, "title" in seen or unit is best)
        skip = len(group) - 1
        if name == "title" and unit is not best:
            same = best is not None and repeats(unit.text, best.text)
            _leave_out(result, unit, best if same else None)
            continue
        fields = [part for part in name.split("+") if part]
        if not fields or (name not in ("source",) and seen & set(fields)):
            _leave_out(result, unit, None)
            continue
        seen |= set(fields)
        last = group[-1]
        join: Step = {"join": " "} if name in ("source", "speaker") and len(group) > 1 else {}
        lines = _named(range(unit.first, last.last + 1))
        result.take({"metadata": lines, "fields": tuple(fields), **join}, range(unit.first, last.last + 1))


def _title_among(units: Sequence[Unit]) -> Unit | None:
    """The line that is most of a title: with a year or a place it says more than 政府工作报告 alone."""
    titles = [unit for unit in units if field_of(unit.text) == "title" and not re.search("[>＞]", unit.text)]
    titles = [unit for unit in titles if len(unit.text) > 4] or titles
    return max(titles, key=_says_much, default=None)


def _says_much(unit: Unit) -> tuple[bool, bool, int]:
    return bool(re.search("20[0-9]{2}", unit.text)), bool(re.search("[区县市省旗]", unit.text)), unit.first


def _field(unit: Unit, after: Unit | None, titled: bool) -> tuple[list[Unit], str]:
    """The units that together say something of the report, and what."""
    if after and is_begun_occasion(unit.text):
        return [unit, after], "date+occasion"
    name = field_of(unit.text)
    if name == "speaker" and after and is_begun_speaker(unit.text) and is_person(after.text):
        return [unit, after], "speaker"
    if name == "source" and after and re.search("[:：]\\s*$", unit.text) and len(after.text) <= 20:
        return [unit, after], "source"
    if not name and titled and is_person(unit.text):
        return [unit], "speaker"
    return [unit], name


def _leave_out(result: Sorted, unit: Unit, repeated: Unit | None) -> None:
    lines = _named(range(unit.first, unit.last + 1))
    if repeated:
        of = _named(range(repeated.first, repeated.last + 1))
        result.take({"drop": lines, "reason": "duplicate", "of": of}, unit)
    else:
        result.take({"drop": lines, "reason": reason_of(unit.text, at_head=True)}, unit)


def _inside(result: Sorted, taken: Taken) -> None:
    """What a page has within the text that is none of it, and captions of pictures."""
    for unit in result.body:
        if unit.first in taken.outside and not is_prose(unit.text):
            result.take({"drop": _named(range(unit.first, unit.last + 1)), "reason": reason_of(unit.text)}, unit)
        elif field_of(unit.text) == "captions":
            result.take({"metadata": _named(range(unit.first, unit.last + 1)), "fields": ("captions",)}, unit)


def _tail(result: Sorted, units: Sequence[Unit]) -> None:
    """What stands behind the text: a glossary and notes are set apart, all else is left out."""
    start = glossary_start(units, 0)
    reason = ""
    for unit in units[:start]:
        reason = reason_of(unit.text, before=reason)
        result.take({"drop": _named(range(unit.first, unit.last + 1)), "reason": reason}, unit)
    if start is None:
        return
    prose = [index for index in range(start, len(units)) if _is_entry(units[index].text)]
    end = (prose[-1] if prose else start) + 1
    run = range(units[start].first, units[end - 1].last + 1)
    kind = "notes" if re.match("[\\[〔［【]", units[start].text) else "glossary"
    result.take({"apart": _named(run), "as": kind}, run)
    for unit in units[end:]:
        reason = reason_of(unit.text, before=reason)
        result.take({"drop": _named(range(unit.first, unit.last + 1)), "reason": reason}, unit)


def _is_entry(text: str) -> bool:
    """True of a line that explains something."""
    return is_prose(text) or (len(text) >= 12 and (is_ended(text) or is_numbered(text)))


def _twice(result: Sorted) -> None:
    """Drops what the text prints a second time, word for word."""
    first: dict[str, Unit] = {}
    for unit in result.body:
        words = in_words(unit.text)
        if unit.first in result.taken or len(words) < _LONG_TWICE:
            continue
        known = first.setdefault(words, unit)
        if known is not unit and repeats(unit.text, known.text):
            result.take(
                {
                    "drop": _named(range(unit.first, unit.last + 1)),
                    "reason": "duplicate",
                    "of": _named(range(known.first, known.last + 1)),
                },
                unit,
            )
            result.doubts.append(f"line {unit.first} repeats line {known.first} and is left out as its duplicate")


def _left_out_doubted(result: Sorted, units: Sequence[Unit]) -> Iterator[str]:
    """What is said of paragraphs that are left out before and behind the text, glossaries aside."""
    dropped = {number for step in result.lines if "drop" in step for number in range(_order(step), _end(step) + 1)}
    lines = [str(unit.first) for unit in units if unit.first in dropped]
    if lines:
        shown = ", ".join(lines[:8]) + (", …" if len(lines) > 8 else "")
        yield f"left out, though there are sentences in them: line{'s' * (len(lines) > 1)} {shown}"


def _headings_doubted(headings: Sequence[Heading]) -> Iterator[str]:
    """What is said of headings that have no number and no form, or that are first sentences counted out."""
    plain = [one for one in headings if one.kind < 0 and not one.is_styled]
    if plain:
        named = "; ".join(f"line {one.unit.first} {one.unit.text}" for one in plain[:6])
        yield f"taken for headings, as short lines without a number: {named}{'; …' if len(plain) > 6 else ''}"
    counted = [one for one in headings if one.is_counted_out]
    if counted:
        yield f"taken for headings: {len(counted)} first sentences that begin with 一是, 二是 and so on"


def _broken(result: Sorted, kept: Sequence[Unit], rule: str) -> None:
    """Joins the few paragraphs that are broken in mid-sentence where else each line is one."""
    if rule:
        return
    named = {heading.unit.first for heading in result.headings}
    pairs = [
        (one, two)
        for one, two in broken_pairs(kept)
        if not named & {one.first, two.first} and result.taken.isdisjoint(range(one.first, two.last + 1))
    ]
    used: set[int] = set()
    for one, two in pairs:
        if one.first in used:
            continue
        used |= {one.first, two.first}
        result.take({"paragraph": _named(range(one.first, two.last + 1))}, range(one.first, two.last + 1))
        result.doubts.append(f"lines {one.first} and {two.first} are joined: the first ends in mid-sentence")


def _last_words(result: Sorted, kept: Sequence[Unit], lines: Sequence[str]) -> None:
    """Takes out what a page put behind the last sentence in its own line."""
    last = kept[-1] if kept else None
    found = last and re.search("(?<=[。！”])[ \u3000\u00a0]{2,}([^。！；]{2,40})$", last.text)
    if last and found and last.first not in result.taken:
        line = lines[last.last - 1].rstrip()
        part = line[len(line) - len(found[1]) :]
        if line.count(part) == 1:
            result.lines.append({"drop": str(last.last), "reason": reason_of(found[1]), "part": part})


def _joined_drops(steps: Sequence[Step], lines: Sequence[str]) -> list[Step]:
    """The steps, neighbours that drop lines for one reason as one."""
    made: list[Step] = []
    for step in sorted(steps, key=_order):
        last = made[-1] if made else {}
        alike = "drop" in step and last.get("reason") == step.get("reason") != "duplicate" and "drop" in last
        if alike and "part" not in step and "part" not in last and _only_blanks(last, step, lines):
            made[-1] = {**last, "drop": _named(range(_order(last), _end(step) + 1))}
        else:
            made.append(step)
    return made


def _only_blanks(one: Step, two: Step, lines: Sequence[str]) -> bool:
    return not any(line.strip() for line in lines[_end(one) : _order(two) - 1])


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    start = None
    for index, number in enumerate(numbers):
        start = number if start is None else start
        if index + 1 == len(numbers) or numbers[index + 1] != number + 1:
            yield range(start, number + 1)
            start = None


def _named(run: range) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"


def lines_of_step(step: Step) -> str:
    """The lines that a step by line takes, as it names them."""
    return next(str(step[act]) for act in ("drop", "metadata", "heading", "paragraph", "apart", "rows") if act in step)


def _order(step: Step) -> int:
    return int(lines_of_step(step).split("-")[0])


def _end(step: Step) -> int:
    return int(lines_of_step(step).split("-")[-1])
