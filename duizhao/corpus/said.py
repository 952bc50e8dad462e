"""The hash of what a value of the joined content says, wherever that stands.

A report stands for itself by its id. What is marked in a text is told by its block and its place in it, so that an edit
of one paragraph leaves what is said in the others as it was; the order of blocks is part of it, and so is their
length. Where something was written is for mistakes: no page shows it, and it is no part of what is said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from ..cache import canonical
from ..content.english_quotes import english_spans
from ..content.gathered import DIGITS, Mention
from ..content.records import Block, Measure, Report, Statement
from ..issues import SourcePosition
from .following import UnmarkedWords

_PLAIN: frozenset[type] = frozenset({str, int, bool, type(None), float, bytes})


class _Bare(str):
    """A piece that is no string of the content: it stands without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


_UNTOLD = _Bare("<a place>")
# What is kept with a report of what these of it say.
_GATHERED = (Statement, Mention)


class Said:
    """Tells what values of one corpus say; what it found of a statement it keeps, and of what says so of itself.

    A record does that by `said_once`, where many others hold it; `said_as` is what it says in fewer words.
    """

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._places: dict[str, dict[str, tuple[int, int, int]]] = {}
        self._kept: dict[int, _Bare] = {}
        self._held: list[object] = []  # what that is of, so that nothing else has its number
        # Functions that are given this, which would be in a cycle with methods of its own.
        self._ways: dict[type, Callable[[Said, Any], Any]] = dict.fromkeys(_PLAIN, _itself)

    def digest(self, value: object) -> str:
        """The hash of what a value says."""
        return digest_of(self.told(value))

    def told(self, value: Any) -> Any:
        """What a value says, of others that it holds in short."""
        kind = type(value)
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(kind)
        return way(self, value)

    @staticmethod
    def _way(kind: type) -> Callable[[Said, Any], Any]:
        """How a value of a kind is told."""
        if kind is tuple or kind is list:
            return Said._several
        if kind is Statement:
            return Said._kept_record
        if issubclass(kind, Report):
            return _by_id
        if kind is SourcePosition:
            return _as_a_place
        if issubclass(kind, (set, frozenset)):
            return Said._set
        if issubclass(kind, Mapping):
            return Said._map
        if hasattr(kind, "said_as"):
            return Said._in_fewer_words
        if is_dataclass(kind):
            return Said._kept_record if getattr(kind, "said_once", False) else Said._record
        return _itself

    def _in_fewer_words(self, value: Any) -> Any:
        return self.told(value.said_as)

    def _several(self, value: Sequence[Any]) -> tuple[Any, ...]:
        return tuple([self.told(one) for one in value])

    def _set(self, value: Set[Any]) -> Any:
        return _Bare("set"), sorted(repr(self.told(one)) for one in value)

    def _map(self, value: Mapping[Any, Any]) -> Any:
        return _Bare("map"), [(self.told(key), self.told(one)) for key, one in value.items()]

    def _record(self, value: Any) -> Any:
        kind: type = type(value)
        if kind is Mention or kind is UnmarkedWords:
            return self._placed(value, self._place(value.report, value.block))
        found = [self.told(one) for one in _parts_of(kind)(value)]
        if kind is Block:  # where it begins is told by those before it, for who reads all of them
            return _Bare("Block"), value.end - value.start, found
        return _Bare(kind.__qualname__), found

    def _kept_record(self, value: Any) -> _Bare:
        known = self._kept.get(id(value))
        if known is None and type(value) in _GATHERED and value.report in self._reports:
            self._take(self._reports[value.report])
            known = self._kept.get(id(value))
        if known is None:
            known = self._kept[id(value)] = _in_short(value, self.hash_of(value))
            self._held.append(value)
        return known

    def hash_of(self, value: Any) -> str:
        """The hash of what a record says that is told by it."""
        return self.statement(value) if type(value) is Statement else digest_of(self._record(value))

    def _take(self, report: Report) -> None:
        """Takes over what is kept with a report of its statements and mentions."""
        own = report.gathered
        every = (*own.mentions[-1:], *own.statements[:1]) if own else ()
        if own and every and id(every[0]) not in self._kept:
            self._kept |= {id(one): _in_short(one, said) for one, said in own.each()}
            self._held.append(own)

    def statement(self, value: Statement) -> str:
        """The hash of what a statement says, wherever in its text its paragraph begins."""
        at = self._place(value.report, value.block)
        measures = [self._placed(one, at) for one in value.measures]
        english = [end - at[2] if end is not None else None for end in (value.start_en, value.end_en)]
        return digest_of((self._placed(value, at), measures, english))

    def _placed(self, value: Any, at: tuple[int, int, int]) -> object:
        """What is told of a record that has a place in a text, and that place within its block."""
        kind, (number, begun, _) = type(value), at
        found = [self.told(one) for one in _parts_of(kind)(value)]
        return _Bare(kind.__qualname__), found, number, value.start - begun, value.end - begun

    def _place(self, report: str, block: str) -> tuple[int, int, int]:
        """The number of a block, and where its text and its English begin."""
        if report not in self._places:
            blocks = self._reports[report].blocks
            english = english_spans(blocks)
            self._places[report] = {
                one.id: (number, one.start, english[one.id][0] if one.id in english else 0)
                for number, one in enumerate(blocks)
            }
        return self._places[report][block]


def said_in(report: Report, mentions: Iterable[Mention]) -> str:
    """What the statements of a report say and then what is named in it, each in short, for who remembers them."""
    said = Said({report.id: report})
    return "".join([said.hash_of(one) for one in (*report.statements, *mentions)])


def digest_of(value: object) -> str:
    """The hash of a value of records and plain values, in which a report stands for itself by its id."""
    return hashlib.blake2b(canonical(value), digest_size=DIGITS // 2).hexdigest()


def _in_short(value: object, said: str) -> _Bare:
    """How a record is told by the hash of what it says."""
    return _Bare(f"<{type(value).__qualname__} {said}>")


def _itself(_: Said, value: Any) -> Any:
    return value


def _by_id(_: Said, value: Report) -> str:
    return report_by_id(value.id)


def _as_a_place(_: Said, __: SourcePosition) -> str:
    return _UNTOLD


def report_by_id(name: str) -> str:
    """How a report is told."""
    return _Bare(f"<report {name}>")


# What of a record is told otherwise, or by who tells it.
_APART: Mapping[type, tuple[str, ...]] = {
    Statement: ("start", "end", "start_en", "end_en", "measures"),
    **dict.fromkeys((Measure, Mention, UnmarkedWords, Block), ("start", "end")),
}
_PARTS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def _parts_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """A function of a record that gives the values of the fields that are told."""
    if kind not in _PARTS:
        names = [one.name for one in fields(kind) if one.repr and one.name not in _APART.get(kind, ())]
        several = len(names) > 1  # else it would give the one value itself
        _PARTS[kind] = attrgetter(*names) if several else lambda value: tuple(getattr(value, name) for name in names)
    return _PARTS[kind]
