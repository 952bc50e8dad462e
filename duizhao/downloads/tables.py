"""The tables of the downloads: the data contract, written out by hand, apart from the model, so that it can change.

A column stands once, with its name, what it holds and where its value comes from. How tables are written is left to
`formats`, how they are described to `package`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..content.records import (
    Block,
    District,
    Indicator,
    Initiative,
    Measure,
    Report,
    Statement,
    Term,
    Theme,
)
from ..content.schema import Bilingual
from ..content.vocabulary import (
    ARITHMETIC,
    ASPECTS,
    BASES,
    EVIDENCE,
    INITIATIVE_KINDS,
    KINDS,
    LEVELS,
    OPERATORS,
    PERIOD_BASES,
    READINGS,
    REPORT_KINDS,
    STRENGTHS,
)
from ..corpus.join import Corpus, TrackedPromise
from ..corpus.mentions import Mention
from ..text.period import FORMS
from .columns import Table, count, flag, number, text, texts

_ID = "permanent id"
_TIME = f"a time: {FORMS}"
_SPAN = "code points in the report's text, half-open"


def _one_of(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _zh(both: Bilingual | None) -> str:
    return both.zh if both else ""


def _en(both: Bilingual | None) -> str:
    return both.en if both else ""


REPORTS: Table[Report] = Table(
    name="reports",
    doc="a report",
    rows=lambda corpus: corpus.library.reports,
    columns=(
        text("id", _ID, lambda r: r.id),
        text("district", "district", lambda r: r.district),
        text("kind", _one_of(REPORT_KINDS), lambda r: r.kind),
        text("title_zh", "title in Chinese", lambda r: r.title.zh),
        text("title_en", "title in English", lambda r: r.title.en),
        text("date", _TIME, lambda r: str(r.date)),
        text("date_basis", _one_of(BASES), lambda r: r.date_basis),
        text("covers", "the years it looks back and forward to", lambda r: str(r.covers)),
        text("source_sha256", "hash of the capture", lambda r: r.source_sha256),
        text("text_sha256", "hash of the published text", lambda r: r.text_sha256),
        count("paragraphs", "number of paragraphs, headings not counted", lambda r: sum(not b.level for b in r.blocks)),
        count("characters", "code points of the text", lambda r: len(r.text)),
        text("path", "address of its page, from the site's top", lambda r: f"reports/{r.id}/"),
    ),
    key=("id",),
    foreign=(("district", "districts"),),
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    report: Report
    block: Block


def _paragraphs(corpus: Corpus) -> Iterator[_Paragraph]:
    return (_Paragraph(report, block) for report in corpus.library.reports for block in report.blocks)


PARAGRAPHS: Table[_Paragraph] = Table(
    name="paragraphs",
    doc="a heading or paragraph of a report",
    rows=_paragraphs,
    columns=(
        text("report", "report", lambda p: p.report.id),
        text("id", "id within the report", lambda p: p.block.id),
        text("kind", "heading or paragraph", lambda p: "heading" if p.block.level else "paragraph"),
        count("level", "1 to 3 for headings, 0 for paragraphs", lambda p: p.block.level),
        count("start", _SPAN, lambda p: p.block.start),
        count("end", _SPAN, lambda p: p.block.end),
        text("text", "the source's words", lambda p: p.block.text),
        text("translation", "English; the Chinese prevails", lambda p: p.block.translation),
        text("reading", _one_of(READINGS), lambda p: p.block.reading),
    ),
    key=("report", "id"),
    foreign=(("report", "reports"),),
)


@dataclass(frozen=True, slots=True)
class _Stated:
    report: Report
    statement: Statement
    initiatives: tuple[str, ...]


def _statements(corpus: Corpus) -> Iterator[_Stated]:
    for report in corpus.library.reports:
        for statement in report.statements:
            yield _Stated(report, statement, corpus.initiatives_of[statement.full_id])


STATEMENTS: Table[_Stated] = Table(
    name="statements",
    doc=f"a {_one_of(KINDS)} that a report states",
    rows=_statements,
    columns=(
        text("id", "permanent id, report/statement", lambda s: s.statement.full_id),
        text("report", "report", lambda s: s.report.id),
        text("district", "district", lambda s: s.report.district),
        text("kind", _one_of(KINDS), lambda s: s.statement.kind),
        flag("headline", "true for a report's headline tasks", lambda s: s.statement.headline),
        text("paragraph", "block in which it stands", lambda s: s.statement.block),
        count("start", _SPAN, lambda s: s.statement.start),
        count("end", _SPAN, lambda s: s.statement.end),
        text("quote", "the words", lambda s: s.statement.quote),
        text("gloss", "what it says, in English", lambda s: s.statement.gloss),
        texts("themes", "themes, the main one first", lambda s: s.statement.themes),
        text("modal", "the word that carries the commitment", lambda s: s.statement.modal),
        text("strength", _one_of(STRENGTHS), lambda s: s.statement.strength),
        text("period", _TIME, lambda s: str(s.statement.period or "")),
        text("period_basis", _one_of(PERIOD_BASES), lambda s: s.statement.period_basis),
        texts("initiatives", "initiatives that it names", lambda s: s.initiatives),
    ),
    key=("id",),
    foreign=(("report", "reports"), ("district", "districts")),
)


@dataclass(frozen=True, slots=True)
class _Measured:
    statement: Statement
    measure: Measure


def _measures(corpus: Corpus) -> Iterator[_Measured]:
    for report in corpus.library.reports:
        for statement in report.statements:
            for measure in statement.measures:
                yield _Measured(statement, measure)


MEASURES: Table[_Measured] = Table(
    name="measures",
    doc="a quantity within a statement",
    rows=_measures,
    columns=(
        text("statement", "statement", lambda m: m.statement.full_id),
        text("figure", "the characters as printed", lambda m: m.measure.figure),
        count("start", _SPAN, lambda m: m.measure.start),
        count("end", _SPAN, lambda m: m.measure.end),
        text("operator", " ".join(OPERATORS), lambda m: m.measure.operator),
        number("value", "the number as printed", lambda m: m.measure.quantity.value),
        number("value_upper", "the upper end of a range, as printed", lambda m: m.measure.quantity.upper),
        text("unit", "the unit as printed, with 万 and 亿", lambda m: m.measure.quantity.unit),
        number("base_value", "the number with 万 and 亿 multiplied out", lambda m: m.measure.quantity.base_value),
        text("base_unit", "the unit without them", lambda m: m.measure.quantity.base_unit),
        text("aspect", " ".join(ASPECTS), lambda m: m.measure.aspect),
        text("indicator", "indicator that it observes", lambda m: m.measure.indicator),
        text("period", _TIME, lambda m: str(m.measure.period or "")),
        text("what_zh", "what is counted, in Chinese", lambda m: _zh(m.measure.what)),
        text("what_en", "what is counted, in English", lambda m: _en(m.measure.what)),
        text("check", "re-read: the build parsed the figure again and agreed", lambda m: "re-read"),
    ),
    key=("statement", "start"),
    foreign=(("statement", "statements"), ("indicator", "indicators")),
)


def _because(followed: TrackedPromise) -> Bilingual | None:
    return followed.follow_up.because if followed.follow_up else None


FOLLOW_UPS: Table[TrackedPromise] = Table(
    name="follow_ups",
    doc="a promise with what later words say of it",
    rows=lambda corpus: corpus.followed.values(),
    columns=(
        text("promise", "statement", lambda f: f.promise.full_id),
        texts("later", "later statements", lambda f: tuple(s.full_id for s in f.later)),
        text("evidence", " ".join(EVIDENCE), lambda f: f.evidence),
        text("arithmetic", f"{' '.join(ARITHMETIC)}, or empty", lambda f: f.arithmetic),
        text("because_zh", "the ground, in Chinese", lambda f: _zh(_because(f))),
        text("because_en", "the ground, in English", lambda f: _en(_because(f))),
        texts("searched", "words that occur in no later text", lambda f: f.follow_up.searched if f.follow_up else ()),
    ),
    key=("promise",),
    foreign=(("promise", "statements"),),
)

MENTIONS: Table[Mention] = Table(
    name="mentions",
    doc="a place where an initiative or a term is named",
    rows=lambda corpus: corpus.mentions,
    columns=(
        text("subject", "initiative or term", lambda m: m.subject),
        text("report", "report", lambda m: m.report),
        text("paragraph", "block", lambda m: m.block),
        count("start", _SPAN, lambda m: m.start),
        count("end", _SPAN, lambda m: m.end),
        text("text", "the words", lambda m: m.text),
    ),
    key=("subject", "report", "start"),
    foreign=(("report", "reports"),),
)

DISTRICTS: Table[District] = Table(
    name="districts",
    doc="a district",
    rows=lambda corpus: corpus.library.districts,
    columns=(
        text("id", _ID, lambda d: d.id),
        text("name_zh", "name in Chinese", lambda d: d.name.zh),
        text("name_en", "name in English", lambda d: d.name.en),
        text("city_zh", "city in Chinese", lambda d: d.city.zh),
        text("city_en", "city in English", lambda d: d.city.en),
        text("adcode", "code of GB/T 2260", lambda d: d.adcode),
        text("note_zh", "remark in Chinese", lambda d: _zh(d.note)),
        text("note_en", "remark in English", lambda d: _en(d.note)),
    ),
    key=("id",),
)

THEMES: Table[Theme] = Table(
    name="themes",
    doc="a subject of the comparison",
    rows=lambda corpus: corpus.library.themes,
    columns=(
        text("id", _ID, lambda t: t.id),
        text("name_zh", "name in Chinese", lambda t: t.name.zh),
        text("name_en", "name in English", lambda t: t.name.en),
    ),
    key=("id",),
)

INDICATORS: Table[Indicator] = Table(
    name="indicators",
    doc="a quantity that sentences state",
    rows=lambda corpus: corpus.library.indicators,
    columns=(
        text("id", _ID, lambda i: i.id),
        text("name_zh", "name in Chinese", lambda i: i.name.zh),
        text("name_en", "name in English", lambda i: i.name.en),
        text("unit", "base unit", lambda i: i.unit),
        text("theme", "theme", lambda i: i.theme),
        text("definition_zh", "what it counts, in Chinese", lambda i: i.definition.zh),
        text("definition_en", "what it counts, in English", lambda i: i.definition.en),
        text("comparison_zh", "what may be compared, in Chinese", lambda i: _zh(i.comparison)),
        text("comparison_en", "what may be compared, in English", lambda i: _en(i.comparison)),
    ),
    key=("id",),
    foreign=(("theme", "themes"),),
)

INITIATIVES: Table[Initiative] = Table(
    name="initiatives",
    doc="a project, programme or place that recurs",
    rows=lambda corpus: corpus.library.initiatives,
    columns=(
        text("id", _ID, lambda i: i.id),
        text("name_zh", "name in Chinese", lambda i: i.name.zh),
        text("name_en", "name in English", lambda i: i.name.en),
        text("kind", " ".join(INITIATIVE_KINDS), lambda i: i.kind),
        texts("aliases", "exact wordings that name it", lambda i: i.aliases),
        texts("not", "wordings that only look alike", lambda i: i.not_these),
        texts("districts", "districts", lambda i: i.districts),
        text("note_zh", "remark in Chinese", lambda i: i.note.zh),
        text("note_en", "remark in English", lambda i: i.note.en),
    ),
    key=("id",),
)

TERMS: Table[Term] = Table(
    name="terms",
    doc="a policy term",
    rows=lambda corpus: corpus.library.terms,
    columns=(
        text("id", _ID, lambda t: t.id),
        text("zh", "the term", lambda t: t.zh),
        texts("aliases", "other wordings", lambda t: t.aliases),
        texts("not", "wordings that only look alike", lambda t: t.not_these),
        text("pinyin", "its reading", lambda t: t.pinyin),
        text("en", "its English", lambda t: t.en),
        text("meaning_zh", "its meaning, in Chinese", lambda t: t.meaning.zh),
        text("meaning_en", "its meaning, in English", lambda t: t.meaning.en),
        text("level", f"{' '.join(LEVELS)}, or empty", lambda t: t.level),
    ),
    key=("id",),
)

# Rows are of as many types as there are tables, and no reader of the tables looks into one.
TABLES: tuple[Table[Any], ...] = (
    REPORTS,
    PARAGRAPHS,
    STATEMENTS,
    MEASURES,
    FOLLOW_UPS,
    MENTIONS,
    DISTRICTS,
    THEMES,
    INDICATORS,
    INITIATIVES,
    TERMS,
)
