"""Every download by its path: each table as CSV and JSON, their description, the texts and the captures.

What they hold is left to the rooms beside this one.
"""

from __future__ import annotations

from ..corpus.join import Corpus
from .formats import csv_bytes, json_bytes, json_rows
from .package import descriptor
from .tables import TABLES


def data_files(corpus: Corpus) -> dict[str, bytes]:
    """The downloads by their paths from the site's top."""
    files: dict[str, bytes] = {}
    csv_files: dict[str, bytes] = {}
    for table in TABLES:
        names, rows = [column.name for column in table.columns], list(table.cells(corpus))
        csv_files[table.name] = files[f"data/{table.name}.csv"] = csv_bytes(names, rows)
        files[f"data/{table.name}.json"] = json_rows(names, rows)
    for report in corpus.library.reports:
        files[f"data/texts/{report.id}.txt"] = report.text.encode()
        files[f"data/sources/{report.id}.txt"] = report.source.encode()
    files["data/datapackage.json"] = json_bytes(descriptor(corpus.library.site, csv_files))
    return files
