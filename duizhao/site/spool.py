"""Where files of a new site lie until the writer takes them over, so that memory need not hold them all.

It is a folder in the project's cache, on the disk where the site most often is, too, so that to take a file over is to
give it a second name. What is written there by a build that was killed, the next one takes away. Who writes no site and
has no cache has it where the system keeps what is temporary.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeGuard

from ..kept import File, KeepingAll, Kept
from .disk import directly, lock, make_file

_BEGINS = "spool-"
_LOCK = "lock"
_LARGE = 1 << 12  # bytes: of what is smaller a site has little


class Spool:
    """A folder of files that are numbered as they come; each process that shares it has a name of its own."""

    def __init__(self, folder: Path, name: str = "a") -> None:
        self.folder, self._name = folder, name
        self._count = 0

    def of(self, name: str) -> Spool:
        """The same for another process."""
        return Spool(self.folder, name)

    def put(self, data: bytes) -> Kept:
        """Puts a file there."""
        path = self.folder / f"{self._name}{self._count}"
        self._count += 1
        make_file(directly, path, data)
        return Kept(path, len(data))


@contextmanager
def spool_in(cache: Path | None) -> Iterator[Spool | None]:
    """A spool for one build; None where none can be written: then memory holds what there is."""
    try:
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
            _sweep(cache)
        folder = Path(tempfile.mkdtemp(prefix=_BEGINS if cache else f"duizhao-{_BEGINS}", dir=cache))
        opened = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)
    except OSError:
        yield None
        return
    try:
        lock(opened)
        yield Spool(folder)
    finally:
        os.close(opened)
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(cache: Path) -> None:
    """Takes away what no build has locked any more."""
    for folder in cache.glob(f"{_BEGINS}*"):
        with suppress(OSError):
            opened = os.open(folder / _LOCK, os.O_RDWR)
            try:
                if lock(opened):
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(opened)


def spooled(spool: Spool | None, data: bytes) -> File:
    """A file in the spool, where there is one and it takes it; that a disk is full is told of the site's own."""
    if spool:
        with suppress(OSError):
            return spool.put(data)
    return data


def spooling(keeping: KeepingAll, spool: Spool | None) -> KeepingAll:
    """The same, but that large files which are made lie in the spool, where there is one."""
    if spool is None:
        return keeping

    def kept(name: str, told: str, make: Callable[[], Iterable[tuple[str, bytes]]]) -> Mapping[str, File]:
        files = keeping(name, told, make).items()
        return {path: spooled(spool, file) if _is_large(file) else file for path, file in files}

    return kept


def _is_large(file: File) -> TypeGuard[bytes]:
    return isinstance(file, bytes) and len(file) >= _LARGE
