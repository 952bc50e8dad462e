"""Where a record and what is written in it stand, and who entered it.

A report has some thousand such places, of which a build that finds nothing wrong looks at few: they are remembered as
one line of words a key, and read when one is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ..issues import SourcePosition

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a key's value stands, who entered it, one of vocabulary.ENTERED, and where the words of a list stand."""

    place: SourcePosition
    entered: str
    items: tuple[SourcePosition, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record begins, and the origin of each key that is written in it, by the key's name as written."""

    place: SourcePosition
    keys: Mapping[str, Origin] = field(default_factory=dict)

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
        if isinstance(self.keys, _Packed):
            return self.keys.entered(name)
        return self.keys[name].entered if name in self.keys else "default"

    def __getstate__(self) -> tuple[str, int, int, str | Mapping[str, Origin]]:
        """The place and, where all stands in its file, the keys as words."""
        place = self.place
        if isinstance(self.keys, _Packed):
            return place.path, place.line, place.col, self.keys.words
        one_file = all({place.path} == {at.path for at in (one.place, *one.items)} for one in self.keys.values())
        keys = "\n".join(_words(name, one) for name, one in self.keys.items()) if one_file else dict(self.keys)
        return place.path, place.line, place.col, keys

    def __setstate__(self, state: tuple[str, int, int, str | Mapping[str, Origin]]) -> None:
        path, line, col, keys = state
        object.__setattr__(self, "place", SourcePosition(path, line, col))
        object.__setattr__(self, "keys", _Packed(path, keys) if isinstance(keys, str) else keys)


# Of a record that was made by code and stands in no file.
NOWHERE = Where(SourcePosition(""))


class _Packed(Mapping[str, Origin]):
    """Origins in one file, as words, each line a key: its name, line, column, who entered it, its items."""

    __slots__ = ("_found", "_path", "words")

    def __init__(self, path: str, words: str) -> None:
        self._path, self.words = path, words
        self._found: dict[str, Origin] | None = None

    def _all(self) -> dict[str, Origin]:
        if self._found is None:
            self._found = dict(_origin(self._path, *line.split(" ")) for line in self.words.splitlines())
        return self._found

    def entered(self, name: str) -> str:
        """Who entered the value of a key, read from its line alone: this is asked of every figure of a site."""
        _, _, rest = f"\n{self.words}".partition(f"\n{name} ")
        return rest.partition("\n")[0].split(" ")[2] if rest else "default"

    def __getitem__(self, name: str) -> Origin:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


def _words(name: str, origin: Origin) -> str:
    items = (f"{one.line}:{one.col}" for one in origin.items)
    return " ".join((name, str(origin.place.line), str(origin.place.col), origin.entered, *items))


def _origin(path: str, name: str, line: str, col: str, entered: str, *items: str) -> tuple[str, Origin]:
    places = (item.partition(":") for item in items)
    of_items = tuple(SourcePosition(path, int(line), int(col)) for line, _, col in places)
    return name, Origin(SourcePosition(path, int(line), int(col)), entered, of_items)
