"""The sentences of one theme side by side: kinds by districts, in every cell the statements or why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Statement, Theme
from ..content.vocabulary import KINDS
from .context import PageContext
from .frame import Link, Page, deferred
from .parts.cells import silence
from .parts.columns import Chooser, are_many, chooser, shown_at_first
from .parts.overview import place_of, speakers, theme_link
from .parts.speaking import by_speakers, refusal_of, refused_statements, stated_on
from .parts.statements import StatementSummary, summary

# The ways of having nothing to show, which the page explains at its foot.
REASONS = ("stated", "found", "due", "comparable", "read")


@dataclass(frozen=True, slots=True)
class DistrictHead:
    """The head of a column: a district and the texts that there are of it; a spare one is not shown at first."""

    place: str
    district: Link
    texts: Markup
    spare: bool


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement with the place that begins with it: the first of its kind in its text has one, others ''."""

    place: str
    summary: StatementSummary


@dataclass(frozen=True, slots=True)
class Cell:
    """What a district states of a kind, or why that is nothing; what a refusal speaks of comes first. Spare if its
    column is.
    """

    district_id: str
    district: Link
    statements: tuple[PlacedStatement, ...]
    silent: Markup
    refusal: Markup
    spare: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """A reason for having nothing to show of a kind, and the cells that have it."""

    reason: Markup
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind with its cells, one a district; of many, those without anything once more by their reasons."""

    kind: str
    name: Markup
    doc: Markup
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
class JumpGroup:
    """Themes of which as many districts speak, as ways to their sentences."""

    title: Markup
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CompareThemeView:
    """The sentences of a theme; with many districts the table stands in a box, and columns are chosen."""

    title: Markup
    title_zh: str
    theme: Link
    kinds: tuple[KindChoice, ...]
    years: tuple[str, ...]
    districts: tuple[DistrictHead, ...]
    rows: tuple[KindRow, ...]
    silences: tuple[Silence, ...]
    jump: tuple[JumpGroup, ...]
    before: Link | None
    after: Link | None
    reasons: tuple[Reason, ...]
    many: bool
    chooser: Chooser | None


def compare_theme_pages(context: PageContext) -> Iterator[Page]:
    """A page for each theme."""
    themes = context.site.library.themes
    jump = tuple(_jump(context))
    for place, theme in enumerate(themes):
        compare = Link(context.word("nav.compare"), context.path("compare"))
        title = context.plain(theme.name)
        frame = context.frame(("compare", theme.id), title, "compare", (compare,), body_class="page-compare")
        before, after = (theme_link(context, near[0]) if near else None for near in _neighbours(themes, place))
        yield Page("compare-theme.html", frame, deferred(_view, context, theme, jump, before, after))


def _neighbours(themes: Sequence[Theme], place: int) -> tuple[Sequence[Theme], Sequence[Theme]]:
    return themes[max(0, place - 1) : place], themes[place + 1 : place + 2]


def _view(
    context: PageContext, theme: Theme, jump: tuple[JumpGroup, ...], before: Link | None, after: Link | None
) -> CompareThemeView:
    districts = context.site.library.districts
    spare = {district.id for district in districts} - shown_at_first(context)
    stated = {district.id: stated_on(context, theme, district.id) for district in districts}
    rows = tuple(_rows(context, theme, stated, spare))
    return CompareThemeView(
        context.localized(theme.name),
        context.other_name(theme.name),
        context.theme(theme.id),
        tuple(KindChoice(row.kind, row.name, row.kind != "situation" or len(rows) == 1) for row in rows),
        _years(s for every in stated.values() for s in every),
        tuple(
            DistrictHead(f"of.{d.id}", context.district(d.id), _texts(context, d.id), d.id in spare) for d in districts
        ),
        rows,
        () if rows else tuple(_silences(tuple(_silent(context, d.id, spare) for d in districts))),
        jump,
        before,
        after,
        tuple(Reason(context.word(f"reason-five.{name}"), context.word(f"reason-five.{name}.doc")) for name in REASONS),
        are_many(context),
        chooser(context),
    )


def _jump(context: PageContext) -> Iterator[JumpGroup]:
    for who, themes in by_speakers(context):
        yield JumpGroup(speakers(context, who), tuple(theme_link(context, theme) for theme in themes))


def _years(statements: Iterator[Statement]) -> tuple[str, ...]:
    """Every year that the time of a statement begins or ends in."""
    return tuple(map(str, sorted({year for s in statements if s.period for year in s.period.years})))


def _texts(context: PageContext, district: str) -> Markup:
    """How many texts there are of a district, and which."""
    reports = context.site.by_date(district)
    if not reports:
        return silence(context, reports)
    names = context.words("list.comma").join(context.plain(report.short) for report in reports)
    return context.word("compare.texts", count=len(reports), names=names)


def _rows(
    context: PageContext, theme: Theme, stated: dict[str, tuple[Statement, ...]], spare: AbstractSet[str]
) -> Iterator[KindRow]:
    """The kinds of which any district says something."""
    for kind in KINDS:
        if any(s.kind == kind for every in stated.values() for s in every):
            cells = tuple(
                _cell(context, theme, district, [s for s in every if s.kind == kind], spare)
                for district, every in stated.items()
            )
            silences = tuple(_silences(cells)) if are_many(context) else ()
            doc = context.word(f"kind.{kind}.short")
            yield KindRow(kind, context.word(f"kind.{kind}s"), doc, cells, silences)


def _cell(
    context: PageContext, theme: Theme, district: str, stated: Sequence[Statement], spare: AbstractSet[str]
) -> Cell:
    if not stated:
        return _silent(context, district, spare)
    refusal = refusal_of(theme, district)
    meant = [s for s in refused_statements(context, refusal) if s in stated]
    refuses = refusal is not None and (bool(meant) or not refusal.statements)
    ordered = (*meant, *(s for s in stated if s not in meant))
    return Cell(
        district,
        context.district(district),
        tuple(_placed(context, ordered)),
        Markup(""),
        context.localized(refusal.because if refusal and refuses else None),
        district in spare,
    )


def _silent(context: PageContext, district: str, spare: AbstractSet[str]) -> Cell:
    why = silence(context, context.site.by_date(district))
    return Cell(district, context.district(district), (), why, Markup(""), district in spare)


def _placed(context: PageContext, statements: Sequence[Statement]) -> Iterator[PlacedStatement]:
    taken: set[str] = set()
    for one in statements:
        place = place_of(one)
        yield PlacedStatement("" if place in taken else place, summary(context, one))
        taken.add(place)


def _silences(cells: Sequence[Cell]) -> Iterator[Silence]:
    """The cells that only say why they are empty, by what they say."""
    silent = [cell for cell in cells if cell.silent]
    for reason in dict.fromkeys(cell.silent for cell in silent):
        yield Silence(reason, tuple(cell for cell in silent if cell.silent == reason))
