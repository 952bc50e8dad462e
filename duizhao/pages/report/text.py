"""A report's text on its page: blocks with nested highlights, contents, the strip that shows what is coded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Block, Report, Statement
from ...content.schema import Bilingual
from ...content.vocabulary import KINDS
from ...corpus.mentions import Mention
from ..charts import Bar
from ..context import PageContext
from ..frame import TAGS, Wording
from ..markup import Span, highlighted, parted
from .card import Card, card

# The strip is 1000 by 28; kinds are stacked from its foot, the last of the vocabulary lowest.
_WIDTH, _HEIGHT, _GAP = 1000, 28, 1.2
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘])")


@dataclass(frozen=True, slots=True)
class BlockView:
    """A heading or paragraph with its highlights, its English (None: none yet) and the cards of its statements."""

    id: str
    number: str
    level: int
    html: Markup
    translation: Markup | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the contents; `heading.lang` is '' where it is in the page's language."""

    path: str
    heading: Wording
    is_sub: bool
    count: int


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term as a report page explains it in place; `block` is where the report first names it.

    `remark` says that the explanation is from outside the texts, where it is.
    """

    id: str
    zh: str
    en: Markup
    meaning: Markup
    remark: Markup
    path: str
    block: str


def block_view(context: PageContext, report: Report, block: Block) -> BlockView:
    """A block as the report's page shows it."""
    here = context.site.statements_in_block[report.id, block.id]
    marks = [_span(context, s, block) for s in here]
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    spans = [*marks, *(part for span in _term_spans(context, report, block) for part in parted(span, edges))]
    spans += _illegible_spans(context, report, block)
    cards = tuple(card(context, s) for s in here)
    english = context.english(block.translation)
    translation = None if english is None else context.marked(english)
    return BlockView(block.id, block.id[1:], block.level, highlighted(block.text, spans), translation, cards)


def _span(context: PageContext, statement: Statement, block: Block) -> Span:
    kind = context.words(f"kind.{statement.kind}")
    label = context.words("flag.name", kind=kind, id=statement.id)
    themes = " ".join(statement.themes)
    tag = Markup('<mark class="st" data-kind="{}" data-themes="{}"{}>')
    flag = Markup('<a class="flag" href="#{}" aria-label="{}"></a>').format(statement.id, label)
    opening = tag.format(statement.kind, themes, Markup(' id="q-{}"').format(statement.id)) + flag
    again = tag.format(statement.kind, themes, Markup(' data-of="{}"').format(statement.id))
    return Span(statement.start - block.start, statement.end - block.start, opening, again, Markup("</mark>"))


def _term_spans(context: PageContext, report: Report, block: Block) -> Iterator[Span]:
    """The first mention of each term in a block, as a link to its explanation on the page."""
    for mention in _first_of_each_term(context.site.mentions_in_block[report.id, block.id]):
        start, end = mention.start - block.start, mention.end - block.start
        opening = Markup('<a class="term" href="#term-{0}">').format(mention.subject)
        again = Markup('<a class="term part" href="#term-{0}" tabindex="-1">').format(mention.subject)
        yield Span(start, end, opening, again, Markup("</a>"))


def _illegible_spans(context: PageContext, report: Report, block: Block) -> Iterator[Span]:
    """The places of a block that cannot be read in the capture."""
    opening = Markup('<span class="illegible" title="{}">').format(context.words("report.illegible"))
    first = bisect_left(report.illegible, (block.start,))
    for start, end in report.illegible[first : bisect_left(report.illegible, (block.end,))]:
        yield Span(start - block.start, end - block.start, opening, opening, Markup("</span>"))


def term_notes(context: PageContext, report: Report) -> Iterator[TermNote]:
    """The terms that the report names, in the order of the text."""
    for mention in _first_of_each_term(context.site.mentions_in[report.id]):
        term = context.site.terms[mention.subject]
        yield TermNote(
            term.id,
            term.zh,
            context.marked(context.english(term.en) or ""),
            context.localized(_definition(term.meaning)),
            context.word("term.outside") if term.source == "outside" else Markup(""),
            context.path("terms", term.id),
            mention.block,
        )


def _definition(meaning: Bilingual) -> Bilingual:
    """What a term means, without what is said of its use, which its own page has: the first sentence."""
    return Bilingual(meaning.zh.partition("。")[0] + "。" if meaning.zh else "", _SENTENCE_END.split(meaning.en, 1)[0])


def _first_of_each_term(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Of mentions in the order of the text, the first of each term."""
    seen: set[str] = set()
    for mention in mentions:
        if mention.kind == "term" and mention.subject not in seen:
            seen.add(mention.subject)
            yield mention


def contents(context: PageContext, report: Report) -> Iterator[ContentsEntry]:
    """The headings with the number of statements below each, up to the next heading of its level or above."""
    path = context.path("reports", report.id)
    statements = context.site.statements_in_block
    for index, block in enumerate(report.blocks):
        if block.level:
            below = len(statements[report.id, block.id])
            for other in report.blocks[index + 1 :]:
                if other.level and other.level <= block.level:
                    break
                below += len(statements[report.id, other.id])
            yield ContentsEntry(f"{path}#{block.id}", _heading(context, block), block.level > 1, below)


def _heading(context: PageContext, block: Block) -> Wording:
    english = context.english(block.translation)
    if context.language == "en" and english is not None:
        return Wording(context.marked(english), "")
    return Wording(Markup.escape(block.text), TAGS["zh"] if context.language != "zh" else "")


def coverage_strip(context: PageContext, report: Report) -> Iterator[Bar]:
    """Each paragraph as wide as its text; within it, how much of it the statements of each kind cover."""
    total = max(1, len(report.text))
    for block in report.blocks:
        if block.level:
            continue
        length = max(1, block.end - block.start)
        x, width = f"{_WIDTH * block.start / total:.1f}", f"{max(_WIDTH * length / total - _GAP, 1):.1f}"
        yield Bar("none", x, "0", width, str(_HEIGHT))
        yield from _covered(block, context.site.statements_in_block[report.id, block.id], x, width)


def _covered(block: Block, statements: Sequence[Statement], x: str, width: str) -> Iterator[Bar]:
    top = float(_HEIGHT)
    for kind in reversed(KINDS):
        mine = (s for s in statements if s.kind == kind)
        places = {place for s in mine for place in range(s.start, s.end)}
        height = _HEIGHT * len(places) / max(1, block.end - block.start)
        if height:
            top = max(0.0, top - height)
            yield Bar(kind, x, f"{top:.1f}", width, f"{min(height, _HEIGHT):.1f}")
