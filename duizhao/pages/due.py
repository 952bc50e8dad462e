"""The promises of a district's last text that fall due after it: no later text says anything of them yet.

Promises that later texts can speak of are left to `collation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report, Statement
from ..content.vocabulary import COMMITMENTS
from ..corpus.following import TrackedPromise
from .context import PageContext
from .frame import Group, Page
from .parts.promises import navigation, not_due_in
from .parts.prose import introduction
from .parts.statements import StatementSummary, summary


@dataclass(frozen=True, slots=True)
class DueRow:
    """A promise with its deadline, and whether the text prints that."""

    number: int
    anchor: str
    formerly: tuple[str, ...]
    promise: StatementSummary
    deadline: Markup
    basis: Markup


@dataclass(frozen=True, slots=True)
class DueGroup:
    """The promises of one theme."""

    title: Markup
    zh: str
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """The promises that fall due after a text; `others` counts those that do not, '' where there are none."""

    title: Markup
    title_zh: str
    source: Markup
    counted: Markup
    others: Markup
    groups: tuple[DueGroup, ...]
    answers: Markup
    nav: tuple[Group, ...]


def due_pages(context: PageContext) -> Iterator[Page]:
    """A table for each last text of a district that has such promises."""
    for report in context.site.in_order:
        if promises := not_due_in(context, report):
            title = context.words(
                "due.of", district=context.district_name(report.district), report=context.plain(report.short)
            )
            crumbs = (context.page("follow-up"), context.district(report.district))
            frame = context.frame(
                ("follow-up", report.id), title, "follow-up", crumbs, body_class="has-bar page-collation"
            )
            yield Page("due.html", frame, _view(context, report, title, promises))


def _view(context: PageContext, report: Report, title: str, promises: Sequence[TrackedPromise]) -> DueView:
    others = sum(statement.kind in COMMITMENTS for statement in report.statements) - len(promises)
    return DueView(
        context.marked(title),
        context.other_word("due.of-short", report=report.short.zh),
        context.word("follow.promised-in", title=context.plain(report.title), date=context.date(report)),
        context.word("due.counted", count=len(promises)),
        context.word("due.others", count=others) if others else Markup(""),
        tuple(_by_theme(context, [one.promise for one in promises])),
        introduction(context, "follow-up", context.path("follow-up", report.id)),
        navigation(context, report.id),
    )


def _by_theme(context: PageContext, promises: Sequence[Statement]) -> Iterator[DueGroup]:
    """Promises of one theme together, the sooner due first, numbered through."""
    number = 0
    for theme in context.site.library.themes:
        mine = sorted((one for one in promises if one.themes[0] == theme.id), key=_by_deadline)
        rows = tuple(_row(context, promise, place) for place, promise in enumerate(mine, number + 1))
        number += len(rows)
        if rows:
            yield DueGroup(context.localized(theme.name), context.other_name(theme.name), rows)


def _by_deadline(promise: Statement) -> tuple[str, bool, int]:
    last_day = promise.period.last_day.isoformat() if promise.period else ""
    return last_day, promise.kind != "target", promise.start


def _row(context: PageContext, promise: Statement, number: int) -> DueRow:
    return DueRow(
        number,
        promise.id,
        promise.formerly,
        summary(context, promise),
        context.time_of(promise),
        context.word(f"basis.{promise.period_basis}"),
    )
