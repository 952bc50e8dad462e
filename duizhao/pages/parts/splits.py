"""Lists that are too long for one page, in parts that have pages of their own: which parts, by what there is.

A list that fits stays whole. One that does not is parted by what its items are of (district, decade, year …), each part
again while it does not fit; what has no further difference goes on by number. So a part keeps its address however many
others come beside it, and where it grows itself its page leads on to its own parts.

Where parts of a part are light enough to stand on its page together, they do, each folded, and have no pages of their
own: of a thousand texts that leaves a sixth of such pages. How folds look is left to `folds`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

from markupsafe import Markup

from ...content.records import Report
from ...content.vocabulary import KINDS
from ...corpus.join import Corpus
from ..context import PageContext
from ..frame import Frame, Link

Item = TypeVar("Item")
# What an item is of, as the address of its part has it: a district's id, 2010s, 2013.
Key = Callable[[Item], str]

# So many entries a page holds, which then is hardly taller than twenty screens of a phone: statements with their
# English and their answers; sentences side by side, as many as are shown at first; figures, and mentions in threads,
# which stand twice on their page, drawn and in words; lines of some words each, and mentions with the words about them;
# rows of a target each, and promises with what was searched for them; texts with what goes with them, and texts in two
# lists, of their tables and their files. Of statements, the largest, some two kilobytes each, come to less than 400 kB.
ROOMS = {
    "statements": 150,
    "sentences": 116,
    "figures": 46,
    "threads": 60,
    "lines": 150,
    "mentions": 124,
    "rows": 88,
    "promises": 50,
    "texts": 120,
    "files": 80,
}
# So many bytes a page may have of what is folded on it: of a page of 400 kB, as what an item weighs is but guessed.
FOLDED = 320_000
# So many of the latest a page shows of each part that it leads to.
LATEST = 4
# So many rows of the latest, in a table of its own, a page shows that leads to parts.
LATEST_ROWS = 30
_YEAR = len("2013")
# What parts are told apart by: districts, of which some have years; districts alone; years; kinds; a number.
PARTED_BY = ("parts", "districts", "years", "kinds", "numbers")
KEYS_OF_TEXTS = 3  # what is of texts is parted by their district, decade and year; a further name is a number


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """Items of a list under the names that lead to them: () is the whole list, ('east', '2010s') is of a part of it.

    `parts` are those that it is split into, none where its page holds all its items; `folds` those that its page holds
    folded, none where it holds them as one list. Of a part by number, `before` is how many items of the same list stand
    in those before it.
    """

    said_once: ClassVar[bool] = True
    names: tuple[str, ...]
    items: tuple[Item, ...]
    parts: tuple[Part[Item], ...] = ()
    folds: tuple[Part[Item], ...] = ()
    before: int = 0

    @property
    def is_one_list(self) -> bool:
        return not self.parts and not self.folds

    def below(self) -> Iterator[Part[Item]]:
        """This part and all that it is split into, each before its own."""
        yield self
        for part in self.parts:
            yield from part.below()


@dataclass(frozen=True, slots=True)
class Placed(Generic[Item]):
    """A part and the names of those beside it, itself among them: what its page has to know of the whole list."""

    part: Part[Item]
    beside: tuple[tuple[str, ...], ...] = ()


def placed(lists: Iterable[tuple[str, Part[Item]]]) -> dict[str, Placed[Item]]:
    """Every part of lists that have names, by its place: `jobs` is all of a list, `jobs/east/2010s` a part of it.

    To be made once of all content, so that no page splits its list again and each is told of its own part alone.
    """
    return {place_in(name, one.part.names): one for name, whole in lists for one in _placed_below(Placed(whole))}


def _placed_below(above: Placed[Item]) -> Iterator[Placed[Item]]:
    yield above
    beside = tuple(part.names for part in above.part.parts)
    for part in above.part.parts:
        yield from _placed_below(Placed(part, beside))


def place_in(name: str, names: Sequence[str]) -> str:
    """What the part of these names of a list is looked up by."""
    return "/".join((name, *names))


def places_of(parts: Mapping[str, Placed[Item]]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The places of the parts of lists: the list's name, the names that lead to the part, whether it is split itself.

    What stands in the parts is not read: who lists their pages need not list them again for it.
    """
    places = tuple(parts)
    above = {place.rpartition("/")[0] for place in places}
    for place in places:
        name, *names = place.split("/")
        yield name, tuple(names), place in above


