"""The text of a page: all that it shows, line by line, and which lines trafilatura takes for the article.

The whole text is the capture's text layer, so that the ledger accounts for what is left out, too. What becomes of the
lines is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ..text.repeats import in_words
from .drawn import draw, unread
from .elements import BLOCKS, PREFORMATTED, READINGS, UNSEEN, end_readings, is_hidden, is_struck
from .encodings import text_of
from .frames import text_elsewhere
from .hidden import STRUCK, WAITED, hidden_told, show_struck, show_waiting
from .line_breaks import continued, indented
from .pagers import further_pages_told
from .raised import has_notes, lowered, raised, raised_doubted
from .saying import is_prose
from .source import Refused, Source
from .taken import Taken, missing, versions

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PRESERVED = re.compile(r"white-space\s*:\s*(?:(pre|break-spaces)|normal|nowrap)", re.IGNORECASE)
_HEADING = re.compile("h[1-6]")
_BLANKS = re.compile("[ \t\r\n\f]+")
# A line break of the source beside a Chinese character is none of the text's.
_WIDE = "[\u2e80-\u9fff\uff00-\uffef]"
_BREAK = re.compile(f"(?<={_WIDE})[ \t\f]*[\r\n]\\s*|[ \t\f]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_LINE_END = re.compile("\r\n|\r|\n")
_INDENT = re.compile("^[ \t]+")
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(?:none|disc|circle|square)\b", re.IGNORECASE)
# What a style makes of an element that its name does not: a block of its own, or a cell beside others.
_AS_BLOCK = re.compile(
    r"display\s*:\s*(?:block|flow-root|flex|grid|list-item|table|table-row|table-caption)\s*(?:;|!|$)", re.IGNORECASE
)
_ABOVE_OR_BELOW = re.compile(r"vertical-align\s*:\s*(?:(super)|sub)(?![a-z-])", re.IGNORECASE)
_BEFORE = 12  # characters before a number above the line that tell what it is
_AS_CELL = re.compile(r"display\s*:\s*table-cell", re.IGNORECASE)
_CELLS = frozenset(("td", "th"))
_BETWEEN_CELLS = "\u3000"
_LONGEST_CELL, _MOST_IN_CELL = 60, 20  # characters and elements of a cell of a table of data
_LONGEST_BESIDE, _ROWS_ASKED = 400, 6  # characters of a cell of a row of which one of the first is such a row
_LONGEST_TITLE = 300
_HAN, _LEAST_HAN = re.compile("[\u3400-\u9fff]"), 200  # as many make a report
_ENOUGH = 12  # characters by which a line is known again in the article
_CELL_ENDS, _PIECE_ENDS = "\x1d", "\x1e"  # in a row, between its cells and between the pieces of a cell
_PARTED = re.compile(f"[ {_CELL_ENDS}{_PIECE_ENDS}]*[{_CELL_ENDS}{_PIECE_ENDS}][ {_CELL_ENDS}{_PIECE_ENDS}]*")
# Among pieces of text, where a picture and the number of an item stand, where words are struck out.
_PICTURE, _NUMBER, _LEFT, _FRAME = "\x10", "\x11", "\x12", "\x13"
_LOST = {
    _PICTURE: "{} within its text: see whether a table or words are shown there, which are not here",
    _NUMBER: "{} of lists that the page numbers itself; their numbers are no text and are not here",
    _LEFT: "{} struck out in its text, and not here",
    _FRAME: "{} within its text, which shows another file: see whether words stand there, which are not here",
}
_NOUNS = {
    _PICTURE: ("a picture stands", "pictures stand"),
    _NUMBER: ("an item is", "items are"),
    _LEFT: ("one run of words is", "runs of words are"),
    _FRAME: ("a frame stands", "frames stand"),
}
_UNREAD = {"frame": _FRAME, "picture": _PICTURE}
_SMALLEST = 48  # pixels by which a picture says to be high or wide, and is no mere sign
_BREAK_HERE = ""  # among pieces of text, where a line ends and its paragraph does not


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is seen, the level of its heading, 0 for none, and whether only a line break stands before it.

    `lost` are the signs of what is shown in it or before it and is no text.
    """

    text: str
    level: int
    is_behind_break: bool
    lost: str


