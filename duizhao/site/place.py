"""Where a site may go: links followed, and every place refused in which something else would be lost.

What is put there, and how, is left to `write`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..project import Project

_MOUNTS = Path("/proc/self/mountinfo")
LOCK, SPARE = ".gitignore", "spare"  # the file that is locked also keeps Git from seeing the workshop
_BETWEEN = {LOCK, SPARE}


class PlaceError(Exception):
    """Why nothing is written into a folder, in words for who named it."""


def folder_at(out: Path) -> Path:
    """The folder that a path means, which may still have to be made. Raises PlaceError where there can be none."""
    folder = Path(os.path.realpath(out))
    if not os.path.lexists(folder):
        if os.path.islink(out):
            raise PlaceError(f"{out} is a link to {folder}, which is not there; make that folder, or name another")
        above = next(path for path in folder.parents if os.path.lexists(path))
        if not above.is_dir():
            raise PlaceError(f"{out} cannot be written: {above} is no folder; name another")
    elif not folder.is_dir():
        raise PlaceError(f"{out} cannot be written: it is no folder; name another")
    return folder


def site_folder(out: Path) -> Path:
    """The folder that a path means, which can be exchanged for another. Raises PlaceError where it cannot."""
    folder = folder_at(out)
    if folder.parent == folder or os.path.ismount(folder) or folder in (mounts := {*mount_points()}):
        raise PlaceError(f"{out} is a mount point, which cannot be exchanged; name a folder in it")
    within = sorted(mount for mount in mounts if folder in mount.parents)
    if within:
        raise PlaceError(f"{within[0]} is mounted in {out}, which is exchanged as a whole; name another folder")
    return folder


def workshop_of(site: Path) -> Path:
    """Where the next site is made, beside the one that stands; it is there while a build is at work, or was killed.

    Of a site of many files it stays.
    """
    return site.with_name(f".{site.name}.duizhao")


def is_begun(workshop: Path, listed: Callable[[Path], Iterable[str]] = os.listdir) -> bool:
    """True where a workshop is not as it stays between builds: one is at work or was killed, or it is none."""
    try:
        return {*listed(workshop)} != _BETWEEN
    except FileNotFoundError:
        return False
    except OSError:  # who goes on to work there tells what it is
        return True


def require_apart(out: Path, project: Project) -> None:
    """Raises PlaceError where a site would lie among what people write, or these within the site."""
    folder = folder_at(out)
    if _holds(folder, project.top):
        raise PlaceError(f"{out} holds the project itself; name a folder of its own")
    for name, kept in _written_by_people(project):
        if _holds(kept, folder) or _holds(folder, kept):
            raise PlaceError(f"{out} is no place for a site: {name} is written by people; name another folder")


def mount_points(table: Path = _MOUNTS) -> Iterator[Path]:
    """Where file systems are mounted, folders of the same one included; nothing where the system has no table."""
    try:
        lines = table.read_bytes().split(b"\n")
    except OSError:
        return
    for line in lines:
        fields = line.split(b" ")
        if len(fields) > 4:
            name = re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8)]), fields[4])
            yield Path(os.fsdecode(name))


def _written_by_people(project: Project) -> Iterable[tuple[str, Path]]:
    own = ("content", "templates", "theme", ".git")
    return (*((f"{name}/", project.top / name) for name in own), ("the theme", project.whole_theme))


def _holds(outer: Path, inner: Path) -> bool:
    """True where `inner` is `outer` or lies below it, however either is spelt."""
    real = Path(os.path.realpath(inner))
    if Path(os.path.realpath(outer)) in (real, *real.parents):
        return True
    return outer.exists() and any(path.exists() and path.samefile(outer) for path in (real, *real.parents))
