"""When a statement is due, or what time it is of: by the words of its clause, then by its section and the report.

Only what the text gives a ground for; nothing is known from outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..content.records import Block, Report
from ..content.vocabulary import COMMITMENTS
from ..text.period import Period, parse_period

STATED, INFERRED = "stated", "inferred"
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")
_DUE = re.compile(
    "(?:到|至|于)?((?:19|20)[0-9]{2})年(?:底|末)?(?:前|，|实现|达|[^，。]{0,3}(?:达到|完成|建成|实现|全面))"
)
_MONTHS = re.compile("(?:((?:19|20)[0-9]{2})年|今年)?([0-9]{1,2})[-—–至到]([0-9]{1,2})月")
_MONTH = re.compile("(?:((?:19|20)[0-9]{2})年|今年)([0-9]{1,2})月(?:([0-9]{1,2})日)?")
_QUARTER = re.compile("(?:((?:19|20)[0-9]{2})年|今年)?(?:第)?([一二三四])季度")
_THIS_YEAR = re.compile("今年|本年度?|年内|全年|年底前|[上下]半年")
_LAST_YEAR = re.compile("去年|上年")
_FIVE_YEARS = re.compile("(?:未来|今后)五年")
_PLAN = re.compile("“?十([三四五六])五”?")
_PLAN_ENDS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}


@dataclass(frozen=True, slots=True)
class Timed:
    """A time and its basis; both empty where the text gives no ground for one."""

    period: Period | None = None
    basis: str = ""


def timed(report: Report, block: Block, words: str, before: str, kind: str, section: str) -> Timed:
    """The time of a statement; `before` is what its sentence has before it, `section` the headings above it."""
    year = report.date.last_year
    own = _own(words, year, kind) or _own(before, year, kind)
    if own:
        return own
    if kind in COMMITMENTS:
        return _due(section, report)
    return _past(section, report)


def _own(words: str, year: int, kind: str) -> Timed | None:
    """The time that words give by themselves."""
    if kind in COMMITMENTS:
        if due := _DUE.search(words):
            return _timed(due[1], STATED)
        if _FIVE_YEARS.search(words):
            return _timed(str(year + 5), INFERRED)
        return _timed(str(year), INFERRED) if _THIS_YEAR.search(words) else None
    if found := _MONTHS.search(words):
        own = int(found[1] or year)
        return _timed(f"{own}-{int(found[2]):02}/{own}-{int(found[3]):02}", STATED if found[1] else INFERRED)
    if found := _QUARTER.search(words):
        return _timed(f"{found[1] or year}-Q{'一二三四'.index(found[2]) + 1}", STATED if found[1] else INFERRED)
    if found := _MONTH.search(words):
        day = f"-{int(found[3]):02}" if found[3] else ""
        return _timed(f"{found[1] or year}-{int(found[2]):02}{day}", STATED if found[1] else INFERRED)
    if len(set(_YEAR.findall(words))) == 1:
        return _timed(_YEAR.findall(words)[0], STATED)
    return _timed(str(year - 1), INFERRED) if _LAST_YEAR.search(words) else None


def _due(section: str, report: Report) -> Timed:
    years = _YEAR.findall(section)
    if years:
        return _timed(years[-1], INFERRED)
    if plan := _PLAN.search(section):
        return _timed(str(_PLAN_ENDS[plan[1]]), INFERRED)
    if _FIVE_YEARS.search(report.text[:600]):
        return _timed(str(report.date.last_year + 5), INFERRED)
    if report.kind == "work-report":
        return _timed(str(report.date.last_year), INFERRED)
    return Timed()


def _past(section: str, report: Report) -> Timed:
    years = _YEAR.findall(section)
    if years:
        return _timed(years[0], INFERRED)
    if report.kind == "work-report":
        return _timed(str(report.covers.start.year), INFERRED)
    return Timed()


def _timed(text: str, basis: str) -> Timed:
    """A time that the text may only seem to give: of one that does not exist nothing is said."""
    try:
        return Timed(parse_period(text), basis)
    except ValueError:
        return Timed()
