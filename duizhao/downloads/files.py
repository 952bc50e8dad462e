"""Every download by its path: each table as CSV and JSON, their description, the texts and the captures,
the collation tables.

What they hold is left to the rooms beside this one.
"""

from __future__ import annotations

from ..content.locale import Words
from ..corpus.join import Corpus
from ..kept import File, Keeping, made_anew
from .collation_files import collation_files
from .formats import csv_bytes, json_bytes, json_rows
from .package import descriptor
from .tables import TABLES
from .texts import text_files


def data_files(corpus: Corpus, words: Words, keeping: Keeping = made_anew) -> dict[str, File]:
    """The downloads by their paths from the site's top, described in the words of one language. Raises WordError.

    Of the collation tables, which take longest, those may be kept that stand as they are to be.
    """
    files: dict[str, File] = {}
    csv_files: dict[str, bytes] = {}
    for table in TABLES:
        names, rows = [column.name for column in table.columns], list(table.cells(corpus))
        files[f"data/{table.name}.csv"] = csv_files[table.name] = csv_bytes(names, rows)
        files[f"data/{table.name}.json"] = json_rows(names, rows)
    texts = tuple(text_files(corpus))
    files |= {f"data/{file.path}": file.data for file in texts}
    collations = tuple(collation_files(corpus, words, keeping))
    files |= {f"data/{file.path}": file.data for file in collations}
    files["data/datapackage.json"] = json_bytes(descriptor(corpus.library.site, csv_files, texts, collations, words))
    return files
