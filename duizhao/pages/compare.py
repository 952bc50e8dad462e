"""The comparison: themes by districts, in every cell the statements or the reason why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from ..content.locale import count_words
from ..content.records import RefusedCell, Statement, Theme
from ..content.vocabulary import KINDS, STRENGTHS
from .context import PageContext
from .frame import Choice, Link, Page
from .parts.cells import silence
from .parts.columns import Chooser, are_many, chooser, shown_at_first
from .parts.prose import introduction
from .parts.statements import StatementSummary, summaries

CELL_LIMIT = 3  # statements of a cell that are shown at once; the rest unfolds
# The ways of having nothing to show, which the page explains at its foot.
REASONS = ("stated", "found", "due", "comparable", "read")


@dataclass(frozen=True, slots=True)
class DistrictHead:
    """The head of a column: a district and the texts that there are of it; a spare one is not shown at first."""

    district: Link
    texts: Markup
    spare: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the comparison: the strongest statements, the rest, or why there are none; spare if its column is.

    Those that a refusal speaks of come first, and none of them is folded away.
    """

    district_id: str
    district: Link
    strongest: tuple[StatementSummary, ...]
    rest: tuple[StatementSummary, ...]
    silent: Markup
    refusal: Markup
    spare: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """A reason for having nothing to show on a theme, and the cells that have it."""

    reason: Markup
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A theme with its cells, one a district; of many, those without anything once more by their reasons."""

    anchor: str
    theme: Link
    cells: tuple[Cell, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of statement that may be shown or hidden; `shown` says what it is at first."""

    value: str
    name: Markup
    shown: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A way of having nothing to show, and what it means."""

    name: Markup
    doc: Markup


@dataclass(frozen=True, slots=True)
class CompareView:
    """The comparison of themes and districts; with many of these the table stands in a box, and columns are chosen."""

    title: Markup
    caution: Markup
    kinds: tuple[KindChoice, ...]
    themes: tuple[Choice, ...]
    years: tuple[str, ...]
    districts: tuple[DistrictHead, ...]
    rows: tuple[CompareRow, ...]
    others: tuple[Link, ...]
    reasons: tuple[Reason, ...]
    many: bool
    chooser: Chooser | None


def compare_page(context: PageContext) -> Page:
    """The comparison of themes and districts."""
    library = context.site.library
    title = _title(context)
    frame = context.frame(("compare",), title, "compare", body_class="has-bar")
    spare = {district.id for district in library.districts} - shown_at_first(context)
    view = CompareView(
        context.marked(title),
        introduction(context, "caution", frame.path),
        tuple(KindChoice(kind, context.word(f"kind.{kind}s"), kind != "situation") for kind in KINDS),
        tuple(Choice(theme.id, context.plain(theme.name), theme.formerly) for theme in library.themes),
        _years(context),
        tuple(DistrictHead(context.district(d.id), _texts(context, d.id), d.id in spare) for d in library.districts),
        tuple(_row(context, theme, spare) for theme in library.themes),
        (
            Link(context.word("compare.parallel"), context.path("compare", "parallel")),
            Link(context.word("compare.phrases"), context.path("compare", "phrases")),
            context.page("indicators"),
        ),
        tuple(Reason(context.word(f"reason-five.{name}"), context.word(f"reason-five.{name}.doc")) for name in REASONS),
        are_many(context),
        chooser(context),
    )
    return Page("compare.html", frame, view)


def _title(context: PageContext) -> str:
    """How many districts are side by side, with a capital where the language has them; of none, the page's name."""
    count = len(context.site.districts)
    if not count:
        return context.words("nav.compare")
    title = context.words("compare.title", count=count, number=count_words(count, context.language))
    return title[:1].upper() + title[1:]


def _years(context: PageContext) -> tuple[str, ...]:
    """Every year that the time of a statement begins or ends in."""
    periods = (s.period for s in context.site.statements.values() if s.period)
    return tuple(map(str, sorted({year for period in periods for year in period.years})))


def _texts(context: PageContext, district: str) -> Markup:
    """How many texts there are of a district, and which."""
    reports = context.site.by_date(district)
    if not reports:
        return silence(context, reports)
    names = context.words("list.comma").join(context.plain(report.short) for report in reports)
    return context.word("compare.texts", count=len(reports), names=names)


def _row(context: PageContext, theme: Theme, spare: AbstractSet[str]) -> CompareRow:
    districts = context.site.library.districts
    cells = tuple(_cell(context, theme, district.id, spare=district.id in spare) for district in districts)
    return CompareRow(theme.id, context.theme(theme.id), cells, tuple(_silences(cells)) if are_many(context) else ())


def _silences(cells: Sequence[Cell]) -> Iterator[Silence]:
    """The cells that only say why they are empty, by what they say."""
    silent = [cell for cell in cells if cell.silent and not cell.refusal]
    for reason in dict.fromkeys(cell.silent for cell in silent):
        yield Silence(reason, tuple(cell for cell in silent if cell.silent == reason))


def _cell(context: PageContext, theme: Theme, district: str, *, spare: bool) -> Cell:
    reports = context.site.by_date(district)
    refusal = next((refused for refused in theme.refuses if refused.district == district), None)
    meant = _meant(context, refusal) if refusal else []
    others = (s for s in sorted(_statements(context, theme, district), key=_strength) if s not in meant)
    shown = summaries(context, (*meant, *others))
    limit = max(CELL_LIMIT, len(meant))
    return Cell(
        district,
        context.district(district),
        shown[:limit],
        shown[limit:],
        Markup("") if shown else silence(context, reports),
        context.localized(refusal.because if refusal else None),
        spare,
    )


def _meant(context: PageContext, refusal: RefusedCell) -> list[Statement]:
    """The statements that a refusal speaks of, whatever their main theme: they stand right below it."""
    return [context.site.statements[name] for name in refusal.statements if name in context.site.statements]


def _statements(context: PageContext, theme: Theme, district: str) -> Sequence[Statement]:
    """The statements of a cell: those of which it is the main theme, or else those of which it is a further one."""
    here = context.site.statements_of_theme_in[theme.id, district]
    return [s for s in here if s.themes[0] == theme.id] or here


def _strength(statement: Statement) -> tuple[int, int]:
    """Targets first, then results with a number, tasks, other results, situations; firm before plain before soft."""
    rank = {"target": 0, "task": 2, "result": 1 if statement.measures else 3, "situation": 4}[statement.kind]
    return rank, STRENGTHS.index(statement.strength or "plain")