@dataclass(frozen=True, slots=True)
class _Within:
    """What a run of text stands in: a heading of a level, a row of data, text whose line ends count."""

    level: int = 0
    row: bool = False
    preserved: bool = False


def page_taken(source: Source) -> Taken:
    """What a page shows. Raises Refused."""
    try:
        import lxml.etree
        import lxml.html
        import trafilatura
    except ImportError as error:
        raise Refused(missing("trafilatura")) from error
    html, _ = text_of(source)
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.removeprefix("\ufeff"))
    try:
        root = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(huge_tree=True))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Refused("cannot be read as a page") from error
    end_readings(root)
    is_drawn, drawn = draw(root)
    above = _set_into_line(root)
    shown, told = _lines_shown(root)
    lines = [line.text for line in shown]
    elsewhere = text_elsewhere(root, source.address) if _holds_little(lines) else ""
    if elsewhere:
        raise Refused(elsewhere)
    if not lines:
        raise Refused("shows no text; a page that is drawn by scripts has to be saved from a browser")
    going_on = continued(lines, {place for place, line in enumerate(shown) if line.is_behind_break})
    doubts = (*_elsewhere_told(root, source.address, lines), *told)
    if _leave_out(root) or above or told or is_drawn:
        html = lxml.html.tostring(root, encoding="unicode")
    article = trafilatura.extract(html, include_comments=False, favor_recall=True, deduplicate=False) or ""
    outside = _outside(lines, article)
    title = root.findtext(".//title") or ""
    return Taken(
        "\n".join(indented(lines, going_on) if going_on else lines) + "\n",
        tool="duizhao import, lxml",
        version=versions("lxml"),
        headings={number: line.level for number, line in enumerate(shown, 1) if line.level},
        outside=outside,
        indented=bool(going_on),
        title=" ".join(title[:_LONGEST_TITLE].split()),
        has_notes=has_notes(above),
        doubts=(*doubts, *drawn, *raised_doubted(above), *_lost(shown, outside)),
    )


def _lines_shown(root: HtmlElement) -> tuple[tuple[_Line, ...], tuple[str, ...]]:
    """The lines of a page, and what is told where its text waits to be shown, or is struck out all of it."""
    told: tuple[str, ...] = ()
    shown = tuple(_lines(root))
    lines = [line.text for line in shown]
    if _holds_little(lines) and show_waiting(root, _words_of, lambda held: not _holds_little(held)):
        shown, told = tuple(_lines(root)), (WAITED,)
    if not any(is_prose(line.text) for line in shown) and show_struck(root):
        shown, told = tuple(_lines(root)), (*told, STRUCK)
    return shown, told


def _words_of(root: HtmlElement) -> list[str]:
    return [line.text for line in _lines(root)]


def _elsewhere_told(root: HtmlElement, address: str, lines: Sequence[str]) -> Iterator[str]:
    """What is told of text that is none of the lines: on further pages, or hidden on this one."""
    yield from further_pages_told(root, address)
    yield from hidden_told(root, _words_of, lines)


def _holds_little(lines: Sequence[str]) -> bool:
    """True of lines without a few sentences of Chinese among them, as a page has that only shows another."""
    return sum(len(_HAN.findall(line)) for line in lines if re.search("[。；！]", line)) < _LEAST_HAN


def _set_into_line(root: HtmlElement) -> list[tuple[str, str]]:
    """Puts numbers above and below the line into it; those above, each with what stands before it."""
    above: list[tuple[str, str]] = []
    done: set[HtmlElement] = set()
    for element in [*root.iter("sup", "sub", "span", "font")]:
        place = _place(element)
        if not place or not done.isdisjoint(element.iterancestors()):
            continue
        words, before = element.text_content(), _words_before(element)
        put = raised(before, words) if place == "sup" else lowered(before, words, element.tail or "")
        if put != words:
            done.add(element)
            element[:], element.text = [], put
            above += [(before, put)] if place == "sup" else []
    return above


def _place(element: HtmlElement) -> str:
    """sup of an element above the line, sub of one below it, '' of any other."""
    styled = _ABOVE_OR_BELOW.search(element.get("style") or "")
    if styled:
        return "sup" if styled[1] else "sub"
    return str(element.tag) if element.tag in ("sup", "sub") else ""


