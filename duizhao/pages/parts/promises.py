"""A promise beside later words: a row of a collation table, on whatever page it stands.

The tables themselves are left to `collation_parts`, the ways between them to `text_switch`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report, Statement
from ...content.vocabulary import COMMITMENTS
from ...corpus.following import TrackedPromise, UnmarkedWords
from ..context import PageContext
from ..frame import Link
from .answers import Answer, answer_of_words
from .evidence import EvidenceWord, evidence_word
from .screens import lines_of
from .statements import StatementSummary, source_line, summary


@dataclass(frozen=True, slots=True)
class LaterWords:
    """Later words as a row shows them; `kind` is '' of those that no statement marks, `remark` what stands behind.

    `answer` is what became of them where they promise again and were answered again.
    """

    kind: str
    gloss: Markup
    quote: str
    path: str
    source: Markup
    remark: Markup
    caution: Markup
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise, the later words, and what stands between them; `formerly` are anchors of the row, too.

    `name` is the promise's id within its text, `source` the way to its sentence, `deadline` its time alone with whether
    the text prints it; `because` is '' where nobody has written why the state is what it is.
    `wording` is the way to the pair word by word, '' without later words.
    """

    number: int
    name: str
    anchor: str
    formerly: tuple[str, ...]
    state: str
    theme_id: str
    theme: Link
    promise: StatementSummary
    source: Link
    by: Markup
    deadline: Markup
    evidence: EvidenceWord
    arithmetic: Markup
    because: Markup
    searched: tuple[str, ...]
    later: tuple[LaterWords, ...]
    wording: str

    @property
    def told(self) -> tuple[LaterWords, ...]:
        """The later words that promise nothing."""
        return tuple(words for words in self.later if words.kind not in COMMITMENTS)

    @property
    def anew(self) -> tuple[LaterWords, ...]:
        """The later words that promise again."""
        return tuple(words for words in self.later if words.kind in COMMITMENTS)


# Pixels beside the words of a promise and of later ones: where each stands, its state, the edges of its row.
_A_ROW, _LATER_WORDS = 130, 75


def height_of_row(row: PromiseRow) -> int:
    """About how many pixels of a phone a row takes."""
    later = sum(_LATER_WORDS + _height_of_words(one) for one in row.later)
    reasons = lines_of(row.because, 30) + lines_of("、".join(row.searched), 24)
    return _A_ROW + _height_of_words(row.promise) + 20 * reasons + later


def _height_of_words(words: StatementSummary | LaterWords) -> int:
    return 31 * lines_of(words.quote, 17) + 24 * lines_of(words.gloss, 44)


def followable(context: PageContext) -> tuple[Report, ...]:
    """The reports that have a later one of their district, in order."""
    return tuple(report for report in context.site.in_order if context.site.later(report))


def promises_of(context: PageContext, reports: Sequence[Report]) -> list[TrackedPromise]:
    """What is known of the promises of these reports."""
    return [followed for report in reports for followed in context.site.followed_in[report.id]]


def promise_row(context: PageContext, followed: TrackedPromise, number: int, *, alone: bool) -> PromiseRow:
    """A promise as a row of a table that is of its text alone, or of several texts."""
    promise, written, evidence = followed.promise, followed.follow_up, followed.evidence
    said = passage(context, promise) if alone else context.marked(source_line(context, promise))
    basis = context.basis_of(promise)
    return PromiseRow(
        number,
        promise.id,
        row_anchor(promise, alone=alone),
        promise.formerly if alone else (),
        evidence,
        promise.themes[0],
        context.theme(promise.themes[0]),
        summary(context, promise),
        Link(said, context.statement_path(promise)),
        _due(context, promise),
        context.time_of(promise) + (context.word("list.semicolon") + basis if basis else ""),
        evidence_word(context, evidence),
        _reckoned(context, followed.arithmetic),
        context.localized(written.because) if written else Markup(""),
        written.searched if written else (),
        tuple(_later(context, words, alone=alone) for words in followed.later),
        _wording_path(context, followed),
    )


def _wording_path(context: PageContext, followed: TrackedPromise) -> str:
    """The way to a promise beside its later words, word by word."""
    promise = followed.promise
    there = followed.later and context.site.later(context.site.reports[promise.report])
    return f"{context.path('wording', promise.report)}#{promise.id}" if there else ""


def row_anchor(promise: Statement, *, alone: bool) -> str:
    """The place of a promise's row: its id, in a table of several texts behind that of its text."""
    return promise.id if alone else f"{promise.report}.{promise.id}"


def passage(context: PageContext, words: Statement | UnmarkedWords) -> Markup:
    """Where words stand, on a page that is of one district: report and paragraph."""
    report = context.site.reports[words.report]
    return context.word("source.passage", report=context.plain(report.short), block=words.block[1:])


def _due(context: PageContext, promise: Statement) -> Markup:
    """By when a promise is due; of one without a date, that none is stated."""
    due = context.time_of(promise)
    return context.word("card.by") + " " + due if promise.times else due


def _reckoned(context: PageContext, arithmetic: str) -> Markup:
    """What the site reckons of two sentences, said as its own reckoning; nothing where there is nothing to reckon."""
    if not arithmetic:
        return Markup("")
    said = context.words(f"arithmetic.{arithmetic}")
    return context.marked(said if arithmetic == "indeterminate" else context.words("follow.computed", said=said))


def _later(context: PageContext, words: Statement | UnmarkedWords, *, alone: bool) -> LaterWords:
    source = passage(context, words) if alone else context.marked(source_line(context, words))
    if isinstance(words, UnmarkedWords):
        path = context.block_path(words.report, words.block)
        nothing = Markup("")
        english = context.marked(words.english) if context.language == "en" else nothing
        return LaterWords("", english, words.quote, path, source, context.word("follow.unmarked"), nothing, None)
    stated = summary(context, words)
    remark = context.word("list.semicolon").join(filter(None, (stated.period, stated.scope)))
    answer = answer_of_words(context, words)
    return LaterWords(stated.kind, stated.gloss, stated.quote, stated.path, source, remark, stated.caution, answer)
