"""The lists of districts, themes, indicators, initiatives and terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..content.vocabulary import KINDS, LEVELS
from .charts import Bar
from .context import PageContext
from .frame import Link, Page
from .parts.lists import ListGroup, ListRow


@dataclass(frozen=True, slots=True)
class CountBar:
    """A row of the chart of statements by theme: its name in the drawing and in the table, its place, its parts by
    kind, its total.
    """

    label: str
    name: Markup
    y: str
    end: str
    parts: tuple[Bar, ...]
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ListView:
    """A page that lists things under headings, themes with a chart of how many statements each has."""

    title: Markup
    introduction: Markup
    groups: tuple[ListGroup, ...]
    bars: tuple[CountBar, ...]
    kinds: tuple[Markup, ...]


def list_pages(context: PageContext) -> Iterator[Page]:
    """The list of each kind of subject."""
    for name, groups in (
        ("districts", _districts(context)),
        ("themes", _themes(context)),
        ("indicators", _indicators(context)),
        ("initiatives", _initiatives(context)),
        ("terms", _terms(context)),
    ):
        view = ListView(
            context.word(f"nav.{name}"),
            Markup("<p>{}</p>").format(context.word(f"{name}.introduction")),
            tuple(group for group in groups if group.rows),
            tuple(_bars(context)) if name == "themes" else (),
            tuple(context.word(f"kind.{kind}s") for kind in KINDS),
        )
        yield Page("list.html", context.frame((name,), context.words(f"nav.{name}"), name), view)


def _row(context: PageContext, link: Link, remark: str, counted: str, count: int) -> ListRow:
    return ListRow(link, context.marked(remark), context.word(f"count.{counted}", count=count))


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
    """Indicators by theme, each with the districts that state it."""
    for theme in context.site.library.themes:
        rows = []
        for indicator in context.site.indicators_of_theme[theme.id]:
            observed = context.site.observations[indicator.id]
            stating = dict.fromkeys(context.site.reports[o.statement.report].district for o in observed)
            names = _joined(context, tuple(stating))
            rows.append(_row(context, context.indicator(indicator.id), names, "observations", len(observed)))
        if rows:
            yield ListGroup(context.localized(theme.name), context.other_name(theme.name), tuple(rows), theme.id)


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
            )
            for i in initiatives
            if i.kind == kind
        )
        yield ListGroup(context.word(f"initiative.{kind}"), "", tuple(rows), kind)


def _terms(context: PageContext) -> Iterator[ListGroup]:
    """Terms by the level of government that coined them, those of unknown level last."""
    terms = sorted(context.site.library.terms, key=lambda term: term.id)
    for level in (*LEVELS, ""):
        rows = tuple(
            _row(context, context.term(term.id), term.pinyin, *_mentions(context, "term", term.id))
            for term in terms
            if term.level == level
        )
        if rows:
            yield ListGroup(context.word(f"level.{level or 'unknown'}"), "", rows, level)


def _mentions(context: PageContext, kind: str, subject: str) -> tuple[str, int]:
    return "mentions", len(context.site.mentions_of[kind, subject])


def _bars(context: PageContext) -> Iterator[CountBar]:
    """How many statements have each theme as their main one, by kind; the longest bar is 300 wide."""
    mains = Counter((s.themes[0], s.kind) for s in context.site.statements.values())
    themes = context.site.library.themes
    longest = max((sum(mains[theme.id, kind] for kind in KINDS) for theme in themes), default=1) or 1
    for index, theme in enumerate(themes):
        counts = tuple(mains[theme.id, kind] for kind in KINDS)
        starts = [sum(counts[:place]) for place in range(len(KINDS))]
        y = str(22 * index)
        parts = tuple(
            Bar(kind, f"{214 + 300 * start / longest:.1f}", y, f"{300 * count / longest:.1f}", "14")
            for kind, start, count in zip(KINDS, starts, counts, strict=True)
            if count
        )
        end = f"{220 + 300 * sum(counts) / longest:.1f}"
        name = context.plain(theme.name)
        yield CountBar(name, context.marked(name), y, end, parts, counts, sum(counts))
