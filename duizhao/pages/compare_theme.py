"""The sentences of one theme side by side: kinds by districts, in every cell the statements or why there are none.

Where they are too many for one page it has the latest, and leads to pages by decade and year, and by kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..content.records import Report, Statement, Theme
from ..content.times import years_of
from ..content.vocabulary import KINDS
from ..corpus.join import Corpus
from .context import PageContext
from .frame import Link, Page, deferred
from .parts.cells import silence
from .parts.columns import Chooser, are_many, chooser, shown_at_first
from .parts.overview import speakers, theme_link
from .parts.screens import Stretch, Stretched, stretched_together
from .parts.speaking import (
    by_speakers,
    place_of,
    places_path,
    refusal_of,
    refused_statements,
    sentences_in_parts,
    sentences_room,
)
from .parts.splits import (
    LATEST,
    Near,
    WayTo,
    decade_of,
    latest,
    near_of,
    part_frame,
    part_title,
    place_in,
    places_of,
    ways_to_parts,
    year_of,
)
from .parts.statements import StatementSummary, height_of_statement, summary
from .parts.subject import description_of, with_kind

_BY_KIND = 3  # names of a part that is of a decade, a year and a kind
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
    column is. Statements that the page has no room for stand folded.
    """

    district_id: str
    district: Link
    statements: tuple[PlacedStatement, ...]
    silent: Markup
    refusal: Markup
    spare: bool
    folded: tuple[Stretch[PlacedStatement], ...] = ()


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
    """The sentences of a theme, or of a part of them; with many districts the table is in a box, columns are chosen.

    A page that leads to `parts` has the latest of each cell; `near` leads from a part to the others. `places` is the
    script by which addresses of places that are not here lead to their parts, `reports` where reports lie, to which
    lead those that are on none; `description` says for other sites what the page shows.
    """

    title: Markup
    title_zh: str
    description: str
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
    parts: tuple[WayTo, ...] = ()
    near: Near | None = None
    reports: str = ""
    places: str = ""

    @property
    def is_folded(self) -> bool:
        """True where some statements stand folded."""
        return any(cell.folded for row in self.rows for cell in row.cells)


def compare_theme_pages(context: PageContext) -> Iterator[Page]:
    """A page for each theme, and for each part of one of which the texts say too much for one page."""
    themes = context.site.library.themes
    jump = tuple(_jump(context))
    places = {theme.id: place for place, theme in enumerate(themes)}
    for name, names, _ in places_of(sentences_in_parts(context)):
        place = places[name]
        theme, base = themes[place], ("compare", themes[place].id)
        above = (Link(context.word("nav.compare"), context.path("compare")),)
        frame = part_frame(context, base, context.plain(theme.name), names, above, "page-compare")
        frame = with_kind(context, frame, "compare")
        around = [theme_link(context, near[0]) if near else None for near in _neighbours(themes, place)]
        before, after = around if not names else (None, None)
        yield Page("compare-theme.html", frame, deferred(_view, context, theme, names, jump, before, after))


def _neighbours(themes: Sequence[Theme], place: int) -> tuple[Sequence[Theme], Sequence[Theme]]:
    return themes[max(0, place - 1) : place], themes[place + 1 : place + 2]


def _view(
    context: PageContext,
    theme: Theme,
    names: tuple[str, ...],
    jump: tuple[JumpGroup, ...],
    before: Link | None,
    after: Link | None,
) -> CompareThemeView:
    districts, here = context.site.library.districts, sentences_in_parts(context)[place_in(theme.id, names)]
    spare = {district.id for district in districts} - shown_at_first(context)
    stated: dict[str, tuple[Statement, ...]] = {
        district.id: tuple(s for s in here.part.items if context.site.reports[s.report].district == district.id)
        for district in districts
    }
    if here.part.parts:
        stated = {district: tuple(_latest(context, every)) for district, every in stated.items()}
    rows = tuple(_folded(tuple(_rows(context, theme, names, stated, spare))))
    title, base = context.plain(theme.name), ("compare", theme.id)
    return CompareThemeView(
        context.marked(part_title(context, title, names)),
        "" if names else context.other_name(theme.name),
        description_of(context, "compare", part_title(context, title, names), len(here.part.items)),
        context.theme(theme.id),
        tuple(KindChoice(row.kind, row.name, _is_shown(row, rows)) for row in rows),
        _years(s for every in stated.values() for s in every),
        tuple(
            DistrictHead(
                f"of.{d.id}",
                context.district(d.id),
                _texts(context, d.id, names, shortened=bool(here.part.parts)),
                d.id in spare,
            )
            for d in districts
        ),
        rows,
        () if rows else tuple(_silences(tuple(_silent(context, d.id, names, spare) for d in districts))),
        jump,
        before,
        after,
        tuple(Reason(context.word(f"reason-five.{name}"), context.word(f"reason-five.{name}.doc")) for name in REASONS),
        are_many(context),
        chooser(context),
        ways_to_parts(context, base, here.part),
        near_of(context, base, title, here),
        context.path("reports") if here.part.parts else "",
        places_path(context, theme.id) if here.part.parts else "",
    )


