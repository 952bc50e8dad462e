"""What may be reckoned of a promise: whether a later result states what was promised, in the promised terms.

Which later words belong to a promise is left to the editors' follow-ups and to `corpus.join`; whether two units count
the same to `text.units`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..content.records import Measure, Statement
from ..text.units import count_alike

# What a sentence states by these reaches its number at the least; 约, 以内 and the like leave it open.
_AT_LEAST = ("eq", "ge", "gt")


def arithmetic_of(promise: Statement, later: Sequence[Statement]) -> str:
    """met, exceeded or short where a later result states the promised quantity for the promised time.

    indeterminate where later words carry figures of the same indicator that do not agree in period, scope, aspect or
    unit; '' where there is nothing to reckon with. 力争, 左右 and the like are never judged.
    """
    pairs = [
        (promised, found, statement)
        for promised in promise.measures
        if promised.indicator
        for statement in later
        for found in statement.measures
        if found.indicator == promised.indicator
    ]
    if not pairs:
        return ""
    verdicts = {
        _verdict(promised, found)
        for promised, found, statement in pairs
        if promise.strength != "soft" and statement.kind == "result" and _one_definition(promised, found)
    }
    verdicts.discard("")
    # strict: of a promise with two quantities, one met and one short, neither can be said
    return verdicts.pop() if len(verdicts) == 1 else "indeterminate"


def _one_definition(promised: Measure, found: Measure) -> bool:
    """True where two measures of an indicator are of one aspect, period and scope, in units that count alike."""
    return (
        found.aspect == promised.aspect
        and _days(found) == _days(promised)
        and found.scope == promised.scope
        and count_alike(found.unit, promised.unit)
    )


def _days(measure: Measure) -> tuple[date, date] | None:
    """The time of a measure by its days: 2022 and 2022-01/2022-12 are the same."""
    return measure.period.days if measure.period else None


def _verdict(promised: Measure, found: Measure) -> str:
    """met, exceeded or short; '' where the words of one of the two leave it open."""
    if promised.operator not in _AT_LEAST or found.operator not in _AT_LEAST:
        return ""
    if promised.value is None or found.value is None:
        return ""
    reached = found.value - promised.value
    if reached < 0:
        return "short" if found.operator == "eq" else ""
    if promised.operator == "gt" and reached == 0:
        return {"eq": "short", "ge": "", "gt": "met"}[found.operator]  # 超100 and 100以上: it may be 100
    return "exceeded" if reached > 0 else "met"
