"""Times that are stated: which years they name, and what they are.

Which of them a statement has is left to `statements`, how they are said to `locale`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..text.period import Period


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time that is stated, and whether the text prints it."""

    period: Period
    period_basis: str


def years_of(times: Iterable[StatedTime]) -> tuple[int, ...]:
    """The years that times begin and end in, in order."""
    return tuple(sorted({year for time in times for year in time.period.years}))


def last_years_of(times: Iterable[StatedTime]) -> tuple[int, ...]:
    """The years that times end in, in order: those in which what promises falls due."""
    return tuple(sorted({time.period.last_year for time in times}))
