"""A report read, anchored and ruled: one value, made of its folder and of what all reports share, and of nothing else.

What can be made of one report by itself can be made side by side with others, and remembered; what holds over all
reports is left to the rules over all.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from ..content.gathered import Gathered, Mention
from ..content.records import Report
from ..content.report import report_of
from ..issues import Issue, is_left_out
from .mentions import mentions_in
from .rules.table import issues_of_report
from .said import said_in
from .vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report, None where it cannot be read, and all that is wrong with it by itself."""

    report: Report | None
    issues: tuple[Issue, ...]


def read_report(folder: str, files: Mapping[str, bytes], vocabularies: Vocabularies) -> ReadReport:
    """The report of a folder (its path from the project's top) whose files are given as bytes, by name."""
    report, issues = report_of(folder, files, vocabularies.lexicon, vocabularies.languages, vocabularies.aspects)
    if report and vocabularies.whole and not is_left_out(issues):
        issues += issues_of_report(report, vocabularies)
    return ReadReport(_with_gathered(report, vocabularies) if report else None, tuple(issues))


def without_mentions(one: ReadReport, gone: Container[tuple[str, str]]) -> ReadReport:
    """A report without its mentions of what is gone, each by its kind and id; the same where it has none.

    Shorter words that stand in them may name something else: that is found out where the report is read again.
    """
    report = one.report
    if report is None or report.gathered is None:
        return one

    def stays(what: Mention) -> bool:
        return (what.kind, what.subject) not in gone

    own = report.gathered
    if all(map(stays, own.mentions)):
        return one
    return replace(one, report=replace(report, gathered=own.where(stays)))


def read_from(folder: str, files: Mapping[str, bytes], told: bytes) -> Iterator[bytes]:
    """All that a report is read from, as bytes; `told` are the vocabularies."""
    yield from (told, folder.encode(errors="surrogateescape"))
    for name, data in files.items():
        yield from (name.encode(errors="surrogateescape"), data)


def _with_gathered(report: Report, vocabularies: Vocabularies) -> Report:
    """A report with what is gathered of it for who joins it to others."""
    kinds = (vocabularies.initiative_wordings, vocabularies.term_wordings)
    mentions = tuple(mention for wordings in kinds for mention in mentions_in(report, wordings))
    gathered = Gathered(report.blocks, report.statements, mentions, said_in(report, mentions))
    return replace(report, gathered=gathered)
