"""The page of the downloads: every table with its columns, and the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..corpus.collation import collations
from ..downloads.collation_files import document_path, table_path
from ..downloads.columns import Table, said_codes, said_of
from ..downloads.parts import files_of
from ..downloads.tables import TABLES
from ..downloads.texts import text_path, translation_path
from .context import PageContext
from .frame import Link, Page
from .parts.cells import silence_of_all
from .parts.prose import introduction


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table: its name, its type, what it holds, and all codes that it may hold, if these are closed.

    Each code stands with what it says, where the page is in another language than the codes.
    """

    name: str
    type: Markup
    doc: Markup
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The two files of a table, or of a part of it, which is called for its district; '' of one that is whole."""

    name: Markup
    csv: str
    json: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table to download: what one row is, in a sentence, its files, how many columns it has and which.

    `said` is how many parts it is in; '' of one that is whole.
    """

    name: str
    doc: Markup
    files: tuple[TableFiles, ...]
    said: Markup
    size: Markup
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class TextFile:
    """A report's text to download, with its length and the path of its English, if it has any."""

    link: Link
    characters: str
    translation: str


@dataclass(frozen=True, slots=True)
class CollationFiles:
    """A collation table to download: the way to its page, its files, and how many promises it has."""

    link: Link
    csv: str
    document: str
    count: int


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """The downloads with their dictionary; `silent` says why there is no text among them."""

    introduction: Markup
    tables: tuple[TableView, ...]
    collations: tuple[CollationFiles, ...]
    texts: tuple[TextFile, ...]
    package: str
    silent: Markup


def downloads_page(context: PageContext) -> Page:
    """The page of the downloads."""
    frame = context.frame(("data",), context.words("nav.data"), "data")
    texts = (
        TextFile(
            Link(context.localized(report.short), f"data/{text_path(report)}"),
            f"{len(report.text):,}",
            f"data/{translation_path(report)}" if report.translated else "",
        )
        for report in context.site.library.reports
    )
    view = DownloadsView(
        introduction(context, "data", frame.path),
        tuple(_table(context, table) for table in TABLES),
        tuple(_collations(context)),
        tuple(texts),
        "data/datapackage.json",
        silence_of_all(context),
    )
    return Page("data.html", frame, view)


def _collations(context: PageContext) -> Iterator[CollationFiles]:
    for found in collations(context.site):
        if found.promises:
            name = context.marked(context.full_name(found.report))
            document = document_path(found.report, context.language)
            link = Link(name, context.path("follow-up", found.report.id))
            yield CollationFiles(link, f"data/{table_path(found.report)}", f"data/{document}", len(found.promises))


def _table(context: PageContext, table: Table[Any]) -> TableView:
    columns = (
        ColumnView(
            c.name,
            context.word(f"data.type.{c.type}"),
            context.marked(said_of(c, context.words)),
            said_codes(c, context.words),
        )
        for c in table.columns
    )
    files = tuple(
        TableFiles(_part_name(context, part), *(f"data/{path}" for path in paths))
        for part, paths in files_of(context.site, table).items()
    )
    return TableView(
        table.name,
        context.word("data.row", row=context.words(f"data.row.{table.name}")),
        files,
        context.word("data.parts", count=len(files)) if len(files) > 1 else Markup(""),
        context.word("count.columns", count=len(table.columns)),
        tuple(columns),
    )


def _part_name(context: PageContext, part: str) -> Markup:
    """What a part of a table is called: its district, and its number from the second on."""
    district, _, number = part.partition(".")
    return context.marked(" ".join(filter(None, (context.district_name(district) if district else "", number))))
