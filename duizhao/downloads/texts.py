"""The texts among the downloads: each report's own, its English and its capture, with their paths in the package.

What tables say of them is left to `report_tables`, how they are described to `package`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..content.english_quotes import english_text
from ..content.records import Report
from ..corpus.join import Corpus
from ..kept import File, KeepingAll, all_made_anew


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text to download: its path in the package, what it is (one of TEXT_KINDS), and its bytes."""

    path: str
    kind: str
    report: Report
    data: File


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


def text_files(corpus: Corpus, keeping: KeepingAll = all_made_anew) -> Iterator[TextFile]:
    """Every text; of a report without English there are two. Those of a report may be kept together."""
    for report in corpus.library.reports:
        files = keeping(f"data texts {report.id}", "", partial(_made, corpus, report.id))
        yield from (TextFile(path, kind, report, files[f"data/{path}"]) for path, kind in _paths(report))


def _paths(report: Report) -> Iterator[tuple[str, str]]:
    """The path and the kind of each text of a report."""
    yield text_path(report), "text"
    if report.translated:
        yield translation_path(report), "translation"
    yield capture_path(report), "source"
    if report.text_layer:
        yield layer_path(report), "layer"


def _made(corpus: Corpus, name: str) -> Iterator[tuple[str, bytes]]:
    """The texts of a report by their paths in the site. Which it is is looked up here: no other's is read for them."""
    report = corpus.reports[name]
    for path, kind in _paths(report):
        yield f"data/{path}", _bytes_of(report, kind)


def _bytes_of(report: Report, kind: str) -> bytes:
    match kind:
        case "text":
            return report.text.encode()
        case "translation":
            return english_text(report.blocks).encode()
        case "source":
            return report.capture_data or report.source.encode()
        case _:
            return report.layer_data or report.source.encode()
