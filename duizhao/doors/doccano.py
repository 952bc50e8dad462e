"""Texts of doccano's sequence labelling, one a line in JSON.

Places count units of UTF-16, as the tool does unless it is told to count grapheme clusters. A mark has a label and no
words, so that nothing tells another counting. https://doccano.github.io/doccano/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .json_files import json_of, lines_in_json, listed, mapping, string, text_of, whole
from .spans import Document, Marked, Task, WrongFile, in_utf_16

_PARTS = 3


def written(task: Task) -> bytes:
    """The text with its marks; all else is kept by the tool as metadata."""
    label = [[one.start, one.end, one.kind] for one in in_utf_16(task.text, task.spans)]
    more = {"report": task.report, "title": task.title, "text_sha256": task.text_sha256}
    return lines_in_json([{"text": task.text, "label": label, **more}])


def read(data: bytes) -> Iterator[Document]:
    """The texts of a file with their marks: under `label`, or under `entities` where relations were marked, too."""
    for number, line in enumerate(text_of(data).split("\n"), 1):
        if line.strip():
            where = f"line {number}"
            one = mapping(json_of(line, where), where)
            yield Document(tuple(_marks(one, where)), string(one.get("text"), f"{where}: text"))


def _marks(one: dict[str, Any], where: str) -> Iterator[Marked]:
    name = next((name for name in ("label", "labels", "entities") if name in one), "label")
    for at, mark in enumerate(listed(one.get(name, []), f"{where}: {name}")):
        place = f"{where}: {name}[{at}]"
        parts = mark
        if isinstance(mark, dict):
            parts = [mark.get(key) for key in ("start_offset", "end_offset", "label")]
        if len(listed(parts, place)) != _PARTS:
            raise WrongFile(f"{place} must be [start, end, label]")
        start, end, label = parts
        yield Marked(whole(start, place), whole(end, place), string(label, place), place)