def split(
    items: Sequence[Item],
    keys: Sequence[Key[Item]],
    room: int,
    names: tuple[str, ...] = (),
    size: Callable[[Sequence[Item]], int] = len,
    weight: Callable[[Item], int] | None = None,
) -> Part[Item]:
    """A list in parts of no more than `room` items, each by the next of the keys, in the order of its first item.

    Where items are not alike, `size` says how many of the usual size some of them come to, at most as many as they are.
    Where a `weight` is given, about how many bytes an item has on a page, a part that is light enough is not split but
    folded; the whole list is not, as what leads to it asks for a part.
    """
    if size(items) <= room:
        return Part(names, tuple(items))
    if weight and names and sum(map(weight, items)) <= FOLDED:
        parted = split(items, keys, room, names, size)
        return Part(names, tuple(items), folds=tuple(one for one in parted.below() if not one.parts))
    if not keys:
        return Part(names, tuple(items), tuple(_numbered(names, _runs(items, room, size))))
    key, *further = keys
    by_name: dict[str, list[Item]] = {}
    for item in items:
        by_name.setdefault(key(item), []).append(item)
    parts = (split(mine, further, room, (*names, name), size, weight) for name, mine in by_name.items())
    return Part(names, tuple(items), tuple(parts))


def _numbered(names: tuple[str, ...], runs: Iterable[Sequence[Item]]) -> Iterator[Part[Item]]:
    """The parts of a list by number."""
    before = 0
    for number, run in enumerate(runs, 1):
        yield Part((*names, str(number)), tuple(run), before=before)
        before += len(run)


def _runs(items: Sequence[Item], room: int, size: Callable[[Sequence[Item]], int]) -> Iterator[Sequence[Item]]:
    """A list in runs of as many items as there is room for, at least one."""
    while items:
        count = max(1, _fitting(items, room, size))
        yield items[:count]
        items = items[count:]


def _fitting(items: Sequence[Item], room: int, size: Callable[[Sequence[Item]], int]) -> int:
    """How many of the first items fit."""
    return bisect_right(range(len(items) + 1), room, key=lambda count: size(items[:count])) - 1


def texts_in_parts(site: Corpus, name: str, reports: Sequence[str], room: int) -> dict[str, Placed[str]]:
    """A list of texts by their ids; one that is too long for a page by district, decade and year."""
    keys: tuple[Key[str], ...] = by_text(lambda report: site.reports[report])
    return placed([(name, split(reports, keys, room))])


def decade_of(report: Report) -> str:
    """The decade in which a report was given, as addresses have it: 2010s."""
    return f"{report.date.last_year // 10}0s"


def year_of(report: Report) -> str:
    """The year in which a report was given."""
    return str(report.date.last_year)


def by_text(report_of: Callable[[Item], Report]) -> tuple[Key[Item], ...]:
    """Parts by district, by decade and by year of the report that an item stands in."""
    return (
        lambda item: report_of(item).district,
        lambda item: decade_of(report_of(item)),
        lambda item: year_of(report_of(item)),
    )


def latest(items: Sequence[Item], report_of: Callable[[Item], Report], count: int = LATEST) -> tuple[Item, ...]:
    """The first items of the latest reports, in the order of the list where they are of one."""
    days: dict[str, tuple[date, date]] = {}

    def when(item: Item) -> tuple[date, date]:
        report = report_of(item)
        if report.id not in days:
            days[report.id] = report.date.days
        return days[report.id]

    return tuple(sorted(items, key=when, reverse=True)[:count])


def texts_of(context: PageContext, names: Sequence[str]) -> frozenset[str]:
    """The reports of a part by district, decade and year of the texts."""
    keys = by_text(lambda report: report)
    reports = context.site.by_date(names[0])
    told = list(names[: len(keys)])
    return frozenset(one.id for one in reports if [key(one) for key in keys[: len(told)]] == told)


def latest_texts(reports: Sequence[Report]) -> tuple[Report, ...]:
    """All of some reports where they are few; else the latest, the newest first."""
    few = min(LATEST_ROWS, ROOMS["texts"])
    return tuple(reports) if len(reports) <= few else latest(reports, lambda report: report, few)


