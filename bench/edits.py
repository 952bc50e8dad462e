"""The edits of one thing each that a build is timed after, as a person makes them.

Each changes the files of a project that `tree` made, and leaves it valid.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .tree import reports_of, write_follow_ups, write_report

Edit = Callable[[Path, int], None]


def _folders(top: Path) -> list[Path]:
    return sorted((top / "content" / "reports").iterdir())


def _middle(top: Path) -> Path:
    """A report that is neither the first nor the last of its district."""
    folders = _folders(top)
    return folders[len(folders) // 2]


def _replaced(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    if old not in text:
        raise ValueError(f"{path} has no {old!r}")
    path.write_bytes(text.replace(old, new, 1).encode())


def paragraph(top: Path, count: int) -> None:
    """A word more in a paragraph's English, so that neither its Chinese nor a figure changes."""
    del count
    _replaced(_middle(top) / "translation.en.md", "the departments", "all the departments")


def gloss(top: Path, count: int) -> None:
    """Another gloss of one statement."""
    del count
    path = _middle(top) / "annotations.yaml"
    first = re.search("gloss: (.*)", path.read_bytes().decode())
    if first:
        _replaced(path, first[0], f"{first[0]} all told")


def short_title(top: Path, count: int) -> None:
    """Another short title, which stands wherever the report is named."""
    del count
    _replaced(_middle(top) / "report.md", " report'}", " work report'}")


def new_report(top: Path, count: int) -> None:
    """The next report of the tree, with what became of its promises; those before it stay as they are."""
    reports = reports_of(count + 1)
    write_report(top, reports[count])
    write_follow_ups(top, reports)


def deleted_report(top: Path, count: int) -> None:
    """The report that was new is taken away."""
    *reports, new = reports_of(count + 1)
    shutil.rmtree(top / "content" / "reports" / new.id)
    write_follow_ups(top, reports)


def template(top: Path, count: int) -> None:
    """The foot of all pages, in a theme of the site's own."""
    del count
    whole = Path(__file__).resolve().parent.parent / "templates" / "base.html"
    (top / "theme").mkdir(exist_ok=True)
    text = whole.read_bytes().decode()
    (top / "theme" / "base.html").write_bytes(text.replace("</footer>", "<p>bench</p></footer>").encode())


def word(top: Path, count: int) -> None:
    """Another word of the interface."""
    del count
    (top / "content" / "strings.yaml").write_bytes("nav.compare: {en: Compared, zh: 对比}\n".encode())


@dataclass(frozen=True, slots=True)
class Named:
    """An edit and what it is called in the table."""

    name: str
    make: Edit


EDITS = (
    Named("a paragraph", paragraph),
    Named("a gloss", gloss),
    Named("a short title", short_title),
    Named("a new report", new_report),
    Named("a deleted report", deleted_report),
    Named("a template", template),
    Named("a word", word),
)
