"""How large a file may be that a person writes: told by the disk before anything of it is read.

The bounds lie far above all that is written by hand or copied from a page, so that whatever passes is read in bounded
time and memory. How deep YAML may go is left to `nodes`, how much a page of prose may hold to `prose`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from ..issues import Issue, SourcePosition
from ..project import Project, is_litter
from .entries import odd_entries

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Bound:
    """How many bytes a kind of file may have, and why so many: `path` is a pattern of its path from the top."""

    path: str
    size: int
    reason: str

    @property
    def said(self) -> str:
        """The size in words."""
        return f"{self.size // _MB} MB"


# The first that fits a path is its bound.
BOUNDS = (
    Bound("content/reports/*/source.txt", 4 * _MB, "the longest reports have some 0.2 MB"),
    Bound("content/reports/*/source.text.txt", 4 * _MB, "the longest reports have some 0.2 MB"),
    Bound("content/reports/*/source.*", 64 * _MB, "a scanned report with all its pictures has less"),
    Bound("content/reports/*", 2 * _MB, "the longest reports have some 0.2 MB"),
    Bound("content/prose/*", 1 * _MB, "what is longer is several pages"),
    Bound("content/strings.yaml", 1 * _MB, "all the words of the pages have 0.1 MB"),
    Bound("content/*", 16 * _MB, "tens of thousands of records have less"),
    Bound("theme/static/*", 64 * _MB, "whoever opens a page waits for it"),
    Bound("theme/*", 1 * _MB, "a template or a theme's words have less"),
)
_THEMES = ("theme", "templates")


def not_to_be_read(project: Project) -> tuple[Issue, ...]:
    """What among all that is written is no file, or else is too large: to read it may never end, or take all memory."""
    return tuple(odd_entries(project)) or tuple(oversized(project))


def oversized(project: Project, *, reports: bool = True) -> Iterator[Issue]:
    """An issue for each file of the content and the theme that is larger than any that is written.

    The folders of reports are not looked at unless they are asked for.
    """
    for root in ("content", *_THEMES):
        yield from oversized_below(project, project.top / root, None if reports else project.content / "reports")


def oversized_below(project: Project, folder: Path, without: Path | None = None) -> Iterator[Issue]:
    """The same of one folder of the content or the theme, and of those within it."""
    for path in _files(folder, without):
        name = path.relative_to(project.top).as_posix()
        root, _, within = name.partition("/")
        bound = bound_of(name if root == "content" else f"theme/{within}")
        size = path.stat().st_size
        if size > bound.size:
            message = f"the file has {size / _MB:,.1f} MB, of {bound.said} at most: {bound.reason}"
            yield Issue("too-large", SourcePosition(name), message, "see whether it is the file that was meant")


def bound_of(path: str) -> Bound:
    """The bound of a file, given by its path from the project's top, or within its theme as theme/<path>."""
    return next(bound for bound in BOUNDS if fnmatchcase(path, bound.path))


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    """The files of a folder and of those within it, without what systems and editors leave there."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if is_litter(path.name) or path == without:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path, without)
        elif path.is_file():
            yield path
