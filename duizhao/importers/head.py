"""What stands before the text of a report: what the report says of itself, all else left out.

Where the text begins is left to `sorting`, what a line says to `particulars`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..text.repeats import repeats
from .characters import Step
from .ends import reason_of
from .ledger import Sorted, named
from .particulars import (
    field_of,
    headline_of,
    how_sure_a_day,
    is_begun_occasion,
    words_of,
)
from .saying import is_part
from .speakers import is_begun_speaker, is_label_of_speaker, is_of_house, is_person
from .titles import is_beside, may_be_of_title, tells_title, title_among, title_begins, title_ends
from .units import Unit

_LONG_LEFT_OUT = 15  # Chinese characters of a line before the text that may be more than what a page puts there
_OFFICE_ALONE, _NAME_ALONE, _OFFICE_AND_NAME = range(3)
_MOST_BEFORE_HEAD = 4  # paragraphs before the head of a report itself
_OWN_FIELDS = frozenset(("date+occasion", "date+occasion+speaker", "occasion", "occasion+speaker", "speaker"))
_HAN = re.compile("[\u3400-\u9fff]")


def sort_head(
    result: Sorted, units: Sequence[Unit], headings: Mapping[int, int], *, page_title: str, is_news: bool
) -> None:
    """Takes each of the units before the text. `is_news` is true of a text that may have a title of any words."""
    best = title_among(units)
    headline = _headline_among(units, page_title) if best is None and is_news else None
    title = _title(units, best, headings)
    groups = _groups(units, title, headline)
    is_dated = any(name.startswith("date+") for _, name in groups)
    seen: set[str] = set()
    for group, name in groups:
        unit = group[0]
        if tells_title(name) and (best or headline) not in group:
            same = best is not None and repeats(unit.text, best.text)
            _leave_out(result, unit, best if same else None)
            continue
        # The day on which a page was put up is not the day of the meeting that it tells of.
        fields = [] if is_dated and name == "date" else [part for part in name.split("+") if part]
        if tells_title(name):
            fields = [part for part in fields if part not in seen]
        if not fields or (name not in ("source", "captions") and seen & set(fields)):
            for one in group:
                is_above = bool(title) and may_be_of_title(one.text) and is_beside(one, title[0], headings)
                _leave_out(result, one, None, is_above)
            continue
        seen |= set(fields)
        join: Step = {"join": " "} if name in ("source", "speaker") and len(group) > 1 else {}
        run = range(unit.first, group[-1].last + 1)
        result.take({"metadata": named(run), "fields": tuple(fields), **join}, run)
    if len(title) > 1:
        result.doubts.append(f"title: lines {named(range(title[0].first, title[-1].last + 1))} are taken for one")
    if headline:
        result.doubts.append(f"title: line {headline.first} is taken for it")


def first_behind_head(units: Sequence[Unit], prose: Sequence[int]) -> int:
    """The place of the first paragraph of the text: behind its own head, where others stand before that.

    So does a report that comes with a notice or with a word of who published it. `prose` are the places of paragraphs.
    """
    first = prose[0]
    for place, after in zip(prose[:_MOST_BEFORE_HEAD], prose[1:], strict=False):
        if any(is_part(unit.text) for unit in units[:after]):
            break
        told = {field_of(unit.text) for unit in units[place + 1 : after]}
        names = {name for name in told if name in _OWN_FIELDS or tells_title(name)}
        is_headed = any(map(tells_title, names)) or any(name.startswith("date+") for name in names)
        if is_headed and len(names) > 1:
            first = after
    return first


def _title(units: Sequence[Unit], best: Unit | None, headings: Mapping[int, int]) -> list[Unit]:
    """The units that are the title, of which one is most."""
    place = next((place for place, unit in enumerate(units) if unit is best), -1)
    if place < 0:
        return []
    return [*units[title_begins(units, place, headings) : title_ends(units, place, headings) + 1]]


def _groups(units: Sequence[Unit], title: list[Unit], headline: Unit | None) -> list[tuple[list[Unit], str]]:
    """The units, those together that say one thing in several lines, each with what it says."""
    groups: list[tuple[list[Unit], str]] = []
    titled = False
    index = 0
    while index < len(units):
        unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
        if unit is headline:
            group, name = [unit], headline_of(unit.text)
        elif unit in title:
            name = field_of("".join(one.text for one in title))
            group, name = title, name if tells_title(name) else "title"
        else:
            group, name = _field(unit, after, titled)
        if name == "speaker" and _rank(group) == _NAME_ALONE and index and _is_label(units[index - 1]):
            name = ""
        titled = titled or unit in title
        groups.append((group, name))
        index += len(group)
    return [*_without_lesser(groups, "".join(unit.text for unit in title))]


def _without_lesser(groups: Sequence[tuple[list[Unit], str]], title: str) -> Iterator[tuple[list[Unit], str]]:
    """The groups, where those say nothing that name a speaker or a meeting less surely than another does."""
    ranks = [_rank_under(title, group, name) if name.endswith("speaker") else 0 for group, name in groups]
    surest = max(ranks, default=0)
    meeting = max((_sure_meeting(group, name) for group, name in groups if "occasion" in name), default=0)
    day = max((how_sure_a_day(group[0].text) for group, name in groups if name == "date"), default=0)
    for (group, name), rank in zip(groups, ranks, strict=True):
        is_lesser = (
            (name == "speaker" and rank < surest)
            or (name == "occasion" and _sure_meeting(group, name) < meeting)
            or (name == "date" and how_sure_a_day(group[0].text) < day)
        )
        yield group, "" if is_lesser else name


def _sure_meeting(group: Sequence[Unit], name: str) -> int:
    """How surely a meeting is that of the report: with its day, with its number; 人民代表大会 in a menu is none."""
    return 2 if "date" in name else int(re.search("[届次]", group[0].text) is not None)


def _is_label(unit: Unit) -> bool:
    """True of a word with a colon, of which the next line tells the value: 责任编辑：."""
    return re.search("[:：]\\s*$", unit.text) is not None


def _rank(group: Sequence[Unit]) -> int:
    """How surely lines name who spoke: an office with a name more than a name alone, an office alone least."""
    if len(group) > 1 or not is_begun_speaker(group[0].text):
        return _NAME_ALONE if is_person(group[0].text) else _OFFICE_AND_NAME
    return _OFFICE_ALONE


def _rank_under(title: str, group: Sequence[Unit], name: str) -> int:
    """The same where the title is known: a line with the office of another house names nobody more surely."""
    is_of_other = name == "speaker" and not is_of_house("".join(unit.text for unit in group), title)
    return _OFFICE_ALONE if is_of_other else _rank(group)


def _headline_among(units: Sequence[Unit], page_title: str) -> Unit | None:
    """The line that is the title of a text that is no report: the one that its page is called by, else the first."""
    lines = [unit for unit in units if headline_of(unit.text)]
    called = [unit for unit in lines if unit.text[:20] in page_title]
    return next(iter(called or lines), None)


def _field(unit: Unit, after: Unit | None, titled: bool) -> tuple[list[Unit], str]:
    """The units that together say something of the report, and what."""
    if after and is_begun_occasion(unit.text):
        return [unit, after], "date+occasion"
    name = field_of(unit.text)
    is_begun = is_label_of_speaker(unit.text) or (name == "speaker" and is_begun_speaker(unit.text))
    if after and is_begun and is_person(after.text):
        return [unit, after], "speaker"
    if name == "source" and after and _is_label(unit) and len(after.text) <= 20 and not field_of(after.text):
        both = words_of("source", f"{unit.text} {after.text}")
        return ([unit, after], "source") if both else ([unit], "")
    if name == "source" and not words_of("source", unit.text):
        return [unit], ""
    if not name and titled and is_person(unit.text):
        return [unit], "speaker"
    return [unit], name


def _leave_out(result: Sorted, unit: Unit, repeated: Unit | None, is_above_title: bool = False) -> None:
    run = range(unit.first, unit.last + 1)
    if repeated:
        of = named(range(repeated.first, repeated.last + 1))
        result.take({"drop": named(run), "reason": "duplicate", "of": of}, unit)
        return
    reason = reason_of(unit.text, at_head=True)
    result.take({"drop": named(run), "reason": reason}, unit)
    may_be_more = is_above_title or len(_HAN.findall(unit.text)) >= _LONG_LEFT_OUT
    if reason == "site-chrome" and may_be_more and not field_of(unit.text):
        result.doubts.append(f"left out before the text: line {unit.first}, {unit.text[:24]}…")
