"""Where a translation and its text part: the block at which one of them has some that the other lacks.

Blocks are held together by their levels and by the numbers that they say. What is told of it is left to the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

from ..text.english import english_numbers
from ..text.numbers import numbers
from .report_file import WrittenBlock

_Said = Counter[Decimal]


def parting(translation: Sequence[WrittenBlock], text: Sequence[WrittenBlock]) -> int:
    """The block, counted from 0, before which the shorter of the two lacks some, where they go together best.

    Of places that are as good the last is taken: what goes together before it does so in order.
    """
    shorter, longer = sorted((_marks(translation, _said_in_english), _marks(text, _said_in_chinese)), key=len)
    gap = len(longer) - len(shorter)
    before = [0, *accumulate(map(_likeness, shorter, longer))]
    behind = [0, *accumulate(map(_likeness, reversed(shorter), reversed(longer)))]
    scores = [before[at] + behind[len(shorter) - at] for at in range(len(shorter) + 1)]
    return max(range(len(scores)), key=lambda at: (scores[at], at)) if gap else len(shorter)


def _marks(blocks: Iterable[WrittenBlock], said: Callable[[str], _Said]) -> list[tuple[int, _Said]]:
    return [(block.level, said(block.text)) for block in blocks]


def _likeness(one: tuple[int, _Said], other: tuple[int, _Said]) -> int:
    """How well two blocks go together: by their levels first, then by the numbers that both or one of them say."""
    shared = (one[1] & other[1]).total()
    apart = (one[1] | other[1]).total() - shared
    return (4 if one[0] == other[0] else -4) + min(shared, 6) - min(apart, 6)


def _said_in_english(text: str) -> _Said:
    return Counter(number.value.copy_abs() for number in english_numbers(text))


def _said_in_chinese(text: str) -> _Said:
    read = (number.quantity.base_value for number in numbers(text) if number.quantity)
    return Counter(value.copy_abs() for value in read if value is not None)
