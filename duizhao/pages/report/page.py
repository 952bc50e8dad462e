"""A report's page put together: its head, its text, its apparatus, and the ways to its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...content.places import english_place
from ...content.records import District, Measure, Report, Statement
from ...content.vocabulary import KINDS
from ...corpus.observing import Observation, last_day
from ...downloads.texts import capture_path, layer_path
from ...search.pair_index import digest
from ..charts import Bar
from ..context import PageContext
from ..frame import Choice, Frame, Group, Link, Page, deferred
from ..parts.cells import caution_of, silence_of_one
from ..parts.near_texts import are_few, near
from ..parts.prose import introduction
from ..parts.translations import is_translated, missing_translation
from .apparatus import (
    LedgerRow,
    PrintedLine,
    Provenance,
    ledger,
    printed_lines,
    provenance,
)
from .cite_forms import CiteScripts, cite_scripts
from .citing import Citation, citation
from .continued import Stretch, file_name, places_path, places_script, sizes_of_texts, stretches
from .text import BlockView, ContentsEntry, TermNote, block_views, contents, coverage_strip, term_notes

KEY_FIGURES = 4


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure of the row at a report's head."""

    label: Markup
    wording: Markup
    note: Markup
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of statement, its word for one and for many, what it is in short, and how many the report has."""

    kind: str
    name: Markup
    names: Markup
    short: Markup
    count: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report page; `reading` is how its text is shown at first: zh, or both with the translation beside.

    A text that is too long for one page has several: `stretch` says which this is, and `places` is the script that
    knows where its other places stand, '' where there is one page. What is said of the whole text stands on the first.
    """

    title: Markup
    title_zh: str
    short: Markup
    date: Markup
    facts: tuple[Markup, ...]
    notes: tuple[Markup, ...]
    introduction: Markup
    key_figures: tuple[KeyFigure, ...]
    blocks: tuple[BlockView, ...]
    contents: tuple[ContentsEntry, ...]
    kinds: tuple[KindCount, ...]
    themes: tuple[Choice, ...]
    coverage_strip: tuple[Bar, ...]
    coverage: Markup
    translated: bool
    reading: str
    path: str
    stretch: Stretch
    places: str
    provenance: tuple[Provenance, ...]
    printed: tuple[PrintedLine, ...]
    ledger: tuple[LedgerRow, ...]
    source_path: str
    layer_path: str
    text_path: str
    nav: tuple[Group, ...]
    terms: tuple[TermNote, ...]
    citation: Citation
    cites: CiteScripts
    previous: Link | None
    following: Link | None


def report_pages(context: PageContext) -> Iterator[Page]:
    """A page for each report."""
    reports, sizes = context.site.in_order, context.site.once(sizes_of_texts)
    for previous, report, following in zip((None, *reports), reports, (*reports[1:], None), strict=False):
        size = sizes[report.id]
        for number in range(1, size.stretches + 1):
            view = deferred(_view, context, report, number, previous, following)
            yield Page("report.html", _frame(context, report, number, size.statements), view)


def _frame(context: PageContext, report: Report, number: int, statements: int) -> Frame:
    title, first = context.plain(report.title), number == 1
    said = title if first else context.words("report.stretch-title", title=title, number=number)
    crumbs = (context.page("reports"), context.district(report.district))
    frame = context.frame(
        ("reports", report.id, *(() if first else (file_name(number),))),
        said,
        "reports",
        crumbs if first else (*crumbs, context.report(report)),
        description=context.words("report.description", title=said, count=statements),
        body_class="has-bar",
    )
    return replace(frame, genre="article")


def _view(
    context: PageContext, report: Report, number: int, previous: Report | None, following: Report | None
) -> ReportView:
    stretch = tuple(stretches(context, report))[number - 1]
    translated = is_translated(context, report)
    notes = (report.title_note, report.date_note, report.covers_note, report.note)
    return ReportView(
        title=context.localized(report.title),
        title_zh=context.other_name(report.title),
        short=context.localized(report.short),
        date=context.marked(context.date(report)),
        facts=tuple(_facts(context, report)),
        notes=tuple(context.localized(note) for note in notes if note),
        introduction=introduction(context, f"reports/{report.id}"),
        key_figures=tuple(_key_figures(context, report)),
        blocks=tuple(block_views(context, report, stretch.blocks)),
        contents=tuple(contents(context, report)),
        kinds=tuple(_kinds(context, stretch.statements)),
        themes=_themes(context, stretch.statements),
        coverage_strip=tuple(coverage_strip(context, report)),
        coverage=_coverage(context, report),
        translated=translated,
        reading="both" if translated and context.language == "en" else "zh",
        path=context.path("reports", report.id),
        stretch=stretch,
        places=_places(context, report) if stretch.count > 1 else "",
        provenance=tuple(provenance(context, report)),
        printed=tuple(printed_lines(context, report)),
        ledger=tuple(ledger(context, report)),
        source_path=f"data/{capture_path(report)}",
        layer_path=f"data/{layer}" if (layer := layer_path(report)) else "",
        text_path=f"data/texts/{report.id}.txt",
        nav=_navigation(context, report),
        terms=tuple(term_notes(context, report, stretch.blocks)),
        citation=citation(context, report),
        cites=cite_scripts(context, report),
        previous=_neighbour(context, report, previous),
        following=_neighbour(context, report, following),
    )


