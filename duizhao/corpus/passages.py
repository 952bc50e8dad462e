"""Two texts of one district laid out whole: each passage beside the one that says the same in the other text.

A passage is a heading, or a clause of a paragraph; passages that follow each other in both texts are one row. What
became of the characters of a row is left to `text.rewording`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Literal

from ..content.records import Report
from ..text.fold import folded_text
from .settled import Side, in_order, settled

_CLAUSE = re.compile("[^，,。；;：:！？!?\n]+(?:[，,。；;：:！？!?]+[”’』」）)]*|\n|$)")
# From this likeness on, and where they share as much as so many pairs of characters that stand nowhere else, passages
# say the same. These figures and the power by which what is rare weighs more were chosen on the pairs made by hand that
# the method page counts.
LIKE, SHARED, RARE = 0.3, 2.3, 1.5
_LONGEST = 400  # what is longer than any clause is cut, so that a text without a sign is laid out too


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause or a heading; start and end count in the report's text, `order` in its passages."""

    report: str
    block: str
    order: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class PassagePair:
    """Two passages that stand beside each other, or one alone; `likeness` is from 0 to 1.

    `moved` says that the two stand in another order than the pairs about them.
    """

    old: Passage | None
    new: Passage | None
    likeness: float = 0.0
    moved: bool = False


def passages_of(report: Report) -> tuple[Passage, ...]:
    """The passages of a report in their order."""
    return passages_in(report.id, ((block.id, block.level, block.start, block.text) for block in report.blocks))


def passages_in(report: str, blocks: Iterable[tuple[str, int, int, str]]) -> tuple[Passage, ...]:
    """The passages of blocks, each given by its id, its level (0 for a paragraph), its start and its text."""
    found: list[Passage] = []
    for block, level, at, text in blocks:
        for start, end in [(0, len(text))] if level else _clauses(text):
            found.append(Passage(report, block, len(found), at + start, at + end, text[start:end]))
    return tuple(found)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    for found in _CLAUSE.finditer(text):
        for start in range(found.start(), found.end(), _LONGEST):
            end = min(found.end(), start + _LONGEST)
            if text[start:end].strip():
                yield start, end


@dataclass(frozen=True, slots=True)
class LaidOutRow:
    """Words of two texts that stand beside each other, or of one that have no counterpart; each within one block."""

    old: Passage | None
    new: Passage | None
    moved: bool

    @property
    def is_pair(self) -> bool:
        """True of words that stand in both texts."""
        return self.old is not None and self.new is not None


