"""The places of pages that prose links to or makes, `page:method#dates` and headings, held against the finished pages.

That the pages and records exist is left to the rules, before any page is made.
"""

from __future__ import annotations

import functools
import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote

from ..content.page_names import REFERENCE_KINDS
from ..content.records import Prose
from ..issues import Issue, SourcePosition
from ..pages.context import PageContext
from ..pages.parts.prose import pages_with, reference_path
from ..pages.parts.prose_html import heading_ids
from ..prose.addresses import Reference, led_to
from ..prose.reading import written

_ID = re.compile(r'\sid="([^"]*)"')
IdsOf = Callable[[str], Counter[str]]


def prose_place_issues(pages: Mapping[str, bytes], contexts: Iterable[PageContext]) -> Iterator[Issue]:
    """Each link of prose to a place that its page does not have, and each heading whose place is the page's own."""

    @functools.cache
    def ids_of(path: str) -> Counter[str]:
        return Counter(html.unescape(name) for name in _ID.findall(pages.get(path, b"").decode()))

    for context in contexts:
        for prose in context.site.library.prose:
            if prose.language == context.language:
                shown = [path for path in pages_with(context, prose.name) if path in pages]
                yield from _lost_places(context, prose, shown, ids_of)
                yield from _taken_places(prose, shown, ids_of)


def _lost_places(context: PageContext, prose: Prose, shown: list[str], ids_of: IdsOf) -> Iterator[Issue]:
    for link in written(prose.text).links:
        reference = led_to(link.href, REFERENCE_KINDS)
        if not isinstance(reference, Reference) or not reference.fragment:
            continue
        for here in shown:
            path = reference_path(context, reference, here).partition("#")[0]
            if unquote(reference.fragment) not in ids_of(path):
                place = SourcePosition(prose.path, link.line, link.col)
                message = f"the page {path} has no place {reference.fragment!r}"
                hint = "a heading's place has its words, with - for what is no letter; the page's source has every id"
                yield Issue("reference-unknown", place, message, hint)


def _taken_places(prose: Prose, shown: list[str], ids_of: IdsOf) -> Iterator[Issue]:
    read = written(prose.text)
    for heading, place in zip(heading_ids(read.root), read.headings, strict=True):
        for path in shown:
            if ids_of(path)[heading] > 1:
                message = f"a heading of this text and the page {path} both claim the place #{heading}"
                yield Issue("address-clash", SourcePosition(prose.path, *place), message, "word the heading otherwise")