def _latest(context: PageContext, stated: Sequence[Statement]) -> Iterator[Statement]:
    """The latest of each kind, as many as a page has room for of each district."""
    cells, reports = len(context.site.library.districts) * len(KINDS), context.site.reports
    count = min(LATEST, max(1, sentences_room(context) // 2 // cells))
    for kind in KINDS:
        yield from latest([s for s in stated if s.kind == kind], lambda s: reports[s.report], count)


def _reports(context: PageContext, district: str, names: Sequence[str]) -> tuple[Report, ...]:
    """A district's texts of the decade and year that a part is of."""
    if not names:
        return context.site.by_date(district)
    found = context.site.once(_texts_by_time).get(" ".join((district, *names[:2])), ())
    return tuple(context.site.reports[name] for name in found)


def _texts_by_time(site: Corpus) -> dict[str, tuple[str, ...]]:
    """The ids of the texts of each district by decade, and by decade and year: a part is told of its own alone."""
    found: dict[str, tuple[str, ...]] = {}
    for report in site.in_order:
        times = (decade_of(report), year_of(report))
        for key in (" ".join((report.district, *times[:size])) for size in (1, 2)):
            found[key] = (*found.get(key, ()), report.id)
    return found


def _with_texts(site: Corpus) -> dict[str, bool]:
    return {district: bool(site.by_date(district)) for district in site.districts}


def _jump(context: PageContext) -> Iterator[JumpGroup]:
    for who, themes in by_speakers(context):
        yield JumpGroup(speakers(context, who), tuple(theme_link(context, theme) for theme in themes))


def _years(statements: Iterator[Statement]) -> tuple[str, ...]:
    """Every year that the time of a statement begins or ends in."""
    return tuple(map(str, sorted({year for s in statements for year in years_of(s.times)})))


def _texts(context: PageContext, district: str, names: Sequence[str], *, shortened: bool) -> Markup:
    """How many texts there are of a district, and which, the latest alone where a page shows the latest."""
    reports = _reports(context, district, names)
    if not reports:
        return _why(context, district, names)
    if shortened and len(reports) > 1:
        return context.word("compare.texts-latest", count=len(reports), name=context.plain(reports[-1].short))
    names = context.words("list.comma").join(context.plain(report.short) for report in reports)
    return context.word("compare.texts", count=len(reports), names=names)


def _rows(
    context: PageContext,
    theme: Theme,
    names: tuple[str, ...],
    stated: dict[str, tuple[Statement, ...]],
    spare: AbstractSet[str],
) -> Iterator[KindRow]:
    """The kinds of which any district says something."""
    for kind in KINDS:
        if any(s.kind == kind for every in stated.values() for s in every):
            cells = tuple(
                _cell(context, theme, names, district, [s for s in every if s.kind == kind], spare)
                for district, every in stated.items()
            )
            silences = tuple(_silences(cells)) if are_many(context) else ()
            doc = context.word(f"kind.{kind}.short")
            yield KindRow(kind, context.word(f"kind.{kind}s"), doc, cells, silences)


def _is_shown(row: KindRow, rows: Sequence[KindRow]) -> bool:
    """True where a row is shown at first."""
    return row.kind != "situation" or len(rows) == 1


def _folded(rows: Sequence[KindRow]) -> Iterator[KindRow]:
    """The rows with those statements open of which all fit on twenty screens of a phone: short cells whole, of long
    ones alike. What is not shown at first is left whole: it is asked for.
    """
    shown = [cell for row in rows if _is_shown(row, rows) for cell in row.cells if not cell.spare]
    every = stretched_together([cell.statements for cell in shown], _height)
    for row in rows:
        is_cut = _is_shown(row, rows)
        cells = (_cut(cell, next(every)) if is_cut and not cell.spare else cell for cell in row.cells)
        yield replace(row, cells=tuple(cells))


def _cut(cell: Cell, held: Stretched[PlacedStatement]) -> Cell:
    return replace(cell, statements=held.shown, folded=held.folded)


def _height(one: PlacedStatement) -> int:
    return height_of_statement(one.summary)


def _cell(
    context: PageContext,
    theme: Theme,
    names: tuple[str, ...],
    district: str,
    stated: Sequence[Statement],
    spare: AbstractSet[str],
) -> Cell:
    if not stated:
        kept = _kept_elsewhere(context, theme, names, district)
        found = _silent(context, district, names, spare)
        return replace(found, silent=context.word("compare.elsewhere")) if kept else found
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


def _kept_elsewhere(context: PageContext, theme: Theme, names: tuple[str, ...], district: str) -> bool:
    """True where a page is one of several by number, and another has what a district says."""
    if len(names) <= _BY_KIND:
        return False
    above = sentences_in_parts(context)[place_in(theme.id, names[:_BY_KIND])]
    return any(context.site.reports[one.report].district == district for one in above.part.items)


def _silent(context: PageContext, district: str, names: Sequence[str], spare: AbstractSet[str]) -> Cell:
    why = _why(context, district, names)
    return Cell(district, context.district(district), (), why, Markup(""), district in spare)


def _why(context: PageContext, district: str, names: Sequence[str]) -> Markup:
    """Why nothing of a district stands on the page of a part."""
    reports = _reports(context, district, names)
    if not reports and context.site.once(_with_texts)[district]:
        return context.word("compare.no-text-then")
    return silence(context, reports)


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
