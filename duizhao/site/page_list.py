"""The list of pages as it lies in the cache: what is known of each portion, and what was read for it, by number.

One file, of no use to another program, theme or place. What is in it is left to `remembered`.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ..cache import FOLDER, digest, whole_values
from ..corpus.reads import Read
from ..kept import Account
from ..progress import nobody

# Of a group of portions the numbers of what was read to list them, and each by its name and what it is told.
Group = tuple[tuple[int, ...], tuple[tuple[str, str], ...]]
_DIGEST = 12  # bytes of the hash of an answer
_NONE = bytes(_DIGEST)
_VERSION = 64  # characters of the hash that a list begins with


@dataclass(frozen=True, slots=True)
class MadePage:
    """A file that came of a portion, and the ids that it has twice."""

    path: str
    doubled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPortion:
    """What is known of a portion: the hash of what it was told, the numbers of what was read, and its files.

    `causes` say why it was made when it last was: other answers, or in words. The numbers are packed: of a thousand
    reports there are ten million.
    """

    told: str
    packed: bytes
    made: tuple[tuple[str, tuple[str, ...], Account], ...]
    causes: tuple[Read | str, ...] = ()

    @property
    def reads(self) -> Sequence[int]:
        """The numbers of what was read."""
        return unpacked_numbers(self.packed)


@dataclass(frozen=True, slots=True)
class PageList:
    """What was read, by number, and the hashes of the answers, packed; the portions by name; what the answers rest on,
    as hashes; which portions each group has; the numbers of what was read for what is made once, by its name; those of
    the questions whose answers rest on a ground, by its name, '' for none, packed; those that nothing asks any more.
    """

    reads: Sequence[Read] = ()
    digests: bytes = b""
    portions: Mapping[str, KnownPortion] = field(default_factory=dict)
    grounds: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    rests: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    rested: Mapping[str, bytes] = field(default_factory=dict)
    left: bytes = b""

    def digest(self, number: int) -> str:
        """The hash of the answer to a question; of one that was not asked, one that no answer has."""
        return self.digests[_DIGEST * number : _DIGEST * (number + 1)].hex()


def packed_numbers(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def unpacked_numbers(packed: bytes) -> Sequence[int]:
    return memoryview(packed).cast("I")


def packed_digests(digests: Iterable[str]) -> bytes:
    """The hashes of answers, '' for one that is not asked."""
    return b"".join([bytes.fromhex(digest) or _NONE for digest in digests])


class Renumbered:
    """Tells numbers anew by their places in a sequence; as they are where it has all from nought on."""

    def __init__(self, kept: Sequence[int]) -> None:
        self._new = None if isinstance(kept, range) else {number: place for place, number in enumerate(kept)}

    def __call__(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(numbers) if self._new is None else tuple(map(self._new.__getitem__, numbers))

    def packed(self, packed: bytes) -> bytes:
        return packed if self._new is None else packed_numbers(self(unpacked_numbers(packed)))


def listed(listing: Path, version: bytes = b"", on_the_way: Callable[[], None] = nobody) -> PageList:
    """What a list holds; without a version, one of any. Raises OSError, ValueError, TypeError and LookupError."""
    values = whole_values(listing, version or _version_of(listing))
    reads: list[Read] = []
    digests: list[bytes] = []
    portions: dict[str, KnownPortion] = {}
    for asked, told in islice(values, next(values, 0)):
        reads += asked
        digests.append(told)
        on_the_way()
    for rows in islice(values, next(values, 0)):
        portions |= {name: KnownPortion(*row) for name, row in rows.items()}
        on_the_way()
    return PageList(reads, b"".join(digests), portions, *values)


def _version_of(listing: Path) -> bytes:
    with listing.open("rb") as file:
        return file.read(_VERSION)


def list_of_pages(top: Path, site: Path) -> Path:
    """Where a project keeps what it knows of the pages of a site."""
    return top / FOLDER / f"{digest([os.fsencode(os.path.realpath(site))])[:16]}.pages"