def laid_out(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[LaidOutRow, ...]:
    """Two texts whole, in the order of the old one; what is new stands where the new text has it."""
    rows: list[LaidOutRow] = []
    for pair in paired(old, new):
        row = LaidOutRow(pair.old, pair.new, pair.moved)
        joined = _joined(rows[-1], row) if rows else None
        if joined:
            rows[-1] = joined
        else:
            rows.append(row)
    return tuple(rows)


def _joined(first: LaidOutRow, then: LaidOutRow) -> LaidOutRow | None:
    """Two rows as one, where the second goes on in both texts where the first ends."""
    sides = [_run_on(first.old, then.old), _run_on(first.new, then.new)]
    if first.moved != then.moved or False in sides:
        return None
    left, right = sides
    return LaidOutRow(left or None, right or None, first.moved)


def _run_on(first: Passage | None, then: Passage | None) -> Passage | None | Literal[False]:
    """Two passages as one, where the second goes on in its block where the first ends, or None of none; else False."""
    if first is None and then is None:
        return None
    if first is None or then is None or first.block != then.block or first.end != then.start:
        return False
    return Passage(first.report, first.block, first.order, first.start, then.end, first.text + then.text)


def paired(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[PassagePair, ...]:
    """The passages of two texts beside each other, each in one pair: in the order of the old, new ones in their places.

    The likest are paired first. What is likened are pairs of characters, the rarer the heavier. Among passages of the
    same letters those are paired that stand beside the partners of their neighbours, or in order.
    """
    partners = _partners(old, new)
    back = {j for j, _ in partners.values()}
    in_place = in_order([j for _, (j, _) in sorted(partners.items())])
    rows: list[PassagePair] = []
    came = 0
    for i, passage in enumerate(old):
        if i not in partners:
            rows.append(PassagePair(passage, None))
            continue
        j, likeness = partners[i]
        if j in in_place:
            rows += [PassagePair(None, new[place]) for place in range(came, j) if place not in back]
            came = j
        rows.append(PassagePair(passage, new[j], likeness, j not in in_place))
    return (*rows, *(PassagePair(None, new[place]) for place in range(came, len(new)) if place not in back))


def _partners(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, tuple[int, float]]:
    """For each old passage that has one: its new one and how like they are."""
    likeness = _Likeness(tuple(p.text for p in old), tuple(p.text for p in new))
    sides = _side(old, likeness.letters_before), _side(new, likeness.letters_after)
    same = settled(*sides, _same(*sides))
    partners, taken = dict(same), set(same.values())
    unpaired = [i for i in range(len(old)) if i not in same], [j for j in range(len(new)) if j not in taken]
    like = {(i, j): round(like, 9) for like, i, j in likeness.pairs(*unpaired) if like >= LIKE}
    due = _due(len(old), same)
    how_like = {(letters, letters): 1.0 for letters in sides[0].letters}
    for i, j in sorted(like, key=lambda pair: (-like[pair], abs(pair[1] - due[pair[0]]), pair)):
        letters = sides[0].letters[i], sides[1].letters[j]
        if i not in partners and j not in taken and letters[0][1] == letters[1][1]:
            partners[i] = j
            taken.add(j)
            how_like[letters] = like[i, j]
    together = settled(*sides, partners) if len(partners) > len(same) else same
    return {i: (j, how_like[sides[0].letters[i], sides[1].letters[j]]) for i, j in together.items()}


def _side(passages: Sequence[Passage], letters: Sequence[str]) -> Side:
    """A text as pairs are settled: a heading is never the same as a clause."""
    return Side([(of, p.block[0] == "h") for of, p in zip(letters, passages, strict=True)], [p.block for p in passages])


def _same(old: Side, new: Side) -> dict[int, int]:
    """Passages of the same letters, each old one with the first new one that is left: nothing can be liker."""
    places = {letters: deque(found) for letters, found in new.places.items()}
    partners = {}
    for i, letters in enumerate(old.letters):
        if places.get(letters):
            partners[i] = places[letters].popleft()
    return partners


def _due(count: int, pairs: Mapping[int, int]) -> list[int]:
    """Where each old passage would stand in the new text, if it followed the last one before it that stands in both."""
    due, shift = [], 0
    for i in range(count):
        shift = pairs[i] - i if i in pairs else shift
        due.append(i + shift)
    return due


@dataclass(frozen=True)
class _Likeness:
    """How like the passages of two texts are: the weight of the pairs of characters that they share, beside all."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @cached_property
    def letters_before(self) -> list[str]:
        """Of each old passage what is likened: its letters and digits, in one width and case."""
        return list(map(_letters, self.old))

    @cached_property
    def letters_after(self) -> list[str]:
        """Of each new passage what is likened."""
        return list(map(_letters, self.new))

    @cached_property
    def _before(self) -> list[Counter[str]]:
        return [Counter(_pairs(letters)) for letters in self.letters_before]

    @cached_property
    def _after(self) -> list[Counter[str]]:
        return [Counter(_pairs(letters)) for letters in self.letters_after]

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Of each pair of characters, the heavier the fewer passages have it."""
        held: Counter[str] = Counter()
        for counted in (*self._before, *self._after):
            held.update(counted.keys())
        count = len(self.old) + len(self.new)
        return {pair: log(1 + count / held[pair]) ** RARE for pair in held}

    def pairs(self, old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[float, int, int]]:
        """Each two passages that share anything, with their likeness; of both texts those of the places given."""
        enough = SHARED * log(1 + len(self.old) + len(self.new)) ** RARE
        weights = self.weights
        weighed: dict[int, float] = {}
        holders: dict[str, list[tuple[int, int]]] = {}
        for j in new:
            weighed[j] = self._weight(self._after[j])
            for pair, count in self._after[j].items():
                holders.setdefault(pair, []).append((j, count))
        for i in old:
            before = self._before[i]
            own = self._weight(before)
            shared: defaultdict[int, float] = defaultdict(float)
            for pair, count in before.items():
                weight = weights[pair]
                for j, other in holders.get(pair, ()):
                    shared[j] += weight * (count if count < other else other)
            for j, weight in shared.items():
                if weight >= enough or weight == own == weighed[j]:
                    yield 2 * weight / (own + weighed[j]), i, j

    def _weight(self, counted: Counter[str]) -> float:
        weights = self.weights
        return sum([weights[pair] * count for pair, count in counted.items()])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, folded_text(text, fold_case=True)))


def _pairs(letters: str) -> list[str]:
    return [letters[at : at + 2] for at in range(len(letters) - 1)] or [letters]
