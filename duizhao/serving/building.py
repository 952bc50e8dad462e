"""The site as it stands after the last save, and what is wrong with the save: built anew whenever a file has changed.

While there are mistakes the last good site stays. How it is shown is left to `answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition, Event
from urllib.parse import urlsplit

from ..cache import FOLDER
from ..content.records import Content
from ..content.schema import Bilingual
from ..issues import Issue
from ..kept import File, Kept, bytes_of
from ..pipeline import Built, built
from ..project import Project
from ..site.disk import directly
from ..site.manifest import listed_in
from ..site.place import PlaceError, site_folder
from ..site.remembered import Remembered, list_of_pages
from ..site.write import write_files
from .watching import Account, account_of

# Seconds between two looks at the files; and how long they must stay as they are, since a save may be written in parts.
_BETWEEN, _SETTLED = 0.1, 0.03
_QUIET = 10  # looks without a change after which the site is written


@dataclass(frozen=True, slots=True)
class State:
    """What is served and what is wrong. `version` counts all changes of it, `site` the sites that were made.

    `made` says by which of them each folder changed last. `failed` says why a site without mistakes could not be built
    or written. `base` is the path of the site's address.
    """

    version: int = 0
    site: int = 0
    files: Mapping[str, File] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    failed: str = ""
    base: str = "/"
    made: Mapping[str, int] = field(default_factory=dict)

    def made_at(self, name: str) -> int:
        """Of which site the page of this name is, or what lies beside it: the last one by which that changed."""
        return self.made.get(_folder(name), 0)


@dataclass(slots=True)
class Live:
    """The site of a project in a folder, kept up to date with what is saved. `told` is called after each build.

    `library` is its content as it was last read, mistakes or not, `words` are those of its theme.
    """

    project: Project
    out: Path
    told: Callable[[State], None]
    state: State = field(default_factory=State)
    stopped: Event = field(default_factory=Event)
    library: Content | None = None
    words: Mapping[str, Bilingual] = field(default_factory=dict)
    _changed: Condition = field(default_factory=Condition)
    _seen: Account | None = None
    _unwritten: tuple[Mapping[str, File], Remembered] | None = None

    def begin(self) -> None:
        """Builds for the first time; where that fails, what an earlier build left is served."""
        listed = listed_in(directly, self.out) or ()
        files = {name: path for name in listed if (path := self.out / name).is_file()}
        self._set(files={name: Kept(path, path.stat().st_size) for name, path in files.items()})
        self._seen = account_of(self.project)
        self.rebuild()

    def watch(self) -> None:
        """Builds after each change, until it is stopped."""
        quiet = 0
        try:
            while not self.stopped.wait(_BETWEEN):
                quiet = 0 if self._build_changed() else quiet + 1
                if quiet == _QUIET:
                    self.write()
        finally:
            self.write()

    def _build_changed(self) -> bool:
        """Builds where a file has changed, as soon as all are settled; True where one had."""
        now = account_of(self.project)
        if now != self._seen:
            while not self.stopped.wait(_SETTLED) and now != (after := account_of(self.project)):
                now = after
            self._seen = now
            self.build()
            return True
        return False

    def stop(self) -> None:
        """Ends the watch, and lets go who waits."""
        self.stopped.set()
        with self._changed:
            self._changed.notify_all()

    def after(self, version: int, seconds: float) -> State:
        """The state, as soon as it is another than this version, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state.version != version or self.stopped.is_set(), seconds)
            return self.state

    def _set(self, **fields: object) -> None:
        with self._changed:
            self.state = replace(self.state, version=self.state.version + 1, **fields)  # type: ignore[arg-type]
            self._changed.notify_all()

    def rebuild(self) -> None:
        """Builds what is there now, serves it where nothing is wrong, and writes it."""
        self.build()
        self.write()

    def build(self) -> None:
        """Builds what is there now, and serves it where nothing is wrong."""
        top = self.project.top
        try:
            remembered = Remembered(list_of_pages(top, self.out), site_folder(self.out))
            result = built(top, cache=top / FOLDER, remembered=remembered)
            self.library = result.site.library if result.site else self.library
            self.words = result.theme.strings if result.theme else self.words
            if result.issues:
                self._set(issues=result.issues, failed="")
            else:
                self._put(result, remembered)
        except (OSError, PlaceError) as error:
            # a file may have gone while it was read: then it is looked at again
            self._seen = None if isinstance(error, FileNotFoundError) else self._seen
            self._set(failed=str(error))
        self.told(self.state)

    def _put(self, result: Built, remembered: Remembered) -> None:
        """Serves what was made; it is written when nobody saves: no reader and no next build waits for the disk."""
        base = urlsplit(result.site.library.site.base_url).path if result.site else "/"
        site, old = self.state.site + 1, self.state.files
        made = {_folder(name): site for name, file in result.files.items() if not _is_same(old.get(name), file)}
        given = {"files": result.files, "site": site, "made": {**self.state.made, **made}, "base": base or "/"}
        self._set(issues=(), failed="", **given)
        self._unwritten = result.files, remembered

    def write(self) -> None:
        """Puts what is served in the place of the last site, where it does not stand there yet."""
        if self._unwritten is None:
            return
        (files, remembered), self._unwritten = self._unwritten, None
        try:
            write_files(files, self.out)
        except (OSError, PlaceError) as error:
            self._set(failed=str(error))
            self.told(self.state)
            return
        remembered.keep()
        kept = {name: Kept(self.out / name, len(file)) for name, file in files.items()}
        with self._changed:
            self.state = replace(self.state, files=kept)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _is_same(old: File | None, new: File) -> bool:
    if old is None or len(old) != len(new):
        return False
    if isinstance(old, Kept) and isinstance(new, Kept):  # which stands as it was
        return True
    try:
        return bytes_of(old) == bytes_of(new)
    except OSError:
        return False
