"""Files that people write, replaced by a command: all of them or none, and only where they are still what was read.

Whoever reads, or stops the program, finds of each file the old one or the new one, with the rights that it had. A whole
site is put in its place by `site.write`.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from io import BufferedWriter
from pathlib import Path

if sys.platform != "win32":
    from fcntl import LOCK_EX, flock

# Who makes a file that takes the place of another reads it alone until it has the rights of that one.
_FOR_ALL, _FOR_ITS_OWNER = 0o666, 0o600


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file with its bytes as they were read and as they are to be; None of one that is not there."""

    path: Path
    before: bytes | None
    after: bytes | None


class ChangedMeanwhile(Exception):
    """Why nothing is written: a file is not what was read of it, and what somebody else wrote there would be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was changed meanwhile and stays as it is; run the command again")
        self.path = path


def bytes_of(path: Path) -> bytes | None:
    """What a file holds, None where there is no such file. Raises OSError."""
    return path.read_bytes() if path.is_file() else None


def replace_files(changes: Iterable[Replacement]) -> None:
    """Replaces files, all or none. Raises ChangedMeanwhile where one is not what was read, and OSError.

    What was read is compared while nobody else replaces files of the same folders by this function.
    """
    changes = tuple(changes)
    with alone(*(one.path.parent for one in changes)):
        for one in changes:
            if bytes_of(one.path) != one.before:
                raise ChangedMeanwhile(one.path)
        put_files({one.path: one.after for one in changes})


@contextmanager
def alone(*folders: Path) -> Iterator[None]:
    """Waits until nobody else is alone in one of the folders, and keeps others waiting; not where nothing locks."""
    with ExitStack() as held:
        # in one order, so that no two wait for each other
        for folder in sorted({os.path.realpath(folder) for folder in folders}):
            with suppress(OSError):  # a system or a file system without locks
                opened = os.open(folder, os.O_RDONLY)
                held.callback(os.close, opened)
                if sys.platform != "win32":
                    flock(opened, LOCK_EX)
        yield


def put_files(files: Mapping[Path, bytes | None]) -> None:
    """Puts files into their places, whatever stands there, and takes away those of None.

    Raises OSError, and then all is as it was.
    """
    with ExitStack() as undoing:
        made = [(path, None if data is None else _made_beside(path, data, undoing)) for path, data in files.items()]
        for path, new in made:
            before = bytes_of(path)
            with _named(path):
                if new:
                    os.replace(new, path)
                else:
                    path.unlink(missing_ok=True)
            undoing.callback(_put_back, path, before)
        undoing.pop_all()


def make_file(path: Path, data: bytes) -> None:
    """A new file, whole or not at all. Raises FileExistsError where something has its name, and OSError."""
    with _named(path), open(path, "xb") as file:
        try:
            _fill(file, data)
        except BaseException:
            _quietly(path.unlink)
            raise


def _fill(file: BufferedWriter, data: bytes) -> None:
    """Writes the bytes into a new file, and returns when they lie on the disk."""
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _made_beside(path: Path, data: bytes, undoing: ExitStack) -> Path:
    """A file with the bytes and with the rights of the one whose place it will take, in that one's folder."""
    for folder in reversed([above for above in path.parents if not above.exists()]):
        folder.mkdir(exist_ok=True)
        undoing.callback(_quietly, folder.rmdir)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    old = path.stat() if path.exists() else None
    mode = _FOR_ITS_OWNER if old else _FOR_ALL
    _quietly(partial(beside.unlink, missing_ok=True))  # left by who was ended while it was made
    with _named(path), open(beside, "xb", opener=partial(os.open, mode=mode)) as file:
        undoing.callback(_quietly, partial(beside.unlink, missing_ok=True))
        if old:
            _take_rights(file.fileno(), old)
        _fill(file, data)
    return beside


def _take_rights(file: int, old: os.stat_result) -> None:
    """Gives a file the group, the owner and the mode of another, as far as the system lets who runs the program."""
    if sys.platform != "win32":
        for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
            with suppress(OSError):
                os.fchown(file, owner, group)
        with suppress(OSError):
            os.fchmod(file, stat.S_IMODE(old.st_mode))


def _put_back(path: Path, before: bytes | None) -> None:
    with suppress(OSError):
        put_files({path: before})


def _quietly(act: Callable[[], None]) -> None:
    with suppress(OSError):
        act()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Names the file that was to be written in what the system says of the disk, which often names none."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
