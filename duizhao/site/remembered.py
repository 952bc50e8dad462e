"""Pages that need not be made again: those of which nothing that was read while they were made has changed since.

For each portion of pages the list has what was read, by question and the hash of the answer, and the files that came
of it, which must stand in the last site as they were left; and for each group of portions, which there are. It is one
file of the cache, of no use to another program, theme or place. What is asked of the content is noted by
`corpus.reads`.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from sys import intern
from typing import TypeVar

from ..cache import digest, program, write_values
from ..corpus.reads import Read, Watch, made_name
from ..corpus.said import digest_of
from ..kept import Account, File, Kept, account_of
from ..pages.context import PageContext
from ..pages.frame import Deferred, Page
from ..pages.kinds import Portion
from ..progress import nobody
from .grounds import ground_of
from .page_list import (
    Group,
    KnownPortion,
    MadePage,
    PageList,
    Renumbered,
    listed,
    packed_digests,
    packed_numbers,
    unpacked_numbers,
)
from .theme import Theme

Item = TypeVar("Item")
# Why a portion was made, where it is for no other answer. Of many other answers so many are kept.
NEW = "nothing was known of it: it is new, or the templates, the static files or the program were others"
TOLD = "its frame, its template or what it is about is another"
ALTERED = "its file in the site was changed or taken away"
_CAUSES = 12
_AT_A_TIME = 256
_WORDS, _STATIC = "words.yaml", "static/"  # of a theme, which are known by what they hold
_PICKLED = 8_192  # questions, or portions: what is pickled together is all in memory, once more
# Where so much of what is known is asked no more, it is forgotten.
_MANY = 0.1


@dataclass(slots=True)
class Remembered:
    """The pages that stand in a site, and what they were made of."""

    listing: Path
    site: Path
    watch: Watch | None = None
    grounds: Mapping[str, str] = field(default_factory=dict)  # of what answers rest on the hash, by name
    on_the_way: Callable[[], None] = nobody  # called for each portion, and now and then
    contexts: Sequence[PageContext] = ()  # what the pages of the site that is made are made in
    anew: bool = False  # where nothing that was known is to count
    _version: bytes = b""
    _top: str = field(init=False)
    _known: PageList = field(default_factory=PageList)
    _same: _Same = field(init=False)
    _numbers: _Numbers = field(default_factory=lambda: _Numbers())
    _new: dict[str, tuple[str, bytes, tuple[MadePage, ...]]] = field(default_factory=dict)
    _causes: dict[str, tuple[Read | str, ...]] = field(default_factory=dict)
    _groups: dict[str, Group] = field(default_factory=dict)

    def begin(self, theme: Theme, watch: Watch) -> None:
        """Reads the list, so that what was read then can be held against what would be read now."""
        self.watch, self._top = watch, os.fspath(self.site)
        watch.on_the_way = self.on_the_way
        self._version = digest((program(), _of_theme(theme).encode(), os.fsencode(self.site))).encode()
        self._known = self._listed()
        self._numbers = _Numbers(zip(self._known.reads, count()))
        self._same = _Same(watch, self._known, self.grounds)

    def _listed(self, *, of_any_version: bool = False) -> PageList:
        if self.anew:
            return PageList()
        with suppress(OSError, ValueError, TypeError, LookupError):
            return listed(self.listing, b"" if of_any_version else self._version, self.on_the_way)
        return PageList()

    @property
    def knows_any(self) -> bool:
        """True where some portions are known, most of which may stay."""
        return bool(self._known.portions)

    def names_in(self, folders: Container[str]) -> set[str]:
        """The names of the portions of which files lie in one of these folders of the last site.

        Also where none may stay, as when a template was changed.
        """
        every = (self._known.portions or self._listed(of_any_version=True).portions).items()
        return {name for name, known in every if any(path.rpartition("/")[0] in folders for path, _, _ in known.made)}

    def places(self) -> dict[str, list[tuple[str, str]]]:
        """By folder the portions of which the site that was made has pages there: each by its group and its name."""
        group_of = {name: group for group, (_, rows) in self._groups.items() for name, _ in rows}
        found: dict[str, list[tuple[str, str]]] = {}
        for name, (_, _, made) in self._new.items():
            if name in group_of:
                for folder in {page.path.rpartition("/")[0] for page in made}:
                    found.setdefault(folder, []).append((group_of[name], name))
        return found

    def group(self, name: str) -> tuple[tuple[str, str], ...] | None:
        """The portions of a group, each by its name and the hash of what it is told; None where they must be listed."""
        if name not in self._groups:
            known = self._known.groups.get(name)
            if known is None or not all(self._same[number] for number in known[0]):
                return None
            self._groups[name] = known
        return self._groups[name][1]

    def add_group(self, name: str, reads: Iterable[Read], portions: Iterable[tuple[str, str]]) -> None:
        """Notes of a group which portions it has, and what was read to list them."""
        self._groups[name] = self.numbers_of(reads), tuple(portions)

    def known(self, name: str, told: str) -> list[tuple[MadePage, Kept]] | None:
        """The files of a portion that stand as they would be made; None where one has to be made."""
        self.on_the_way()
        known = self._known.portions.get(name)
        self._causes[name] = tuple(self._causes_of(known, told))
        if known is None or self._causes[name]:
            return None
        kept = [
            (MadePage(path, doubled), Kept(f"{self._top}/{path}", account[0], account))
            for path, doubled, account in known.made
        ]
        self._causes[name] = known.causes
        self._new[name] = known.told, known.packed, tuple([page for page, _ in kept])
        return kept

    def _causes_of(self, known: KnownPortion | None, told: str) -> Iterator[Read | str]:
        """Why a portion has to be made; nothing where its files stand as they would be made."""
        if known is None:
            yield NEW
            return
        if known.told != told:
            yield TOLD
        open_ones = self._same.open
        if not open_ones.isdisjoint(known.reads):
            others = (self._same.reads[n] for n in [n for n in known.reads if n in open_ones] if not self._same[n])
            yield from islice(others, _CAUSES)
        yield from (ALTERED for path, _, account in known.made if self._account(path) != account)

    def _account(self, path: str) -> Account:
        """The system's account of a file of the site."""
        return account_of(f"{self._top}/{path}")  # to join a `Path` would take longer

    @property
    def count(self) -> int:
        """How many questions have a number."""
        return len(self._numbers)

    def numbers_of(self, reads: Iterable[Read]) -> tuple[int, ...]:
        """The number of each question, a new one where it has none: many portions ask the same."""
        return tuple(map(self._numbers.__getitem__, reads))

    def packed_numbers_of(self, reads: Iterable[Read]) -> bytes:
        """The same, packed."""
        return packed_numbers(map(self._numbers.__getitem__, reads))

    def numbered_since(self, count: int) -> list[Read]:
        """The questions that had no number when there were so many."""
        return list(islice(reversed(self._numbers), len(self._numbers) - count))[::-1]

    def add(self, name: str, told: str, packed: bytes, made: Iterable[MadePage]) -> None:
        """Notes what a portion was made of, by the numbers of what was read, packed.

        Why it was made is found out here where another process has asked whether it may stay.
        """
        if name not in self._causes:
            self._causes[name] = tuple(self._causes_of(self._known.portions.get(name), told))
        self._new[name] = told, packed, tuple(made)

    def files(self, name: str, told: str, make: Callable[[], Iterable[tuple[str, bytes]]]) -> dict[str, File]:
        """Files that are made together and are no pages, kept or made; `told` is the hash of what was not read."""
        known = self.known(name, told)
        if known is not None:
            return {made.path: file for made, file in known}
        with noting(self) as noted:
            files: dict[str, File] = dict(make())
        self.add(name, told, self.packed_numbers_of(noted), [MadePage(path, ()) for path in files])
        return files

    def keep(self, pause: Callable[[], None] = nobody) -> None:
        """Writes the list, after the site was put in its place; `pause` is called now and then, to wait in.

        What is asked for belongs to a site that is made and stands: who could end its making is told no more.
        """
        if self.watch is None:
            return
        self.watch.on_the_way = pause
        left = self._left(pause)
        rests = self._rests(left)
        left.difference_update(*rests.values())
        questions = list(self._numbers)
        # Only where many are asked no more the others are told anew: it takes as long as there are numbers.
        every = range(len(questions))
        kept = [number for number in every if number not in left] if len(left) > len(every) * _MANY else every
        with suppress(OSError):
            write_values(self.listing, self._version, self._values(kept, left, rests, questions, pause))

    def _values(
        self,
        kept: Sequence[int],
        left: set[int],
        rests: Mapping[str, Iterable[int]],
        questions: Sequence[Read],
        pause: Callable[[], None],
    ) -> Iterator[object]:
        """What the list holds, in the order in which it is read: none is made before the last one is written."""
        new = Renumbered(kept)
        yield len(range(0, len(kept), _PICKLED))
        for first in range(0, len(kept), _PICKLED):
            some = kept[first : first + _PICKLED]
            told = ["" if one in left else self._same.digest_once(one, questions[one]) for one in _pausing(some, pause)]
            yield [questions[number] for number in some], packed_digests(told)
        yield len(range(0, len(self._new), _PICKLED))
        portions = iter(self._new.items())
        while own := dict(islice(portions, _PICKLED)):
            pause()
            yield {name: self._row(name, new, *row) for name, row in own.items()}
        yield dict(self.grounds)
        yield {name: (new(numbers), named) for name, (numbers, named) in self._groups.items()}
        yield {name: new(numbers) for name, numbers in rests.items()}
        yield self._rested(kept, questions)
        yield packed_numbers(sorted(left)) if isinstance(kept, range) else b""

    def _row(
        self, name: str, new: Renumbered, told: str, packed: bytes, made: Iterable[MadePage]
    ) -> tuple[object, ...]:
        """What the list has of a portion."""
        files = tuple([(one.path, one.doubled, self._account(one.path)) for one in made])
        return told, new.packed(packed), files, self._causes.get(name, ())

    def _rested(self, kept: Sequence[int], questions: Sequence[Read]) -> dict[str, bytes]:
        """The places, packed, of the questions that are kept by the ground that their answers rest on; '' for none."""
        stays = isinstance(kept, range)  # each keeps its number
        first = len(self._known.reads) if stays else 0
        found: dict[str, array[int]] = {}
        for place in range(first, len(kept)):
            found.setdefault(ground_of(questions[kept[place]]), array("I")).append(place)
        before = self._known.rested if stays else {}
        return {**before, **{name: before.get(name, b"") + numbers.tobytes() for name, numbers in found.items()}}

    def _left(self, pause: Callable[[], None]) -> set[int]:
        """The numbers of what is asked no more: of portions and groups of before that are gone or others."""
        known, left = self._known, {*unpacked_numbers(self._known.left)}
        for name, portion in known.portions.items():
            new = self._new.get(name)
            if new is None or new[1] is not portion.packed:
                left.update(portion.reads)
        for name, group in known.groups.items():
            if self._groups.get(name) is not group:
                left.update(group[0])
        left.update(*known.rests.values())
        for _, packed, _ in _pausing(self._new.values(), pause):
            if not left:
                break
            left.difference_update(unpacked_numbers(packed))
        left.difference_update(*(numbers for numbers, _ in self._groups.values()))
        return left

    def _rests(self, left: Container[int]) -> dict[str, tuple[int, ...]]:
        """What was read for all that is made once and is asked for, or was read for what is; `left` is not asked."""
        found: dict[str, tuple[int, ...]] = {}
        questions = list(self._numbers)
        waiting = [number for number in range(len(questions)) if number not in left]
        while waiting:
            number = waiting.pop()
            name = made_name(questions[number])
            if not name or name in found:
                continue
            self._same.digest(number, questions[number])  # which makes it, where it is not what it was
            own = self.watch.rests.get(name) if self.watch else None
            found[name] = self._known.rests.get(name, ()) if own is None else self.numbers_of(own)
            questions += self.numbered_since(len(questions))
            waiting += found[name]
        return found


