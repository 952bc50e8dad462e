"""What is read of the joined content while something is made of it: recorded by reading, never declared by hand.

`watched` gives a corpus that answers as the one it is made of, and notes each question: which row of which map, which
field of which record, also where the answer is that there is none. Answers are held against later ones by their
hashes. A report is noted by what is read of it, field by field; all else by its value, but not by where it was
written, which is for mistakes and which no page shows. What is made is left to others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from types import FunctionType, MethodType
from typing import Any, cast

from ..content.records import Report
from ..progress import nobody
from .join import Corpus
from .said import Said, report_by_id

# A question: what is asked, and of which row or field. In a list of words alone, so that it can be kept.
Read = tuple[str, ...]
_ABSENT = "absent"
_NOW_AND_THEN = 256  # questions
_MADE = "made of "  # what the name of a map begins with that is made once
# What a row is or begins with, where it may hold reports.
_WITH_REPORTS = (Report, tuple)


class Watch:
    """Notes what is read while it is asked to; `answers` are the digests of what was read, by question.

    What has been noted is kept by who was asked, so that it is had at once when it is asked for again, until something
    else is noted: then all of that is forgotten.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._noted: dict[Read, None] | None = None
        self._kept: list[Callable[[], None]] = []
        self._said = Said(corpus.reports)
        self._digests: dict[Read, str] = {}
        # What was read for what is made once, by its name; what is made of nothing else is the same where that is.
        self.rests: dict[str, Mapping[Read, None]] = {}
        self.tables: dict[str, Mapping[Any, Any]] = {}
        self.made: dict[str, Callable[[str, str], object]] = {}
        # Called now and then while something is read.
        self.on_the_way: Callable[[], None] = nobody
        self._count = 0

    @contextmanager
    def noting(self, noted: dict[Read, None] | None) -> Iterator[None]:
        """Notes what is read meanwhile; nothing of it where None is given."""
        before = self._noted
        self._forget(noted)
        try:
            yield
        finally:
            self._forget(before)

    def _forget(self, noted: dict[Read, None] | None) -> None:
        for forget in self._kept:
            forget()
        self._kept.clear()
        self._noted = noted

    def note(self, *read: str) -> None:
        if self._noted is not None:
            self._noted[read] = None
            self._count += 1
            if self._count % _NOW_AND_THEN == 0:
                self.on_the_way()

    def until_forgotten(self, forget: Callable[[], None]) -> None:
        """Calls a function once, before something else is noted."""
        self._kept.append(forget)

    def note_all(self, reads: Mapping[Read, None]) -> None:
        if self._noted is not None:
            self._noted.update(reads)

    def digest(self, read: Read) -> str:
        """The hash of what is now the answer to a question."""
        if read not in self._digests:
            self._digests[read] = self.digest_once(read)
        return self._digests[read]

    def digest_once(self, read: Read) -> str:
        """The same, for who does not ask again: it is not kept, of hundreds of thousands."""
        return self._digests.get(read) or self._said.digest(self._answer(read))

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
        if name.startswith(_MADE) and name not in self.tables:
            self.made["made"](*name.removeprefix(_MADE).split(" "))  # which names it, if it makes a map
        if name in self.tables:
            return self.tables[name]
        record, _, part = name.partition(".")
        found = getattr(_record(self.corpus, record), part, None)
        return found if isinstance(found, Mapping) else {}


def made_name(read: Read) -> str:
    """The name of what is made once, of which a question asks for all or a row; '' where it asks for no such thing."""
    kind, name, *rest = read
    if kind == "made":
        return f"{name} {rest[0]}"
    return name.removeprefix(_MADE) if kind in ("row", "rows") and name.startswith(_MADE) else ""


def _record(corpus: Corpus, name: str) -> object:
    return corpus if name == "corpus" else getattr(corpus, name, None)


def _key(words: list[str]) -> Any:
    return words[0] if len(words) == 1 else tuple(words)


