"""A text of prose read: its tree, its links with their places, and all that is wrong with its form.

Whether its references lead anywhere is left to the rules over all reports, its HTML to the pages.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from .blocks import CODE, DEFINITION, block_faults
from .inline import inline_faults
from .joins import joined
from .limits import length_faults, size_faults
from .lines import TAB, Block, parts_of
from .parsing import parsed
from .places import heading_places, placed_links
from .run_together import run_together_faults
from .tree import Element, Fault, PlacedLink, Written


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
    links = tuple(placed_links(read.root, blocks))
    lines = text.split("\n")
    faults = [*block_faults(parts), *inline_faults(blocks), *_link_faults(read.root, links)]
    faults += run_together_faults(blocks, lines)
    faults += _definition_faults(blocks, read.labels, read.unused)
    # Where more is wrong, a sign may be left over for that reason.
    faults += () if faults else _stray_faults(blocks, read.stray)
    ordered = sorted({replace(fault, col=_typed_col(lines[fault.line - 1], fault.col)) for fault in faults})
    return Written(joined(read.root), links, tuple(heading_places(blocks)), tuple(ordered))


def _definition_faults(blocks: tuple[Block, ...], labels: Counter[str], unused: frozenset[str]) -> Iterator[Fault]:
    """Definitions of an address, `[label]: term:id`, that no link uses or that stand twice: they vanish."""
    places = {
        match[1].strip().lower(): line.place(match.start())
        for block in blocks
        for line in block.lines
        for match in DEFINITION.finditer(line.text)
    }
    for label in sorted(labels):
        if label in unused:
            message = "no link uses this definition: it would vanish"
            hint = "take it out, or use it: [words][label]; where it is text write \\[ before it"
        elif labels[label] > 1:
            message, hint = "this label is defined more than once", "one definition for each"
        else:
            continue
        yield Fault(*places.get(label, (1, 1)), CODE, message, hint)


def _link_faults(root: Element, links: tuple[PlacedLink, ...]) -> Iterator[Fault]:
    """Links that nobody can see, and links within links, which HTML has not."""
    for element, link in zip((one for one in root.elements() if one.tag == "a"), links, strict=True):
        if not element.words.strip():
            yield Fault(link.line, link.col, CODE, "a link has no words", "write them between its square brackets")
        elif any(
            inner.tag == "a" for child in element.children if isinstance(child, Element) for inner in child.elements()
        ):
            yield Fault(link.line, link.col, CODE, "a link stands within the words of a link", "one link, or two apart")


_STRAY = {
    "**": (
        "** stands here and makes nothing strong",
        "close it beside the last of its words; for the sign itself write \\*",
    ),
    "](": (
        "the signs of a link stand here and make none",
        "[words](term:id), closed; for the signs themselves write \\[",
    ),
    "][": (
        "the signs of a link by its label stand here, and nothing defines the label",
        "add a line [label]: term:id; for the signs themselves write \\[",
    ),
    "`": (
        "a backtick stands here and opens no code",
        "close it with another behind the code; for the sign itself write \\`",
    ),
}


def _stray_faults(blocks: tuple[Block, ...], stray: tuple[str, ...]) -> Iterator[Fault]:
    """The first signs that came to nothing and would stand on the page, each found by the words behind it."""
    for words in stray[:20]:
        # A backtick may be masked by another, of the next item of a list, with which it makes no code.
        masked = ((block, block.masked.find(words)) for block in blocks)
        typed = ((block, "\n".join(line.text for line in block.lines).find(words)) for block in blocks)
        found = next(((block, at) for block, at in chain(masked, typed) if at >= 0), None)
        if found:
            block, at = found
            yield Fault(*next(block.places([at])), CODE, *_STRAY["`" if words[0] == "`" else words[:2]])


def _typed_col(line: str, col: int) -> int:
    """The column in the line as typed, in which a tab is one character."""
    if "\t" not in line:
        return col
    return next((n for n in range(len(line)) if len(line[:n].expandtabs(TAB)) >= col - 1), len(line)) + 1
