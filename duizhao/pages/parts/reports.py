"""Reports in lists: each in a line, with how many statements of each kind it has."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...content.vocabulary import KINDS
from ..context import PageContext
from ..frame import Link
from .translations import missing_translation


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something."""

    name: Markup
    number: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list; `basis` says where its date is not printed, `translation` where it is not whole."""

    link: Link
    kind: Markup
    date: Markup
    basis: Markup
    translation: Markup
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
        tuple(Count(context.word(f"kind.{kind}s"), sum(s.kind == kind for s in report.statements)) for kind in KINDS),
        f"{len(report.text):,}",
    )
