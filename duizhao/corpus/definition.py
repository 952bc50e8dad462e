"""Whether figures of an indicator are of one definition: of one thing, counted alike, and for one time.

What may be reckoned of two that are is left to `arithmetic`, which of them stand on one axis to the pages.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from ..content.records import Indicator, Measure, Statement
from ..text.units import count_alike


def is_one_definition(promised: Measure, found: Measure, indicator: Indicator | None) -> bool:
    """True where two measures of an indicator are of one thing, aspect and scope, in units that count alike."""
    return (
        found.aspect == promised.aspect
        and found.scope == promised.scope
        and count_alike(found.unit, promised.unit)
        and is_one_thing(thing_of(found, indicator), thing_of(promised, indicator))
    )


def thing_of(measure: Measure, indicator: Indicator | None) -> str:
    """The Chinese words for what a measure counts: its own, or the name of its indicator."""
    return measure.what.zh if measure.what else indicator.name.zh if indicator else ""


def is_one_thing(one: str, other: str) -> bool:
    """True where half of the characters of two wordings are the same, in whatever order they stand.

    整治的拥堵点 and 拥堵点整治 are one; 毕业生就业 is not 新增就业.
    """
    return one == other or 4 * (Counter(one) & Counter(other)).total() >= len(one) + len(other)


def may_be_compared(statement: Statement, indicator: Indicator | None) -> bool:
    """True where no caution of an indicator says that the figures of a statement compare with no others."""
    return not indicator or not any(statement.full_id in one.statements for one in indicator.cautions)


def is_one_time(promised: Measure, found: Measure) -> bool:
    """True where two measures are of the same days, or neither has a time."""
    return _days(promised) == _days(found)


def _days(measure: Measure) -> tuple[date, date] | None:
    return measure.period.days if measure.period else None
