"""Every target of every text in one table, which a script sorts and filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ..content.records import Statement
from .addresses import folder_of
from .context import PageContext
from .frame import Choice, Link, Page
from .parts.cells import silence_of_all
from .parts.statements import StatementSummary, summary

CALENDAR = "targets.ics"
UNDATED = "none"  # what the table is filtered by for targets whose text states no time


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target in the table of targets; `district`, `theme` and `due` are what the table is filtered by.

    `deadline` and `rank` are what its time and its figure are sorted by: the last day, '' without a time, and the place
    among all figures by unit and number.
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
    """Every target; the choices are those that some target has, and `silent` says why there is none."""

    rows: tuple[TargetRow, ...]
    districts: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    years: tuple[Choice, ...]
    calendar: str
    silent: Markup


def calendar_path(context: PageContext) -> str:
    """The address of the calendar of deadlines, which lies beside the page."""
    return folder_of(context.path("targets")) + CALENDAR


def targets_page(context: PageContext) -> Page:
    """The table of targets."""
    library = context.site.library
    targets = [s for s in context.site.statements.values() if s.kind == "target"]
    ranks = _ranks(targets)
    rows = tuple(_row(context, target, ranks[target.full_id]) for target in targets)
    districts, themes = {row.district for row in rows}, {row.theme for row in rows}
    view = TargetsView(
        rows,
        tuple(Choice(d.id, context.plain(d.name), d.formerly) for d in library.districts if d.id in districts),
        tuple(Choice(t.id, context.plain(t.name), t.formerly) for t in library.themes if t.id in themes),
        tuple(_years(context, targets)),
        calendar_path(context),
        silence_of_all(context),
    )
    return Page("targets.html", context.frame(("targets",), context.words("nav.targets"), "targets"), view)


def _years(context: PageContext, targets: Sequence[Statement]) -> Iterator[Choice]:
    """The years in which targets fall due, and that some state no time."""
    for year in sorted({target.period.last_year for target in targets if target.period}):
        yield Choice(str(year), str(year))
    if not all(target.period for target in targets):
        yield Choice(UNDATED, context.words("time.none"))


def _ranks(targets: Sequence[Statement]) -> dict[str, int]:
    """The place of each target by its first figure: like beside like, of these the lower first; without one, last."""

    def key(target: Statement) -> tuple[bool, str, bool, Decimal]:
        figures = [measure.quantity for measure in target.measures]
        value = figures[0].base_value if figures else None
        return not figures, figures[0].base_unit if figures else "", value is None, value or Decimal(0)

    return {target.full_id: rank for rank, target in enumerate(sorted(targets, key=key))}


def _row(context: PageContext, target: Statement, rank: int) -> TargetRow:
    report = context.site.reports[target.report]
    return TargetRow(
        summary(context, target),
        report.district,
        target.themes[0],
        str(target.period.last_year) if target.period else UNDATED,
        target.period.last_day.isoformat() if target.period else "",
        rank,
        tuple(context.marked(context.quantity(measure)) for measure in target.measures),
        context.time_of(target),
        context.theme(target.themes[0]),
        context.district(report.district),
        context.report(report),
    )
