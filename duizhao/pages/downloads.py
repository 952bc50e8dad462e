"""The page of the downloads: every table with its columns, and the texts; of many texts, pages for parts of them."""

from __future__ import annotations

from collections.abc import Iterator, Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ..corpus.join import Corpus
from ..downloads.collation_files import document_path, table_path
from ..downloads.columns import Table, said_codes, said_of
from ..downloads.parts import files_of
from ..downloads.tables import TABLES
from ..downloads.texts import text_path, translation_path
from ..downloads.zipped import zip_path
from .context import PageContext
from .frame import Link, Page, deferred
from .parts.cells import silence_of_all
from .parts.prose import introduction
from .parts.splits import (
    ROOMS,
    Near,
    Placed,
    WayTo,
    near_of,
    part_title,
    place_in,
    places_of,
    texts_in_parts,
    ways_above,
    ways_to_parts,
)

# Parts lie behind a name of their own: data/texts holds the texts themselves.
_LIST, _BASE = "data", ("data", "of")


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
    """The downloads with their dictionary; `silent` says why there is no text among them.

    The files of many texts stand on pages of parts, to which `parts` lead; `near` leads from a part to the others.
    """

    title: Markup
    introduction: Markup
    tables: tuple[TableView, ...]
    collations: tuple[CollationFiles, ...]
    texts: tuple[TextFile, ...]
    package: str
    zip: str
    silent: Markup
    parts: tuple[WayTo, ...] = ()
    near: Near | None = None


def downloads_pages(context: PageContext) -> Iterator[Page]:
    """The page of the downloads, and those of the parts of their texts."""
    title = context.words("data.texts")
    for _, names, _ in places_of(context.site.once(_parts)):
        if not names:
            frame = context.frame((_LIST,), context.words("nav.data"), _LIST)
        else:
            crumbs = (context.page(_LIST), *ways_above(context, _BASE, title, names)[1:])
            frame = context.frame((*_BASE, *names), part_title(context, title, names), _LIST, crumbs)
        yield Page("data.html", frame, deferred(_view, context, names))


def _parts(site: Corpus) -> dict[str, Placed[str]]:
    reports = site.library.reports
    return texts_in_parts(site, _LIST, [report.id for report in reports], ROOMS["files"])


def _view(context: PageContext, names: tuple[str, ...]) -> DownloadsView:
    here, title = context.site.once(_parts)[place_in(_LIST, names)], context.words("data.texts")
    reports = [context.site.reports[one] for one in here.part.items] if not here.part.parts else []
    texts = (
        TextFile(
            Link(context.marked(context.full_name(report)), f"data/{text_path(report)}"),
            f"{len(report.text):,}",
            f"data/{translation_path(report)}" if report.translated else "",
        )
        for report in reports
    )
    return DownloadsView(
        context.marked(part_title(context, title, names)) if names else context.word("nav.data"),
        Markup("") if names else introduction(context, "data", context.path(_LIST)),
        () if names else tuple(_table(context, table) for table in TABLES),
        tuple(_collations(context, names, {report.id for report in reports})),
        tuple(texts),
        "data/datapackage.json",
        f"data/{zip_path(1)}",
        Markup("") if here.part.items else silence_of_all(context),
        ways_to_parts(context, _BASE, here.part, lambda texts: context.word("texts.all", count=len(texts))),
        _near(context, title, here),
    )


def _near(context: PageContext, title: str, here: Placed[str]) -> Near | None:
    """What is near a part; above the first parts is the page of all downloads."""
    found = near_of(context, _BASE, title, here)
    return replace(found, whole=context.page(_LIST)) if found and len(here.part.names) == 1 else found


def _collations(context: PageContext, names: tuple[str, ...], reports: AbstractSet[str]) -> Iterator[CollationFiles]:
    for report in context.site.by_date(names[0]) if names else context.site.in_order:
        if report.id in reports and (count := len(context.site.followed_in[report.id])):
            name, document = context.marked(context.full_name(report)), document_path(report, context.language)
            link = Link(name, context.path("follow-up", report.id))
            yield CollationFiles(link, f"data/{table_path(report)}", f"data/{document}", count)


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
