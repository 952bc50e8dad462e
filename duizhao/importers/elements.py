"""The elements of pages by their names and styles: which are lines, which are not seen, hidden or struck out.

What they say is left to `page`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READINGS = ("rp", "rt", "rtc")  # above characters
UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "svg", "iframe", "embed", "object", "textarea"),
        *("audio", "canvas", "video"),  # what stands in them is for browsers that do not know them
        *READINGS,
    )
)
# The elements that browsers show in lines of their own; any other is a part of its line, whatever it is called.
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main"),
        *("marquee", "menu", "nav", "noframes", "ol", "optgroup", "option", "p", "plaintext", "pre", "search"),
        *("section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    )
)
PREFORMATTED = frozenset(("listing", "plaintext", "pre", "xmp"))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))[^;]*;?", re.IGNORECASE)
# Within a line also what is set out of sight; a block may be so until a script moves it in, or for what stands in it.
WHOLE_WORDS = frozenset(("a", "b", "bdi", "em", "font", "i", "label", "mark", "q", "small", "span", "strong", "u"))
_NOUGHT, _ENDS = r"(?:0{1,9}(?:\.0{0,9})?|\.0{1,9})", r"\s{0,9}(?:;|!|$)"
SEEN_NOT = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*{_NOUGHT}%?{_ENDS}"
    rf"|font-size\s*:\s*{_NOUGHT}(?:px|pt|em|rem|%)?{_ENDS}"
    r"|(?<![-\w])(?:left|top|right|text-indent)\s*:\s*-(?:[0-9]{4,}|[5-9][0-9]{2})(?![0-9])"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?\b[\s,]+[01](?:px)?\b[\s,]+[01](?:px)?\b",
    re.IGNORECASE,
)
_STRUCK = frozenset(("del", "s", "strike"))
_STRUCK_OUT = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,200}\bline-through\b", re.IGNORECASE)


def is_hidden(element: HtmlElement) -> bool:
    """True of what a page does not show, by its style or an attribute."""
    form = SEEN_NOT if element.tag in WHOLE_WORDS else _HIDDEN
    return "hidden" in element.attrib or form.search(element.get("style") or "") is not None


def show(element: HtmlElement) -> None:
    """Takes away what hides an element."""
    element.attrib.pop("hidden", None)
    if style := element.get("style"):
        element.set("style", SEEN_NOT.sub("", _HIDDEN.sub("", style)))


def is_struck(element: HtmlElement) -> bool:
    """True of words that are struck out: by the kind of their element, or by its style."""
    return element.tag in _STRUCK or _STRUCK_OUT.search(element.get("style") or "") is not None


def unstrike(element: HtmlElement) -> None:
    """Takes away what strikes the words of an element out."""
    element.tag = "div" if element.tag in _STRUCK else element.tag
    element.set("style", _STRUCK_OUT.sub("", element.get("style") or ""))


def end_readings(root: HtmlElement) -> None:
    """Puts the characters behind readings that stand in these, as their end tags are left out, behind them."""
    for reading in [*root.iter(*READINGS)]:
        for base in reversed(_bases_in(reading)):
            reading.addnext(base)


def _bases_in(reading: HtmlElement) -> list[HtmlElement]:
    """The elements of characters within a reading, each without those within it."""
    found: list[HtmlElement] = []
    for element in reading.iter("rb", "ruby"):
        if set(found).isdisjoint(element.iterancestors()):
            found.append(element)
    return found
