"""YAML read strictly and with positions: every scalar stays a string, every mistake is an issue.

What is meant where YAML cannot read on is left to `syntax`, what the keys mean to `reader`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from sys import intern

import yaml

from ..issues import Issue, SourcePosition
from ..text.characters import strays
from .syntax import cause_of, misread
from .text_files import sightings

_SHORT = 24  # characters


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string as written, or None for `null`, `~` and nothing at all.

    `comment` is where a comment begins in the line of a value without quotes: it may be a part of the words.
    """

    value: str | None
    place: SourcePosition
    comment: SourcePosition | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: SourcePosition


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order written; `key_places` says where each key stands.

    `again` are the keys that stand in it a second time, with their values.
    """

    items: dict[str, Node]
    key_places: dict[str, SourcePosition]
    place: SourcePosition
    again: tuple[tuple[str, Node], ...] = ()


Node = Scalar | Sequence | Mapping

DEEPEST = 60
_LEAD = re.compile(r"[ ?:-]*")
_BRACKET = re.compile(r"[\[\]{}]")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_PLAIN_NULLS = {"", "~", "null", "Null", "NULL"}


def node_of(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Issue]]:
    """The YAML document in `text` as nodes, and what is wrong with it; None where nothing could be read.

    `first_line` is the line of `path` at which `text` begins. An empty document is an empty mapping.
    Scalars are never converted: `no`, `010` and `1:30` stay the strings they are (YAML 1.1 would change them).
    """
    deep = _too_deep(text, path, first_line)
    if deep:
        return None, [deep]
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, [cause_of(text, error, path, first_line)]
    except yaml.YAMLError as error:  # the reader's own: a control character
        return None, [Issue("yaml-syntax", SourcePosition(path, first_line), str(error).splitlines()[0])]
    if root is None:
        return Mapping({}, {}, SourcePosition(path, first_line)), []
    wrong = misread(text, path, first_line)
    return (
        (None, [wrong]) if wrong else _converted(root, _Source(path, first_line, tuple(text.split("\n")), "\\" in text))
    )


def _too_deep(text: str, path: str, first_line: int) -> Issue | None:
    """The issue of a text nested deeper than any record is: to compose it, the parser calls itself, and would die."""
    if not _may_be_deep(text):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST and event.start_mark:
                mark = event.start_mark
                place = SourcePosition(path, first_line + mark.line, mark.column + 1)
                hint = "no record is: look for brackets or dashes that were repeated"
                return Issue("too-large", place, f"this is nested more than {DEEPEST} deep", hint)
    except yaml.YAMLError:
        pass  # composing it meets the same, no deeper than this came
    return None


def _may_be_deep(text: str) -> bool:
    """True where the brackets and indents alone do not tell that nothing is deep; all others are read once."""
    depth = 0
    for line in text.split("\n"):
        head = _LEAD.match(line)
        if head and len(head.group()) > DEEPEST:
            return True
        for bracket in _BRACKET.finditer(line):
            depth = depth + 1 if bracket.group() in "[{" else max(0, depth - 1)
            if depth > DEEPEST // 2:
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Source:
    """A text in its file: path, the line at which it begins, its lines, and whether it may spell characters out."""

    path: str
    first_line: int
    lines: tuple[str, ...]
    escapes: bool

    def place(self, mark: yaml.Mark) -> SourcePosition:
        return SourcePosition(self.path, self.first_line + mark.line, mark.column + 1)


def _converted(node: yaml.Node, source: _Source) -> tuple[Node, list[Issue]]:
    place = source.place(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        null = not node.style and node.value in _PLAIN_NULLS
        # Ids, kinds and units come again and again: of each there is one, also where the records are remembered.
        value = None if null else intern(node.value) if len(node.value) < _SHORT else node.value
        return Scalar(value, place, _comment_behind(node, source)), _escaped_strays(node.value, place, source)
    if isinstance(node, yaml.SequenceNode):
        read = [_converted(item, source) for item in node.value]
        return Sequence(tuple(item for item, _ in read), place), [issue for _, found in read for issue in found]
    return _mapping(node.value, source, place)


def _comment_behind(node: yaml.ScalarNode, source: _Source) -> SourcePosition | None:
    """Where a comment begins that stands in the line in which a value without quotes ends."""
    if node.style or not node.value:
        return None
    end = node.end_mark
    rest = source.lines[end.line][end.column :] if end.line < len(source.lines) else ""
    sign = len(rest) - len(rest.lstrip(" \t"))
    return (
        SourcePosition(source.path, source.first_line + end.line, end.column + sign + 1)
        if rest[sign:][:1] == "#"
        else None
    )


def _escaped_strays(text: str, place: SourcePosition, source: _Source) -> list[Issue]:
    """The issues of stray characters in a value: in the file itself there is none, so that an escape made them."""
    if not source.escapes:
        return []
    told = sightings(strays(text), lambda _: place)
    return [Issue("odd-character", one.place, one.message, "take the escape out") for one in told]


def _mapping(
    pairs: Iterable[tuple[yaml.Node, yaml.Node]], source: _Source, place: SourcePosition
) -> tuple[Mapping, list[Issue]]:
    pairs, issues = _without_thousands(pairs, source)
    items: dict[str, Node] = {}
    places: dict[str, SourcePosition] = {}
    again: list[tuple[str, Node, SourcePosition]] = []
    for key, value in pairs:
        at = source.place(key.start_mark)
        name = key.value if isinstance(key, yaml.ScalarNode) else None
        issues += _escaped_strays(name or "", at, source)
        if name is None:
            issues.append(Issue("wrong-type", at, "a key must be a word"))
            continue
        node, found = _converted(value, source)
        if name in items:
            again.append((name, node, at))
        else:
            places[name], items[name] = at, node
            issues += found
    issues += _repeated(again, places)
    return Mapping(items, places, place, tuple((name, node) for name, node, _ in again)), issues


def _without_thousands(
    pairs: Iterable[tuple[yaml.Node, yaml.Node]], source: _Source
) -> tuple[list[tuple[yaml.Node, yaml.Node]], list[Issue]]:
    """The pairs without the keys that are groups of a number's digits, since a comma parts keys in brackets.

    Of each such number there is an issue at its first digits.
    """
    kept: list[tuple[yaml.Node, yaml.Node]] = []
    groups: dict[int, list[str]] = {}
    for key, value in pairs:
        last = len(kept) - 1
        is_group = last >= 0 and _GROUP.fullmatch(_plain(key)) and not _plain(value) and _is_number(kept[last][1])
        if is_group:
            groups.setdefault(last, []).append(_plain(key))
        else:
            kept.append((key, value))
    issues = []
    for at, digits in groups.items():
        key, first = kept[at]
        message = f"{_plain(key)} holds a comma, which parts keys"
        hint = f"write {''.join((_plain(first), *digits))}, without separators"
        issues.append(Issue("wrong-type", source.place(first.start_mark), message, hint))
    return kept, issues


def _is_number(node: yaml.Node) -> bool:
    return re.fullmatch("[+-]?[0-9]{1,3}", _plain(node)) is not None


def _plain(node: yaml.Node) -> str:
    """The words of a value that stands without quotes; '' of any other."""
    return node.value if isinstance(node, yaml.ScalarNode) and not node.style else ""


def _repeated(again: list[tuple[str, Node, SourcePosition]], places: dict[str, SourcePosition]) -> Iterable[Issue]:
    """The issues of keys that stand in a mapping a second time; one of all from where its first key begins anew."""
    first = next(iter(places), "")
    single = list(takewhile(lambda one: one[0] != first or len(again) == 1, again))
    for name, _, at in single:
        message = f"the key {name!r} stands here a second time; the first is on line {places[name].line}"
        yield Issue("duplicate-key", at, message, "keep one of the two")
    if len(single) < len(again):
        _, node, at = again[len(single)]
        others = len(again) - len(single) - 1
        message = (
            f"the key {first!r} stands here a second time, and {others} other{'s' * (others > 1)} behind it; "
            f"the first is on line {places[first].line}"
        )
        value = f" {node.value}" if isinstance(node, Scalar) and node.value else ""
        yield Issue("duplicate-key", at, message, f"a record begins with `- `: write - {first}:{value}")
