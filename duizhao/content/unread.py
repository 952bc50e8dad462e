"""Files and folders among the content that nothing reads, and the file that each was meant for.

They are told by their names alone. What is no file to read, such as a link or a pipe, is left to `entries`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..issues import Issue, SourcePosition
from ..project import Project, is_litter
from .capture_file import is_capture
from .file_kinds import FILE_KINDS, SITE
from .file_names import is_for_people, meant_name, stand_in
from .page_names import INTRODUCED, WRITTEN
from .report_file import READ, TEXT

_SHARED = tuple(kind.path.rpartition("/")[2] for kind in FILE_KINDS if "<id>" not in kind.path)
_KNOWN = (*_SHARED, "strings.yaml")
_FOLDERS = ("prose", "reports")
# What all else waits for where it is misnamed.
ALL_WAITS = frozenset({SITE.path, *(f"content/{name}" for name in _FOLDERS)})


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that nothing reads, as an issue; `meant` is the path that it was meant for, '' unless that is absent."""

    issue: Issue
    meant: str


def unread_entries(project: Project, languages: Collection[str]) -> Iterator[Unread]:
    """All in the content that nothing reads. What systems and editors leave there is not looked at."""
    content = project.content
    for path in _entries(content):
        if path.is_dir() and path.name in _FOLDERS:
            continue
        known = _FOLDERS if path.is_dir() else _KNOWN
        if path.name not in known and not (path.is_file() and is_for_people(path.name)):
            yield _unread(project, path, meant_name(path.name, known))
    yield from _in_reports(project)
    for path in _prose_files(content / "prose"):
        meant = _meant_prose(path, languages)
        if meant is not None:
            yield _unread(project, path, meant)


def stands_in(path: Path) -> bool:
    """True where a shared file that is absent has another in its place, whose name is near to its own."""
    folder = path.parent
    return folder.is_dir() and stand_in(path.name, [entry.name for entry in folder.iterdir()], _KNOWN)


def _in_reports(project: Project) -> Iterator[Unread]:
    for folder in _entries(project.content / "reports"):
        if not folder.is_dir():
            if not is_for_people(folder.name):
                yield _unread(project, folder, "")
            continue
        for path in _entries(folder):
            if (path / TEXT).is_file():
                yield _too_deep(project, path)
                continue
            read = path.is_file() and (path.name in READ or is_capture(path.name) or is_for_people(path.name))
            if not read:
                yield _unread(project, path, meant_name(path.name, READ) if path.is_file() else "")


def _too_deep(project: Project, path: Path) -> Unread:
    """A report's folder within another: what names the report waits until it is moved."""
    place, hint = (
        SourcePosition(project.shown(path)),
        "move it up: the folder of a report stands in content/reports/ itself",
    )
    return Unread(Issue("file-unknown", place, "nothing reads this folder", hint), "content/reports")


def _prose_files(root: Path) -> Iterator[Path]:
    for path in _entries(root):
        if path.is_dir():
            yield from _prose_files(path)
        elif not is_for_people(path.name):
            yield path


def _meant_prose(path: Path, languages: Collection[str]) -> str | None:
    """The name that a file of prose without a language or with another ending was meant to have; None where it is read.

    '' where that cannot be told.
    """
    parts = path.name.split(".")
    if parts[-1] == "md" and len(parts) > 2:
        return None
    language = next((part for part in parts[1:] if part in languages), "")
    free = [one for one in languages if not (path.parent / f"{parts[0]}.{one}.md").exists()]
    known = path.parent.name != "prose" or parts[0] in (*WRITTEN, *INTRODUCED)
    return f"{parts[0]}.{language or (free or [*languages])[0]}.md" if known or language else ""


def _entries(folder: Path) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if not is_litter(path.name))


def _unread(project: Project, path: Path, meant: str) -> Unread:
    what = "folder" if path.is_dir() else "file"
    place = SourcePosition(project.shown(path))
    free = bool(meant) and not _stands(path.parent, meant)
    if free:
        hint = f"name it {meant}"
    elif meant:
        hint = f"{meant} stands beside it and is read: take one of the two away"
    else:
        hint = "keep it outside of content/, which holds what is read, and README.md"
    issue = Issue("file-unknown", place, f"nothing reads this {what}", hint)
    return Unread(issue, project.shown(path.with_name(meant)) if free else "")


def _stands(folder: Path, name: str) -> bool:
    """True where an entry has this very name, also on a disk that makes no difference of capitals."""
    return any(entry.name == name for entry in folder.iterdir())
