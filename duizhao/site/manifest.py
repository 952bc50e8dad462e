"""The list of what a build wrote, which lies in the site: the only licence to delete; and what else stands there.

What is done with either is left to `write`.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .disk import Disk, Status
from .place import PlaceError

MANIFEST = ".duizhao.json"
# A part of a path that is empty, or one or two dots; between paths stands a sign that none of them can have.
_OUTSIDE = re.compile(r"(?:\A|[/\0])\.{0,2}(?:[/\0]|\Z)").search


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something in a site that no build wrote: its path from the site's top, and what it is."""

    path: str
    status: Status

    @property
    def is_folder(self) -> bool:
        return stat.S_ISDIR(self.status.st_mode)

    @property
    def is_file(self) -> bool:
        return stat.S_ISREG(self.status.st_mode)


def manifest_of(files: Iterable[str]) -> bytes:
    """The list of the files of a site, in ASCII: a name that is no UTF-8 is written, too."""
    return (json.dumps({"written": sorted(files)}, indent=0) + "\n").encode()


def listed_in(disk: Disk, site: Path) -> frozenset[str] | None:
    """The files that a build wrote into a folder; None where it holds no list. Raises PlaceError for a spoilt one."""
    path = site / MANIFEST
    if not disk(os.path.lexists, path):
        return None
    try:
        if not stat.S_ISREG(disk(os.lstat, path).st_mode):
            raise ValueError(path)
        written = json.loads(disk(path.read_bytes))["written"]
        if written and _OUTSIDE("\0".join(written)):
            raise ValueError(path)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise PlaceError(f"{path} is not the list that a build wrote; take the folder away, or name another") from error
    return frozenset(written)


def is_within(name: str) -> bool:
    """True for a path that stays below the folder from which it is counted."""
    return _OUTSIDE(name) is None


def folders_of(files: Iterable[str]) -> list[str]:
    """The folders above files, each after those above it."""
    found: set[str] = set()
    for name in files:
        while (name := name.rpartition("/")[0]) and name not in found:
            found.add(name)
    return sorted(found)


def foreign_of(found: Iterable[tuple[str, Status]], written: frozenset[str]) -> list[Foreign]:
    """Of what was found in a site what no build wrote, a folder before what it holds. What took the place of a written
    file is foreign, too.
    """
    folders = {*folders_of(written)}
    return [
        Foreign(path, status)
        for path, status in found
        if path != MANIFEST
        and not (stat.S_ISREG(status.st_mode) and path in written)
        and not (stat.S_ISDIR(status.st_mode) and path in folders)
    ]
