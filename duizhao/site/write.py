"""The one writer: makes a folder hold exactly the files of a site, all or none, or puts files into one.

A site is made whole in a workshop beside it and then exchanged. The names in the workshop are the journal by which
whoever comes next ends what a killed build began:

    making   not whole yet, and never was a site: deleted
    whole    a whole site, which waits to take its place, or that whose place was taken
    old      the site that was moved away where two folders cannot be exchanged in one step
    spare    what the site and the one before it have in common, of which the next one is made: of many files only

`docs/writing.md` says what is promised. Where a site may go is left to `place`, what is foreign in it to `manifest`,
how a new one is made to `generation`.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..kept import File
from ..replacing import put_files
from .disk import (
    NO_EXCHANGE,
    Disk,
    delete_all,
    directly,
    entries,
    exchange,
    flush_folder,
    lock,
    make_folder,
)
from .generation import Place, handed_over, is_worth_keeping, made_beside, make_spare, place_at, stands_elsewhere
from .manifest import MANIFEST, is_within, listed_in
from .place import LOCK, PlaceError, is_begun, site_folder

FIRST, AT_ONCE, IN_STEPS = "where there was none", "in one exchange", "in steps, old away and new in its place"
_TRIES, _PAUSE = 100, 0.1


@dataclass(frozen=True, slots=True)
class Written:
    """How a site came to its place, and the files there that no build wrote and that were kept."""

    way: str
    kept: tuple[str, ...]


def _nothing(_: Written) -> None:
    pass


def write_files(
    files: Mapping[str, File], folder: Path, disk: Disk = directly, then: Callable[[Written], None] = _nothing
) -> Written:
    """Puts the files into the folder in place of those that the last build wrote there; what else it holds is kept.

    Whatever fails, one whole site stands there, the old or the new, or is put there by the next build or check.
    What is to be done `then` is done before another build can write: it finds the site as this one wrote it.
    Raises PlaceError where something would be lost, and OSError where the disk fails.
    """
    if outside := [name for name in files if not is_within(name) or name == MANIFEST]:
        raise ValueError(f"no file of a site: {outside[0]}")
    at = place_at(site_folder(folder), disk)
    _make_folders_above(at)
    with _alone(at, _TRIES):
        _mend(at)
        try:
            kept = made_beside(at, files)
            way = _take_place(at)
        except BaseException:
            with suppress(OSError, PlaceError):
                _mend(at)
            raise
        _mend(at)
        make_spare(at, files)
        then(Written(way, kept))
    return Written(way, kept)


def recover(folder: Path, disk: Disk = directly) -> bool:
    """Ends what a killed build began at the folder; True where there was something to end.

    Raises PlaceError where the folder is no place for a site. A build that is at work is left to it.
    """
    at = place_at(site_folder(folder), disk)
    if not at.has(at.workshop):
        _require_site(at)
        return False
    begun = is_begun(at.workshop, partial(at.disk, os.listdir))
    try:
        with _alone(at, 1):
            _mend(at)
    except _AtWork:
        return False
    return begun


def add_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts the files into the folder beside what it holds, in place of files with their names: all of them, or none.

    Raises OSError.
    """
    put_files({folder / name: data for name, data in files.items()})


class _AtWork(PlaceError):
    """Another build is writing the same site."""


def _make_folders_above(at: Place) -> None:
    missing = [path for path in at.site.parents if not at.has(path)]
    for path in reversed(missing):
        with suppress(FileExistsError):
            make_folder(at.disk, path)


@contextmanager
def _alone(at: Place, tries: int) -> Iterator[None]:
    """The workshop, which no other build has at the same time; it is gone afterwards, unless something is left."""
    held = _locked(at, tries)
    try:
        yield
    finally:
        try:
            _leave(at)
        finally:
            at.disk(os.close, held)


def _leave(at: Place) -> None:
    if at.disk(os.listdir, at.workshop) == [LOCK]:
        at.disk(os.unlink, at.workshop / LOCK)
        with suppress(OSError):  # who waits may have made the file anew
            at.disk(os.rmdir, at.workshop)


