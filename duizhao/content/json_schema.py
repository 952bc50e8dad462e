"""A JSON Schema (2020-12) for each kind of file, made from the declarations of records, for editors and other tools.

A schema lets all pass that the reader takes. What it cannot say is left to the rules: which days exist, what a figure
says, whether a statement that is named is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .file_kinds import FILE_KINDS, FileKind
from .records import SharedRecords
from .schema import Key, Record, doc_of
from .value_types import JsonSchema, type_of
from .vocabulary import LANGUAGES

# Where the schemas stand unless another folder is named.
SCHEMAS = ".cache/schemas"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Known:
    """What a schema knows of a site: ids by the kind of record that has them, and the languages of its words."""

    ids: Mapping[str, tuple[str, ...]]
    languages: tuple[str, ...]


NOTHING_KNOWN = Known({}, LANGUAGES)


def schemas(known: Known = NOTHING_KNOWN) -> dict[str, JsonSchema]:
    """The schema of each kind of file, by the name of its file.

    Where a record of a kind is named, the ids of that kind are all that is allowed; any is, of a kind without ids.
    """
    return {schema_file(kind): _schema(kind, known) for kind in FILE_KINDS}


def schema_file(kind: FileKind[Any]) -> str:
    """The name of the file that holds the schema of a kind of file."""
    return f"{kind.name}.schema.json"


def schema_texts(known: Known = NOTHING_KNOWN) -> dict[str, str]:
    """The schemas as JSON, by the names of their files."""
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas(known).items()}


def editor_lines(folder: str = SCHEMAS) -> Iterator[tuple[FileKind[Any], str]]:
    """For each kind of YAML file the first line that leads an editor with a language server from it to its schema.

    `folder` is where the schemas stand, from the project's top. Front matter stands in a file of another language.
    """
    for kind in FILE_KINDS:
        if kind.path.endswith(".yaml"):
            up = "../" * kind.path.count("/")
            yield kind, f"# yaml-language-server: $schema={up}{folder}/{schema_file(kind)}"


def known_of(shared: SharedRecords, reports: Iterable[str]) -> Known:
    """What is known of a site by what its reports share and by their ids.

    Statements are left out: they come by the hour, and a schema that does not know the last one calls it wrong.
    """
    records = (shared.districts, shared.themes, shared.indicators, shared.initiatives, shared.terms)
    named = {kind[0].called: tuple(one.id for one in kind) for kind in records if kind}
    return Known(named | {"report": tuple(reports)}, shared.languages)


def _schema(kind: FileKind[Any], known: Known) -> JsonSchema:
    record = _record(kind.record, known)
    held = _list(record) | {"description": doc_of(kind.record)} if kind.many else record
    may_be_empty = kind.many or not record["required"]
    return {"$schema": _DIALECT} | (_or_nothing(held) if may_be_empty else held)


def _record(kind: type[Record], known: Known) -> JsonSchema:
    return {
        "title": kind.called,
        "description": doc_of(kind),
        "type": "object",
        "properties": {key.name: _key(key, known) for key in kind.keys},
        "required": [key.name for key in kind.keys if key.required_in(known.languages)],
        "additionalProperties": False,
    }


def _list(of_one: JsonSchema) -> JsonSchema:
    return {"title": f"list of {of_one['title']}s", "type": "array", "items": of_one}


def _key(key: Key, known: Known) -> JsonSchema:
    """What a key takes; one that need not be there may be null, as the reader has it."""
    if key.of and key.mixed:
        taken = _mixed(type_of(key.annotation, known.languages).schema, _record(key.of, known))
    elif key.of:
        record = _record(key.of, known)
        taken = _list(record) if key.many else record
    else:
        kind = type_of(key.annotation, known.languages)
        allowed = key.choices or known.ids.get(key.refers_to, ())
        taken = {"title": kind.doc} | (_closed(kind.schema, allowed) if allowed else kind.schema)
    said = taken | {"description": key.doc}
    return said if key.required_in(known.languages) else _or_nothing(said)


def _mixed(of_list: JsonSchema, record: JsonSchema) -> JsonSchema:
    """The schema of a list that also takes records; what is wrong in one of them is told where it stands."""
    return of_list | {"items": {"if": {"type": "object"}, "then": record, "else": of_list["items"]}}


def _closed(schema: JsonSchema, allowed: tuple[str, ...]) -> JsonSchema:
    """The schema of a word, or of a list of words, that must be among those allowed."""
    words: JsonSchema = {"type": "string", "enum": list(allowed)}
    return schema | {"items": words} if "items" in schema else words


def _or_nothing(schema: JsonSchema) -> JsonSchema:
    """The schema that also takes null."""
    given, enum = schema["type"], schema.get("enum")
    types = given if isinstance(given, list) else [given]
    return schema | {"type": [*types, "null"]} | ({"enum": [*enum, None]} if isinstance(enum, list) else {})
