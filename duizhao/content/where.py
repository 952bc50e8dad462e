"""Where a record and what is written in it stand, and who entered it.

A report has some thousand such places, of which a build that finds nothing wrong looks at few: they are remembered as
one line of words a key, and read when one is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from ..issues import SourcePosition

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a key's value stands, who entered it, one of vocabulary.ENTERED, and where the words of a list stand."""

    place: SourcePosition
    entered: str
    items: tuple[SourcePosition, ...] = ()


# The keys of who has none, or has not been asked for them.
_NONE: Mapping[str, Origin] = MappingProxyType({})


class Where:
    """Where a record begins, and the origin of each key that is written in it, by the key's name as written.

    One that is remembered is the words of it until somebody asks.
    """

    __slots__ = ("_keys", "_path", "_place", "_words")

    def __init__(self, place: SourcePosition, keys: Mapping[str, Origin] | None = None) -> None:
        self._place: SourcePosition | None = place
        self._keys: Mapping[str, Origin] = _NONE if keys is None else keys
        self._path = self._words = ""

    @property
    def place(self) -> SourcePosition:
        """Where the record begins."""
        return self._place or self._read()

    @property
    def keys(self) -> Mapping[str, Origin]:
        """The origin of each key."""
        if self._place is None:
            self._read()
        return self._keys

    def _read(self) -> SourcePosition:
        begins, *keys = self._words.split("\n")
        line, _, col = begins.partition(" ")
        self._keys = dict(_origin(self._path, *words.split(" ")) for words in keys)
        self._place = SourcePosition(self._path, int(line), int(col))
        return self._place

    def at(self, name: str, item: int | None = None) -> SourcePosition:
        """Where the value of a key, or an item of its list, stands; the record's own place where the key is absent."""
        origin = self.keys.get(name)
        if origin is None:
            return self.place
        return origin.place if item is None else origin.items[item]

    def each(self, name: str, values: Iterable[T]) -> Iterator[tuple[T, SourcePosition]]:
        """The values of a key that holds a list, each with its place."""
        return ((value, self.at(name, index)) for index, value in enumerate(values))

    def entered(self, name: str) -> str:
        """Who entered the value of a key: `default` where the key is absent."""
        if self._place is None:  # this is asked of every figure of a site: its line alone is read
            _, _, rest = self._words.partition(f"\n{name} ")
            return rest.partition("\n")[0].split(" ")[2] if rest else "default"
        return self._keys[name].entered if name in self._keys else "default"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Where) and (self.place, self.keys) == (other.place, other.keys)

    def __hash__(self) -> int:
        return hash(self.place)

    def __repr__(self) -> str:
        return f"Where({self.place!r}, {dict(self.keys)!r})"

    def __getstate__(self) -> tuple[str, str] | tuple[SourcePosition, dict[str, Origin]]:
        """The path and, where all stands in its file, the rest as words: a line for the place, and one for each key."""
        if self._place is None:
            return self._path, self._words
        place = self._place
        if not all({place.path} == {at.path for at in (one.place, *one.items)} for one in self._keys.values()):
            return place, dict(self._keys)
        lines = (f"{place.line} {place.col}", *(_words(name, one) for name, one in self._keys.items()))
        return place.path, "\n".join(lines)

    def __setstate__(self, state: tuple[str, str] | tuple[SourcePosition, dict[str, Origin]]) -> None:
        first, rest = state
        if isinstance(first, str) and isinstance(rest, str):
            self._path, self._words, self._place, self._keys = first, rest, None, _NONE
        elif isinstance(first, SourcePosition) and isinstance(rest, dict):
            self._path, self._words, self._place, self._keys = "", "", first, rest


# Of a record that was made by code and stands in no file.
NOWHERE = Where(SourcePosition(""))


def _words(name: str, origin: Origin) -> str:
    items = (f"{one.line}:{one.col}" for one in origin.items)
    return " ".join((name, str(origin.place.line), str(origin.place.col), origin.entered, *items))


def _origin(path: str, name: str, line: str, col: str, entered: str, *items: str) -> tuple[str, Origin]:
    places = (item.partition(":") for item in items)
    of_items = tuple(SourcePosition(path, int(line), int(col)) for line, _, col in places)
    return name, Origin(SourcePosition(path, int(line), int(col)), entered, of_items)
