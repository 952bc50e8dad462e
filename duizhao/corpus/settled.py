"""Which of several passages of the same letters are paired: those that stand beside what their neighbours stand beside.

How like passages are, and how many of the same letters find a partner, is left to `passages`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise

Letters = tuple[str, bool]  # what is likened of a passage, and whether it is a heading
_MOST = 5_000  # pairs of places between two settled pairs that are weighed against each other


@dataclass(frozen=True)
class Side:
    """The passages of one text in their order: of each what is likened, and the block it stands in."""

    letters: Sequence[Letters]
    blocks: Sequence[str]

    @cached_property
    def places(self) -> Mapping[Letters, list[int]]:
        """Where each letters stand, first place first."""
        found: defaultdict[Letters, list[int]] = defaultdict(list)
        for place, letters in enumerate(self.letters):
            found[letters].append(place)
        return found


def settled(old: Side, new: Side, partners: Mapping[int, int]) -> dict[int, int]:
    """For each old passage that has one its new one: the pairs given, passages of the same letters changed about.

    The pairs of what stands once in each text are settled. The rest take in turn the partner beside the partner of
    their neighbour, one near it in its block, one that keeps the order of both texts, and the first that is left.
    """
    olds, news = old.places, new.places
    pairs, links = {}, Counter[tuple[Letters, Letters]]()
    for i, j in partners.items():
        link = old.letters[i], new.letters[j]
        if len(olds[link[0]]) == 1 == len(news[link[1]]):
            pairs[i] = j
        else:
            links[link] += 1
    if not links:
        return pairs
    places = {after: [*news[after]] for _, after in links}
    left: defaultdict[Letters, dict[Letters, list[int]]] = defaultdict(dict)
    for before, after in links:
        left[before][after] = places[after]
    state = _Settling(old, new, links, left, pairs)
    _take_beside(state, across=False)
    _take_near(state)
    _take_beside(state, across=True)
    _take_in_order(state)
    for i in state.open():
        state.take(i, state.between(i, -1, len(new.letters)))
    return pairs


def in_order(places: Sequence[int]) -> frozenset[int]:
    """The longest run of places that rises: what stands in the same order in both texts."""
    return frozenset(place for _, place in _rising(list(enumerate(places))))


def _rising(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs of places that rises in both texts; those of one old place stand with the last first."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(points):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        if at == len(ends) or ends[at] != place:
            ends[at : at + 1], last[at : at + 1] = [place], [number]
    run, number = [], last[-1] if last else -1
    while number >= 0:
        run.append(points[number])
        number = before[number]
    return run[::-1]


@dataclass(slots=True)
class _Settling:
    """What is settled so far, and what may be paired yet: how often which letters, and which new places are left."""

    old: Side
    new: Side
    links: Counter[tuple[Letters, Letters]]
    left: Mapping[Letters, Mapping[Letters, list[int]]]
    pairs: dict[int, int]
    taken: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.taken = set(self.pairs.values())

    def open(self) -> list[int]:
        """The old places that may find a partner yet."""
        return [i for i, letters in enumerate(self.old.letters) if letters in self.left and i not in self.pairs]

    def may(self, i: int, j: int) -> bool:
        """True of two places that both stand in their texts, are free, and whose letters are to be paired yet."""
        if not (0 <= i < len(self.old.letters) and 0 <= j < len(self.new.letters)):
            return False
        free = i not in self.pairs and j not in self.taken
        return free and self.links[self.old.letters[i], self.new.letters[j]] > 0

    def take(self, i: int, j: int | None) -> None:
        """Settle a pair, if there is one."""
        if j is not None:
            after = self.new.letters[j]
            self.pairs[i] = j
            self.taken.add(j)
            self.links[self.old.letters[i], after] -= 1
            self.left[self.old.letters[i]][after].remove(j)

    def choices(self, i: int, low: int, high: int) -> list[int]:
        """The new places between two others that an old one may be paired with, the last first."""
        before = self.old.letters[i]
        found: list[int] = []
        for after, places in self.left[before].items():
            if self.links[before, after]:
                found += places[bisect_right(places, low) : bisect_left(places, high)]
        return sorted(found, reverse=True)

    def between(self, i: int, low: int, high: int, *, last: bool = False) -> int | None:
        """The first, or the last, new place between two others that an old one may be paired with; likest first."""
        before = self.old.letters[i]
        for after, places in self.left[before].items():
            start, end = bisect_right(places, low), bisect_left(places, high)
            if start < end and self.links[before, after]:
                return places[end - 1 if last else start]
        return None

    def near(self, i: int, low: int, high: int, *, last: bool = False) -> int | None:
        """The same, but only a place in the block of the one that it is to follow, or with `last` to go before."""
        j = self.between(i, low, high, last=last)
        return j if j is not None and self.new.blocks[j] == self.new.blocks[high if last else low] else None


def _take_beside(state: _Settling, *, across: bool) -> None:
    """Pair what follows a pair, or goes before it, in both texts; across the ends of blocks only if told so."""
    for step in 1, -1:
        for i in sorted(state.pairs, reverse=step < 0):
            j = state.pairs[i]
            while state.may(i + step, j + step):
                in_block = state.old.blocks[i] == state.old.blocks[i + step]
                if not across and not (in_block and state.new.blocks[j] == state.new.blocks[j + step]):
                    break
                i, j = i + step, j + step
                state.take(i, j)


def _take_near(state: _Settling) -> None:
    """Pair what stands in one block with a pair in both texts."""
    places = sorted(state.pairs)
    for i in state.open():
        at = bisect_left(places, i)
        before, after = places[at - 1 : at], places[at : at + 1]
        low = state.pairs[before[0]] if before else -1
        high = state.pairs[after[0]] if after else len(state.new.letters)
        j = None
        if before and state.old.blocks[before[0]] == state.old.blocks[i]:
            j = state.near(i, low, high if high > low else len(state.new.letters))
        if j is None and after and state.old.blocks[after[0]] == state.old.blocks[i]:
            j = state.near(i, low if low < high else -1, high, last=True)
        if j is not None:
            state.take(i, j)
            places.insert(at, i)


def _take_in_order(state: _Settling) -> None:
    """Pair as many as can be without leaving the order of the pairs before and after them."""
    kept = in_order([j for _, j in sorted(state.pairs.items())])
    ends = (len(state.old.letters), len(state.new.letters))
    fixed = [(i, j) for i, j in sorted(state.pairs.items()) if j in kept]
    for (after, low), (before, high) in pairwise([(-1, -1), *fixed, ends]):
        places = [i for i in range(after + 1, before) if i not in state.pairs and state.old.letters[i] in state.left]
        points = list(islice(((i, j) for i in places for j in state.choices(i, low, high)), _MOST + 1))
        if len(points) > _MOST:
            points = list(_first_ones(state, places, low, high))
        for i, j in _rising(points):
            if state.may(i, j):
                state.take(i, j)


def _first_ones(state: _Settling, places: Sequence[int], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Old places, each with the first new one behind that of the one before it."""
    for i in places:
        j = state.between(i, low, high)
        if j is not None:
            yield i, j
            low = j
