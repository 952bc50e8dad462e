"""How tall on a phone what a page holds is, and what of it stands folded: no page is taller than some twenty screens.

What is longer stands open as far as it fits, the rest in stretches that are folded, on the same page: it is found,
printed and led to as if it were open. What a stretch is called is left to the pages, lists of many texts to `splits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

# So many pixels of a phone of 360 by 800 stand open on a page, an eighth of twenty screens left for what is above and
# below them; a stretch has some six screens. What something takes is reckoned by its words, as measured of real texts.
OPEN, STRETCH = 14_000, 4_500
# So many times as much fits on as many screens where the window is wide.
WIDE = 1.8


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Item]):
    """Items that are folded, from the one of this number on; those folded `on_phones` stand open on wide windows."""

    items: tuple[Item, ...]
    first: int
    on_phones: bool

    @property
    def last(self) -> int:
        """The number of the last of them."""
        return self.first + len(self.items) - 1


@dataclass(frozen=True, slots=True)
class Stretched(Generic[Item]):
    """Items of which the first are `shown`, and the others `folded` in stretches."""

    shown: tuple[Item, ...]
    folded: tuple[Stretch[Item], ...] = ()


def lines_of(words: str, of_a_line: int) -> int:
    """How many lines words take of which so many characters stand in one."""
    return -(-len(words) // of_a_line)


def stretched(
    items: Sequence[Item], height: Callable[[Item], int], room: int = OPEN, wide: int = round(OPEN * WIDE)
) -> Stretched[Item]:
    """Items, all of them shown where they are no taller than there is room for; else as many as fit, at least one.

    Of the others those that fit on a wide window are one stretch, which is folded on phones alone.
    """
    if sum(map(height, items)) <= room:
        return Stretched(tuple(items))
    count = max(1, _fitting(map(height, items), room))
    until = max(count, _fitting(map(height, items), wide))
    on_phones = [Stretch(tuple(items[count:until]), count + 1, on_phones=True)] if until > count else []
    return Stretched(tuple(items[:count]), (*on_phones, *_stretches(items[until:], until + 1, height)))


def stretched_together(
    lists: Sequence[Sequence[Item]], height: Callable[[Item], int], room: int = OPEN
) -> Iterator[Stretched[Item]]:
    """Several lists of one page, each with its share of what there is room for."""
    for items, rooms in zip(lists, rooms_of([sum(map(height, own)) for own in lists], room), strict=True):
        yield stretched(items, height, *rooms)


def rooms_of(heights: Sequence[int], room: int = OPEN) -> Iterator[tuple[int, int]]:
    """How tall each of several lists may be, on a phone and on a wide window, given how tall it is, so that all fit.

    Those that are short have what they take, and the others share what is left alike.
    """
    return zip(_shares(heights, room), _shares(heights, round(room * WIDE)), strict=True)


def _shares(heights: Sequence[int], room: int) -> list[int]:
    rooms, left = [0] * len(heights), room
    in_order = sorted(range(len(heights)), key=heights.__getitem__)
    for done, place in enumerate(in_order):
        rooms[place] = min(heights[place], left // (len(heights) - done))
        left -= rooms[place]
    return rooms


def _fitting(heights: Iterable[int], room: int) -> int:
    """How many of the first fit."""
    count = 0
    for height in heights:
        room -= height
        if room < 0:
            break
        count += 1
    return count


def _stretches(items: Sequence[Item], first: int, height: Callable[[Item], int]) -> Iterator[Stretch[Item]]:
    while items:
        count = max(1, _fitting(map(height, items), STRETCH))
        yield Stretch(tuple(items[:count]), first, on_phones=False)
        items, first = items[count:], first + count