def _words_before(element: HtmlElement) -> str:
    """The words that stand before an element in its line."""
    words = ""
    while len(words) < _BEFORE:
        beside, parent = element.getprevious(), element.getparent()
        if beside is not None:
            if beside.tag == "br" or beside.tag in BLOCKS:
                return (beside.tail or "") + words
            inner = beside.text_content() if isinstance(beside.tag, str) and beside.tag not in UNSEEN else ""
            words = inner + (beside.tail or "") + words
            element = beside
        elif parent is None:
            return words
        else:
            words = (parent.text or "") + words
            if parent.tag in BLOCKS:
                return words
            element = parent
    return words


def _leave_out(root: HtmlElement) -> bool:
    """Takes out what is struck out and what is read above characters; true where there is any."""
    found = [element for element in root.iter() if element.tag in READINGS or is_struck(element)]
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()
    return bool(found)


def _lines(root: HtmlElement) -> Iterator[_Line]:
    """The lines that are seen; an empty one ends a paragraph."""
    parts: list[str] = []
    level, is_behind_break, lost = 0, False, ""
    for piece, within in _pieces(root):
        if piece and piece in _LOST:
            lost += piece
            continue
        if not piece or within.level != level:
            text = _shown(parts)
            if text:
                yield _Line(text, level, is_behind_break, lost)
                lost = ""
            is_behind_break = piece == _BREAK_HERE and within.level == level and bool(text)
            parts, level = [], within.level
        if piece:
            parts.append(piece)
    if text := _shown(parts):
        yield _Line(text, level, is_behind_break, lost)


def _shown(parts: list[str]) -> str:
    text = _BLANKS.sub(" ", _BREAK.sub("", "".join(parts)))
    text = _PARTED.sub(lambda found: _BETWEEN_CELLS * found[0].count(_CELL_ENDS) or " ", text).strip(" ")
    return text if text.strip() else ""


def _pieces(root: HtmlElement) -> Iterator[tuple[str | None, _Within]]:
    """Runs of text in their order, `_BREAK_HERE` where a line ends and None where a paragraph does.

    By a stack of its own and not by calls, so that no depth of a page is too deep.
    """
    stack: list[tuple[HtmlElement, _Within, bool]] = [(root, _Within(), False)]
    while stack:
        element, within, is_end = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        style = element.get("style") or ""
        is_block = name in BLOCKS or _AS_BLOCK.search(style) is not None
        if is_end:
            yield from _bounds(is_block, within)
            yield from _words(element.tail, within)
            continue
        if not name or name in UNSEEN or is_hidden(element):
            yield from ((_UNREAD[kind], within) for kind in unread(element))
            yield from _words(element.tail, within)
            continue
        if sign := _sign(element, name, style):
            yield sign, within
        if sign == _LEFT:
            yield from _bounds(is_block, within)
            yield from _words(element.tail, within)
            continue
        if _is_next_cell(element, name, style, within):
            yield _CELL_ENDS, within
        elif name == "br" and not within.row:
            yield _BREAK_HERE, within
        else:
            yield from _bounds(is_block or name == "br", within)
        inner = _inner(element, name, style, within)
        yield from _words(element.text, inner, begins=name in PREFORMATTED)
        stack.append((element, within, True))
        stack += [(child, inner, False) for child in reversed(element)]


def _sign(element: HtmlElement, name: str, style: str) -> str:
    """The sign of a picture, of an item that the page numbers and of words struck out, '' of any other element."""
    if is_struck(element):
        return _LEFT if element.text_content().strip() else ""
    if name == "img":
        sizes = (re.match("\\s*([0-9]+)", element.get(side) or "") for side in ("width", "height"))
        return "" if any(size and int(size[1]) < _SMALLEST for size in sizes) else _PICTURE
    parent = element.getparent()
    is_numbered = name == "li" and parent is not None and parent.tag == "ol"
    unnumbered = is_numbered and _UNNUMBERED.search(f"{style};{parent.get('style') or ''}")
    return _NUMBER if is_numbered and not unnumbered else ""


