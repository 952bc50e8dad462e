"""What stands among the files that people write and is no file to read: links, pipes, devices, misplaced folders.

It is found by looking at names alone, since to open it may never end. What files hold is left to the rooms that read
them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from ..issues import Issue, SourcePosition
from ..project import Project, is_litter

_ENDINGS = (".yaml", ".yml", ".json", ".md", ".txt", ".html", ".htm", ".pdf", ".css", ".js", ".svg", ".png", ".csv")
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_TAKE_AWAY = "take it away, or put a file in its place"

Access = Callable[[Path, int], bool]


def odd_entries(project: Project, access: Access = os.access, *, reports: bool = True) -> Iterator[Issue]:
    """An issue for all in the content and the theme that is no readable file and no folder where folders may be.

    What systems and editors leave there is not looked at, nor are the folders of reports unless they are asked for.
    `access` says whether something may be read.
    """
    themes = tuple(project.top / name for name in ("theme", "templates"))
    within = (project.content / "prose", project.content / "reports", *(theme / "static" for theme in themes))
    for root in (project.content, *themes, *within):
        if os.path.lexists(root) and not root.is_dir():
            yield _issue(project, root, "is no folder", "put a folder in its place, or take it away")
    for root in (project.content, *themes):
        if root.is_dir():
            yield from _below(project, root, root, access, None if reports else project.content / "reports")


def odd_entries_below(project: Project, folder: Path, access: Access = os.access) -> Iterator[Issue]:
    """The same of one folder of the content, and of those within it."""
    yield from _below(project, folder, project.content, access)


def _below(project: Project, folder: Path, root: Path, access: Access, without: Path | None = None) -> Iterator[Issue]:
    if not access(folder, os.R_OK | os.X_OK):
        yield _issue(project, folder, "is a folder that may not be read", "let who builds read it")
        return
    for path in sorted(folder.iterdir()):
        if is_litter(path.name) or path == without:
            continue
        wrong = _wrong(path, root, access)
        if wrong:
            yield _issue(project, path, *wrong)
        elif path.is_dir():  # no link, which would have been wrong
            yield from _below(project, path, root, access, without)


def _wrong(path: Path, root: Path, access: Access) -> tuple[str, str] | None:
    """What is wrong with an entry, and a way out; None where nothing is."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return _wrong_link(path, root) or (None if access(path, os.R_OK) else _unreadable())
    if stat.S_ISDIR(mode):
        if path.suffix.lower() in _ENDINGS:
            return "is a folder with the name of a file", "put the file in its place"
        if path.parent == root / "static":
            return "is a folder, and static files stand in no folder of their own", "move its files one up"
        return None
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), None)
    if kind:
        return f"is {kind} and no file", _TAKE_AWAY
    return None if access(path, os.R_OK) else _unreadable()


def _wrong_link(path: Path, root: Path) -> tuple[str, str] | None:
    try:
        target = Path(os.path.realpath(path, strict=True))
    except OSError:
        return f"is a link that leads nowhere: {os.readlink(path)}", _TAKE_AWAY
    if Path(os.path.realpath(root)) not in target.parents:
        return f"is a link that leads out of {root.name}/: {os.readlink(path)}", "copy what it leads to"
    return None if target.is_file() else ("is a link to what is no file", "copy what it leads to")


def _unreadable() -> tuple[str, str]:
    return "may not be read", "let who builds read it"


def _issue(project: Project, path: Path, wrong: str, hint: str) -> Issue:
    # not project.shown, which follows links: the place is the link's own
    shown = path.relative_to(project.top).as_posix()
    return Issue("not-a-file", SourcePosition(shown), f"{path.name} {wrong}", hint)
