"""Pages that need not be made again: those of which nothing that was read while they were made has changed since.

For each portion of pages the list has what was read, by question and the hash of the answer, and the files that came
of it, which must stand in the last site as they were left. It is one file of the cache, of no use to another program,
theme or place. What is asked of the content is noted by `corpus.reads`.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..cache import FOLDER, digest, plain_value, program, written
from ..corpus.reads import Read, Watch
from ..corpus.said import digest_of
from ..kept import File, Kept
from ..pages.frame import Deferred, Page
from ..pages.kinds import Portion
from .theme import Theme

_Account = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class MadePage:
    """A file that came of a portion, and the ids that it has twice."""

    path: str
    doubled: tuple[str, ...]


@dataclass(slots=True)
class _Known:
    """What is known of a portion: the hash of what it was told, the numbers of what was read, and its files."""

    told: str
    reads: tuple[int, ...]
    made: tuple[tuple[str, tuple[str, ...], _Account], ...]


@dataclass(slots=True)
class Remembered:
    """The pages that stand in a site, and what they were made of."""

    listing: Path
    site: Path
    watch: Watch | None = None
    _version: bytes = b""
    _known: Mapping[str, _Known] = field(default_factory=dict)
    _same: Mapping[int, bool] = field(default_factory=dict)
    _numbers: dict[Read, int] = field(default_factory=dict)
    _new: dict[str, tuple[str, tuple[int, ...], tuple[MadePage, ...]]] = field(default_factory=dict)

    def begin(self, theme: Theme, watch: Watch) -> None:
        """Reads the list, so that what was read then can be held against what would be read now."""
        self.watch = watch
        self._version = digest((program(), _of_theme(theme).encode(), os.fsencode(self.site))).encode()
        reads, digests, self._known = self._listed()
        self._numbers = {read: number for number, read in enumerate(reads)}
        self._same = _Same(watch, reads, digests)

    def _listed(self) -> tuple[list[Read], list[str], dict[str, _Known]]:
        with suppress(OSError, ValueError, TypeError, LookupError):
            reads, digests, rows = plain_value(self.listing, self._version)
            return reads, digests, {name: _Known(*row) for name, row in rows.items()}
        return [], [], {}

    def known(self, name: str, told: str) -> list[tuple[MadePage, Kept]] | None:
        """The files of a portion that stand as they would be made; None where one has to be made."""
        known = self._known.get(name)
        if known is None or known.told != told or not all(self._same[number] for number in known.reads):
            return None
        kept = []
        for path, doubled, account in known.made:
            file = self.site / path
            if _account(file) != account:
                return None
            kept.append((MadePage(path, doubled), Kept(file, account[0])))
        self._new[name] = known.told, known.reads, tuple(page for page, _ in kept)
        return kept

    def add(self, name: str, told: str, reads: Iterable[Read], made: Iterable[MadePage]) -> None:
        """Notes what a portion was made of."""
        numbers = tuple([self._numbers.setdefault(read, len(self._numbers)) for read in reads])
        self._new[name] = told, numbers, tuple(made)

    def file(self, path: str, make: Callable[[], bytes]) -> File:
        """A file that is no page, kept or made."""
        known = self.known(path, "")
        if known:
            return known[0][1]
        with noting(self) as noted:
            data = make()
        self.add(path, "", noted, (MadePage(path, ()),))
        return data

    def keep(self) -> None:
        """Writes the list, after the site was put in its place."""
        if self.watch is None:
            return
        asked = {number for _, numbers, _ in self._new.values() for number in numbers}
        digests = [self.watch.digest(read) if number in asked else "" for read, number in self._numbers.items()]
        rows = {
            name: (told, numbers, tuple((one.path, one.doubled, _account(self.site / one.path)) for one in made))
            for name, (told, numbers, made) in self._new.items()
        }
        data = pickle.dumps((list(self._numbers), digests, rows), pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            written(self.listing, self._version + sha256(data).hexdigest().encode() + data)


class _Same(dict[int, bool]):
    """Whether the answer to each question, by its number, is what it was; asked when it is first needed."""

    def __init__(self, watch: Watch, reads: list[Read], digests: list[str]) -> None:
        super().__init__()
        self._watch, self._reads, self._digests = watch, reads, digests

    def __missing__(self, number: int) -> bool:
        self[number] = found = self._watch.digest(self._reads[number]) == self._digests[number]
        return found


def list_of_pages(top: Path, site: Path) -> Path:
    """Where a project keeps what it knows of the pages of a site."""
    return top / FOLDER / f"{digest([os.fsencode(os.path.realpath(site))])[:16]}.pages"


@contextmanager
def noting(remembered: Remembered | None) -> Iterator[dict[Read, None]]:
    """What is read meanwhile."""
    noted: dict[Read, None] = {}
    if remembered and remembered.watch:
        with remembered.watch.noting(noted):
            yield noted
    else:
        yield noted


def name_of(portion: Portion, language: str) -> str:
    """What a portion is known by."""
    return portion.page.frame.path if portion.page else f"{portion.name} {language}"


def told_of(page: Page | None) -> str:
    """The hash of what a page is made with beside what it reads: its template, its frame, what its view is given."""
    if page is None:
        return ""
    if not isinstance(page.shown, Deferred):  # what it was made of has been read already, and nobody noted it
        raise TypeError(f"the view of {page.frame.path}, one of many of its kind, is not deferred")
    make = page.shown.make
    return digest_of((page.template, page.frame, make.__module__, make.__qualname__, page.shown.given[1:]))


def _of_theme(theme: Theme) -> str:
    """The hash of all templates, and of where the static files are; words are noted one by one."""
    files = {path.name: path for folder in reversed(theme.folders) for path in folder.glob("*.html")}
    parts = [part for name, path in sorted(files.items()) for part in (name.encode(), path.read_bytes())]
    return digest((*parts, repr(sorted(theme.assets.paths.items())).encode()))


def _account(path: Path) -> _Account:
    try:
        status = os.lstat(path)
    except OSError:
        return (-1, -1, -1)
    return status.st_size, status.st_mtime_ns, status.st_ino
