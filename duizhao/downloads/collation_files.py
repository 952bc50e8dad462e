"""The collation tables among the downloads: of each the table for spreadsheets, and a document in every language.

What they hold is left to `collation_table` and `collation_document`, how they are described to `package`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..content.locale import Words
from ..content.records import Report
from ..content.vocabulary import LANGUAGES
from ..corpus.collation import Collation, collation_of, collations
from ..corpus.join import Corpus
from ..kept import File, Keeping, made_anew
from .collation_document import collation_document, document_title
from .collation_table import Pair, collation_table, table_name
from .columns import Table
from .formats import csv_bytes

# What the name of a document ends in; a report's id may end so, too.
_ENDINGS = tuple(f"-{language}" for language in LANGUAGES)


@dataclass(frozen=True, slots=True)
class CollationFile:
    """A collation table to download: its path in the package, its bytes, and what it is called.

    `table` is how its columns are described, None of a document; `language` is that of a document.
    """

    path: str
    data: File
    title: str
    table: Table[Pair] | None = None
    language: str = ""

    @property
    def name(self) -> str:
        """What the file is called in the description of the downloads, whatever else is described there.

        The table of a report `x-en` has its ending in its name, since the English document of a report `x` is called
        `collation-x-en`.
        """
        whole = self.path.rpartition("/")[2]
        stem = whole.rpartition(".")[0]
        return whole if stem.endswith(_ENDINGS) else stem.replace(".", "-")


def table_path(report: Report) -> str:
    return f"collations/{table_name(report.id)}.csv"


def document_path(report: Report, language: str) -> str:
    return f"collations/{table_name(report.id)}.{language}.docx"


def collation_files(corpus: Corpus, words: Words, keeping: Keeping = made_anew) -> Iterator[CollationFile]:
    """Every file of every table that has a promise; what they are called is said in the words' language."""
    for found in collations(corpus):
        if found.promises:
            yield from _files(corpus, found, words, keeping)


def _files(corpus: Corpus, found: Collation, words: Words, keeping: Keeping) -> Iterator[CollationFile]:
    title, path = document_title(corpus, found, words), table_path(found.report)
    data = keeping(f"data/{path}", partial(_table, corpus, found.report.id))
    yield CollationFile(path, data, title, collation_table(found))
    for language in corpus.library.site.languages:
        path, own = document_path(found.report, language), Words(words.strings, language)
        data = keeping(f"data/{path}", partial(_document, corpus, found.report.id, own))
        yield CollationFile(path, data, title, None, language)


# They are told which report's, and look for its table themselves: what is read of others is none of theirs.


def _table(corpus: Corpus, report: str) -> bytes:
    table = collation_table(collation_of(corpus, corpus.reports[report]))
    return csv_bytes([column.name for column in table.columns], table.cells(corpus, ()))


def _document(corpus: Corpus, report: str, words: Words) -> bytes:
    return collation_document(corpus, collation_of(corpus, corpus.reports[report]), words)
