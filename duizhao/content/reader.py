"""Nodes into records: which keys are there, whether each value is of its type, and where each stands.

What the values mean together is left to the rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from ..issues import Issue, SourcePosition
from .nodes import Mapping, Node, Scalar, Sequence
from .schema import AnyRecord, Key, Origin, Record, Where
from .value_types import WrongValue, type_of
from .vocabulary import LANGUAGES


def record_of(
    node: Node, kind: type[AnyRecord], languages: Collection[str] = LANGUAGES
) -> tuple[AnyRecord | None, list[Issue]]:
    """The record that a node holds, None where a key that it must have is absent or wrong; and what is wrong.

    An optional key whose value is wrong has its default. `languages` are those that the site's words are demanded in.
    """
    if not isinstance(node, Mapping):
        return None, [_not_a_mapping(node, kind)]
    issues = list(_unknown_keys(node, kind))
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    whole = True
    for key in kind.keys:
        written = node.items.get(key.name)
        if written is None or (isinstance(written, Scalar) and written.value is None):
            if key.required_in(languages):
                whole = False
                issues.append(_missing(key, kind, written.place if written else node.place))
            continue
        value, found = _value(written, key, languages)
        issues += found
        items = () if key.of else _places(written)
        origins[key.name] = Origin(written.place, "default" if value is None else "person", items)
        if value is not None:
            values[key.field] = value
        elif key.required_in(languages):
            whole = False
    return (kind(**values, where=Where(node.place, origins)) if whole else None), issues


def records_of(
    node: Node, kind: type[AnyRecord], languages: Collection[str] = LANGUAGES
) -> tuple[tuple[AnyRecord, ...], list[Issue]]:
    """The records of a list, those that are whole, and what is wrong with the others."""
    if isinstance(node, Mapping) and not node.items:
        return (), []
    if not isinstance(node, Sequence):
        message = f"a list of {kind.called}s is needed here"
        return (), [Issue("wrong-type", node.place, message, "begin each with `- `")]
    read = [record_of(item, kind, languages) for item in node.items]
    return tuple(one for one, _ in read if one is not None), [issue for _, found in read for issue in found]


def _value(node: Node, key: Key, languages: Collection[str]) -> tuple[object | None, list[Issue]]:
    """The value of a key, None where it is wrong, and what is wrong with it."""
    if key.of:
        return records_of(node, key.of, languages) if key.many else record_of(node, key.of, languages)
    kind = type_of(key.annotation, languages)
    try:
        value = kind.read(node)
    except WrongValue as wrong:
        message = f"{key.name}: {wrong}" if str(wrong) else f"{key.name} must be {kind.doc}"
        return None, [Issue("wrong-type", wrong.place, message, key.doc)]
    given = zip(value, _places(node), strict=False) if isinstance(value, tuple) else [(value, node.place)]
    strange = [_bad_value(key, one, place) for one, place in given if key.choices and one not in key.choices]
    return (None, strange[:1]) if strange else (value, [])


def _places(node: Node) -> tuple[SourcePosition, ...]:
    """Where the items of a list stand."""
    return tuple(item.place for item in node.items) if isinstance(node, Sequence) else ()


def _not_a_mapping(node: Node, kind: type[Record]) -> Issue:
    if isinstance(node, Scalar) and node.value and "：" in node.value:
        return _full_width_colon(node.place, node.value.splitlines()[0])
    message = f"a {kind.called} is needed here, with keys"
    return Issue("wrong-type", node.place, message, _names(kind))


def _unknown_keys(node: Mapping, kind: type[Record]) -> Iterator[Issue]:
    known = [key.name for key in kind.keys]
    for name, place in node.key_places.items():
        if name in known:
            continue
        if "：" in name:
            yield _full_width_colon(place, name)
        else:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else _names(kind)
            yield Issue("unknown-key", place, f"a {kind.called} has no key {name!r}", hint)


def _names(kind: type[Record]) -> str:
    return "keys: " + ", ".join(key.name for key in kind.keys)


def _full_width_colon(place: SourcePosition, line: str) -> Issue:
    return Issue(
        "full-width-colon",
        SourcePosition(place.path, place.line, place.col + line.find("：")),
        "a full-width colon makes this line one string",
        "write an ASCII colon and a space: `key: value`",
    )


def _missing(key: Key, kind: type[Record], place: SourcePosition) -> Issue:
    return Issue("missing-key", place, f"this {kind.called} has no {key.name}", f"{key.name}: {key.doc}")


def _bad_value(key: Key, value: object, place: SourcePosition) -> Issue:
    near = get_close_matches(str(value), key.choices, 1)
    hint = (f"did you mean {near[0]}? " if near else "") + "allowed: " + ", ".join(key.choices)
    return Issue("bad-value", place, f"{key.name} cannot be {value!r}", hint)
