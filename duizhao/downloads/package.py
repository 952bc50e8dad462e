"""The description of the downloads for other programs, by Data Package v2 (datapackage.org/standard/data-package).

The tables themselves are left to `tables`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ..content.records import SiteSettings
from .columns import Column, Table
from .tables import TABLES

_PROFILES = "https://datapackage.org/profiles/2.0"


def descriptor(settings: SiteSettings, csv_files: Mapping[str, bytes]) -> dict[str, object]:
    """The whole description; `csv_files` are the CSV files of the tables by table."""
    language = settings.outward_language
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
        "description": "The licence is for annotations, glosses and translations; "
        "the report texts belong to their publishers.",
        "resources": [_resource(table, csv_files[table.name]) for table in TABLES],
    }


def _resource(table: Table[Any], data: bytes) -> dict[str, object]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": f"One row: {table.doc}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "header": True,
        },
        "schema": _schema(table),
    }


def _schema(table: Table[Any]) -> dict[str, object]:
    foreign = [{"fields": [name], "reference": {"resource": other, "fields": ["id"]}} for name, other in table.foreign]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(column: Column[Any]) -> dict[str, object]:
    doc = column.doc + ("; several are separated by ;" if column.many else "")
    return {"name": column.name, "type": column.type, "description": doc}
