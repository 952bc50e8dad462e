"""Two texts of one district laid out whole beside each other: what stands in both, what only in one, what moved.

Promises beside their later words are left to `pairs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...corpus.join import Corpus
from ...corpus.passages import LaidOutRow, Passage, laid_out, passages_of
from ...text.rewording import reworded
from ..context import PageContext
from ..frame import Link, Page, deferred
from ..parts.rewording import marked_runs

# Of a district with few texts each is laid out beside the two that follow it. With more it is beside the next alone:
# these pages are the longest that there are, and most of what a text drops is gone for good.
FOLLOWING, FEW = 2, 4


@dataclass(frozen=True, slots=True)
class LaidOutCell:
    """Words of one text with their marks, and the way to their paragraph; of a heading `level` is above 0."""

    html: Markup
    path: str
    place: Markup
    level: int


@dataclass(frozen=True, slots=True)
class LaidOutLine:
    """Words of both texts, or of one; `moved` says that they stand in another order than what is about them."""

    kind: str
    old: LaidOutCell | None
    new: LaidOutCell | None
    moved: bool


@dataclass(frozen=True, slots=True)
class LaidOutView:
    """Two texts whole; `counted` says how many passages stand in both."""

    title: Markup
    counted: Markup
    heads: tuple[Link, Link]
    lines: tuple[LaidOutLine, ...]


def _pairs_of(context: PageContext, district: str) -> Iterator[tuple[Report, Report]]:
    reports = context.site.by_date(district)
    following = FOLLOWING if len(reports) <= FEW else 1
    for report in reports:
        yield from ((report, later) for later in context.site.later(report)[:following])


def laid_out_links(context: PageContext, district: str, first: AbstractSet[str]) -> Iterator[Link]:
    """The ways to the pairs of texts of a district whose first text is one of these."""
    for old, new in (pair for pair in _pairs_of(context, district) if pair[0].id in first):
        yield Link(context.marked(_title(context, old, new)), context.path("wording", old.id, new.id))


def _title(context: PageContext, old: Report, new: Report) -> str:
    return context.words("laid-out.pair", old=context.plain(old.short), new=context.plain(new.short))


def laid_out_pages(context: PageContext) -> Iterator[Page]:
    """A page for each text of a district beside each of those that follow it."""
    for district in context.site.library.districts:
        for old, new in _pairs_of(context, district.id):
            title = context.words("laid-out.of", district=context.plain(district.name), pair=_title(context, old, new))
            crumbs = (context.page("follow-up"), Link(context.word("wording.title"), context.path("wording")))
            frame = context.frame(("wording", old.id, new.id), title, "follow-up", crumbs)
            yield Page("laid-out.html", frame, deferred(_view, context, old, new, title))


def _view(context: PageContext, old: Report, new: Report, title: str) -> LaidOutView:
    rows = context.site.lately(_marked_rows, old.id, new.id)
    pairs = [row for row, *_ in rows if row.is_pair]
    counted = context.word("laid-out.counted", count=len(pairs), moved=str(sum(row.moved for row in pairs)))
    heads = (context.report(old), context.report(new))
    return LaidOutView(context.marked(title), counted, heads, tuple([_line(context, *row) for row in rows]))


def _marked_rows(site: Corpus, old: str, new: str) -> list[tuple[LaidOutRow, Markup, Markup]]:
    """The rows of two texts with their words marked, the same in every language."""
    return [(row, *_marked(row)) for row in laid_out(passages_of(site.reports[old]), passages_of(site.reports[new]))]


def _marked(row: LaidOutRow) -> tuple[Markup, Markup]:
    """The words of both sides of a row with what became of them; of one that there is not, none."""
    if row.old and row.new and row.old.text != row.new.text:
        rewording = reworded(row.old.text, row.new.text)
        return marked_runs(rewording.old), marked_runs(rewording.new)
    return Markup.escape(row.old.text if row.old else ""), Markup.escape(row.new.text if row.new else "")


def _line(context: PageContext, row: LaidOutRow, old: Markup, new: Markup) -> LaidOutLine:
    kind = "both" if row.is_pair else "gone" if row.old else "came"
    return LaidOutLine(
        kind,
        _cell(context, row.old, old) if row.old else None,
        _cell(context, row.new, new) if row.new else None,
        row.is_pair and row.moved,
    )


def _cell(context: PageContext, passage: Passage, html: Markup) -> LaidOutCell:
    block = context.site.blocks[passage.report, passage.block]
    path = context.block_path(passage.report, passage.block)
    return LaidOutCell(html, path, context.word("laid-out.place", block=passage.block[1:]), block.level)
