"""Static files with a hash of their content in their names, so that a changed file has a new address."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..project import is_litter

_TEXTS = (".css", ".js", ".json", ".svg", ".txt", ".xml", ".webmanifest")


@dataclass(frozen=True, slots=True)
class Assets:
    """The static files by their path in the site, and their published path by the name that templates use."""

    files: dict[str, bytes]
    paths: dict[str, str]


def assets_of(*folders: Path) -> Assets:
    """The files of folders, each as assets/<name>.<hash><ending>; of two with one name, the first folder's."""
    found = {path.name: path for folder in reversed(folders) if folder.is_dir() for path in _static(folder)}
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name, path in sorted(found.items()):
        data = path.read_bytes()
        if path.suffix in _TEXTS:
            data = data.removeprefix(codecs.BOM_UTF8)
        published = f"assets/{path.stem}.{hashlib.sha256(data).hexdigest()[:10]}{path.suffix}"
        files[published] = data
        paths[name] = published
    return Assets(files, paths)


def _static(folder: Path) -> Iterator[Path]:
    """The static files of a folder, without what systems and editors leave there."""
    return (path for path in folder.iterdir() if path.is_file() and not is_litter(path.name))
