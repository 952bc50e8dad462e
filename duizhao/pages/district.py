"""A district's page: what the texts say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import District, Report, Statement, Theme
from .context import PageContext
from .frame import Link, Page, deferred
from .parts.cells import IndicatorCell, indicator_cell, latest as latest_figure, silence
from .parts.evidence import EvidenceWord, evidence_tally
from .parts.promises import promises_of
from .parts.prose import introduction
from .parts.reports import ReportLine, report_line
from .parts.splits import LATEST_ROWS, ROOMS, latest
from .parts.statements import StatementSummary, summaries
from .parts.subject import description_of, theme_part_path


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """An indicator with the latest figure that the district's texts state of it."""

    indicator: Link
    figure: IndicatorCell


@dataclass(frozen=True, slots=True)
class ThemeStatements:
    """The statements of a kind on a theme; where these are the latest, the way to `all` on the theme."""

    theme: Link
    statements: tuple[StatementSummary, ...]
    all: Link | None = None


@dataclass(frozen=True, slots=True)
class DistrictView:
    """A district page; of many texts the `earlier` are folded.

    What became of promises is counted over the texts that have `tables`, of many the latest; `all_tables` leads to all.
    `follow_note` says why no promise is followed, `silent` why nothing stands in a place, `description` for other sites
    what the page shows.
    """

    title: Markup
    title_zh: str
    description: str
    facts: tuple[Markup, ...]
    note: Markup
    introduction: Markup
    reports: tuple[ReportLine, ...]
    earlier: tuple[ReportLine, ...]
    earlier_counted: Markup
    figures: tuple[StatedFigure, ...]
    targets: tuple[ThemeStatements, ...]
    situations: tuple[ThemeStatements, ...]
    evidence: tuple[EvidenceWord, ...]
    tables: tuple[Link, ...]
    all_tables: Link | None
    follow_note: Markup
    silent: Markup

    @property
    def has_situations(self) -> bool:
        """True where there is something that a switch may put away."""
        return bool(self.situations)


def district_pages(context: PageContext) -> Iterator[Page]:
    """A page for each district."""
    for district in context.site.library.districts:
        frame = context.frame(
            ("districts", district.id), context.plain(district.name), "districts", (context.page("districts"),)
        )
        yield Page("district.html", frame, deferred(_view, context, district))


def _view(context: PageContext, district: District) -> DistrictView:
    reports = context.site.by_date(district.id)
    silent = silence(context, reports)
    lines = tuple(report_line(context, report) for report in reports)
    earlier = lines[:-LATEST_ROWS]
    followable = [report for report in reports if context.site.later(report)]
    return DistrictView(
        context.localized(district.name),
        context.other_name(district.name),
        description_of(context, "districts", context.plain(district.name), len(reports)),
        (
            context.localized(district.city),
            context.word("district.adcode", code=district.adcode),
            context.word("count.reports", count=len(reports)),
        ),
        context.localized(district.note),
        introduction(context, f"districts/{district.id}"),
        lines[len(earlier) :],
        earlier,
        context.word("compare.earlier-texts", count=len(earlier)) if earlier else Markup(""),
        tuple(_figures(context, district)),
        tuple(_by_theme(context, district, "target")),
        tuple(_by_theme(context, district, "situation")),
        evidence_tally(context, promises_of(context, followable)),
        tuple(_table(context, report) for report in followable[-LATEST_ROWS:]),
        Link(context.word("follow.all"), context.path("follow-up")) if len(followable) > LATEST_ROWS else None,
        silent if followable or not reports else context.word("follow.none"),
        silent,
    )


def _table(context: PageContext, report: Report) -> Link:
    """The way to what became of a text's promises."""
    return Link(context.localized(report.short), context.path("follow-up", report.id))


def _by_theme(context: PageContext, district: District, kind: str) -> Iterator[ThemeStatements]:
    """The statements of a kind in the district's texts by their main theme."""
    every = {theme.id: _stated(context, district, kind, theme) for theme in context.site.library.themes}
    fits, reports = sum(map(len, every.values())) <= ROOMS["statements"] // 2, context.site.reports
    for theme, mine in every.items():
        shown = mine if fits else latest(mine, lambda one: reports[one.report])
        if mine:
            way = Link(context.word("district.all", count=len(mine)), theme_part_path(context, theme, district.id))
            whole = len(shown) == len(mine)
            yield ThemeStatements(context.theme(theme), summaries(context, shown), None if whole else way)


def _stated(context: PageContext, district: District, kind: str, theme: Theme) -> tuple[Statement, ...]:
    stated = context.site.statements_of_theme_in[theme.id, district.id]
    return tuple(s for s in stated if s.kind == kind and s.themes[0] == theme.id)


def _figures(context: PageContext, district: District) -> Iterator[StatedFigure]:
    """The latest result of each indicator that the district's texts state."""
    for indicator in context.site.library.indicators:
        if stated := latest_figure(context, indicator.id, district.id, past=True):
            yield StatedFigure(context.indicator(indicator.id), indicator_cell(context, stated))
