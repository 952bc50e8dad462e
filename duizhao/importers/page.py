"""The text of a page: all that it shows, line by line, and which lines trafilatura takes for the article.

The whole text is the capture's text layer, so that the ledger accounts for what is left out, too. What becomes of the
lines is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from ..text.repeats import in_words
from .encodings import text_of
from .source import Refused, Source
from .taken import Taken, missing, versions

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "textarea"),
        *("audio", "canvas", "video"),  # what stands in them is for browsers that do not know them
    )
)
# The elements that browsers show in lines of their own; any other is a part of its line, whatever it is called.
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main"),
        *("marquee", "menu", "nav", "noframes", "ol", "optgroup", "option", "p", "plaintext", "pre", "search"),
        *("section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    )
)
_HEADING = re.compile("h[1-6]")
_BLANKS = re.compile("[ \t\r\n\f]+")
# A line break of the source beside a Chinese character is none of the text's.
_WIDE = "[\u2e80-\u9fff\uff00-\uffef]"
_BREAK = re.compile(f"(?<={_WIDE})[ \t\f]*[\r\n]\\s*|[ \t\f]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CELLS = frozenset(("td", "th"))
_BETWEEN_CELLS = "\u3000"
_LONGEST_CELL, _MOST_IN_CELL = 60, 20  # characters and elements of a cell of a table of data
_LONGEST_TITLE = 300
_ENOUGH = 12  # characters by which a line is known again in the article


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
    marked = tuple(_lines(root))
    lines = [text for text, _ in marked]
    if not lines:
        raise Refused("shows no text; a page that is drawn by scripts has to be saved from a browser")
    article = trafilatura.extract(html, include_comments=False, favor_recall=True, deduplicate=False) or ""
    title = root.findtext(".//title") or ""
    return Taken(
        "\n".join(lines) + "\n",
        tool="duizhao import, lxml",
        version=versions("lxml"),
        headings={number: level for number, (_, level) in enumerate(marked, 1) if level},
        outside=_outside(lines, article),
        title=" ".join(title[:_LONGEST_TITLE].split()),
    )


def _lines(root: HtmlElement) -> Iterator[tuple[str, int]]:
    """The lines that are seen, each with the level of the heading that it stands in, 0 for none."""
    parts: list[str] = []
    level = 0
    for piece, heading in _pieces(root):
        if piece is None or heading != level:
            yield from _line(parts, level)
            parts, level = [], heading
        if piece is not None:
            parts.append(piece)
    yield from _line(parts, level)


def _line(parts: list[str], level: int) -> Iterator[tuple[str, int]]:
    text = _BLANKS.sub(" ", _BREAK.sub("", "".join(parts))).strip(" ")
    if text.strip():
        yield text, level


def _pieces(root: HtmlElement) -> Iterator[tuple[str | None, int]]:
    """Runs of text in their order, None where a line ends; each with the level of its heading.

    By a stack of its own and not by calls, so that no depth of a page is too deep.
    """
    stack: list[tuple[HtmlElement, int, bool, bool]] = [(root, 0, False, False)]
    while stack:
        element, level, is_end, in_row = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        is_inline = name not in _BLOCKS or in_row
        if is_end:
            if not is_inline:
                yield None, level
            yield from _tail(element, level)
            continue
        if not name or name in _UNSEEN or _HIDDEN.search(element.get("style") or "") or "hidden" in element.attrib:
            yield from _tail(element, level)
            continue
        inner = int(name[1]) if _HEADING.fullmatch(name) else level
        if not is_inline or (name == "br" and not in_row):
            yield None, level
        if in_row and name in _CELLS and element.getprevious() is not None:
            yield _BETWEEN_CELLS, level
        stack.append((element, level, True, in_row))
        if element.text:
            yield element.text, inner
        in_row = in_row or (name == "tr" and _is_row_of_data(element))
        stack += [(child, inner, False, in_row) for child in reversed(element)]


def _is_row_of_data(row: HtmlElement) -> bool:
    """True of a row whose cells hold a few words each: a page is laid out by tables, too."""
    cells = [element for element in row if element.tag in _CELLS]
    return len(cells) > 1 and all(map(_is_cell_of_data, cells))


def _is_cell_of_data(cell: HtmlElement) -> bool:
    inner = [*islice(cell.iter(), _MOST_IN_CELL)]
    words = "".join(islice(cell.itertext(), _MOST_IN_CELL))
    return (
        len(inner) < _MOST_IN_CELL and len(words.strip()) <= _LONGEST_CELL and all(one.tag != "table" for one in inner)
    )


def _tail(element: HtmlElement, level: int) -> Iterator[tuple[str | None, int]]:
    if element.tail:
        yield element.tail, level


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
