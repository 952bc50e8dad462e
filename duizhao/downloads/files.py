"""Every download by its path: each table as CSV and JSON, their description, the texts and the captures.

What they hold is left to the rooms beside this one.
"""

from __future__ import annotations

from ..content.records import Report
from ..corpus.join import Corpus
from .formats import csv_bytes, json_bytes, json_rows
from .package import descriptor
from .tables import TABLES

# A capture of these would be shown, and its scripts run, as if it were a page of this site.
_MARKUP = ("html", "htm", "mhtml", "xml")


def capture_path(report: Report) -> str:
    """The path of a report's capture, byte for byte as it was found."""
    kind = report.capture_name.rsplit(".", 1)[-1]
    return f"data/sources/{report.id}.{kind}{'.txt' if kind in _MARKUP else ''}"


def layer_path(report: Report) -> str:
    """The path of the text that was taken out of a capture that is none itself; '' where it is one."""
    return f"data/sources/{report.id}.text.txt" if report.text_layer else ""


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
        files[capture_path(report)] = report.capture_data or report.source.encode()
        if report.text_layer:
            files[layer_path(report)] = report.source.encode()
    files["data/datapackage.json"] = json_bytes(descriptor(corpus.library.site, csv_files))
    return files
