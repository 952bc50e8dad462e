"""The switch between the collation tables: by district its texts, each with the number of its promises.

What a table shows is left to `collation_parts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...content.records import Report
from ...corpus.collation import collations
from ...corpus.join import Corpus
from ..context import PageContext
from ..frame import Group, Link
from .cells import silence
from .near_texts import are_few, first_open, near

# Of more districts only the page's own is shown at once.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class TextTab:
    """The way to the table of a text, and how many promises it has."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class DistrictTabs:
    """The tables of a district's texts; `note` says why nothing can be set beside them.

    Of many the first are folded, under words that count them: all before the place `since`.
    """

    district: Link
    texts: tuple[TextTab, ...]
    note: Markup
    current: bool
    since: int
    earlier: Markup


@dataclass(frozen=True, slots=True)
class TextSwitch:
    """The ways to all tables; `total` counts every promise, `silence` leads to those of all texts that are not found.

    `wording` leads to promises and later words character by character. Of many districts those beside the page's own
    are folded; `others` says how many. Of many texts a table names those near its own, counts none, and leads to
    `every`.
    """

    total: Markup
    shown: tuple[DistrictTabs, ...]
    folded: tuple[DistrictTabs, ...]
    others: Markup
    silence: Link
    wording: Link
    silent: int
    every: Link | None = None


def text_switch(context: PageContext, current: Report | None, *, whole: bool = False) -> TextSwitch:
    """The switch of a page of one text, or of none; of the one page that leads to all tables it is `whole`."""
    if current and not whole and not are_few(context):
        return _near_switch(context, current)
    tables = context.site.once(_tables_of_districts)
    folded_up, own = context.once(_tabs_of_all), current.district if current else ""
    districts = [
        _tabs(context, district.id, tables[district.id], current) if district.id == own else folded_up[district.id]
        for district in context.site.library.districts
    ]
    shown = tuple(one for one in districts if one.current or len(districts) <= SHOWN)
    folded = tuple(one for one in districts if one not in shown)
    promises, silent, followed = context.site.once(_promises_of_all)
    texts = context.words("count.reports", count=followed)
    return TextSwitch(
        context.word("follow.total", count=promises, texts=texts),
        shown,
        folded,
        context.word("follow.other-districts", count=len(folded)) if folded else Markup(""),
        *_ways_on(context),
        silent,
    )


def _near_switch(context: PageContext, current: Report) -> TextSwitch:
    """The ways to the tables near one of many, and to all."""
    tables = context.site.once(_tables_of_districts)[current.district]
    place = next((number for number, (report, _) in enumerate(tables) if report == current.id), 0)
    tabs = _tabs(context, current.district, near(tables, place), current)
    every = Link(context.word("follow.all"), context.path("follow-up"))
    return TextSwitch(Markup(""), (tabs,), (), Markup(""), *_ways_on(context), 0, every)


def _ways_on(context: PageContext) -> tuple[Link, Link]:
    """The ways to what no later text speaks of, and to what was reworded."""
    silence = Link(context.word("silence.title"), context.path("follow-up", "silence"))
    return silence, Link(context.word("wording.title"), context.path("wording"))


def _promises_of_all(site: Corpus) -> tuple[int, int, int]:
    """How many promises all tables have, how many of them are found nowhere, and how many tables have any."""
    found = collations(site)
    promises = [one for table in found for one in table.promises]
    silent = sum(one.evidence == "not-found" for one in promises)
    return len(promises), silent, sum(bool(one.promises) for one in found)


# A table, by the id of its text and how many promises it has: what a switch shows of it.
_Table = tuple[str, int]


def _tables_of_districts(site: Corpus) -> dict[str, tuple[_Table, ...]]:
    """The tables of each district in order."""
    found: dict[str, list[_Table]] = {district.id: [] for district in site.library.districts}
    for one in collations(site):
        found[one.report.district].append((one.report.id, len(one.promises)))
    return {district: tuple(tables) for district, tables in found.items()}


def _tabs_of_all(context: PageContext) -> dict[str, DistrictTabs]:
    """The tables of each district, as they stand on a page of none of them."""
    tables = context.site.once(_tables_of_districts)
    return {district: _tabs(context, district, tables[district], None) for district in tables}


def _tabs(context: PageContext, district: str, tables: Iterable[_Table], current: Report | None) -> DistrictTabs:
    tabs = tuple(
        TextTab(
            Link(
                context.localized(context.site.reports[report].short),
                context.path("follow-up", report),
                current is not None and report == current.id,
            ),
            promises,
        )
        for report, promises in tables
    )
    is_current = current is not None and current.district == district
    note = nothing_later(context, context.site.by_date(district))
    since = first_open([tab.link.current for tab in tabs])
    earlier = context.word("compare.earlier-texts", count=since) if since else Markup("")
    return DistrictTabs(context.district(district), tabs, note, is_current, since, earlier)


def navigation(context: PageContext, current: Report | None = None) -> tuple[Group, ...]:
    """The same ways as a list for the side of a page that is no table itself, then the other ways to promises.

    `current` is the text that the page is about.
    """
    if current and not are_few(context):
        return _as_groups(context, _near_switch(context, current))
    return context.once(_navigation)


def _navigation(context: PageContext) -> tuple[Group, ...]:
    return _as_groups(context, text_switch(context, None))


def _as_groups(context: PageContext, ways: TextSwitch) -> tuple[Group, ...]:
    others = (*((ways.every,) if ways.every else ()), ways.silence, context.page("targets"))
    districts = (*ways.shown, *ways.folded)
    return (
        *(Group(one.district.text, one.district.zh, tuple(map(_away, one.texts)), one.note) for one in districts),
        Group(context.word("follow.other"), "", others),
    )


def _away(tab: TextTab) -> Link:
    """The way to a table from a page that is none."""
    return replace(tab.link, current=False)


def nothing_later(context: PageContext, reports: Sequence[Report]) -> Markup:
    """Why no text of a district has a later one; nothing where one has."""
    if any(context.site.later(report) for report in reports):
        return Markup("")
    if not reports:
        return silence(context, reports)
    if len(reports) == 1:
        return context.word("follow.one-text")
    return context.word("follow.none-later", count=len(reports))
