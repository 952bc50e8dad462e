"""Where on a report's page a mistake belongs: beside its statement or its paragraph, where it has one.

Which page is open, and whether it shows that place, is left to the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..content.nodes import Mapping, Scalar, Sequence, node_of
from ..content.report_file import ANNOTATIONS, TEXT, TRANSLATION, written_blocks
from ..issues import SourcePosition

_IN_REPORT = re.compile("content/reports/([^/]+)/([^/]+)")


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a report's page: the id of a statement or a block, or the words of one that is on no page yet."""

    report: str = ""
    id: str = ""
    quote: str = ""


def page_place(place: SourcePosition, text_of: Callable[[str], str]) -> PagePlace:
    """The place on a page for a place in a file; `text_of` gives the text of the file at a path, '' for none."""
    found = _IN_REPORT.fullmatch(place.path)
    if not found:
        return PagePlace()
    report, name = found.groups()
    if name == ANNOTATIONS:
        return _of_statement(report, text_of(place.path), place.line)
    if name in (TEXT, TRANSLATION):
        return PagePlace(report, _block(text_of(place.path), place.line, name))
    return PagePlace(report)


def _of_statement(report: str, text: str, line: int) -> PagePlace:
    node, _ = node_of(text, "")
    held = node.items.get("statements") if isinstance(node, Mapping) else None
    if not isinstance(held, Sequence):
        return PagePlace(report)
    ends = [*(item.place.line for item in held.items[1:]), text.count("\n") + 2]
    for item, end in zip(held.items, ends, strict=True):
        if item.place.line <= line < end and isinstance(item, Mapping):
            return PagePlace(report, _said(item, "id"), _said(item, "quote"))
    return PagePlace(report)


def _said(item: Mapping, key: str) -> str:
    value = item.items.get(key)
    return value.value or "" if isinstance(value, Scalar) else ""


def _block(text: str, line: int, name: str) -> str:
    """The id of the block in a line: paragraphs p1, p2 …, headings h1, h2 …, each counted by itself."""
    lines = text.split("\n")
    ends = [number for number, each in enumerate(lines, 1) if each.rstrip() == "---"] if name == TEXT else [0, 0]
    if len(ends) < 2:
        return ""
    counts = {"p": 0, "h": 0}
    for block in written_blocks(lines[ends[1] :], "", ends[1] + 1):
        letter = "h" if block.level else "p"
        counts[letter] += 1
        if block.place.line == line:
            return f"{letter}{counts[letter]}"
    return ""
