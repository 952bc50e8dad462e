"""The description of the downloads for other programs, by Data Package v2 (datapackage.org/standard/data-package).

The tables themselves are left to `tables`, the texts to `texts`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..content.locale import Words
from ..content.records import SiteSettings
from ..kept import File, bytes_of
from .collation_files import CollationFile
from .columns import Column, Table, said_codes, said_of
from .tables import TABLES
from .texts import TextFile

_PROFILES = "https://datapackage.org/profiles/2.0"


def descriptor(settings: SiteSettings, words: Words) -> dict[str, object]:
    """The description of all downloads together, without their list, in the words of one language."""
    language = words.language
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": settings.id,
        "title": f"{settings.title[language]}: {settings.claim[language]}",
        "homepage": settings.base_url,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": settings.publisher[language], "roles": ["publisher"]}],
        "description": " ".join(
            (words("data.licence"), words("data.arrays"), words("data.guard"), words("data.sheets"))
        ),
    }


def table_resources(csv_files: Mapping[str, Mapping[str, File]], words: Words) -> Iterator[dict[str, object]]:
    """The description of each table; `csv_files` are those of the tables, by table and path."""
    return (_table(table, csv_files[table.name], words) for table in TABLES)


def text_resources(texts: Iterable[TextFile], words: Words) -> Iterator[dict[str, object]]:
    """The description of each text."""
    return (_text(file, words) for file in texts)


def collation_resources(collations: Iterable[CollationFile], words: Words) -> Iterator[dict[str, object]]:
    """The description of each file of a collation table."""
    return (_collation(file, words) for file in collations)


def zip_resources(zips: Mapping[str, File], words: Words) -> Iterator[dict[str, object]]:
    """The description of each zip with all tables, given by their paths in the site."""
    for place, file in zips.items():
        path = place.removeprefix("data/")
        yield {
            **_file(path.removesuffix(".zip"), path, file),
            "format": "zip",
            "mediatype": "application/zip",
            "description": words("data.file.zip"),
        }


def _file(name: str, path: str, file: File) -> dict[str, object]:
    """What the package says of any file: its name, and the bytes that are held against it."""
    data = bytes_of(file)
    return {
        "name": name,
        "path": path,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _files(name: str, files: Mapping[str, File]) -> dict[str, object]:
    """What the package says of a table's file; of one in parts their paths in order, and what it says of each.

    The standard has `bytes` and `hash` for what is one file: those of parts stand in `parts`, which is our own.
    """
    every = [_file(name, path, file) for path, file in files.items()]
    if len(every) == 1:
        return every[0]
    parts = [{key: value for key, value in one.items() if key != "name"} for one in every]
    return {"name": name, "path": list(files), "parts": parts}


def _table(table: Table[Any], files: Mapping[str, File], words: Words, kind: str = "") -> dict[str, object]:
    """A table; `kind` names the words that say what a row is, where they are not the table's own."""
    return {
        **_files(table.name, files),
        "encoding": "utf-8",
        "type": "table",
        "description": words("data.row", row=words(f"data.row.{kind or table.name}")),
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "header": True,
        },
        "schema": _schema(table, words),
    }


def _text(file: TextFile, words: Words) -> dict[str, object]:
    """A file of text is named for what it is of which report: text-a, translation-a, source-a.

    A capture may be in another encoding than UTF-8, or be no text; then nothing is claimed of how it is to be read.
    """
    name = _file(f"{file.kind}-{file.report.id}", file.path, file.data)
    kind = file.path.rsplit(".", 1)[-1]
    is_text = kind == "txt" and (file.kind in ("text", "translation") or _is_utf8(bytes_of(file.data)))
    return {
        **name,
        **({"encoding": "utf-8"} if is_text else {}),
        "format": kind,
        **({"mediatype": "text/plain"} if is_text else {}),
        "title": file.report.title[words.language],
        "description": words(f"data.file.{file.kind}"),
    }


def _collation(file: CollationFile, words: Words) -> dict[str, object]:
    """A collation table: as a table it is described by its columns, as a document by what it is called."""
    if file.table:
        described = _table(file.table, {file.path: file.data}, words, "collation")
        return {**described, "name": file.name, "title": file.title}
    return {
        **_file(file.name, file.path, file.data),
        "format": "docx",
        "mediatype": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "title": file.title,
        "description": words(f"data.document.{file.language}"),
    }


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _schema(table: Table[Any], words: Words) -> dict[str, object]:
    foreign = [{"fields": [name], "reference": {"resource": other, "fields": ["id"]}} for name, other in table.foreign]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, words) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(column: Column[Any], words: Words) -> dict[str, object]:
    said = said_of(column, words)
    if column.codes:
        codes = (f"{code} {meaning}".rstrip() for code, meaning in said_codes(column, words))
        said = words("data.codes", what=said, codes=", ".join(codes))
    closed = {"constraints": {"enum": list(column.codes)}} if column.codes else {}
    return {"name": column.name, "type": column.type, "description": said, **closed}
