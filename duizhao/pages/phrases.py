"""Policy phrases: the terms that the texts of several districts use, and those of one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..corpus.join import Corpus
from .context import PageContext
from .frame import Link, Page
from .parts.cells import silence
from .parts.columns import are_many
from .parts.lists import ListRow, reading

Uses = Mapping[str, Counter[str]]  # by term, how often each district's texts use it


@dataclass(frozen=True, slots=True)
class UseCell:
    """How often the texts of a district use a term, or why that is not said."""

    count: str
    silent: Markup


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """A term of several districts, with how often the texts of each use it."""

    term: Link
    cells: tuple[UseCell, ...]


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """The terms that only one district's texts use, or why there are none."""

    title: Markup
    rows: tuple[ListRow, ...]
    silent: Markup


@dataclass(frozen=True, slots=True)
class PhrasesView:
    """Policy terms by district: those that several share and those of one alone; `many` columns need a box."""

    districts: tuple[Link, ...]
    shared: tuple[SharedTerm, ...]
    own: tuple[OwnTerms, ...]
    many: bool


def phrases_page(context: PageContext) -> Page:
    """Policy terms by district."""
    compare = Link(context.word("nav.compare"), context.path("compare"))
    title, said = context.words("compare.phrases"), context.words("phrases.lede")
    frame = context.frame(("compare", "phrases"), title, "compare", (compare,), description=said)
    uses = context.site.once(_uses)
    view = PhrasesView(
        tuple(context.district(district.id) for district in context.site.library.districts),
        tuple(_shared(context, uses)),
        tuple(_own(context, uses, district.id) for district in context.site.library.districts),
        are_many(context),
    )
    return Page("phrases.html", frame, view)


def _uses(site: Corpus) -> Uses:
    """How often each term is used, those of most districts first, then the most used."""
    found: dict[str, Counter[str]] = {}
    for mention in site.mentions:
        if mention.kind == "term":
            district = site.reports[mention.report].district
            found.setdefault(mention.subject, Counter())[district] += 1
    ordered = sorted(found, key=lambda term: (-len(found[term]), -found[term].total(), term))
    return {term: found[term] for term in ordered}


def _shared(context: PageContext, uses: Uses) -> Iterator[SharedTerm]:
    districts = context.site.library.districts
    for term, counts in uses.items():
        if len(counts) > 1:
            cells = (_cell(context, counts[district.id], district.id) for district in districts)
            yield SharedTerm(context.term(term), tuple(cells))


def _cell(context: PageContext, count: int, district: str) -> UseCell:
    """Terms are found without a reader, so that a district is silent only where it has no text."""
    reports = context.site.by_date(district)
    return UseCell(f"{count:,}" if count else "—", Markup("") if reports else silence(context, reports))


def _own(context: PageContext, uses: Uses, district: str) -> OwnTerms:
    rows = (
        ListRow(context.term(term), reading(context.site.terms[term]), Markup.escape(f"{counts[district]:,}"))
        for term, counts in uses.items()
        if list(counts) == [district]
    )
    reports = context.site.by_date(district)
    return OwnTerms(
        context.word("phrases.own", district=context.district_name(district)),
        tuple(rows),
        context.word("phrases.none") if reports else silence(context, reports),
    )
