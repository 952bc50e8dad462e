"""What a download is made of: columns, each with what it holds and how a row gives it, and the tables of them.

Which tables and columns there are is left to `tables`, how they are written to `formats`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from ..corpus.join import Corpus

Value = str | int | bool | Decimal | tuple[str, ...] | None
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, its type in Table Schema's words, what it holds, and its value in a row.

    The values of a column with `many` are tuples, which CSV writes with `;` between.
    """

    name: str
    type: str
    doc: str
    value: Callable[[Row], Value]
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Row]):
    """A download: its name, what one row is, its rows and columns, its key, the columns that name rows of others."""

    name: str
    doc: str
    rows: Callable[[Corpus], Iterable[Row]]
    columns: tuple[Column[Row], ...]
    key: tuple[str, ...]
    foreign: tuple[tuple[str, str], ...] = ()

    def cells(self, corpus: Corpus) -> Iterator[tuple[Value, ...]]:
        """The values of every row, in the order of the columns."""
        for row in self.rows(corpus):
            yield tuple(column.value(row) for column in self.columns)


def text(name: str, doc: str, value: Callable[[Row], str]) -> Column[Row]:
    """A column of words; '' where there are none."""
    return Column(name, "string", doc, value)


def texts(name: str, doc: str, value: Callable[[Row], tuple[str, ...]]) -> Column[Row]:
    """A column of any number of words or ids."""
    return Column(name, "string", doc, value, many=True)


def count(name: str, doc: str, value: Callable[[Row], int]) -> Column[Row]:
    """A column of whole numbers."""
    return Column(name, "integer", doc, value)


def number(name: str, doc: str, value: Callable[[Row], Decimal | None]) -> Column[Row]:
    """A column of figures, exactly as they are; empty where there is none."""
    return Column(name, "number", doc, value)


def flag(name: str, doc: str, value: Callable[[Row], bool]) -> Column[Row]:
    """A column of true and false."""
    return Column(name, "boolean", doc, value)
