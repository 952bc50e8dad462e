"""Whether a file that a site is made of has changed, by the system's account of each: asked again and again.

What is done then is left to `building`.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import PurePath

from ..at_once import Saved
from ..content.file_kinds import FILE_KINDS
from ..project import Project, is_litter

# The files of what all reports share, which lie in content/ itself.
_SHARED = frozenset(path.name for kind in FILE_KINDS if len((path := PurePath(kind.path)).parts) == 2)

Account = tuple[tuple[str, int, int, int], ...]


def account_of(project: Project) -> Account:
    """Path, size, time of change and place on disk of all that a person writes for a site, as far as it can be told.

    What systems and editors leave beside it is not looked at.
    """
    tops = dict.fromkeys((project.content, project.top / "theme", *project.themes))
    return tuple(row for top in tops for row in sorted(_rows(os.fspath(top))))


def likely_to_change(project: Project, account: Account, reports: Collection[str]) -> Account:
    """What of an account is of no report, or of one of these: what somebody is at work on who has them open."""
    root = os.path.join(os.fspath(project.content), "reports", "")
    own = tuple(os.path.join(root, name, "") for name in reports if name)
    return tuple(row for row in account if not row[0].startswith(root) or row[0].startswith(own))


def has_changed(before: Account) -> bool:
    """True where a file of an account is another one now. What came since is not looked for."""
    try:
        return any(size >= 0 and _status(path) != (size, *rest) for path, size, *rest in before)
    except OSError:
        return True


def _status(path: str) -> tuple[int, int, int]:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns, status.st_ino


def saved_between(project: Project, before: Account, after: Account) -> Saved:
    """What was saved between two accounts; nothing where anything else came, went or is another.

    What systems and editors leave beside the files is in no account.
    """
    changed = {row[0] for row in {*before} ^ {*after}}
    parts = [os.path.relpath(path, project.content).split(os.sep) for path in changed]
    content = [one for one in parts if one[0] != os.pardir]
    of_reports = [one for one in content if len(one) == 3 and one[0] == "reports"]
    shared = [one for one in content if one[0] == "prose" or (len(one) == 1 and one[0] in _SHARED)]
    if {row[0] for row in before} != {row[0] for row in after} or len(of_reports) + len(shared) != len(content):
        return Saved()
    return Saved(frozenset(name for _, name, _ in of_reports), bool(shared), len(content) < len(parts))


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
                    yield entry.path, *_status(entry.path)
