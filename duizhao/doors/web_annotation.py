"""Annotations of the W3C's Web Annotation Data Model, a page of them in JSON.

A mark has two selectors: its place, counted in code points as the model says, and its words with those beside them.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .json_files import in_json, json_of, listed, mapping, string, text_of, whole
from .spans import Document, Marked, Span, Task, WrongFile

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What says of which text the places are; a term of our own, so that other programs keep it or pass it over.
_TERMS = {"text_sha256": "urn:duizhao:text_sha256", "report": "urn:duizhao:report"}
_BESIDE = 16


def written(task: Task) -> bytes:
    """The marks of a report's page."""
    items = [_annotation(task, one) for one in task.spans]
    page = {"@context": [_CONTEXT, _TERMS], "type": "AnnotationPage", "report": task.report}
    return in_json(page | {"text_sha256": task.text_sha256, "items": items})


def _annotation(task: Task, one: Span) -> dict[str, Any]:
    labels = [{"type": "TextualBody", "purpose": "classifying", "value": one.kind}]
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": theme} for theme in one.themes]
    place = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    quote = {
        "type": "TextQuoteSelector",
        "exact": task.text[one.start : one.end],
        "prefix": task.text[max(0, one.start - _BESIDE) : one.start],
        "suffix": task.text[one.end : one.end + _BESIDE],
    }
    target = {"source": task.address, "text_sha256": task.text_sha256, "selector": [place, quote]}
    shared = {"id": f"{task.address}#{one.name}", "type": "Annotation", "motivation": "classifying"}
    return shared | {"body": [*labels, *tags], "target": target}


def read(data: bytes) -> Iterator[Document]:
    """The marks of a file, those of each text together: a page, a collection, a list, or one annotation."""
    value = json_of(text_of(data))
    pinned = string(value.get("text_sha256", ""), "text_sha256") if isinstance(value, dict) else ""
    items = [*_items(value)]
    if isinstance(value, dict):
        _require_all(value, len(items))
    of_texts: dict[str, list[Marked]] = {pinned: []} if pinned else {}
    for annotation, where in items:
        target = _one(annotation.get("target"), f"{where}.target")
        pin = string(target.get("text_sha256", pinned), f"{where}.target.text_sha256")
        of_texts.setdefault(pin, []).append(_mark(annotation, target, where))
    return (Document(tuple(marks), text_sha256=pin) for pin, marks in of_texts.items())


def _items(value: object) -> Iterator[tuple[dict[str, Any], str]]:
    """The annotations of a file, each with its place in it; those of a collection page by page."""
    if not isinstance(value, dict):
        value = {"items": value}
    elif not {"items", "first"} & value.keys():
        value = {"items": [value]}
    page, where = (value, "") if "items" in value else (_page(value["first"], "first"), "first.")
    while page:
        for at, one in enumerate(listed(page.get("items"), f"{where}items")):
            yield mapping(one, f"{where}items[{at}]"), f"{where}items[{at}]"
        following = page.get("next")
        page, where = (_page(following, f"{where}next"), f"{where}next.") if following is not None else ({}, "")


def _page(value: object, where: str) -> dict[str, Any]:
    """A page that must be in the file itself: nothing is fetched."""
    if isinstance(value, str):
        raise WrongFile(f"{where} names a page that is not in the file; put all pages of the collection into one file")
    return mapping(value, where)


def _require_all(value: dict[str, Any], count: int) -> None:
    """Refuses a file that has fewer annotations than it says that there are of its collection."""
    whole_of = value.get("partOf")
    for one, where in ((value, ""), (whole_of if isinstance(whole_of, dict) else {}, "partOf.")):
        if "total" in one and whole(one["total"], f"{where}total") > count:
            raise WrongFile(
                f"{where}total says {one['total']} annotations, and the file has {count}; pages are missing"
            )


def _mark(annotation: dict[str, Any], target: dict[str, Any], where: str) -> Marked:
    bodies = [mapping(one, f"{where}.body") for one in _several(annotation.get("body", []))]
    said = [(one.get("purpose"), string(one.get("value"), f"{where}.body.value")) for one in bodies]
    kinds = [value for purpose, value in said if purpose == "classifying"]
    if len(kinds) != 1:
        raise WrongFile(f"{where}.body needs one text with the purpose classifying, and has {len(kinds)}")
    selectors = [mapping(one, f"{where}.target.selector") for one in _several(target.get("selector", []))]
    typed = {one.get("type"): one for one in selectors if isinstance(one.get("type"), str)}
    place = typed.get("TextPositionSelector")
    if place is None:
        raise WrongFile(f"{where}.target has no TextPositionSelector")
    return Marked(
        start=whole(place.get("start"), f"{where}.target.selector.start"),
        end=whole(place.get("end"), f"{where}.target.selector.end"),
        kind=kinds[0],
        where=where,
        words=string(typed.get("TextQuoteSelector", {}).get("exact", ""), f"{where}.target.selector.exact"),
        themes=tuple(value for purpose, value in said if purpose == "tagging"),
    )


def _one(value: object, where: str) -> dict[str, Any]:
    """A value, or the only one of a list."""
    several = _several(value)
    if len(several) != 1:
        raise WrongFile(f"{where} must be one, and there are {len(several)}")
    return mapping(several[0], where)


def _several(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
