"""The collation tables 对照表: a report's promises, what later texts say of them, and what stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report
from ..content.vocabulary import ARITHMETIC
from ..corpus.following import TrackedPromise
from .context import PageContext
from .frame import Frame, Group, Page
from .parts.cells import silence_of_one
from .parts.evidence import EvidenceWord, evidence_tally
from .parts.promises import PromiseGroup, by_theme, followable, navigation, promises_of
from .parts.prose import introduction
from .parts.statements import StatementSummary, summary


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `zh` is the Chinese that stands before it on a page in another language."""

    text: Markup
    zh: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A promise that nobody has looked for in the later texts; `formerly` are anchors of it, too."""

    anchor: str
    formerly: tuple[str, ...]
    promise: StatementSummary


@dataclass(frozen=True, slots=True)
class CollationView:
    """The collation table of one report; `sources` are the texts that it is made of, `silent` says why it is empty.

    `reckoned` says what the site reckons of two sentences, and `answers` where an answer would stand.
    """

    title: Markup
    title_zh: str
    sources: tuple[Markup, ...]
    evidence: tuple[EvidenceWord, ...]
    heads: tuple[Head, ...]
    counted: Markup
    reckoned: Markup
    groups: tuple[PromiseGroup, ...]
    unchecked: tuple[Unchecked, ...]
    unchecked_title: Markup
    answers: Markup
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
    unchecked = [one.promise for one in promises if one.evidence == "not-checked"]
    return CollationView(
        context.marked(title),
        context.other_word("follow.collation-short", report=report.short.zh),
        tuple(_sources(context, report)),
        evidence_tally(context, promises),
        tuple(_heads(context, report)),
        context.word("follow.counted", count=len(promises)),
        _reckoned(context, promises),
        tuple(by_theme(context, [one for one in promises if one.evidence != "not-checked"])),
        tuple(Unchecked(one.id, one.formerly, summary(context, one)) for one in unchecked),
        context.word("follow.unchecked", count=len(unchecked)),
        introduction(context, "follow-up", context.path("follow-up", report.id)),
        navigation(context, report.id),
        silence_of_one(context, report),
    )


def _reckoned(context: PageContext, promises: Sequence[TrackedPromise]) -> Markup:
    """How often the site reckoned, with what outcome, and that no text says it."""
    found = [one.arithmetic for one in promises]
    counts = [
        context.words("list.colon").join((context.words(f"arithmetic.{kind}"), str(found.count(kind))))
        for kind in ARITHMETIC
        if kind in found
    ]
    if not counts:
        return context.word("follow.no-arithmetic")
    return context.word("follow.arithmetic", counts=context.words("list.semicolon").join(counts))


def _sources(context: PageContext, report: Report) -> Iterator[Markup]:
    yield context.word("follow.promised-in", title=context.plain(report.title), date=context.date(report))
    for later in context.site.later(report):
        yield context.word("follow.said-in", title=context.plain(later.title), date=context.date(later))


def _heads(context: PageContext, report: Report) -> Iterator[Head]:
    """The heads of the four columns; the Chinese beside is the shorter one of the printed tables."""
    yield Head(context.word("follow.number"), context.other_word("follow.number"))
    promised = context.word("follow.promised", date=context.date(report))
    yield Head(promised, context.other_word("follow.promised-plain"))
    yield Head(context.word("follow.evidence"), context.other_word("follow.evidence"))
    yield Head(context.word("follow.said"), context.other_word("follow.said-short"))
