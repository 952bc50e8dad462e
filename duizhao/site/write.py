"""The one writer: makes a folder hold exactly the files of a site, all or none, or puts files into one.

A site is made whole in a workshop beside it and then exchanged. The names in the workshop are the journal by which
whoever comes next ends what a killed build began:

    making   not whole yet, and never was a site: deleted
    whole    a whole site, which waits to take its place, or that whose place was taken
    old      the site that was moved away where two folders cannot be exchanged in one step

`docs/writing.md` says what is promised. Where a site may go is left to `place`, what is foreign in it to `manifest`.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EACCES, EINVAL, EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EXDEV
from pathlib import Path

from ..kept import File, Kept, bytes_of
from .disk import (
    NO_EXCHANGE,
    Disk,
    delete_all,
    directly,
    entries,
    exchange,
    flush,
    flush_folder,
    lock,
    make_file,
    make_folder,
)
from .manifest import MANIFEST, Foreign, folders_of, foreign_in, foreign_of, is_within, listed_in, manifest_of
from .place import PlaceError, site_folder, workshop_of

FIRST, AT_ONCE, IN_STEPS = "where there was none", "in one exchange", "in steps, old away and new in its place"
_NO_LINKS = frozenset({EPERM, EACCES, EXDEV, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL})
_LOCK = ".gitignore"  # so that Git does not see the workshop
_TRIES, _PAUSE = 100, 0.1


@dataclass(frozen=True, slots=True)
class Written:
    """How a site came to its place, and the files there that no build wrote and that were kept."""

    way: str
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A site, its workshop, and the door to the disk."""

    site: Path
    disk: Disk
    workshop: Path
    making: Path
    whole: Path
    old: Path

    def has(self, path: Path) -> bool:
        return self.disk(os.path.lexists, path)

    def is_empty(self) -> bool:
        """True where there is nothing that could be a site."""
        return not self.has(self.site) or not self.disk(os.listdir, self.site)


def _place(site: Path, disk: Disk) -> _Place:
    workshop = workshop_of(site)
    return _Place(site, disk, workshop, workshop / "making", workshop / "whole", workshop / "old")


def write_files(files: Mapping[str, File], folder: Path, disk: Disk = directly) -> Written:
    """Puts the files into the folder in place of those that the last build wrote there; what else it holds is kept.

    Whatever fails, one whole site stands there, the old or the new, or is put there by the next build or check.
    Raises PlaceError where something would be lost, and OSError where the disk fails.
    """
    if outside := [name for name in files if not is_within(name) or name == MANIFEST]:
        raise ValueError(f"no file of a site: {outside[0]}")
    at = _place(site_folder(folder), disk)
    _make_folders_above(at)
    with _alone(at, _TRIES):
        _mend(at)
        try:
            kept = _make(at, files)
            way = _take_place(at)
        except BaseException:
            with suppress(OSError, PlaceError):
                _mend(at)
            raise
        _mend(at)
    return Written(way, kept)


def recover(folder: Path, disk: Disk = directly) -> bool:
    """Ends what a killed build began at the folder; True where there was something to end.

    Raises PlaceError where the folder is no place for a site. A build that is at work is left to it.
    """
    at = _place(site_folder(folder), disk)
    if not at.has(at.workshop):
        _require_site(at)
        return False
    try:
        with _alone(at, 1):
            _mend(at)
    except _AtWork:
        return False
    return True


def add_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts the files into the folder beside what it holds, in place of files with their names."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _make_folders(at: _Place, top: Path, path: str) -> None:
    """The folders above a path, which is counted from `top`."""
    for folder in folders_of([path]):
        if not at.has(top / folder):
            make_folder(at.disk, top / folder)


class _AtWork(PlaceError):
    """Another build is writing the same site."""


def _make_folders_above(at: _Place) -> None:
    missing = [path for path in at.site.parents if not at.has(path)]
    for path in reversed(missing):
        with suppress(FileExistsError):
            make_folder(at.disk, path)


@contextmanager
def _alone(at: _Place, tries: int) -> Iterator[None]:
    """The workshop, which no other build has at the same time; it is gone afterwards, unless something is left."""
    held = _locked(at, tries)
    try:
        yield
    finally:
        try:
            _leave(at)
        finally:
            at.disk(os.close, held)


