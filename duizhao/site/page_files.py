"""The pages of every language as bytes, one portion after another; those that are remembered stay as they stand.

Where all are to be made, two processes share the portions; what comes of them is put together in their order, as one
would have made them. Which pages there are is left to `portions`, what of them is remembered to `remembered`.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import IO

from ..beside import beside, held_at_most
from ..cache import plain_values
from ..content.locale import WordError
from ..corpus.join import Corpus
from ..corpus.reads import Read
from ..issues import Issue
from ..kept import File, Kept
from ..pages.addresses import INDEX
from ..pages.context import PageContext
from ..pages.frame import Page
from ..progress import Watch, unwatched
from .clashes import Clashes, doubled_ids
from .page_list import MadePage, packed_numbers, unpacked_numbers
from .portions import Listed, listed_portions, portions_named
from .remembered import Remembered, noting
from .render import TemplateIssue, rendered
from .spool import Spool, spooled
from .theme import Theme

# So many portions of each language are made by one process, one after the other: what shares a view stands together.
_RUN = 8
# So many times what one process holds before it makes pages two of them hold when they have made them.
_TWICE = 2.5


@dataclass(frozen=True, slots=True)
class First:
    """Pages that are made before all others, since somebody looks at them: those that lie in these folders.

    `show` is given what was made of them, as soon as it is there, where nothing is wrong with it.
    """

    folders: Collection[str]
    show: Callable[[dict[str, File]], None]


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of a portion: its files, the numbers of what was read, what is wrong; or the word that was missing.

    `known` where it stays as it stands.
    """

    language: str
    name: str = ""
    told: str = ""
    files: tuple[tuple[MadePage, File], ...] = ()
    packed: bytes = b""
    issues: tuple[Issue, ...] = ()
    missing: tuple[str, str] | None = None
    known: bool = False


@dataclass(slots=True)
class _Maker:
    """Makes portions, in one process."""

    theme: Theme
    watch: Watch
    remembered: Remembered | None
    spool: Spool | None
    _count: int = 0
    _first: dict[str, _Made] = field(default_factory=dict)
    _last: dict[str, tuple[object, object, dict[Read, None]]] = field(default_factory=dict)

    def made(self, context: PageContext, listed: Listed) -> _Made:
        """A portion, remembered or made."""
        name, told = listed.name, listed.told
        if self._first and (first := self._first.pop(name, None)):
            return first
        if self.remembered:
            known = self.remembered.known(name, told)
            if known is not None:
                return _Made(context.language, name, told, tuple(known), known=True)
        issues: list[Issue] = []
        portion = listed.portion()
        try:
            with noting(self.remembered) as noted:
                every = [self.page(context, page, noted, issues) for page in portion.make()]
        except WordError as error:
            return _Made(context.language, missing=(error.key, str(error)))
        files = tuple(file for file in every if file)
        packed = self.remembered.packed_numbers_of(noted) if self.remembered else b""
        return _Made(context.language, name, told, files, packed, tuple(issues))

    def make_first(self, first: First, contexts: Iterable[PageContext]) -> None:
        """Makes the portions of which the last site had pages in some folders, and shows what of them is new."""
        names = self.remembered.names_in(first.folders) if self.remembered else set()
        for context in contexts:
            for listed in _wanted(context, names, self.remembered):
                self._first[listed.name] = self.made(context, listed)
        made = [one for one in self._first.values() if not one.known]
        if made and not any(one.issues or one.missing for one in made):
            first.show({page.path: file for one in made for page, file in one.files})

    def page(
        self, context: PageContext, page: Page, noted: dict[Read, None], issues: list[Issue]
    ) -> tuple[MadePage, File] | None:
        """A page that is made, None where it cannot be rendered."""
        view = self._view(context, page, noted)
        self.watch("render", self._count)
        path = page.frame.path
        try:
            html = rendered(self.theme, page, context, view)
        except TemplateIssue as error:
            issues.append(error.issue)
            return None
        finally:
            self._count += 1
            self.watch("pages", self._count)
        return MadePage(path, doubled_ids(html) if path.endswith(INDEX) else ()), spooled(self.spool, html)

    def _view(self, context: PageContext, page: Page, noted: dict[Read, None]) -> object:
        """The view of a page; two pages of a language, one after the other, may show one, which is then made once."""
        shown, view, read = self._last.get(context.language, (None, None, {}))
        if page.shown is shown:
            noted.update(read)
            return view
        view = page.view  # first: it is read for what is noted
        self._last[context.language] = page.shown, view, dict(noted)
        return view


@dataclass(slots=True)
class _Pages:
    """The pages that are there, in their order, and what is wrong with them."""

    theme: Theme
    clashes: Clashes
    remembered: Remembered | None
    files: dict[str, File] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    _ended: set[str] = field(default_factory=set)

    def take(self, made: _Made) -> None:
        """Takes a portion over. A word that is missing ends the pages of its language."""
        if made.language in self._ended:
            return
        if made.missing:
            self._ended.add(made.language)
            self.issues.append(_word_issue(self.theme, *made.missing))
            return
        for page, file in made.files:
            if page.path in self.files:
                self.clashes.add_address(page.path)
            self.files[page.path] = file
            self.clashes.add_doubled(page.path, page.doubled)
        self.issues += made.issues
        if self.remembered and not made.known and not made.issues:
            self.remembered.add(made.name, made.told, made.packed, [page for page, _ in made.files])


