"""The collation tables 对照表: a report's promises, what later texts say of them, and what stands between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report
from .context import PageContext
from .frame import Frame, Group, Page
from .parts.cells import silence_of_one
from .parts.evidence import EvidenceWord, evidence_tally
from .parts.promises import PromiseGroup, by_theme, followable, navigation, promises_of


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `zh` is the Chinese that stands before it on a page in another language."""

    text: Markup
    zh: str


@dataclass(frozen=True, slots=True)
class CollationView:
    """The collation table of one report; `sources` are the texts that it is made of, `silent` says why it is empty."""

    title: Markup
    title_zh: str
    sources: tuple[Markup, ...]
    evidence: tuple[EvidenceWord, ...]
    heads: tuple[Head, ...]
    groups: tuple[PromiseGroup, ...]
    nav: tuple[Group, ...]
    silent: Markup


def collation_pages(context: PageContext) -> Iterator[Page]:
    """A table for each report that has a later one of its district."""
    for report in followable(context):
        title = context.words(
            "follow.collation", district=context.district_name(report.district), report=context.plain(report.short)
        )
        yield Page("follow-up.html", _frame(context, report, title), _view(context, report, title))


def _frame(context: PageContext, report: Report, title: str) -> Frame:
    crumbs = (context.page("follow-up"), context.district(report.district))
    return context.frame(("follow-up", report.id), title, "follow-up", crumbs, body_class="has-bar page-collation")


def _view(context: PageContext, report: Report, title: str) -> CollationView:
    promises = promises_of(context, [report])
    return CollationView(
        context.marked(title),
        context.other_word("follow.collation-short", report=report.short.zh),
        tuple(_sources(context, report)),
        evidence_tally(context, promises),
        tuple(_heads(context, report)),
        tuple(by_theme(context, promises)),
        navigation(context, report.id),
        silence_of_one(context, report),
    )


def _sources(context: PageContext, report: Report) -> Iterator[Markup]:
    yield context.word("follow.promised-in", title=context.plain(report.title), date=context.date(report))
    for later in context.site.later(report):
        yield context.word("follow.said-in", title=context.plain(later.title), date=context.date(later))


def _heads(context: PageContext, report: Report) -> Iterator[Head]:
    """The heads of the four columns; the Chinese beside is the shorter one of the printed tables."""
    yield Head(context.word("follow.number"), context.other_word("follow.number"))
    promised = context.word("follow.promised", date=context.time(report.date))
    yield Head(promised, context.other_word("follow.promised-plain"))
    yield Head(context.word("follow.evidence"), context.other_word("follow.evidence-short"))
    yield Head(context.word("follow.said"), context.other_word("follow.said-short"))
