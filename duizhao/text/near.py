"""Names that are near to one that is none: the one that was probably meant, and a few of those that there are.

However many there are, few are compared and few are named, so that thousands of wrong ones end. What is said of them is
left to the rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from difflib import get_close_matches

# A hint names so many: a thousand names help nobody, in a thousand hints.
NAMED = 6
# Of more names than these, only those are compared that stand about the wrong one in their order: they begin like it.
COMPARED = 1_000
# Who has more wrong names in one file meant another file, and looks for no slip of the pen.
GUESSED = 100
_LONGEST = 120


def nearest(given: str, known: Collection[str], likeness: float = 0.6) -> str:
    """The name that a wrong one was probably meant for; '' where none is near."""
    given = given[:_LONGEST]
    near = get_close_matches(given, _about(given, known, COMPARED), 1, likeness)
    return near[0] if near else ""


def did_you_mean(given: str, known: Collection[str], likeness: float = 0.6) -> str:
    """The words that ask for the nearest name, before the rest of a hint; '' where none is near."""
    near = nearest(given, known, likeness)
    return f"did you mean {near}? " if near else ""


def some_of(known: Collection[str], given: str = "") -> str:
    """The names in their order; of many those that stand about a wrong one, and how many more there are."""
    return _listed(_about(given, known, NAMED), len(known))


def first_of(names: Sequence[str]) -> str:
    """The first names as they are given, and how many more there are."""
    return _listed(names[:NAMED], len(names))


def _about(given: str, known: Collection[str], count: int) -> Sequence[str]:
    """So many of the names, in their order, as stand before and behind the place that a wrong one would have."""
    names = sorted(known)
    start = bisect_left(names, given) - count // 2
    return names[max(0, min(start, len(names) - count)) :][:count]


def _listed(names: Sequence[str], count: int) -> str:
    more = f" and {count - len(names):,} more" if count > len(names) else ""
    return f"{', '.join(names)}{more}"
