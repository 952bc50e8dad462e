"""The passages of a bucket, and of many buckets one after the other, as characters of a script.

search-volume.js of the theme reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub

VOLUME = 65_536  # passages that are counted together
# Steps from one passage to the next as characters: one for a step up to 60, two up to 2,268, three beyond. All are
# printable, none needs an escape in a script, and a space is left to part the buckets.
ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
_ONE, _TWO = 60, 24
_SIZE = len(ALPHABET)
# A bucket has room for so many places: a step that leads to the next one is longer than any within it.
BUCKET = 2 * VOLUME + 1


class _Steps(dict[int, str]):
    """What each step is written as, worked out when it is first met: a space where it leads to the next bucket."""

    def __missing__(self, step: int) -> str:
        self[step] = characters = _step(step) if step <= VOLUME else " "
        return characters


def _step(step: int) -> str:
    rest = step - 1
    if rest < _ONE:
        return ALPHABET[rest]
    rest -= _ONE
    if rest < _TWO * _SIZE:
        return ALPHABET[_ONE + rest // _SIZE] + ALPHABET[rest % _SIZE]
    rest -= _TWO * _SIZE
    return ALPHABET[_ONE + _TWO + rest // _SIZE**2] + ALPHABET[rest // _SIZE % _SIZE] + ALPHABET[rest % _SIZE]


_STEPS = _Steps()


def written(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps from each to the next."""
    return "".join(map(_STEPS.__getitem__, map(sub, numbers[1:], numbers)))


def encoded(places: Sequence[int]) -> str:
    """Rising numbers from 0 to 65,535 as their steps, the first counted from -1."""
    return written((-1, *places))
