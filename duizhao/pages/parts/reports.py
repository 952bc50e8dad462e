"""Reports in lists: each in a line, with how many statements of each kind it has."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...content.vocabulary import KINDS
from ..context import PageContext
from ..frame import Link
from .cells import silence_of_one
from .translations import missing_translation


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something; None where none is marked in a text that is not wholly read, so nobody knows."""

    name: Markup
    number: int | None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list; `basis` says where its date is not printed, `translation` where it is not whole.

    `unread` says that the text is not wholly read, so that it may state more than is counted.
    """

    link: Link
    kind: Markup
    date: Markup
    basis: Markup
    translation: Markup
    unread: Markup
    counts: tuple[Count, ...]
    characters: str


def way_to_texts(context: PageContext, count: int) -> Link:
    """The way to all texts, where a page shows the latest of them."""
    return Link(context.word("texts.all", count=count), context.path("reports"))


def report_line(context: PageContext, report: Report) -> ReportLine:
    """A report in a list."""
    link = Link(
        context.localized(report.title), context.path("reports", report.id), zh=context.other_name(report.title)
    )
    return ReportLine(
        link,
        context.word(f"report.{report.kind}"),
        context.marked(context.time(report.date)),
        context.word("basis.inferred") if report.date_basis == "inferred" else Markup(""),
        context.marked(missing_translation(context, report)),
        Markup("") if report.fully_read else silence_of_one(context, report),
        tuple(_count(context, report, kind) for kind in KINDS),
        f"{len(report.text):,}",
    )


def _count(context: PageContext, report: Report, kind: str) -> Count:
    number = sum(statement.kind == kind for statement in report.statements)
    return Count(context.word(f"kind.{kind}s"), number if number or report.fully_read else None)
