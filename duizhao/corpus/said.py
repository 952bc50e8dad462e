"""The hash of what a value of the joined content says, wherever that stands.

A report stands for itself by its id. What is marked in a text is told by its block and its place in it, so that an edit
of one paragraph leaves what is said in the others as it was; the order of blocks is part of it, and so is their
length. Where something was written is for mistakes: no page shows it, and it is no part of what is said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from ..cache import canonical
from ..content.english_quotes import english_spans
from ..content.records import Block, Measure, Report, Statement
from ..issues import SourcePosition
from .following import UnmarkedWords
from .mentions import Mention

_PLAIN = frozenset({str, int, bool, type(None), float, bytes})


class _Bare(str):
    """A piece that is no string of the content: it stands without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


_UNTOLD = _Bare("<a place>")


class Said:
    """Tells what values of one corpus say; what it found of a statement it keeps."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._places: dict[str, dict[str, tuple[int, int, int]]] = {}
        self._statements: dict[int, tuple[Statement, _Bare]] = {}

    def digest(self, value: object) -> str:
        """The hash of what a value says."""
        return digest_of(self._told(value))

    def _told(self, value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return tuple([self._told(one) for one in value])
        if kind is Statement:
            return self._statement(value)
        if isinstance(value, Report):
            return report_by_id(value.id)
        if kind is SourcePosition:
            return _UNTOLD
        if isinstance(value, (set, frozenset)):
            return _Bare("set"), sorted(repr(self._told(one)) for one in value)
        if isinstance(value, Mapping):
            return _Bare("map"), [(self._told(key), self._told(one)) for key, one in value.items()]
        if is_dataclass(kind):
            return self._record(value, kind)
        return value

    def _record(self, value: Any, kind: type) -> Any:
        if kind is Mention or kind is UnmarkedWords:
            return self._placed(value, self._place(value.report, value.block))
        found = [self._told(one) for one in _parts_of(kind)(value)]
        if kind is Block:  # where it begins is told by those before it, for who reads all of them
            return _Bare("Block"), value.end - value.start, found
        return _Bare(kind.__qualname__), found

    def _statement(self, value: Statement) -> _Bare:
        known = self._statements.get(id(value))
        if known is None:
            at = self._place(value.report, value.block)
            measures = [self._placed(one, at) for one in value.measures]
            english = [end - at[2] if end is not None else None for end in (value.start_en, value.end_en)]
            said = digest_of((self._placed(value, at), measures, english))
            known = self._statements[id(value)] = value, _Bare(f"<statement {said}>")
        return known[1]

    def _placed(self, value: Any, at: tuple[int, int, int]) -> object:
        """What is told of a record that has a place in a text, and that place within its block."""
        kind, (number, begun, _) = type(value), at
        found = [self._told(one) for one in _parts_of(kind)(value)]
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


def digest_of(value: object) -> str:
    """The hash of a value of records and plain values, in which a report stands for itself by its id."""
    return hashlib.blake2b(canonical(value), digest_size=12).hexdigest()


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
