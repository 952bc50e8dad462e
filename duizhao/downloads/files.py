"""Every download by its path: each table as CSV and JSON, all of them in a zip, their description, the texts and the
captures, the collation tables.

What they hold is left to the rooms beside this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ..cache import digest
from ..content.locale import Words
from ..corpus.join import Corpus
from ..kept import File, KeepingAll, all_made_anew, one_of
from ..progress import Watch, unwatched
from .collation_files import collation_files
from .formats import described
from .package import collation_resources, descriptor, table_resources, text_resources, zip_resources
from .parts import table_files
from .tables import TABLES
from .texts import text_files
from .zipped import zip_files


def data_files(
    corpus: Corpus, words: Words, keeping: KeepingAll = all_made_anew, watch: Watch = unwatched
) -> dict[str, File]:
    """The downloads by their paths from the site's top, described in the words of one language. Raises WordError.

    Those of texts and of tables, of all reports and of one, may be kept that stand as they are to be.
    """
    files: dict[str, File] = {}
    tables = {table.name: table_files(corpus, table, keeping) for table in TABLES}
    for made in tables.values():
        for csv_file, json_file in zip(made.csv.items(), made.json.items(), strict=True):
            files |= {f"data/{path}": data for path, data in (csv_file, json_file)}
    texts = tuple(text_files(corpus, keeping))
    files |= {f"data/{file.path}": file.data for file in texts}
    collations = tuple(collation_files(corpus, words, partial(one_of, keeping)))
    files |= {f"data/{file.path}": file.data for file in collations}
    of_tables = list(table_resources({name: made.csv for name, made in tables.items()}, words))
    whole = descriptor(corpus.library.site, words)
    alone = {"datapackage.json": described(whole, of_tables, "resources")}
    csv_files = {path: file for made in tables.values() for path, file in made.csv.items()}
    zips = keeping("data zips", digest(alone.values()), partial(_zipped, alone | csv_files, watch))
    files |= zips
    resources = (
        *of_tables,
        *zip_resources(zips, words),
        *text_resources(texts, words),
        *collation_resources(collations, words),
    )
    files["data/datapackage.json"] = described(whole, resources, "resources")
    return files


def _zipped(files: Mapping[str, File], watch: Watch) -> Iterator[tuple[str, bytes]]:
    return ((f"data/{path}", data) for path, data in zip_files(files, watch))
