"""Every page kind of the site, each made in its own room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .collation.page import collation_pages, follow_ups_page
from .compare import compare_page
from .compare_theme import compare_theme_pages
from .context import PageContext
from .district import district_pages
from .downloads import downloads_page
from .frame import Page
from .home import home_page
from .indicator import indicator_pages
from .initiative import initiative_pages
from .lists import list_pages
from .moved import moved_pages
from .not_found import not_found_page
from .parallel import parallel_page
from .phrases import phrases_page
from .prose import prose_pages
from .report.cards import cards_pages
from .report.listing import reports_page
from .report.page import report_pages
from .search import search_page
from .silence import silence_page
from .targets import targets_page
from .term import term_pages
from .theme import theme_pages
from .threads import threads_page
from .timeline import timeline_page
from .verify import verify_page
from .wording.index import wordings_page
from .wording.laid_out import laid_out_pages
from .wording.pairs import wording_pages

# Kinds of which there is one page, and kinds with a page for each of something.
SINGLE = (
    home_page,
    reports_page,
    compare_page,
    parallel_page,
    phrases_page,
    follow_ups_page,
    wordings_page,
    targets_page,
    search_page,
    verify_page,
    timeline_page,
    threads_page,
    downloads_page,
)
MANY = (
    report_pages,
    cards_pages,
    collation_pages,
    wording_pages,
    laid_out_pages,
    compare_theme_pages,
    list_pages,
    district_pages,
    theme_pages,
    indicator_pages,
    initiative_pages,
    term_pages,
    prose_pages,
    moved_pages,
)


def pages_of(context: PageContext) -> Iterator[Page]:
    """All pages in one language. Raises WordError where an interface word is missing."""
    for page in SINGLE:
        yield page(context)
    for pages in MANY:
        made: Iterable[Page] = pages(context)
        yield from made
    # After the collation tables: a report may have its name, and both are said to claim it. What only one language has
    # comes last: the pages of all languages are made side by side.
    yield silence_page(context)
    yield from not_found_page(context)
