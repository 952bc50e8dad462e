"""The first page of the comparison: who speaks of what, and the ways to the sentences."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..content.vocabulary import KINDS
from .context import PageContext
from .frame import Link, Page
from .parts.cells import are_read
from .parts.columns import Chooser, are_many, chooser
from .parts.overview import Overview, overview
from .parts.prose import introduction


@dataclass(frozen=True, slots=True)
class KindKey:
    """A kind as the key of the boxes names it."""

    kind: str
    name: Markup


@dataclass(frozen=True, slots=True)
class CompareView:
    """The overview; of many districts the table stands in a box, and columns are chosen. `unread` if a text waits."""

    title: Markup
    title_zh: str
    caution: Markup
    overview: Overview
    kinds: tuple[KindKey, ...]
    unread: bool
    others: tuple[Link, ...]
    many: bool
    chooser: Chooser | None


def compare_page(context: PageContext) -> Page:
    """The overview of themes and texts."""
    title = _title(context)
    said = context.words("compare.lede")
    frame = context.frame(("compare",), title, "compare", description=said, body_class="page-compare")
    view = CompareView(
        context.marked(title),
        context.other_word("compare.title", count=len(context.site.districts)) if context.site.districts else "",
        introduction(context, "caution", frame.path),
        overview(context),
        tuple(KindKey(kind, context.word(f"kind.{kind}")) for kind in KINDS),
        not are_read(context.site.in_order),
        (
            Link(context.word("compare.parallel"), context.path("compare", "parallel")),
            Link(context.word("compare.phrases"), context.path("compare", "phrases")),
            context.page("indicators"),
        ),
        are_many(context),
        chooser(context),
    )
    return Page("compare.html", frame, view)


def _title(context: PageContext) -> str:
    """What the page answers; of no district, the page's name."""
    districts = len(context.site.districts)
    return context.words("compare.title", count=districts) if districts else context.words("nav.compare")