def pages_made(
    theme: Theme,
    site: Corpus,
    contexts: Iterable[PageContext],
    watch: Watch,
    remembered: Remembered | None,
    spool: Spool | None = None,
    jobs: int = 1,
    within: int = 0,
    first: First | None = None,
) -> tuple[dict[str, File], list[Issue]]:
    """The pages of every language; one that cannot be rendered is an issue, and so is one at another's address.

    The languages go side by side, so that what is found out for a page serves the same page in the next one. Two
    processes make them with more than one of `jobs`, where both together hold less than `within` bytes, if not 0.
    """
    contexts = tuple(contexts)
    pages = _Pages(theme, Clashes(site), remembered)
    maker = _Maker(theme, watch, remembered, spool)
    if first:
        maker.make_first(first, contexts)
    if jobs > 1 and spool and not (remembered and remembered.knows_any) and _is_within(within):
        for made in _made_by_two(maker, spool, contexts):
            pages.take(made)
    else:
        for _, make in _asked(contexts, maker):
            pages.take(make())
    return pages.files, pages.issues + pages.clashes.issues()


def _is_within(room: int) -> bool:
    """Whether this process and its copy find room for what they hold to the end of the pages."""
    return not room or held_at_most() * _TWICE < room


def made_by_name(
    theme: Theme, contexts: Iterable[PageContext], wanted: Collection[tuple[str, str]], folder: str
) -> dict[str, File] | None:
    """What lies in a folder of the portions that are wanted, by their group and name; None where a page of them cannot
    be made.
    """
    maker, files, issues = _Maker(theme, unwatched, None, None), dict[str, File](), list[Issue]()
    with suppress(WordError):
        for context in contexts:
            for listed in portions_named(context, wanted):
                for page in listed.portion().make():
                    if page.frame.path.rpartition("/")[0] == folder:
                        made = maker.page(context, page, {}, issues)
                        files |= {made[0].path: made[1]} if made else {}
        return None if issues else files
    return None


def _wanted(context: PageContext, names: set[str], remembered: Remembered | None) -> Iterator[Listed]:
    """The portions of these names in one language, which are taken out of them.

    It ends with the last of them, or at a word that is missing, which is told in its turn.
    """
    portions = listed_portions(context, remembered)
    with suppress(WordError):
        while names and (listed := next(portions, None)):
            if listed.name in names:
                names.remove(listed.name)
                yield listed


def _asked(contexts: Iterable[PageContext], maker: _Maker) -> Iterator[tuple[int, Callable[[], _Made]]]:
    """Each portion with its turn, as a function that makes it; the portions of all languages have one turn together."""
    under_way: dict[str, tuple[PageContext, Iterator[Listed]]] = {
        context.language: (context, listed_portions(context, maker.remembered)) for context in contexts
    }
    turn = 0
    while under_way:
        for language, (context, portions) in tuple(under_way.items()):
            try:
                listed = next(portions)
            except StopIteration:
                del under_way[language]
            except WordError as error:
                del under_way[language]
                yield turn, partial(_Made, language, missing=(error.key, str(error)))
            else:
                yield turn, partial(maker.made, context, listed)
        turn += 1


def _made_by_two(maker: _Maker, spool: Spool, contexts: tuple[PageContext, ...]) -> Iterator[_Made]:
    """All portions in their order, every other run of them made by a second process.

    What that one could not make, for whatever reason, is made here.
    """
    with tempfile.TemporaryFile() as told:
        second = _Maker(maker.theme, unwatched, maker.remembered, spool.of("b"))
        count = maker.remembered.count if maker.remembered else 0
        with beside(
            lambda: _tell(told, second, (made() for turn, made in _asked(contexts, second) if _is_second(turn)))
        ):
            own = [None if _is_second(turn) else made() for turn, made in _asked(contexts, maker)]
        told.seek(0)
        others, rest = _told(told, spool, maker.remembered, count), iter(_asked(contexts, maker))
        for made in own:
            _, make = next(rest)
            yield made or next(others, None) or make()


def _is_second(turn: int) -> bool:
    return turn // _RUN % 2 == 1


def _tell(told: IO[bytes], maker: _Maker, every: Iterable[_Made]) -> None:
    """Writes portions down, each with the questions that had no number before."""
    remembered, count = maker.remembered, maker.remembered.count if maker.remembered else 0
    for made in every:
        new = remembered.numbered_since(count) if remembered else []
        count += len(new)
        files = [(page, os.path.basename(file.path), file.size) for page, file in made.files if isinstance(file, Kept)]
        if len(files) < len(made.files):
            return  # the disk is full: what this process has in memory the first one has to make
        pickle.dump((replace(made, files=()), files, new), told, pickle.HIGHEST_PROTOCOL)
    told.flush()


def _told(told: IO[bytes], spool: Spool, remembered: Remembered | None, count: int) -> Iterator[_Made]:
    """The portions that were written down, as far as they can be read; `count` is of numbers that are the same here."""
    numbers: list[int] = []
    for made, files, new in plain_values(told):
        numbers += remembered.numbers_of(new) if remembered else ()
        kept = tuple((page, Kept(spool.folder / name, size)) for page, name, size in files)
        reads = [one if one < count else numbers[one - count] for one in unpacked_numbers(made.packed)]
        yield replace(made, files=kept, packed=packed_numbers(reads))


def _word_issue(theme: Theme, key: str, message: str) -> Issue:
    word = theme.words.get(key)
    place = word.place if word else theme.place(theme.folders[-1] / "words.yaml")
    return Issue("string-missing", place, message, "key: {en: …, zh: …}")
