"""Which of several passages of the same letters are paired: those that stand beside what their neighbours stand beside.

How like passages are, and how many of the same letters find a partner, is left to `passages`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Letters = tuple[str, bool]  # what is likened of a passage, and whether it is a heading


@dataclass(frozen=True, slots=True)
class Side:
    """The passages of one text in their order: of each what is likened, and the block it stands in."""

    letters: Sequence[Letters]
    blocks: Sequence[str]

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
    olds, news = old.places(), new.places()
    pairs, links = {}, Counter[tuple[Letters, Letters]]()
    for i, j in partners.items():
        link = old.letters[i], new.letters[j]
        if len(olds[link[0]]) == 1 == len(news[link[1]]):
            pairs[i] = j
        else:
            links[link] += 1
    if not links:
        return pairs
    left: defaultdict[Letters, dict[Letters, list[int]]] = defaultdict(dict)
    for before, after in links:
        left[before][after] = news[after]
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
    ends: list[int] = []
    before: dict[int, int] = {}
    for place in places:
        at = bisect_right(ends, place)
        before[place] = ends[at - 1] if at else -1
        ends[at : at + 1] = [place]
    kept, last = set(), ends[-1] if ends else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return frozenset(kept)


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
    """Pair what can be without leaving the order of the pairs before and after it."""
    kept = in_order([j for _, j in sorted(state.pairs.items())])
    places = [i for i, j in sorted(state.pairs.items()) if j in kept]
    highs = [state.pairs[i] for i in places]
    low = -1
    for i in range(len(state.old.letters)):
        if i not in state.pairs and state.old.letters[i] in state.left:
            at = bisect_right(places, i)
            j = state.between(i, low, highs[at] if at < len(highs) else len(state.new.letters))
            state.take(i, j)
            low = low if j is None else j
        elif state.pairs.get(i, -1) in kept:
            low = state.pairs[i]
