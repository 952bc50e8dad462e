"""Prose as a tree of the few elements that it may hold, and what is wrong with it, as values.

How a text becomes one is left to `parsing`, how one becomes HTML to the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """An element with what it holds. `href` and `title` are a link's, `align` is a table cell's; '' for none."""

    tag: str
    children: tuple[Element | str, ...] = ()
    href: str = ""
    title: str = ""
    align: str = ""

    def elements(self) -> Iterator[Element]:
        """This element and all within it, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    @property
    def words(self) -> str:
        """What a reader reads in it."""
        return "".join(child if isinstance(child, str) else child.words for child in self.children)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake in a text: line and column from 1, its code, what is wrong, and a way out."""

    line: int
    col: int
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link as the parser found it, with the place of its address in the text."""

    href: str
    line: int
    col: int


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was read: its tree, its links, the places of its headings, and what is wrong with it."""

    root: Element
    links: tuple[PlacedLink, ...]
    headings: tuple[tuple[int, int], ...]
    faults: tuple[Fault, ...]
