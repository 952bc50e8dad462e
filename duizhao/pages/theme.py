"""A theme's page: all statements on it, by district, the targets first."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.records import Theme
from ..content.vocabulary import KINDS
from .context import PageContext
from .frame import Page, deferred
from .parts.prose import introduction
from .parts.subject import SubjectView, by_district, subject_frame, subject_page


def theme_pages(context: PageContext) -> Iterator[Page]:
    """A page for each theme."""
    for theme in context.site.library.themes:
        frame = subject_frame(context, "themes", theme.id, context.plain(theme.name))
        yield subject_page(frame, deferred(_view, context, theme))


def _view(context: PageContext, theme: Theme) -> SubjectView:
    link = context.theme(theme.id)
    # Within a kind the order of time stays.
    stated = sorted(context.site.statements_of_theme[theme.id], key=lambda one: KINDS.index(one.kind))
    return SubjectView(
        link.text,
        link.zh,
        introduction(context, f"themes/{theme.id}"),
        districts=tuple(by_district(context, stated)),
        indicators=tuple(context.indicator(i.id) for i in context.site.indicators_of_theme[theme.id]),
    )
