"""A new site, made whole beside the one that stands: what stays as it stands takes a second place in it.

Of a site of many files the one before the last is kept, less what it alone has: then only what differs takes a place,
and no folder is made but a new one. What becomes of what is made is left to `write`.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from errno import EACCES, EINVAL, EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EXDEV
from pathlib import Path

from ..kept import File, Kept, bytes_of
from .disk import (
    READABLE_FILE,
    READABLE_FOLDER,
    Disk,
    Status,
    delete_all,
    entries,
    flush,
    make_file,
    make_folder,
    make_readable,
)
from .manifest import MANIFEST, Foreign, folders_of, foreign_of, listed_in, manifest_of
from .place import SPARE, PlaceError, workshop_of

_NO_LINKS = frozenset({EPERM, EACCES, EXDEV, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL})
# So many files have to have a place in both sites before the old one is kept: few are placed anew as soon.
MANY = 4_000


@dataclass(frozen=True, slots=True)
class Place:
    """A site, its workshop, and the door to the disk."""

    site: Path
    disk: Disk
    workshop: Path
    making: Path
    whole: Path
    old: Path
    spare: Path

    def has(self, path: Path) -> bool:
        return self.disk(os.path.lexists, path)

    def is_empty(self) -> bool:
        """True where there is nothing that could be a site."""
        return not self.has(self.site) or not self.disk(os.listdir, self.site)


def place_at(site: Path, disk: Disk) -> Place:
    """Where a site stands and is made."""
    workshop = workshop_of(site)
    return Place(site, disk, workshop, workshop / "making", workshop / "whole", workshop / "old", workshop / SPARE)


def made_beside(at: Place, files: Mapping[str, File]) -> tuple[str, ...]:
    """Makes the whole new site beside the old one; returns what was kept that no build wrote."""
    there, spared = at.has(at.site), _spared(at)
    foreign = foreign_of(entries(at.disk, at.site), listed_in(at.disk, at.site) or frozenset()) if there else []
    folders = dict.fromkeys(folders_of(files))
    kept = _without_clashes(at, files, folders, foreign)
    made = {**files, MANIFEST: manifest_of(files)}
    stands = _begun(at, spared, made, folders)
    if there:  # what groups may do in the folder, and to whom new files belong
        mode = at.disk(os.stat, at.site).st_mode | at.disk(os.stat, at.making).st_mode
        at.disk(os.chmod, at.making, stat.S_IMODE(mode))
    for name in folders:
        if name not in stands:
            make_folder(at.disk, os.path.join(at.making, name))
    for name, file in made.items():
        if not isinstance(file, Kept) and there and _stands(at, name, file):
            file = Kept(at.site / name, len(file))
        _put(at, file, os.path.join(at.making, name), stands.get(name))
    for one in kept:
        _carry(at, one)
    for one in reversed(kept):
        if one.is_folder and one.path not in folders:
            at.disk(os.chmod, at.making / one.path, stat.S_IMODE(one.status.st_mode))
    at.disk(flush, at.making)
    at.disk(os.rename, at.making, at.whole)
    return tuple(one.path for one in kept if not one.is_folder)


def make_spare(at: Place, files: Collection[str]) -> None:
    """Gives the many files of a site a second place, where the site before it has left none.

    So the first edit after a build of everything is written as soon as the next ones. Where a file can have one place
    only there is none; a build is none the worse for it, whatever fails.
    """
    if len(files) < MANY or at.has(at.spare):
        return
    try:
        make_folder(at.disk, at.making)
        for name in folders_of(files):
            make_folder(at.disk, os.path.join(at.making, name))
        top = os.path.join(at.site, "")
        for name in files:
            at.disk(os.link, top + name, os.path.join(at.making, name), follow_symlinks=False)
        make_file(at.disk, os.path.join(at.making, MANIFEST), manifest_of(files))
        at.disk(os.rename, at.making, at.spare)
    except OSError:
        with suppress(OSError):  # what is left goes with the next build
            if at.has(at.making):
                delete_all(at.disk, at.making)


def is_worth_keeping(found: Iterable[tuple[str, Status]]) -> bool:
    """Whether of what an old site holds so much stands in the new one, too, that the next is made of it sooner."""
    return sum(1 for _, status in found if stands_elsewhere(status)) >= MANY


def stands_elsewhere(status: Status) -> bool:
    """True for a file that has another place."""
    return stat.S_ISREG(status.st_mode) and status.st_nlink > 1


def handed_over(at: Place, folder: Path, found: Iterable[tuple[str, Status]]) -> set[str]:
    """What no build wrote of what is found in a folder that was a site: it stands in the site, too, or is put there.

    Nothing of it is left in the folder. Raises PlaceError where something else stands there.
    """
    foreign = foreign_of(found, listed_in(at.disk, folder) or frozenset())
    for one in foreign:
        if not one.is_folder:
            _hand_over(at, folder / one.path, at.site / one.path)
        elif not at.has(at.site / one.path):
            at.disk(os.mkdir, at.site / one.path, stat.S_IMODE(one.status.st_mode))
    for one in reversed(foreign):
        if one.is_folder:
            at.disk(os.rmdir, folder / one.path)
    return {one.path for one in foreign}


def _spared(at: Place) -> dict[str, Status] | None:
    """What a build wrote of what the spare site has; None where there is none, or no site beside it."""
    if not at.has(at.spare) or not at.has(at.site):
        return None
    found = dict(entries(at.disk, at.spare))
    foreign = handed_over(at, at.spare, found.items())  # of who stood in the folder when it was a site
    return {path: status for path, status in found.items() if path not in foreign}


def _begun(
    at: Place, spared: dict[str, Status] | None, files: Collection[str], folders: Collection[str]
) -> dict[str, Status]:
    """Begins the new site, with what the spare one has of it; returns what that is."""
    if spared is None:
        make_folder(at.disk, at.making)
        return {}
    stands = dict(spared)
    at.disk(os.rename, at.spare, at.making)  # from now on it is no more than a site that is not whole
    at.disk(os.chmod, at.making, READABLE_FOLDER)
    for path, status in reversed(spared.items()):
        is_folder = stat.S_ISDIR(status.st_mode)
        if path not in (folders if is_folder else files):
            at.disk(os.rmdir if is_folder else os.unlink, os.path.join(at.making, path))
            del stands[path]
        elif is_folder:
            make_readable(at.disk, os.path.join(at.making, path), status)
    return stands


def _put(at: Place, file: File, target: str, stands: Status | None) -> None:
    """Gives a file its place, in which another may stand, or it itself."""
    status = _status(at, file) if isinstance(file, Kept) else None
    if stands:
        if status and stands.is_of(status) and _is_readable(status):
            return
        at.disk(os.unlink, target)
    if not isinstance(file, Kept):
        make_file(at.disk, target, file)
    elif status and _is_readable(status):
        _take_over(at, file, target)
    else:
        make_file(at.disk, target, at.disk(bytes_of, file))


def _status(at: Place, file: Kept) -> os.stat_result:
    """What the system says of a file that is kept. Raises PlaceError where another has come in its place."""
    with suppress(FileNotFoundError):
        status = at.disk(os.lstat, file.path)
        if file.is_still(status):
            return status
    raise PlaceError(
        f"{file.path} has changed while the site was built, as by another build; nothing was done, build again"
    )


def _is_readable(status: os.stat_result) -> bool:
    """True where every user can read a file."""
    return status.st_mode & READABLE_FILE == READABLE_FILE


def _stands(at: Place, name: str, data: bytes) -> bool:
    """True where the old site has a file of this name that holds the same."""
    try:
        status = at.disk(os.lstat, at.site / name)
        if not stat.S_ISREG(status.st_mode) or not _is_readable(status) or status.st_size != len(data):
            return False
        return at.disk((at.site / name).read_bytes) == data
    except OSError:  # a file that cannot be read is made anew
        return False


def _take_over(at: Place, file: Kept, target: str) -> None:
    """Gives a file of the old site its place in the new one as well; a copy where a file can have one place only."""
    try:
        at.disk(os.link, file.path, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        make_file(at.disk, target, at.disk(Path(file.path).read_bytes))


def _without_clashes(
    at: Place, files: Mapping[str, File], folders: Collection[str], foreign: Collection[Foreign]
) -> list[Foreign]:
    """What is foreign, less what the files hold byte for byte. Raises PlaceError where a file would take its place."""
    kept = []
    for one in foreign:
        path = at.site / one.path
        if one.path in files and one.is_file and at.disk(path.read_bytes) == at.disk(bytes_of, files[one.path]):
            continue
        below = not files.keys().isdisjoint(folders_of([one.path]))
        if below or one.path in files or (one.path in folders and not one.is_folder):
            raise PlaceError(f"{path} was written by no build and would be lost; move it out of the site, or delete it")
        kept.append(one)
    return kept


def _carry(at: Place, one: Foreign) -> None:
    """Gives what no build wrote a second place, in the new site; a copy where a file can have one place only."""
    source, target = at.site / one.path, at.making / one.path
    make_folders(at, at.making, one.path)
    if one.is_folder:
        if not at.has(target):
            at.disk(os.mkdir, target)
        return
    try:
        at.disk(os.link, source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if stat.S_ISLNK(one.status.st_mode):
            at.disk(os.symlink, at.disk(os.readlink, source), target)
        elif one.is_file:
            make_file(at.disk, target, at.disk(source.read_bytes))
            at.disk(shutil.copystat, source, target)
        else:
            raise PlaceError(f"{source} was written by no build and cannot be kept; move it out of the site") from error


def make_folders(at: Place, top: Path, path: str) -> None:
    """The folders above a path, which is counted from `top`."""
    for folder in folders_of([path]):
        if not at.has(top / folder):
            make_folder(at.disk, top / folder)


def _hand_over(at: Place, left: Path, kept: Path) -> None:
    """Takes away what also stands in the site, or moves it there. Raises PlaceError where the two differ."""
    if not at.has(kept):
        make_folders(at, at.site, kept.relative_to(at.site).as_posix())
        at.disk(os.rename, left, kept)
    elif _is_same(at, left, kept):
        at.disk(os.unlink, left)
    else:
        raise PlaceError(f"{left} and {kept} differ, and no build wrote either; delete one of them and build again")


def _is_same(at: Place, one: Path, other: Path) -> bool:
    """True for one file in two places, and for two that hold the same."""
    statuses = at.disk(os.lstat, one), at.disk(os.lstat, other)
    if os.path.samestat(*statuses):
        return True
    kinds = {stat.S_IFMT(status.st_mode) for status in statuses}
    if kinds == {stat.S_IFLNK}:
        return at.disk(os.readlink, one) == at.disk(os.readlink, other)
    return kinds == {stat.S_IFREG} and at.disk(one.read_bytes) == at.disk(other.read_bytes)
