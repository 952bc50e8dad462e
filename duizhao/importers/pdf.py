"""The text of a PDF, page by page and line by line, as pdfium reads it.

A line that begins a paragraph, by its indent or by the gap above it, begins with two blanks; what stands on every page
is told. What becomes of the lines is left to `sorting`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from .source import Refused, Source
from .taken import Taken, missing, versions
from .units import is_ended

_MOST_PAGES = 600
_INDENT = "\u3000\u3000"
_PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:\s*[/共]\s*[0-9]{1,4}\s*页?)?[-—–－·\s]*")
_WHOLE = re.compile(".?[0-9A-Za-z“（(+-]")  # a word that no line breaks, at the beginning
_WORD = 10  # characters that such a word may have
_HAN = re.compile("[\u3400-\u9fff]")
_DIGITS = re.compile("[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its words, its left and right end, its base and its highest character’s height, in points."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float


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
            pages = [_page_lines(document[number], number) for number in range(count)]
        except pypdfium2.PdfiumError as error:
            raise Refused("is a PDF of which a page cannot be read; it may be damaged") from error
    finally:
        document.close()
    return _taken(pages)


def _taken(pages: Sequence[Sequence[_Line]]) -> Taken:
    lines = [line for page in pages for line in page]
    chars = sum(len(line.text) for line in lines)
    if chars < 40 * len(pages):
        raise Refused("is scanned: its pages are pictures and hold no text; a program has to recognise it first (OCR)")
    furniture = _furniture(pages)
    body = [line for line in lines if line not in furniture]
    begins = _beginnings(body)
    texts = (f"{_INDENT if line in begins else ''}{line.text}" for line in lines)
    return Taken(
        "".join(f"{text}\n" for text in texts),
        tool="duizhao import, pypdfium2",
        version=versions("pypdfium2"),
        furniture=frozenset(number for number, line in enumerate(lines, 1) if line in furniture),
        indented=True,
    )


def _page_lines(page: Any, number: int) -> list[_Line]:
    """The lines of a page in pdfium's order, which is that of reading for what was written line by line."""
    text_page = page.get_textpage()
    lines: list[_Line] = []
    chars: list[tuple[str, tuple[float, float, float, float]]] = []
    text = text_page.get_text_range()
    count = text_page.count_chars()
    whole = len(text) == count
    for index in range(count):
        char = text[index] if whole else text_page.get_text_range(index, 1)
        if char in "\r\n":
            lines += _line_of(chars, number)
            chars = []
        elif char and char != "\ufffe":  # the sign of a word that is divided at a line's end
            chars.append((char, text_page.get_charbox(index)))
    lines += _line_of(chars, number)
    text_page.close()
    page.close()
    return lines


def _line_of(chars: Sequence[tuple[str, tuple[float, float, float, float]]], page: int) -> Iterator[_Line]:
    text = "".join(char for char, _ in chars)
    seen = [box for char, box in chars if not char.isspace() and box[2] > box[0]]
    if text.strip() and seen:
        left, bottom = min(box[0] for box in seen), median(box[1] for box in seen)
        # The highest character, since a line may be a word and its stop.
        height = max(box[3] - box[1] for box in seen)
        yield _Line(text.strip(), page, left, max(box[2] for box in seen), bottom, height)


def _furniture(pages: Sequence[Sequence[_Line]]) -> set[_Line]:
    """Lines at the top and the foot of pages that stand at one height of most, figures aside, and numbers of pages."""
    edges = [line for page in pages for line in _edges(page)]
    places = Counter(_place(line) for line in edges)
    often = max(2, (2 * len(pages) + 2) // 3)
    found = {line for line in edges if places[_place(line)] >= often and len(line.text) < 60}
    return found | {line for line in edges if _PAGE_NUMBER.fullmatch(line.text)}


def _edges(page: Sequence[_Line]) -> set[_Line]:
    """The two highest and the two lowest lines of a page."""
    by_height = sorted(page, key=lambda line: line.bottom)
    return {*by_height[:2], *by_height[-2:]}


def _place(line: _Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.bottom / 3)


def _beginnings(lines: Sequence[_Line]) -> set[_Line]:
    """The lines that begin a paragraph, or are one."""
    if not lines:
        return set()
    margin = _margin(lines)
    right = sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]
    size = median(line.height for line in lines) or 10.0
    gaps = [gap for one, two in zip(lines, lines[1:], strict=False) if (gap := _gap(one, two)) is not None]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    with_indents = 10 * sum(0.8 * size < line.left - margin < 3.5 * size for line in lines) > len(lines)
    found = {lines[0]}
    for before, line in zip(lines, lines[1:], strict=False):
        gap = _gap(before, line)
        indented = line.left > margin + 0.8 * size
        apart = gap is not None and gap > usual + 0.4 * size
        # A number that did not fit in the line before leaves that line short, in mid-sentence.
        moved = before.right > right - _WORD * size and _WHOLE.match(line.text) and not is_ended(before.text)
        ended = before.right < right - 2.5 * size and not moved
        words = _HAN.search(line.text) and _HAN.search(before.text)  # digits are lower
        resized = words and abs(line.height - before.height) > 0.25 * size and abs(line.left - before.left) > 0.5 * size
        # Without indents a page's end and a sentence's together may be a paragraph's.
        turned = gap is None and not with_indents and is_ended(before.text)
        if indented or apart or ended or resized or turned:
            found.add(line)
    return found


def _margin(lines: Sequence[_Line]) -> float:
    """The left edge of the text: the leftmost place at which a fair share of its lines begins."""
    places = Counter(round(line.left / 2) for line in lines)
    often = (place for place, count in places.items() if count >= max(2, len(lines) // 10))
    return 2.0 * min(often, default=min(places))


def _gap(before: _Line, line: _Line) -> float | None:
    """The height between two lines of a page, from base to base; None where the second stands on the next page."""
    return before.bottom - line.bottom if before.page == line.page and before.bottom > line.bottom else None
