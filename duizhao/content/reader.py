"""Nodes into records: which keys are there, whether each value is of its type, and where each stands.

What the values mean together is left to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from ..issues import Issue, SourcePosition
from .look_alikes import (
    blank_in_key,
    full_width_colon,
    full_width_comma,
    in_full_width_brackets,
    is_marked_as_list,
    meant_key,
    named_alikes,
    plain,
    plain_parts,
)
from .naming import many, noun, one
from .nodes import Mapping, Node, Scalar, Sequence
from .schema import AnyRecord, Bilingual, Key, Record
from .suggestions import choice_for, suggestion
from .syntax import joined_key, no_space
from .value_types import English, Id, StatementId, ValueType, WrongLanguage, WrongValue, type_of
from .vocabulary import LANGUAGES
from .where import Origin, Where

_LONGEST_KEY = 60
# What the items of a list are, where they are of a type of their own.
_OF_ITEMS = {f"{name}s": type_of(annotation) for name, annotation in (("id", Id), ("statement", StatementId))}


def record_of(
    node: Node, kind: type[AnyRecord], languages: Collection[str] = LANGUAGES
) -> tuple[AnyRecord | None, list[Issue]]:
    """The record that a node holds, None where a key that it must have is absent or wrong; and what is wrong.

    An optional key whose value is wrong has its default. `languages` are those that the site's words are demanded in.
    """
    if not isinstance(node, Mapping):
        return None, [_not_a_mapping(node, kind)]
    swallowed = _swallowed(node, [key.name for key in kind.keys])
    if swallowed:
        return None, [swallowed]
    issues = list(_unknown_keys(node, kind))
    mistyped = {_meant(name, kind) for name in node.items}
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    whole = True
    absent: list[Key] = []
    meant = {meant_key(name) for name in node.items}
    for key in kind.keys:
        written = node.items.get(key.name)
        if written is None or _is_none(written, key, languages):
            if key.required_in(languages):
                whole = False
            if key.required_in(languages) and written:
                issues.append(_missing([key], kind, written.place))
            elif key.required_in(languages) and key.name not in meant | mistyped:
                absent.append(key)
            continue
        value, found = _value(written, key, languages)
        issues += found
        items = () if key.of and not key.mixed else _places(written)
        origins[key.name] = Origin(written.place, "default" if value is None else "person", items)
        if value is not None:
            values[key.field] = value
        elif key.required_in(languages):
            whole = False
    if absent and node.items and _is_something_else(kind, meant, mistyped):
        return None, [_not_a_mapping(node, kind)]
    issues += [_missing(absent, kind, node.place)] if absent else []
    return (kind(**values, where=Where(node.place, origins)) if whole else None), issues


def _is_something_else(kind: type[Record], meant: Collection[str], mistyped: Collection[str]) -> bool:
    """True where a record has not one key of its kind, or a strange one and none that any of its kind must have."""
    own = {key.name for key in kind.keys if key.required or "" not in mistyped}
    return not ({*mistyped} - {"", *meant} or own.intersection(meant))


def _is_none(node: Node, key: Key, languages: Collection[str]) -> bool:
    """True of a value that says nothing: of a key that must be there also blanks, and a list without an item."""
    needed = key.required_in(languages)
    match node:
        case Scalar(value=text):
            return text is None or (needed and not text.strip())
        case Sequence(items=items):
            return needed and not items
    return False


def records_of(
    node: Node, kind: type[AnyRecord], languages: Collection[str] = LANGUAGES
) -> tuple[tuple[AnyRecord, ...], list[Issue]]:
    """The records of a list, those that are whole, and what is wrong with the others."""
    if isinstance(node, Mapping) and not node.items:
        return (), []
    if isinstance(node, Mapping) and is_marked_as_list(next(iter(node.items))):
        message = "this dash is no hyphen, and begins no item of a list"
        return (), [Issue("look-alike", node.place, message, "begin each with `- `")]
    if not isinstance(node, Sequence):
        message = f"a list of {many(kind)} is needed here"
        return (), [Issue("wrong-type", node.place, message, "begin each with `- `")]
    read = [record_of(item, kind, languages) for item in node.items]
    return tuple(one for one, _ in read if one is not None), [issue for _, found in read for issue in found]


def _value(node: Node, key: Key, languages: Collection[str]) -> tuple[object | None, list[Issue]]:
    """The value of a key, None where it is wrong, and what is wrong with it."""
    if key.of and key.mixed and isinstance(node, Sequence):
        return _mixed(node, key, key.of, languages)
    if key.of and key.mixed and isinstance(node, Mapping):
        message = f"{key.name} must be a list, in which {one(key.of)} may stand"
        return None, [Issue("wrong-type", node.place, message, f"put it in brackets, [{{…}}] ({key.name}: {key.doc})")]
    if key.of and not key.mixed:
        return records_of(node, key.of, languages) if key.many else record_of(node, key.of, languages)
    return _plain_value(node, key, languages)


def _mixed(
    node: Sequence, key: Key, of: type[Record], languages: Collection[str]
) -> tuple[tuple[object, ...] | None, list[Issue]]:
    """The items of a list in which records stand among other values, in their order; None where one is wrong."""
    written = tuple(item for item in node.items if isinstance(item, Mapping))
    others = Sequence(tuple(item for item in node.items if not isinstance(item, Mapping)), node.place)
    records, issues = records_of(Sequence(written, node.place), of, languages)
    values, found = _plain_value(others, key, languages)
    issues += found
    if issues or not isinstance(values, tuple):
        return None, issues
    in_turn = {True: iter(records), False: iter(values)}
    return tuple(next(in_turn[isinstance(item, Mapping)]) for item in node.items), []


def _plain_value(node: Node, key: Key, languages: Collection[str]) -> tuple[object | None, list[Issue]]:
    """The value of a key that is of its type, None where it is wrong, and what is wrong with it."""
    kind = type_of(key.annotation, languages)
    try:
        value = kind.read(node)
    except WrongValue as wrong:
        alike = _look_alike(node, kind, key)
        if alike:
            return None, [alike]
        message = f"{key.name}: {wrong}" if str(wrong) else _not_of_type(key, kind, node, wrong)
        hint = _way_out(key, kind, node, wrong)
        if isinstance(wrong, WrongLanguage):
            return None, [Issue("wrong-language", wrong.place, message, hint)]
        return None, [Issue("wrong-type", wrong.place, message, hint)]
    cut = _cut(node, key)
    if cut:
        return None, [cut]
    given = zip(value, _places(node), strict=False) if isinstance(value, tuple) else [(value, node.place)]
    strange = [_bad_value(key, one, place) for one, place in given if key.choices and one not in key.choices]
    if strange:
        return None, [_look_alike(node, kind, key) or strange[0]]
    twice = _twice(node, key, value)
    return (None, [twice]) if twice else (value, [])


def _twice(node: Node, key: Key, value: object) -> Issue | None:
    """The issue of a list that names one thing twice."""
    seen: set[object] = set()
    given = zip(value, _places(node), strict=False) if isinstance(value, tuple) and isinstance(node, Sequence) else ()
    for item, place in given:
        if item in seen:
            return Issue("bad-value", place, f"{key.name} names {item} twice", "name each once")
        seen.add(item)
    return None


def _not_of_type(key: Key, kind: ValueType, node: Node, wrong: WrongValue) -> str:
    """What a value should be: of a list that is one, the item that is none of its kind."""
    item = _item_at(node, wrong.place)
    if kind.name in _OF_ITEMS and isinstance(item, Scalar):
        return f"{key.name} holds {item.value or ''!r}, which is not {_OF_ITEMS[kind.name].doc}"
    return f"{key.name} must be {kind.doc}"


def _item_at(node: Node, place: SourcePosition) -> Node | None:
    items = node.items if isinstance(node, Sequence) else ()
    return next((item for item in items if item.place == place), None)


def _way_out(key: Key, kind: ValueType, node: Node, wrong: WrongValue) -> str:
    """The value that was meant, where that can be told, and what the key says."""
    part = _item_at(node, wrong.place)
    meant = suggestion(_OF_ITEMS.get(kind.name, kind), part) if part else suggestion(kind, node)
    if meant:
        return f"write {meant} ({key.name}: {key.doc})"
    if isinstance(wrong, WrongLanguage):
        return f"put them into English ({key.name}: {key.doc})"
    return f"{key.doc}; ids stand in content/{key.refers_to}s.yaml" if key.refers_to else key.doc


def _cut(node: Node, key: Key) -> Issue | None:
    """The issue of a text behind which a comment stands in its line, since the words may go on in it."""
    match node:
        case Sequence(items=items):
            return next(filter(None, (_cut(item, key) for item in items)), None)
        case Mapping(items=named) if key.annotation is Bilingual:
            return next(filter(None, (_cut(item, key) for item in named.values())), None)
        case Scalar(comment=SourcePosition() as place) if _is_free(key):
            message = f"# begins a comment here, so that {key.name} ends before it"
            hint = "put the value in quotes where # is a part of it, and a comment on a line of its own"
            return Issue("text-cut", place, message, hint)
    return None


def _is_free(key: Key) -> bool:
    """True of a key that takes any words."""
    return not key.choices and key.annotation in (str, tuple[str, ...], English, tuple[English, ...], Bilingual)


def _look_alike(node: Node, kind: ValueType, key: Key) -> Issue | None:
    """The issue of a value that would be taken if it were written in ASCII; None of one that is wrong all the same."""
    if isinstance(node, Mapping):
        alike = next((name for name in node.items if "：" in name), "")
        if alike:
            return full_width_colon(node.key_places[alike], alike)
        blanks = (blank_in_key(place, name, ("zh", "en")) for name, place in node.key_places.items())
        return next(filter(None, blanks), None) or _swallowed(node, ("zh", "en"))
    meant = _written_plainly(node)
    if not _is_taken(meant, kind, key):
        return None
    items = node.items if isinstance(node, Sequence) and isinstance(meant, Sequence) else (node,)
    for item in items:
        text = item.value or "" if isinstance(item, Scalar) else ""
        now = ", ".join(plain_parts(text)) if isinstance(meant, Sequence) else plain(text)
        if now != text:
            return Issue("look-alike", item.place, f"{key.name} is {named_alikes(text)}", f"write it as {now}")
    return None


def _swallowed(node: Mapping, known: Collection[str]) -> Issue | None:
    """The issue of a value that holds the next key, since a full-width comma stands between the two."""
    for item in node.items.values():
        comma = full_width_comma(item.value or "") if isinstance(item, Scalar) else None
        if comma and comma[1] in known and comma[1] not in node.items:
            message = f"a full-width comma parts no keys: {comma[1]} stands within the value before it"
            place = SourcePosition(item.place.path, item.place.line, item.place.col + comma.start())
            return Issue("look-alike", place, message, "write an ASCII comma and a space")
    return None


def _written_plainly(node: Node) -> Node:
    """A value as it would be in ASCII, items that a full-width comma joins apart."""
    if isinstance(node, Scalar) and in_full_width_brackets(node.value or ""):
        node = Sequence((node,), node.place)
    if isinstance(node, Sequence):
        items = [plain_parts(item.value or "") if isinstance(item, Scalar) else () for item in node.items]
        return Sequence(tuple(Scalar(part, node.place) for parts in items for part in parts), node.place)
    return Scalar(plain(node.value or ""), node.place) if isinstance(node, Scalar) else node


def _is_taken(node: Node, kind: ValueType, key: Key) -> bool:
    """True of a value that is of its type, and of the closed set where there is one."""
    try:
        value = kind.read(node)
    except WrongValue:
        return False
    return not key.choices or {*(value if isinstance(value, tuple) else (value,))} <= {*key.choices}


def _places(node: Node) -> tuple[SourcePosition, ...]:
    """Where the items of a list, or the keys of a mapping, stand."""
    match node:
        case Sequence(items=items):
            return tuple(item.place for item in items)
        case Mapping(key_places=places):
            return tuple(places.values())
    return ()


def _not_a_mapping(node: Node, kind: type[Record]) -> Issue:
    if isinstance(node, Scalar) and node.value and "：" in node.value:
        return full_width_colon(node.place, node.value.splitlines()[0])
    value = node.value or "" if isinstance(node, Scalar) else ""
    if blank := blank_in_key(node.place, value, [key.name for key in kind.keys]):
        return blank
    if joined := joined_key(value):
        return no_space(node.place, *joined)
    message = f"{one(kind)} is needed here, with keys"
    return Issue("wrong-type", node.place, message, _names(kind))


def _unknown_keys(node: Mapping, kind: type[Record]) -> Iterator[Issue]:
    known = [key.name for key in kind.keys]
    for name, place in node.key_places.items():
        if name in known:
            continue
        joined = joined_key(name)
        if blank := blank_in_key(place, name, known):
            yield blank
        elif "：" in name:
            yield full_width_colon(place, name)
        elif joined and joined[0] in known:
            yield no_space(place, *joined)
        elif meant_key(name) in known:
            message = f"the key {name!r} is {named_alikes(name)}"
            yield Issue("look-alike", place, message, f"write it as {meant_key(name)}")
        else:
            near = _meant(name, kind)
            hint = f"did you mean {near}?" if near else _names(kind)
            yield Issue("unknown-key", place, f"{one(kind)} has no key {name!r}", hint)


def _meant(name: str, kind: type[Record]) -> str:
    """The key that one which a kind of record does not have may be meant for, '' for none."""
    known = [key.name for key in kind.keys]
    plain = re.split("[：:]", name)[0].strip()
    near = (
        []
        if name in known
        else [plain]
        if plain in known
        else get_close_matches(plain.lower()[:_LONGEST_KEY], known, 1)
    )
    return near[0] if near else ""


def _names(kind: type[Record]) -> str:
    return "keys: " + ", ".join(key.name for key in kind.keys)


def _missing(keys: list[Key], kind: type[Record], place: SourcePosition) -> Issue:
    """The issue of a record that lacks keys: they are told at once, since it was begun and not finished."""
    *others, last = (key.name for key in keys)
    names = f"{', '.join(others)} and no {last}" if others else last
    hint = "; ".join(f"{key.name}: {key.doc}" for key in keys)
    return Issue("missing-key", place, f"this {noun(kind)} has no {names}", hint)


def _bad_value(key: Key, value: object, place: SourcePosition) -> Issue:
    near = choice_for(str(value), key.choices)
    hint = (f"did you mean {near}? " if near else "") + "allowed: " + ", ".join(key.choices)
    return Issue("bad-value", place, f"{key.name} cannot be {value!r}", hint)
