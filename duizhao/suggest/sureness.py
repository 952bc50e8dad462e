"""What speaks for a suggested statement that it is right as it stands: its words and its kind."""

from __future__ import annotations

from math import log

from .features import Seen
from .judging import Stated
from .numerals import counts
from .weights import Weights, probability

# So sure at most is what no section tells the kind of: all that is taken over unseen must be surer.
_OF_WORDS_ALONE = 0.89


def sureness(seen: Seen, stated: Stated, weights: Weights) -> float:
    """How likely a suggested statement is right as it stands."""
    likely = probability(sureness_features(seen, stated), weights)
    return likely if stated.kind.plainly > 1 else min(likely, _OF_WORDS_ALONE)


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
