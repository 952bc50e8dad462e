"""Of which year a report is and on what ground, the years that it covers, and where those that are named disagree.

What its capture prints of itself is found by `particulars`; what else is said of it is left to `describing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dates import years_in
from .known import Known, plans_in
from .source import Refused

LATE = 11  # the month from which on a report is given for the year to come
_TEXT = 20_000  # characters in which a text tells what it plans

Ground = tuple[str, str]


def year_of(known: Known, kind: str, day: str) -> tuple[int, Ground | None]:
    """The year of a report, and what it rests on in both languages where no day is printed. Raises Refused."""
    if known.year:
        return int(known.year), None if day else ("年份由编者给出。", "the year is given by the editors.")
    if day:
        return _beside_a_day(known, kind, day), None
    return _without_a_day(known)


def _beside_a_day(known: Known, kind: str, day: str) -> int:
    """The year that title and headings print, if it is that of the day or one beside it; else that of the day."""
    year = int(day[:4])
    if kind != "work-report":
        return year
    order = (year + 1, year, year - 1) if _is_late(day) else (year, year + 1, year - 1)
    title = years_in(known.printed.get("title", ""))
    named = next((one for one in order if one in title), None)
    if named:
        return named
    plans, reviews = known.plans, known.reviews
    if _is_late(day):
        return year + 1 if year + 1 in plans or year in reviews else year
    return year - 1 if plans and max(plans) == year - 1 and year - 1 not in reviews else year


def _is_late(day: str) -> bool:
    return int(day[5:7]) >= LATE


def _year_expected(kind: str, day: str) -> int:
    """The year that a text of a day is of, if nothing tells another."""
    return int(day[:4]) + (kind == "work-report" and _is_late(day))


def _without_a_day(known: Known) -> tuple[int, Ground]:
    """The year of a report of which no day is known, and what it rests on. Raises Refused."""
    plans, reviews = known.plans, known.reviews
    title = years_in(known.printed.get("title", ""))
    if title:
        return next((year for year in title if year in plans), title[0]), (
            "年份据标题推定。",
            "the year is that of its title.",
        )
    if plans or reviews:
        return max(plans) if plans else max(reviews) + 1, (
            "年份据各部分标题推定。",
            "the year is inferred from the headings of its parts.",
        )
    name = years_in(known.name)
    if name:
        return name[0], ("年份据所采集文件的名称。", "the year is that in the name of its file.")
    plans = plans_in(known.text[:_TEXT])
    if plans:
        return max(plans, key=plans.count), ("年份据正文推定。", "the year is inferred from its text.")
    raise Refused("does not tell of which year it is; name it with --year")


def years_doubted(known: Known, kind: str, year: int, day: str) -> Iterator[str]:
    """Where the years that a capture names do not go together."""
    if not day and not known.year:
        yield f"date: {'' if known.plain else 'no day is printed; '}{year} is inferred"
    expected = _year_expected(kind, day) if day else year
    if known.year and day and year not in (int(day[:4]), expected):
        yield f"date: {day} is printed, and --year says {known.year}"
    elif not known.year and year != expected:
        why = f"it is taken for {year}, and {day} is printed as its day"
        yield f"year: {why}{'; it may be the report of the year to come' if _is_late(day) else ''}"
    plans = [plan for plan in known.plans if plan not in known.reviews]
    if plans and year not in plans:
        yield f"year: it is taken for {year}, and a heading speaks of the work of {max(plans)}"
    name = years_in(known.name)
    if name and abs(name[0] - year) > 1:
        yield f"year: it is taken for {year}, and its file is named {known.name}"


def covered_by(known: Known, kind: str, year: int, day: str) -> str:
    """The years that it looks back and forward to, by its headings, else by its kind."""
    headings = "\n".join(known.headings)
    if kind != "work-report":
        first = last = year
    else:
        planned = year + 1 in known.plans or (year in known.reviews and day[:4] == str(year + 1))
        last = year + 1 if planned and year not in known.plans else year
        first = last - 5 if re.search("过去五年|五年来|[本上]届政府|五年工作回顾", headings) else last - 1
    if re.search("今后五年|未来五年", headings):
        last += 4
    return f"{first}/{last}" if first != last else str(first)
