"""How far a figure may lie from what other reports would give, and its share of the agreement of two readings."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from duizhao.content.trials import IntercoderAgreement

from .matching import Counted

# As many draws as leave the third digit still; the seed makes them the same each time.
_DRAWS, _SEED, _LEFT_OUT = 2000, 2021, 0.025


def interval(counts: Sequence[Counted]) -> tuple[float, float]:
    """Between which F1 95 % of those lie that samples of as many reports, drawn with return, come to."""
    draw = random.Random(_SEED)
    drawn = (draw.choices(counts, k=len(counts)) for _ in range(_DRAWS))
    found = sorted(sum(sample, Counted()).f1 for sample in drawn)
    return found[int(_LEFT_OUT * _DRAWS)], found[-1 - int(_LEFT_OUT * _DRAWS)]


def agreed_statements(readings: Iterable[IntercoderAgreement]) -> float:
    """The F1 of one reading held against the other: pairs among the statements of both; 1 of no readings."""
    return _f1((one.paired, one.first, one.second) for one in readings)


def agreed_kinds(readings: Iterable[IntercoderAgreement]) -> float:
    """The same of pairs of one kind."""
    return _f1((one.kind, one.first, one.second) for one in readings)


def agreed_figures(readings: Iterable[IntercoderAgreement]) -> float:
    """The same of figures, by value."""
    return _f1((one.value, one.figures_first, one.figures_second) for one in readings)


def _f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """F1 of how many are the same, of one reading and of the other."""
    return sum((Counted(*one) for one in counts), Counted()).f1
