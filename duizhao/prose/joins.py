"""The lines of a source joined: a line's end between two Han characters is nothing, any other is a space.

Marks that Chinese shares with other scripts, “ ” ‘ ’ — … ·, go with the character on their other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .parsing import BLOCKS
from .tree import Element

_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_SHARED = "“”‘’—…·–― \t\n"
# How far a shared mark is followed to the character that it goes with.
_FAR = 40


def joined(root: Element) -> Element:
    """The tree with its texts' lines joined; code between fences as it is."""
    leaves: list[str] = []
    flow: list[str] = []
    for leaf in (*_leaves(root), None):
        if leaf is not None:
            flow.append(leaf)
        else:
            leaves += _joined_flow(flow)
            flow = []
    return _with_leaves(root, iter(leaves))


def _leaves(element: Element) -> Iterator[str | None]:
    """The texts in their order; None where what is read together ends."""
    if element.tag == "pre":
        return
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            apart = child.tag in BLOCKS or child.tag == "br"
            yield from (None,) if apart else ()
            yield from _leaves(child)
            yield from (None,) if apart else ()


def _joined_flow(flow: list[str]) -> Iterator[str]:
    text = "".join(flow)
    kept = [True] * len(text)
    for match in _BREAK.finditer(text):
        line_end = text.index("\n", match.start())
        for place in range(match.start(), match.end()):
            kept[place] = place == line_end and not _between_han(text, match.start(), match.end())
    start = 0
    for leaf in flow:
        yield "".join(char for place, char in enumerate(leaf, start) if kept[place])
        start += len(leaf)


def _between_han(text: str, start: int, end: int) -> bool:
    before = _goes_with(reversed(text[max(0, start - _FAR) : start]))
    after = _goes_with(iter(text[end : end + _FAR]))
    return bool((before or after) and (after or before) and _HAN.match(before or after) and _HAN.match(after or before))


def _goes_with(chars: Iterator[str]) -> str:
    """The first character that is of one script; '' for none."""
    return next((char for char in chars if char not in _SHARED), "")


def _with_leaves(element: Element, leaves: Iterator[str]) -> Element:
    if element.tag == "pre":
        return element
    children = (next(leaves) if isinstance(child, str) else _with_leaves(child, leaves) for child in element.children)
    return replace(element, children=tuple(children))