def _leave(at: _Place) -> None:
    if at.disk(os.listdir, at.workshop) == [_LOCK]:
        at.disk(os.unlink, at.workshop / _LOCK)
        with suppress(OSError):  # who waits may have made the file anew
            at.disk(os.rmdir, at.workshop)


def _locked(at: _Place, tries: int) -> int:
    """The open file that keeps others out of the workshop until it is closed."""
    for number in range(tries):
        if number:
            at.disk(time.sleep, _PAUSE)
        with suppress(FileExistsError):
            at.disk(os.mkdir, at.workshop)
        _require_workshop(at)
        try:
            opened = at.disk(os.open, at.workshop / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            continue  # another build has just left, and the workshop with it
        try:
            if at.disk(lock, opened) and _is_file_at(at, opened):
                if not at.disk(os.fstat, opened).st_size:
                    at.disk(os.write, opened, b"*\n")
                return opened
        except BaseException:
            at.disk(os.close, opened)
            raise
        at.disk(os.close, opened)
    raise _AtWork(f"another build is writing {at.site}; nothing was done, build again when it has ended")


def _require_workshop(at: _Place) -> None:
    """Raises PlaceError where something stands in the place of the workshop, or in it, that no build put there."""
    known = (at.workshop, at.workshop / _LOCK, at.making, at.whole, at.old)
    with suppress(FileNotFoundError):  # of a build that has just left
        for path in (at.workshop, *(at.workshop / name for name in at.disk(os.listdir, at.workshop))):
            is_folder = stat.S_ISDIR(at.disk(os.lstat, path).st_mode)
            if path not in known or is_folder != (path.name != _LOCK):
                raise PlaceError(f"{path} is in the way of what a build makes there; move it away, or delete it")


def _is_file_at(at: _Place, opened: int) -> bool:
    """False where the file was deleted, by who had it locked, between its opening and its locking."""
    try:
        return os.path.samestat(at.disk(os.stat, at.workshop / _LOCK), at.disk(os.fstat, opened))
    except FileNotFoundError:
        return False


def _require_site(at: _Place) -> None:
    """Raises PlaceError where the folder holds something else than a site that a build wrote."""
    if not at.is_empty() and listed_in(at.disk, at.site) is None:
        raise PlaceError(
            f"{at.site} holds something else than a site, or one without the list of what a build wrote ({MANIFEST}); "
            "empty the folder, or name another with --out"
        )


def _make(at: _Place, files: Mapping[str, File]) -> tuple[str, ...]:
    """Makes the whole new site beside the old one; returns what was kept that no build wrote."""
    there = at.has(at.site)
    foreign = foreign_in(at.disk, at.site, listed_in(at.disk, at.site) or frozenset()) if there else []
    kept = _without_clashes(at, files, foreign)
    make_folder(at.disk, at.making)
    if there:  # what groups may do in the folder, and to whom new files belong
        mode = at.disk(os.stat, at.site).st_mode | at.disk(os.stat, at.making).st_mode
        at.disk(os.chmod, at.making, stat.S_IMODE(mode))
    for name in folders_of(files):
        make_folder(at.disk, os.path.join(at.making, name))
    for name, file in {**files, MANIFEST: manifest_of(files)}.items():
        target = os.path.join(at.making, name)
        if isinstance(file, Kept):
            _take_over(at, file, target)
        elif there and _stands(at, name, file):
            _take_over(at, Kept(at.site / name, len(file)), target)
        else:
            make_file(at.disk, target, file)
    for one in kept:
        _carry(at, one)
    for one in reversed(kept):
        if one.is_folder and one.path not in folders_of(files):
            at.disk(os.chmod, at.making / one.path, stat.S_IMODE(one.status.st_mode))
    at.disk(flush, at.making)
    at.disk(os.rename, at.making, at.whole)
    return tuple(one.path for one in kept if not one.is_folder)


def _stands(at: _Place, name: str, data: bytes) -> bool:
    """True where the old site has a file of this name that holds the same."""
    try:
        status = at.disk(os.lstat, at.site / name)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        return at.disk((at.site / name).read_bytes) == data
    except OSError:  # a file that cannot be read is made anew
        return False


def _take_over(at: _Place, file: Kept, target: str) -> None:
    """Gives a file of the old site its place in the new one as well; a copy where a file can have one place only."""
    try:
        at.disk(os.link, file.path, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        make_file(at.disk, target, at.disk(Path(file.path).read_bytes))


def _without_clashes(at: _Place, files: Mapping[str, File], foreign: Collection[Foreign]) -> list[Foreign]:
    """What is foreign, less what the files hold byte for byte. Raises PlaceError where a file would take its place."""
    folders = {*folders_of(files)}
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


def _carry(at: _Place, one: Foreign) -> None:
    """Gives what no build wrote a second place, in the new site; a copy where a file can have one place only."""
    source, target = at.site / one.path, at.making / one.path
    _make_folders(at, at.making, one.path)
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


def _take_place(at: _Place) -> str:
    """Puts the whole new site into the place of the old one; returns in which way."""
    way = FIRST
    if at.has(at.site):
        try:
            at.disk(exchange, at.whole, at.site)
            way = AT_ONCE
        except OSError as error:
            if error.errno not in NO_EXCHANGE:
                raise
            at.disk(os.rename, at.site, at.old)
            way = IN_STEPS
    if way != AT_ONCE:
        at.disk(os.rename, at.whole, at.site)
    flush_folder(at.disk, at.site.parent)  # before anything of the old site is deleted
    return way


def _mend(at: _Place) -> None:
    """Leaves one whole site in its place and nothing in the workshop, whatever was begun there."""
    if at.is_empty():
        _put_back(at)
    _require_site(at)
    if at.has(at.making):
        delete_all(at.disk, at.making)
    for folder in (at.old, at.whole):
        if at.has(folder):
            _sweep(at, folder)


def _put_back(at: _Place) -> None:
    """Where no site stands: forward to the new one where it is whole, else back to the old one."""
    failed = None
    for folder in (at.whole, at.old):
        if at.has(folder):
            try:
                at.disk(os.rename, folder, at.site)
                return
            except OSError as error:
                failed = error
    if failed:
        raise failed


def _sweep(at: _Place, folder: Path) -> None:
    """Deletes what a build wrote into a folder that once was a site or was to be one, and then the folder.

    What no build wrote stands in the site as well, or is put there if it came late. The list goes last: it is the
    licence for who has to go on from here.
    """
    written = listed_in(at.disk, folder) or frozenset()
    found = list(entries(at.disk, folder))
    foreign = {one.path for one in foreign_of(found, written)}
    for path, status in found:
        if stat.S_ISDIR(status.st_mode):
            if path in foreign and not at.has(at.site / path):
                at.disk(os.mkdir, at.site / path, stat.S_IMODE(status.st_mode))
        elif path in foreign:
            _hand_over(at, folder / path, at.site / path)
        elif path != MANIFEST:
            at.disk(os.unlink, os.path.join(folder, path))
    for path, status in reversed(found):
        if stat.S_ISDIR(status.st_mode):
            at.disk(os.rmdir, os.path.join(folder, path))
    if at.has(folder / MANIFEST):
        at.disk(os.unlink, folder / MANIFEST)
    at.disk(os.rmdir, folder)


def _hand_over(at: _Place, left: Path, kept: Path) -> None:
    """Takes away what also stands in the site, or moves it there. Raises PlaceError where the two differ."""
    if not at.has(kept):
        _make_folders(at, at.site, kept.relative_to(at.site).as_posix())
        at.disk(os.rename, left, kept)
    elif _is_same(at, left, kept):
        at.disk(os.unlink, left)
    else:
        raise PlaceError(f"{left} and {kept} differ, and no build wrote either; delete one of them and build again")


def _is_same(at: _Place, one: Path, other: Path) -> bool:
    """True for one file in two places, and for two that hold the same."""
    statuses = at.disk(os.lstat, one), at.disk(os.lstat, other)
    if os.path.samestat(*statuses):
        return True
    kinds = {stat.S_IFMT(status.st_mode) for status in statuses}
    if kinds == {stat.S_IFLNK}:
        return at.disk(os.readlink, one) == at.disk(os.readlink, other)
    return kinds == {stat.S_IFREG} and at.disk(one.read_bytes) == at.disk(other.read_bytes)
