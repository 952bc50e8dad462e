"""The site as it stands after the last save, and what is wrong with the save: built anew whenever a file has changed.

While there are mistakes the last good site stays. How it is shown is left to `answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition, Event, RLock, Thread
from urllib.parse import urlsplit

from ..at_once import Saved, made_at_once, rehearse
from ..cache import FOLDER
from ..collecting import look_through, not_looked_through
from ..content.records import Content
from ..content.schema import Bilingual
from ..corpus.rows import Rows
from ..issues import Issue
from ..kept import File, Kept, bytes_of
from ..pipeline import AtHand, Built, built
from ..progress import Pace
from ..project import Project
from ..site.disk import P, R, directly
from ..site.manifest import listed_in
from ..site.page_files import First
from ..site.page_list import list_of_pages
from ..site.place import PlaceError, site_folder
from ..site.remembered import Remembered
from ..site.write import write_files
from .watching import Account, account_of, has_changed, likely_to_change, saved_between

# Seconds between two looks at the files; and how long they must stay as they are, since a save may be written in parts.
_BETWEEN, _SETTLED = 0.1, 0.03
_LONGEST = 0.4  # seconds between two looks at what may be saved, also where a look takes long, as while the disk works
_QUIET = 10  # looks without a change after which the site is written
_IDLE = 600  # looks without a change after which what requests have left in cycles is taken away


_OPEN = 4  # pages that were asked for last, one of which somebody looks at after a save
_BEHIND = 3  # versions at most since a page asked last that is still open: it asks after each, as soon as it is loaded
_LOADED = 0.7  # seconds at most in which who looks at a page loads it again: what is made meanwhile would slow that
_READ = "words"  # the stage that begins when all content is read


class _Overtaken(Exception):
    """Something was saved while a site was made of what had been saved before."""


@dataclass(frozen=True, slots=True)
class State:
    """What is served and what is wrong. `version` counts all changes of it, `site` the sites that were made.

    `made` says by which of them each folder changed last, or was made anew where no page of it was open. `failed` says
    why a site without mistakes could not be built or written. `base` is the path of the site's address.
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
    _nudged: Event = field(default_factory=Event)
    _loaded: Event = field(default_factory=Event)
    # Held by who looks at files, or makes what is shown at once: beside the writing of a site that takes many times as
    # long, so that waits.
    _hurry: AbstractContextManager[object] = field(default_factory=RLock)
    _changed: Condition = field(default_factory=Condition)
    _seen: Account | None = None
    _unwritten: tuple[Mapping[str, File], Remembered] | None = None
    _asked: dict[str, int] = field(default_factory=dict)
    _before: Mapping[str, File] | None = None
    _writing: Thread | None = None
    _pace: Pace = field(default_factory=Pace)
    _seldom: Pace = field(default_factory=Pace)
    _at_hand: AtHand = field(default_factory=lambda: AtHand(rows=Rows()))
    _of: Account | None = None  # the account of what is at hand, None where that is not known
    _shown: bool = False
    _begun: Account = ()
    _likely: Account = ()

    def begin(self) -> None:
        """Builds for the first time; where that fails, what an earlier build left is served."""
        listed = listed_in(directly, self.out) or ()
        files = {name: path for name in listed if (path := self.out / name).is_file()}
        self._set(files={name: Kept(path, path.stat().st_size) for name, path in files.items()})
        self._seen = account_of(self.project)
        self.rebuild()

    def watch(self) -> None:
        """Builds after each change, until it is stopped."""
        try:
            with not_looked_through():
                self._watch()
        finally:
            if self._writing:
                self._writing.join()
            self.write()

    def _watch(self) -> None:
        quiet = 0
        rehearse(self.project.top, self.project.top / FOLDER, self._at_hand)
        while not self.stopped.is_set():
            self._nudged.wait(_BETWEEN)
            self._nudged.clear()
            quiet = 0 if self.look() else quiet + 1
            if quiet == _QUIET:
                self._writing = Thread(target=self.write)
                self._writing.start()
            elif quiet % _IDLE == _IDLE - 1:
                look_through()

    def look(self) -> bool:
        """Builds where a file has changed, as soon as all are settled; True where one had."""
        with self._hurry:
            now = account_of(self.project)
            if now == self._seen:
                return False
            while not self.stopped.wait(_SETTLED) and now != (after := account_of(self.project)):
                now = after
            self._seen = now
        self.build(now)
        return True

    def _in_turn(self, call: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """The door to the disk of who writes the site: it opens when nobody is in a hurry."""
        self._give_way()
        return directly(call, *args, **kwargs)

    def _give_way(self) -> None:
        """Waits while somebody is in a hurry."""
        with self._hurry:
            pass

    def nudge(self) -> None:
        """Has the watch look at the files at once: something was written."""
        self._nudged.set()

    def stop(self) -> None:
        """Ends the watch, and lets go who waits."""
        self.stopped.set()
        self.nudge()
        self._loaded.set()
        with self._changed:
            self._changed.notify_all()

    def after(self, version: int, seconds: float, page: str = "") -> State:
        """The state, as soon as it is another than this version, or after so many seconds, for a page that is open."""
        with self._changed:
            if page:
                self._asked.pop(_folder(page), None)
                self._asked[_folder(page)] = self.state.version
            for old in [*self._asked][:-_OPEN]:
                del self._asked[old]
            if version == self.state.version and self.state.made_at(page) == self.state.site:
                self._loaded.set()  # it has loaded what is new of it
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

    def build(self, account: Account | None = None) -> None:
        """Builds what is there now, the pages that are open before all others, and serves it where nothing is wrong.

        Who has looked has its account. Where something is saved meanwhile it is given up, as soon as the open pages are
        there.
        """
        top, self._shown = self.project.top, False
        self._begun = account or account_of(self.project)
        opened = {name.rpartition("/")[2] for name in self._opened()}
        self._likely = likely_to_change(self.project, self._begun, opened)
        self._pace, self._seldom = Pace(longest=_LONGEST), Pace()
        before, self._of = self._of, None
        try:
            self._show_at_once(before)
            self._wait_for_disk()
            remembered = Remembered(list_of_pages(top, self.out), site_folder(self.out), on_the_way=self._is_overtaken)
            first = None if self._shown else First(self._opened(), self._show)
            result = built(top, self._is_overtaken, top / FOLDER, remembered, first=first, at_hand=self._at_hand)
            self._of = self._begun
            self.library = result.site.library if result.site else self.library
            self.words = result.theme.strings if result.theme else self.words
            if result.issues:
                self._set(issues=result.issues, failed="", **self._taken_back())
            else:
                self._put(result, remembered)
        except _Overtaken:
            self._of = self._begun
            self._seen = None  # also where the save is taken back before it is looked at
            self.nudge()
            return
        except (OSError, PlaceError) as error:
            # a file may have gone while it was read: then it is looked at again
            self._seen = None if isinstance(error, FileNotFoundError) else self._seen
            self._set(failed=str(error), **self._taken_back())
        self.told(self.state)

    def _show_at_once(self, before: Account | None) -> None:
        """Tells what is wrong with what was saved, or serves the pages that are open with what it says.

        What is at hand is of the content `before`. What cannot be read a whole build tells.
        """
        saved = saved_between(self.project, before, self._begun) if before else Saved()
        if not saved:
            return
        top, issues = self.project.top, None
        with suppress(OSError), self._hurry:
            issues = made_at_once(top, top / FOLDER, self._at_hand, saved, self._opened(), self._show)
        if issues:
            self._set(issues=issues, failed="", **self._taken_back())

    def _opened(self) -> tuple[str, ...]:
        """The folders of the pages that are open, which have asked since the last few versions; first who asked last.

        A page asks when it is loaded, and after each version: the last one is that which somebody looks at.
        """
        with self._changed:
            asked = reversed(self._asked.items())
            return tuple(name for name, at in asked if at >= self.state.version - _BEHIND)

    def _wait_for_disk(self) -> None:
        """Waits until the last site is written, which the next one stands on."""
        while self._writing and self._writing.is_alive():
            self._writing.join(_BETWEEN)
            self._is_overtaken()
        self._writing = None

    def _is_overtaken(self, stage: str = "", done: int = 0) -> None:
        """Gives up a build whose first pages are shown, where something has been saved since. Raises _Overtaken.

        Of any build it is asked once all is read: what was read then may be taken back before it is looked at.
        """
        if stage != _READ and not self._shown:
            return
        if self._is_old() if stage == _READ else self._pace(self._has_changed):
            if self._shown:
                raise _Overtaken
            self._seen = None

    def _has_changed(self) -> bool:
        """True where a file is another that somebody is at work on; now and then all are looked at, which takes longer.

        While the disk is written each look at a file waits its turn.
        """
        return has_changed(self._likely) or self._seldom(self._is_old)

    def _is_old(self) -> bool:
        with self._hurry:
            return account_of(self.project) != self._begun

    def _show(self, files: Mapping[str, File]) -> None:
        """Serves the pages that are open as they are now; all others follow."""
        self._shown, self._before = True, self.state.files if self._before is None else self._before
        now = self._with({**self.state.files, **files}, files)
        if now["made"] != self.state.made:
            self._loaded.clear()
            self._set(issues=(), failed="", **now)
            self._loaded.wait(_LOADED)
            self._is_overtaken()
        elif self.state.issues:
            self._set(issues=(), failed="")

    def _taken_back(self) -> dict[str, object]:
        """The last whole site in the place of pages that were shown of one that is not to be."""
        if self._before is None:
            return {}
        before, self._before = self._before, None
        return self._with(before, before)

    def _with(
        self, files: Mapping[str, File], new: Mapping[str, File], folders: Container[str] | None = None
    ) -> dict[str, object]:
        """The fields of a state with these files, of which some are new, and the folders that change by it.

        Outside of some `folders` what was made anew is held to be another: to read thousands of files takes seconds.
        """
        site, old = self.state.site + 1, self.state.files
        made = dict(self.state.made)
        for name, file in new.items():
            folder = _folder(name)
            if not _is_same(old.get(name), file, closely=folders is None or folder in folders):
                made[folder] = site
        return {"files": files, "site": site, "made": made}

    def _put(self, result: Built, remembered: Remembered) -> None:
        """Serves what was made; it is written when nobody saves: no reader and no next build waits for the disk."""
        base = urlsplit(result.site.library.site.base_url).path if result.site else "/"
        self._before = None
        self._set(issues=(), failed="", base=base or "/", **self._with(result.files, result.files, self._opened()))
        self._unwritten = result.files, remembered
        self._at_hand.take(remembered)

    def write(self) -> None:
        """Puts what was made in the place of the last site, where it does not stand there yet.

        Pages may be served of the next one meanwhile.
        """
        if self._unwritten is None:
            return
        (files, remembered), self._unwritten = self._unwritten, None
        try:
            write_files(files, self.out, self._in_turn, lambda _: remembered.keep(self._give_way))
        except (OSError, PlaceError) as error:
            self._set(failed=str(error))
            self.told(self.state)
            return
        with self._changed:
            now = dict(self.state.files)
            now |= {name: Kept(self.out / name, len(file)) for name, file in files.items() if now.get(name) is file}
            self.state = replace(self.state, files=now)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _is_same(old: File | None, new: File, *, closely: bool) -> bool:
    if old is new:
        return True
    if old is None or len(old) != len(new):
        return False
    if isinstance(old, Kept) and isinstance(new, Kept):  # which stands as it was
        return True
    if not closely and (isinstance(old, Kept) or isinstance(new, Kept)):
        return False
    try:
        return bytes_of(old) == bytes_of(new)
    except OSError:
        return False
