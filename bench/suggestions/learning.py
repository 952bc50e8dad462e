"""Logistic regression with a quadratic penalty: the one best set of weights for examples of few features each.

Made here so that whoever runs the tests needs no library for it: some thousand examples take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log1p
from operator import mul

Example = tuple[dict[str, float], bool]
_STEPS, _KEPT, _STILL = 200, 8, 1e-3


def weights_of(examples: Sequence[Example], strength: float) -> dict[str, float]:
    """The weights that make the examples likeliest, each as near to nought as `strength` (the smaller the nearer) asks.

    The weight of '' is counted for every example, and free.
    """
    names = ["", *sorted({name for features, _ in examples for name in features})]
    place = {name: at for at, name in enumerate(names)}
    rows = [([0, *(place[n] for n in f)], [1.0, *f.values()], 1.0 if yes else -1.0) for f, yes in examples]
    found = _least(_Loss(rows, len(names), 1 / strength), len(names))
    return {
        name: round(weight, 4) for name, weight in zip(names, found, strict=True) if not name or abs(weight) >= 5e-4
    }


class _Loss:
    """What the weights cost, and how that changes with each."""

    def __init__(self, rows: list[tuple[list[int], list[float], float]], size: int, penalty: float) -> None:
        self.rows, self.size, self.penalty = rows, size, penalty

    def __call__(self, weights: list[float]) -> tuple[float, list[float]]:
        slope = [self.penalty * weight for weight in weights]
        slope[0] = 0.0
        total = self.penalty * sum(weight * weight for weight in weights[1:]) / 2
        for places, values, sign in self.rows:
            margin = sign * sum(map(mul, map(weights.__getitem__, places), values))
            total += log1p(exp(-margin)) if margin > 0 else log1p(exp(margin)) - margin
            pull = -sign / (1 + exp(min(margin, 500)))
            for at, value in zip(places, values, strict=True):
                slope[at] += pull * value
        return total, slope


def _least(loss: _Loss, size: int) -> list[float]:
    """The weights that cost least, by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5)."""
    at = [0.0] * size
    cost, slope = loss(at)
    past: list[tuple[list[float], list[float]]] = []
    for _ in range(_STEPS):
        way = _way(slope, past)
        fall = _dot(way, slope)
        length = 1.0 if past else 1 / (1 + sum(map(abs, slope)))
        while True:
            there = [a + length * w for a, w in zip(at, way, strict=True)]
            new_cost, new_slope = loss(there)
            if new_cost <= cost + 1e-4 * length * fall or length < 1e-12:
                break
            length /= 2
        moved = [b - a for a, b in zip(at, there, strict=True)]
        turned = [b - a for a, b in zip(slope, new_slope, strict=True)]
        if _dot(moved, turned) > 1e-12:
            past = [*past, (moved, turned)][-_KEPT:]
        done = cost - new_cost < _STILL
        at, cost, slope = there, new_cost, new_slope
        if done:
            break
    return at


def _way(slope: list[float], past: list[tuple[list[float], list[float]]]) -> list[float]:
    way = [-value for value in slope]
    taken = []
    for moved, turned in reversed(past):
        share = _dot(moved, way) / _dot(moved, turned)
        taken.append(share)
        way = [w - share * t for w, t in zip(way, turned, strict=True)]
    if past:
        moved, turned = past[-1]
        scale = _dot(moved, turned) / _dot(turned, turned)
        way = [scale * w for w in way]
    for (moved, turned), share in zip(past, reversed(taken), strict=True):
        back = share - _dot(turned, way) / _dot(moved, turned)
        way = [w + back * m for w, m in zip(way, moved, strict=True)]
    return way


def _dot(one: list[float], other: list[float]) -> float:
    return sum(map(mul, one, other))
