"""Interactive elements that stand in another, as the standard tells them: what the tests of any page ask for.

https://html.spec.whatwg.org/multipage/dom.html#interactive-content
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

ALWAYS = {"button", "select", "textarea", "details", "iframe", "embed", "label", "summary"}
# Of these each takes what is named, though it is interactive: a label its control, a fold its summary and its contents.
TAKES = {"label": {"input", "select", "textarea"}, "details": {"*"}}


def nested(page: Element) -> Iterator[str]:
    """Each interactive element with the one that it stands in."""
    yield from _within(page, None)


def _within(element: Element, outer: Element | None) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        is_one = _is_interactive(child)
        takes = TAKES.get(outer.tag, set()) if outer is not None else {"*"}
        if is_one and outer is not None and child.tag not in takes and "*" not in takes:
            yield f"<{child.tag} {dict(child.items())}> in <{outer.tag} {dict(outer.items())}>"
        yield from _within(child, child if is_one and child.tag != "details" else outer)


def _is_interactive(element: Element) -> bool:
    if element.tag == "input":
        return element.get("type") != "hidden"
    if element.tag == "a":
        return element.get("href") is not None
    if element.tag in ("audio", "video"):
        return element.get("controls") is not None
    is_reached = element.get("tabindex") is not None and element.get("role") not in (None, "group")
    return element.tag in ALWAYS or is_reached