def _lost(shown: Sequence[_Line], outside: Collection[int]) -> Iterator[str]:
    """What is told of what stands between the paragraphs of the article and is no text."""
    prose = [number for number, line in enumerate(shown, 1) if number not in outside and is_prose(line.text)]
    if not prose:
        return
    first, *others = [line.lost for line in shown[prose[0] - 1 : prose[-1]]]
    signs = first.count(_LEFT) * _LEFT + "".join(others)  # pictures before the first paragraph are none of the text's
    for sign, words in _LOST.items():
        if count := signs.count(sign):
            one, several = _NOUNS[sign]
            yield words.format(one if count == 1 else f"{count} {several}")


def _bounds(is_block: bool, within: _Within) -> Iterator[tuple[str | None, _Within]]:
    """What stands at either end of an element: a block ends a paragraph, within a row of data no more than a piece."""
    if is_block:
        yield (_PIECE_ENDS if within.row else None), within


def _is_next_cell(element: HtmlElement, name: str, style: str, within: _Within) -> bool:
    """True of a cell of a row of data, and of what is shown as one, behind the first."""
    is_cell = (within.row and name in _CELLS) or _AS_CELL.search(style) is not None
    return is_cell and element.getprevious() is not None


def _inner(element: HtmlElement, name: str, style: str, within: _Within) -> _Within:
    """What the text in an element stands in."""
    level = int(name[1]) if _HEADING.fullmatch(name) else within.level
    row = within.row or (name == "tr" and _is_row_of_data(element))
    styled = _PRESERVED.search(style)
    preserved = name in PREFORMATTED or (bool(styled[1]) if styled else within.preserved)
    return _Within(level, row, preserved)


def _words(text: str | None, within: _Within, *, begins: bool = False) -> Iterator[tuple[str | None, _Within]]:
    """A run of text, in its lines where their ends count; `begins` says that it stands at the beginning of one."""
    if not within.preserved or within.row:
        if text:
            yield text, within
        return
    for number, line in enumerate(_LINE_END.split(text or "")):
        if number:
            yield _BREAK_HERE, within
        words = _INDENT.sub("\u3000\u3000", line) if number or begins else line
        if words:
            yield words, within


def _is_row_of_data(row: HtmlElement) -> bool:
    """True of a row whose cells hold a few words each, or one beside such rows: a page is laid out by tables, too."""
    count = len(_cells(row))
    if count < 2 or not _are_of_data(row, _LONGEST_BESIDE):
        return False
    beside = (row, *islice(row.getparent() if row.getparent() is not None else (), _ROWS_ASKED))
    return any(len(_cells(other)) == count and _are_of_data(other, _LONGEST_CELL) for other in beside)


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [element for element in row if element.tag in _CELLS]


def _are_of_data(row: HtmlElement, longest: int) -> bool:
    """True of a row of which no cell holds more characters than that, many elements or another table."""
    return all(_is_cell_of_data(cell, longest) for cell in _cells(row))


def _is_cell_of_data(cell: HtmlElement, longest: int) -> bool:
    inner = [*islice(cell.iter(), _MOST_IN_CELL)]
    words = "".join(islice(cell.itertext(), _MOST_IN_CELL))
    return len(inner) < _MOST_IN_CELL and len(words.strip()) <= longest and all(one.tag != "table" for one in inner)


def _outside(lines: list[str], article: str) -> frozenset[int]:
    """The lines that are no part of the article; none where too little of the page was taken for one.

    Short lines are known only by their neighbours: they are of the article where they stand between lines of it, or
    before or behind these as they do in it.
    """
    words = _compared(article)
    compared = [_compared(line) for line in lines]
    known = [index for index, line in enumerate(lines) if len(line) >= _ENOUGH and compared[index] in words]
    if not known or sum(len(lines[index]) for index in known) < 300:
        return frozenset()
    first, last = known[0], known[-1]
    before, behind = words.partition(compared[first])[0], words.rpartition(compared[last])[2]
    while first and compared[first - 1] and before.endswith(compared[first - 1]):
        first -= 1
        before = before.removesuffix(compared[first])
    while last + 1 < len(lines) and compared[last + 1] and behind.startswith(compared[last + 1]):
        last += 1
        behind = behind.removeprefix(compared[last])
    inside = {index for index in range(first, last + 1) if compared[index] in words} | set(known)
    return frozenset(index + 1 for index in range(len(lines)) if index not in inside)


def _compared(text: str) -> str:
    """The words without any blank: trafilatura sets others between the cells of a table."""
    return in_words(text).replace(" ", "")
