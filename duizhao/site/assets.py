"""Static files with a hash of their content in their names, so that a changed file has a new address.

Styles and scripts are published without the comments, indents and breaks of lines that are for who writes them.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content.text_files import text_of_theme
from ..issues import Issue
from ..project import is_litter

_TEXTS = (".css", ".js", ".json", ".svg", ".txt", ".xml", ".webmanifest")
# A string or an address in a style sheet, or else a comment, an indent, or the end of a line that another sign ends as
# well. Comments that begin with ! are for readers.
_OF_CSS = re.compile(
    rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*(?!!).*?\*/\n?|^[ \t]+|(?<=[{};,])\n""",
    re.DOTALL | re.MULTILINE,
)
# A line of a script that is a comment, or the indent of another; and what may make either part of a text: a text of
# several lines, a line that goes on in the next, a comment of several lines.
_OF_JS = re.compile(rb"^[ \t]*//.*\n?|^[ \t]+", re.MULTILINE)
_OVER_LINES = re.compile(rb"^[^`\n]*`(?:[^`\n]*`[^`\n]*`)*[^`\n]*$|\\$|/\*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Assets:
    """The static files by their path in the site, and their published path by the name that templates use."""

    files: dict[str, bytes]
    paths: dict[str, str]


def assets_of(*folders: Path, shown: Callable[[Path], str] = str) -> tuple[Assets, list[Issue]]:
    """The files of folders, each as assets/<name>.<hash><ending>; of two with one name, the first folder's.

    Texts are read as all that a person writes, and what is wrong with them is told at the path that is `shown`.
    """
    issues: list[Issue] = []
    found = {path.name: path for folder in reversed(folders) if folder.is_dir() for path in _static(folder)}
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name, path in sorted(found.items()):
        data = path.read_bytes()
        if path.suffix in _TEXTS:
            text, odd = text_of_theme(shown(path), data)
            issues += odd
            data = data if text is None else text.encode()
        paths[name], data = _published(path.stem, path.suffix, data)
        files[paths[name]] = data
    return Assets(files, paths), issues


@functools.lru_cache(maxsize=256)
def _published(stem: str, ending: str, data: bytes) -> tuple[str, bytes]:
    """The path of a file in the site, and what stands there; of most files it is the same from build to build."""
    data = _for_readers(data, ending)
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:10]}{ending}", data


def _for_readers(data: bytes, suffix: str) -> bytes:
    """A style sheet or a script without what is for its writers; a script only where every line stands by itself."""
    if suffix == ".css":
        return _OF_CSS.sub(lambda found: found[1] or b"", data)
    return _OF_JS.sub(b"", data) if suffix == ".js" and not _OVER_LINES.search(data) else data


def _static(folder: Path) -> Iterator[Path]:
    """The static files of a folder, without what systems and editors leave there."""
    return (path for path in folder.iterdir() if path.is_file() and not is_litter(path.name))
