"""The collation tables 对照表: of each text its promises and what later ones say of them; the first page shows one.

What a table shows is left to `parts/collation_parts`, what is found in no later text of any district to `silence`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ...content.records import Report
from ...content.vocabulary import COMMITMENTS
from ...corpus.collation import Collation, collation_of, collations, leading
from ...corpus.following import TrackedPromise
from ...downloads.collation_files import document_path, table_path
from ...downloads.collation_words import result_sentence
from ..context import PageContext
from ..frame import Frame, Link, Page
from ..parts.cells import silence_of_all, silence_of_one
from ..parts.collation_parts import (
    BODY,
    TEMPLATE,
    CollationView,
    Downloads,
    by_state,
    choices,
    heads,
    reckoned,
    states_of,
    strip,
)
from ..parts.promises import promise_row
from ..parts.prose import introduction
from ..parts.text_switch import text_switch
from .rest import pages_of_rest, places_of_rest, rest_of_rows, shortened


def follow_ups_page(context: PageContext) -> Page:
    """The first page of the follow-ups: the table of the text of which most can be followed."""
    found = leading(collations(context.site))
    title = context.words("follow.title")
    frame = context.frame(("follow-up",), title, "follow-up", body_class=BODY)
    if found is None:
        return Page(TEMPLATE, frame, empty_view(context, context.marked(title)))
    return Page(TEMPLATE, frame, _view(context, found, frame, context.marked(title), whole=True))


def collation_pages_of(context: PageContext, report: str) -> Iterator[Page]:
    """The table of a text that has a later one of its district, or promises that are followed; with all its rows, which
    may be continued on pages of their own.
    """
    found = collation_of(context.site, context.site.reports[report])
    title = _title(context, found.report, ahead=not found.later)
    frame = _frame(context, found.report, title)
    view = _view(context, found, frame, context.marked(title))
    yield Page(TEMPLATE, frame, view)
    yield from pages_of_rest(context, found.report, frame, view)


def _title(context: PageContext, report: Report, *, ahead: bool) -> str:
    named = {"district": context.district_name(report.district), "report": context.plain(report.short)}
    return context.words("due.of" if ahead else "follow.collation", **named)


def _frame(context: PageContext, report: Report, title: str) -> Frame:
    crumbs = (context.page("follow-up"), context.district(report.district))
    return context.frame(("follow-up", report.id), title, "follow-up", crumbs, body_class=BODY)


def empty_view(context: PageContext, title: Markup) -> CollationView:
    """A page without a table: there is no text, or none of which anything could be followed."""
    nothing = Markup("")
    silent = nothing if context.site.in_order else silence_of_all(context)
    return CollationView(
        *(title, "", nothing, (), text_switch(context, None), (), (), (), (), (), False),
        *(nothing, nothing, introduction(context, "follow-up"), None, silent),
    )


def _view(context: PageContext, found: Collation, frame: Frame, title: Markup, *, whole: bool = False) -> CollationView:
    """A table; the page that leads to all of them is `whole`."""
    report, promises, ahead = found.report, found.promises, not found.later
    rows = [promise_row(context, one, number, alone=True) for number, one in enumerate(promises, 1)]
    switch = text_switch(context, report, whole=whole)
    groups = shortened(context, report, tuple(by_state(context, rows)), switch)
    themes = tuple(strip(context, rows, places_of_rest(context, report, groups)))
    return CollationView(
        title=title,
        title_zh=context.other_word(
            "due.of" if ahead else "follow.collation",
            district=context.site.districts[report.district].name.zh,
            report=report.short.zh,
        ),
        result=context.marked(result_sentence(context.site, found, context.words)) if promises else Markup(""),
        sources=tuple(_sources(context, found)),
        switch=switch,
        strip=themes,
        states=states_of(context, promises),
        themes=choices(context, themes),
        heads=tuple(heads(context, report, ahead=ahead)),
        groups=groups,
        ahead=ahead,
        reckoned=Markup("") if ahead else reckoned(context, promises),
        others=_others(context, report, promises) if ahead else Markup(""),
        answers=introduction(context, "follow-up", frame.path),
        downloads=_downloads(context, report) if promises else None,
        silent=Markup("") if promises else silence_of_one(context, report),
        rest=rest_of_rows(context.path("follow-up", report.id), groups),
    )


def _others(context: PageContext, report: Report, promises: Sequence[TrackedPromise]) -> Markup:
    """How many promises of a text are not followed, since they fall due at no time after it; '' where all are."""
    count = sum(statement.kind in COMMITMENTS for statement in report.statements) - len(promises)
    return context.word("due.others", count=count) if count else Markup("")


def _downloads(context: PageContext, report: Report) -> Downloads:
    return Downloads(f"data/{table_path(report)}", f"data/{document_path(report, context.language)}")


def _sources(context: PageContext, found: Collation) -> Iterator[Link]:
    """Where the promises stand, and where later words do."""
    path = context.path("reports", found.report.id)
    title, date = context.plain(found.report.title), context.date(found.report)
    yield Link(context.word("follow.promised-in", title=title, date=date), path)
    for later in found.later:
        said = context.word("follow.said-in", title=context.plain(later.title), date=context.date(later))
        yield Link(said, context.path("reports", later.id))