def _neighbour(context: PageContext, report: Report, other: Report | None) -> Link | None:
    """The way to the report before or after one; of another district it is named with that."""
    if other is None:
        return None
    return context.report(other) if other.district == report.district else context.report_of_several(other)


def _facts(context: PageContext, report: Report) -> Iterator[Markup]:
    yield context.word(f"report.{report.kind}")
    yield context.marked(context.date(report))
    yield _place(context, context.site.districts[report.district])
    yield context.word("report.characters", count=len(report.text))
    if report.speaker:
        yield context.localized(report.speaker)
    if not report.fully_read:
        yield silence_of_one(context, report)
    if missing := missing_translation(context, report):
        yield context.marked(missing)


def _place(context: PageContext, district: District) -> Markup:
    """A district and the city it belongs to; a city that is a district of the site itself is said once."""
    name = english_place(district) if context.language == "en" else district.name.zh
    if district.name.zh == district.city.zh:
        return context.marked(name)
    return context.word("district.of", district=name, city=context.plain(district.city))


def _places(context: PageContext, report: Report) -> str:
    """The name of the script that knows where the places of a text stand, with its version."""
    name = places_path(context, report).rpartition("/")[2]
    return f"{name}?v={digest((places_script(context, report),))}"


def _kinds(context: PageContext, statements: Sequence[Statement]) -> Iterator[KindCount]:
    counts = Counter(s.kind for s in statements)
    for kind in KINDS:
        yield KindCount(
            kind,
            context.word(f"kind.{kind}"),
            context.word(f"kind.{kind}s"),
            context.word(f"kind.{kind}.short"),
            counts[kind],
        )


def _themes(context: PageContext, statements: Sequence[Statement]) -> tuple[Choice, ...]:
    """The themes of a page's statements, in the order of the comparison."""
    used = {theme for statement in statements for theme in statement.themes}
    return tuple(Choice(t.id, context.plain(t.name), t.formerly) for t in context.site.library.themes if t.id in used)


def _key_figures(context: PageContext, report: Report) -> Iterator[KeyFigure]:
    """Four figures of the whole district, of different themes where there are so many: the latest of each indicator."""
    latest = _latest(context, report)
    stated = [indicator for indicator in context.site.library.indicators if indicator.id in latest]
    first_of_theme = {indicator.theme: indicator.id for indicator in reversed(stated)}
    for indicator in sorted(stated, key=lambda i: first_of_theme[i.theme] != i.id)[:KEY_FIGURES]:
        statement, measure = latest[indicator.id]
        note = context.word("list.comma").join((context.word(f"kind.{statement.kind}"), context.time_of(measure)))
        yield KeyFigure(
            context.localized(indicator.name),
            context.marked(context.quantity(measure)),
            note,
            statement.kind,
            context.statement_path(statement),
        )


def _latest(context: PageContext, report: Report) -> dict[str, tuple[Statement, Measure]]:
    """By indicator, the measure of the latest time among those of the whole district that may be compared."""
    latest: dict[str, tuple[Statement, Measure]] = {}
    for statement in report.statements:
        for measure in statement.measures:
            refused = caution_of(context, Observation(statement, measure))
            if measure.value is not None and not measure.scope and not refused:
                kept = latest.get(measure.indicator)
                if kept is None or last_day(kept[1].period) <= last_day(measure.period):
                    latest[measure.indicator] = statement, measure
    return latest


def _coverage(context: PageContext, report: Report) -> Markup:
    readings = Counter(block.reading for block in report.blocks if not block.level)
    return context.word(
        "report.coverage",
        count=readings.total(),
        annotated=readings["annotated"],
        empty=readings["nothing-to-code"],
        unread=readings["unread"],
    )


def _navigation(context: PageContext, current: Report) -> tuple[Group, ...]:
    """The reports by district; of many, only those of the current one's district that are near it."""
    few, groups = are_few(context), []
    for district in context.site.library.districts:
        if few or district.id == current.district:
            reports: Sequence[Report] = context.site.by_date(district.id)
            if not few:
                reports = near(reports, [report.id for report in reports].index(current.id))
            links = tuple(context.report(report, current=report.id == current.id) for report in reports)
            groups.append(Group(context.localized(district.name), context.other_name(district.name), links))
    return tuple(group for group in groups if group.links)
