"""Every page kind of the site, each made in its own room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..corpus.collation import collated
from .collation.page import collation_pages_of, follow_ups_page
from .compare import compare_page
from .compare_theme import compare_theme_pages
from .context import PageContext
from .district import district_pages
from .downloads import downloads_pages
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
from .silence import silence_pages
from .targets import targets_pages
from .term import term_pages
from .theme import theme_pages
from .threads import threads_pages
from .timeline import timeline_page
from .verify import verify_pages
from .wording.index import wordings_pages
from .wording.laid_out import laid_out_pages
from .wording.pairs import wording_pages

# Kinds of which there is one page.
SINGLE: tuple[Callable[[PageContext], Page], ...] = (
    home_page,
    reports_page,
    compare_page,
    parallel_page,
    phrases_page,
    follow_ups_page,
    search_page,
    timeline_page,
)
# Kinds with a page for each of something, whose views are deferred.
MANY: tuple[Callable[[PageContext], Iterator[Page]], ...] = (
    report_pages,
    wording_pages,
    laid_out_pages,
    targets_pages,
    verify_pages,
    downloads_pages,
    wordings_pages,
    compare_theme_pages,
    district_pages,
    theme_pages,
    indicator_pages,
    initiative_pages,
    term_pages,
)
# Kinds of a few pages that are made together.
FEW: tuple[Callable[[PageContext], Iterator[Page]], ...] = (list_pages, threads_pages, prose_pages, moved_pages)


@dataclass(frozen=True, slots=True)
class Portion:
    """Pages that are made together, by a function of a name; a page whose view is deferred is one by itself.

    `page` is that page, None where the frames of the pages are not known either before they are made.
    """

    name: str
    make: Callable[[], Iterable[Page]]
    page: Page | None = None


def groups_of(context: PageContext) -> Iterator[tuple[str, Callable[[], Iterator[Portion]]]]:
    """All pages in one language, in portions, by the kinds that are listed together, each with its name.

    The portions raise WordError where an interface word is missing.
    """
    yield "single", partial(_singles, context)
    for pages in MANY:
        yield pages.__name__, partial(_one_by_one, pages, context)
    yield "cards", partial(_cards, context)
    yield "collations", partial(_collations, context)
    yield "few", partial(_few, context)
    # After the collation tables: a report may have its name, and both are said to claim it. What only one language has
    # comes last: the pages of all languages are made side by side.
    yield silence_pages.__name__, partial(_one_by_one, silence_pages, context)
    yield "not found", partial(_not_found, context)


def _singles(context: PageContext) -> Iterator[Portion]:
    yield from (Portion(single.__name__, partial(_alone, single, context)) for single in SINGLE)


def _one_by_one(pages: Callable[[PageContext], Iterator[Page]], context: PageContext) -> Iterator[Portion]:
    yield from (Portion("", partial(tuple, (page,)), page) for page in pages(context))


def _cards(context: PageContext) -> Iterator[Portion]:
    for report in context.site.in_order:
        yield Portion(f"cards {report.id}", partial(cards_pages, context, report.id))


def _collations(context: PageContext) -> Iterator[Portion]:
    for name in collated(context.site):
        yield Portion(f"collation {name}", partial(collation_pages_of, context, name))


def _few(context: PageContext) -> Iterator[Portion]:
    yield from (Portion(pages.__name__, partial(pages, context)) for pages in FEW)


def _not_found(context: PageContext) -> Iterator[Portion]:
    yield Portion(not_found_page.__name__, partial(not_found_page, context))


def _alone(page: Callable[[PageContext], Page], context: PageContext) -> tuple[Page]:
    return (page(context),)


def pages_of(context: PageContext) -> Iterator[Page]:
    """All pages in one language. Raises WordError where an interface word is missing."""
    for _, portions in groups_of(context):
        for portion in portions():
            yield from portion.make()
