"""The home page: what this is, the districts side by side in figures, the ways in."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .context import PageContext
from .frame import Link, Page
from .parts.cells import IndicatorCell, caution_of, indicator_cell, latest, silence, silence_of_all
from .parts.columns import are_many
from .parts.prose import introduction
from .parts.reports import ReportLine, report_line

# The ways in, in the order of the page, and the page each leads to.
WAYS = (("read", "reports"), ("compare", "compare"), ("follow", "follow-up"), ("search", "search"))


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, with a sentence on what is found there."""

    link: Link
    doc: Markup


@dataclass(frozen=True, slots=True)
class HomeCell:
    """What a district states of an indicator: its latest result and its latest target, or why there is none.

    `refused` leads to one that may not be compared: the latest, or the first of those that stand elsewhere.
    """

    figures: tuple[IndicatorCell, ...]
    silent: Markup
    refused: Link | None = None


@dataclass(frozen=True, slots=True)
class HomeRow:
    """An indicator with its cells, one a district."""

    indicator: Link
    cells: tuple[HomeCell, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page; `silent` says why there is no report, and `many` that the districts' columns need a box."""

    claim: Markup
    introduction: Markup
    districts: tuple[Link, ...]
    rows: tuple[HomeRow, ...]
    ways: tuple[Way, ...]
    reports: tuple[ReportLine, ...]
    silent: Markup
    many: bool


def home_page(context: PageContext) -> Page:
    """The home page."""
    settings, districts = context.site.library.site, context.site.library.districts
    frame = context.frame((), context.plain(settings.title), "")
    rows = (
        HomeRow(context.indicator(name), tuple(_cell(context, name, district.id) for district in districts))
        for name in settings.home_figures
        if context.site.observations[name]
    )
    ways = (
        Way(Link(context.word(f"way.{name}"), context.path(page)), _way_words(context, name)) for name, page in WAYS
    )
    view = HomeView(
        context.localized(settings.claim),
        introduction(context, "home", frame.path),
        tuple(context.district(district.id) for district in districts),
        tuple(rows),
        tuple(ways),
        tuple(report_line(context, report) for report in context.site.in_order),
        silence_of_all(context),
        are_many(context),
    )
    return Page("home.html", frame, view)


def _way_words(context: PageContext, name: str) -> Markup:
    if name == "search" and not context.bilingual:
        return context.word("way.search-zh.doc")
    return context.word(f"way.{name}.doc")


def _cell(context: PageContext, indicator: str, district: str) -> HomeCell:
    """A district's latest result and latest target of an indicator; those that refuse comparison are left out."""
    stated = context.site.observations_in[indicator, district]
    both = (latest(context, indicator, district, past=past) for past in (True, False))
    figures = tuple(indicator_cell(context, one) for one in both if one and not caution_of(context, one))
    if figures:
        return HomeCell(figures, Markup(""))
    elsewhere = [context.site.statements[one.statement] for one in context.site.elsewhere_in[indicator, district]]
    refused = next(iter([*(one.statement for one in reversed(stated)), *elsewhere]), None)
    if refused:
        return HomeCell((), Markup(""), Link(context.word("refusal"), context.statement_path(refused)))
    return HomeCell((), silence(context, context.site.by_date(district)))
