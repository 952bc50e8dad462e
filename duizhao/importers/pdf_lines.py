"""The lines of a page of a PDF, as pdfium reads its characters: rows of tables whole, columns one after the other.

What begins a paragraph is left to `pdf`, what stands on every page to `pdf_edges`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from ..text.numerals import SUPERSCRIPTS
from .pdf_drawn import Box, Char, is_set_from_above, once_each, strokes, struck_out
from .pdf_turned import is_turned
from .source import Refused

HAN = re.compile("[\u3400-\u9fff]")
CAPITAL = 1.3  # times the height of what stands behind a drop capital
_DIGITS = "0123456789"
_GONE = "\u2060"  # in the place of a character that is struck out, so that no gap is there
_RAISED = str.maketrans(_DIGITS, SUPERSCRIPTS)
_SMALL, _HIGH = 0.68, 0.2  # heights of a Chinese character: a raised figure is lower and stands higher
_BRACKETED = re.compile("[\\[〔［【(（][0-9]+[\\]〕］】)）]")
# In heights of a Chinese character: from here on words are cells, and figures are two.
_CELLS_APART, _FIGURES_APART, _WORDS_APART = 2.0, 0.5, 1.2
_MOST_LINES_OF_CELL = 6
_INDENT, _WORD = 2.5, 4.0  # within a cell: of its first line, and what a line may be longer than the one before
_NARROW = re.compile("(?: [-+−]?[0-9][0-9.,]*%?){2,}$")  # figures of cells that lie close


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its left and right end, its base and its highest character’s height, in points.

    `column` is 0 where the page has one. A row of a table is one line, with its lowest base. One that is begun is the
    first of its paragraph by its form.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    column: int = 0
    is_row: bool = False
    is_begun: bool = False

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line without a wide gap; `joint` is what pdfium has between them and those before in its line.

    Those of a turned one stand at an angle, those of a struck one are struck out.
    """

    line: Line
    joint: str | None = None
    is_turned: bool = False
    is_struck: bool = False


def page_pieces(page: Any, number: int) -> list[Piece]:
    """The pieces of a page in pdfium's order, which is that of reading for what was written line by line.

    Those that are turned or struck out come last. Raises Refused.
    """
    text_page = page.get_textpage()
    rows: list[list[Char]] = [[]]
    turned: list[list[Char]] = [[]]
    text = text_page.get_text_range()
    count = text_page.count_chars()
    whole = len(text) == count
    for index in range(count):
        char = text[index] if whole else text_page.get_text_range(index, 1)
        if char in "\r\n":
            rows.append([])
            turned.append([])
        elif char and char != "\ufffe":  # the sign of a word that is divided at a line's end
            of_line = turned if not char.isspace() and is_turned(text_page, index) else rows
            of_line[-1].append((char, text_page.get_charbox(index)))
    text_page.close()
    every = [char for row in rows for char in row]
    size = _size(every)
    if any(char in _DIGITS for row in turned for char, _ in row) and is_set_from_above(every, size):
        raise Refused("is set in columns from above, in which figures lie on their side; save its text as .txt")
    rows, struck = _read(once_each(rows, size), strokes(page, size))
    parts = [part for row in rows for part in _parted(row, size)]
    made = [piece for part in parts for piece in _pieces_of(_with_raised(part, size), number, size)]
    made += [replace(piece, is_turned=True) for row in turned for piece in _piece(row, number, None)]
    return made + [replace(piece, is_struck=True) for row in struck for piece in _piece(row, number, None)]


def _read(rows: Sequence[Sequence[Char]], drawn: Sequence[Box]) -> tuple[list[list[Char]], list[list[Char]]]:
    """The characters of each line, with a sign that is none for each that is struck out, and these."""
    struck = [struck_out(row, drawn) for row in rows]
    left = [
        [(_GONE if at in out else char, box) for at, (char, box) in enumerate(row)]
        for row, out in zip(rows, struck, strict=True)
    ]
    return left, [[row[at] for at in sorted(out)] for row, out in zip(rows, struck, strict=True) if out]


