"""Days into places on a time line: which years it has, where a mark begins and ends, which years are named.

What stands at those places is left to `drawing` and `strip`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ....corpus.threads import Mark

_NAME = 60  # a year is named where so much lies between it and the last one named
_HALF = 20  # of a name
_LINE = 9  # and has its line where so much does
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000)


@dataclass(frozen=True, slots=True)
class Scale:
    """The first year's first day stands at `left`, the day after the last year at `right`."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day stands."""
        start = date(self.first, 1, 1).toordinal()
        length = date(self.last, 12, 31).toordinal() + 1 - start
        return self.left + (self.right - self.left) * (day.toordinal() - start) / length

    def extent(self, mark: Mark) -> tuple[float, float]:
        """Where a mark's line begins and ends: a promise's where it was said, another's with its period.

        A promise without a date runs through to the end of the drawing.
        """
        begun = mark.said if mark.promises else _begun(mark)
        if mark.promises and not mark.period:
            return self.at(begun), self.right
        return self.at(min(begun, mark.end)), self.at(mark.end)


@dataclass(frozen=True, slots=True)
class Year:
    """A year: the line at its beginning, and its name with its place, '' where the last one named is too near."""

    x: str
    middle: str
    name: str


def scale_of(marks: Sequence[Mark], left: float, right: float) -> Scale:
    """The years of these marks; a promise without a date has at least the year after it was said to run through."""
    days = [day for mark in marks for day in (mark.said, mark.end, _begun(mark))]
    last = max(day.year for day in days)
    if any(mark.promises and not mark.period and mark.said.year == last for mark in marks):
        last = min(last + 1, date.max.year)
    return Scale(min(day.year for day in days), last, left, right)


def _begun(mark: Mark) -> date:
    """The first day that a mark speaks of; of a promise, and of what has no time, the day on which it was said."""
    return mark.period.first_day if mark.period and not mark.promises else mark.said


def years_of(scale: Scale) -> Iterator[Year]:
    """The years that have a line, with those that are named."""
    width = (scale.right - scale.left) / (scale.last - scale.first + 1)
    every = next(step for step in _STEPS if step * width >= _NAME)
    for year in range(scale.first, scale.last + 1):
        named = year % every == 0
        if named or width >= _LINE:
            x = scale.at(date(year, 1, 1))
            middle = min(max(x + width / 2, scale.left + _HALF), scale.right - _HALF)
            yield Year(f"{x:.1f}", f"{middle:.1f}", str(year) if named else "")
