"""Where a report stands among the others, by its district and date, and which reports' standing is in doubt.

What is doubted is told as one mistake by the rules; what would only follow from it is left alone by all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..content.dating import date_is_doubted
from ..content.records import District, Report


def district_named(report: Report, districts: Mapping[str, District]) -> str:
    """The one district that a report's title or id names, where it is another than its own; '' of any other report."""
    own = districts.get(report.district)
    if own is None or own.name.zh in report.title.zh or f"{report.id}-".startswith(f"{own.id}-"):
        return ""
    parts = report.id.split("-")
    by_id = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    named = next((name for name in by_id if name in districts), "")
    return named or next((name for name, other in districts.items() if other.name.zh in report.title.zh), "")


def doubted_reports(reports: Iterable[Report], districts: Mapping[str, District]) -> frozenset[str]:
    """The reports of which it is not known what comes before and after them, nor so of the others of their district.

    A district that is none, or not the one that is meant, leaves its place in another open: then of all.
    """
    reports = tuple(reports)
    if any(report.district not in districts or district_named(report, districts) for report in reports):
        return frozenset(report.id for report in reports)
    unsure = {report.district for report in reports if date_is_doubted(report)}
    return frozenset(report.id for report in reports if report.district in unsure)
