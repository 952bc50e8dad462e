"""Suggestions paired with a coding, one to one: half of each quote covered by the other, the same kind first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.suggest.parting import Span, are_alike, overlap


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were proposed, how many are coded, and how many of both are the same."""

    same: int = 0
    proposed: int = 0
    coded: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.same + other.same, self.proposed + other.proposed, self.coded + other.coded)

    @property
    def f1(self) -> float:
        """Twice the same among all of both."""
        return 2 * self.same / (self.proposed + self.coded) if self.proposed + self.coded else 1.0

    @property
    def precision(self) -> float:
        return self.same / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.same / self.coded if self.coded else 1.0


def pairs(proposed: Sequence[tuple[Span, str]], coded: Sequence[tuple[Span, str]]) -> list[tuple[int, int]]:
    """Places in both lists that go together: those of one kind first, then those that share most."""
    alike = [
        (kind == other_kind, overlap(span, other), a, b)
        for a, (span, kind) in enumerate(proposed)
        for b, (other, other_kind) in enumerate(coded)
        if are_alike(span, other)
    ]
    taken: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = set(), set()
    for _, _, a, b in sorted(alike, key=lambda one: (not one[0], -one[1], one[2], one[3])):
        if a not in used[0] and b not in used[1]:
            taken.append((a, b))
            used[0].add(a)
            used[1].add(b)
    return sorted(taken)
