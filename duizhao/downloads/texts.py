"""The texts among the downloads: each report's own, its English and its capture, with their paths in the package.

What tables say of them is left to `report_tables`, how they are described to `package`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.english_quotes import english_text
from ..content.records import Report
from ..corpus.join import Corpus


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text to download: its path in the package, what it is (one of TEXT_KINDS), and its bytes."""

    path: str
    kind: str
    report: Report
    data: bytes


TEXT_KINDS = ("text", "translation", "source", "layer")
# A capture of these would be shown, and its scripts run, as if it were a page of this site.
_MARKUP = ("html", "htm", "mhtml", "xml")


def text_path(report: Report) -> str:
    return f"texts/{report.id}.txt"


def translation_path(report: Report) -> str:
    return f"texts/{report.id}.en.txt"


def capture_path(report: Report) -> str:
    """The path of a report's capture, byte for byte as it was found."""
    kind = report.capture_name.rsplit(".", 1)[-1]
    return f"sources/{report.id}.{kind}{'.txt' if kind in _MARKUP else ''}"


def layer_path(report: Report) -> str:
    """The path of the text that was taken out of a capture that is none itself; '' where it is one."""
    return f"sources/{report.id}.text.txt" if report.text_layer else ""


def text_files(corpus: Corpus) -> Iterator[TextFile]:
    """Every text; of a report without English there are two."""
    for report in corpus.library.reports:
        yield TextFile(text_path(report), "text", report, report.text.encode())
        if report.translated:
            yield TextFile(translation_path(report), "translation", report, english_text(report.blocks).encode())
        yield TextFile(capture_path(report), "source", report, report.capture_data or report.source.encode())
        if report.text_layer:
            yield TextFile(layer_path(report), "layer", report, report.layer_data or report.source.encode())
