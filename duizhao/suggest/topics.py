"""Which words stand together in the sentences of some texts, so that two may speak of one thing and share no word.

Latent semantic analysis (Scott Deerwester and others, Indexing by Latent Semantic Analysis, 1990): sentences by words,
weighed by rarity, seen along the few directions in which they differ most. Nothing is known of the texts beforehand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from operator import mul
from random import Random

from .wording import words_of

Vector = Sequence[float]
_DIRECTIONS, _ROUNDS = 20, 6
_SENTENCE = re.compile("[^。；\n]+")
# A word that stands in one sentence alone tells nothing of others.
_LEAST_SENTENCES = 2
_NOTHING_LEFT = 1e-9


@dataclass(frozen=True, slots=True)
class Topics:
    """Where words lie by what stands together with them, in vectors as long as the words are rare."""

    places: Mapping[str, Vector]

    def place(self, words: Iterable[str]) -> Vector:
        """Where some words lie together: a vector of length 1, empty where nothing is known of any."""
        known = [self.places[word] for word in sorted({*words} & self.places.keys())]
        return _unit([sum(values) for values in zip(*known, strict=True)])


def topics_of(texts: Iterable[str]) -> Topics:
    """What the sentences of some texts tell of their words."""
    sentences = [words_of(sentence) for text in texts for sentence in _SENTENCE.findall(text)]
    counts = Counter(word for own in sentences for word in own)
    rarity = {word: log(len(sentences) / counts[word]) for word in sorted(counts) if counts[word] >= _LEAST_SENTENCES}
    at = {word: place for place, word in enumerate(rarity)}
    rows = [_unit_row([(at[word], rarity[word]) for word in sorted(own & at.keys())]) for own in sentences]
    places = zip(*_strongest(rows, len(rarity)), strict=True)
    return Topics(
        {
            word: [rare * value for value in _unit(place)]
            for (word, rare), place in zip(rarity.items(), places, strict=False)
        }
    )


def together(one: Vector, other: Vector) -> float:
    """How near two places are: the cosine between them, 0 where it is less or where one is nowhere."""
    return max(0.0, _dot(one, other)) if one and other else 0.0


_Row = Sequence[tuple[int, float]]


def _strongest(rows: Sequence[_Row], width: int) -> list[list[float]]:
    """The columns that span the strongest directions of the rows, by orthogonal iteration.

    They begin anywhere, and the same rows always come to the same.
    """
    random = Random(0)
    columns = [[random.random() - 0.5 for _ in range(width)] for _ in range(_DIRECTIONS)]
    for _ in range(_ROUNDS):
        columns = [_through(rows, column) for column in _orthogonal(columns)]
    return columns


def _through(rows: Sequence[_Row], column: Vector) -> list[float]:
    """A column carried to the sentences and back to the words."""
    carried = [0.0] * len(column)
    for row in rows:
        across = sum(weight * column[at] for at, weight in row)
        for at, weight in row:
            carried[at] += weight * across
    return carried


def _orthogonal(columns: Iterable[Vector]) -> list[Vector]:
    """The columns made orthogonal one after the other, each of length 1; what the earlier ones span already is gone."""
    found: list[Vector] = []
    for column in columns:
        own, length = column, sqrt(_dot(column, column))
        for other in found:
            shared = _dot(own, other)
            own = [value - shared * their for value, their in zip(own, other, strict=True)]
        if sqrt(_dot(own, own)) > _NOTHING_LEFT * length:
            found.append(_unit(own))
    return found


def _unit_row(row: _Row) -> _Row:
    length = sqrt(sum(weight**2 for _, weight in row))
    return [(at, weight / length) for at, weight in row] if length else []


def _unit(vector: Vector) -> Vector:
    length = sqrt(_dot(vector, vector))
    return [value / length for value in vector] if length else []


def _dot(one: Vector, other: Vector) -> float:
    return float(sum(map(mul, one, other)))
