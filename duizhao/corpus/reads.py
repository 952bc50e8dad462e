"""What is read of the joined content while something is made of it: recorded by reading, never declared by hand.

`watched` gives a corpus that answers as the one it is made of, and notes each question: which row of which map, which
field of which record, also where the answer is that there is none. Answers are held against later ones by their
hashes. A report is noted by what is read of it, field by field; all else by its value, but not by where it was
written, which is for mistakes and which no page shows. What is made is left to others.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FunctionType, MethodType
from typing import Any, cast

from ..cache import canonical
from ..content.records import Report
from .join import Corpus

# A question: what is asked, and of which row or field. In a list of words alone, so that it can be kept.
Read = tuple[str, ...]
_ABSENT = "absent"


class Watch:
    """Notes what is read while it is asked to; `answers` are the digests of what was read, by question."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._noted: dict[Read, None] | None = None
        self._digests: dict[Read, str] = {}
        self.tables: dict[str, Mapping[Any, Any]] = {}
        self.made: dict[str, Callable[[str, str], object]] = {}

    @contextmanager
    def noting(self, noted: dict[Read, None] | None) -> Iterator[None]:
        """Notes what is read meanwhile; nothing of it where None is given."""
        before, self._noted = self._noted, noted
        try:
            yield
        finally:
            self._noted = before

    def note(self, *read: str) -> None:
        if self._noted is not None:
            self._noted[read] = None

    def note_all(self, reads: Mapping[Read, None]) -> None:
        if self._noted is not None:
            self._noted.update(reads)

    def digest(self, read: Read) -> str:
        """The hash of what is now the answer to a question."""
        if read not in self._digests:
            with self.noting(None):
                self._digests[read] = digest_of(_by_id(self._answer(read)))
        return self._digests[read]

    def _answer(self, read: Read) -> object:
        kind, *rest = read
        if kind == "row":
            table, key = self._table(rest[0]), _key(rest[1:])
            return (table[key],) if key in table else _ABSENT
        if kind == "rows":
            return tuple(self._table(rest[0]))
        if kind == "report":
            report = self.corpus.reports.get(rest[0])
            return (getattr(report, rest[1], _ABSENT),) if report else _ABSENT
        if kind == "field":
            return getattr(_record(self.corpus, rest[0]), rest[1], _ABSENT)
        return self.made[kind](*rest) if kind in self.made else _ABSENT

    def _table(self, name: str) -> Mapping[Any, Any]:
        """The rows of a map of the corpus, or of one that was named beside it."""
        if name in self.tables:
            return self.tables[name]
        record, _, part = name.partition(".")
        found = getattr(_record(self.corpus, record), part, None)
        return found if isinstance(found, Mapping) else {}


def _by_id(value: Any) -> Any:
    """A value in which reports stand by their ids, as in the rows and fields that hold them."""
    if isinstance(value, Report):
        return f"<report {value.id}>"
    holds_reports = isinstance(value, tuple) and value and isinstance(value[0], (Report, tuple))
    return tuple(map(_by_id, value)) if holds_reports else value


def _record(corpus: Corpus, name: str) -> object:
    return corpus if name == "corpus" else getattr(corpus, name, None)


def _key(words: list[str]) -> Any:
    return words[0] if len(words) == 1 else tuple(words)


def digest_of(value: object) -> str:
    """The hash of a value, in which a report stands for itself by its id."""
    return hashlib.blake2b(canonical(value), digest_size=12).hexdigest()


class WatchedReport:
    """A report of which each field that is read is noted."""

    __slots__ = ("_report", "_watch", "id")

    def __init__(self, report: Report, watch: Watch) -> None:
        self._report, self._watch, self.id = report, watch, report.id

    def __getattr__(self, name: str) -> Any:
        self._watch.note("report", self.id, name)
        return getattr(self._report, name)

    def __repr__(self) -> str:
        return f"<report {self.id}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WatchedReport) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


class WatchedMap(Mapping[Any, Any]):
    """A map of which each row that is looked for is noted, and its keys where they are gone through."""

    __slots__ = ("_name", "_rows", "_watch", "_wrapped")

    def __init__(self, name: str, rows: Mapping[Any, Any], watch: Watch, wrapped: Callable[[Any], Any]) -> None:
        self._name, self._rows, self._watch, self._wrapped = name, rows, watch, wrapped

    def __getitem__(self, key: Any) -> Any:
        self._watch.note("row", self._name, *((key,) if isinstance(key, str) else key))
        return self._wrapped(self._rows[key])

    def __iter__(self) -> Iterator[Any]:
        self._watch.note("rows", self._name)
        return iter(self._rows)

    def __len__(self) -> int:
        self._watch.note("rows", self._name)
        return len(self._rows)


