"""The judge of figures: finds on a finished page each figure that is limited, and whether what limits it stands by it.

What limits a figure must be asked of the content; where a figure stands is read on the page alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duizhao.content.locale import Words, quantity_words
from duizhao.content.records import Measure, Statement
from duizhao.corpus.join import Corpus

_STATEMENT = re.compile(r"(?:zh/)?reports/([a-z0-9-]+)/index\.html#([tkrs][0-9]+)$")
# What stands alone on a page: of the boxes about a link the innermost of these says all that is said of a statement.
_OWN = {"li", "dd", "article", "figure"}
# The report itself, which is shown as it is, and its cards, which are looked at by themselves.
_THE_TEXT = {"text", "card"}
_ROWS = {"targets", "observations", "silence"}


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure that a page shows of a statement, and the words of the box in which it stands, titles included."""

    statement: Statement
    measure: Measure
    words: str


def shown_figures(site: Corpus, document: Element, path: str, words: Words) -> Iterator[ShownFigure]:
    """Every figure that a page shows beside a link to its statement or on the statement's card."""
    for name, box in (*_linked(document, path), *_cards(document, path)):
        statement, said = site.statements[site.renamed.get(name, name)], _said(box)
        for measure in statement.measures:
            if measure.figure in said or quantity_words(measure, words) in said:
                yield ShownFigure(statement, measure, said)


def _linked(document: Element, path: str) -> Iterator[tuple[str, Element]]:
    """Each link to a statement of another page, by the statement's full id, with the box in which it stands."""
    parents = {child: parent for parent in document.iter() for child in parent}
    for link in document.iter("a"):
        # A link to later words names their place, and shows no figure of theirs.
        if "answer" in (parents[link].get("class") or "").split():
            continue
        href = link.get("href") or ""
        target = path + href if href[:1] == "#" else posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
        box = _box(link, parents)
        if (found := _STATEMENT.fullmatch(target)) and (box.get("class") or "") not in _THE_TEXT:
            yield f"{found[1]}/{found[2]}", box


def _box(link: Element, parents: dict[Element, Element]) -> Element:
    box = link
    while box in parents:
        box, inner = parents[box], box
        classes = (box.get("class") or "").split()
        if box.tag in _OWN or "fig" in classes or "later" in classes:
            return box
        if box.tag == "tr":
            return box if _ROWS & _classes_about(box, parents) else inner
        if "prose" in classes:
            return inner
    return link


def _classes_about(row: Element, parents: dict[Element, Element]) -> set[str]:
    """The classes of the table that a row stands in."""
    while row in parents and row.tag != "table":
        row = parents[row]
    return set((row.get("class") or "").split())


def _cards(document: Element, path: str) -> Iterator[tuple[str, Element]]:
    report = path.removeprefix("zh/").split("/")[1] if "reports/" in path else ""
    for card in document.iter("article"):
        if card.get("class") == "card":
            yield f"{report}/{card.get('id')}", card


def _said(box: Element) -> str:
    """The words of a box, and those of the titles in it."""
    titles = (part.get("title") or "" for part in box.iter("a"))
    return " ".join((" ".join("".join(box.itertext()).split()), *titles))
