"""A theme's page: all statements on it, by district, the targets first; where they are many, on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..content.records import Statement, Theme
from ..content.vocabulary import KINDS
from ..corpus.join import Corpus
from .context import PageContext
from .frame import Page, deferred
from .parts.prose import introduction
from .parts.splits import ROOMS, Key, Placed, by_text, near_of, part_title, place_in, placed, split
from .parts.subject import SubjectView, by_district, in_parts, part_frame, subject_page


def theme_pages(context: PageContext) -> Iterator[Page]:
    """A page for each theme, and for each part of one of which the texts say too much for one page."""
    for place, one in context.site.once(_parts).items():
        theme, names = context.site.themes[place.split("/")[0]], one.part.names
        frame = part_frame(context, "themes", theme.id, context.plain(theme.name), names)
        yield subject_page(frame, deferred(_view, context, theme, names))


def _parts(site: Corpus) -> dict[str, Placed[Statement]]:
    """What the texts say of each theme, by district, decade and year of the texts."""
    reports, room = site.reports, ROOMS["statements"]
    keys: tuple[Key[Statement], ...] = by_text(lambda one: reports[one.report])
    themes = site.library.themes
    return placed((theme.id, split(site.statements_of_theme[theme.id], keys, room)) for theme in themes)


def _view(context: PageContext, theme: Theme, names: tuple[str, ...]) -> SubjectView:
    link, base, name = context.theme(theme.id), ("themes", theme.id), context.plain(theme.name)
    here = context.site.once(_parts)[place_in(theme.id, names)]
    part = here.part
    if names or part.parts:
        districts = tuple(in_parts(context, base, part))
    else:
        # Within a kind the order of time stays.
        stated = sorted(part.items, key=lambda one: KINDS.index(one.kind))
        districts = tuple(by_district(context, stated))
    return SubjectView(
        context.marked(part_title(context, name, names)),
        "" if names else link.zh,
        Markup("") if names else introduction(context, f"themes/{theme.id}"),
        districts=districts,
        indicators=() if names else tuple(context.indicator(i.id) for i in context.site.indicators_of_theme[theme.id]),
        near=near_of(context, base, name, here),
        reports=context.path("reports") if part.parts and not names else "",
    )


def theme_part_path(context: PageContext, theme: str, district: str) -> str:
    """Where all that the texts of a district say of a theme stands."""
    here = context.site.once(_parts)
    return context.path("themes", theme, *((district,) if place_in(theme, (district,)) in here else ()))
