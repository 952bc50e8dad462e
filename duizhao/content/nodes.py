"""YAML read strictly and with positions: every scalar stays a string, every mistake is an issue.

What the keys mean is left to `reader`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from ..issues import Issue, SourcePosition
from ..text.characters import strays
from .look_alikes import alike_in_syntax
from .text_files import sightings


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string as written, or None for `null`, `~` and nothing at all."""

    value: str | None
    place: SourcePosition


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: SourcePosition


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order written; `key_places` says where each key stands."""

    items: dict[str, Node]
    key_places: dict[str, SourcePosition]
    place: SourcePosition


Node = Scalar | Sequence | Mapping

DEEPEST = 60
_LEAD = re.compile(r"[ ?:-]*")
_BRACKET = re.compile(r"[\[\]{}]")
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
        mark = error.problem_mark or error.context_mark
        place = _at(mark, text, path, first_line) if mark else SourcePosition(path, first_line)
        cause = alike_in_syntax(text, mark.line if mark else 0, path, first_line)
        cause = cause or _open_quote(text, error, path, first_line)
        if cause:
            return None, [cause]
        hint = "a value with `: `, `#` or a leading quote, bracket or `*` must stand in quotes"
        return None, [Issue("yaml-syntax", place, error.problem or str(error), hint)]
    except yaml.YAMLError as error:  # the reader's own: a control character
        return None, [Issue("yaml-syntax", SourcePosition(path, first_line), str(error).splitlines()[0])]
    if root is None:
        return Mapping({}, {}, SourcePosition(path, first_line)), []
    alias = _alias(text, path, first_line)
    if alias:
        return None, [Issue("yaml-syntax", alias, "an alias (*name) is not read here", "write the value out")]
    return _converted(root, path, first_line)


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


def _at(mark: yaml.Mark, text: str, path: str, first_line: int) -> SourcePosition:
    """The place of a mark; the end of a text for the line after its last, where YAML still looks for something."""
    lines = text.split("\n")
    if mark.line < len(lines):
        return SourcePosition(path, first_line + mark.line, mark.column + 1)
    return SourcePosition(path, first_line + len(lines) - 1, len(lines[-1]) + 1)


def _alias(text: str, path: str, first_line: int) -> SourcePosition | None:
    """Where the first YAML alias stands: it could contain itself, and nobody needs it here."""
    if not re.search(r"(?:^|[\s\[{,])\*\w", text):
        return None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) and event.start_mark:
            return SourcePosition(path, first_line + event.start_mark.line, event.start_mark.column + 1)
    return None


def _open_quote(text: str, error: yaml.MarkedYAMLError, path: str, first_line: int) -> Issue | None:
    """The issue of a quote that is not closed: YAML reads on to the next one, and errs where that stands."""
    if error.context_mark and "quoted scalar" in (error.context or ""):
        opened, message = error.context_mark, "the quote that opens here is not closed"
    else:
        last = _last_quoted(text)
        at = error.problem_mark
        if not last or not at or last.start_mark.line == last.end_mark.line or last.end_mark.line != at.line:
            return None
        opened = last.start_mark
        message = f"the quote that opens here runs to line {first_line + at.line}; its own end may be missing"
    place = SourcePosition(path, first_line + opened.line, opened.column + 1)
    hint = "close it; a quote within quotes is written \\\" between double ones and '' between single ones"
    return Issue("yaml-syntax", place, message, hint)


def _last_quoted(text: str) -> yaml.ScalarToken | None:
    """The last text in quotes before YAML cannot go on."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.YAMLError:
        pass  # the very error
    return last


def _converted(node: yaml.Node, path: str, first: int) -> tuple[Node, list[Issue]]:
    place = SourcePosition(path, first + node.start_mark.line, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        null = not node.style and node.value in _PLAIN_NULLS
        return Scalar(None if null else node.value, place), _escaped_strays(node.value, place)
    if isinstance(node, yaml.SequenceNode):
        read = [_converted(item, path, first) for item in node.value]
        return Sequence(tuple(item for item, _ in read), place), [issue for _, found in read for issue in found]
    return _mapping(node.value, path, first, place)


def _escaped_strays(text: str, place: SourcePosition) -> list[Issue]:
    """The issues of stray characters in a value: in the file itself there is none, so that an escape made them."""
    told = sightings(strays(text), lambda _: place)
    return [Issue("odd-character", one.place, one.message, "take the escape out") for one in told]


def _mapping(
    pairs: Iterable[tuple[yaml.Node, yaml.Node]], path: str, first: int, place: SourcePosition
) -> tuple[Mapping, list[Issue]]:
    issues: list[Issue] = []
    items: dict[str, Node] = {}
    places: dict[str, SourcePosition] = {}
    for key, value in pairs:
        at = SourcePosition(path, first + key.start_mark.line, key.start_mark.column + 1)
        name = key.value if isinstance(key, yaml.ScalarNode) else None
        issues += _escaped_strays(name or "", at)
        if name is None:
            issues.append(Issue("wrong-type", at, "a key must be a word"))
        elif name in items:
            message = f"the key {name!r} stands here a second time; the first is on line {places[name].line}"
            issues.append(Issue("duplicate-key", at, message, "keep one of the two"))
        else:
            places[name] = at
            items[name], found = _converted(value, path, first)
            issues += found
    return Mapping(items, places, place), issues
