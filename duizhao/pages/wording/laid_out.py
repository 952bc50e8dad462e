"""Two texts of one district laid out whole beside each other: what stands in both, what only in one, what moved.

Promises beside their later words are left to `pairs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from markupsafe import Markup

from ...content.records import Report
from ...corpus.join import Corpus
from ...corpus.passages import LaidOutRow, Passage, laid_out, passages_of
from ...text.rewording import reworded
from ..context import PageContext
from ..frame import Frame, Link, Page, deferred
from ..parts.rewording import marked_runs
from ..parts.screens import OPEN, STRETCH, lines_of
from ..parts.splits import Near

# The first texts of a district are laid out beside the two that follow them, all others beside the next alone: these
# pages are the longest that there are. So of four texts each has all that a reader needs, and no address goes where a
# text is added.
FOLLOWING, FIRST = 2, 2
# So many characters of both texts a page holds, at half a kilobyte a row of the shortest clauses less than 400 kB.
ROOM = 20_000
# Stretches that are folded are cut at a paragraph, or earlier, from so many pixels of a phone on, at a heading.
SHORT = 1_700
_LINE = 28
_NAMED = 24  # characters by which a stretch is called
# A row, and the words of its two sides with what became of them.
MarkedRow: TypeAlias = tuple[LaidOutRow, Markup, Markup]


@dataclass(frozen=True, slots=True)
class LaidOutCell:
    """Words of one text with their marks, and the way to their paragraph; of a heading `level` is above 0.

    `place` is '' of a heading, and where the words above it in its text's column are of the same paragraph.
    """

    html: Markup
    path: str
    place: Markup
    level: int


@dataclass(frozen=True, slots=True)
class LaidOutLine:
    """Words of both texts, or of one; `moved` says that they stand in another order than what is about them.

    `kind` is gone or came where they stand in one of the texts, '' where in both.
    """

    kind: str
    old: LaidOutCell | None
    new: LaidOutCell | None
    moved: bool


@dataclass(frozen=True, slots=True)
class LaidOutFold:
    """A stretch that is folded: the words that it begins with, how many passages it has, and these."""

    words: str
    counted: Markup
    lines: tuple[LaidOutLine, ...]


@dataclass(frozen=True, slots=True)
class LaidOutView:
    """Two texts whole, or of long ones a part; `counted` says how many passages stand in both.

    What is more than some twenty screens of a phone is `folded`. `near` leads from a part to the others, and so do
    `previous` and `following` where there is one.
    """

    title: Markup
    counted: Markup
    heads: tuple[Link, Link]
    lines: tuple[LaidOutLine, ...]
    folded: tuple[LaidOutFold, ...]
    near: Near | None
    previous: Link | None
    following: Link | None


def _pairs_of(context: PageContext, district: str) -> Iterator[tuple[Report, Report]]:
    for place, report in enumerate(context.site.by_date(district)):
        following = FOLLOWING if place < FIRST else 1
        yield from ((report, later) for later in context.site.later(report)[:following])


def laid_out_links(context: PageContext, district: str, first: AbstractSet[str]) -> Iterator[Link]:
    """The ways to the pairs of texts of a district whose first text is one of these."""
    for old, new in (pair for pair in _pairs_of(context, district) if pair[0].id in first):
        yield Link(context.marked(_title(context, old, new)), context.path("wording", old.id, new.id))


def _title(context: PageContext, old: Report, new: Report) -> str:
    return context.words("laid-out.pair", old=context.plain(old.short), new=context.plain(new.short))


def laid_out_pages(context: PageContext) -> Iterator[Page]:
    """A page for each text of a district beside each of those that follow it, and more where both are long."""
    for district in context.site.library.districts:
        for old, new in _pairs_of(context, district.id):
            title = context.words("laid-out.of", district=context.plain(district.name), pair=_title(context, old, new))
            count = -(-(len(old.text) + len(new.text)) // ROOM)
            for number in range(1, count + 1):
                frame = _frame(context, old, new, title, number)
                yield Page("laid-out.html", frame, deferred(_view, context, old, new, title, number, count))


def _frame(context: PageContext, old: Report, new: Report, title: str, number: int) -> Frame:
    above = [context.page("follow-up"), Link(context.word("wording.title"), context.path("wording"))]
    if number > 1:
        above.append(Link(context.marked(title), context.path(*_place(old, new))))
    return context.frame(_place(old, new, number), _title_of(context, title, number), "follow-up", tuple(above))


def _place(old: Report, new: Report, number: int = 1) -> tuple[str, ...]:
    """The address of a page of two texts; the first is that of the two."""
    return ("wording", old.id, new.id, *([str(number)] if number > 1 else []))


def _title_of(context: PageContext, title: str, number: int) -> str:
    return context.words("part.of", list=title, part=_part_name(context, number)) if number > 1 else title


def _part_name(context: PageContext, number: int) -> str:
    return context.words("part.number", name=str(number))


def counted_words(context: PageContext, pairs: int, moved: int) -> Markup:
    """How many passages stand in both texts, and how many of them in another order."""
    if pairs < 2:
        return context.word("laid-out.one" if pairs else "laid-out.none")
    if not moved:
        return context.word("laid-out.in-order", count=pairs)
    return context.word("laid-out.counted", count=pairs, moved=str(moved))


def _view(context: PageContext, old: Report, new: Report, title: str, number: int, count: int) -> LaidOutView:
    rows = context.site.lately(_marked_rows, old.id, new.id)
    pairs = [row for row, *_ in rows if row.is_pair]
    counted = counted_words(context, len(pairs), sum(row.moved for row in pairs))
    heads = (context.report(old), context.report(new))
    near = _near(context, old, new, title, number, count) if count > 1 else None
    around = (None, *near.beside, None)[number - 1 : number + 2] if near else (None, None, None)
    mine = rows[len(rows) * (number - 1) // count : len(rows) * number // count]
    shown, folded = _open_and_folded(context, mine)
    return LaidOutView(
        context.marked(_title_of(context, title, number)),
        counted,
        heads,
        _lines(context, shown),
        tuple(_fold(context, rows) for rows in folded),
        near,
        around[0],
        around[2],
    )


def _near(context: PageContext, old: Report, new: Report, title: str, number: int, count: int) -> Near:
    """The pages of two texts."""
    beside = tuple(
        Link(context.marked(_part_name(context, one)), context.path(*_place(old, new, one)), one == number)
        for one in range(1, count + 1)
    )
    return Near(Link(context.marked(title), context.path(*_place(old, new))), beside)


def _open_and_folded(context: PageContext, rows: Sequence[MarkedRow]) -> tuple[list[MarkedRow], list[list[MarkedRow]]]:
    """The rows that stand open, of a page that they would fill its first stretches, and the other stretches."""
    if sum(_height(row) for row, *_ in rows) <= OPEN:
        return list(rows), []
    stretches = list(_stretches(context, rows))
    ends = list(accumulate(sum(_height(row) for row, *_ in stretch) for stretch in stretches))
    count = max(1, sum(end <= OPEN for end in ends))
    return [row for stretch in stretches[:count] for row in stretch], stretches[count:]


def _stretches(context: PageContext, rows: Sequence[MarkedRow]) -> Iterator[list[MarkedRow]]:
    """Rows in stretches that begin where a paragraph does, if one does in time."""
    held: list[MarkedRow] = []
    above: dict[str, str] = {}
    size = 0
    for marked in rows:
        if held and size >= _least(context, above, marked[0]):
            yield held
            held, size = [], 0
        held.append(marked)
        size += _height(marked[0])
        above |= {words.report: words.block for words in (marked[0].old, marked[0].new) if words}
    yield held


def _least(context: PageContext, above: Mapping[str, str], row: LaidOutRow) -> int:
    """How many lines a stretch has before it ends above a row; `above` has the paragraphs that stand above it."""
    words = row.old or row.new
    if words and context.site.blocks[words.report, words.block].level:
        return SHORT
    return STRETCH if words and above.get(words.report) != words.block else 2 * STRETCH


def _height(row: LaidOutRow) -> int:
    """How many pixels of a phone a row takes, where the two texts stand under each other: the words, and what is about
    them.
    """
    return _LINE * sum(2 + lines_of(words.text, 18) for words in (row.old, row.new) if words)


def _fold(context: PageContext, rows: Sequence[MarkedRow]) -> LaidOutFold:
    first = rows[0][0].old or rows[0][0].new
    words = first.text.strip() if first else ""
    both = sum(row.is_pair for row, *_ in rows)
    return LaidOutFold(
        words if len(words) <= _NAMED else f"{words[:_NAMED]}…",
        context.word("laid-out.folded", count=len(rows), both=both),
        _lines(context, rows),
    )


def _lines(context: PageContext, rows: Sequence[MarkedRow]) -> tuple[LaidOutLine, ...]:
    """Rows that stand together: each paragraph is named beside its first words."""
    above: dict[str, str] = {}
    return tuple([_line(context, above, *row) for row in rows])


def _marked_rows(site: Corpus, old: str, new: str) -> list[MarkedRow]:
    """The rows of two texts with their words marked, the same in every language."""
    return [(row, *_marked(row)) for row in laid_out(passages_of(site.reports[old]), passages_of(site.reports[new]))]


def _marked(row: LaidOutRow) -> tuple[Markup, Markup]:
    """The words of both sides of a row with what became of them; of one that there is not, none."""
    if row.old and row.new and row.old.text != row.new.text:
        rewording = reworded(row.old.text, row.new.text)
        return marked_runs(rewording.old), marked_runs(rewording.new)
    return Markup.escape(row.old.text if row.old else ""), Markup.escape(row.new.text if row.new else "")


def _line(context: PageContext, above: dict[str, str], row: LaidOutRow, old: Markup, new: Markup) -> LaidOutLine:
    """A row; `above` has the paragraph of the words that were last in each report's column, and then that of these."""
    return LaidOutLine(
        "" if row.is_pair else "gone" if row.old else "came",
        _cell(context, above, row.old, old) if row.old else None,
        _cell(context, above, row.new, new) if row.new else None,
        row.is_pair and row.moved,
    )


def _cell(context: PageContext, above: dict[str, str], passage: Passage, html: Markup) -> LaidOutCell:
    block, told = context.site.blocks[passage.report, passage.block], above.get(passage.report)
    above[passage.report] = passage.block
    if block.level or told == passage.block:
        return LaidOutCell(html, "", Markup(""), block.level)
    path = context.block_path(passage.report, passage.block)
    return LaidOutCell(html, path, context.word("laid-out.place", block=passage.block[1:]), block.level)
