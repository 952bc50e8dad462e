"""A program that has only the data package: it reads the descriptor, holds every file against it, and types the cells.

It shares no code with what wrote the package.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class ReadPackage:
    """The rows of each table, typed, and each text by its path; what is no text is held against its hash only."""

    descriptor: dict[str, Any]
    tables: dict[str, list[dict[str, Any]]]
    texts: dict[str, str]


def package_in(files: Mapping[str, bytes], folder: str = "data/") -> ReadPackage:
    """The package below a folder. A file that has not the bytes the descriptor gives is refused."""
    descriptor = json.loads(files[f"{folder}datapackage.json"])
    tables: dict[str, list[dict[str, Any]]] = {}
    texts: dict[str, str] = {}
    for resource in descriptor["resources"]:
        every = [held(files[folder + one["path"]], one) for one in resource.get("parts", [resource])]
        if isinstance(resource["path"], list) and [one["path"] for one in resource["parts"]] != resource["path"]:
            raise ValueError(f"{resource['name']} is not what the package describes")
        if resource.get("type") == "table":
            tables[resource["name"]] = [row for one in every for row in table(one, resource["schema"]["fields"])]
        elif "encoding" in resource:
            texts[resource["path"]] = b"".join(every).decode(resource["encoding"])
    return ReadPackage(descriptor, tables, texts)


def held(data: bytes, described: Mapping[str, Any]) -> bytes:
    """A file that has the bytes which are described. Raises ValueError."""
    if (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}") != (described["bytes"], described["hash"]):
        raise ValueError(f"{described['path']} is not what the package describes")
    return data


def table(data: bytes, fields: list[dict[str, str]]) -> list[dict[str, Any]]:
    """The rows of a CSV file by the fields of its schema."""
    read = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{field["name"]: typed(row[field["name"]], field["type"]) for field in fields} for row in read]


def typed(cell: str, kind: str) -> Any:
    """A cell as a value of its type; a text without the apostrophe that stands before it for spreadsheets."""
    match kind:
        case "string":
            return cell.removeprefix("'")
        case "array":
            return json.loads(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
        case "integer":
            return int(cell) if cell else None
    return Decimal(cell) if cell else None
