"""What a download is made of: columns, each with what it holds and how a row gives it, and the tables of them.

Which tables and columns there are is left to `tables`, how they are written to `formats`, and how what they hold is
said to the interface words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from ..content.locale import Words
from ..content.records import Report
from ..content.schema import Bilingual
from ..content.vocabulary import (
    ARITHMETIC,
    ASPECTS,
    BASES,
    CHECKS,
    EVIDENCE,
    GROUNDS,
    INITIATIVE_KINDS,
    KINDS,
    LEVELS,
    OPERATORS,
    PERIOD_BASES,
    READINGS,
    REPORT_KINDS,
    STRENGTHS,
    TERM_SOURCES,
)
from ..corpus.join import Corpus

# The interface words that say the codes of each vocabulary; all others are said by data.code.
_SAID_BY: dict[tuple[str, ...], str] = {
    REPORT_KINDS: "report",
    BASES: "basis",
    PERIOD_BASES: "basis",
    READINGS: "reading",
    KINDS: "kind",
    STRENGTHS: "strength",
    OPERATORS: "operator",
    ASPECTS: "aspect",
    EVIDENCE: "evidence",
    ARITHMETIC: "arithmetic",
    INITIATIVE_KINDS: "initiative-kind",
    LEVELS: "level",
    GROUNDS: "ground",
    TERM_SOURCES: "term-source",
    CHECKS: "card",
}
Value = str | int | bool | Decimal | tuple[str, ...] | None
Row = TypeVar("Row")
# The types of columns, in Table Schema's words. The values of an array are tuples.
TYPES = ("string", "integer", "number", "boolean", "array")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, its type, the interface word that says what it holds, and its value in a row.

    `codes` are all that it may hold, where that is a closed vocabulary; `language` is that of one of a pair of columns.
    """

    name: str
    type: str
    word: str
    value: Callable[[Row], Value]
    codes: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Row]):
    """A download: its name, its rows and columns, its key, and the columns that name rows of others.

    Rows are those of some reports; one that is `whole` has all its rows in one file, however many reports there are.
    """

    name: str
    rows: Callable[[Corpus, Iterable[Report]], Iterable[Row]]
    columns: tuple[Column[Row], ...]
    key: tuple[str, ...]
    foreign: tuple[tuple[str, str], ...] = ()
    whole: bool = False

    def cells(self, corpus: Corpus, reports: Iterable[Report] | None = None) -> Iterator[tuple[Value, ...]]:
        """The values of every row, in the order of the columns; of all reports where none are given."""
        for row in self.rows(corpus, corpus.library.reports if reports is None else reports):
            yield tuple([column.value(row) for column in self.columns])


def read_text(report: Report) -> None:
    """Reads the blocks of a text in which a row tells a place: what is read of a statement has none."""
    _ = report.blocks


def text(name: str, word: str, value: Callable[[Row], str], codes: tuple[str, ...] = ()) -> Column[Row]:
    """A column of words; '' where there are none."""
    return Column(name, "string", word, value, codes)


def texts(name: str, word: str, value: Callable[[Row], tuple[str, ...]]) -> Column[Row]:
    """A column of any number of words or ids."""
    return Column(name, "array", word, value)


def count(name: str, word: str, value: Callable[[Row], int | None]) -> Column[Row]:
    """A column of whole numbers; empty where there is none."""
    return Column(name, "integer", word, value)


def number(name: str, word: str, value: Callable[[Row], Decimal | None]) -> Column[Row]:
    """A column of figures, exactly as they are; empty where there is none."""
    return Column(name, "number", word, value)


def flag(name: str, word: str, value: Callable[[Row], bool]) -> Column[Row]:
    """A column of true and false."""
    return Column(name, "boolean", word, value)


def pair(name: str, word: str, value: Callable[[Row], Bilingual | None]) -> tuple[Column[Row], Column[Row]]:
    """Two columns of the same words, in Chinese and in English; '' where there are none."""

    def said(row: Row, language: str) -> str:
        both = value(row)
        return both[language] if both else ""

    return (
        Column(f"{name}_zh", "string", word, lambda row: said(row, "zh"), language="zh"),
        Column(f"{name}_en", "string", word, lambda row: said(row, "en"), language="en"),
    )


def pairs(name: str, word: str, value: Callable[[Row], tuple[Bilingual, ...]]) -> tuple[Column[Row], Column[Row]]:
    """Two columns of any number of the same words, in Chinese and in English; the English is none on a Chinese site."""
    return (
        Column(f"{name}_zh", "array", word, lambda row: tuple(both.zh for both in value(row)), language="zh"),
        Column(f"{name}_en", "array", word, lambda row: tuple(b.en for b in value(row) if b.en), language="en"),
    )


def family_of(column: Column[Row]) -> str:
    """The interface words that say the codes of a column: what stands before the dot and the code."""
    return _SAID_BY.get(column.codes, "data.code")


def said_codes(column: Column[Row], words: Words) -> tuple[tuple[str, str], ...]:
    """The codes of a column, each with what it says; '' in English, of which they are words."""
    family = family_of(column)
    return tuple((code, "" if words.language == "en" else words(f"{family}.{code}")) for code in column.codes)


def said_of(column: Column[Row], words: Words) -> str:
    """What a column holds, in words, with its language where it is one of a pair; its codes are left out."""
    said = words(f"data.column.{column.word}")
    return words(f"data.in.{column.language}", what=said) if column.language else said
