"""The text that a page holds and does not show: read where a script would show it, told where readers would open it.

Which lines that text has is left to `page`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from ..text.repeats import in_words
from .elements import is_hidden, show
from .ends import is_of_foot
from .saying import is_prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Lines = Callable[["HtmlElement"], Sequence[str]]

WAITED = "its text is hidden until a script shows it, and is read as if it were shown"
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
