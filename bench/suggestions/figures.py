"""The figures of the trial as they are kept and published: by kind and report, precision by confidence, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .linking import Pair
from .matching import Counted
from .trial import Tried, calibration_error, precision_above, together

FIGURES = Path(__file__).with_name("figures.json")
THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95)


def figures_of(trials: Sequence[Tried], links: Sequence[tuple[Pair, Counted]]) -> dict[str, object]:
    """All figures, by name."""
    return {
        "together": _counts(trials),
        "by report": {one.report: _counts([one]) for one in trials},
        "follow-ups": {
            "together": _count(sum((count for _, count in links), Counted())),
            **{f"{pair.earlier} {pair.later}": _count(count) for pair, count in links},
        },
        "as sure as": {f"{threshold}": _precision(precision_above(trials, threshold)) for threshold in THRESHOLDS},
        "calibration error": round(calibration_error(trials), 3),
    }


def _counts(trials: Sequence[Tried]) -> dict[str, dict[str, float]]:
    return {name: _count(one) for name, one in together(trials).items()}


def _count(one: Counted) -> dict[str, float]:
    return {"same": one.same, "proposed": one.proposed, "coded": one.coded, "f1": round(one.f1, 3)}


def _precision(one: Counted) -> dict[str, float]:
    return {"right": one.same, "proposed": one.proposed, "precision": round(one.precision, 3)}
