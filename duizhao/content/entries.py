"""Shapes: which keys a record may have, of which type; read from YAML nodes into values with their places.

What the values mean together is left to `load` and `check`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from ..issues import Issue, Place
from ..text.period import FORMS, Period, parse_period
from .nodes import Mapping as MappingNode, Node, Scalar, Sequence
from .schema import Both

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s?#]+/")
STATEMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[tkr][0-9]{2,3}")


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its type (a key of TYPES, or `shape` or `shapes` with `of`), whether it must be there, and why."""

    name: str
    type: str
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()
    of: Shape | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record: its name, what it is and its keys, in the order in which the manual lists them."""

    name: str
    doc: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as read: the values that were right, and where each stands."""

    values: Mapping[str, object]
    places: Mapping[str, Place]
    place: Place
    whole: bool = field(default=True)

    def __getitem__(self, name: str):
        return self.values.get(name)

    def at(self, name: str) -> Place:
        """Where the value of a key stands; the record's own place where it has none."""
        return self.places.get(name, self.place)


def entry_of(node: Node, shape: Shape, issues: list[Issue]) -> Entry:
    """The record that a node holds. `whole` is False where a required key is absent or wrong."""
    if not isinstance(node, MappingNode):
        issues.append(_not_a_mapping(node, shape))
        return Entry({}, {}, node.place, whole=False)
    known = {entry.name: entry for entry in shape.fields}
    for name, place in node.key_places.items():
        if name not in known:
            issues.append(_unknown_key(name, place, shape))
    values: dict[str, object] = {}
    places: dict[str, Place] = {}
    whole = True
    for name, entry in known.items():
        value_node = node.items.get(name)
        absent = value_node is None or (isinstance(value_node, Scalar) and value_node.value is None)
        if absent:
            if entry.required:
                whole = False
                place = value_node.place if value_node else node.place
                message = f"this {shape.name} has no {name}"
                issues.append(Issue("missing-key", place, message, f"{name}: {entry.doc}"))
            continue
        value = _value(value_node, entry, issues)
        places[name] = value_node.place
        if value is _WRONG:
            whole = whole and not entry.required
        else:
            values[name] = value
    return Entry(values, places, node.place, whole)


def entries_of(node: Node, shape: Shape, issues: list[Issue]) -> tuple[Entry, ...]:
    """The records of a list, those that are whole."""
    if isinstance(node, MappingNode) and not node.items:
        return ()
    if not isinstance(node, Sequence):
        issues.append(
            Issue("wrong-type", node.place, f"a list of {shape.name}s is needed here", "begin each with `- `")
        )
        return ()
    entries = [entry_of(item, shape, issues) for item in node.items]
    return tuple(entry for entry in entries if entry.whole)


_WRONG = object()


def _value(node: Node, entry: Field, issues: list[Issue]) -> object:
    if entry.type == "shape":
        nested = entry_of(node, entry.of, issues)
        return nested if nested.whole else _WRONG
    if entry.type == "shapes":
        return entries_of(node, entry.of, issues)
    reader = TYPES[entry.type]
    try:
        value = reader.read(node)
    except _Wrong as wrong:
        message = f"{entry.name}: {wrong}" if str(wrong) else f"{entry.name} must be {reader.doc}"
        issues.append(Issue("wrong-type", node.place, message, entry.doc))
        return _WRONG
    if entry.choices:
        given = value if isinstance(value, tuple) else (value,)
        for one in given:
            if one not in entry.choices:
                issues.append(_bad_value(entry, one, node.place))
                return _WRONG
    return value


class _Wrong(ValueError):
    """A node that is not of its type."""


def _text(node: Node) -> str:
    if not isinstance(node, Scalar) or node.value is None:
        raise _Wrong
    return node.value


def _texts(node: Node) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        raise _Wrong
    words = tuple(_text(item) for item in node.items)
    # An empty alias would be found everywhere, and an empty searched word nowhere.
    if not all(word.strip() for word in words):
        raise _Wrong("an empty text in the list")
    return words


def _matching(pattern: re.Pattern[str]) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        text = _text(node)
        if not pattern.fullmatch(text):
            raise _Wrong
        return text

    return read


