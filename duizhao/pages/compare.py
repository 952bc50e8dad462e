"""The comparison: themes by districts, two reports in parallel, and policy phrases shared or own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..content.records import Report, Statement, Theme
from ..content.vocabulary import STRENGTHS
from ..search.data import text_version
from ..text.period import Period
from .context import Edition
from .prose import introduction
from .subjects import silence, term_link
from .views import Cell, CompareRow, CompareView, Link, Page, ParallelView, PhrasesView, Says

SHOWN = 3


def compare_pages(edition: Edition) -> Iterator[Page]:
    """The matrix, the parallel page and the phrases."""
    words = edition.words
    library = edition.site.library
    districts = tuple((edition.district(d.id), _texts(edition, edition.site.by_date(d.id))) for d in library.districts)
    rows = tuple(_row(edition, theme) for theme in library.themes)
    others = (
        Link(words("compare.parallel"), edition.path("compare", "parallel")),
        Link(words("compare.phrases"), edition.path("compare", "phrases")),
        Link(words("nav.indicators"), edition.path("indicators")),
    )
    years = _years(s.period for s in edition.site.statements.values() if s.period)
    frame = edition.frame(("compare",), words("compare.title"), "compare")
    yield Page(
        "compare.html",
        frame,
        CompareView(_caution(edition, frame.path), districts, tuple(row for row in rows if row), others, years),
    )
    yield _parallel(edition)
    yield _phrases(edition)


def _years(periods: Iterable[Period]) -> tuple[str, ...]:
    """Every year that one of the periods begins or ends in."""
    return tuple(map(str, sorted({year for period in periods for year in period.years})))


def _caution(edition: Edition, path: str):
    return introduction(edition, "caution", path)


def _texts(edition: Edition, reports: Sequence[Report]) -> str:
    names = edition.words("list.comma").join(report.short[edition.language] for report in reports)
    return edition.words("compare.texts", count=len(reports), names=names)


def _row(edition: Edition, theme: Theme) -> CompareRow:
    cells = tuple(_cell(edition, theme, district.id) for district in edition.site.library.districts)
    return CompareRow(theme.id, edition.theme(theme.id), cells)


def _cell(edition: Edition, theme: Theme, district_id: str) -> Cell:
    reports = edition.site.by_date(district_id)
    here = [s for report in reports for s in report.statements if theme.id in s.themes]
    # Each statement stands in the row of its main theme; under a further theme only where the row would be empty.
    mine = sorted([s for s in here if s.themes[0] == theme.id] or here, key=_strength)
    shown = tuple(edition.says(s) for s in mine)
    refusal = next((cell.because[edition.language] for cell in theme.refuses if cell.district == district_id), "")
    link = edition.district(district_id)
    return Cell(link.text, link.zh, shown[:SHOWN], shown[SHOWN:], "" if mine else silence(edition, reports), refusal)


def _strength(statement: Statement) -> tuple[int, int]:
    """Targets first, then results with a number, tasks, other results; firm before plain before soft."""
    rank = {"target": 0, "task": 2, "result": 1 if statement.measures else 3}[statement.kind]
    return rank, STRENGTHS.index(statement.strength)


def _parallel(edition: Edition) -> Page:
    """The first two reports side by side; a script puts others in their place."""
    words = edition.words
    reports = [r for d in edition.site.library.districts for r in edition.site.by_date(d.id)]
    choices = tuple((r.id, edition.full_name(r), text_version(edition.site, r)) for r in reports)
    left, right = (reports * 2)[:2] if reports else (None, None)
    rows = (
        tuple(
            (t.id, edition.theme(t.id), _by_theme(edition, left, t), _by_theme(edition, right, t))
            for t in edition.site.library.themes
        )
        if left
        else ()
    )
    frame = edition.frame(
        ("compare", "parallel"),
        words("compare.parallel"),
        "compare",
        (Link(words("nav.compare"), edition.path("compare")),),
    )
    view = ParallelView(
        _caution(edition, frame.path),
        choices,
        left.id if left else "",
        right.id if right else "",
        rows,
        words("silent.this"),
    )
    return Page("parallel.html", frame, view)


def _by_theme(edition: Edition, report: Report, theme: Theme) -> tuple[Says, ...]:
    """A report's statements whose main theme this is, in the order of the text."""
    return tuple(edition.says(s) for s in report.statements if s.themes[0] == theme.id)


def _phrases(edition: Edition) -> Page:
    words = edition.words
    districts = edition.site.library.districts
    counts: dict[str, dict[str, int]] = {}
    for mention in edition.site.mentions:
        if mention.kind == "term":
            district = edition.site.reports[mention.report].district
            row = counts.setdefault(mention.subject, {})
            row[district] = row.get(district, 0) + 1
    terms = {term.id: term for term in edition.site.library.terms if term.id in counts}
    ordered = sorted(terms, key=lambda name: (-len(counts[name]), -sum(counts[name].values()), name))
    shared = tuple(
        (
            term_link(edition, terms[name]),
            terms[name].pinyin,
            tuple(str(counts[name].get(d.id, "")) or "—" for d in districts),
        )
        for name in ordered
        if len(counts[name]) > 1
    )
    own = tuple(
        (
            edition.district(d.id),
            tuple(
                (term_link(edition, terms[name]), terms[name].pinyin, str(counts[name][d.id]))
                for name in ordered
                if list(counts[name]) == [d.id]
            ),
        )
        for d in districts
    )
    frame = edition.frame(
        ("compare", "phrases"),
        words("compare.phrases"),
        "compare",
        (Link(words("nav.compare"), edition.path("compare")),),
    )
    return Page("phrases.html", frame, PhrasesView(tuple(edition.district(d.id) for d in districts), shared, own))
