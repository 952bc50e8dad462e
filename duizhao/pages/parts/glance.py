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
from .columns import FITTING, are_many, shown_at_first
from .overview import Box, boxes_of, speakers, theme_link
from .speaking import by_speakers, stated_on


@dataclass(frozen=True, slots=True)
class GlanceCell:
    """The kinds that a district's texts state on a theme; none where they are silent."""

    district: Markup
    boxes: tuple[Box, ...]


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
    """The overview in small; of many districts it shows some, which `note` says."""

    districts: tuple[Link, ...]
    groups: tuple[GlanceGroup, ...]
    many: bool
    note: Markup


def glance(context: PageContext) -> Glance | None:
    """The overview in small; None where no text says anything."""
    if not context.site.statements:
        return None
    districts, first = context.site.library.districts, shown_at_first(context)
    shown = tuple(d.id for d in districts if d.id in first and context.site.by_date(d.id))[:FITTING]
    many = are_many(context)
    note = context.word("compare.shown", n=len(shown), all=len(districts)) if many else Markup("")
    return Glance(tuple(context.district(name) for name in shown), tuple(_groups(context, shown)), many, note)


def _groups(context: PageContext, shown: tuple[str, ...]) -> Iterator[GlanceGroup]:
    for who, themes in by_speakers(context):
        if who:
            yield GlanceGroup(speakers(context, who), tuple(_row(context, theme, shown) for theme in themes))


def _row(context: PageContext, theme: Theme, shown: tuple[str, ...]) -> GlanceRow:
    cells = (
        GlanceCell(
            context.marked(context.district_name(name)),
            tuple(boxes_of(context, theme, stated_on(context, theme, name))),
        )
        for name in shown
    )
    return GlanceRow(theme_link(context, theme), tuple(cells))
