"""The judge of empty boxes: finds each element of a finished page that a reader sees and that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

# What draws something by itself.
_DRAWN = {"svg", "img", "input", "textarea", "button"}
# What a reader takes for a place where something stands; a box within such a one is judged by itself.
_BOXES = {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "select"),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "section",
        "article",
        "aside",
        "nav",
        "figure",
        "figcaption",
        "details",
        "summary",
        "div",
    ),
}
# What a script fills, and a line of the search that has no box of its own.
_FILLED = {"results", "search-status", "cite-formats", "search-examples"}


def empty_boxes(document: Element) -> Iterator[str]:
    """Each box of a page that holds neither words nor a drawing, as tag and class.

    The last column of a vocabulary is an explanation, which a code may do without.
    """
    explained = {
        cell for table in document.iter("table") if "vocabulary" in table.get("class", "") for cell in table.iter("td")
    }
    for box in document.find("body").iter():
        filled = box.get("id") in _FILLED or "data-count" in box.attrib
        if box.tag in _BOXES and not filled and box not in explained and not _holds(box):
            yield f"<{box.tag} class={box.get('class', '')!r} id={box.get('id', '')!r}>"


def _holds(box: Element) -> bool:
    return bool("".join(box.itertext()).strip()) or any(part.tag.rpartition("}")[2] in _DRAWN for part in box.iter())
