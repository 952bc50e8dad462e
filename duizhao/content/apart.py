"""What of a report is most of its bytes and seldom asked for, packed: only its own page and files are made of it.

Of a thousand reports that are in memory together this is a seventh, and as much of the time that it takes to read
them from the cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, cast

from ..cache import packed_value, unpacked_value
from ..text.cleanup import Piece
from ..text.english import EnglishNumber

# Who asks for one thing of a report asks for the others, too, and again for the next language.
_LATELY = 4


class Unpacked(NamedTuple):
    """The text of a report's capture, the pieces that the steps made of it, the numbers of its English by block."""

    source: str
    pieces: tuple[Piece, ...]
    english_numbers: Mapping[str, tuple[EnglishNumber, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Apart:
    """These, as bytes. Two are equal where they hold the same, however that was packed."""

    packed: bytes

    def all(self) -> Unpacked:
        """All that was packed."""
        return _unpacked(self.packed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Apart) and (self.packed == other.packed or self.all() == other.all())

    def __repr__(self) -> str:
        return repr(self.all())


class WithApart:
    """A record of which some values are kept apart, each asked for as its own."""

    __slots__ = ()
    apart: Apart

    @property
    def source(self) -> str:
        """The text of its capture."""
        return self.apart.all().source

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What the steps made of that, piece by piece."""
        return self.apart.all().pieces

    @property
    def english_numbers(self) -> Mapping[str, tuple[EnglishNumber, ...]]:
        """The numbers of its English by block."""
        return self.apart.all().english_numbers


def apart(source: str, pieces: tuple[Piece, ...], english_numbers: Mapping[str, tuple[EnglishNumber, ...]]) -> Apart:
    """What of a report is kept apart, packed."""
    return Apart(packed_value((source, pieces, dict(english_numbers))))


@lru_cache(maxsize=_LATELY)
def _unpacked(packed: bytes) -> Unpacked:
    return Unpacked(*cast(Unpacked, unpacked_value(packed)))
