"""Whether figures of an indicator are of one definition: of one thing, counted alike, and for one time.

What may be reckoned of two that are is left to `arithmetic`, which of them stand on one axis to the pages.
"""

from __future__ import annotations

from datetime import date

from ..content.records import Indicator, Measure, Statement
from ..content.vocabulary import COMMITMENTS
from ..text.aspect import CHANGES
from ..text.period import Period
from ..text.things import is_one_thing
from ..text.units import count_alike

_A_YEAR = 12  # months from a text to the end of the year that it plans
_LEAD = 3  # months before a year in which its plan may be given: a text of October plans the next year


def is_one_definition(promised: Measure, found: Measure, indicator: Indicator | None) -> bool:
    """True where two measures of an indicator are of one thing, aspect and scope, in units that count alike."""
    return (
        found.aspect == promised.aspect
        and scope_of(found) == scope_of(promised)
        and count_alike(found.unit, promised.unit)
        and is_one_thing(thing_of(found, indicator), thing_of(promised, indicator))
    )


def thing_of(measure: Measure, indicator: Indicator | None) -> str:
    """The Chinese words for what a measure counts: its own, or the name of its indicator."""
    return measure.what.zh if measure.what else indicator.name.zh if indicator else ""


def scope_of(measure: Measure) -> str:
    """The Chinese words for the part of the whole that a measure is limited to; '' where it is not."""
    return measure.scope.zh if measure.scope else ""


def may_be_compared(statement: Statement, indicator: Indicator | None) -> bool:
    """True where no caution of an indicator says that the figures of a statement compare with no others."""
    return not indicator or not any(statement.full_id in one.statements for one in indicator.cautions)


def is_one_time(promise: Statement, promised: Measure, found: Measure, said: Period) -> bool:
    """True where a measure of a promise and a later one are of the same days, or neither has a time.

    What is promised in all by a deadline is of the time that reaches from the promise, or from before it, to that.
    """
    if not (promised.period and found.period and is_total_by_deadline(promise, promised, said)):
        return _days(promised) == _days(found)
    return _is_planned(found.period, said.first_day) and found.period.last_day == promised.period.last_day


def is_total_by_deadline(promise: Statement, promised: Measure, said: Period) -> bool:
    """True of a change that is promised by a deadline more than a year after its text, without a time of its own.

    By 2025 新增学位1万个 are those of all years until then, and not of 2025; the year after a text of its last months
    is that which it plans. `said` is the date of the text.
    """
    deadline = promised.period
    if promise.kind not in COMMITMENTS or promised.aspect not in CHANGES or deadline is None:
        return False
    is_its_own = deadline != promise.period or deadline.is_pair or _is_planned(deadline, said.last_day)
    return not is_its_own and _months(said.last_day, deadline.last_day) > _A_YEAR


def _is_planned(time: Period, said: date) -> bool:
    """True where a time begins with what a text of that day plans: in its month or before, or with the next year."""
    lead = _months(said, time.first_day)
    return lead <= 0 or (lead <= _LEAD and time.first_day.month == 1)


def _months(one: date, other: date) -> int:
    """How many months the second day is behind the first."""
    return 12 * (other.year - one.year) + other.month - one.month


def _days(measure: Measure) -> tuple[date, date] | None:
    return measure.period.days if measure.period else None
