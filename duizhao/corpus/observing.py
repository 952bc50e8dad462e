"""What the measures of indicators are joined as, and how they stand in time.

Which of them may be compared is left to who shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..content.records import Measure, Statement
from ..text.period import Period


@dataclass(frozen=True, slots=True)
class Observation:
    """One measure of an indicator, with the statement that makes it."""

    statement: Statement
    measure: Measure

    @property
    def said_as(self) -> tuple[Statement, int | Measure]:
        """Which measure of the statement it is; the measure, where it is none of its own."""
        own = (number for number, one in enumerate(self.statement.measures) if one is self.measure)
        return self.statement, next(own, self.measure)


def last_day(period: Period | None) -> date:
    """The last day of a time, for sorting; what has no time comes first."""
    return period.last_day if period else date.min
