"""What joins the records: observations, mentions, follow-ups with their arithmetic, earlier and later reports.

Pure, from a library to a linked one; ids that name nothing are left out here and reported by `check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..content.records import FollowUp, Library, Measure, Report, Statement
from ..text.period import Period
from .arithmetic import arithmetic_of


@dataclass(frozen=True, slots=True)
class Observation:
    """One measure of an indicator, with the statement that makes it."""

    statement: Statement
    measure: Measure


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an initiative or a term is named; start and end count in the report's text."""

    kind: str  # initiative or term
    subject: str
    report: str
    block: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A promise with what is known of it: evidence, and arithmetic where definition and period agree, else ''."""

    promise: Statement
    follow_up: FollowUp | None
    later: tuple[Statement, ...]
    evidence: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Linked:
    """The library and all that is joined from it."""

    library: Library
    reports: Mapping[str, Report]
    dated: Mapping[str, tuple[Report, ...]]
    statements: Mapping[str, Statement]
    observations: Mapping[str, tuple[Observation, ...]]
    mentions: tuple[Mention, ...]
    mentions_in: Mapping[str, tuple[Mention, ...]]
    followed: Mapping[str, Followed]
    initiatives_of: Mapping[str, tuple[str, ...]]

    def by_date(self, district: str) -> tuple[Report, ...]:
        """The reports of a district, the earliest first."""
        return self.dated.get(district, ())

    def later(self, report: Report) -> tuple[Report, ...]:
        """The later reports of the same district, the earliest first."""
        return tuple(other for other in self.by_date(report.district) if report.date < other.date)


def linked(library: Library) -> Linked:
    """The library with its joins."""
    reports = {report.id: report for report in library.reports}
    statements = {s.full_id: s for report in library.reports for s in report.statements}
    mentions = tuple(_mentions(library))
    return Linked(
        library,
        reports,
        _dated(library),
        statements,
        _observations(library),
        mentions,
        _by_report(mentions),
        _followed(library, statements, reports),
        _initiatives_of(library, mentions),
    )


def _dated(library: Library) -> dict[str, tuple[Report, ...]]:
    """The reports by district, the earliest first."""
    found: dict[str, list[Report]] = {}
    for report in sorted(library.reports, key=lambda report: (report.date, report.id)):
        found.setdefault(report.district, []).append(report)
    return {district: tuple(reports) for district, reports in found.items()}


def _observations(library: Library) -> dict[str, tuple[Observation, ...]]:
    """By indicator, in the order of time, then district, then text."""
    place = {report.id: (report.district, report.date) for report in library.reports}
    found: dict[str, list[Observation]] = {indicator.id: [] for indicator in library.indicators}
    for report in library.reports:
        for statement in report.statements:
            for measure in statement.measures:
                if measure.indicator in found:
                    found[measure.indicator].append(Observation(statement, measure))
    return {
        name: tuple(
            sorted(rows, key=lambda o: (last_day(o.measure.period), place[o.statement.report], o.statement.start))
        )
        for name, rows in found.items()
    }


def last_day(period: Period | None) -> date:
    """The last day of a time, for sorting; what has no time comes first."""
    return period.last_day if period else date.min


def _mentions(library: Library) -> Iterable[Mention]:
    for kind, records in (("initiative", library.initiatives), ("term", library.terms)):
        owners, silent = {}, set()
        for record in records:
            names = (*record.aliases, record.zh) if kind == "term" else record.aliases
            owners |= dict.fromkeys(names, record.id)
            silent |= set(record.not_these)
        pattern = _longest_first({*owners, *silent})
        if pattern is None:
            continue
        for report in library.reports:
            for block in report.blocks:
                for match in pattern.finditer(block.text):
                    owner = owners.get(match[0])
                    if owner and match[0] not in silent:
                        yield Mention(
                            kind,
                            owner,
                            report.id,
                            block.id,
                            block.start + match.start(),
                            block.start + match.end(),
                            match[0],
                        )


def _by_report(mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    """The mentions of each report, in the order of its text."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.report, []).append(mention)
    return {report: tuple(sorted(rows, key=lambda m: (m.start, m.kind))) for report, rows in found.items()}


def _longest_first(words: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def _initiatives_of(library: Library, mentions: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """By statement (full id), the initiatives that its quote names, in the order of the text."""
    by_block: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.kind == "initiative":
            by_block.setdefault((mention.report, mention.block), []).append(mention)
    found = {}
    for report in library.reports:
        for s in report.statements:
            named = [m.subject for m in by_block.get((report.id, s.block), ()) if s.start <= m.start and m.end <= s.end]
            found[s.full_id] = tuple(dict.fromkeys(named))
    return found


def _followed(
    library: Library, statements: Mapping[str, Statement], reports: Mapping[str, Report]
) -> dict[str, Followed]:
    """By promise (full id): every target, and every other promise that has a follow-up."""
    written = {follow_up.promise: follow_up for follow_up in library.follow_ups}
    last: dict[str, Period] = {}
    for report in reports.values():
        last[report.district] = max(last.get(report.district, report.date), report.date)
    found = {}
    for full_id, statement in statements.items():
        follow_up = written.get(full_id)
        if statement.kind == "result" or (statement.kind == "task" and follow_up is None):
            continue
        later = tuple(statements[name] for name in follow_up.later if name in statements) if follow_up else ()
        evidence = follow_up.evidence if follow_up else _unwritten_evidence(statement, reports[statement.report], last)
        found[full_id] = Followed(statement, follow_up, later, evidence, arithmetic_of(statement, later))
    return found


def _unwritten_evidence(statement: Statement, report: Report, last: Mapping[str, Period]) -> str:
    """Without a follow-up: not-due where the time ends after the last text of the district, else not-checked."""
    newest = last[report.district]
    is_due = last_day(statement.period) <= newest.last_day and report.date != newest
    return "not-checked" if is_due else "not-due"
