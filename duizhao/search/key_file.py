"""What the documents of a volume are looked up by, in a file: of it memory has what is made into scripts just now.

What is made of it is left to `pair_index`.
"""

from __future__ import annotations

from bisect import bisect_left
from tempfile import gettempdir
from typing import IO

IN_MEMORY = 4_000_000  # bytes: what a small site has needs no file on a disk
_LEAST, _RUNS = 64, 16  # keys that are read at one time: a part of those of a document, but not too few


class KeyFile:
    """The hashes of keys, of 64 bits each, and beside each its passage, of 16, as this machine has them."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def put(self, hashes: bytes, places: bytes) -> KeyReader:
        """Takes those of a document, sorted by the hashes; gives what reads them again. Raises OSError."""
        try:
            at = self._file.seek(0, 2)
            self._file.write(hashes)
            self._file.write(places)
            self._file.flush()
        except OSError as error:  # of a file without a name
            raise OSError(error.errno, error.strerror, gettempdir()) from error
        return KeyReader(self, at, len(places) // 2)

    def read(self, at: int, size: int) -> bytes:
        """So many bytes of it."""
        self._file.seek(at)
        return self._file.read(size)


class KeyReader:
    """Reads what a document is looked up by, run by run."""

    def __init__(self, file: KeyFile, at: int, count: int) -> None:
        self._file, self._hashes_at, self._places_at = file, at, at + 8 * count
        self._at, self._count, self._step = 0, count, max(_LEAST, count // _RUNS)
        self._hashes, self._places = memoryview(b"").cast("Q"), memoryview(b"").cast("H")

    def until(self, limit: int) -> tuple[memoryview, memoryview]:
        """The next hashes, up to the first that is not below a limit, and their passages."""
        while self._at < self._count and (not self._hashes or self._hashes[-1] < limit):
            self._read_on()
        end = bisect_left(self._hashes, limit)
        found = self._hashes[:end], self._places[:end]
        self._hashes, self._places = self._hashes[end:], self._places[end:]
        return found

    def _read_on(self) -> None:
        count = min(self._step, self._count - self._at)
        hashes = self._file.read(self._hashes_at + 8 * self._at, 8 * count)
        places = self._file.read(self._places_at + 2 * self._at, 2 * count)
        self._hashes = memoryview(self._hashes.tobytes() + hashes).cast("Q")
        self._places = memoryview(self._places.tobytes() + places).cast("H")
        self._at += count
