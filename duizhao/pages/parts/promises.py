"""Promises beside later words: the rows of collation tables and of the register of silence, and their navigation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report, Statement
from ...corpus.following import TrackedPromise, UnmarkedWords, falls_due_after
from ..context import PageContext
from ..frame import Group, Link
from .cells import silence
from .evidence import EvidenceWord, evidence_word
from .statements import StatementSummary, source_line, summary


@dataclass(frozen=True, slots=True)
class LaterWords:
    """Later words as a row shows them; `kind` is '' of those that no statement marks, `remark` what stands behind."""

    kind: str
    gloss: Markup
    quote: str
    path: str
    source: Markup
    remark: Markup
    caution: Markup


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise, the later words, and what stands between them; `formerly` are anchors of the row, too."""

    number: int
    anchor: str
    formerly: tuple[str, ...]
    promise: StatementSummary
    by: Markup
    evidence: EvidenceWord
    arithmetic: Markup
    because: Markup
    searched: tuple[str, ...]
    later: tuple[LaterWords, ...]


@dataclass(frozen=True, slots=True)
class PromiseGroup:
    """The promises of one theme."""

    title: Markup
    zh: str
    rows: tuple[PromiseRow, ...]


def followable(context: PageContext) -> tuple[Report, ...]:
    """The reports that have a later one of their district, in order."""
    return tuple(report for report in context.site.in_order if context.site.later(report))


def not_due_in(context: PageContext, report: Report) -> list[TrackedPromise]:
    """The promises of a district's last text that fall due after it; none of a text that has a later one."""
    if context.site.later(report):
        return []
    return [one for one in context.site.followed_in[report.id] if falls_due_after(one.promise, report.date)]


def promises_of(context: PageContext, reports: Sequence[Report]) -> list[TrackedPromise]:
    """What is known of the promises of these reports."""
    return [followed for report in reports for followed in context.site.followed_in[report.id]]


def navigation(context: PageContext, current: str) -> tuple[Group, ...]:
    """The collation tables by district, then the other ways to promises; `current` is the page's own name."""
    return (
        *(_district_group(context, district.id, current) for district in context.site.library.districts),
        Group(
            context.word("follow.other"),
            "",
            (
                Link(context.word("silence.title"), context.path("follow-up", "silence"), current == "silence"),
                context.page("targets"),
            ),
        ),
    )


def _district_group(context: PageContext, district: str, current: str) -> Group:
    reports = context.site.by_date(district)
    links = tuple(table_link(context, report, current) for report in reports if has_table(context, report))
    name = context.district(district)
    return Group(name.text, name.zh, links, nothing_later(context, reports))


def has_table(context: PageContext, report: Report) -> bool:
    """True of a text whose promises have a page: it has a later one, or they fall due after it."""
    return bool(context.site.later(report) or not_due_in(context, report))


def table_link(context: PageContext, report: Report, current: str = "") -> Link:
    """The way to the page of a text's promises; `current` is the page's own name."""
    followed = bool(context.site.later(report))
    said = context.word("follow.of" if followed else "follow.not-due-of", report=context.plain(report.short))
    return Link(said, context.path("follow-up", report.id), report.id == current)


def nothing_later(context: PageContext, reports: Sequence[Report]) -> Markup:
    """Why no text of a district has a later one; nothing where one has."""
    if any(context.site.later(report) for report in reports):
        return Markup("")
    if not reports:
        return silence(context, reports)
    return (
        context.word("follow.one-text") if len(reports) == 1 else context.word("follow.none-later", count=len(reports))
    )


def by_theme(context: PageContext, promises: Sequence[TrackedPromise]) -> Iterator[PromiseGroup]:
    """Promises of one theme together, targets before tasks, numbered through."""
    number = 0
    for theme in context.site.library.themes:
        mine = sorted(
            (f for f in promises if f.promise.themes[0] == theme.id),
            key=lambda f: (f.promise.kind != "target", f.promise.start),
        )
        rows = tuple(_row(context, followed, place) for place, followed in enumerate(mine, number + 1))
        number += len(rows)
        if rows:
            yield PromiseGroup(context.localized(theme.name), context.other_name(theme.name), rows)


def _row(context: PageContext, followed: TrackedPromise, number: int) -> PromiseRow:
    promise, written, evidence = followed.promise, followed.follow_up, followed.evidence
    return PromiseRow(
        number,
        promise.id,
        promise.formerly,
        summary(context, promise),
        _due(context, promise),
        evidence_word(context, evidence),
        _reckoned(context, followed.arithmetic),
        context.localized(written.because) if written else context.word(f"evidence.{evidence}.doc"),
        written.searched if written else (),
        tuple(_later(context, words) for words in followed.later),
    )


def _due(context: PageContext, promise: Statement) -> Markup:
    """By when a promise is due; of one without a date, that none is stated."""
    due = context.time_of(promise)
    return context.word("card.by") + " " + due if promise.period else due


def _reckoned(context: PageContext, arithmetic: str) -> Markup:
    """What the site reckons of two sentences, said as its own reckoning; nothing where there is nothing to reckon."""
    if not arithmetic:
        return Markup("")
    said = context.words(f"arithmetic.{arithmetic}")
    return context.marked(said if arithmetic == "indeterminate" else context.words("follow.computed", said=said))


def _later(context: PageContext, words: Statement | UnmarkedWords) -> LaterWords:
    if isinstance(words, UnmarkedWords):
        path = f"{context.path('reports', words.report)}#{words.block}"
        source, nothing = context.marked(source_line(context, words)), Markup("")
        english = context.marked(words.english) if context.language == "en" else nothing
        return LaterWords("", english, words.quote, path, source, context.word("follow.unmarked"), nothing)
    stated = summary(context, words)
    remark = context.word("list.semicolon").join(filter(None, (stated.period, stated.scope)))
    return LaterWords(stated.kind, stated.gloss, stated.quote, stated.path, stated.source, remark, stated.caution)
