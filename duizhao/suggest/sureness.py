"""What speaks for a suggested statement that it is right as it stands: its words and its kind."""

from __future__ import annotations

from math import log

from .features import Seen
from .judging import Stated


def sureness_features(seen: Seen, stated: Stated) -> dict[str, float]:
    """How likely its clauses state something and belong together, how plainly its kind is told, what it is."""
    return {
        "stated": _odds(stated.stated),
        "joined": _odds(stated.joined),
        f"plainly={stated.kind.plainly}": 1.0,
        "counts": float(bool(stated.figures)),
        "press": float(seen.press),
        f"kind={stated.kind.name}": 1.0,
        "more clauses": float(stated.clauses > 1),
    }


def _odds(likely: float) -> float:
    """The log odds of a probability, within bounds."""
    within = min(max(likely, 0.01), 0.99)
    return log(within / (1 - within))
