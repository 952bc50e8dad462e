"""What the writer asks of the operating system: each call goes through one door, at which a test can let it fail.

What is asked, and in what order, is left to `write`.
"""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from collections.abc import Callable, Iterator
from errno import EACCES, EINVAL, ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EWOULDBLOCK
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, Protocol, TypeVar

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # no POSIX system: nothing keeps two builds apart
    flock = None  # type: ignore[assignment]

P = ParamSpec("P")
R = TypeVar("R")
# Of thousands of files a path is kept as words: to join `Path`s takes ten times as long.
StrPath = str | os.PathLike[str]

# What a system or file system answers that cannot exchange. EPERM is what filters of system calls say to new ones.
NO_EXCHANGE = frozenset({ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP, EPERM})
_NO_LOCKS = frozenset({ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP, ENOLCK})
_HELD = frozenset({EWOULDBLOCK, EACCES})
_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2
READABLE_FILE, READABLE_FOLDER = 0o644, 0o755


class Disk(Protocol):
    """The door: makes a call of the operating system with these arguments."""

    def __call__(self, call: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R: ...


def directly(call: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """The door that is always open."""
    return call(*args, **kwargs)


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None


def exchange(one: Path, other: Path) -> None:
    """Gives each of two folders the other's name in one step; OSError with one of NO_EXCHANGE where none can."""
    paths = os.fsencode(one), os.fsencode(other)
    libc = _libc()
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*paths, _RENAME_SWAP)
    else:
        raise OSError(ENOSYS, os.strerror(ENOSYS), one)
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), one, None, other)


def flush(folder: Path) -> None:
    """Returns when all that was written to the file system of a folder lies on its disk."""
    libc = _libc()
    if not hasattr(libc, "syncfs"):
        if hasattr(os, "sync"):
            os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(opened):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), folder)
    finally:
        os.close(opened)


def lock(opened: int) -> bool:
    """Locks an open file until it is closed; False where another holds it. True, too, where there are no locks."""
    if flock is None:
        return True
    try:
        flock(opened, LOCK_EX | LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno not in _NO_LOCKS:
            raise
    return True


def make_folder(disk: Disk, path: StrPath) -> None:
    """A new folder that every user can read, whatever the umask; what the umask allows beyond that stays."""
    disk(os.mkdir, path)
    make_readable(disk, path, disk(os.lstat, path))


def make_readable(disk: Disk, folder: StrPath, status: os.stat_result | Status) -> None:
    """Lets every user read a folder, given what the system says of it; what is allowed beyond that stays."""
    mode = stat.S_IMODE(status.st_mode)
    if mode | READABLE_FOLDER != mode:
        disk(os.chmod, folder, mode | READABLE_FOLDER)


def make_file(disk: Disk, path: StrPath, data: bytes) -> None:
    """A new file that every user can read, with these bytes."""
    opened = disk(os.open, path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[disk(os.write, opened, rest) :]
        mode = stat.S_IMODE(disk(os.fstat, opened).st_mode)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    finally:
        disk(os.close, opened)
    if mode | READABLE_FILE != mode:
        disk(os.chmod, path, mode | READABLE_FILE)


class Status(NamedTuple):
    """What is asked of what the system says of a file; of many files all of that would take four times as much."""

    st_mode: int
    st_ino: int
    st_dev: int
    st_nlink: int

    def is_of(self, other: os.stat_result) -> bool:
        """True where both are of one file."""
        return (self.st_ino, self.st_dev) == (other.st_ino, other.st_dev)


_status_of = attrgetter(*Status._fields)


def entries(disk: Disk, folder: StrPath) -> Iterator[tuple[str, Status]]:
    """All below a folder by its path from there, a folder before what it holds; no link is followed."""
    top = os.path.join(folder, "")
    waiting = sorted(disk(os.listdir, folder), reverse=True)
    while waiting:
        path = waiting.pop()
        status = Status(*_status_of(disk(os.lstat, top + path)))
        yield path, status
        if stat.S_ISDIR(status.st_mode):
            waiting += [f"{path}/{name}" for name in sorted(disk(os.listdir, top + path), reverse=True)]


def delete_all(disk: Disk, folder: Path) -> None:
    """Deletes a folder with all that it holds; links, not what they lead to."""
    for path, status in reversed(list(entries(disk, folder))):
        disk(os.rmdir if stat.S_ISDIR(status.st_mode) else os.unlink, folder / path)
    disk(os.rmdir, folder)


def flush_folder(disk: Disk, folder: Path) -> None:
    """Returns when the names in a folder lie on the disk."""
    if os.name != "posix":
        return
    opened = disk(os.open, folder, os.O_RDONLY)
    try:
        disk(os.fsync, opened)
    finally:
        disk(os.close, opened)
