"""The lists of districts, themes, indicators, initiatives and terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..content.records import Term
from ..content.vocabulary import COMMITMENTS, LEVELS
from .context import PageContext
from .frame import Link, Page
from .markup import filled
from .parts.cells import IndicatorCell, indicator_cell, latest_of_all
from .parts.glance import Glance, glance
from .parts.lists import ListGroup, ListRow, first_sentence, reading


@dataclass(frozen=True, slots=True)
class ListView:
    """A page that lists things under headings, themes with the overview in small.

    `threads` is true of the lists of what has threads.
    """

    title: Markup
    introduction: Markup
    groups: tuple[ListGroup, ...]
    glance: Glance | None
    threads: bool


def list_pages(context: PageContext) -> Iterator[Page]:
    """The list of each kind of subject."""
    for name, groups in (
        ("districts", _districts(context)),
        ("themes", _themes(context)),
        ("indicators", _indicators(context)),
        ("initiatives", _initiatives(context)),
        ("terms", _terms(context)),
    ):
        said = context.words(f"{name}.introduction")
        view = ListView(
            context.word(f"nav.{name}"),
            filled("<p>{}</p>", context.marked(said)),
            tuple(group for group in groups if group.rows),
            glance(context) if name == "themes" else None,
            name in ("indicators", "initiatives"),
        )
        yield Page("list.html", context.frame((name,), context.words(f"nav.{name}"), name, description=said), view)


def _row(context: PageContext, link: Link, remark: str, counted: str, count: int, gist: str = "") -> ListRow:
    return ListRow(link, context.marked(remark), context.word(f"count.{counted}", count=count), context.marked(gist))


def _joined(context: PageContext, districts: tuple[str, ...]) -> str:
    return context.words("list.comma").join(context.district_name(district) for district in districts)


def _districts(context: PageContext) -> Iterator[ListGroup]:
    rows = (
        _row(context, context.district(d.id), context.plain(d.city), "reports", len(context.site.by_date(d.id)))
        for d in context.site.library.districts
    )
    yield ListGroup(Markup(""), "", tuple(rows))


def _themes(context: PageContext) -> Iterator[ListGroup]:
    rows = (
        _row(context, context.theme(theme), "", "statements", len(statements))
        for theme, statements in context.site.statements_of_theme.items()
    )
    yield ListGroup(Markup(""), "", tuple(rows))


def _indicators(context: PageContext) -> Iterator[ListGroup]:
    """Indicators by theme, each with its latest figure in place of a count, or where there is none with that."""
    for theme in context.site.library.themes:
        rows = []
        for indicator in context.site.indicators_of_theme[theme.id]:
            observed = context.site.observations[indicator.id]
            figures = tuple(_latest(context, indicator.id))
            row = _row(context, context.indicator(indicator.id), "", "observations", len(observed))
            rows.append(replace(row, count=Markup(""), figures=figures) if figures else row)
        if rows:
            yield ListGroup(context.localized(theme.name), context.other_name(theme.name), tuple(rows), theme.id)


def _latest(context: PageContext, indicator: str) -> Iterator[IndicatorCell]:
    """The latest result of all districts with its district; where there is none, the latest target."""
    stated = latest_of_all(context, indicator)
    if stated:
        cell = indicator_cell(context, stated)
        district = context.district(context.site.reports[stated.statement.report].district).text
        promised = (context.word(f"kind.{cell.kind}"),) if cell.kind in COMMITMENTS else ()
        yield replace(cell, note=context.word("list.semicolon").join((*promised, cell.note, district)))


def _initiatives(context: PageContext) -> Iterator[ListGroup]:
    """Initiatives by kind, each with its districts."""
    initiatives = context.site.library.initiatives
    for kind in dict.fromkeys(i.kind for i in initiatives):
        rows = (
            _row(
                context,
                context.initiative(i.id),
                _joined(context, i.districts),
                *_mentions(context, "initiative", i.id),
                first_sentence(context.plain(i.note)),
            )
            for i in initiatives
            if i.kind == kind
        )
        yield ListGroup(context.word(f"initiative.{kind}"), "", tuple(rows), kind)


def _terms(context: PageContext) -> Iterator[ListGroup]:
    """Terms by the level of government that coined them, those of unknown level last."""
    terms = sorted(context.site.library.terms, key=lambda term: term.id)

    def meaning(term: Term) -> str:
        return first_sentence(context.plain(term.meaning))

    for level in (*LEVELS, ""):
        rows = tuple(
            replace(
                _row(context, context.term(term.id), "", *_mentions(context, "term", term.id), meaning(term)),
                remark=reading(term),
            )
            for term in terms
            if term.level == level
        )
        if rows:
            yield ListGroup(context.word(f"level.{level or 'unknown'}"), "", rows, level)


def _mentions(context: PageContext, kind: str, subject: str) -> tuple[str, int]:
    return "mentions", len(context.site.mentions_of[kind, subject])
