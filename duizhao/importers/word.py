"""The text of a Word file: its paragraphs a line each, its tables a line each row, its headings by their styles.

What becomes of the lines is left to `sorting`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from typing import Any

from .source import Refused, Source
from .taken import Taken, missing, versions

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_BETWEEN_CELLS = "\u3000"


def word_taken(source: Source) -> Taken:
    """What a Word file says. Raises Refused."""
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise Refused(missing("python-docx")) from error
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(source.data))
        names = {style.style_id: style.name or "" for style in document.styles}
        lines = tuple(_lines(document.element.body, names))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, OSError) as error:
        raise Refused("is a Word file that cannot be read; save it once more from Word") from error
    if not any(text.strip() for text, _ in lines):
        raise Refused("holds no text; its pages may be pictures")
    return Taken(
        "".join(f"{text}\n" for text, _ in lines),
        tool="duizhao import, python-docx",
        version=versions("python-docx"),
        headings={number: level for number, (_, level) in enumerate(lines, 1) if level},
        doubts=tuple(_doubts(document, source.data)),
    )


def _lines(body: Any, styles: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The lines in their order, each with the level of its heading, 0 for none."""
    for element in body:
        if element.tag == f"{_W}p":
            level = _level(element, styles)
            yield from ((line, level) for line in _text(element).split("\n"))
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                cells = (_text(cell).replace("\n", " ").strip() for cell in row.iterchildren(f"{_W}tc"))
                yield _BETWEEN_CELLS.join(filter(None, cells)), 0
        elif element.tag == f"{_W}sdt":
            for content in element.iterchildren(f"{_W}sdtContent"):
                yield from _lines(content, styles)


def _text(element: Any) -> str:
    """The words of a paragraph or a cell, with what was put in under revision, without what was taken out."""
    parts: list[str] = []
    skipped = {inner for fallback in element.iter(_FALLBACK) for inner in fallback.iter()}
    for node in element.iter():
        if node in skipped:
            continue
        match node.tag.removeprefix(_W) if isinstance(node.tag, str) else "":
            case "t":
                parts.append(node.text or "")
            case "tab" if node.getparent().tag == f"{_W}r":
                parts.append(" ")
            case "br" | "cr":
                parts.append("\n")
            case "noBreakHyphen":
                parts.append("-")
            case "p" if node is not element and parts:
                parts.append("\n")
    return "".join(parts).rstrip("\n")


def _level(paragraph: Any, styles: dict[str, str]) -> int:
    """The level of a heading by its style or its outline, 0 of any other paragraph."""
    about = paragraph.find(f"{_W}pPr")
    if about is None:
        return 0
    style, outline = about.find(f"{_W}pStyle"), about.find(f"{_W}outlineLvl")
    named = _STYLE.search(styles.get(style.get(f"{_W}val") or "", "")) if style is not None else None
    if named:
        return int(named[1])
    value = outline.get(f"{_W}val") if outline is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0


def _is_numbered(paragraph: Any, styles: Collection[str]) -> bool:
    about = paragraph.find(f"{_W}pPr")
    if about is None:
        return False
    style = about.find(f"{_W}pStyle")
    named = style.get(f"{_W}val") if style is not None else None
    return about.find(f"{_W}numPr") is not None or (named in styles and bool(_text(paragraph).strip()))


def _doubts(document: Any, data: bytes) -> Iterator[str]:
    body = document.element.body
    styles = {style.style_id for style in document.styles if style.element.find(f".//{_W}numPr") is not None}
    numbered = sum(_is_numbered(paragraph, styles) for paragraph in body.iter(f"{_W}p"))
    if numbered:
        times = "a paragraph is" if numbered == 1 else f"{numbered} paragraphs are"
        yield f"{times} numbered or marked by Word itself; its numbers and marks are no text and are not here"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
    for part, words in (("word/footnotes.xml", "footnotes"), ("word/endnotes.xml", "endnotes")):
        if part in names and next(body.iter(f"{_W}{words[:-1]}Reference"), None) is not None:
            yield f"its {words} are not here"
    if next(body.iter(f"{_W}del"), None) is not None or next(body.iter(f"{_W}ins"), None) is not None:
        yield "it holds revisions that nobody has accepted: what was put in is here, what was taken out is not"
