"""What each feature is worth, read from the data that stands beside this room; and what features together come to.

How the data is made is left to `bench/suggestions`, which trains it on the reports of this repository.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

FILE = Path(__file__).with_name("weights.json")
NAMES = ("stated", "joined", "right", "linked")
Features = Mapping[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights of the judgements.

    Is a clause stated, does it go on with the one before, is a suggestion right, do later words speak of a promise.
    """

    stated: Weights
    joined: Weights
    right: Weights
    linked: Weights


@cache
def judge() -> Judge:
    """The judge that the package carries."""
    read = json.loads(FILE.read_text("utf-8"))
    return Judge(**{name: read[name] for name in NAMES})


def probability(features: Features, weights: Weights) -> float:
    """How likely it is by these weights; the weight of '' is always counted."""
    total = weights.get("", 0.0) + sum(value * weights.get(name, 0.0) for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
