"""What messages show of the files that they are about: no more than was to be read, nothing that a link leads out to.

What is said of a place, and how its line is drawn, is left to `issues`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ..issues import SourcePosition
from .sizes import bound_of
from .text_files import lines_of


def line_at(top: Path) -> Callable[[SourcePosition], str | None]:
    """A function that gives the line at a place under `top`, for messages; None where it cannot be read.

    Messages come file by file: the last file is kept, so that a thousand mistakes do not read it a thousand times.
    """

    @lru_cache(maxsize=1)
    def lines(path: str) -> list[str]:
        data = shown_bytes(top, path)
        return [] if data is None else lines_of(data)

    def read(place: SourcePosition) -> str | None:
        return next(iter(lines(place.path)[place.line - 1 : place.line]), None)

    return read


def shown_bytes(top: Path, path: str) -> bytes | None:
    """The bytes of a file, given as places give it; None of what is no file to read, is too large or lies elsewhere."""
    file = top / path
    try:
        # to read a pipe may never end
        if not file.is_file() or file.stat().st_size > _most(path) or not _is_within(top, path):
            return None
        return file.read_bytes()
    except OSError:
        return None


def _most(path: str) -> int:
    root, _, within = path.partition("/")
    return bound_of(path if root == "content" else f"theme/{within}").size


def _is_within(top: Path, path: str) -> bool:
    """True of a file that lies in the folder it is named in: of content/ and theme/, which may be links themselves.

    The theme that the package carries is named by its whole path.
    """
    if Path(path).is_absolute():
        return True
    root = os.path.realpath(top / Path(path).parts[0])
    return Path(os.path.realpath(top / path)).is_relative_to(root)
