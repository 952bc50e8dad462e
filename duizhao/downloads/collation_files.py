"""The collation tables among the downloads: of each the table for spreadsheets, and a document in every language.

What they hold is left to `collation_table` and `collation_document`, how they are described to `package`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.locale import Words
from ..content.records import Report
from ..corpus.collation import Collation, collations
from ..corpus.join import Corpus
from .collation_document import collation_document, document_title
from .collation_table import Pair, collation_table, table_name
from .columns import Table
from .formats import csv_bytes


@dataclass(frozen=True, slots=True)
class CollationFile:
    """A collation table to download: its path in the package, its bytes, and what it is called.

    `table` is how its columns are described, None of a document; `language` is that of a document.
    """

    path: str
    data: bytes
    title: str
    table: Table[Pair] | None = None
    language: str = ""

    @property
    def name(self) -> str:
        """What the file is called in the description of the downloads."""
        return self.path.rpartition("/")[2].rsplit(".", 1)[0].replace(".", "-")


def table_path(report: Report) -> str:
    return f"collations/{table_name(report.id)}.csv"


def document_path(report: Report, language: str) -> str:
    return f"collations/{table_name(report.id)}.{language}.docx"


def collation_files(corpus: Corpus, words: Words) -> Iterator[CollationFile]:
    """Every file of every table that has a promise; what they are called is said in the words' language."""
    for found in collations(corpus):
        if found.promises:
            yield from _files(corpus, found, words)


def _files(corpus: Corpus, found: Collation, words: Words) -> Iterator[CollationFile]:
    table = collation_table(found)
    title = document_title(corpus, found, words)
    data = csv_bytes([column.name for column in table.columns], table.cells(corpus))
    yield CollationFile(table_path(found.report), data, title, table)
    for language in corpus.library.site.languages:
        document = collation_document(corpus, found, Words(words.strings, language))
        yield CollationFile(document_path(found.report, language), document, title, None, language)
