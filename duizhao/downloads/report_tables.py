"""The tables of what the reports say and of what was found in them: the first half of the data contract.

A column stands once, with its name, what it holds and where its value comes from. The tables of what all reports share
are left to `shared_tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ..content.gathered import Mention
from ..content.left_out import check_of
from ..content.records import Block, Measure, Report, Statement
from ..content.schema import Bilingual
from ..content.vocabulary import (
    ARITHMETIC,
    ASPECTS,
    BASES,
    CHECKS,
    EVIDENCE,
    GROUNDS,
    KINDS,
    OPERATORS,
    PERIOD_BASES,
    READINGS,
    REPORT_KINDS,
    STRENGTHS,
    WITHOUT_QUOTE_EN,
)
from ..corpus.following import TrackedPromise, UnmarkedWords
from ..corpus.join import Corpus, StatedCaution, stated_cautions, stated_elsewhere
from ..corpus.rewordings import RewordedPromise
from ..text.numerals import EXACT
from .columns import Table, count, flag, number, pair, pairs, read_text, text, texts
from .texts import capture_path, text_path, translation_path

MENTIONED = ("initiative", "term")

REPORTS: Table[Report] = Table(
    name="reports",
    whole=True,  # small, and where a reader of the tables begins
    rows=lambda _, reports: reports,
    columns=(
        text("id", "id", lambda r: r.id),
        text("district", "district", lambda r: r.district),
        text("kind", "report-kind", lambda r: r.kind, REPORT_KINDS),
        *pair("title", "title", lambda r: r.title),
        text("date", "time", lambda r: str(r.date)),
        text("date_basis", "basis", lambda r: r.date_basis, BASES),
        text("covers", "covers", lambda r: str(r.covers)),
        text("source_sha256", "source-hash", lambda r: r.source_sha256),
        text("text_sha256", "text-hash", lambda r: r.text_sha256),
        count("paragraphs", "paragraphs", lambda r: sum(not b.level for b in r.blocks)),
        count("characters", "characters", lambda r: len(r.text)),
        text("path", "path", lambda r: f"reports/{r.id}/"),
        *pair("short", "short", lambda r: r.short),
        text("title_basis", "basis", lambda r: r.title_basis, BASES),
        *pair("title_note", "title-note", lambda r: r.title_note),
        *pair("date_note", "date-note", lambda r: r.date_note),
        *pair("covers_note", "covers-note", lambda r: r.covers_note),
        *pair("speaker", "speaker", lambda r: r.speaker),
        *pair("author", "author", lambda r: r.author),
        *pair("note", "report-note", lambda r: r.note),
        flag("fully_read", "fully-read", lambda r: r.fully_read),
        text("printed_title", "printed", lambda r: r.printed.title),
        text("printed_date", "printed", lambda r: r.printed.date),
        text("printed_byline", "printed", lambda r: r.printed.byline),
        text("printed_source", "printed", lambda r: r.printed.source),
        text("text_path", "text-path", lambda r: text_path(r)),
        text("translation_path", "translation-path", lambda r: translation_path(r) if r.translated else ""),
        text("source_path", "source-path", capture_path),
        *pair("publisher", "publisher", lambda r: r.origin.publisher),
        text("web_address", "web-address", lambda r: r.origin.web_address),
        text("captured", "captured", lambda r: str(r.origin.captured or "")),
        text("shown_as", "shown-as", lambda r: r.origin.shown_as, GROUNDS),
        *pair("origin_note", "origin-note", lambda r: r.origin.note),
    ),
    key=("id",),
    foreign=(("district", "districts"),),
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    report: Report
    block: Block


def _paragraphs(corpus: Corpus, reports: Iterable[Report]) -> Iterator[_Paragraph]:
    del corpus
    return (_Paragraph(report, block) for report in reports for block in report.blocks)


PARAGRAPHS: Table[_Paragraph] = Table(
    name="paragraphs",
    rows=_paragraphs,
    columns=(
        text("report", "report", lambda p: p.report.id),
        text("id", "block-id", lambda p: p.block.id),
        text("kind", "block-kind", lambda p: "heading" if p.block.level else "paragraph", ("heading", "paragraph")),
        count("level", "level-of-heading", lambda p: p.block.level),
        count("start", "span", lambda p: p.block.start),
        count("end", "span", lambda p: p.block.end),
        text("text", "text", lambda p: p.block.text),
        text("translation", "translation", lambda p: p.block.translation or ""),
        text("reading", "reading", lambda p: p.block.reading, READINGS),
    ),
    key=("report", "id"),
    foreign=(("report", "reports"),),
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A statement with what it must not be read without; `cautions` are those of any indicator that it is one of."""

    report: Report
    statement: Statement
    initiatives: tuple[str, ...]
    cautions: tuple[Bilingual, ...]


def _statements(corpus: Corpus, reports: Iterable[Report]) -> Iterator[_Stated]:
    for report in reports:
        for statement in report.statements:
            because = tuple(dict.fromkeys(caution.because for caution in corpus.cautions_of[statement.full_id]))
            yield _Stated(report, statement, corpus.initiatives_of[statement.full_id], because)


