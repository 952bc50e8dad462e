"""The text that a page holds and does not show: read where a script would show it, told where readers would open it.

Of what is struck out a whole text is read, too.

Which lines that text has is left to `page`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from ..text.repeats import in_words
from .elements import BLOCKS, is_hidden, is_struck, show, unstrike
from .ends import is_of_foot
from .saying import is_prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Lines = Callable[["HtmlElement"], Sequence[str]]

WAITED = "its text is hidden until a script shows it, and is read as if it were shown"
STRUCK = "its text is struck out, and is read as if it were not"
_KEPT_APART = frozenset(("noscript", "template", "textarea"))  # may hold a text, and never show it by themselves
_HAN = re.compile("[\u3400-\u9fff]")


def hidden_in(root: HtmlElement) -> list[HtmlElement]:
    """The elements that hold what a page does not show, each without those within it."""
    found: list[HtmlElement] = []
    inner: set[HtmlElement] = set()
    for element in root.iter():
        if element in inner or not isinstance(element.tag, str):
            continue
        if is_hidden(element) or element.tag in _KEPT_APART:
            found.append(element)
            inner.update(element.iterdescendants())
    return found


def show_waiting(root: HtmlElement, lines_of: Lines, is_text: Callable[[Sequence[str]], bool]) -> bool:
    """Shows what is hidden and holds a text of its own; true where there is any."""
    waiting = [one for one in hidden_in(root) if is_hidden(one) and is_text(_lines_in(one, lines_of))]
    for element in waiting:
        show(element)
    return bool(waiting)


def show_struck(root: HtmlElement) -> bool:
    """Shows paragraphs that are struck out, and lines that are it wholly; false where there is no such paragraph.

    What is struck out within a line stays so: of two figures one is left.
    """
    struck = [one for one in root.iter() if is_struck(one) and not any(map(is_struck, one.iterancestors()))]
    has_text = any(is_prose(one.text_content().strip()) for one in struck)
    for element in struck if has_text else ():
        if is_prose(element.text_content().strip()) or _fills_its_block(element):
            unstrike(element)
    return has_text


def _fills_its_block(element: HtmlElement) -> bool:
    """True of an element beside which its block has no words."""
    while element.tag not in BLOCKS and (parent := element.getparent()) is not None:
        others = (one for one in parent if one is not element)
        if _has_words(parent.text) or _has_words(element.tail):
            return False
        if any(_has_words(one.tail) or (isinstance(one.tag, str) and _has_words(one.text_content())) for one in others):
            return False
        element = parent
    return True


def _has_words(text: str | None) -> bool:
    return bool((text or "").strip())


def hidden_told(root: HtmlElement, lines_of: Lines, shown: Collection[str]) -> Iterator[str]:
    """What is told of paragraphs that a page holds and neither shows nor has once more among the lines it shows."""
    known = in_words("\n".join(shown))
    held = [[line for line in _lines_in(one, lines_of) if in_words(line) not in known] for one in hidden_in(root)]
    lost = [line for lines in held if any(is_prose(line) and not is_of_foot(line) for line in lines) for line in lines]
    if lost:
        count = sum(len(_HAN.findall(line)) for line in lost)
        first = next(line for line in lost if is_prose(line))
        yield f"text that it does not show is not here: {count} Chinese characters, with {first[:24]}…"


def _lines_in(element: HtmlElement, lines_of: Lines) -> Sequence[str]:
    """The lines that an element would have if it were shown."""
    attributes, tag, tail = dict(element.attrib), element.tag, element.tail
    show(element)
    element.tag, element.tail = "div" if tag in _KEPT_APART else tag, None
    lines = lines_of(element)
    element.attrib.update(attributes)
    element.tag, element.tail = tag, tail
    return lines
