"""What speaks for a suggested statement that it is right as it stands: its words and its kind."""

from __future__ import annotations

from math import log

from .features import Seen
from .judging import Stated


def sureness_features(seen: Seen, stated: Stated) -> dict[str, float]:
    """How likely its clauses state something, how plainly its kind is told, and whether it counts.

    Few, as five reports teach little of texts of other makers: with more, confidences say less of the next report.
    """
    return {
        "stated": _odds(stated.stated),
        "press": float(seen.press),
        "report counts": float(bool(stated.figures) and not seen.press),
        "press counts": float(bool(stated.figures) and seen.press),
        "plain": float(stated.kind.plainly > 0),
    }


def _odds(likely: float) -> float:
    """The log odds of a probability, within bounds."""
    within = min(max(likely, 0.01), 0.99)
    return log(within / (1 - within))
