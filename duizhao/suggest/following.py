"""Which later words may speak of a promise: by indicator, named things, wording, a number that answers.

What they are evidence of is for a person to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from ..text.genre_words import ADVERBS, BOUNDS, TIMES, VERBS
from .matters import matters_of
from .topics import together, topics_of
from .weights import Features, Weights, probability
from .wording import words_of

# Less likely than this later words are never proposed, however little there is.
LEAST = 0.2
_SAYS_HOW = re.compile("|".join(map(re.escape, sorted(ADVERBS | BOUNDS | TIMES | VERBS, key=len, reverse=True))))
_PARTS = re.compile("[|，、；：“”（）《》的和与等]")
# A run of characters that both have is a name or a turn of phrase from this length on.
_LONG_RUN = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A promise or later words: its name, its words, what is known of them, and the paragraph around them."""

    name: str
    words: str
    themes: tuple[str, ...] = ()
    indicators: frozenset[str] = frozenset()
    initiatives: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    around: str = ""


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
    weighed = [
        (promise, words, features, probability(features, weights))
        for promise, words, features in compared(promises, later)
    ]
    least = least_likely([likely for *_, likely in weighed])
    for promise, words, features, likely in weighed:
        if likely >= least:
            grounds = tuple(name for name in ("indicator", "initiative", "number", "wording") if features.get(name))
            found[promise].append(Link(promise, words, likely, grounds or ("wording",)))
    for every in found.values():
        yield from sorted(every, key=lambda link: (-link.likely, link.later))


def least_likely(likely: Sequence[float]) -> float:
    """From what likelihood on links serve best: where by these likelihoods the F1 to be expected is highest.

    Zachary Lipton and others, Optimal Thresholding of Classifiers to Maximize F1 Measure: half of that F1.
    """
    whole, among, best = sum(likely), 0.0, 0.0
    for many, one in enumerate(sorted(likely, reverse=True), 1):
        among += one
        best = max(best, 2 * among / (many + whole))
    return max(LEAST, best / 2)


def compared(promises: Sequence[Said], later: Sequence[Said]) -> Iterator[tuple[str, str, Features]]:
    """Each promise with each later words that have anything in common with it, and what that is."""
    every = (*promises, *later)
    pairs, characters = (_alike([_runs(one.words, size) for one in every], len(promises)) for size in (2, 1))
    topics = _near(every, len(promises), pairs)
    themes = Counter(theme for one in every for theme in one.themes)
    rare = {theme: log(len(every) / many) for theme, many in themes.items()}
    bare = {id(one): _bare(one.words) for one in every}
    matters = _Matters.of(promises, later)
    for a, promise in enumerate(promises):
        for b, one in enumerate(later):
            shared = {*promise.themes} & {*one.themes}
            named = one.initiatives & promise.initiatives or one.indicators & promise.indicators
            if (a, b) in pairs.of or shared or named:
                run = longest_run(bare[id(promise)], bare[id(one)]) if (a, b) in pairs.of else 0
                features = {
                    "wording": float(run >= _LONG_RUN),
                    "run": run / 4,
                    "indicator": float(bool(promise.indicators & one.indicators)),
                    "initiative": float(bool(promise.initiatives & one.initiatives)),
                    "number": float(bool(promise.units & one.units)),
                    "themes": sum(rare[theme] for theme in sorted(shared)),
                    "first theme": float(bool(promise.themes and promise.themes[:1] == one.themes[:1])),
                }
                alike = pairs.features("pairs", a, b) | characters.features("one", a, b)
                near = topics.features("topics", a, b) | matters.features(a, b)
                yield promise.name, one.name, features | alike | near


@dataclass(frozen=True, slots=True)
class _Alike:
    """How alike each promise and later words are, by their places, and the most of each promise and of each words."""

    of: Mapping[tuple[int, int], float]
    promise: Mapping[int, float]
    later: Mapping[int, float]

    def features(self, name: str, a: int, b: int) -> dict[str, float]:
        """How alike the two are, also beside what each is likest to, and whether that is the other for both."""
        own = self.of.get((a, b), 0.0)
        if not own:
            return {}
        return {
            f"{name}: alike": 4 * own,
            f"{name}: beside the promise's": own / self.promise[a],
            f"{name}: beside the words'": own / self.later[b],
            f"{name}: of both": float(own == self.promise[a] == self.later[b]),
        }


