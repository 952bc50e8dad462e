"""Prose as HTML, by a walk over its tree: every element, attribute and address is written here, and no other.

Where an address leads is left to `prose`, what prose may hold to the wing of that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from ...prose.tree import Element
from ..markup import filled, foreign

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_VOID = frozenset(("br", "hr"))
# Each child of these stands on a line of its own.
_LINES = frozenset(("div", "ul", "ol", "table", "thead", "tbody", "tr", "blockquote"))
_PLAIN = frozenset(("p", "li", "em", "strong", "code")) | _LINES
_ALIGNED = ("left", "center", "right")


def prose_html(
    root: Element, address: Callable[[str], str], language: str, remark: Callable[[str], str] = lambda _: ""
) -> Markup:
    """The tree of prose as HTML, its foreign runs marked; `address` gives each link's own for what was written.

    `remark` gives what is said of a link in its title, where its writer says nothing there.
    Headings have ids of their own words, and a table can be scrolled.
    """
    return _Walk(address, language, remark).inside(root)


def heading_ids(root: Element) -> Iterator[str]:
    """The ids of the headings of a tree, in order: their words, numbered where one has been taken."""
    taken: set[str] = set()
    for element in root.elements():
        if element.tag in _HEADINGS:
            stem = heading = re.sub(r"[^\w]+", "-", element.words.strip().lower()).strip("-")
            number = 0
            while heading in taken or not heading:
                number += 1
                heading = f"{stem}_{number}"
            taken.add(heading)
            yield heading


@dataclass(slots=True)
class _Walk:
    """A walk over a tree, which numbers its headings."""

    address: Callable[[str], str]
    language: str
    remark: Callable[[str], str]
    ids: Iterator[str] = field(default_factory=lambda: iter(()))

    def inside(self, element: Element) -> Markup:
        """What an element holds, as HTML."""
        if element.tag == "div":
            self.ids = heading_ids(element)
        between = Markup("\n") if element.tag in _LINES else Markup("")
        children = (child for child in element.children if not (between and _is_blank(child)))
        return between.join(
            foreign(child, self.language) if isinstance(child, str) else self.whole(child) for child in children
        )

    def whole(self, element: Element) -> Markup:
        """An element as HTML. Raises ValueError for one that is not known here."""
        tag = element.tag
        if tag in _VOID:
            return filled("<{}>", tag)
        if tag in _HEADINGS:
            return filled('<{} id="{}">{}</{}>', tag, next(self.ids), self.inside(element), tag)
        if tag in ("td", "th"):
            return self._cell(element)
        if tag == "a":
            return self._link(element)
        if tag == "table":
            html = '<div class="scroll" tabindex="0"><table class="small">\n{}\n</table></div>'
            return filled(html, self.inside(element))
        if tag == "pre":
            # As characters, since pages are rid of the spaces that begin their lines.
            return filled("<pre>{}</pre>", Markup(self.inside(element).replace("\n", Markup("&#10;"))))
        if tag in _PLAIN:
            html = "<{}>\n{}\n</{}>" if tag in _LINES else "<{}>{}</{}>"
            return filled(html, tag, self.inside(element), tag)
        raise ValueError(f"prose has no <{tag}>")

    def _cell(self, element: Element) -> Markup:
        align = element.align if element.align in _ALIGNED else ""
        attribute = filled(' data-align="{}"', align) if align else ""
        return filled("<{}{}>{}</{}>", element.tag, attribute, self.inside(element), element.tag)

    def _link(self, element: Element) -> Markup:
        said = element.title or self.remark(element.href)
        title = filled(' title="{}"', said) if said else ""
        return filled('<a href="{}"{}>{}</a>', self.address(element.href), title, self.inside(element))


def _is_blank(child: Element | str) -> bool:
    return isinstance(child, str) and not child.strip()
