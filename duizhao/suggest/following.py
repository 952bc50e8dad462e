"""Which later words may speak of a promise: by indicator, named things, wording, a number that answers.

What they are evidence of is for a person to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from ..text.genre_words import ADVERBS, BOUNDS, TIMES, VERBS
from .weights import Features, Weights, probability

# From here on later words are proposed: so low, since a person who looks at one too many loses less than by one missed.
LINKED = 0.2
_SAYS_HOW = re.compile("|".join(map(re.escape, sorted(ADVERBS | BOUNDS | TIMES | VERBS, key=len, reverse=True))))
_PARTS = re.compile("[|，、；：“”（）《》的和与等]")
# A run of characters that both have is a name or a turn of phrase from this length on.
_LONG_RUN = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A promise or later words: its name, its words, and what is known of them."""

    name: str
    words: str
    themes: tuple[str, ...] = ()
    indicators: frozenset[str] = frozenset()
    initiatives: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """Later words that may speak of a promise, both by name, how likely, and what speaks for it."""

    promise: str
    later: str
    likely: float
    grounds: tuple[str, ...]


def links(promises: Sequence[Said], later: Sequence[Said], weights: Weights) -> Iterator[Link]:
    """The links between promises and later words that are likely enough, those of each promise the likeliest first."""
    found: dict[str, list[Link]] = {one.name: [] for one in promises}
    for promise, words, features in compared(promises, later):
        likely = probability(features, weights)
        if likely >= LINKED:
            grounds = tuple(name for name in ("indicator", "initiative", "number", "wording") if features.get(name))
            found[promise].append(Link(promise, words, likely, grounds or ("wording",)))
    for every in found.values():
        yield from sorted(every, key=lambda link: (-link.likely, link.later))


def compared(promises: Sequence[Said], later: Sequence[Said]) -> Iterator[tuple[str, str, Features]]:
    """Each promise with each later words that have anything in common with it, and what that is."""
    rarity = _rarity([*promises, *later])
    pairs = {id(one): _pairs(one.words) for one in (*promises, *later)}
    lengths = {name: sqrt(sum(rarity[pair] ** 2 for pair in sorted(own))) or 1.0 for name, own in pairs.items()}
    order = {id(one): at for at, one in enumerate(later)}
    holders: dict[str, list[Said]] = {}
    for one in later:
        for pair in pairs[id(one)]:
            holders.setdefault(pair, []).append(one)
    for promise in promises:
        likeness: dict[int, float] = {}
        for pair in sorted(pairs[id(promise)]):
            for one in holders.get(pair, ()):
                likeness[id(one)] = likeness.get(id(one), 0.0) + rarity[pair] ** 2
        scores = {one: score / lengths[one] / lengths[id(promise)] for one, score in likeness.items()}
        ranks = {one: rank for rank, one in enumerate(sorted(scores, key=lambda one: (-scores[one], order[one])))}
        for one in later:
            if id(one) in scores or one.initiatives & promise.initiatives or one.indicators & promise.indicators:
                rank, score = ranks.get(id(one), len(later)), scores.get(id(one), 0.0)
                yield promise.name, one.name, _features(promise, one, score, rank)


def _features(promise: Said, one: Said, likeness: float, rank: int) -> dict[str, float]:
    run = longest_run(_bare(promise.words), _bare(one.words))
    alike_themes = len({*promise.themes} & {*one.themes})
    return {
        "likeness": 4 * likeness,
        "wording": float(run >= _LONG_RUN),
        "run": run / 4,
        "indicator": float(bool(promise.indicators & one.indicators)),
        "initiative": float(bool(promise.initiatives & one.initiatives)),
        "number": float(bool(promise.units & one.units)),
        "themes": float(alike_themes),
        "first theme": float(bool(promise.themes and promise.themes[:1] == one.themes[:1])),
        "nearest": float(rank == 0),
        "near": float(rank < 4),
    }


def _rarity(said: Iterable[Said]) -> Mapping[str, float]:
    """How rare each pair of characters is among the statements of both texts."""
    every = [*said]
    counts = Counter(pair for one in every for pair in _pairs(one.words))
    return {pair: 1 + log((len(every) + 1) / (count + 1)) for pair, count in counts.items()}


def _bare(words: str) -> str:
    """Words without those that say how and that a thing is done."""
    return _SAYS_HOW.sub("|", words)


def _pairs(words: str) -> frozenset[str]:
    parts = _PARTS.split(_bare(words))
    return frozenset(part[at : at + 2] for part in parts for at in range(len(part) - 1))


def longest_run(one: str, other: str) -> int:
    """How long the longest run of characters is that both have; what parts words is in none."""
    longest, before = 0, [0] * (len(other) + 1)
    for char in one:
        now = [0]
        for at, their in enumerate(other):
            now.append(before[at] + 1 if char == their and char != "|" else 0)
        longest, before = max(longest, *now), now
    return longest
