"""The tables of what all reports share, as it was written: the second half of the data contract.

The tables of what the reports say are left to `report_tables`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.records import District, Indicator, Initiative, RefusedCell, Term, Theme
from ..content.vocabulary import ASPECTS, CELL_STATES, INITIATIVE_KINDS, LEVELS, TERM_SOURCES
from ..corpus.join import Corpus
from .columns import Table, flag, pair, text, texts

DISTRICTS: Table[District] = Table(
    name="districts",
    whole=True,
    rows=lambda corpus, _: corpus.library.districts,
    columns=(
        text("id", "id", lambda d: d.id),
        *pair("name", "name", lambda d: d.name),
        *pair("city", "city", lambda d: d.city),
        text("adcode", "adcode", lambda d: d.adcode),
        *pair("note", "remark", lambda d: d.note),
        texts("formerly", "former-ids", lambda d: d.formerly),
    ),
    key=("id",),
)

THEMES: Table[Theme] = Table(
    name="themes",
    whole=True,
    rows=lambda corpus, _: corpus.library.themes,
    columns=(
        text("id", "id", lambda t: t.id),
        *pair("name", "name", lambda t: t.name),
        texts("formerly", "former-ids", lambda t: t.formerly),
    ),
    key=("id",),
)


@dataclass(frozen=True, slots=True)
class _Refusal:
    theme: str
    cell: RefusedCell


def _refusals(corpus: Corpus) -> Iterator[_Refusal]:
    """Each cell that refuses, once: of two for one district the first counts, as it does on the pages."""
    for theme in corpus.library.themes:
        for cell in {cell.district: cell for cell in reversed(theme.refuses)}.values():
            yield _Refusal(theme.id, cell)


REFUSALS: Table[_Refusal] = Table(
    name="refusals",
    whole=True,
    rows=lambda corpus, _: _refusals(corpus),
    columns=(
        text("theme", "theme", lambda r: r.theme),
        text("district", "district", lambda r: r.cell.district),
        text("state", "cell-state", lambda r: r.cell.state, CELL_STATES),
        *pair("because", "ground", lambda r: r.cell.because),
        texts("statements", "refused-statements", lambda r: r.cell.statements),
    ),
    key=("theme", "district"),
    foreign=(("theme", "themes"), ("district", "districts")),
)

INDICATORS: Table[Indicator] = Table(
    name="indicators",
    whole=True,
    rows=lambda corpus, _: corpus.library.indicators,
    columns=(
        text("id", "id", lambda i: i.id),
        *pair("name", "name", lambda i: i.name),
        text("unit", "base-unit", lambda i: i.unit),
        text("theme", "theme", lambda i: i.theme),
        *pair("definition", "definition", lambda i: i.definition),
        *pair("comparison", "comparison", lambda i: i.comparison),
        flag("stock", "stock", lambda i: i.stock),
        text("aspect", "indicator-aspect", lambda i: i.aspect, ASPECTS),
        texts("formerly", "former-ids", lambda i: i.formerly),
    ),
    key=("id",),
    foreign=(("theme", "themes"),),
)

INITIATIVES: Table[Initiative] = Table(
    name="initiatives",
    whole=True,
    rows=lambda corpus, _: corpus.library.initiatives,
    columns=(
        text("id", "id", lambda i: i.id),
        *pair("name", "name", lambda i: i.name),
        text("kind", "initiative-kind", lambda i: i.kind, INITIATIVE_KINDS),
        texts("aliases", "aliases", lambda i: i.aliases),
        texts("not", "not", lambda i: i.not_these),
        texts("districts", "districts", lambda i: i.districts),
        *pair("note", "remark", lambda i: i.note),
        texts("formerly", "former-ids", lambda i: i.formerly),
    ),
    key=("id",),
)

TERMS: Table[Term] = Table(
    name="terms",
    whole=True,
    rows=lambda corpus, _: corpus.library.terms,
    columns=(
        text("id", "id", lambda t: t.id),
        text("zh", "term", lambda t: t.zh),
        texts("aliases", "other-wordings", lambda t: t.aliases),
        texts("not", "not", lambda t: t.not_these),
        text("pinyin", "pinyin", lambda t: t.pinyin),
        text("en", "term-in-english", lambda t: t.en),
        *pair("meaning", "meaning", lambda t: t.meaning),
        text("level", "level", lambda t: t.level, LEVELS),
        texts("forms", "forms", lambda t: t.forms),
        text("source", "term-source", lambda t: t.source, TERM_SOURCES),
        text("level_source", "level-source", lambda t: t.level_source, TERM_SOURCES),
        *pair("source_note", "source-note", lambda t: t.source_note),
        texts("formerly", "former-ids", lambda t: t.formerly),
    ),
    key=("id",),
)