@dataclass(frozen=True, slots=True)
class Near:
    """What is near a part: the list that it is of, and the parts beside it, itself among them."""

    whole: Link
    beside: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways from a page to a part that it shows the latest of: to all of it, and to the parts of that."""

    all: Link
    parts: tuple[Link, ...]


def part_name(context: PageContext, names: Sequence[str]) -> str:
    """What a part is called among those beside it: a district, a kind, a decade, a year, or a number."""
    *above, name = names
    if not above and name in context.site.districts:
        return context.district_name(name)
    if name in KINDS:
        return context.words(f"kind.{name}s")
    if name.endswith("0s"):
        return context.words("part.decade", year=name.removesuffix("s"))
    return context.words("part.year" if len(name) == _YEAR else "part.number", name=name)


def part_title(context: PageContext, title: str, names: Sequence[str]) -> str:
    """The title of a part's page: that of the list, and what the part is of."""
    return context.words("part.of", list=title, part=names_told(context, names)) if names else title


def names_told(context: PageContext, names: Sequence[str], start: int = 0) -> str:
    """What a part is of; from the name at `start` on, where those before it are told already."""
    told = (depth for depth in range(start, len(names)) if not _told_by_next(names, depth))
    return context.words("list.comma").join(part_name(context, names[: depth + 1]) for depth in told)


def _told_by_next(names: Sequence[str], depth: int) -> bool:
    """True of a decade where the year follows."""
    return names[depth].endswith("0s") and len(names) > depth + 1


def ways_above(context: PageContext, base: tuple[str, ...], title: str, names: tuple[str, ...]) -> tuple[Link, ...]:
    """The ways from a part to the list and to the parts that it is a part of, the list first; of the list none."""
    return tuple(
        Link(context.marked(part_title(context, title, names[:depth])), context.path(*base, *names[:depth]))
        for depth in range(len(names))
    )


def part_frame(
    context: PageContext,
    base: tuple[str, ...],
    title: str,
    names: tuple[str, ...],
    above: tuple[Link, ...] = (),
    body_class: str = "",
) -> Frame:
    """The frame of a part's page below that of its list, which belongs to the section that its address begins with."""
    crumbs = (*above, *ways_above(context, base, title, names))
    own = part_title(context, title, names)
    return context.frame((*base, *names), own, base[0], crumbs, body_class=body_class)


def near_of(context: PageContext, base: tuple[str, ...], title: str, placed: Placed[Item]) -> Near | None:
    """What is near a part; None for the whole list."""
    names = placed.part.names
    if not names:
        return None
    above = names[:-1]
    return Near(
        Link(context.marked(part_title(context, title, above)), context.path(*base, *above)),
        tuple(part_link(context, base, one, current=one == names) for one in placed.beside),
    )


def ways_of(
    context: PageContext,
    base: tuple[str, ...],
    part: Part[Item],
    all_of: Callable[[Sequence[Item]], Markup] | None = None,
) -> Ways:
    """The ways to a part: with how many items it has, or with what `all_of` says of these."""
    said = all_of(part.items) if all_of else context.word("part.all", count=len(part.items))
    all_of_it = Link(said, context.path(*base, *part.names))
    return Ways(all_of_it, tuple(part_link(context, base, one.names) for one in part.parts))


@dataclass(frozen=True, slots=True)
class WayTo:
    """A part, with the ways to all of it and to its own parts; by `by` it and those beside it are told apart."""

    part: Link
    ways: Ways
    by: str


def ways_to_parts(
    context: PageContext,
    base: tuple[str, ...],
    part: Part[Item],
    all_of: Callable[[Sequence[Item]], Markup] | None = None,
) -> tuple[WayTo, ...]:
    """The ways to the parts that a part is split into."""
    by = _parted_by(context, part)
    return tuple(
        WayTo(part_link(context, base, one.names), ways_of(context, base, one, all_of), by) for one in part.parts
    )


def _parted_by(context: PageContext, part: Part[Item]) -> str:
    """What the parts of a part are told apart by, of PARTED_BY; '' where there are none."""
    if not part.parts:
        return ""
    name = part.parts[0].names[-1]
    if not part.names and name in context.site.districts:
        return "parts" if any(one.parts for one in part.parts) else "districts"
    if name in KINDS:
        return "kinds"
    return "years" if name.endswith("0s") or len(name) == _YEAR else "numbers"


def part_link(context: PageContext, base: tuple[str, ...], names: tuple[str, ...], *, current: bool = False) -> Link:
    """The link to a part, by what it is called among those beside it."""
    zh = context.district(names[0]).zh if len(names) == 1 and names[0] in context.site.districts else ""
    return Link(context.marked(part_name(context, names)), context.path(*base, *names), current, zh=zh)
