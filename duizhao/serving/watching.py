"""Whether a file that a site is made of has changed, by the system's account of each: asked again and again.

What is done then is left to `building`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from ..project import Project, is_litter

Account = tuple[tuple[str, int, int, int], ...]


def account_of(project: Project) -> Account:
    """Path, size, time of change and place on disk of all that a person writes for a site, as far as it can be told.

    What systems and editors leave beside it is not looked at.
    """
    tops = dict.fromkeys((project.content, project.top / "theme", *project.themes))
    return tuple(row for top in tops for row in sorted(_rows(os.fspath(top))))


def _rows(folder: str) -> Iterator[tuple[str, int, int, int]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_litter(entry.name):
                continue
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield entry.path, -1, 0, 0
                    yield from _rows(entry.path)
                else:
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns, status.st_ino
