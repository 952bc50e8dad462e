"""The text of a PDF, page by page and line by line, as pdfium reads it.

A line that begins a paragraph, by its indent or by the gap above it, begins with two blanks; what stands on every page,
or over the text, is told. What becomes of the lines is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..text.numerals import SUPERSCRIPTS
from .ledger import named, runs
from .pdf_boxes import boxes
from .pdf_capitals import with_capitals
from .pdf_columns import in_columns, unparted
from .pdf_edges import footnotes, furniture
from .pdf_lines import Line, Piece, lines_of, page_pieces
from .pdf_over import without_watermarks
from .pdf_paragraphs import beginnings
from .pdf_titles import with_titles_whole
from .pdf_turned import upright_page
from .source import Refused, Source
from .taken import Taken, missing, versions

_MOST_PAGES = 600
_INDENT = "\u3000\u3000"
_RAISED = re.compile(f"(?<![A-Za-z])[{SUPERSCRIPTS}]+")
_SHOWN, _PICTURE = 8, 3
_OF_A_PAGE = 0.04  # the share of a page from which on a picture is told


def pdf_taken(source: Source) -> Taken:
    """What a PDF says. Raises Refused."""
    try:
        import pypdfium2
    except ImportError as error:
        raise Refused(missing("pypdfium2")) from error
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Refused("needs a password" if locked else "is a PDF that cannot be read; it may be damaged") from error
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise Refused(f"has {count:,} pages, of {_MOST_PAGES} at most: it is more than a report")
        try:
            read = [_read(upright_page(document, number), number) for number in range(count)]
        except pypdfium2.PdfiumError as error:
            raise Refused("is a PDF of which a page cannot be read; it may be damaged") from error
    finally:
        document.close()
    pictures = [number for number, (_, has_picture) in enumerate(read, 1) if has_picture]
    return _taken([pieces for pieces, _ in read], pictures)


def _read(page: Any, number: int) -> tuple[list[Piece], bool]:
    """The pieces of a page, and whether it has a picture."""
    pieces = page_pieces(page, number)
    width, height = page.get_size()
    pictures = False
    for thing in page.get_objects(filter=[_PICTURE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        pictures |= (right - left) * (top - bottom) > _OF_A_PAGE * width * height
    page.close()
    return pieces, pictures


def _taken(pieces: Sequence[Sequence[Piece]], pictures: Sequence[int]) -> Taken:
    struck = [number for number, page in enumerate(pieces, 1) if any(one.is_struck for one in page)]
    texts, over = without_watermarks([[one for one in page if not one.is_struck] for page in pieces])
    pages = [with_titles_whole(lines_of(page)) for page in in_columns([with_capitals(page) for page in texts])]
    chars = sum(len(line.text) for page in pages for line in page)
    if chars < 40 * len(pages):
        raise Refused("is scanned: its pages are pictures and hold no text; a program has to recognise it first (OCR)")
    of_pages = furniture(pages)
    beside = boxes(pages) - of_pages
    notes = footnotes(pages, of_pages | beside) | beside
    lines = [line for page, marks in zip(pages, over, strict=True) for line in (*page, *marks)]
    of_pages |= (watermarks := {line for marks in over for line in marks})
    body = [line for line in lines if line not in of_pages and line not in notes]
    begins = beginnings(body)
    written = (f"{_INDENT if line in begins else ''}{line.text}\n" for line in lines)
    return Taken(
        "".join(written),
        tool="duizhao import, pypdfium2",
        version=versions("pypdfium2"),
        furniture=frozenset(number for number, line in enumerate(lines, 1) if line in of_pages),
        footnotes=frozenset(number for number, line in enumerate(lines, 1) if line in notes),
        indented=True,
        doubts=(
            *([f"words that are struck out are not here: {_named('page', struck)}"] if struck else []),
            *_apart_doubted(lines, watermarks, beside),
            *_doubts(lines, pages, pictures, of_pages),
        ),
    )


def _apart_doubted(lines: Sequence[Line], watermarks: set[Line], beside: set[Line]) -> Iterator[str]:
    """What is said of lines that stand over the text or beside it."""
    if over := [number for number, line in enumerate(lines, 1) if line in watermarks]:
        yield f"turned, or on most pages over the text, as watermarks are, and left out: {_named('line', over)}"
    if boxed := [number for number, line in enumerate(lines, 1) if line in beside]:
        yield f"set in a box beside the text, and kept apart from it as a note is: {_named('line', boxed)}"


def _doubts(
    lines: Sequence[Line], pages: Sequence[Sequence[Line]], pictures: Sequence[int], of_pages: set[Line]
) -> Iterator[str]:
    """What may be lost or mistaken, in words."""
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line not in of_pages]
    if rows := [number for number, line in numbered if line.is_row]:
        yield f"set in cells, as rows of tables are, and each a line of its own: {_named('line', rows)}"
    if raised := [number for number, line in numbered if _RAISED.search(line.text)]:
        yield f"raised figures, most likely marks of notes, are kept as characters like ²: {_named('line', raised)}"
    if columns := [number for number, page in enumerate(pages, 1) if any(line.column for line in page)]:
        yield f"set in columns, which are read one after the other: {_named('page', columns)}"
    if mixed := unparted(pages):
        yield (
            f"may be set in columns that cannot be told apart: {_named('page', mixed)}; if words stand in a wrong"
            " order, save its text in the order of reading as .txt and import that"
        )
    if pictures:
        yield f"pictures, whose words are not read: {_named('page', pictures)}"


def _named(noun: str, numbers: Sequence[int]) -> str:
    found = [named(run) for run in runs(numbers)]
    shown = ", ".join(found[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
    return f"{noun}{'s' * (len(numbers) > 1)} {shown}"
