"""The records of a file that holds a list; of one that was saved again, as far as its text is another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic

from ..issues import Issue
from .broken import Broken, broken_in
from .file_kinds import FileKind
from .nodes import Node, node_of
from .reader import records_of
from .schema import AnyRecord
from .text_files import text_of


@dataclass(frozen=True, slots=True)
class ReadList(Generic[AnyRecord]):
    """The records of a file, what is wrong with it, and which are broken; `is_list` where it could be read as one."""

    is_list: bool
    records: tuple[AnyRecord, ...]
    issues: tuple[Issue, ...]
    broken: Broken


# What each kind of file held when it was last asked for, by path and languages: its bytes and its records.
_LATEST: dict[tuple[str, tuple[str, ...]], tuple[bytes, ReadList[Any]]] = {}
# What YAML takes for the end of a line beside the one that editors write, and what names a node or stands for one.
_OTHER_BREAKS = (b"\r", "\x85".encode(), "\u2028".encode(), "\u2029".encode())
_OF_OTHERS = (b"&", b"*")
_WITHIN = (b" ", b"- ", b"#")


@lru_cache(maxsize=32)
def list_in(data: bytes | None, kind: FileKind[AnyRecord], languages: tuple[str, ...]) -> ReadList[AnyRecord]:
    """What a file holds; kept, since after a save most are as before."""
    before = _LATEST.get((kind.path, languages))
    again = list_again(*before, data, kind, languages) if before and data else None
    if again is not None:
        return again
    node, issues = (None, []) if data is None else node_in(data, kind.path)
    read, found = ((), []) if node is None else records_of(node, kind.record, languages)
    every = (*issues, *found)
    return ReadList(node is not None, read, every, broken_in(node, every, kind.named_by, kind.name_form))


def latest(data: bytes, kind: FileKind[AnyRecord], languages: tuple[str, ...], found: ReadList[AnyRecord]) -> None:
    """Takes up what a file holds: when it is saved again, the records whose text is the same stay the same ones."""
    _LATEST[kind.path, languages] = data, found


def node_in(data: bytes, path: str) -> tuple[Node | None, list[Issue]]:
    """The YAML of a file, given as bytes, and what is wrong with it; None where it cannot be read."""
    text, issues = text_of(path, data)
    return (None, issues) if text is None else node_of(text, path)


def list_again(
    before: bytes, known: ReadList[AnyRecord], data: bytes, kind: FileKind[AnyRecord], languages: tuple[str, ...]
) -> ReadList[AnyRecord] | None:
    """What a file holds of which it is `known` what it held before: the records in lines that are others are read.

    None where these lines do not tell all: where lines came or went, which moves all that follow, where something was
    or is wrong, and where the layout is not one record after the other, each behind a dash at the margin.
    """
    old, new = before.split(b"\n"), data.split(b"\n")
    if known.issues or not known.is_list or len(old) != len(new) or any(one in data for one in _OTHER_BREAKS):
        return None
    changed = [at for at, (line, their) in enumerate(zip(old, new, strict=True)) if line != their]
    starts = [record.place.line - 1 for record in known.records]
    first, last = (bisect_right(starts, at) - 1 for at in (changed[0], changed[-1])) if changed else (-1, -1)
    if first < 0 or not all(old[at].startswith(b"- ") for at in starts[first : last + 2]):
        return None
    # With the end of its last line, which a folded text takes for its own.
    part = [*new[starts[first] : starts[last + 1]], b""] if last + 1 < len(starts) else new[starts[first] :]
    read = _records_in(part, starts[first] + 1, kind, languages)
    if read is None:
        return None
    return ReadList(True, (*known.records[:first], *read, *known.records[last + 1 :]), (), known.broken)


def _records_in(
    lines: Sequence[bytes], first_line: int, kind: FileKind[AnyRecord], languages: tuple[str, ...]
) -> tuple[AnyRecord, ...] | None:
    """The records of some lines of a list; None where anything is wrong, or where they may say something of others."""
    data = b"\n".join(lines)
    if not lines[0].startswith(b"- ") or any(line and not line.startswith(_WITHIN) for line in lines):
        return None
    text, issues = text_of(kind.path, data)
    if text is None or issues or any(one in data for one in _OF_OTHERS):
        return None
    node, issues = node_of(text, kind.path, first_line)
    if node is None or issues:
        return None
    read, issues = records_of(node, kind.record, languages)
    return None if issues else tuple(read)
