"""What commands share: the folder that they work in, how they end, what they print of mistakes.

What each command does is left to `cli` and to `making`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EACCES, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .options import option
from .progress import Progress, is_watched
from .project import project_at
from .site.place import PlaceError

if TYPE_CHECKING:
    from .issues import Issue, SourcePosition

FINE, CONTENT_WRONG, WRONG_PLACE, MACHINE_FAILED = 0, 1, 2, 3  # argparse ends with 2, too, for a wrong command line
STOPPED = 130  # what shells report of a program that Ctrl-C ended
UNHEARD = 141  # what shells report of a program that writes to who has stopped reading, as head does
# What the disk answers where another folder would do.
_ELSEWHERE = frozenset({EACCES, EPERM, EROFS, ENAMETOOLONG, ENOTDIR, EISDIR, ENOENT, ELOOP})


class UsageError(Exception):
    """What is wrong with the command line, in words for who wrote it."""


class MachineError(Exception):
    """What the machine could not do, and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InProject:
    """What every command that works in a project's folder can be told."""

    top: Path = option(
        "the project's folder, which holds content/ (by default the current folder)", Path(), metavar="FOLDER"
    )

    def require_content(self) -> None:
        """Raises UsageError where the folder is no project."""
        if not (self.top / "content").is_dir():
            raise UsageError(f"{self.top.resolve()} holds no folder content/; name the project's folder with --top")

    def not_to_be_read(self) -> tuple[Issue, ...]:
        """What among the project's files must not be read: it is no file, or too large."""
        from .content.sizes import not_to_be_read

        return not_to_be_read(project_at(self.top))


@dataclass(frozen=True, slots=True)
class OnProject(InProject):
    """What every command that looks at all of a project can be told."""

    out: Path | None = option("where the site goes (by default site/ in the project's folder)", None, metavar="FOLDER")
    format: str = option("how mistakes are shown", "text", choices=("text", "json", "github"))
    verbose: bool = option("print the time of each stage")
    quiet: bool = option("print nothing but mistakes")

    @property
    def place(self) -> Path:
        """Where the site stands or will stand."""
        return self.out or project_at(self.top).out

    def recover(self) -> None:
        """Ends what a killed build began. Raises PlaceError where no site can stand."""
        from .site.write import recover

        with writing(self.place):
            if recover(self.place) and self.verbose:
                self.say(f"{self.place}: ended what a build before this one began")

    def say(self, text: str) -> None:
        """Prints what is no mistake."""
        if not self.quiet:
            print(visibly(text), file=self.beside)

    @property
    def beside(self) -> TextIO:
        """Where all goes that is no mistake: where mistakes are JSON, nothing else comes between them."""
        return sys.stderr if self.format == "json" else sys.stdout

    def progress(self) -> Progress:
        """Who watches the work."""
        return Progress(sys.stderr, live=is_watched(sys.stderr) and not self.quiet, table=self.verbose)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Raises PlaceError where another folder than this would do, and MachineError where the disk fails."""
    try:
        yield
    except OSError as error:
        at = f" ({os.fsdecode(error.filename)})" if error.filename else ""
        said = f"{folder} cannot be written: {error.strerror}{at}"
        if error.errno in _ELSEWHERE:
            raise PlaceError(f"{said}; name another folder") from error
        raise MachineError(said) from error


def visibly(line: str) -> str:
    """A line to be printed, with something to see for each character that would steer the terminal."""
    from .issues import visible  # not before something is said: it takes its time

    return visible(line)


def told(given: OnProject, issues: Sequence[Issue]) -> int:
    """Prints the mistakes in the format asked for; returns how the command ends."""
    from .content.excerpts import line_at
    from .issues import as_github, as_json, shown

    if given.format == "json":
        print(as_json(issues), end="")
    elif given.format == "github":
        print(as_github(issues, lambda place: _from_here(given.top, place)), end="")
    else:
        print(shown(issues, line_at(given.top)), end="", file=sys.stderr)
    return CONTENT_WRONG if issues else FINE


def _from_here(top: Path, place: SourcePosition) -> str:
    # Only the folder is resolved: the place may be a link, which leads elsewhere or nowhere.
    path, here = top.resolve() / place.path, Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