class _WatchedRecord:
    """A record of which each field that is read is noted; its own methods read it as others do."""

    def __init__(self, name: str, record: object, watch: Watch, reports: Mapping[str, WatchedReport]) -> None:
        self._name, self._record, self._watch, self._reports = name, record, watch, reports
        self._parts: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        own = getattr(type(self._record), name, None)
        if isinstance(own, property) and own.fget:
            return own.fget(self)
        if isinstance(own, FunctionType):
            return MethodType(own, self)
        if name not in self._parts:
            value = getattr(self._record, name)
            self._parts[name] = self._part(name, value)
        kind, value = self._parts[name]
        if kind == "value":
            self._watch.note("field", self._name, name)
        return value

    def _part(self, name: str, value: object) -> tuple[str, object]:
        if self._name == "corpus" and name in ("library", "vocabularies"):
            return "record", _WatchedRecord(name, value, self._watch, self._reports)
        if isinstance(value, Mapping):
            return "map", WatchedMap(f"{self._name}.{name}", value, self._watch, self._wrapped)
        return "value", self._wrapped(value)

    def _wrapped(self, value: Any) -> Any:
        if isinstance(value, Report):
            return self._reports[value.id]
        if isinstance(value, tuple) and value and isinstance(value[0], Report):
            return tuple(self._reports[one.id] for one in value)
        return value


class _WatchedCorpus(_WatchedRecord):
    """A corpus of which what is read is noted; what is made of it once is noted by its value."""

    def __init__(self, corpus: Corpus, watch: Watch) -> None:
        reports = {one.id: WatchedReport(one, watch) for one in corpus.reports.values()}
        super().__init__("corpus", corpus, watch, reports)
        self._values: dict[tuple[str, str, str], object] = {}
        self._last: dict[object, tuple[object, dict[Read, None]]] = {}
        self._makers: dict[str, object] = {"": self}
        watch.made["made"] = self._made_of

    def also_of(self, name: str, maker: object) -> None:
        """Names something else that is made of the corpus and makes things once, such as a context of pages."""
        self._makers[name] = maker

    def once(self, make: Callable[[Any], Any]) -> Any:
        return self.once_of("", self, {}, make)

    def once_of(self, name: str, maker: object, made: object, make: Callable[[Any], Any]) -> Any:
        self._watch.note("made", name, f"{make.__module__}:{make.__qualname__}")
        return self._value(name, make)

    def _made_of(self, of: str, name: str) -> object:
        module, _, function = name.partition(":")
        make = getattr(sys.modules.get(module), function, None)
        return self._value(of, make) if callable(make) and of in self._makers else _ABSENT

    def _value(self, of: str, make: Callable[[Any], Any]) -> object:
        key = (of, make.__module__, make.__qualname__)
        if key not in self._values:
            with self._watch.noting(None):
                self._values[key] = make(self._makers[of])
        return self._values[key]

    def lately(self, make: Callable[..., Any], one: str, other: str) -> Any:
        key = (make, one, other)
        if key not in self._last:
            while len(self._last) >= 8:
                del self._last[next(iter(self._last))]
            noted: dict[Read, None] = {}
            with self._watch.noting(noted):
                value = make(self, one, other)
            self._last[key] = value, noted
        value, noted = self._last[key]
        self._watch.note_all(noted)
        return value


def watched(corpus: Corpus) -> tuple[Corpus, Watch]:
    """A corpus that answers as this one does, and who notes what is asked of it."""
    watch = Watch(corpus)
    return cast(Corpus, _WatchedCorpus(corpus, watch)), watch


def watched_map(name: str, rows: Mapping[Any, Any], watch: Watch) -> Mapping[Any, Any]:
    """A map beside the corpus, such as the words of the interface, noted in the same way."""
    watch.tables[name] = rows
    return WatchedMap(name, rows, watch, lambda value: value)


def also_of(corpus: Corpus, name: str, maker: object) -> None:
    """Names something else that is made of a watched corpus and makes things once, such as a context of pages."""
    cast(_WatchedCorpus, corpus).also_of(name, maker)