@dataclass(frozen=True, slots=True)
class _Matters:
    """The matters of each promise and of later words and their paragraphs, by place; how much each says."""

    promises: Sequence[frozenset[int]]
    later: Sequence[frozenset[int]]
    around: Sequence[frozenset[int]]
    rarity: Mapping[int, float]
    most: Sequence[float]

    @classmethod
    def of(cls, promises: Sequence[Said], later: Sequence[Said]) -> _Matters:
        """The rarer a matter is in both reports the more it says."""
        own = [[matters_of(one.words) for one in every] for every in (promises, later)]
        counts = Counter(matter for every in own for one in every for matter in one)
        whole = len(promises) + len(later) + 1
        rarity = {matter: 1 + log(whole / (many + 1)) for matter, many in counts.items()}
        kinds = {*own[1]}
        most = [max((_sum(rarity, one & other) for other in kinds), default=0.0) for one in own[0]]
        paragraphs = {one.around: matters_of(one.around) for one in later}
        return cls(own[0], own[1], [paragraphs[one.around] for one in later], rarity, most)

    def features(self, a: int, b: int) -> dict[str, float]:
        """What both speak of, beside the most that any later words share with the promise; and their paragraph."""
        own, shared = self.promises[a], self.promises[a] & self.later[b]
        found = {"matter: beside the promise's": _sum(self.rarity, shared) / self.most[a]} if shared else {}
        return found | ({"matter: of the paragraph": 1.0} if own & self.around[b] else {})


def _sum(rarity: Mapping[int, float], matters: frozenset[int]) -> float:
    return sum(rarity[matter] for matter in sorted(matters))


def _alike(runs: Sequence[frozenset[str]], promises: int) -> _Alike:
    """The likeness of all that have a run of characters in common, the rarer it is the more; so many are promises."""
    counts = Counter(run for own in runs for run in own)
    rarity = {run: 1 + log((len(runs) + 1) / (many + 1)) for run, many in counts.items()}
    lengths = [sqrt(sum(rarity[run] ** 2 for run in sorted(own))) or 1.0 for own in runs]
    holders: dict[str, list[int]] = {}
    for b, own in enumerate(runs[promises:]):
        for run in own:
            holders.setdefault(run, []).append(b)
    found: dict[tuple[int, int], float] = {}
    for a, own in enumerate(runs[:promises]):
        scores: dict[int, float] = {}
        for run in sorted(own):
            for b in holders.get(run, ()):
                scores[b] = scores.get(b, 0.0) + rarity[run] ** 2
        found |= {(a, b): score / lengths[a] / lengths[promises + b] for b, score in scores.items()}
    return _with_most(found)


def _near(every: Sequence[Said], promises: int, pairs: _Alike) -> _Alike:
    """The likeness of all whose words stand in sentences of one kind, in the paragraphs of all; so many are promises.

    Of what stands in no other sentence nothing is known: its likeness in pairs of characters serves.
    """
    topics = topics_of(dict.fromkeys(one.around or one.words for one in every))
    places = [topics.place(words_of(one.words)) for one in every]
    near = {
        (a, b): together(one, other) if one and other else pairs.of.get((a, b), 0.0)
        for a, one in enumerate(places[:promises])
        for b, other in enumerate(places[promises:])
    }
    return _with_most({pair: value for pair, value in near.items() if value})


def _with_most(found: Mapping[tuple[int, int], float]) -> _Alike:
    most: tuple[dict[int, float], dict[int, float]] = {}, {}
    for (a, b), score in found.items():
        most[0][a] = max(most[0].get(a, 0.0), score)
        most[1][b] = max(most[1].get(b, 0.0), score)
    return _Alike(found, *most)


def _bare(words: str) -> str:
    """Words without those that say how and that a thing is done."""
    return _SAYS_HOW.sub("|", words)


def _runs(words: str, size: int) -> frozenset[str]:
    parts = _PARTS.split(_bare(words))
    return frozenset(part[at : at + size] for part in parts for at in range(len(part) - size + 1))


def longest_run(one: str, other: str) -> int:
    """How long the longest run of characters is that both have; what parts words is in none."""
    longest, before = 0, [0] * (len(other) + 1)
    for char in one:
        now = [0]
        for at, their in enumerate(other):
            now.append(before[at] + 1 if char == their and char != "|" else 0)
        longest, before = max(longest, *now), now
    return longest
