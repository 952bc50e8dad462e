"""The search page: what its form offers, and what is found by name, which is all of it without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..content.locale import number_words
from ..content.records import Initiative, Term
from ..content.vocabulary import KINDS
from .context import Edition
from .subjects import term_link
from .views import Link, NameGroup, Page, SearchView

# A row of names: the link, the other names with their languages, and a count in words.
_Row = tuple[Link, tuple[tuple[str, str], ...], str]


def search_pages(edition: Edition) -> Iterator[Page]:
    """The one page of the search; what it looks through is made by `search`."""
    words, library, language = edition.words, edition.site.library, edition.language
    reports = [r for d in library.districts for r in edition.site.by_date(d.id)]
    view = SearchView(
        tuple((d.id, d.name[language]) for d in library.districts),
        tuple((r.id, edition.full_name(r), r.district) for r in reports),
        tuple((t.id, t.name[language]) for t in library.themes),
        tuple((kind, words(f"kind.{kind}s")) for kind in KINDS),
        tuple((year, year) for year in sorted({str(r.date.start.year) for r in reports})),
        tuple(_examples(edition)),
        tuple(group for group in _names(edition) if group.rows),
    )
    yield Page("search.html", edition.frame(("search",), words("nav.search"), "search"), view)


def _examples(edition: Edition) -> Iterator[str]:
    """Searches to try, each of which finds something: words that the texts repeat, and the largest sum."""
    for kind in ("initiative", "term"):
        repeated = Counter(m.text for m in edition.site.mentions if m.kind == kind)
        yield from (text for text, _ in repeated.most_common(1))
    sums = (m.quantity for s in edition.site.statements.values() for m in s.measures if m.quantity.base_unit == "元")
    largest = max((q.base_value for q in sums if q.operator == "eq" and q.base_value), default=None)
    if largest is not None:
        yield number_words(largest, edition.language)


def _names(edition: Edition) -> Iterator[NameGroup]:
    """What has a page by its name: terms, initiatives, indicators, districts."""
    site, words = edition.site, edition.words
    mentions = Counter((m.kind, m.subject) for m in site.mentions)

    def mentioned(kind: str, subject: str) -> str:
        return words("count.mentions", count=mentions[kind, subject])

    library = site.library
    yield _group(
        edition,
        "terms",
        ((term_link(edition, t), _names_of_term(edition, t), mentioned("term", t.id)) for t in library.terms),
    )
    yield _group(
        edition,
        "initiatives",
        (
            (_initiative(edition, i), _names_of_initiative(edition, i), mentioned("initiative", i.id))
            for i in library.initiatives
        ),
    )
    observed = ((i, words("count.observations", count=len(site.observations[i.id]))) for i in library.indicators)
    yield _group(
        edition, "indicators", ((edition.indicator(i.id), _english(edition, i.name.en), count) for i, count in observed)
    )
    read = ((d, words("count.reports", count=len(site.by_date(d.id)))) for d in library.districts)
    yield _group(
        edition, "districts", ((edition.district(d.id), _english(edition, d.name.en), count) for d, count in read)
    )


def _group(edition: Edition, name: str, rows: Iterable[_Row]) -> NameGroup:
    """The rows under their heading, in English by the alphabet, in Chinese as they stand in the content."""
    ordered = sorted(rows, key=lambda row: row[0].text.lower()) if edition.language == "en" else rows
    return NameGroup(edition.words(f"nav.{name}"), tuple(ordered))


def _initiative(edition: Edition, initiative: Initiative) -> Link:
    return replace(edition.initiative(initiative.id), zh=initiative.name.zh if edition.language == "en" else "")


def _names_of_initiative(edition: Edition, initiative: Initiative) -> tuple[tuple[str, str], ...]:
    others = tuple((alias, "zh-Hans") for alias in initiative.aliases if alias != initiative.name.zh)
    return others + _english(edition, initiative.name.en)


def _names_of_term(edition: Edition, term: Term) -> tuple[tuple[str, str], ...]:
    aliases = tuple((alias, "zh-Hans") for alias in term.aliases)
    return ((term.pinyin, "zh-Latn-pinyin"), *aliases, *_english(edition, term.en))


def _english(edition: Edition, name: str) -> tuple[tuple[str, str], ...]:
    """The English name where the page is not in English."""
    return () if edition.language == "en" else ((name, "en"),)
