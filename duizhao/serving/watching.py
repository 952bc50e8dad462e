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


def reports_saved(project: Project, before: Account, after: Account) -> frozenset[str]:
    """The ids of the reports whose files are others in the second account; none where anything else came, went or is.

    What systems and editors leave beside the files is in no account.
    """
    changed = {row[0] for row in {*before} ^ {*after}}
    inside = [os.path.relpath(path, project.content).split(os.sep) for path in changed]
    if {row[0] for row in before} != {row[0] for row in after} or any(
        len(parts) != 3 or parts[0] != "reports" for parts in inside
    ):
        return frozenset()
    return frozenset(name for _, name, _ in inside)


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
