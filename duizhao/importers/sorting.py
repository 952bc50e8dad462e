"""What becomes of each line of a capture: text, heading, what the report says of itself, what is left out or set apart.

Which steps say so is worked out here, too; how often they apply is left to the build's own steps, which count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from ..text.repeats import in_words, repeats
from .behind import left_out_doubted, take_behind
from .characters import Step
from .ends import glossary_start, note_lines, reason_of, tail_start, text_behind
from .head import first_behind_head, sort_head
from .heading_steps import Heading, heading_steps, headings_in, with_headings_whole
from .ledger import Sorted, first_of, last_of, named, runs, told
from .particulars import field_of, is_byline, is_work_report
from .saying import PROSE, has_cells, is_part, is_prose
from .source import Refused
from .taken import Taken
from .units import Unit, broken_pairs, is_ended, is_numbered, joining_rule, units_of
from .within import BYLINES_WITHIN, take_within

_LEAST_PROSE = 200  # characters of Chinese that make a report
_HAN = re.compile("[\u3400-\u9fff]")
_LONG_TWICE = 30
_PIECES = "its paragraphs may be broken lines: save its text as .txt, of which lines are joined, and import that"
_LONG_LINE, _MOSTLY = 15, 0.6  # characters of a line that may be a piece of a paragraph; of these how many are
_SHORTEST_SENTENCE = 8


def sorted_lines(
    text: str, taken: Taken, note_marks: Sequence[re.Pattern[str]], plain: Callable[[str], str] = str
) -> Sorted:
    """What becomes of the lines of a text whose characters are as the steps make them. Raises Refused.

    `plain` puts a line into Simplified characters, each in its place.
    """
    notes = note_lines(text.split("\n"))
    bare = list(_bare(text.split("\n"), notes, note_marks))
    result = Sorted()
    rule = _rule(bare, taken)
    units = units_of([plain(line) for line in bare], rule, taken.between)
    first, last, end, appendix = _body(units, taken, notes)
    result.body = units[first:end]
    is_news = not is_work_report("\n".join(unit.text for unit in units[: first + 12]))
    sort_head(result, units[:first], taken.headings, page_title=taken.title, is_news=is_news)
    take_within(result, taken)
    if added := units[last + 1 : end]:
        result.doubts.append(f"kept behind the last paragraph: {told(added)}")
    take_behind(result, units[end:], appendix - end if appendix is not None else None, notes, taken)
    result.doubts += left_out_doubted(result, units[:first], units[end:])
    _twice(result, taken)
    for run in runs(sorted(taken.furniture - result.taken)):
        result.take({"drop": named(run), "reason": "page-furniture"}, run)
    _footnotes(result, taken)
    result.lines = _joined_drops(result.lines, bare)
    kept = [unit for unit in result.body if unit.first not in result.taken]
    kept = with_headings_whole(kept, taken.headings)
    result.headings = headings_in(kept, taken.headings, plain_ones=True)
    patterns, by_line = heading_steps(result.headings, bare, result.taken)
    result.patterns += patterns
    result.lines += by_line
    result.doubts += _headings_doubted(result.headings, bare)
    if not rule:
        _broken(result, kept, taken)
    else:
        result.patterns.append({"join": rule, "count": 1})
        result.doubts += [] if taken.has_broken_lines else ["its paragraphs are broken in mid-sentence, and are joined"]
    _last_words(result, kept, bare)
    result.lines.sort(key=first_of)
    return result


def _rule(lines: Sequence[str], taken: Taken) -> str:
    """The rule by which lines are joined; what is set in paragraphs has one only where most of these are pieces."""
    if not taken.has_broken_lines:
        own = [line.strip() for number, line in enumerate(lines, 1) if number not in taken.outside]
        long = [line for line in own if len(line) >= _LONG_LINE and not has_cells(line)]
        if sum(not is_ended(line) for line in long) < _MOSTLY * len(long):
            return ""
    return joining_rule(lines, indented=taken.indented)


def _bare(lines: Sequence[str], notes: Collection[int], note_marks: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """The lines without the marks of notes; those that begin a note keep theirs, and begin a paragraph."""
    for number, line in enumerate(lines, 1):
        if number in notes:
            yield f"\u3000{line.lstrip()}"
            continue
        for mark in note_marks:
            line = mark.sub("", line)
        yield line


def _body(units: Sequence[Unit], taken: Taken, notes: Collection[int]) -> tuple[int, int, int, int | None]:
    """The places of the first and the last paragraph of the text, behind its end, and of what is set apart.

    Raises Refused where there is no paragraph.
    """
    inside = [index for index, unit in enumerate(units) if unit.first not in taken.outside]
    prose = [index for index in inside if is_prose(units[index].text) and not _is_abstract(units, index)]
    if sum(len(_HAN.findall(units[index].text)) for index in prose) < _LEAST_PROSE:
        doubted = f" ({'; '.join(taken.doubts)})" if taken.doubts else ""
        raise Refused(f"holds no report: hardly a paragraph of Chinese stands in it{doubted}")
    first, last = first_behind_head(units, prose), prose[-1]
    latest = {unit.text: index for index, unit in enumerate(units)}
    while first and _belongs_to_text(units, first - 1, taken, latest):
        first -= 1
    appendix = glossary_start(units, first, notes)
    before = len(units) if appendix is None else appendix
    closing = tail_start(units, prose, before)
    if closing <= first:
        return first, last, last + 1, glossary_start(units, last + 1, notes)
    end = text_behind(units, closing, min(before, inside[-1] + 1))
    return first, closing - 1, end, appendix


def _is_abstract(units: Sequence[Unit], index: int) -> bool:
    """True of the beginning of a text that a page prints before it, cut off."""
    before = units[index - 1].text if index else ""
    cut = re.search("(?:\\.{3,}|…+)$", units[index].text) is not None
    return index < len(units) // 2 and (cut or re.search("^(?:内容)?(?:摘要|提要|导读)[:：]?$", before) is not None)


def _belongs_to_text(units: Sequence[Unit], index: int, taken: Taken, latest: Mapping[str, int]) -> bool:
    """True of a line before the first paragraph that is a heading or a sentence, and nothing that tells of the text.

    `latest` has the last place of each line of the capture.
    """
    unit = units[index]
    if field_of(unit.text) or len(unit.text) > PROSE:
        return False
    if unit.first in taken.outside:  # a list of contents has it once more
        return is_part(unit.text) and latest[unit.text] == index
    if re.search("[。！？]”?$", unit.text) and len(_HAN.findall(unit.text)) >= _SHORTEST_SENTENCE:
        return reason_of(unit.text, at_head=True) == "site-chrome"
    named = re.search("回顾|总结|^过去|^前言|^序言|工作情况", unit.text) and not re.search("[>＞|：:]", unit.text)
    numbered = is_numbered(unit.text) and not unit.text.startswith(("—", "-"))
    return numbered or bool(named) or _is_among_headings(units, index, taken)


def _is_among_headings(units: Sequence[Unit], index: int, taken: Taken) -> bool:
    """True of a heading by its form that stands over text, and of whose level another follows: a title stands alone."""
    level = taken.headings.get(units[index].first, 0)
    levels = [taken.headings.get(unit.first, 0) for unit in units[index + 1 :] if unit.first not in taken.outside]
    return level > 0 and level in levels[1:] and not 0 < levels[0] <= level


def _footnotes(result: Sorted, taken: Taken) -> None:
    """Sets apart the notes at the foot of pages, and tells them."""
    notes = [*runs(sorted(taken.footnotes - result.taken))]
    for run in notes:
        result.take({"apart": named(run), "as": "notes"}, run)
    if notes:
        result.doubts.append(f"set apart as notes at the foot of pages: lines {', '.join(map(named, notes))}")


def _twice(result: Sorted, taken: Taken) -> None:
    """Drops what the text prints a second time, word for word, on one page each time."""
    first: dict[str, Unit] = {}
    for unit in result.body:
        words = in_words(unit.text)
        over_pages = not taken.between.isdisjoint(range(unit.first, unit.last + 1))
        if unit.first in result.taken or len(words) < _LONG_TWICE or over_pages:
            continue
        known = first.setdefault(words, unit)
        if known is not unit and repeats(unit.text, known.text):
            result.take(
                {
                    "drop": named(range(unit.first, unit.last + 1)),
                    "reason": "duplicate",
                    "of": named(range(known.first, known.last + 1)),
                },
                unit,
            )
            result.doubts.append(f"line {unit.first} repeats line {known.first} and is left out as its duplicate")


def _headings_doubted(headings: Sequence[Heading], lines: Sequence[str]) -> Iterator[str]:
    """What is said of headings that have no number and no form, or that are first sentences counted out."""
    plain = [one for one in headings if one.kind < 0 and not one.is_styled]
    if plain:
        yield f"taken for headings, as short lines without a number: {told([one.unit for one in plain])}"
    broken = [str(one.unit.first) for one in headings if len(lines[one.unit.first - 1].strip()) < len(one.lead)]
    if broken:
        yield f"first sentences that go over a line's end, and are no headings by that: line {', '.join(broken)}"
    counted = [one for one in headings if one.is_counted_out]
    if counted:
        yield f"taken for headings: {len(counted)} first sentences that begin with 一是, 二是 and so on"


def _broken(result: Sorted, kept: Sequence[Unit], taken: Taken) -> None:
    """Joins the few paragraphs that are broken in mid-sentence where else each line is one; of many it only tells."""
    headings = {heading.unit.first for heading in result.headings}
    whole = [unit for unit in kept if unit.first not in headings and not has_cells(unit.text)]
    if not taken.has_broken_lines and joining_rule([unit.text for unit in whole], indented=False):
        result.doubts.append(_PIECES)
        return
    used: set[int] = set()
    for one, two in broken_pairs(kept):
        run = range(one.first, two.last + 1)
        are_whole = {one.first, two.first} <= {unit.first for unit in whole}
        over_page = result.taken.intersection(run)
        if one.first in used or not are_whole or not over_page <= taken.furniture:
            continue
        used |= {one.first, two.first}
        if over_page:
            result.patterns.append({"join": "mid-sentence", "lines": named(run), "count": 1})
        else:
            result.take({"paragraph": named(run)}, run)
        result.doubts.append(f"lines {one.first} and {two.first} are joined: the first ends in mid-sentence")


def _last_words(result: Sorted, kept: Sequence[Unit], lines: Sequence[str]) -> None:
    """Takes out what a page put behind the last sentence in its own line, and who wrote it from behind a paragraph."""
    last = kept[-1] if kept else None
    for unit in kept[-BYLINES_WITHIN:]:
        signed = re.search("(?<=[。！”])[（(]([^（()）]{3,30})[)）]$", unit.text)
        line = lines[unit.last - 1]
        if signed and is_byline(signed[1]) and unit.last not in result.taken:
            part = line.rstrip()[-len(signed[0]) :]
            if line.count(part) == 1:
                result.lines.append({"metadata": str(unit.last), "fields": ("byline",), "part": part})
                result.taken.add(unit.last)
    found = last and re.search("(?<=[。！”])[ \u3000\u00a0]{2,}([^。！；]{2,40})$", last.text)
    if last and found and last.first not in result.taken:
        line = lines[last.last - 1].rstrip()
        part = line[len(line) - len(found[1]) :]
        if line.count(part) == 1:
            result.lines.append({"drop": str(last.last), "reason": reason_of(found[1]), "part": part})


def _joined_drops(steps: Sequence[Step], lines: Sequence[str]) -> list[Step]:
    """The steps, neighbours that drop lines for one reason as one."""
    made: list[Step] = []
    for step in sorted(steps, key=first_of):
        last = made[-1] if made else {}
        alike = "drop" in step and last.get("reason") == step.get("reason") != "duplicate" and "drop" in last
        if alike and "part" not in step and "part" not in last and _only_blanks(last, step, lines):
            made[-1] = {**last, "drop": named(range(first_of(last), last_of(step) + 1))}
        else:
            made.append(step)
    return made


def _only_blanks(one: Step, two: Step, lines: Sequence[str]) -> bool:
    return not any(line.strip() for line in lines[last_of(one) : first_of(two) - 1])
