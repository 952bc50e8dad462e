"""A theme's page: all statements on it, by district, the targets first; where they are many, on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..content.records import Theme
from ..content.vocabulary import KINDS
from .context import PageContext
from .frame import Page, deferred
from .parts.prose import introduction
from .parts.splits import near_of, part_title, place_in, places_of
from .parts.subject import (
    DistrictStatements,
    SubjectView,
    by_district,
    description_of,
    folded,
    in_folds,
    in_parts,
    subject_frame,
    subject_page,
    themes_in_parts,
)


def theme_pages(context: PageContext) -> Iterator[Page]:
    """A page for each theme, and for each part of one of which the texts say too much for one page."""
    for name, names, _ in places_of(context.site.once(themes_in_parts)):
        theme = context.site.themes[name]
        frame = subject_frame(context, "themes", theme.id, context.plain(theme.name), names)
        yield subject_page(frame, deferred(_view, context, theme, names))


def _view(context: PageContext, theme: Theme, names: tuple[str, ...]) -> SubjectView:
    link, base, name = context.theme(theme.id), ("themes", theme.id), context.plain(theme.name)
    here = context.site.once(themes_in_parts)[place_in(theme.id, names)]
    part = here.part
    districts: tuple[DistrictStatements, ...] = ()
    if part.parts or (names and not part.folds):
        districts = tuple(in_parts(context, base, part))
    elif not names:
        # Within a kind the order of time stays.
        stated = sorted(part.items, key=lambda one: KINDS.index(one.kind))
        districts = tuple(by_district(context, stated))
    return SubjectView(
        context.marked(part_title(context, name, names)),
        "" if names else link.zh,
        description_of(context, "themes", part_title(context, name, names), len(part.items)),
        Markup("") if names else introduction(context, f"themes/{theme.id}"),
        districts=tuple(folded(districts)),
        indicators=() if names else tuple(context.indicator(i.id) for i in context.site.indicators_of_theme[theme.id]),
        said_folds=tuple(in_folds(context, part)),
        near=near_of(context, base, name, here),
        reports=context.path("reports") if part.parts and not names else "",
    )
