"""Pages as a browser has them, each read once for all tests of a process."""

from __future__ import annotations

import functools
from xml.etree.ElementTree import Element

import html5lib


@functools.cache
def parsed(page: bytes) -> tuple[Element, tuple[object, ...]]:
    """A page's tree as a browser makes it, which no test may change, and what is wrong with the page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parse(page.decode()), tuple(parser.errors)
