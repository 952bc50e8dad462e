"""Every download by its path: each table as CSV and JSON, their description, the texts and the captures,
the collation tables.

What they hold is left to the rooms beside this one.
"""

from __future__ import annotations

from ..content.locale import Words
from ..corpus.join import Corpus
from .collation_files import collation_files
from .formats import csv_bytes, json_bytes, json_rows
from .package import descriptor
from .tables import TABLES
from .texts import text_files


def data_files(corpus: Corpus, words: Words) -> dict[str, bytes]:
    """The downloads by their paths from the site's top, described in the words of one language. Raises WordError."""
    files: dict[str, bytes] = {}
    csv_files: dict[str, bytes] = {}
    for table in TABLES:
        names, rows = [column.name for column in table.columns], list(table.cells(corpus))
        csv_files[table.name] = files[f"data/{table.name}.csv"] = csv_bytes(names, rows)
        files[f"data/{table.name}.json"] = json_rows(names, rows)
    texts = tuple(text_files(corpus))
    files |= {f"data/{file.path}": file.data for file in texts}
    collations = tuple(collation_files(corpus, words))
    files |= {f"data/{file.path}": file.data for file in collations}
    files["data/datapackage.json"] = json_bytes(descriptor(corpus.library.site, csv_files, texts, collations, words))
    return files