def _parted(chars: Sequence[Char], size: float) -> list[Sequence[Char]]:
    """The characters of a line of pdfium, a drop capital at its head by itself."""
    heights = [box[3] - box[1] for char, box in chars if not char.isspace()]
    large = len(heights) > 1 and heights[0] > CAPITAL * size and max(heights[1:]) < heights[0] / CAPITAL
    first = next((index for index, (char, _) in enumerate(chars) if not char.isspace()), 0) + 1
    return [chars[:first], chars[first:]] if large else [chars]


def size_of(pieces: Sequence[Piece]) -> float:
    """The height of a line of Chinese of a page."""
    han = [piece.line.height for piece in pieces if HAN.search(piece.line.text)]
    return (median(han) if han else 0.0) or 10.0


def _size(chars: Sequence[Char]) -> float:
    """The height of a Chinese character of a page."""
    heights = [box[3] - box[1] for char, box in chars if HAN.match(char)]
    return (median(heights) if heights else 0.0) or 10.0


def _with_raised(chars: Sequence[Char], size: float) -> list[Char]:
    """The same with small figures that stand high, marks of notes or of squares, as the characters for such."""
    bases = [box[1] for char, box in chars if HAN.match(char)]
    if not bases:
        return [*chars]
    base = median(bases)
    # The text of a table or a note may be smaller than the page's.
    size = min(size, max(box[3] - box[1] for char, box in chars if HAN.match(char)))
    # Of marks in brackets the brackets tell: [1] is no [¹].
    bracketed = {at for mark in _BRACKETED.finditer("".join(char for char, _ in chars)) for at in range(*mark.span())}

    def raised(at: int, char: str, box: Box) -> str:
        is_raised = _is_raised(box[1], box[3] - box[1], base, size) and at not in bracketed
        return char.translate(_RAISED) if is_raised else char

    return [(raised(at, char, box), box) for at, (char, box) in enumerate(chars)]


def _is_raised(bottom: float, height: float, base: float, size: float) -> bool:
    return height < _SMALL * size and bottom > base + _HIGH * size


def _pieces_of(chars: Sequence[Char], page: int, size: float) -> Iterator[Piece]:
    """The pieces of a line of pdfium."""
    start, joint, right = 0, None, None
    for index, (char, box) in enumerate(chars):
        if char.isspace() or box[2] <= box[0]:
            continue
        if right is not None and box[0] - right > _CELLS_APART * size:
            blank = index
            while chars[blank - 1][0].isspace():
                blank -= 1
            yield from _piece(chars[start:blank], page, joint)
            start, joint = index, "".join(char for char, _ in chars[blank:index])
        right = box[2]
    yield from _piece(chars[start:], page, joint)


