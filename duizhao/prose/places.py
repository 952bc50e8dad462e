"""Where the links and headings of a tree stand in their text: the parser of Markdown knows no places.

A link is found again by its address: the second link to an address is the second place that has it. Headings are found
by their order.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import zip_longest

from .blocks import DEFINITION, HEADING
from .lines import Block
from .tree import Element, PlacedLink

_WRITTEN = re.compile(r"\]\([ \n]*<?|<(?=[A-Za-z][^<>\s]*[:@])")
_ADDRESS = re.compile(r"[^\s()<>\"'\0]*")

Place = tuple[int, int]


def placed_links(root: Element, blocks: tuple[Block, ...]) -> Iterator[PlacedLink]:
    """The links of a tree with their places; one that is defined elsewhere has the place of its definition."""
    inline, defined = _inline_places(blocks), _defined_places(blocks)
    for link in (element for element in root.elements() if element.tag == "a"):
        key = _key(link.href)
        if inline[key]:
            place = inline[key].popleft()
        else:
            place = defined.get(key) or next((places.popleft() for places in inline.values() if places), (1, 1))
        yield PlacedLink(link.href, *place)


def heading_places(blocks: tuple[Block, ...]) -> Iterator[Place]:
    """The places of the headings of a text in which nothing is wrong."""
    return (line.place() for block in blocks for line in block.lines if HEADING.match(line.masked))


def _inline_places(blocks: tuple[Block, ...]) -> defaultdict[str, deque[Place]]:
    """The places of the addresses behind `](` and within `< >`, by address."""
    places: defaultdict[str, deque[Place]] = defaultdict(deque)
    for block in blocks:
        text = block.masked
        starts = [match.end() for match in _WRITTEN.finditer(text)]
        for start, place in zip(starts, block.places(starts), strict=True):
            places[_key(html.unescape(text[start : start + 400]))].append(place)
    return places


def _defined_places(blocks: tuple[Block, ...]) -> dict[str, Place]:
    """The places of the addresses that lines of their own define, by address."""
    places: dict[str, Place] = {}
    for line, below in (pair for block in blocks for pair in zip_longest(block.lines, block.lines[1:])):
        for match in DEFINITION.finditer(line.text):
            at, written, end = (line, match[2], match.end())
            if not written and below:
                at, written, end = (below, below.text.strip(), len(below.text.rstrip()))
            address = written.lstrip("<")
            places[_key(html.unescape(address))] = at.place(end - len(address))
    return places


def _key(address: str) -> str:
    """An address up to what may be written in several ways."""
    return _ADDRESS.match(address.removeprefix("mailto:"))[0][:200]  # type: ignore[index]