class _Noted:
    """An attribute that is read by `_read` of who has it, and is its own until that is forgotten."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, kind: type) -> Any:
        found = owner._read(self._name)
        if not owner.__dict__:
            owner._watch.until_forgotten(owner.__dict__.clear)
        owner.__dict__[self._name] = found
        return found


def _watching(kind: type, base: type) -> Any:
    """A class that has every attribute of a kind of record, noted by a base that knows how to read it.

    A `__getattr__` would make each reading of any attribute several times as slow.
    """
    names = [name for name in dir(kind) if not name.startswith("_") and not hasattr(base, name)]
    return type(f"Watched{kind.__name__}", (base,), {name: _Noted(name) for name in names})


class WatchedReport:
    """A report of which each field that is read is noted."""

    __slots__ = ("__dict__", "_report", "_watch", "id")

    def __init__(self, report: Report, watch: Watch) -> None:
        self._report, self._watch, self.id = report, watch, report.id

    def _read(self, name: str) -> Any:
        self._watch.note("report", self.id, name)
        return getattr(self._report, name)

    def __repr__(self) -> str:
        return report_by_id(self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WatchedReport) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


class WatchedMap(dict[Any, Any]):
    """A map of which each row that is looked for is noted, and its keys where they are gone through.

    It holds the rows that have been noted; all that a dictionary says of all its rows is asked of the map itself.
    """

    __slots__ = ("_name", "_rows", "_watch", "_wrapped")

    def __init__(self, name: str, rows: Mapping[Any, Any], watch: Watch, wrapped: Callable[[Any], Any]) -> None:
        super().__init__()
        self._name, self._rows, self._watch, self._wrapped = name, rows, watch, wrapped

    def __missing__(self, key: Any) -> Any:
        self._watch.note("row", self._name, *((key,) if type(key) is str else key))
        found = self._rows[key]
        if type(found) in _WITH_REPORTS:
            found = self._wrapped(found)
        if not dict.__len__(self):
            self._watch.until_forgotten(self.clear)
        self[key] = found
        return found

    def get(self, key: Any, default: Any = None) -> Any:
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[Any]:
        self._watch.note("rows", self._name)
        return iter(self._rows)

    def __len__(self) -> int:
        self._watch.note("rows", self._name)
        return len(self._rows)

    def keys(self) -> Any:
        return KeysView(self)

    def values(self) -> Any:
        return ValuesView(self)

    def items(self) -> Any:
        return ItemsView(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self) -> str:
        return repr(dict(self.items()))


class _WatchedRecord:
    """A record of which each field that is read is noted; its own methods read it as others do."""

    __slots__ = ("__dict__", "_name", "_parts", "_record", "_reports", "_watch")

    def __init__(self, name: str, record: object, watch: Watch, reports: Mapping[str, WatchedReport]) -> None:
        self._name, self._record, self._watch, self._reports = name, record, watch, reports
        self._parts: dict[str, Any] = {}

    def _read(self, name: str) -> Any:
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
        if (self._name, name) == ("corpus", "library"):
            return "record", _watching(type(value), _WatchedRecord)(name, value, self._watch, self._reports)
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

    __slots__ = ("_last", "_makers", "_values")

    def __init__(self, corpus: Corpus, watch: Watch) -> None:
        watching = _watching(Report, WatchedReport)
        reports = {one.id: watching(one, watch) for one in corpus.reports.values()}
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
        value, called = self._value(name, make), f"{make.__module__}:{make.__qualname__}"
        if isinstance(value, WatchedMap):
            return value
        self._watch.note("made", name, called)
        return value

    def _made_of(self, of: str, name: str) -> object:
        module, _, function = name.partition(":")
        make = getattr(sys.modules.get(module), function, None)
        return self._value(of, make) if callable(make) and of in self._makers else _ABSENT

    def _value(self, of: str, make: Callable[[Any], Any]) -> object:
        key = (of, make.__module__, make.__qualname__)
        if key not in self._values:
            name, noted = f"{of} {key[1]}:{key[2]}", dict[Read, None]()
            with self._watch.noting(noted):
                value = make(self._makers[of])
            self._watch.rests[name] = noted
            if type(value) is dict and all(type(row) is str for row in value):
                value = watched_map(f"{_MADE}{name}", value, self._watch)
            self._values[key] = value
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
    return cast(Corpus, _watching(Corpus, _WatchedCorpus)(corpus, watch)), watch


def watched_map(name: str, rows: Mapping[Any, Any], watch: Watch) -> Mapping[Any, Any]:
    """A map beside the corpus, such as the words of the interface, noted in the same way."""
    watch.tables[name] = rows
    return WatchedMap(name, rows, watch, lambda value: value)


def also_of(corpus: Corpus, name: str, maker: object) -> None:
    """Names something else that is made of a watched corpus and makes things once, such as a context of pages."""
    cast(_WatchedCorpus, corpus).also_of(name, maker)
