"""Every target of every text in one table, which a script sorts and filters; where they are many, a table a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from ..content.locale import unit_names
from ..content.records import Statement
from ..content.times import last_years_of
from ..corpus.join import Corpus
from .addresses import folder_of
from .context import PageContext
from .frame import Choice, Link, Page, deferred
from .parts.cells import silence_of_all, unread_note
from .parts.screens import lines_of
from .parts.shards import ShardRow, Shards, ShardView, leaves_of_shards, shard_path, shards_of, versions_of
from .parts.splits import (
    LATEST_ROWS,
    ROOMS,
    Key,
    Near,
    Part,
    Placed,
    WayTo,
    by_text,
    latest,
    near_of,
    part_frame,
    part_title,
    place_in,
    placed,
    places_of,
    split,
    ways_to_parts,
)
from .parts.statements import StatementSummary, summary

CALENDAR = "targets.ics"
UNDATED = "none"  # what the table is filtered by for targets whose text states no time
_LIST = "targets"


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target in the table of targets; `district`, `theme` and `due` are what the table is filtered by.

    `deadline` and `rank` are what its time and its figure are sorted by: the last day, '' without a time, and the place
    among the figures of the page by unit and number.
    """

    statement: StatementSummary
    district: str
    theme: str
    due: str
    deadline: str
    rank: int
    figures: tuple[Markup, ...]
    by: Markup
    theme_link: Link
    district_link: Link
    report: Link


@dataclass(frozen=True, slots=True)
class TargetsView:
    """Every target, or those of a part; the choices are those that some target has, `silent` says why there is none.
    `unread` counts the texts that may state more.

    A page that leads to parts shows the latest, as `latest` says, and has the shards of all; `near` leads from a part
    to the others, and `reports` is where reports lie, to which addresses of rows lead that are not here. `calendar` is
    '' where no target has a time.
    """

    title: Markup
    rows: tuple[TargetRow, ...]
    districts: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    years: tuple[Choice, ...]
    calendar: str
    silent: Markup
    parts: tuple[WayTo, ...] = ()
    near: Near | None = None
    shards: Shards | None = None
    latest: Markup = Markup("")
    reports: str = ""
    unread: Markup = Markup("")


# Pixels of a phone that a row has beside its words, those of a line of them, and those of a row of the usual height.
_A_ROW, _A_LINE, _USUAL = 111, 23, 187


def calendar_path(context: PageContext) -> str:
    """The address of the calendar of deadlines, which lies beside the page where some target has a time."""
    return folder_of(context.path("targets")) + CALENDAR


def targets_pages(context: PageContext) -> Iterator[Page]:
    """The table of targets; of many, a page for each part of them, and scripts with the rows of some together."""
    shards = context.site.once(_leaves_of_shards)
    for _, names, _ in places_of(context.site.once(_parts)):
        frame = part_frame(context, (_LIST,), context.words("nav.targets"), names)
        yield Page("targets.html", frame, deferred(_view, context, names))
        if "/".join(names) in shards:
            script = replace(frame, path=shard_path(context, (_LIST,), names))
            yield Page("targets-script.html", script, deferred(_shard, context, names))


def _parts(site: Corpus) -> dict[str, Placed[Statement]]:
    """All targets; where they are many, by district, decade and year of the texts, in the order of these."""
    targets = [one for report in site.library.reports for one in report.statements if one.kind == "target"]
    if _size(targets) > ROOMS["rows"]:
        targets = [one for report in site.in_order for one in report.statements if one.kind == "target"]
    keys: tuple[Key[Statement], ...] = by_text(lambda one: site.reports[one.report])
    return placed([(_LIST, split(targets, keys, ROOMS["rows"], size=_size))])


