"""A statement as lists show it, and its measures as cards show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...content.locale import scope_words
from ...content.records import Measure, Statement
from ...content.times import years_of
from ...corpus.following import UnmarkedWords
from ..context import PageContext
from ..frame import Link
from .answers import Answer, answer_of
from .screens import lines_of


@dataclass(frozen=True, slots=True)
class StatementSummary:
    """A statement as lists show it: its words, its gloss, where it stands.

    `gloss` is the English that leads before the quote, '' on a page where the quote itself leads. `kind_label` is the
    kind for a title, `period` its time or that none is stated, `years` are those of its time, for filters, `scope` what
    it or some of its figures are limited to, and `caution` says why its figures refuse comparison. `answer` is what
    became of a promise. `place` names it on pages that show it once; no id of a record has a full stop.
    """

    kind: str
    kind_word: Markup
    kind_label: str
    gloss: Markup
    quote: str
    path: str
    source: Markup
    period: Markup
    years: str
    strength: Markup
    scope: Markup
    caution: Markup
    answer: Answer | None
    place: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as cards show it; `steps` is how the parser read the figure."""

    figure: str
    wording: Markup
    aspect: Markup
    what: Markup
    scope: Markup
    indicator: Link | None
    steps: tuple[str, ...]


# Pixels beside the words of a statement in a list: where it stands and its time; each remark on it.
_A_STATEMENT, _A_REMARK = 42, 45


def height_of_statement(one: StatementSummary) -> int:
    """About how many pixels of a phone a statement takes in a list."""
    remarks = bool(one.caution) + bool(one.answer)
    return _A_STATEMENT + 23 * (lines_of(one.quote, 21) + lines_of(one.gloss, 37)) + _A_REMARK * remarks


def source_line(context: PageContext, words: Statement | UnmarkedWords) -> str:
    """Where words stand: district, report, paragraph."""
    report = context.site.reports[words.report]
    return context.words(
        "source.line",
        district=context.district_name(report.district),
        report=context.plain(report.short),
        block=words.block[1:],
    )


def summary(context: PageContext, statement: Statement) -> StatementSummary:
    """A statement as lists show it."""
    kind = context.words(f"kind.{statement.kind}")
    return StatementSummary(
        statement.kind,
        context.marked(kind),
        kind,
        leading_gloss(context, statement),
        statement.quote,
        context.statement_path(statement),
        context.marked(source_line(context, statement)),
        context.time_of(statement),
        " ".join(map(str, years_of(statement.times))),
        context.word(f"strength.{statement.strength}") if statement.strength else Markup(""),
        context.marked(scope_words(statement, context.language)),
        _cautions(context, statement),
        answer_of(context, statement),
        f"{statement.report}.{statement.id}",
    )


def _cautions(context: PageContext, statement: Statement) -> Markup:
    said = dict.fromkeys(caution.because for caution in context.site.cautions_of[statement.full_id])
    return Markup(" ").join(context.localized(because) for because in said)


def limits(context: PageContext, statement: Statement) -> str:
    """What a statement must not be read without, for the title of a link to it: its scope and its cautions."""
    scope, cautions = scope_words(statement, context.language), context.site.cautions_of[statement.full_id]
    if not scope and not cautions:
        return ""
    said = (
        (context.words("card.scope"), scope),
        (context.words("refusal"), _cautions(context, statement).striptags()),
    )
    colon = context.words("list.colon")
    return context.words("list.semicolon").join(f"{name}{colon}{words}" for name, words in said if words)


def bytes_of_words(statement: Statement) -> int:
    """How many bytes a page has of a statement's words: its quote and its gloss."""
    return len(statement.quote.encode()) + len((statement.gloss or "").encode())


def summaries(context: PageContext, statements: Iterable[Statement]) -> tuple[StatementSummary, ...]:
    """Statements as lists show them."""
    return tuple(summary(context, statement) for statement in statements)


def leading_gloss(context: PageContext, statement: Statement) -> Markup:
    """The English of a statement where the page leads with it."""
    return context.marked(statement.gloss) if context.language == "en" else Markup("")


def measure_view(context: PageContext, measure: Measure) -> MeasureView:
    """A measure as cards show it."""
    return MeasureView(
        measure.figure,
        context.marked(context.quantity(measure)),
        context.word(f"aspect.{measure.aspect}"),
        context.localized(measure.what),
        context.localized(measure.scope),
        context.indicator(measure.indicator) if measure.indicator else None,
        tuple(_said(context, step) for step in measure.quantity.steps),
    )


def _said(context: PageContext, step: str) -> str:
    """A step of reading a figure; a code, which is English, in words where the page is Chinese."""
    if context.language == "en":
        return step
    return re.sub("→ ([a-z]+)", lambda code: f"→ {context.words(f'operator.{code[1]}')}", step)
