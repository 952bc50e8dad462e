"""The list of all reports, by district and in time order."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..context import PageContext
from ..frame import Link, Page
from ..parts.cells import silence, silence_of_all
from ..parts.reports import ReportLine, report_line
from ..parts.splits import LATEST, ROOMS


@dataclass(frozen=True, slots=True)
class DistrictReports:
    """The reports of a district, or that there are none; where these are the latest, the way to `all`."""

    district: Link
    reports: tuple[ReportLine, ...]
    silent: Markup
    all: Link | None = None


@dataclass(frozen=True, slots=True)
class ReportsView:
    """The list of reports; `silent` says why there is nothing in it."""

    groups: tuple[DistrictReports, ...]
    silent: Markup


def reports_page(context: PageContext) -> Page:
    """The list of reports by district."""
    groups = tuple(_group(context, district) for district in context.site.districts)
    said = context.words("reports.introduction")
    frame = context.frame(("reports",), context.words("nav.reports"), "reports", description=said)
    return Page("reports.html", frame, ReportsView(groups, silence_of_all(context)))


def _group(context: PageContext, district: str) -> DistrictReports:
    reports, name = context.site.by_date(district), context.district(district)
    shown = reports if len(context.site.in_order) <= ROOMS["texts"] else reports[-LATEST:]
    lines = tuple(report_line(context, report) for report in shown)
    every = Link(context.word("part.all", count=len(reports)), name.path) if len(shown) < len(reports) else None
    return DistrictReports(name, lines, silence(context, reports), every)