def _size(targets: Sequence[Statement]) -> int:
    """How many rows of the usual height some targets take."""
    words = sum(lines_of(one.quote, 21) + lines_of(one.gloss or "", 37) for one in targets)
    return -(-(_A_ROW * len(targets) + _A_LINE * words) // _USUAL)


def _view(context: PageContext, names: tuple[str, ...]) -> TargetsView:
    library, here = context.site.library, context.site.once(_parts)[place_in(_LIST, names)]
    part, reports, title = here.part, context.site.reports, context.words("nav.targets")
    shown = (
        latest(part.items, lambda one: reports[one.report], min(LATEST_ROWS, ROOMS["rows"]))
        if part.parts
        else part.items
    )
    ranks = _ranks(shown)
    districts = {reports[one.report].district for one in part.items}
    themes = {one.themes[0] for one in part.items}
    counts = {"n": len(shown), "all": f"{len(part.items):,}"}
    return TargetsView(
        context.marked(part_title(context, title, names)),
        tuple(_row(context, target, ranks[target.full_id]) for target in shown),
        tuple(Choice(d.id, context.plain(d.name), d.formerly) for d in library.districts if d.id in districts),
        tuple(Choice(t.id, context.plain(t.name), t.formerly) for t in library.themes if t.id in themes),
        tuple(_years(context, part.items)),
        calendar_path(context) if any(target.times for target in part.items) else "",
        Markup("") if shown else silence_of_all(context),
        ways_to_parts(context, (_LIST,), part),
        near_of(context, (_LIST,), title, here),
        shards_of(context, (_LIST,), part, context.site.once(_versions)),
        context.word("parted.latest", **counts) if part.parts else Markup(""),
        context.path("reports") if part.parts and not names else "",
        unread_note(context) if shown and not names else Markup(""),
    )


def _versions(site: Corpus) -> dict[str, tuple[str, str]]:
    def told(one: Statement) -> object:
        return site.followed.get(one.full_id, one), site.cautions_of[one.full_id]

    return versions_of(site, site.once(_parts)[_LIST].part, told)


def _leaves_of_shards(site: Corpus) -> dict[str, tuple[Part[Statement], ...]]:
    return leaves_of_shards(site.once(_parts)[_LIST].part)


def _shard(context: PageContext, names: tuple[str, ...]) -> ShardView[TargetRow]:
    return ShardView(
        tuple(
            ShardRow("/".join(leaf.names), (row.district, row.theme, row.due), tuple(_keys(target, row)), row)
            for leaf in context.site.once(_leaves_of_shards)["/".join(names)]
            for target in leaf.items
            for row in [_row(context, target, 0)]
        )
    )


def _keys(target: Statement, row: TargetRow) -> Iterator[str]:
    """What a row is sorted by, for each column."""
    yield str(row.statement.gloss.striptags()) or row.statement.quote
    yield _figure_key(target)
    yield row.deadline
    yield str(row.statement.strength.striptags())
    yield str(row.theme_link.text.striptags())
    yield f"{row.district_link.text.striptags()} {row.report.text.striptags()}"
    yield str(row.statement.answer.evidence.striptags()) if row.statement.answer else ""


def _figure_key(target: Statement) -> str:
    """What a target's first figure is sorted by as text, digits by their number: like beside like; '' without one."""
    if not target.measures:
        return ""
    quantity = target.measures[0].quantity
    value = "z" if quantity.base_value is None else f"{quantity.base_value:.6f}"
    return f"{quantity.base_unit} {value}"


def _years(context: PageContext, targets: Sequence[Statement]) -> Iterator[Choice]:
    """The years in which targets fall due, and that some state no time."""
    for year in sorted({year for target in targets for year in last_years_of(target.times)}):
        yield Choice(str(year), str(year))
    if not all(target.times for target in targets):
        yield Choice(UNDATED, context.words("time.none"))


def _ranks(targets: Sequence[Statement]) -> dict[str, int]:
    """The place of each target by its first figure: like beside like, of these the lower first; without one, last.

    What is counted by measure words alone stands together, as English has no word for them.
    """

    def key(target: Statement) -> tuple[bool, str, bool, Decimal]:
        figures = [measure.quantity for measure in target.measures]
        value = figures[0].base_value if figures else None
        unit = figures[0].base_unit if figures and unit_names(figures[0].base_unit) else ""
        return not figures, unit, value is None, value or Decimal(0)

    return {target.full_id: rank for rank, target in enumerate(sorted(targets, key=key))}


def _row(context: PageContext, target: Statement, rank: int) -> TargetRow:
    report = context.site.reports[target.report]
    return TargetRow(
        summary(context, target),
        report.district,
        target.themes[0],
        " ".join(map(str, last_years_of(target.times))) or UNDATED,
        target.times[-1].period.last_day.isoformat() if target.times else "",
        rank,
        tuple(context.marked(context.quantity(measure)) for measure in target.measures),
        context.time_of(target),
        context.theme(target.themes[0]),
        context.district(report.district),
        context.report(report),
    )
