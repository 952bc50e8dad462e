"""Sites built from a few lines and looked at: their pages as a browser has them."""

from __future__ import annotations

import csv
import functools
import io
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from duizhao.pipeline import built

from .emptiness import empty_boxes
from .han import unmarked_runs
from .links import broken_links
from .nesting import nested
from .parsed import parsed
from .sample import written


@dataclass(frozen=True, slots=True)
class Looked:
    """A site that was built without a mistake, and its pages as a browser has them: whole, valid, nothing empty."""

    files: Mapping[str, bytes]
    pages: Mapping[str, Element]


def site(*parts: Mapping[str, str]) -> Looked:
    """The site of a project: the smallest, then the given files."""
    return _looked(tuple(functools.reduce(lambda all_files, part: all_files | part, parts, {}).items()))


@functools.cache
def _looked(files: tuple[tuple[str, str], ...]) -> Looked:
    with tempfile.TemporaryDirectory() as folder:
        result = built(written(Path(folder) / "project", dict(files)))
    assert [(issue.code, str(issue.place), issue.message) for issue in result.issues] == []
    assert list(broken_links(result.files)) == []
    return Looked(result.files, dict(_pages(result.files)))


def _pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, Element]]:
    """Every page; on each no box is empty, and on English ones every Chinese word is marked."""
    for path, data in files.items():
        if path.endswith(".html"):
            document, wrong = _judged(data)
            assert (path, wrong) == (path, [])
            yield path, document


@functools.cache
def _judged(page: bytes) -> tuple[Element, list[object]]:
    """A page as a browser has it, and what is wrong with it; one that several sites have is read once."""
    document, errors = parsed(page)
    unmarked = unmarked_runs(page.decode()) if document.get("lang") == "en" else ()
    return document, [*errors, *empty_boxes(document), *nested(document), *unmarked]


def main(looked: Looked, path: str) -> Element:
    """The main part of a page."""
    return looked.pages[path].find(".//main")


def said(part: Element) -> str:
    """What a reader reads in a part of a page, with single blanks."""
    return " ".join("".join(part.itertext()).split())


def silences(result: Looked, path: str) -> list[str]:
    """What a page says, in its order, where it has nothing to show."""
    return [said(part) for part in main(result, path).iter() if part.get("class") == "silent"]


def table_of(looked: Looked, name: str) -> list[dict[str, str]]:
    """A table of the downloads as its CSV has it."""
    return list(csv.DictReader(io.StringIO(looked.files[f"data/{name}.csv"].decode("utf-8-sig"))))
