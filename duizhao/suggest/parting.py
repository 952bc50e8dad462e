"""Which clauses are taken together as statements: those parts of a block of which most are likely to be right.

A part is right where half of it and half of a statement cover each other, as suggestions are measured. How likely each
clause states something, and goes on with the one before, is left to `judging`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
# A statement of more clauses is too rare to be proposed, one of more still to be thought of.
_LONGEST, _CONCEIVABLE = 4, 6
_NEGLIGIBLE = 1e-4
# A part neither begins nor ends with a clause that is less likely to state anything, nor goes on with one that is less
# likely to be of it.
_HOLDS = 0.2


@dataclass(frozen=True, slots=True)
class Stating:
    """How likely each clause states something where the one before it does, and where it does not.

    What a person codes and passes over comes in runs of clauses.
    """

    after_stated: Sequence[float]
    after_none: Sequence[float]

    def whole(self) -> tuple[float, ...]:
        """How likely each clause states something, whatever the one before it does."""
        found: list[float] = []
        for after_stated, after_none in zip(self.after_stated, self.after_none, strict=True):
            before = found[-1] if found else 0.0
            found.append(before * after_stated + (1 - before) * after_none)
        return tuple(found)


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def are_alike(one: Span, other: Span) -> bool:
    """True where each covers half of the other."""
    shared = 2 * overlap(one, other)
    return shared >= one[1] - one[0] and shared >= other[1] - other[0]


def right_parts(clauses: Sequence[Span], stating: Stating, joined: Sequence[float]) -> Mapping[Span, float]:
    """How likely each run of clauses, first..end, is alike to a statement.

    `joined` is how likely each clause goes on with the one before if both state something.
    """
    stated = stating.whole()
    whole = dict(_statements(stating, stated, joined))
    places = {part: (clauses[part[0]][0], clauses[part[1] - 1][1]) for part in whole}
    return {
        part: sum(
            likely
            for other, likely in whole.items()
            if other[0] < part[1] and part[0] < other[1] and are_alike(places[part], places[other])
        )
        for part in whole
        if part[1] - part[0] <= _LONGEST
        and min(stated[part[0]], stated[part[1] - 1], *joined[part[0] + 1 : part[1]], 1.0) >= _HOLDS
    }


def _statements(stating: Stating, stated: Sequence[float], joined: Sequence[float]) -> list[tuple[Span, float]]:
    """Each run of clauses with how likely it is one whole statement."""
    found = []
    after = stating.after_stated
    for first in range(len(stated)):
        before = stated[first - 1] if first else 0.0
        likely = before * after[first] * (1 - joined[first]) + (1 - before) * stating.after_none[first]
        for end in range(first + 1, min(len(stated), first + _CONCEIVABLE) + 1):
            if end > first + 1:
                likely *= after[end - 1] * joined[end - 1]
            if likely < _NEGLIGIBLE and end > first + 1:
                break
            goes_on = after[end] * joined[end] if end < len(stated) else 0.0
            found.append(((first, end), likely * (1 - goes_on)))
    return found


def best_parts(right: Mapping[Span, float], least: Mapping[Span, float], clauses: int) -> list[Span]:
    """The parts that share no clause and exceed what is the `least` for each by most together, in order."""
    best: list[tuple[float, Span | None]] = [(0.0, None)]
    for end in range(1, clauses + 1):
        options: list[tuple[float, Span | None]] = [(best[-1][0], None)]
        for first in range(max(0, end - _LONGEST), end):
            if (first, end) in right:
                options.append((best[first][0] + right[first, end] - least[first, end], (first, end)))
        best.append(max(options, key=lambda option: option[0]))
    found: list[Span] = []
    end = clauses
    while end:
        part = best[end][1]
        if part:
            found.append(part)
        end = part[0] if part else end - 1
    return found[::-1]
