"""The overview in small: themes by districts, for pages that lead to the whole one.

What a box means, and which themes stand together, is left to the overview.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Theme
from ..context import PageContext
from ..frame import Link
from .cells import are_read, unread_note
from .columns import FITTING, are_many, shown_at_first
from .overview import Box, boxes_of, speakers, theme_link
from .speaking import by_speakers, stated_on


@dataclass(frozen=True, slots=True)
class GlanceCell:
    """The kinds that a district's texts state on a theme; where there are none, why, and whether a text is `unread`."""

    district: Markup
    boxes: tuple[Box, ...]
    silent: Markup
    unread: bool


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """A theme with its cells, one a district that is shown."""

    theme: Link
    cells: tuple[GlanceCell, ...]


@dataclass(frozen=True, slots=True)
class GlanceGroup:
    """The themes of which as many districts speak."""

    title: Markup
    rows: tuple[GlanceRow, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The overview in small; of many districts it shows some, which `note` says, and `unread` that texts wait."""

    districts: tuple[Link, ...]
    groups: tuple[GlanceGroup, ...]
    many: bool
    note: Markup
    unread: Markup


def glance(context: PageContext) -> Glance | None:
    """The overview in small; None where no text says anything."""
    if not context.site.statements:
        return None
    districts, first = context.site.library.districts, shown_at_first(context)
    shown = tuple(d.id for d in districts if d.id in first and context.site.by_date(d.id))[:FITTING]
    many = are_many(context)
    note = context.word("compare.shown", n=len(shown), all=len(districts)) if many else Markup("")
    heads = tuple(context.district(name) for name in shown)
    return Glance(heads, tuple(_groups(context, shown)), many, note, unread_note(context))


def _groups(context: PageContext, shown: tuple[str, ...]) -> Iterator[GlanceGroup]:
    for who, themes in by_speakers(context):
        if who:
            yield GlanceGroup(speakers(context, who), tuple(_row(context, theme, shown) for theme in themes))


def _row(context: PageContext, theme: Theme, shown: tuple[str, ...]) -> GlanceRow:
    return GlanceRow(theme_link(context, theme), tuple(_cell(context, theme, name) for name in shown))


def _cell(context: PageContext, theme: Theme, district: str) -> GlanceCell:
    unread = not are_read(context.site.by_date(district))
    return GlanceCell(
        context.marked(context.district_name(district)),
        tuple(boxes_of(context, theme, stated_on(context, theme, district))),
        context.word("silent.not-read" if unread else "compare.key-silent"),
        unread,
    )
