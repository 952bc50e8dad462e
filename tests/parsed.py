"""Pages as a browser has them, each read once for all tests of a process.

Read by html5ever, Servo's parser, in a tenth of the time that html5lib takes: of what tests did, to read pages was
most. tests/test_parsed.py holds it against html5lib.
"""

from __future__ import annotations

import functools
import re
from xml.etree.ElementTree import Element, ParseError, fromstring

import html5lib
from markupever import HtmlOptions, Parser

_HTML = "{http://www.w3.org/1999/xhtml}"
# What is for readers without scripts is text to a browser that has them, and is to be read, too: as another element,
# which is read alike.
_INSTEAD = "x-noscript"


@functools.cache
def parsed(page: bytes) -> tuple[Element, tuple[str, ...]]:
    """A page's tree as a browser makes it, which no test may change, and what is wrong with the page."""
    parser = Parser(HtmlOptions(full_document=True, exact_errors=True))
    parser.process(re.sub(rb"(</?)noscript\b", rb"\1" + _INSTEAD.encode(), page))
    parser.finish()
    wrong = tuple(parser.errors())
    try:
        root = fromstring(parser.into_dom().serialize(is_html=False))
    except ParseError:  # what XML cannot say: names of attributes of any characters
        return html5lib.parse(page.decode(), namespaceHTMLElements=False), wrong
    for element in root.iter():
        name = element.tag.removeprefix(_HTML)
        element.tag = "noscript" if name == _INSTEAD else name
    return root, wrong
