"""Rules of one report: what a report names among the shared records, and within itself.

What shared records and follow-ups name is left to `ids` and `follow_ups`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...content.broken import Broken
from ...content.records import Report
from ...issues import Issue, SourcePosition
from ...text.near import did_you_mean, some_of
from ..renames import now_called
from ..vocabularies import Vocabularies


def reports_name_records(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """The district of a report, the themes of its statements and the indicators of its measures exist."""
    broken = vocabularies.broken
    yield from unknown("district", report.district, vocabularies.districts, broken, report.where.at("district"))
    for statement in report.statements:
        for theme, place in statement.where.each("themes", statement.themes):
            yield from unknown("theme", theme, vocabularies.themes, broken, place)
        for measure in statement.measures:
            place = measure.where.at("indicator")
            yield from unknown("indicator", measure.indicator, vocabularies.indicators, broken, place)


def unknown(
    kind: str, given: str, known: Collection[str], broken: Mapping[str, Broken], place: SourcePosition
) -> Iterator[Issue]:
    """The issue of an id that is given and is none of its kind, nor may be one of those that are broken."""
    if given and not known and not broken[kind]:
        path = f"content/{kind}s.yaml"
        hint = "write them there, or take the file back from version control"
        message = f"other files name {kind}s, and {path} is missing or holds none"
        yield Issue("file-missing", SourcePosition(path), message, hint)
    elif given and given not in known and given not in broken[kind]:
        now = now_called(given, known)
        meant = f"it is {now} now; " if now else did_you_mean(given, known)
        hint = f"{meant}content/{kind}s.yaml has: {some_of(known, given)}"
        yield Issue("unknown-id", place, f"there is no {kind} {given!r}", hint)


def parts_name_headlines(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A statement that is part of a headline task names a headline task of its report."""
    headlines = {s.id for s in report.statements if s.headline}
    for s in report.statements:
        if s.part_of and s.part_of not in headlines and s.part_of not in report.broken:
            message = f"part_of names {s.part_of}, which is no headline task of this report"
            hint = f"headline tasks: {some_of(headlines, s.part_of) or 'none'}"
            yield Issue("unknown-id", s.where.at("part_of"), message, hint)