def _pausing(items: Iterable[Item], pause: Callable[[], None]) -> Iterator[Item]:
    """The items; between so many of them whoever takes them pauses."""
    for place, item in enumerate(items):
        if not place % _AT_A_TIME:
            pause()
        yield item


class _Numbers(dict[Read, int]):
    """The number of each question; one that has none gets the next, with words of which there is one each."""

    def __missing__(self, read: Read) -> int:
        number = self[tuple(map(intern, read))] = len(self)
        return number


class _Same(dict[int, bool]):
    """Whether the answer to each question, by its number, is what it was; asked when it is first needed.

    `grounds` are those of now: what rests on one that is what it was is not asked. What is made once is not made where
    all that was read for it is what it was.
    """

    def __init__(self, watch: Watch, before: PageList, grounds: Mapping[str, str]) -> None:
        super().__init__()
        self._watch, self.reads, self._was = watch, before.reads, before.digest
        self._rests = before.rests
        self._rested: dict[str, bool] = {}
        self._left = frozenset(unpacked_numbers(before.left))  # of which there is no hash, whatever they were made of
        self.open = {*self._left}  # the numbers of those that are not known to be what they were: few of many
        alike = _alike(grounds, before.grounds)
        for name, packed in before.rested.items():
            if name not in alike:
                self.open.update(unpacked_numbers(packed))

    def __missing__(self, number: int) -> bool:
        if number not in self.open:
            return True
        self[number] = found = number not in self._left and self._is_alike(number)
        if found:
            self.open.discard(number)
        return found

    def _is_alike(self, number: int) -> bool:
        read = self.reads[number]
        return self._is_made_alike(made_name(read)) or self._watch.digest(read) == self._was(number)

    def _is_made_alike(self, name: str) -> bool:
        """Whether what is made once under a name is made of what it was made of."""
        if name not in self._rested:
            self._rested[name] = name in self._rests and all(self[number] for number in self._rests[name])
        return self._rested[name]

    def digest(self, number: int, read: Read) -> str:
        """The hash of what is now the answer to a question of a number."""
        return self._was(number) if number < len(self.reads) and self[number] else self._watch.digest(read)

    def digest_once(self, number: int, read: Read) -> str:
        """The same, for who does not ask again."""
        return self._was(number) if number < len(self.reads) and self[number] else self._watch.digest_once(read)


def _alike(now: Mapping[str, str], before: Mapping[str, str]) -> frozenset[str]:
    """The names of what has the same hash in both."""
    return frozenset(name for name, own in now.items() if before.get(name) == own)


@contextmanager
def noting(remembered: Remembered | None, noted: dict[Read, None] | None = None) -> Iterator[dict[Read, None]]:
    """What is read meanwhile, beside what was noted before."""
    noted = {} if noted is None else noted
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
    """The hash of all that templates may take in, and of where the static files are; words are noted one by one."""
    files: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        below = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        files |= {name: path for name, path in below.items() if name != _WORDS and not name.startswith(_STATIC)}
    parts = [part for name, path in sorted(files.items()) for part in (os.fsencode(name), path.read_bytes())]
    return digest((*parts, repr(sorted(theme.assets.paths.items())).encode()))