def _locked(at: Place, tries: int) -> int:
    """The open file that keeps others out of the workshop until it is closed."""
    for number in range(tries):
        if number:
            at.disk(time.sleep, _PAUSE)
        with suppress(FileExistsError):
            at.disk(os.mkdir, at.workshop)
        _require_workshop(at)
        try:
            opened = at.disk(os.open, at.workshop / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            continue  # another build has just left, and the workshop with it
        try:
            if at.disk(lock, opened) and _is_file_at(at, opened):
                if not at.disk(os.fstat, opened).st_size:
                    _fill(at, opened)
                return opened
        except BaseException:
            at.disk(os.close, opened)
            raise
        at.disk(os.close, opened)
    raise _AtWork(f"another build is writing {at.site}; nothing was done, build again when it has ended")


def _require_workshop(at: Place) -> None:
    """Raises PlaceError where something stands in the place of the workshop, or in it, that no build put there."""
    known = (at.workshop, at.workshop / LOCK, at.making, at.whole, at.old, at.spare)

    def require(path: Path) -> None:
        is_folder = stat.S_ISDIR(at.disk(os.lstat, path).st_mode)
        if path not in known or is_folder != (path.name != LOCK):
            raise PlaceError(f"{path} is in the way of what a build makes there; move it away, or delete it")

    with suppress(FileNotFoundError):  # of a build that has just left
        require(at.workshop)
        for name in at.disk(os.listdir, at.workshop):
            require(at.workshop / name)


def _fill(at: Place, opened: int) -> None:
    """Writes what keeps the workshop out of Git into the locked file, or takes both away again."""
    try:
        at.disk(os.write, opened, b"*\n")
    except OSError as error:
        with suppress(OSError):
            _leave(at)
        raise OSError(error.errno, error.strerror, at.workshop / LOCK) from error


def _is_file_at(at: Place, opened: int) -> bool:
    """False where the file was deleted, by who had it locked, between its opening and its locking."""
    try:
        return os.path.samestat(at.disk(os.stat, at.workshop / LOCK), at.disk(os.fstat, opened))
    except FileNotFoundError:
        return False


def _require_site(at: Place) -> None:
    """Raises PlaceError where the folder holds something else than a site that a build wrote."""
    if not at.is_empty() and listed_in(at.disk, at.site) is None:
        raise PlaceError(
            f"{at.site} holds something else than a site, or one without the list of what a build wrote ({MANIFEST}); "
            "empty the folder, or name another with --out"
        )


def _take_place(at: Place) -> str:
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


def _mend(at: Place) -> None:
    """Leaves one whole site in its place and nothing in the workshop, whatever was begun there."""
    if at.is_empty():
        _put_back(at)
    _require_site(at)
    if at.has(at.making):
        delete_all(at.disk, at.making)
    for folder in (at.old, at.whole):
        if at.has(folder):
            _sweep(at, folder)


def _put_back(at: Place) -> None:
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


def _sweep(at: Place, folder: Path) -> None:
    """Deletes what a build wrote into a folder that once was a site or was to be one, and then the folder.

    What no build wrote stands in the site as well, or is put there if it came late. The list goes last: it is the
    licence for who has to go on from here. Where it is worth it, what has a place in the site as well is kept.
    """
    found = list(entries(at.disk, folder))
    foreign = handed_over(at, folder, found)
    own = [one for one in found if one[0] not in foreign and one[0] != MANIFEST]
    is_spared = is_worth_keeping(own) and not at.has(at.spare)
    for path, status in own:
        if not stat.S_ISDIR(status.st_mode) and not (is_spared and stands_elsewhere(status)):
            at.disk(os.unlink, os.path.join(folder, path))
    if is_spared:
        at.disk(os.rename, folder, at.spare)
        return
    for path, status in reversed(own):
        if stat.S_ISDIR(status.st_mode):
            at.disk(os.rmdir, os.path.join(folder, path))
    if at.has(folder / MANIFEST):
        at.disk(os.unlink, folder / MANIFEST)
    at.disk(os.rmdir, folder)
