"""The search page: what its form offers, and what is found by name, which is all of it without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ..content.locale import Words, number_words
from ..content.records import Initiative, Term
from ..content.vocabulary import KINDS
from ..corpus.join import Corpus
from .context import PageContext
from .frame import TAGS, Choice, Link, Page, ScriptWord, Wording
from .markup import foreign
from .parts.answers import answer_words


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A report among the choices, with its district and year, by which the script narrows them."""

    value: str
    text: str
    district: str
    year: str


@dataclass(frozen=True, slots=True)
class Example:
    """Words to try, as they are looked for and as they are shown."""

    query: str
    text: Markup


@dataclass(frozen=True, slots=True)
class NameRow:
    """Something with a page of its own, the other names it is found by, and a count in words."""

    link: Link
    others: tuple[Wording, ...]
    count: Markup


@dataclass(frozen=True, slots=True)
class NameGroup:
    """A heading with its rows."""

    title: Markup
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; without script it is the list of what can be looked up by name.

    `texts` names the languages in which the script finds texts, with blanks between.
    """

    hint: Markup
    texts: str
    words: tuple[ScriptWord, ...]
    districts: tuple[Choice, ...]
    reports: tuple[ReportChoice, ...]
    themes: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    years: tuple[Choice, ...]
    examples: tuple[Example, ...]
    groups: tuple[NameGroup, ...]


def search_page(context: PageContext) -> Page:
    """The one page of the search; what it looks through is made by `search`."""
    words, library = context.words, context.site.library
    reports = context.site.in_order
    years = sorted({str(report.date.start.year) for report in reports})
    view = SearchView(
        context.word("search.hint" if context.bilingual else "search.hint-zh"),
        " ".join(("zh", "en") if context.bilingual else ("zh",)),
        tuple(_script_words(words, bilingual=context.bilingual)),
        tuple(Choice(district.id, context.plain(district.name), district.formerly) for district in library.districts),
        tuple(ReportChoice(r.id, context.full_name(r), r.district, str(r.date.start.year)) for r in reports),
        tuple(Choice(theme.id, context.plain(theme.name), theme.formerly) for theme in library.themes),
        tuple(Choice(kind, words(f"kind.{kind}s")) for kind in KINDS),
        tuple(Choice(year, year) for year in years),
        tuple(Example(text, context.marked(text)) for text in _examples(context)),
        tuple(group for group in _groups(context) if group.rows),
    )
    return Page("search.html", context.frame(("search",), words("nav.search"), "search"), view)


def _script_words(words: Words, *, bilingual: bool) -> Iterator[ScriptWord]:
    """What the script says, by the data attribute that hands it over."""
    yield ScriptWord("found", words("search.found"))
    yield ScriptWord("so-far", words("search.so-far"))
    yield ScriptWord("passages", words("search.passages"))
    yield ScriptWord("texts", words("count.reports"))
    yield ScriptWord("named", words("search.named"))
    yield ScriptWord("none", words("search.none" if bilingual else "search.none-zh"))
    yield ScriptWord("none-all", words("search.none-all"))
    yield ScriptWord("none-here", words("search.none-here"))
    yield ScriptWord("short", words("search.short"))
    yield ScriptWord("begin", words("search.begin"))
    yield ScriptWord("only-named", words("search.only-named"))
    yield ScriptWord("all", words("search.all"))
    yield ScriptWord("colon", words("list.colon"))
    yield ScriptWord("end", words("search.end"))
    yield ScriptWord("empty", words("search.empty"))
    yield ScriptWord("failed", words("search.failed"))
    yield ScriptWord("names", words("search.names"))
    yield ScriptWord("same", words("search.same"))
    yield ScriptWord("gloss", words("search.gloss"))
    yield ScriptWord("heading", words("search.heading"))
    yield ScriptWord("scope", words("card.scope"))
    yield ScriptWord("refusal", words("refusal"))
    yield from answer_words(words)
    yield from (ScriptWord(kind, words(f"kind.{kind}")) for kind in KINDS)
    yield ScriptWord("semicolon", words("list.semicolon"))
    yield ScriptWord("comma", words("list.comma"))
    yield ScriptWord("mute", words("search.mute"))
    yield ScriptWord("without", words("search.without"))
    yield ScriptWord("many", words("search.many"))
    yield ScriptWord("inferred", words("date.inferred", date="{date}"))


def _examples(context: PageContext) -> Iterator[str]:
    """Searches to try, each of which finds something: words that the texts repeat, and the largest sum."""
    yield from context.site.once(_repeated)
    if (largest := context.site.once(_largest_sum)) is not None:
        yield number_words(largest, context.language)


def _repeated(site: Corpus) -> tuple[str, ...]:
    """The words by which the texts name initiatives, then terms, most often."""
    counted = (Counter(m.text for m in site.mentions if m.kind == kind) for kind in ("initiative", "term"))
    return tuple(text for one in counted for text, _ in one.most_common(1))


def _largest_sum(site: Corpus) -> Decimal | None:
    measures = (m for report in site.library.reports for s in report.statements for m in s.measures)
    sums = (m.quantity for m in measures if m.quantity.base_unit == "元")
    return max((q.base_value for q in sums if q.operator == "eq" and q.base_value), default=None)


def _groups(context: PageContext) -> Iterator[NameGroup]:
    """What has a page by its name: terms, initiatives, indicators, districts."""
    site, library = context.site, context.site.library

    def count(name: str, number: int) -> Markup:
        return context.word(f"count.{name}", count=number)

    terms = (
        NameRow(context.term(t.id), _names_of_term(context, t), count("mentions", len(site.mentions_of["term", t.id])))
        for t in library.terms
    )
    initiatives = (
        NameRow(
            context.initiative(i.id),
            _names_of_initiative(context, i),
            count("mentions", len(site.mentions_of["initiative", i.id])),
        )
        for i in library.initiatives
    )
    indicators = (
        NameRow(
            context.indicator(i.id), _english(context, i.name.en), count("observations", len(site.observations[i.id]))
        )
        for i in library.indicators
    )
    districts = (
        NameRow(context.district(d.id), _english(context, d.name.en), count("reports", len(site.by_date(d.id))))
        for d in library.districts
    )
    yield _group(context, "terms", terms)
    yield _group(context, "initiatives", initiatives)
    yield _group(context, "indicators", indicators)
    yield _group(context, "districts", districts)


def _group(context: PageContext, name: str, rows: Iterable[NameRow]) -> NameGroup:
    """The rows under their heading, in English by the alphabet, in Chinese as they stand in the content."""
    if context.language == "en":
        rows = sorted(rows, key=lambda row: row.link.text.striptags().lower())
    return NameGroup(context.word(f"nav.{name}"), tuple(rows))


def _names_of_initiative(context: PageContext, initiative: Initiative) -> tuple[Wording, ...]:
    others = tuple(_chinese(alias) for alias in initiative.aliases if alias != initiative.name.zh)
    return others + _english(context, initiative.name.en)


def _names_of_term(context: PageContext, term: Term) -> tuple[Wording, ...]:
    pinyin = Wording(Markup.escape(term.pinyin), "zh-Latn-pinyin")
    return (pinyin, *(_chinese(alias) for alias in term.aliases), *_english(context, term.en))


def _chinese(name: str) -> Wording:
    return Wording(Markup.escape(name), TAGS["zh"])


def _english(context: PageContext, name: str) -> tuple[Wording, ...]:
    """The English name, if any, where the page is not in English and the site has English."""
    english = context.english(name)
    return () if context.language == "en" or english is None else (Wording(foreign(english, "en"), TAGS["en"]),)