def _listed(read_one: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    def read(node: Node) -> tuple[str, ...]:
        if not isinstance(node, Sequence):
            raise _Wrong
        return tuple(read_one(item) for item in node.items)

    return read


def _decimal(node: Node) -> Decimal:
    text = _text(node)
    # Decimal itself takes full-width digits, 1_000, 1e5 and NaN, too.
    if not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text):
        raise _Wrong
    return Decimal(text)


def _count(node: Node) -> int:
    text = _text(node)
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise _Wrong
    return int(text)


def _time(node: Node) -> Period:
    text = _text(node)
    try:
        return parse_period(text)
    except ValueError as error:
        raise _Wrong(f"{error}; a time is {FORMS}") from None


def _yes(node: Node) -> bool:
    text = _text(node)
    if text not in {"true", "false"}:
        raise _Wrong
    return text == "true"


def _both(node: Node) -> Both:
    if not isinstance(node, MappingNode):
        raise _Wrong
    missing = [
        name for name in ("zh", "en") if not isinstance(node.items.get(name), Scalar) or not node.items[name].value
    ]
    strange = [name for name in node.items if name not in ("zh", "en")]
    if missing or strange:
        raise _Wrong(
            f"the words must be given as zh and en; {'missing' if missing else 'unknown'}: "
            f"{', '.join(missing or strange)}"
        )
    return Both(node.items["zh"].value, node.items["en"].value)


def _pairs(node: Node) -> tuple[tuple[str, str], ...]:
    if not isinstance(node, MappingNode):
        raise _Wrong
    return tuple((name, _text(value)) for name, value in node.items.items())


@dataclass(frozen=True, slots=True)
class Type:
    """A type of value: how it is read and how it is said."""

    read: Callable[[Node], object]
    doc: str


TYPES: Mapping[str, Type] = {
    "text": Type(_text, "a text"),
    "texts": Type(_texts, "a list of texts"),
    "id": Type(_matching(ID), "an id: lower-case letters, digits and single hyphens"),
    "ids": Type(_listed(_matching(ID)), "a list of ids"),
    "statement": Type(_matching(STATEMENT), "a statement's full id, such as tianhe-2020-work-report/t07"),
    "statements": Type(_listed(_matching(STATEMENT)), "a list of statements' full ids"),
    "time": Type(_time, f"a time: {FORMS}"),
    "address": Type(_matching(ADDRESS), "a full address that ends in /"),
    "decimal": Type(_decimal, "a number in ASCII digits, without separators or units"),
    "count": Type(_count, "a whole number"),
    "yes": Type(_yes, "true or false"),
    "both": Type(_both, "words in two languages: {zh: …, en: …}"),
    "pairs": Type(_pairs, "a mapping of words to words"),
}


def _not_a_mapping(node: Node, shape: Shape) -> Issue:
    if isinstance(node, Scalar) and node.value and "：" in node.value:
        place = Place(node.place.path, node.place.line, node.place.col + node.value.splitlines()[0].find("："))
        return Issue(
            "full-width-colon",
            place,
            "a full-width colon makes this line one string",
            "write an ASCII colon and a space: `key: value`",
        )
    return Issue(
        "wrong-type",
        node.place,
        f"a {shape.name} is needed here, with keys",
        "keys: " + ", ".join(entry.name for entry in shape.fields),
    )


def _unknown_key(name: str, place: Place, shape: Shape) -> Issue:
    if "：" in name:
        at = Place(place.path, place.line, place.col + name.find("："))
        return Issue(
            "full-width-colon",
            at,
            "a full-width colon makes this line one string",
            "write an ASCII colon and a space: `key: value`",
        )
    names = [entry.name for entry in shape.fields]
    near = get_close_matches(name, names, 1)
    hint = f"did you mean {near[0]}?" if near else "keys: " + ", ".join(names)
    return Issue("unknown-key", place, f"a {shape.name} has no key {name!r}", hint)


def _bad_value(entry: Field, value: object, place: Place) -> Issue:
    near = get_close_matches(str(value), entry.choices, 1)
    hint = (f"did you mean {near[0]}? " if near else "") + "allowed: " + ", ".join(entry.choices)
    return Issue("bad-value", place, f"{entry.name} cannot be {value!r}", hint)
