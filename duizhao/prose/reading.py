"""A text of prose read: its tree, its links with their places, and all that is wrong with its form.

Whether its references lead anywhere is left to the rules over all reports, its HTML to the pages.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace

from .blocks import CODE, DEFINITION, block_faults
from .inline import inline_faults
from .joins import joined
from .limits import length_faults, size_faults
from .lines import TAB, Block, parts_of
from .parsing import parsed
from .places import heading_places, placed_links
from .tree import Element, Fault, Written


# A text is asked for by the rules, and again by each page that shows it.
@functools.lru_cache(maxsize=4096)
def written(text: str) -> Written:
    """What was written. A text beyond its bounds is not read, and its tree is empty."""
    beyond = next(length_faults(text), None)
    parts = () if beyond else tuple(parts_of(text))
    beyond = beyond or next(size_faults(parts), None)
    if beyond:
        return Written(Element("div"), (), (), (beyond,))
    read = parsed(text)
    blocks = tuple(part for part in parts if isinstance(part, Block))
    faults = [*block_faults(parts), *inline_faults(blocks), *_definition_faults(blocks, read.unused)]
    # Where more is wrong, a sign may be left over for that reason.
    faults += () if faults else _stray_faults(blocks, read.stray)
    lines = text.split("\n")
    ordered = sorted({replace(fault, col=_typed_col(lines[fault.line - 1], fault.col)) for fault in faults})
    links = tuple(placed_links(read.root, blocks))
    return Written(joined(read.root), links, tuple(heading_places(blocks)), tuple(ordered))


def _definition_faults(blocks: tuple[Block, ...], unused: frozenset[str]) -> Iterator[Fault]:
    """Lines that define an address, `[words]: term:id`, and that no link uses or that stand twice: they vanish."""
    seen: set[str] = set()
    for line in (line for block in blocks for line in block.lines):
        match = DEFINITION.match(line.masked)
        if not match:
            continue
        label = line.text[match.start(1) : match.end(1)].strip().lower()
        if label in unused:
            hint = "take it out, or use it: [words][label]; where it is text write \\[ before it"
            yield Fault(*line.place(match.start(1) - 1), CODE, "no link uses this definition: it would vanish", hint)
        elif label in seen:
            yield Fault(*line.place(match.start(1) - 1), CODE, "this label is defined twice", "one definition for each")
        seen.add(label)


def _stray_faults(blocks: tuple[Block, ...], stray: tuple[str, ...]) -> Iterator[Fault]:
    """Signs of strong words that make none and would stand on the page, each with the words behind it."""
    for words in stray:
        for block in blocks:
            place = block.masked.find(words)
            if place >= 0:
                hint = "close it with ** beside the last of its words; for the sign itself write \\*"
                yield Fault(*next(block.places([place])), CODE, "** stands here and makes nothing strong", hint)
                break


def _typed_col(line: str, col: int) -> int:
    """The column in the line as typed, in which a tab is one character."""
    if "\t" not in line:
        return col
    return next((n for n in range(len(line)) if len(line[:n].expandtabs(TAB)) >= col - 1), len(line)) + 1
