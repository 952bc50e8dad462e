"""A further record put behind those of a file that people write, in the file's own layout.

Whether the record goes together with the rest of the content is left to the rules.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import yaml

from ..content.file_kinds import FileKind
from ..content.nodes import node_of
from ..content.reader import records_of
from ..content.schema import Bilingual
from ..content.yaml_words import Value, keys_in_yaml
from ..text.line_ends import with_ends_of


class NotAdded(Exception):
    """Why a record cannot be put into its file, in words for who asked for it."""


def with_record(
    kind: FileKind[Any], data: bytes, values: Mapping[str, Value], languages: Collection[str]
) -> tuple[bytes, int]:
    """A file of records with one more at its end, all else as it was, and the line on which that begins.

    Raises NotAdded where the file is not what it should be, or has such a record.
    """
    text = _text(kind, data)
    before, wrong = _records(kind, text, languages)
    if wrong:
        raise NotAdded(f"{kind.path} has mistakes, which come first: duizhao check shows them")
    name = values[kind.named_by]
    if name in {getattr(record, kind.named_by) for record in before}:
        raise NotAdded(f"{kind.path} has {name} already")
    made, line = _appended(kind, text, values)
    after, wrong = _records(kind, made, languages)
    if wrong:
        first = min(wrong, key=lambda issue: issue.place)
        raise NotAdded(f"{first.message}; {first.hint}" if first.hint else first.message)
    if after[:-1] != before:
        raise NotAdded(f"nothing can be put behind what {kind.path} ends in; write the record there by hand")
    mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
    return (mark + with_ends_of(data.decode("utf-8-sig"), made)).encode(), line


def in_order_of(
    kind: FileKind[Any], values: Mapping[str, Value | None], languages: Collection[str]
) -> dict[str, Value]:
    """The values that are given, by key, in the order in which the record declares them; English where it is asked for.

    Raises NotAdded where one that must be there is not given, naming all that are missing.
    """
    keys = [key for key in kind.record.keys if key.required_in(languages) or key.name in values]
    missing = []
    for key in keys:
        value = values.get(key.name)
        if value is None or value == "" or value == ():
            missing += [key.name] if key.required_in(languages) else []
        elif key.annotation is Bilingual and isinstance(value, Mapping):
            missing += [f"{key.name} ({name})" for name in ("zh", *languages) if not value.get(name)]
    if missing:
        raise NotAdded(f"{kind.record.called} {values.get(kind.named_by)} lacks {', '.join(dict.fromkeys(missing))}")
    given = ((key, values.get(key.name)) for key in keys)
    return {key.name: _words(value) for key, value in given if value not in (None, "", ())}


def _words(value: Value) -> Value:
    """A value without what is empty in it."""
    return {name: item for name, item in value.items() if item} if isinstance(value, Mapping) else value


def _text(kind: FileKind[Any], data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise NotAdded(f"{kind.path} is not UTF-8; duizhao check says where") from error


def _records(kind: FileKind[Any], text: str, languages: Collection[str]) -> tuple[tuple[Any, ...], list[Any]]:
    node, issues = node_of(text, kind.path)
    records, found = records_of(node, kind.record, languages) if node else ((), [])
    return records, issues + found


def _appended(kind: FileKind[Any], text: str, values: Mapping[str, Value]) -> tuple[str, int]:
    """The text with the record at its end, indented as the records before it."""
    root = yaml.compose(text, Loader=yaml.SafeLoader) if text.strip() else None
    if isinstance(root, yaml.SequenceNode) and root.flow_style:
        if root.value:
            raise NotAdded(f"{kind.path} stands in brackets; begin each of its records with `- ` first")
        text = text[: root.start_mark.index] + text[root.end_mark.index :].lstrip(" ")
        root = None
    indent = " " * root.start_mark.column if isinstance(root, yaml.SequenceNode) else ""
    lines = keys_in_yaml(values)
    block = [f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]
    head = text if not text or text.endswith("\n") else f"{text}\n"
    return head + "\n".join(block) + "\n", head.count("\n") + 1
