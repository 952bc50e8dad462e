"""What may be reckoned of a promise: whether a later result states what was promised, in the promised terms.

Which later words belong to a promise is left to the editors' follow-ups and to `corpus.join`; whether two figures are
of one definition to `definition`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..content.records import Indicator, Measure, Statement
from ..text.period import Period
from .definition import is_one_definition, is_one_time, may_be_compared

# What a sentence states by these reaches its number at the least; 约, 以内 and the like leave it open.
_AT_LEAST = ("eq", "ge", "gt")


def arithmetic_of(
    promise: Statement, said: Period, later: Sequence[Statement], indicators: Mapping[str, Indicator]
) -> str:
    """met, exceeded or short where a later result states the promised quantity for the promised time.

    indeterminate where later words carry figures of the same indicator that are of another definition or time, or
    compare with no others, or leave one of several deadlines unanswered; '' where there is nothing to reckon with.
    力争, 左右 and the like are never judged. `said` is the date of the promise's text.
    """
    measures = _promised(promise)
    pairs = [
        (promised, found, statement)
        for promised in measures
        if promised.indicator
        for statement in later
        for found in statement.measures
        if found.indicator == promised.indicator
    ]
    if not pairs:
        return ""
    verdicts = [
        (_verdict(promised, found), _due(promised))
        for promised, found, statement in pairs
        if promise.strength != "soft" and statement.kind == "result" and is_one_time(promise, promised, found, said)
        for indicator in (indicators.get(promised.indicator),)
        if is_one_definition(promised, found, indicator)
        and all(may_be_compared(one, indicator) for one in (promise, statement))
    ]
    given = {verdict for verdict, _ in verdicts if verdict}
    unanswered = {_due(one) for one in measures if one.period} - {due for verdict, due in verdicts if verdict}
    # strict: of a promise with two quantities, one met and one short, neither can be said, nor where a deadline is open
    return given.pop() if len(given) == 1 and not unanswered else "indeterminate"


def _promised(promise: Statement) -> list[Measure]:
    """The measures of a promise but those of a time that is none of its deadlines, as what a rise is counted from."""
    dues = {time.period.last_day for time in promise.times}
    return [one for one in promise.measures if not (dues and one.period) or _due(one) in dues]


def _due(measure: Measure) -> date | None:
    return measure.period.last_day if measure.period else None


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