def _piece(chars: Sequence[Char], page: int, joint: str | None) -> Iterator[Piece]:
    text = "".join(char for char, _ in chars if char != _GONE)
    seen = [box for char, box in chars if not char.isspace() and box[2] > box[0]]
    if text.strip() and seen:
        left, bottom = min(box[0] for box in seen), median(box[1] for box in seen)
        # The highest character, since a line may be a word and its stop.
        height = max(box[3] - box[1] for box in seen)
        yield Piece(Line(text.strip(), page, left, max(box[2] for box in seen), bottom, height), joint)


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The lines that pieces are: those of one height that follow each other are one, and so are rows of tables."""
    if not pieces:
        return []
    size = size_of(pieces)
    made: list[list[Piece]] = []
    rows: set[int] = set()  # places in `made`
    floor = -1  # the last of them
    for piece in pieces:
        last = made[-1] if made else []
        if last and last[-1].line.column == piece.line.column:
            if _is_beside(last[-1].line, piece.line, size):
                last.append(_jointed(last[-1], piece, size))
                if _is_row(last, size):
                    floor = len(made) - 1
                    rows.add(floor)
                continue
            if len(made) - 1 == floor and _goes_on_in_cell(last, piece.line, size):
                last.append(replace(piece, joint=""))
                continue
            if (start := _row_start(made, piece.line, floor, size)) is not None:
                made[start:] = [[one for group in made[start:] for one in group] + [replace(piece, joint="\u3000")]]
                floor = start
                rows.add(start)
                continue
        made.append([replace(piece, joint=None)])
    return [_line(group, place in rows, size) for place, group in enumerate(made)]


def _is_beside(before: Line, line: Line, size: float) -> bool:
    """True of words at the height of those before, to their right."""
    common = min(before.top, line.top) - max(before.bottom, line.bottom)
    return common > 0.5 * min(before.height, line.height) and line.left > before.right - 0.3 * size


def _jointed(before: Piece, piece: Piece, size: float) -> Piece:
    """The piece with what stands between it and the one before."""
    line = piece.line
    gap = line.left - before.line.right
    own = min(size, before.line.height)
    if line.text.isdecimal() and gap < own and _is_raised(line.bottom, line.height, before.line.bottom, own):
        piece = replace(piece, line=replace(line, text=line.text.translate(_RAISED), bottom=before.line.bottom))
    figures = before.line.text[-1] in _DIGITS and piece.line.text[0] in _DIGITS
    if piece.joint is None:
        apart = figures and gap > _FIGURES_APART * size or gap > _WORDS_APART * size
        piece = replace(piece, joint=" " if apart else "")
    return piece


def _is_row(pieces: Sequence[Piece], size: float) -> bool:
    """True where words lie apart in three cells, or in two of which the second has a figure."""
    cells = [
        two
        for one, two in zip(pieces, pieces[1:], strict=False)
        if two.line.left - one.line.right > _CELLS_APART * size
    ]
    return len(cells) > 1 or any(re.search("[0-9０-９]", cell.line.text) for cell in cells)


def _goes_on_in_cell(row: Sequence[Piece], line: Line, size: float) -> bool:
    """True of words below the last ones of a row, in their cell."""
    last = row[-1].line
    if not 0 < last.bottom - line.bottom < 2 * size or line.left >= last.right or line.right <= last.left:
        return False
    in_cell = [piece.line for piece in row if piece.line.left < last.right and piece.line.right > last.left]
    others = [piece.line.right for piece in row if piece.line not in in_cell]
    beside = line.left > max(row[0].line.right + size, *others, 0.0)
    left, right = min(one.left for one in in_cell), max(one.right for one in in_cell)
    # What the line before had room for, or what begins elsewhere, is a paragraph below the table.
    is_set_alike = abs(line.left - left) < _INDENT * size or abs(line.left + line.right - left - right) < size
    return beside and is_set_alike and line.right - line.left < right - left + _WORD * size


def _row_start(made: Sequence[Sequence[Piece]], line: Line, floor: int, size: float) -> int | None:
    """The place of the first line of the cells before a cell, where it stands beside them and not below them."""
    last = made[-1][-1].line
    rise = line.bottom - last.bottom
    if not 0.3 * size < rise < 2 * _MOST_LINES_OF_CELL * size or line.left < last.right + 0.5 * size:
        return None
    start = len(made) - 1
    if start == floor:  # a further cell of a row
        return start
    while start - 1 > floor and len(made) - start < _MOST_LINES_OF_CELL:
        above, here = made[start - 1][0].line, made[start][0].line
        is_of_cell = here.bottom < above.bottom < line.bottom + rise + 0.5 * size and above.right < line.left
        if not is_of_cell or abs(above.left - here.left) > 3 * size:
            break
        start -= 1
    # A cell that stands beside no line of theirs is the head of another column.
    return start if made[start][0].line.top + 0.5 * size > line.bottom else None


def _line(pieces: Sequence[Piece], is_row: bool, size: float) -> Line:
    lines = [piece.line for piece in pieces]
    text = lines[0].text
    for before, piece in zip(pieces, pieces[1:], strict=False):
        joint = piece.joint or ""
        is_cell = joint.isspace() or piece.line.left - before.line.right > _CELLS_APART * size
        text += ("\u3000" if is_row and is_cell else joint) + piece.line.text
    narrow = _NARROW.search(text)
    if narrow:
        text = text[: narrow.start()] + narrow[0].replace(" ", "\u3000")
    return replace(
        lines[0],
        text=text,
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        bottom=min(line.bottom for line in lines) if is_row else lines[0].bottom,
        height=max(line.height for line in lines),
        is_row=is_row or narrow is not None,
    )
