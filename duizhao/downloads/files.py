"""Every download by its path: each table as CSV and JSON, their description, the texts and the captures,
the collation tables.

What they hold is left to the rooms beside this one.
"""

from __future__ import annotations

from functools import partial

from ..content.locale import Words
from ..corpus.join import Corpus
from ..kept import File, KeepingAll, all_made_anew, one_of
from .collation_files import collation_files
from .formats import described
from .package import descriptor, resources_of
from .parts import table_files
from .tables import TABLES
from .texts import text_files


def data_files(corpus: Corpus, words: Words, keeping: KeepingAll = all_made_anew) -> dict[str, File]:
    """The downloads by their paths from the site's top, described in the words of one language. Raises WordError.

    Those of tables, of all reports and of one, may be kept that stand as they are to be.
    """
    files: dict[str, File] = {}
    tables = {table.name: table_files(corpus, table, keeping) for table in TABLES}
    for made in tables.values():
        for csv_file, json_file in zip(made.csv.items(), made.json.items(), strict=True):
            files |= {f"data/{path}": data for path, data in (csv_file, json_file)}
    texts = tuple(text_files(corpus))
    files |= {f"data/{file.path}": file.data for file in texts}
    collations = tuple(collation_files(corpus, words, partial(one_of, keeping)))
    files |= {f"data/{file.path}": file.data for file in collations}
    csv_files = {name: made.csv for name, made in tables.items()}
    resources = resources_of(csv_files, texts, collations, words)
    files["data/datapackage.json"] = described(descriptor(corpus.library.site, words), resources, "resources")
    return files
