"""Times as values: a year, half, quarter, month or day, or a pair of them; which days exist, and what comes first.

How a time is said in a language is left to `content.locale`; what a time belongs to, to the records.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

FORMS = "2020, 2020-06, 2020-06-11, 2021-Q1, 2021-H1, or two of them with / between"
_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[0-9])|H(?P<half>[0-9])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year or a part of one as written; what is not given is 0. Halves, quarters, months and days count from 1."""

    year: int
    half: int = 0
    quarter: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        part = f"-H{self.half}" if self.half else f"-Q{self.quarter}" if self.quarter else ""
        part += f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{part}" + (f"-{self.day:02}" if self.day else "")

    @property
    def first_day(self) -> date:
        month = self.month or (3 * self.quarter - 2 if self.quarter else 7 if self.half == 2 else 1)
        return date(self.year, month, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 3 * self.quarter or 6 * self.half or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, from the first day of `start` to the last day of `end`; of one time written both are it."""

    start: Moment
    end: Moment

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    def __lt__(self, other: Period) -> bool:
        """By first day, then by last day: of two that begin together the shorter is the earlier."""
        return self.days < other.days

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the last: by them times are ordered, and the same however written, as 2021-H1 and
        2021-01/2021-06 are.
        """
        return self.start.first_day, self.end.last_day

    @property
    def first_day(self) -> date:
        return self.start.first_day

    @property
    def last_day(self) -> date:
        return self.end.last_day

    @property
    def is_pair(self) -> bool:
        """True where two times are written."""
        return self.start != self.end

    @property
    def years(self) -> tuple[int, ...]:
        """The year it begins in and, where that is another one, the year it ends in."""
        return tuple(dict.fromkeys((self.start.year, self.end.year)))

    @property
    def last_year(self) -> int:
        return self.end.year

    @property
    def length(self) -> tuple[int, int]:
        """How long it is, which figures of one line have in common: its months, where they are whole, or its days."""
        first, last = self.days
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return 12 * (last.year - first.year) + last.month - first.month + 1, 0
        return 0, (last - first).days + 1


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """The time that a text such as 2020-06 or 2021-01/2021-05 writes.

    Raises ValueError, with the reason, for another form, for days, quarters and halves that do not exist, and for a
    pair that does not run forward. Nothing is brought down to what exists: 2021-02-30 is a mistake.
    """
    first, slash, last = text.partition("/")
    start = _moment(first, text)
    end = _moment(last, text) if slash else start
    if slash and not (start.first_day < end.first_day and start.last_day < end.last_day):
        raise ValueError(f"{text!r} does not run forward")
    return Period(start, end)


def _moment(text: str, whole: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if not match:
        raise ValueError(f"{whole!r} is no time")
    parts = {name: int(value) for name, value in match.groupdict().items() if value}
    # A written 0 is not the same as nothing written: 2021-00 and 2021-Q0 do not exist.
    ceilings = {"half": 2, "quarter": 4, "month": 12}
    wrong = [name for name in parts if not 1 <= parts[name] <= ceilings.get(name, 9999)]
    if not wrong and "day" in parts and parts["day"] > monthrange(parts["year"], parts["month"])[1]:
        wrong = ["day"]
    if wrong:
        raise ValueError(f"{text!r} has a {wrong[0]} that does not exist")
    return Moment(**parts)
