"""A report's text on its page: blocks with nested highlights, contents, the strip that shows what is coded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup

from ...content.english_quotes import english_spans
from ...content.gathered import Mention
from ...content.records import Block, Report, Statement
from ...content.schema import Bilingual
from ...content.vocabulary import KINDS
from ...text.fold import is_han
from ..addresses import relative
from ..charts import Bar
from ..context import PageContext
from ..frame import TAGS, Wording
from ..markup import Span, filled, han_spans, highlighted, parted, unbroken
from .cards import cards_path, page_numbers

# The strip is 1000 by 28; kinds are stacked from its foot, the last of the vocabulary lowest.
_WIDTH, _HEIGHT, _GAP = 1000, 28, 1.2
# Of figures, those so short that a line holds them easily.
_UNBROKEN = 16
# From how many statements, and how much of a block, on the tint of its highlights is left away.
_SEVERAL, _FULL = 4, 0.8
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘])")


@dataclass(frozen=True, slots=True)
class BlockView:
    """A heading or paragraph with its highlights, and its English with the same ones, None where there is none yet.

    `is_full` is true where nearly all of it is marked, so that a tint would tell nothing.
    `script` is the number of the script that brings the cards of its statements, 0 where it has none.
    """

    id: str
    number: str
    level: int
    html: Markup
    translation: Markup | None
    script: int
    is_full: bool


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the contents; `heading.lang` is '' where it is in the page's language.

    `count` is that of the statements below it, None where there is none and something below it is not read.
    """

    path: str
    heading: Wording
    is_sub: bool
    count: int | None


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


def block_views(context: PageContext, report: Report, blocks: Sequence[Block]) -> Iterator[BlockView]:
    """Blocks as the report's page shows them."""
    pages, spans_en = page_numbers(context, report), english_spans(report.blocks)
    for block in blocks:
        cards = cards_path(context, report, pages[block.id]) if block.id in pages else ""
        yield BlockView(
            block.id,
            block.id[1:],
            block.level,
            highlighted(block.text, _chinese_spans(context, report, block, cards)),
            _english(context, report, block, spans_en[block.id][0]),
            pages.get(block.id, 0),
            _is_full(context, report, block),
        )


def _is_full(context: PageContext, report: Report, block: Block) -> bool:
    """True where several statements cover nearly all of a block."""
    here = context.site.statements_in_block[report.id, block.id]
    covered = {place for s in here for place in range(s.start, s.end)}
    return len(here) >= _SEVERAL and len(covered) >= _FULL * (block.end - block.start)


def _chinese_spans(context: PageContext, report: Report, block: Block, cards: str) -> Iterator[Span]:
    """What is marked in the Chinese of a block: statements, terms, figures, and what cannot be read."""
    marks = [
        _mark(context, statement, block, cards) for statement in context.site.statements_in_block[report.id, block.id]
    ]
    terms = [
        _term(mention.subject, mention.start - block.start, mention.end - block.start)
        for mention in _first_of_each_term(context.site.mentions_in_block[report.id, block.id])
    ]
    yield from (*marks, *_within_marks(terms, marks))
    for number in context.site.numbers_in_block[report.id, block.id]:
        if any(map(is_han, number.text)) and 1 < len(number.text) <= _UNBROKEN:
            yield unbroken(number.start, number.end)
    yield from _illegible_spans(context, report, block)


def _within_marks(terms: Iterable[Span], marks: Iterable[Span]) -> Iterator[Span]:
    """Terms in parts, none of which lies within a mark and without it."""
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    return (part for term in terms for part in parted(term, edges))


def _english(context: PageContext, report: Report, block: Block, start_en: int) -> Markup | None:
    """The English of a block, marked as its Chinese is; None where there is none yet."""
    english = context.english(block.translation)
    if english is None:
        return None
    marks = [
        _english_mark(statement, statement.start_en - start_en, statement.end_en - start_en)
        for statement in context.site.statements_in_block[report.id, block.id]
        if statement.start_en is not None and statement.end_en is not None
    ]
    terms = _english_terms(context, report, block, english)
    spans = [*han_spans(english), *marks, *_within_marks(terms, marks)]
    for number in report.english_numbers.get(block.id, ()):
        if not number.text.isalnum() and len(number.text) <= _UNBROKEN:
            spans.append(unbroken(number.start, number.end))
    return highlighted(english, spans)


