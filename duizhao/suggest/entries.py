"""Entries of content/follow-ups.yaml: those that a file holds, and a new one put where it belongs.

What suggestions add to them is left to `linking`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping as MappingOf
from dataclasses import dataclass

from ..content.follow_up import FollowUp, Quotation
from ..content.nodes import Mapping, Node, Scalar, Sequence, node_of
from ..content.records import Content
from ..content.yaml_words import Value, in_yaml
from .layout import CannotSplice, Insertion, dash, end_of, first_line, inserted, is_above, plain, with_room

_OPENING = "# What later texts say of promises: one entry for each promise.\n"
# The keys of words that no statement marks, as they are written.
OF_QUOTATION = ("report", "quote", "prefix", "suffix", "en")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a promise belongs in the file: its report, its kind, and where it begins in the report's text."""

    report: str
    kind: str
    start: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person says of a promise: the keys of a follow-up; `because` is the ground by language."""

    promise: str
    later: tuple[str | Quotation, ...]
    evidence: str
    because: MappingOf[str, str]
    searched: tuple[str, ...]

    @property
    def said(self) -> dict[str, Value]:
        """The keys as they are written, without those that say nothing."""
        later = tuple(one if isinstance(one, str) else _of_quotation(one) for one in self.later)
        keys: dict[str, Value] = {"promise": self.promise, "later": later, "evidence": self.evidence}
        keys |= {"because": dict(self.because), "searched": self.searched}
        return {name: value for name, value in keys.items() if value}


def _of_quotation(one: Quotation) -> dict[str, Value]:
    return {name: value for name in OF_QUOTATION if (value := getattr(one, name))}


def entry_of(one: FollowUp, languages: Iterable[str]) -> Entry:
    """What a follow-up says in these languages."""
    because = {language: one.because[language] for language in languages if one.because[language]}
    return Entry(one.promise, one.later, one.evidence, because, one.searched)


def spots_of(library: Content) -> dict[str, Spot]:
    """Where each promise belongs, by its full id."""
    every = (one for report in library.reports for one in report.statements)
    return {one.full_id: Spot(one.report, one.kind, one.start) for one in every}


@functools.lru_cache(maxsize=4)  # one act asks for the same file again and again
def held(text: str) -> tuple[Mapping, ...]:
    """The entries of a file. Raises CannotSplice where it cannot be read."""
    node, issues = node_of(text, "")
    if issues or node is None:
        raise CannotSplice("it cannot be read; `duizhao check` says why")
    if isinstance(node, Mapping) and not node.items:
        return ()
    if not isinstance(node, Sequence) or not node.items:
        raise CannotSplice("it holds no list of entries; take out what it holds")
    entries = tuple(item for item in node.items if isinstance(item, Mapping))
    if len(entries) != len(node.items):
        raise CannotSplice("something in its list is no entry; `duizhao check` says what")
    return entries


def value(item: Mapping, name: str) -> str:
    """What a key of an entry says, '' where it says nothing or is no plain value."""
    one = item.items.get(name)
    return one.value or "" if isinstance(one, Scalar) else ""


def put_in(
    text: str, entries: tuple[Mapping, ...], new: Iterable[tuple[str, str]], spots: MappingOf[str, Spot]
) -> Iterator[Insertion]:
    """New entries, each a promise with its text, behind the last of its report and kind that stands before it there."""
    lines = text.split("\n")
    placed = [spots.get(value(item, "promise")) for item in entries]
    for promise, made in new:
        own = spots[promise]
        alike = [at for at, spot in enumerate(placed) if spot and (spot.report, spot.kind) == (own.report, own.kind)]
        before = [at for at in alike if (spot := placed[at]) and spot.start < own.start]
        near = before or alike or [at for at, spot in enumerate(placed) if spot and spot.report == own.report]
        if alike and not before:
            yield Insertion(first_line(lines, entries[alike[0]]), made + "\n")
            continue
        at = (near or [len(entries) - 1])[-1]
        yield Insertion(_end_of_entry(lines, entries, at) + 1, "\n" + made)


def _end_of_entry(lines: list[str], entries: tuple[Mapping, ...], at: int) -> int:
    """The last line of an entry: before what stands above the next."""
    if at == len(entries) - 1:
        return end_of(lines, Sequence(entries, entries[0].place))
    line, col = dash(lines, entries[at + 1])
    ahead = line - 1
    while not lines[ahead - 1].strip() or is_above(lines[ahead - 1], col):
        ahead -= 1
    return ahead


def appended(text: str, said: str) -> str:
    """What a file says that held no entry yet."""
    return (with_room(text) if text.strip() else _OPENING) + said


def with_entry(text: str, entry: Entry, spots: MappingOf[str, Spot]) -> str:
    """The file with an entry: in the place of the one of the same promise, else where it belongs.

    Of one that stands there only the keys change that say something else. Raises CannotSplice.
    """
    before = held(text)
    at = next((at for at, item in enumerate(before) if value(item, "promise") == entry.promise), None)
    if at is not None:
        made = _replaced(text, before, at, entry)
    elif before:
        made = inserted(text, put_in(text, before, [(entry.promise, written(entry))], spots))
    else:
        made = appended(text, written(entry))
    after = held(made)
    others = [plain(item) for item in before if value(item, "promise") != entry.promise]
    own = [item for item in after if value(item, "promise") == entry.promise]
    kept = [plain(item) for item in after if item not in own]
    if kept != others or len(own) != 1 or not all(_says(own[0], name, entry) for name in {*entry.said, *own[0].items}):
        raise CannotSplice("its layout leaves no safe place for what is new; write its list an item a line")
    return made


def _says(item: Mapping, name: str, entry: Entry) -> bool:
    """True where a key of an entry says what it is to say; a ground in one language may stand by itself."""
    now, wanted = plain(item.items.get(name)), _as_read(entry.said.get(name))
    return now == wanted or (name == "because" and isinstance(now, str) and wanted == {"zh": now})


def _as_read(said: Value | None) -> object:
    if isinstance(said, tuple):
        return [_as_read(one) for one in said]
    return {**said} if isinstance(said, MappingOf) else said


def written(entry: Entry) -> str:
    """An entry as it stands in the file, a key a line."""
    return "- " + "  ".join(_key(name, said) for name, said in entry.said.items())


def _key(name: str, said: Value) -> str:
    """The lines of a key, indented by two, the first of them not. Ids stand without quotation marks."""
    match said:
        case str():
            return f"{name}: {said}\n"
        case tuple() if name == "later":
            later = ", ".join(one if isinstance(one, str) else in_yaml(one) for one in said)
            return f"later: [{later}]\n"
        case MappingOf():
            return f"{name}:\n" + "".join(f"    {language}: {in_yaml(words)}\n" for language, words in said.items())
    return f"{name}: {in_yaml(said)}\n"


def _replaced(text: str, entries: tuple[Mapping, ...], at: int, entry: Entry) -> str:
    """The file with an entry said anew, key by key where each has lines of its own."""
    lines, item = text.split("\n"), entries[at]
    begin, end = item.place.line - 1, _end_of_entry(lines, entries, at)
    parts = _parts(lines, item, begin, end) or {"": lines[begin:end]}
    told: list[str] = []
    for name, said in entry.said.items():
        if name in parts and _says(item, name, entry):
            told += parts.pop(name)
        else:
            margin = "- " if name == "promise" else "  "
            told += (margin + _key(name, said)).removesuffix("\n").split("\n")
    if any(line.lstrip().startswith("#") or " #" in line for gone in parts.values() for line in gone):
        raise CannotSplice(f"line {begin + 1}: a comment stands in what would be written anew; change it there")
    return "\n".join([*lines[:begin], *told, *lines[end:]])


def _parts(lines: list[str], item: Mapping, begin: int, end: int) -> dict[str, list[str]]:
    """The lines of each key of an entry, the promise first; nothing where keys share a line."""
    starts = {name: place.line - 1 for name, place in item.key_places.items()}
    in_turn = sorted(starts.values())
    is_plain = lines[begin].startswith("- promise:") and len({*in_turn}) == len(in_turn)
    if not is_plain:
        return {}
    ends = dict(zip(in_turn, [*in_turn[1:], end], strict=True))
    return {name: lines[start : ends[start]] for name, start in starts.items()}


def node_for(text: str, promise: str) -> Node | None:
    """The entry of a promise in a file, None where there is none. Raises CannotSplice."""
    return next((item for item in held(text) if value(item, "promise") == promise), None)
