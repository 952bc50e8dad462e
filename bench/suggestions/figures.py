"""The figures of the trial as they are kept and published: by kind and report, precision by confidence, calibration.

Beside each F1 stands its share of the F1 of two readings by people; beside those of all reports a 95 % interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duizhao.content.trials import IntercoderAgreement

from .intervals import agreed_figures, agreed_kinds, agreed_statements, interval
from .linking import Pair
from .matching import Counted
from .trial import Tried, calibration_error, precision_above, together

FIGURES = Path(__file__).with_name("figures.json")
THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95)


def figures_of(
    trials: Sequence[Tried], links: Sequence[tuple[Pair, Counted]], readings: Sequence[IntercoderAgreement]
) -> dict[str, object]:
    """All figures, by name."""
    counted = [count for _, count in links]
    return {
        "together": {
            name: one | {"interval": _interval([together([trial])[name] for trial in trials])}
            for name, one in _counts(trials, readings).items()
        },
        "by report": {
            one.report: _counts([one], [reading for reading in readings if reading.report == one.report])
            for one in trials
        },
        "follow-ups": {
            "together": _count(sum(counted, Counted())) | {"interval": _interval(counted)},
            **{f"{pair.earlier} {pair.later}": _count(count) for pair, count in links},
        },
        "as sure as": {f"{threshold}": _precision(precision_above(trials, threshold)) for threshold in THRESHOLDS},
        "calibration error": round(calibration_error(trials), 3),
    }


def _counts(trials: Sequence[Tried], readings: Sequence[IntercoderAgreement]) -> dict[str, dict[str, object]]:
    """The counts of each kind; of how two readings agreed on one kind alone nothing is kept, but on all together."""
    agreed = {"statement": agreed_statements(readings), "measure": agreed_figures(readings)}
    return {
        name: _count(one) | {"share of two readings": round(one.f1 / agreed.get(name, agreed_kinds(readings)), 3)}
        for name, one in together(trials).items()
    }


def _count(one: Counted) -> dict[str, object]:
    return {"same": one.same, "proposed": one.proposed, "coded": one.coded, "f1": round(one.f1, 3)}


def _interval(counts: Sequence[Counted]) -> list[float]:
    """The interval of the F1 of all counts together."""
    return [round(end, 3) for end in interval(counts)]


def _precision(one: Counted) -> dict[str, float]:
    return {"right": one.same, "proposed": one.proposed, "precision": round(one.precision, 3)}