def _mark(context: PageContext, statement: Statement, block: Block, cards: str) -> Span:
    """A statement in its text: its first part has its id, and a flag that leads to its card."""
    kind = context.words(f"kind.{statement.kind}")
    label = context.words("flag.name", kind=kind, id=statement.id)
    tag = '<mark class="st" data-kind="{}" data-themes="{}" {}="{}">'
    themes = " ".join(statement.themes)
    address = f"{relative(context.path('reports', statement.report), cards)}#{statement.id}"
    former = Markup("").join(filled('<span class="former" id="{}"></span>', name) for name in statement.formerly)
    first, again = (filled(tag, statement.kind, themes, name, statement.id) for name in ("id", "data-of"))
    flag = filled('<a class="flag" href="{}" aria-label="{}" lang="{}"></a>', address, label, TAGS[context.language])
    opening = former + first + flag
    return Span(statement.start - block.start, statement.end - block.start, opening, again, Markup("</mark>"))


def _english_mark(statement: Statement, start: int, end: int) -> Span:
    """A statement in its English; a script gives it the flag and the themes of its Chinese, which the page has once."""
    tag = '<mark class="st" data-kind="{}" data-{}="{}">'
    opening, again = (filled(tag, statement.kind, name, statement.id) for name in ("en", "of"))
    return Span(start, end, opening, again, Markup("</mark>"))


def _term(subject: str, start: int, end: int) -> Span:
    """A term, as a link to its explanation on the page."""
    opening = filled('<a class="term" href="#term-{}">', subject)
    again = filled('<a class="term part" href="#term-{}" tabindex="-1">', subject)
    return Span(start, end, opening, again, Markup("</a>"))


def _english_terms(context: PageContext, report: Report, block: Block, english: str) -> Iterator[Span]:
    """The terms that the Chinese of a block has, where its English first says them; none of those it says otherwise."""
    taken: list[tuple[int, int]] = []
    for mention in _first_of_each_term(context.site.mentions_in_block[report.id, block.id]):
        term = context.site.terms[mention.subject]
        found = _first_form(english, (term.en, *term.forms))
        if found and not any(start < found[1] and found[0] < end for start, end in taken):
            taken.append(found)
            yield _term(term.id, *found)


def _first_form(english: str, forms: Iterable[str]) -> tuple[int, int] | None:
    """Where one of several forms of English words first stands, the longest where several begin there."""
    patterns = (re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE) for form in forms if form)
    found = [match.span() for pattern in patterns if (match := pattern.search(english))]
    return min(found, key=lambda span: (span[0], -span[1]), default=None)


def _illegible_spans(context: PageContext, report: Report, block: Block) -> Iterator[Span]:
    """The places of a block that cannot be read in the capture."""
    opening = filled('<span class="illegible" title="{}">', context.words("report.illegible"))
    first = bisect_left(report.illegible, (block.start,))
    for start, end in report.illegible[first : bisect_left(report.illegible, (block.end,))]:
        yield Span(start - block.start, end - block.start, opening, opening, Markup("</span>"))


def term_notes(context: PageContext, report: Report, blocks: Sequence[Block]) -> Iterator[TermNote]:
    """The terms that these blocks of the report name, in the order of the text."""
    here = {block.id for block in blocks}
    mentions = [mention for mention in context.site.mentions_in[report.id] if mention.block in here]
    for mention in _first_of_each_term(mentions):
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
    statements = context.site.statements_in_block
    for index, block in enumerate(report.blocks):
        if block.level:
            own = (block, *_below(report.blocks[index + 1 :], block.level))
            count = sum(len(statements[report.id, one.id]) for one in own)
            unread = any(one.reading == "unread" for one in own)
            path, heading = context.block_path(report.id, block.id), _short(_heading(context, block))
            yield ContentsEntry(path, heading, block.level > 1, None if unread and not count else count)


def _below(following: Iterable[Block], level: int) -> Iterator[Block]:
    """Of the blocks after a heading those that stand under it."""
    return takewhile(lambda block: not block.level or block.level > level, following)


def _heading(context: PageContext, block: Block) -> Wording:
    english = context.english(block.translation)
    if context.language == "en" and english is not None:
        return Wording(context.marked(english), "")
    return Wording(Markup.escape(block.text), TAGS["zh"] if context.language != "zh" else "")


def _short(heading: Wording) -> Wording:
    """What a heading in English says before its colon, where it has one: its name without what it goes on to say."""
    name, colon, _ = heading.text.partition(": ")
    return Wording(name, heading.lang) if colon else heading


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
