"""The home page: one promise with its later words, who speaks of what, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from ..content.records import Statement
from ..content.vocabulary import ANSWERED
from ..corpus.following import TrackedPromise
from .context import PageContext
from .frame import Link, Page
from .parts.cells import silence_of_all
from .parts.evidence import EvidenceWord, evidence_word
from .parts.glance import Glance, glance
from .parts.prose import introduction
from .parts.reports import ReportLine, report_line, way_to_texts
from .parts.splits import latest_texts
from .parts.statements import StatementSummary, summaries, summary

# The ways in, in the order of the page, and the page each leads to.
WAYS = (("read", "reports"), ("compare", "compare"), ("follow", "follow-up"), ("search", "search"))
LATER = 2  # later statements that stand beside the promise


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, with a sentence on what is found there."""

    link: Link
    doc: Markup


@dataclass(frozen=True, slots=True)
class AnsweredPromise:
    """A promise with later words, and what stands between them; `row` is its place in its table."""

    promise: StatementSummary
    later: tuple[StatementSummary, ...]
    evidence: EvidenceWord
    because: Markup
    row: Link


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page; `silent` says why there is no report, `all_reports` leads to all where these are the latest."""

    claim: Markup
    introduction: Markup
    answered: AnsweredPromise | None
    glance: Glance | None
    ways: tuple[Way, ...]
    reports: tuple[ReportLine, ...]
    silent: Markup
    all_reports: Link | None = None


def home_page(context: PageContext) -> Page:
    """The home page."""
    settings = context.site.library.site
    frame = context.frame((), context.plain(settings.title), "")
    reports = context.site.in_order
    shown = latest_texts(reports)
    best = best_answered(context)
    ways = (
        Way(Link(context.word(f"way.{name}"), context.path(page)), _way_words(context, name)) for name, page in WAYS
    )
    view = HomeView(
        context.localized(settings.claim),
        introduction(context, "home", frame.path),
        _answered(context, best) if best else None,
        glance(context),
        tuple(ways),
        tuple(report_line(context, report) for report in shown),
        silence_of_all(context),
        way_to_texts(context, len(reports)) if len(shown) < len(reports) else None,
    )
    return Page("home.html", frame, view)


def _way_words(context: PageContext, name: str) -> Markup:
    if name == "search" and not context.bilingual:
        return context.word("way.search-zh.doc")
    return context.word(f"way.{name}.doc")


def best_answered(context: PageContext) -> TrackedPromise | None:
    """The promise with a figure that later words answer best: by a result with a figure, by the evidence, by what can
    be reckoned; of equals one of an indicator that the site names for its home page, then the shortest.

    None where no promise with a figure has later words that are marked.
    """
    named = context.site.library.site.home_figures

    def rank(one: TrackedPromise) -> tuple[object, ...]:
        indicators = [named.index(m.indicator) for m in one.promise.measures if m.indicator in named]
        return (
            not any(_answers(later) for later in one.statements),
            ANSWERED.index(one.evidence),
            one.arithmetic in ("", "indeterminate"),
            min(indicators, default=len(named)),
            len(one.promise.quote) + sum(len(later.quote) for later in _told(one)),
            one.promise.full_id,
        )

    answered = (one for one in context.site.followed.values() if one.evidence in ANSWERED and one.statements)
    return min((one for one in answered if one.promise.measures), key=rank, default=None)


def _answers(later: Statement) -> bool:
    return later.kind == "result" and bool(later.measures)


def _told(one: TrackedPromise) -> tuple[Statement, ...]:
    """Of the later statements those that the page shows: results with a figure before others."""
    return tuple(sorted(one.statements, key=lambda later: not _answers(later))[:LATER])


def _answered(context: PageContext, one: TrackedPromise) -> AnsweredPromise:
    table = f"{context.path('follow-up', one.promise.report)}#{one.promise.id}"
    return AnsweredPromise(
        replace(summary(context, one.promise), answer=None),  # the later words stand beside it
        summaries(context, _told(one)),
        evidence_word(context, one.evidence),
        context.localized(one.follow_up.because) if one.follow_up else Markup(""),
        Link(context.word("home.row"), table),
    )
