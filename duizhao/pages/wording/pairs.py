"""What was said again and what was reworded: the promises of a text beside their later words, character by character.

Two texts laid out whole are left to `laid_out`, the ways to both to `index`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report, Statement
from ...corpus.following import UnmarkedWords
from ...corpus.rewordings import RewordedPromise
from ...text.rewording_kinds import CHANGES
from ..context import PageContext
from ..frame import Group, Link, Page, deferred
from ..parts.answers import Answer, answer_of_words
from ..parts.promises import followable
from ..parts.rewording import ChangeWord, RewordingView, change_words, rewording_view
from ..parts.screens import Stretch, lines_of, stretched
from ..parts.statements import source_line, summary
from ..parts.text_switch import navigation

# Pixels of a pair beside its words: what changed, how much stayed, when and where each stands.
_A_PAIR = 245


@dataclass(frozen=True, slots=True)
class Saying:
    """One side of a pair: when and where its words stand; `kind` is '' of words that no statement marks.

    `scope` and `caution` are what its figures must not be read without, `answer` is what became of later words that
    promise again and were answered again.
    """

    kind: str
    kind_word: Markup
    kind_label: str
    time: Markup
    quote: str
    gloss: Markup
    path: str
    source: Markup
    scope: Markup
    caution: Markup
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A promise beside later words on it."""

    anchor: str
    changes: tuple[ChangeWord, ...]
    kinds: str
    old: Saying
    new: Saying
    view: RewordingView


@dataclass(frozen=True, slots=True)
class ChangeChoice:
    """A kind of change among the filters, and how many pairs have it."""

    kind: str
    text: Markup
    count: int


@dataclass(frozen=True, slots=True)
class WordingView:
    """The promises of a text that were said again; `others` are those with other words, which no mark can compare.

    Of what was said again the page has no room for `folded`.
    """

    title: Markup
    title_zh: str
    summary: Markup
    choices: tuple[ChangeChoice, ...]
    rows: tuple[WordingRow, ...]
    folded: tuple[Stretch[WordingRow], ...]
    others: tuple[WordingRow, ...]
    others_title: Markup
    counted: str
    shown: Markup
    table: Link
    nav: tuple[Group, ...]
    silent: Markup


def is_said_again(pair: RewordedPromise) -> bool:
    """True where the later words are the earlier ones reworded, and no other words."""
    return "other-words" not in pair.changes


def wording_pages(context: PageContext) -> Iterator[Page]:
    """A page for each text that has a later one of its district."""
    for report in followable(context):
        title = context.words(
            "wording.of", district=context.district_name(report.district), report=context.plain(report.short)
        )
        crumbs = (context.page("follow-up"), Link(context.word("wording.title"), context.path("wording")))
        frame = context.frame(("wording", report.id), title, "follow-up", crumbs, body_class="has-bar page-wording")
        yield Page("wording.html", frame, deferred(_view, context, report, title))


def found_words(context: PageContext, report: Report) -> Markup:
    """How many pairs of a promise and later words a text has, and how many of them are said again."""
    pairs = context.site.rewordings_in[report.id]
    if not pairs:
        return context.word("wording.none")
    again = sum(map(is_said_again, pairs))
    if not again:
        return context.word("wording.found-new", count=len(pairs))
    return context.word("wording.found", count=len(pairs), again=str(again))


def _view(context: PageContext, report: Report, title: str) -> WordingView:
    pairs = context.site.rewordings_in[report.id]
    named = list(zip(_anchors(pairs), pairs, strict=True))
    again = sorted((one for one in named if is_said_again(one[1])), key=lambda one: _by_what_stayed(one[1]))
    others = [one for one in named if not is_said_again(one[1])]
    held = stretched([_row(context, *one) for one in again], _height)
    counts = Counter(kind for _, pair in again for kind in pair.changes)
    return WordingView(
        context.marked(title),
        context.other_word("wording.of-short", report=report.short.zh),
        found_words(context, report),
        tuple(ChangeChoice(c.kind, c.text, counts[c.kind]) for c in change_words(context, CHANGES) if counts[c.kind]),
        *(held.shown, held.folded),
        tuple(_row(context, *one) for one in others),
        context.word("wording.others", count=len(others)),
        context.words("wording.count"),
        context.marked(context.words("wording.count").replace("{n}", str(len(again)))),
        Link(context.word("wording.table"), context.path("follow-up", report.id)),
        navigation(context, report),
        Markup("") if pairs else context.word("wording.none"),
    )


def _height(row: WordingRow) -> int:
    """About how many pixels of a phone a pair takes."""
    return _A_PAIR + sum(33 * lines_of(one.quote, 17) + 24 * lines_of(one.gloss, 40) for one in (row.old, row.new))


def _by_what_stayed(pair: RewordedPromise) -> tuple[bool, float, int]:
    """The order of the rows: what stayed whole first, then by the share that stayed."""
    rewording = pair.rewording
    return not rewording.word_for_word, -rewording.kept / (rewording.letters or 1), pair.promise.start


def _anchors(pairs: Sequence[RewordedPromise]) -> Iterator[str]:
    """The name of each pair: the promise's id, with a number behind it from its second later words on."""
    seen: Counter[str] = Counter()
    for pair in pairs:
        seen[pair.promise.id] += 1
        number = seen[pair.promise.id]
        yield pair.promise.id if number == 1 else f"{pair.promise.id}.{number}"


def _row(context: PageContext, anchor: str, pair: RewordedPromise) -> WordingRow:
    return WordingRow(
        anchor,
        change_words(context, pair.changes),
        " ".join(pair.changes),
        _saying(context, pair.promise),
        _saying(context, pair.later, later=True),
        rewording_view(context, pair.rewording),
    )


def _saying(context: PageContext, words: Statement | UnmarkedWords, *, later: bool = False) -> Saying:
    report = context.site.reports[words.report]
    said, none = context.marked(context.date(report)), Markup("")
    if isinstance(words, UnmarkedWords):
        path = context.block_path(words.report, words.block)
        english = context.marked(words.english) if context.language == "en" else none
        source = context.marked(source_line(context, words))
        return Saying("", none, "", said, words.quote, english, path, source, none, none)
    s, answer = summary(context, words), answer_of_words(context, words) if later else None
    named = (s.kind, s.kind_word, s.kind_label)
    return Saying(*named, said, s.quote, s.gloss, s.path, s.source, s.scope, s.caution, answer)
