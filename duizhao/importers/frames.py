"""The addresses that a page names for what it shows in frames, or leads to by itself: its text may stand there.

Whether the page itself has a text is left to `page`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..text.characters import in_print

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEADS_ON = re.compile(r"^\s*+[0-9.]*+\s*+[;,]?\s*+url\s*+=\s*+['\"]?\s*+([^'\"\s]+)", re.IGNORECASE)
_SHOWN, _LONGEST = 4, 200


def text_elsewhere(root: HtmlElement, address: str) -> str:
    """Why a page without a text is refused, with the addresses that may have it; '' where it names none."""
    framed = list(dict.fromkeys(told_address(source, address) for source in _frames(root)))
    if framed:
        return f"hardly says anything in Chinese itself and shows another page in a frame: import that, {few(framed)}"
    if any(frame.get("srcdoc") for frame in root.iter("iframe")):
        return "hardly says anything outside of a frame that it writes itself (srcdoc): save that frame from a browser"
    on = [told_address(found[1], address) for meta in root.iter("meta") if (found := _leading_on(meta))]
    return f"hardly says anything in Chinese itself and leads on to another page: import that, {few(on)}" if on else ""


def _frames(root: HtmlElement) -> Iterator[str]:
    for frame in root.iter("frame", "iframe"):
        source = (frame.get("src") or "").strip()
        if source and not source.lower().startswith(("about:", "javascript:", "data:")):
            yield source


def _leading_on(meta: HtmlElement) -> re.Match[str] | None:
    is_refresh = (meta.get("http-equiv") or "").lower() == "refresh"
    return _LEADS_ON.match(meta.get("content") or "") if is_refresh else None


def told_address(source: str, address: str) -> str:
    """An address as a message names it, in one line."""
    try:
        whole = urljoin(address, source) if address else source
    except ValueError:
        whole = source
    return in_print(" ".join(whole.split())[:_LONGEST])


def few(addresses: list[str]) -> str:
    return " or ".join(addresses[:_SHOWN]) + (" and others" if len(addresses) > _SHOWN else "")
