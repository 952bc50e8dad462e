"""The list of all reports, by district and in time order."""

from __future__ import annotations

from dataclasses import dataclass

from ..context import PageContext
from ..frame import Link, Page
from ..parts.reports import ReportLine, report_line


@dataclass(frozen=True, slots=True)
class DistrictReports:
    """The reports of a district."""

    district: Link
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """The list of reports."""

    groups: tuple[DistrictReports, ...]


def reports_page(context: PageContext) -> Page:
    """The list of reports; a district without any has no heading."""
    groups = (
        DistrictReports(context.district(district.id), tuple(report_line(context, report) for report in reports))
        for district in context.site.library.districts
        if (reports := context.site.by_date(district.id))
    )
    frame = context.frame(("reports",), context.words("nav.reports"), "reports")
    return Page("reports.html", frame, ReportsView(tuple(groups)))
