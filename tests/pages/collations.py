"""The collation tables of all texts, as the kinds of pages name them."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.corpus.collation import collated
from duizhao.pages.collation.page import collation_pages_of
from duizhao.pages.context import PageContext
from duizhao.pages.frame import Page


def collation_pages(context: PageContext) -> Iterator[Page]:
    for report in collated(context.site):
        yield from collation_pages_of(context, report)
