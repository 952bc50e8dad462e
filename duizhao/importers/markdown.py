"""The signs of Markdown in a text: which of its lines they make headings, and the steps that take them out.

A sign goes only where all of its kind in the text are such signs, since a step on a character is done throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..content.mending import code_point
from .characters import Step

_HEADING = re.compile("(#{1,6})[ \t\u3000]+(?=\\S)")
_BETWEEN_CELLS = "\u3000"
# What each sign stands in, and what stands in its place.
_SIGNS = (
    ("#", re.compile("^[ \t]{0,3}#{1,6}(?=[ \t\u3000]+\\S)|(?<=\\S)[ \t]#{1,6}[ \t\r]*$", re.MULTILINE), ""),
    ("*", re.compile("(?<!\\*)\\*{1,3}(?=\\S)[^*\n]+(?<=\\S)\\*{1,3}(?!\\*)|^[ \t]*\\*(?=[ \t])", re.MULTILINE), ""),
    ("|", re.compile("^[^|\n]*\\|.*\\|[^|\n]*$", re.MULTILINE), _BETWEEN_CELLS),
)


@dataclass(frozen=True, slots=True)
class Markdown:
    """The levels of the lines that are headings, by their numbers from 1, and the steps on signs."""

    headings: Mapping[int, int]
    steps: tuple[Step, ...]


def markdown_of(name: str, text: str) -> Markdown:
    """What the signs of Markdown tell of a text; nothing of one that is not written in it."""
    lines = text.split("\n")
    headings = {number: len(found[1]) for number, line in enumerate(lines, 1) if (found := _HEADING.match(line))}
    if not name.lower().endswith((".md", ".markdown")) and len(headings) < 2:
        return Markdown({}, ())
    return Markdown(headings, tuple(_steps(text)))


def _steps(text: str) -> Iterator[Step]:
    for sign, signs, becomes in _SIGNS:
        count = text.count(sign)
        if count and count == sum(found[0].count(sign) for found in signs.finditer(text)):
            yield {"character": code_point(sign), **({"becomes": becomes} if becomes else {}), "count": 1}
