"""How much a text of prose may hold, so that every one is read in bounded time.

The parser of Markdown looks for the end of what each sign opens, to the end of its paragraph: a thousand signs in a
paragraph without an end cost as the square of them. What is within the bounds is left to `blocks` and `inline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .blocks import HEADING, ITEM, RULE, is_separator
from .lines import Block, Fence, Line
from .tree import Fault

CODE = "prose-size"
TEXT = 200_000
LINE = 8_000
PARAGRAPH = 8_000
SIGNS = 200
RUN = 40
BRACKETS = 8
DEPTH = 6
_SIGNS = "[(<*_`&{\\"


def size_faults(parts: Iterable[Block | Fence]) -> Iterator[Fault]:
    """The first thing of which a text has more than it may, in each of its blocks."""
    for part in parts:
        if isinstance(part, Block):
            yield from _block_faults(part)


def length_faults(text: str) -> Iterator[Fault]:
    """A text, or a line of it, that is longer than any that is written: told before anything else is looked at."""
    if len(text) > TEXT:
        yield Fault(1, 1, CODE, f"the text has {len(text):,} characters, of {TEXT:,} at most", "make several of it")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE:
            message = f"the line has {len(line):,} characters, of {LINE:,} at most"
            yield Fault(number, LINE + 1, CODE, message, "break it into lines")


def _block_faults(block: Block) -> Iterator[Fault]:
    if block.depth > DEPTH:
        yield _told(block.lines[0], f"quotations stand within one another more than {DEPTH} deep")
        return
    if sum(bool(HEADING.match(line.text) or RULE.match(line.text)) for line in block.lines) > SIGNS:
        yield _told(block.lines[0], f"more than {SIGNS} headings and rules stand without a blank line between them")
    for lines in _units(block):
        unit = "\n".join(line.text for line in lines)
        signs = max((unit.count(sign), sign) for sign in _SIGNS)
        run = re.search(rf"([{re.escape(_SIGNS)}])\1{{{RUN}}}", unit)
        if len(unit) > PARAGRAPH:
            yield _told(lines[0], f"the paragraph has {len(unit):,} characters, of {PARAGRAPH:,} at most")
        elif signs[0] > SIGNS:
            yield _told(lines[0], f"the paragraph has {signs[0]:,} times {signs[1]}, of {SIGNS} at most")
        elif run:
            yield _told(lines[0], f"{run[1]} stands more than {RUN} times in a row")
        elif _deepest(unit) > BRACKETS:
            yield _told(lines[0], f"square brackets stand within one another more than {BRACKETS} deep")
        elif lines[0].indent > 4 * DEPTH and ITEM.match(lines[0].text):
            yield _told(lines[0], f"lists stand within one another more than {DEPTH} deep")


def _told(line: Line, message: str) -> Fault:
    return Fault(*line.place(), CODE, message, "write shorter paragraphs, or code between ``` where it is none")


def _units(block: Block) -> Iterator[list[Line]]:
    """The runs of lines that are read together: a row of a table, an item of a list, a paragraph."""
    unit: list[Line] = []
    table = any(is_separator(line.text) for line in block.lines[:2])
    for line in block.lines:
        if unit and (table or ITEM.match(line.text)):
            yield unit
            unit = []
        unit.append(line)
    yield unit


def _deepest(text: str) -> int:
    """How deep square brackets stand within one another, those that are never closed too."""
    deepest = depth = 0
    for sign in re.findall(r"[\[\]]", text):
        depth = depth + 1 if sign == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