def _part_of(statement: Statement) -> str:
    return f"{statement.report}/{statement.part_of}" if statement.part_of else ""


STATEMENTS: Table[_Stated] = Table(
    name="statements",
    rows=_statements,
    columns=(
        text("id", "statement-id", lambda s: s.statement.full_id),
        text("report", "report", lambda s: s.report.id),
        text("district", "district", lambda s: s.report.district),
        text("kind", "kind", lambda s: s.statement.kind, KINDS),
        flag("headline", "headline", lambda s: s.statement.headline),
        text("paragraph", "block", lambda s: s.statement.block),
        count("start", "span", lambda s: s.statement.start),
        count("end", "span", lambda s: s.statement.end),
        text("quote", "quote", lambda s: s.statement.quote),
        text("gloss", "gloss", lambda s: s.statement.gloss),
        texts("themes", "themes", lambda s: s.statement.themes),
        text("modal", "modal", lambda s: s.statement.modal),
        text("strength", "strength", lambda s: s.statement.strength, STRENGTHS),
        text("period", "time", lambda s: str(s.statement.period or "")),
        text("period_basis", "period-basis", lambda s: s.statement.period_basis, PERIOD_BASES),
        texts("initiatives", "initiatives", lambda s: s.initiatives),
        text("part_of", "part-of", lambda s: _part_of(s.statement)),
        *pair("voice", "voice", lambda s: s.statement.voice),
        *pair("scope", "scope", lambda s: s.statement.scope),
        *pair("note", "note", lambda s: s.statement.note),
        *pairs("cautions", "cautions", lambda s: s.cautions),
        texts("formerly", "formerly", lambda s: s.statement.former_ids),
        text("quote_en", "quote-en", lambda s: "" if s.statement.start_en is None else s.statement.quote_en),
        count("start_en", "span-en", lambda s: s.statement.start_en),
        count("end_en", "span-en", lambda s: s.statement.end_en),
        text("without_quote_en", "without-quote-en", lambda s: s.statement.without_quote_en, WITHOUT_QUOTE_EN),
    ),
    key=("id",),
    foreign=(("report", "reports"), ("district", "districts"), ("part_of", "statements")),
)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A measure with the statement that makes it; `cautions` are those of the indicator that it observes.

    `number` is its place among the measures of the statement: one figure may be entered for two things that it counts.
    """

    report: Report
    statement: Statement
    number: int
    measure: Measure
    cautions: tuple[Bilingual, ...]


def _measures(corpus: Corpus, reports: Iterable[Report]) -> Iterator[_Measured]:
    for report in reports:
        for statement in report.statements:
            mine = corpus.cautions_of[statement.full_id]
            for place, measure in enumerate(statement.measures, 1):
                because = tuple(caution.because for caution in mine if caution.indicator == measure.indicator)
                yield _Measured(report, statement, place, measure, because)


def _signed_value(measured: _Measured) -> Decimal | None:
    """The base value, below nought for a fall."""
    value = measured.measure.quantity.base_value
    return EXACT.minus(value) if value is not None and measured.measure.aspect == "decrease" else value


MEASURES: Table[_Measured] = Table(
    name="measures",
    rows=_measures,
    columns=(
        text("statement", "statement", lambda m: m.statement.full_id),
        text("figure", "figure", lambda m: m.measure.figure),
        count("start", "span", lambda m: m.measure.start),
        count("end", "span", lambda m: m.measure.end),
        text("operator", "operator", lambda m: m.measure.operator, OPERATORS),
        number("value", "value", lambda m: m.measure.quantity.value),
        number("value_upper", "value-upper", lambda m: m.measure.quantity.upper),
        text("unit", "unit", lambda m: m.measure.quantity.unit),
        number("base_value", "base-value", lambda m: m.measure.quantity.base_value),
        text("base_unit", "base-unit", lambda m: m.measure.quantity.base_unit),
        text("aspect", "aspect", lambda m: m.measure.aspect, ASPECTS),
        text("indicator", "indicator", lambda m: m.measure.indicator),
        text("period", "time", lambda m: str(m.measure.period or "")),
        *pair("what", "what", lambda m: m.measure.what),
        text("check", "check", lambda m: check_of(m.statement, m.measure), CHECKS),
        number("base_upper", "base-upper", lambda m: m.measure.quantity.base_upper),
        number("signed_value", "signed-value", _signed_value),
        text("report", "report", lambda m: m.report.id),
        text("district", "district", lambda m: m.report.district),
        text("kind", "kind", lambda m: m.statement.kind, KINDS),
        text("period_basis", "measure-basis", lambda m: m.measure.period_basis, PERIOD_BASES),
        *pair("voice", "voice", lambda m: m.statement.voice),
        *pair("scope", "measure-scope", lambda m: m.measure.scope),
        *pair("note", "measure-note", lambda m: m.statement.note),
        *pairs("cautions", "measure-cautions", lambda m: m.cautions),
        count("number", "measure-number", lambda m: m.number),
    ),
    key=("statement", "number"),
    foreign=(
        ("statement", "statements"),
        ("indicator", "indicators"),
        ("report", "reports"),
        ("district", "districts"),
    ),
)

CAUTIONS: Table[StatedCaution] = Table(
    name="cautions",
    whole=True,
    rows=lambda corpus, _: stated_cautions(corpus.library),
    columns=(
        text("indicator", "indicator", lambda c: c.indicator),
        text("statement", "statement", lambda c: c.statement),
        *pair("because", "ground", lambda c: c.because),
    ),
    key=("indicator", "statement", "because_zh"),
    foreign=(("indicator", "indicators"), ("statement", "statements")),
)

ELSEWHERE: Table[StatedCaution] = Table(
    name="elsewhere",
    whole=True,
    rows=lambda corpus, _: stated_elsewhere(corpus.library),
    columns=CAUTIONS.columns,
    key=CAUTIONS.key,
    foreign=CAUTIONS.foreign,
)

FOLLOW_UPS: Table[TrackedPromise] = Table(
    name="follow_ups",
    rows=lambda corpus, reports: (one for report in reports for one in corpus.followed_in[report.id]),
    columns=(
        text("promise", "statement", lambda f: f.promise.full_id),
        texts("later", "later", lambda f: tuple(s.full_id for s in f.statements)),
        text("evidence", "evidence", lambda f: f.evidence, EVIDENCE),
        text("arithmetic", "arithmetic", lambda f: f.arithmetic, ARITHMETIC),
        *pair("because", "ground", lambda f: f.follow_up.because if f.follow_up else None),
        texts("searched", "searched", lambda f: f.follow_up.searched if f.follow_up else ()),
    ),
    key=("promise",),
    foreign=(("promise", "statements"),),
)


@dataclass(frozen=True, slots=True)
class _LaterWords:
    """Words of a later text on a promise that no statement marks, with their place among all later words on it."""

    promise: Statement
    nth: int
    words: UnmarkedWords


def _later_words(corpus: Corpus, reports: Iterable[Report]) -> Iterator[_LaterWords]:
    for report in reports:
        for one in corpus.followed_in[report.id]:
            for place, words in enumerate(one.later, 1):
                if isinstance(words, UnmarkedWords):
                    read_text(corpus.reports[words.report])
                    yield _LaterWords(one.promise, place, words)


@dataclass(frozen=True, slots=True)
class _Reworded:
    """A promise beside later words, with their place among all later words on it: two may be the same words."""

    nth: int
    found: RewordedPromise


def _reworded(corpus: Corpus, reports: Iterable[Report]) -> Iterator[_Reworded]:
    for report in reports:
        for _, ones in groupby(corpus.rewordings_in[report.id], key=lambda one: one.promise.id):
            for place, one in enumerate(ones, 1):
                read_text(corpus.reports[one.later.report])
                yield _Reworded(place, one)


LATER_WORDS: Table[_LaterWords] = Table(
    name="later_words",
    rows=_later_words,
    columns=(
        text("promise", "statement", lambda w: w.promise.full_id),
        text("report", "report", lambda w: w.words.report),
        text("paragraph", "block", lambda w: w.words.block),
        count("start", "span", lambda w: w.words.start),
        count("end", "span", lambda w: w.words.end),
        text("text", "quote", lambda w: w.words.quote),
        text("text_en", "quote-in-english", lambda w: w.words.english),
        count("later_place", "later-place", lambda w: w.nth),
    ),
    key=("promise", "later_place"),
    foreign=(("promise", "statements"), ("report", "reports")),
)

REWORDINGS: Table[_Reworded] = Table(
    name="rewordings",
    rows=_reworded,
    columns=(
        text("promise", "statement", lambda r: r.found.promise.full_id),
        text("report", "report", lambda r: r.found.later.report),
        count("start", "span", lambda r: r.found.later.start),
        count("end", "span", lambda r: r.found.later.end),
        count("kept", "kept", lambda r: r.found.rewording.kept),
        count("characters", "letters", lambda r: r.found.rewording.letters),
        texts("changes", "changes", lambda r: r.found.changes),
        count("later_place", "later-place", lambda r: r.nth),
    ),
    key=("promise", "later_place"),
    foreign=(("promise", "statements"), ("report", "reports")),
)


def _mentions(corpus: Corpus, reports: Iterable[Report]) -> Iterator[Mention]:
    """Where the reports name initiatives, then where they name terms."""
    named = [(report.id, kind) for kind in MENTIONED for report in reports]
    return (mention for report, kind in named for mention in corpus.mentions_in[report] if mention.kind == kind)


MENTIONS: Table[Mention] = Table(
    name="mentions",
    rows=_mentions,
    columns=(
        text("subject", "subject", lambda m: m.subject),
        text("report", "report", lambda m: m.report),
        text("paragraph", "block", lambda m: m.block),
        count("start", "span", lambda m: m.start),
        count("end", "span", lambda m: m.end),
        text("text", "quote", lambda m: m.text),
        text("kind", "subject-kind", lambda m: m.kind, MENTIONED),
    ),
    key=("subject", "report", "start"),
    foreign=(("report", "reports"),),
)
