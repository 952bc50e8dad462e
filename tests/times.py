"""The judge of times: finds on a finished page each time that stands beside a statement, and how it is shown.

What the time of a statement is must be asked of the content: this reads the page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_STATEMENT = re.compile(r"(?:(?:^|/)([a-z0-9-]+)/(?:index\.html)?)?#([tkrs][0-9]+)$")
# A card says in words whether its time is inferred.
_IN_WORDS = re.compile(r"^(\[[^]]+\])(?: \(inferred\)|（推定）)$")
_OF_A_CARD = {"By", "Period", "期限", "时期"}


@dataclass(frozen=True, slots=True)
class ShownTime:
    """A time as a page shows it: the statement beside it (full id), the words about it, and those that are marked.

    `elements` is how many elements mark them; a card says it in words.
    """

    statement: str
    words: str
    marks: tuple[str, ...]
    elements: int


def shown_times(document: Element, path: str) -> Iterator[ShownTime]:
    """Every time that a page shows of a statement, wherever such times stand."""
    for statement, box in (*_in_lists(document), *_in_tables(document), *_in_cards(document)):
        said = " ".join("".join(box.itertext()).split())
        marks = tuple("".join(mark.itertext()) for mark in inferred(box))
        own = f"{path.removeprefix('zh/').split('/')[1]}/" if "/" not in statement else ""
        yield ShownTime(own + statement, said, marks or tuple(_IN_WORDS.findall(said)), len(marks))


def inferred(box: Element) -> list[Element]:
    """The marks of inferred times within an element."""
    return [one for one in box.iter("span") if one.get("class") == "inferred"]


def says_what_is_inferred(document: Element) -> bool:
    """True of a page that says what the marks mean: to who reads it, and in words for a script that tells them."""
    (main,) = document.iter("main")
    keys = [one for one in document.iter("p") if "time-key" in (one.get("class") or "").split()]
    return "data-inferred" in main.attrib and bool(main.get("data-inferring")) and bool(keys)


def _in_lists(document: Element) -> Iterator[tuple[str, Element]]:
    """Statements in lists, and figures in tables and rows of figures."""
    for item in (*document.iter("li"), *document.iter("p"), *document.iter("dd")):
        # Where a statement has a line for its time alone, that one.
        places = [part for part in item.iter("p") if part.get("class") in ("from", "from when")]
        said = sorted(places, key=lambda part: part.get("class") != "from when")
        noted = list(item.iter("small"))
        if item.tag == "li" and item.get("data-kind") and said:
            yield _linked(item), said[0]
        elif item.get("class") in ("fig", "num") and noted and _linked(item):
            yield _linked(item), noted[0]


def _in_tables(document: Element) -> Iterator[tuple[str, Element]]:
    """Rows of the targets, of an indicator's figures, of promises with later words, and of those that are not due."""
    for table in document.iter("table"):
        kind = (table.get("class") or "").split()
        for row in table.iter("tr"):
            cells = list(row)
            if "targets" in kind and row.get("data-due"):
                yield _linked(cells[0]), cells[2]
            elif "observations" in kind and _linked(row):
                yield _linked(cells[-1]), cells[0]
            elif "due" in kind and _linked(row):
                yield _linked(row), cells[-1]
            elif "collation" in kind:
                yield from ((_linked(p), p) for p in row.iter("p") if p.get("class") == "from" and _linked(p))


def _in_cards(document: Element) -> Iterator[tuple[str, Element]]:
    for card in document.iter("article"):
        if card.get("class") == "card":
            for before, after in zip(inside := list(next(card.iter("dl"))), inside[1:], strict=False):
                if before.tag == "dt" and "".join(before.itertext()) in _OF_A_CARD:
                    yield card.get("id", ""), after
            # Other statements of the same indicator, each with its own.
            for item in card.iter("li"):
                yield from ((_linked(item), when) for when in item.iter("small") if when.get("class") == "when")


def _linked(box: Element) -> str:
    """The id of the first statement that an element links to, with its report's where that is another; '' for none."""
    found = (_STATEMENT.search(link.get("href", "")) for link in box.iter("a"))
    return next((f"{match[1]}/{match[2]}" if match[1] else match[2] for match in found if match), "")
