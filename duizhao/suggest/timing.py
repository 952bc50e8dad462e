"""When a statement is due, or what time it is of: by the words of its clause, then by its section and the report.

Only what the text gives a ground for; nothing is known from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..content.records import Report
from ..content.vocabulary import COMMITMENTS
from ..text.numerals import number_of
from ..text.period import Period, parse_period

STATED, INFERRED = "stated", "inferred"
_Y = "((?:19|20)[0-9]{2})"
_YEAR = re.compile(f"{_Y}(?=年)")
# Years that something is only compared with, or counted from: 较2020年, 是2019年的1.5倍, 从2019年的3家.
_COMPARED = re.compile(
    "(?:相?较(?:之|于)?|相?比|对比|同比|与|同|超过|[高低多少优]于)(?:19|20)[0-9]{2}年(?:相比|同期|底|末)?"
    "|(?:是|为|相当于)(?:19|20)[0-9]{2}年的"
    "|(?:从|由|自)(?:19|20)[0-9]{2}年(?!以来|起|开始|启动)(?:底|末)?的?(?=[^，。；]{0,16}(?:增|升|提|扩|发展|降|减|缩|跃|涨|到))"
    "|在?(?:19|20)[0-9]{2}年[^，。；]{0,10}基础上"
)
_TITLE = re.compile(
    "《[^《》]*》|[（(](?:19|20)[0-9]{2}年?[-—–~～至到](?:19|20)[0-9]{2}年?[)）]"
)  # of plans, with their years
_RANGE = re.compile(f"{_Y}年?(?:[-—–~～]|至|到){_Y}年|(?:从|由|自){_Y}年[^，。；]{{0,24}}?(?:至|到){_Y}年")
_SINCE = re.compile(f"(?:自|从)?{_Y}年以来")
_DUE = re.compile(
    f"(?:到|至|力争|确保|争取)(?:了|在|于)?{_Y}年(?:底|末)?"
    f"|于?{_Y}年(?:底|末)?(?:之?前|，|实现|达|[^，。]{{0,3}}(?:达到|完成|建成|实现|全面))"
)
_OF_YEAR = f"(?:{_Y}年|(今年|本年|去年|上年))?"
_MONTHS = re.compile(f"{_OF_YEAR}([0-9]{{1,2}})[-—–~～至到]([0-9]{{1,2}})月")
_MONTH = re.compile(f"(?:{_Y}年|(今年|去年|上年))([0-9]{{1,2}})月(?:([0-9]{{1,2}})日)?")
_QUARTERS = re.compile(f"{_OF_YEAR}前([二两三])个?季度")
_QUARTER = re.compile(f"{_OF_YEAR}(?:第)?([一二三四])季度")
_HALF = re.compile(f"{_OF_YEAR}([上下])半年")
_THIS_YEAR = re.compile("今年|本年度?|年内|全年|年底前|[上下]半年")
_LAST_YEAR = re.compile("去年|上年")
_NUMBER = "([0-9]{1,2}|[一二两三四五六七八九十]{1,2})"
# From the text on so many years; and those up to it.
_YEARS_AHEAD = re.compile(
    f"(?:未来|今后)的?{_NUMBER}年|(?<![近前过第]){_NUMBER}年(?:之?内|左右(?:的?时间)?|(?:的?时间))(?!来)"
)
_YEARS_BACK = re.compile(f"(?:近(?![0-9])|过去的?|最近){_NUMBER}年(?!的)|(?<![0-9十]){_NUMBER}年来")
_PLAN = re.compile("“?十([三四五六])五”?")
_PLAN_AT_END = re.compile("“?十([三四五六])五”?(?:规划)?(?:期?末|期间|时期|收官)")
_PLAN_YEARS = re.compile(f"“?十([三四五六])五”?(?:规划)?(?:的?前{_NUMBER}年|期间|时期|以来)")
_FIRST_HALF = 6  # months
_PLAN_ENDS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}


@dataclass(frozen=True, slots=True)
class Timed:
    """A time and its basis; both empty where the text gives no ground for one."""

    period: Period | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class _Year:
    """The year that a text is of, and the year that it speaks of where its words name none.

    `begun` is the last year before those that lie ahead: of a text of January its own year is the first of these.
    """

    text: int
    section: int
    begun: int
    day: date

    def named(self, printed: str | None, called: str | None, month: int) -> tuple[int, str]:
        """The year that words name of whose months they speak up to this one, with its basis.

        Where they name none it is the text's own if these months are over when it is given: 一季度 in June.
        """
        if printed:
            return int(printed), STATED
        if called:
            return self.text - (called in ("去年", "上年")), INFERRED
        over = (self.text, month) < (self.day.year, self.day.month)
        return self.text if over else min(self.section, self.text - 1), INFERRED


def timed(report: Report, words: str, before: str, kind: str, section: str) -> Timed:
    """The time of a statement; `before` is what its sentence has before it, `section` the headings above it."""
    of_section = Timed() if kind in COMMITMENTS else _past(section, report)
    year = report.date.last_year
    years = _Year(
        year, of_section.period.last_year if of_section.period else year, _begun(report), report.date.first_day
    )
    own = _own(words, years, kind) or _own(before, years, kind)
    if own:
        return own
    return _due(section, report) if kind in COMMITMENTS else of_section


def _own(words: str, year: _Year, kind: str) -> Timed | None:
    """The time that words give by themselves; none where they have a stretch whose end they leave open."""
    plain = _TITLE.sub("", words)
    return next(_promised(plain, year) if kind in COMMITMENTS else _reported(plain, year), None)


def _promised(words: str, year: _Year) -> Iterator[Timed]:
    """The deadlines that words may give, the surest first."""
    words = _COMPARED.sub("", words)
    if due := _DUE.search(words):
        yield _timed(due[1] or due[2], STATED)
    if plan := _PLAN_AT_END.search(words):
        yield _timed(str(_PLAN_ENDS[plan[1]]), INFERRED)
    if ahead := _YEARS_AHEAD.search(words):
        yield _timed(str(year.begun + int(number_of(ahead[1] or ahead[2]))), INFERRED)
    if _THIS_YEAR.search(words):
        yield _timed(str(year.text), INFERRED)


def _reported(words: str, year: _Year) -> Iterator[Timed]:
    """The times that words may be of, the surest first."""
    if found := _RANGE.search(words):
        yield _timed(f"{found[1] or found[3]}/{found[2] or found[4]}", STATED)
    words = _COMPARED.sub("", words)
    if found := _MONTHS.search(words):
        own, basis = year.named(found[1], found[2], int(found[4]))
        yield _timed(f"{own}-{int(found[3]):02}/{own}-{int(found[4]):02}", basis)
    if found := _QUARTERS.search(words):
        last = "一二三".index(found[3].replace("两", "二")) + 1
        own, basis = year.named(found[1], found[2], 3 * last)
        yield _timed(f"{own}-Q1/{own}-Q{last}", basis)
    if found := _QUARTER.search(words):
        quarter = "一二三四".index(found[3]) + 1
        own, basis = year.named(found[1], found[2], 3 * quarter)
        yield _timed(f"{own}-Q{quarter}", basis)
    if found := _HALF.search(words):
        half = "上下".index(found[3]) + 1
        own, basis = year.named(found[1], found[2], 6 * half)
        yield _timed(f"{own}-H{half}", basis)
    if found := _MONTH.search(words):
        own, basis = year.named(found[1], found[2], int(found[3]))
        day = f"-{int(found[4]):02}" if found[4] else ""
        yield _timed(f"{own}-{int(found[3]):02}{day}", basis)
    yield from _stretches(words, year)
    printed = set(_YEAR.findall(words))
    if len(printed) == 1:
        yield _timed(printed.pop(), STATED)
    if _LAST_YEAR.search(words):
        yield _timed(str(year.text - 1), INFERRED)


def _stretches(words: str, year: _Year) -> Iterator[Timed]:
    """Stretches of years up to the one that is spoken of."""
    if since := _SINCE.search(words):
        yield _up_to(int(since[1]), year.section)
    if plan := _PLAN_YEARS.search(words):
        end = _PLAN_ENDS[plan[1]]
        last = end - 5 + int(number_of(plan[2])) if plan[2] else min(end, year.section)
        yield _up_to(end - 4, last)
    if back := _YEARS_BACK.search(words):
        yield _up_to(year.section + 1 - int(number_of(back[1] or back[2])), year.section)


def _up_to(first: int, last: int) -> Timed:
    """The years from the first to the last, as they follow from what is printed; nothing where they run backward."""
    return _timed(f"{first}/{last}" if first < last else str(first), INFERRED) if first <= last else Timed()


def _begun(report: Report) -> int:
    """The last year before those that a report looks ahead to: before its own where it was given in the first half."""
    return report.date.last_year - (report.date.first_day.month <= _FIRST_HALF)


def _due(section: str, report: Report) -> Timed:
    years = _YEAR.findall(section)
    if years:
        return _timed(years[-1], INFERRED)
    if plan := _PLAN.search(section):
        return _timed(str(_PLAN_ENDS[plan[1]]), INFERRED)
    if re.search("(?:未来|今后)五年", report.text[:600]):
        return _timed(str(_begun(report) + 5), INFERRED)
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
