"""The text of a PDF, page by page and line by line, as pdfium reads it.

A line that begins a paragraph, by its indent or by the gap above it, begins with two blanks; what stands on every page
is told. What becomes of the lines is left to `sorting`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from ..text.numerals import SUPERSCRIPTS
from .ledger import named, runs
from .pdf_capitals import with_capitals
from .pdf_columns import in_columns, unparted
from .pdf_edges import footnotes, furniture
from .pdf_lines import HAN, Line, Piece, lines_of, page_pieces
from .pdf_over import without_watermarks
from .pdf_turned import upright_page
from .source import Refused, Source
from .taken import Taken, missing, versions
from .units import is_ended

_MOST_PAGES = 600
_INDENT = "\u3000\u3000"
_WHOLE = re.compile(".?[0-9A-Za-z“（(+-]")  # a word that no line breaks, at the beginning
_WORD = 10  # characters that such a word may have
_RAISED = re.compile(f"(?<![A-Za-z])[{SUPERSCRIPTS}]+")
_FEW = 16  # lines
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
    return _taken([pieces for pieces, _ in read], [number for number, (_, pictures) in enumerate(read, 1) if pictures])


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
    texts, over = without_watermarks(pieces)
    pages = [lines_of(page) for page in in_columns([with_capitals(page) for page in texts])]
    chars = sum(len(line.text) for page in pages for line in page)
    if chars < 40 * len(pages):
        raise Refused("is scanned: its pages are pictures and hold no text; a program has to recognise it first (OCR)")
    of_pages = furniture(pages)
    notes = footnotes(pages, of_pages)
    lines = [line for page, marks in zip(pages, over, strict=True) for line in (*page, *marks)]
    of_pages |= (watermarks := {line for marks in over for line in marks})
    body = [line for line in lines if line not in of_pages and line not in notes]
    begins = _beginnings(body)
    written = (f"{_INDENT if line in begins else ''}{line.text}\n" for line in lines)
    return Taken(
        "".join(written),
        tool="duizhao import, pypdfium2",
        version=versions("pypdfium2"),
        furniture=frozenset(number for number, line in enumerate(lines, 1) if line in of_pages),
        footnotes=frozenset(number for number, line in enumerate(lines, 1) if line in notes),
        indented=True,
        doubts=(*_over_doubted(lines, watermarks), *_doubts(lines, pages, pictures, of_pages)),
    )


def _over_doubted(lines: Sequence[Line], watermarks: set[Line]) -> Iterator[str]:
    if over := [number for number, line in enumerate(lines, 1) if line in watermarks]:
        yield f"turned, or on most pages over the text, as watermarks are, and left out: {_named('line', over)}"


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


def _beginnings(lines: Sequence[Line]) -> set[Line]:
    """The lines that begin a paragraph, or are one."""
    if not lines:
        return set()
    prose = [line for line in lines if not line.is_row] or lines
    edges = _edges_of_columns(lines, prose)
    size = median(line.height for line in prose) or 10.0
    # Of lines of the text's size: those of a table lie closer.
    text = [line for line in prose if line.height > 0.9 * size or not HAN.search(line.text)]
    gaps = [gap for one, two in pairwise(text) if (gap := _gap(one, two)) is not None]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    indents = sum(0.8 * size < line.left - edges[line.column][0] < 3.5 * size for line in prose)
    with_indents = 10 * indents > len(prose)
    found = {lines[0]}
    for before, line in pairwise(lines):
        gap = _gap(before, line)
        right = edges[before.column][1]
        indented = line.left > edges[line.column][0] + 0.8 * size
        larger = max(1.0, min(line.height, before.height) / size)
        apart = gap is not None and gap > larger * (usual + 0.4 * size)
        # A number that did not fit in the line before leaves that line short, in mid-sentence.
        moved = before.right > right - _WORD * size and _WHOLE.match(line.text) and not is_ended(before.text)
        ended = before.right < right - 2.5 * size and not moved
        words = HAN.search(line.text) and HAN.search(before.text)  # digits are lower
        resized = words and abs(line.height - before.height) > 0.25 * size and abs(line.left - before.left) > 0.5 * size
        # Without indents a page's end and a sentence's together may be a paragraph's.
        turned = gap is None and not with_indents and is_ended(before.text)
        if indented or apart or ended or resized or turned or line.is_row or before.is_row or line.is_begun:
            found.add(line)
    return found


def _edges_of_columns(lines: Sequence[Line], prose: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """The edges of the text by column; of a few lines over columns they are the outer ones of these."""
    columns = sorted({line.column for line in lines})
    edges = {column: _edges([line for line in prose if line.column == column] or prose) for column in columns}
    if len(columns) > 1 and sum(not line.column for line in prose) < _FEW:
        others = [edges[column] for column in columns if column]
        edges[0] = min(left for left, _ in others), max(right for _, right in others)
    return edges


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """The left and the right edge of the text of a column: where a fair share of its lines begins, and most end."""
    places = Counter(round(line.left / 2) for line in lines)
    often = (place for place, count in places.items() if count >= max(2, len(lines) // 10))
    return 2.0 * min(often, default=min(places)), sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]


def _gap(before: Line, line: Line) -> float | None:
    """The height between two lines of a page, from base to base; None where the second stands on the next page."""
    return before.bottom - line.bottom if before.page == line.page and before.bottom > line.bottom else None
