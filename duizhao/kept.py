"""Files of a site that stand as they are to be: in the last site, from which the writer takes them over.

Whether they may stay is left to `site.remembered`, how they are taken over to `site.write`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stands in the last site, and how many bytes it has."""

    path: Path
    size: int

    def __len__(self) -> int:
        return self.size


File = bytes | Kept
# Gives the file at a path of the site: that which stands there, or what the function makes.
Keeping = Callable[[str, Callable[[], bytes]], File]


def bytes_of(file: File) -> bytes:
    """What a file of a site holds."""
    return file.path.read_bytes() if isinstance(file, Kept) else file


def made_anew(path: str, make: Callable[[], bytes]) -> File:
    """The file that is made, whatever stands there."""
    del path
    return make()
