"""What each text says of a theme: the statements that stand for a district on it, and which text makes them.

How that is shown is left to the overview and to the pages of single themes.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...content.records import RefusedCell, Report, Statement, Theme
from ...content.vocabulary import KINDS, STRENGTHS
from ...corpus.join import Corpus
from ...search.pair_index import script
from ..addresses import folder_of
from ..context import PageContext
from .columns import shown_at_first
from .splits import ROOMS, Part, Placed, decade_of, placed, split, year_of

_KINDS = {kind: place for place, kind in enumerate(KINDS)}
_FIRMNESS = {strength: place for place, strength in enumerate(STRENGTHS)}
TEXTS_SHOWN = 6  # columns of texts that fit a laptop's window; of more each district shows its latest


@dataclass(frozen=True, slots=True)
class DistrictTexts:
    """The texts of a district: those that the overview shows, and how many earlier ones it leaves to single themes."""

    shown: tuple[Report, ...]
    earlier: int


def texts_of(context: PageContext, district: str) -> DistrictTexts:
    """A district's texts, all where all of every district fit, else its latest, an equal share of what fits."""
    reports = context.site.by_date(district)
    if context.site.once(_all_fit):
        return DistrictTexts(reports, 0)
    shown = reports[-max(1, TEXTS_SHOWN // len(context.site.library.districts)) :]
    return DistrictTexts(shown, len(reports) - len(shown))


def _all_fit(site: Corpus) -> bool:
    return sum(len(site.by_date(one.id)) for one in site.library.districts) <= TEXTS_SHOWN


def refusal_of(theme: Theme, district: str) -> RefusedCell | None:
    """Why a district's figures on a theme may not be compared, where they may not."""
    return next((refused for refused in theme.refuses if refused.district == district), None)


def refused_statements(context: PageContext, refusal: RefusedCell | None) -> tuple[Statement, ...]:
    """The statements that a refusal speaks of, whatever their main theme."""
    named = refusal.statements if refusal else ()
    return tuple(context.site.statements[name] for name in named if name in context.site.statements)


def stated_on(context: PageContext, theme: Theme, district: str) -> tuple[Statement, ...]:
    """A district's statements on a theme: of each kind in each text those that lead there, as `leading` has them.

    What a refusal speaks of is among them. Kinds stand in their order, and within one text by text; of these what has a
    figure comes first, then what is firm.
    """
    texts = {report.id: place for place, report in enumerate(context.site.by_date(district))}

    def order(one: Statement) -> tuple[int, int, bool, int]:
        return _KINDS[one.kind], texts[one.report], not one.measures, _FIRMNESS[one.strength or "plain"]

    return tuple(sorted(_stated(context, theme, district, texts), key=order))


def _stated(context: PageContext, theme: Theme, district: str, texts: Container[str]) -> Collection[Statement]:
    """The same without an order, of these texts of the district."""
    here = context.site.statements_of_theme_in[theme.id, district]
    meant = refused_statements(context, refusal_of(theme, district))
    return {s.full_id: s for s in (*leading(theme, here), *meant) if s.report in texts}.values()


def leading(theme: Theme, stated: Iterable[Statement]) -> Iterator[Statement]:
    """Of statements those of which a theme is the main one; of a kind of which a text has none, those of which it is
    another. So no text is said to be silent where it speaks.
    """
    here = [one for one in stated if theme.id in one.themes]
    led = {(one.report, one.kind) for one in here if one.themes[0] == theme.id}
    return (one for one in here if one.themes[0] == theme.id or (one.report, one.kind) not in led)


def sentences_in_parts(context: PageContext) -> Mapping[str, Placed[Statement]]:
    """What stands for the districts on each theme; where it is much, by decade, year and kind, not by district."""
    return context.once(_sentences_in_parts)


def _sentences_in_parts(context: PageContext) -> dict[str, Placed[Statement]]:
    return placed((theme.id, _sentences(context, theme)) for theme in context.site.library.themes)


def _sentences(context: PageContext, theme: Theme) -> Part[Statement]:
    districts, first = context.site.library.districts, shown_at_first(context)
    stated = [one for district in districts for one in stated_on(context, theme, district.id)]
    # Found once for each report: of a thousand there are some hundred thousand statements, at each level of the parts.
    reports = {name: context.site.reports[name] for name in dict.fromkeys(one.report for one in stated)}
    shown = {name for name, report in reports.items() if report.district in first}
    decades = {name: decade_of(report) for name, report in reports.items()}
    years = {name: year_of(report) for name, report in reports.items()}
    last_years = {name: report.date.last_year for name, report in reports.items()}

    def size(some: Sequence[Statement]) -> int:
        """How many are shown at first, or would be, if all columns were alike."""
        at_first = sum([one.report in shown for one in some])
        return max(at_first, -(-len(some) * len(first) // max(1, len(districts))))

    if size(stated) > ROOMS["sentences"]:
        stated.sort(key=lambda one: (last_years[one.report], _KINDS[one.kind]))
    keys = (lambda one: decades[one.report], lambda one: years[one.report], lambda one: one.kind)
    return split(stated, keys, ROOMS["sentences"], size=size)


def sentences_room(context: PageContext) -> int:
    """How many sentences a page holds: as many times more than fit as there are columns for each that is shown."""
    return ROOMS["sentences"] * len(context.site.library.districts) // max(1, len(shown_at_first(context)))


def place_of(statement: Statement) -> str:
    """The place on a theme's page where the statements of a kind in a text begin; no id of a record has a full stop."""
    return f"{statement.report}.{statement.kind}"


def sentences_path(context: PageContext, theme: Theme, statement: Statement) -> str:
    """The address of a text's sentences of one kind on a theme, beside those of other texts."""
    names = context.once(_parts_of_places).get(f"{theme.id}/{place_of(statement)}", "")
    return f"{context.path('compare', theme.id, *names.split('/') if names else ())}#{place_of(statement)}"


def _parts_of_places(context: PageContext) -> dict[str, str]:
    """The part in which a place is, of each theme whose sentences are parted: those below its address."""
    found: dict[str, str] = {}
    for name, one in sentences_in_parts(context).items():
        theme, _, names = name.partition("/")
        if names and not one.part.parts:
            for statement in one.part.items:
                found.setdefault(f"{theme}/{place_of(statement)}", names)
    return found


def places_path(context: PageContext, theme: str) -> str:
    """The path of the script that says on which part a place of a theme stands."""
    return f"{folder_of(context.path('compare', theme))}places.js"


def places_scripts(context: PageContext) -> Iterator[tuple[str, bytes]]:
    """Of each theme in parts the script of its places: below which part of it stands which, by the names of parts."""
    found: dict[str, dict[str, list[str]]] = {}
    for key, names in context.once(_parts_of_places).items():
        theme, _, place = key.partition("/")
        found.setdefault(theme, {}).setdefault(names, []).append(place)
    for theme, places in found.items():
        yield places_path(context, theme), script("duizhaoPlaces", "compare", places)


def speaking(context: PageContext, theme: Theme) -> tuple[str, ...]:
    """The districts that say anything on a theme, in the order of the library."""
    texts = {one.id: {report.id for report in context.site.by_date(one.id)} for one in context.site.library.districts}
    return tuple(name for name, own in texts.items() if _stated(context, theme, name, own))


def by_speakers(context: PageContext) -> Iterator[tuple[tuple[str, ...], tuple[Theme, ...]]]:
    """Themes by who speaks of them, those of most districts first: the districts, and the themes.

    Themes of as many districts stand together, but those of a single one by the district; what nobody speaks of last.
    """
    found: dict[tuple[int, tuple[str, ...]], list[tuple[tuple[str, ...], Theme]]] = {}
    for theme in context.site.library.themes:
        who = speaking(context, theme)
        found.setdefault((len(who), who if len(who) == 1 else ()), []).append((who, theme))
    order = [district.id for district in context.site.library.districts]

    def most_first(key: tuple[int, tuple[str, ...]]) -> tuple[int, list[int]]:
        return -key[0], [order.index(name) for name in key[1]]

    for key in sorted(found, key=most_first):
        yield found[key][0][0], tuple(theme for _, theme in found[key])


def by_telling(statements: Sequence[Statement]) -> list[Statement]:
    """Statements by how much they tell at a glance: those with a figure first, then by kind, the shortest first."""
    return sorted(statements, key=lambda s: (not s.measures, _KINDS[s.kind], len(s.quote), s.full_id))
