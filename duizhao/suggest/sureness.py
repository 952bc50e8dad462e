"""What speaks for a suggested statement that it is right as it stands: its words and its kind."""

from __future__ import annotations

from math import log

from .features import Seen
from .judging import Stated
from .numerals import counts
from .weights import Weights, probability

# So sure at most is what no section tells the kind of, and what may be but the purpose of the clauses before it: all
# that is taken over unseen must be surer.
_DOUBTFUL = 0.89


def sureness(seen: Seen, stated: Stated, weights: Weights) -> float:
    """How likely a suggested statement is right as it stands."""
    likely = probability(sureness_features(seen, stated), weights)
    return min(likely, _DOUBTFUL) if stated.kind.plainly < 2 or _may_be_purpose(seen, stated) else likely


def _may_be_purpose(seen: Seen, stated: Stated) -> bool:
    """True of what begins behind other clauses of its sentence as purposes do, and does not count: 实现有序衔接."""
    first = next((at for at, one in enumerate(seen.clauses) if one.end > stated.start), None)
    if first is None:
        return False
    aims = any(shape.startswith("aims-") for shape in seen.own_shapes(first))
    return seen.clauses[first].index > 0 and aims and not counts(stated.figures, stated.start, stated.end)


def sureness_features(seen: Seen, stated: Stated) -> dict[str, float]:
    """How likely it is alike to what a person would code, whether it counts, and the genre of its text.

    Few, as five reports teach little of texts of other makers: with more, confidences say less of the next report.
    """
    return {
        "stated": _odds(stated.stated),
        "press": float(seen.press),
        "counts": float(counts(stated.figures, stated.start, stated.end)),
    }


def _odds(likely: float) -> float:
    """The log odds of a probability, within bounds."""
    within = min(max(likely, 0.01), 0.99)
    return log(within / (1 - within))
