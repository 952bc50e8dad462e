"""The search in a real browser: every phrase found and nothing that is not there, and what that costs to transfer."""

from __future__ import annotations

import functools
import gzip
import json
import random
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import opencc
import pytest
from playwright.sync_api import Browser, Page

from duizhao.content.locale import Words
from duizhao.content.records import Block, Report, Statement
from duizhao.pages.context import PageContext
from duizhao.pages.search import search_page
from duizhao.pipeline import Built
from duizhao.search.data import search_files
from duizhao.search.pair_index import ALSO, VOLUME, encoded, folded
from duizhao.site.render import rendered
from duizhao.text.quantity import quantity

from ..conftest import Watched
from ..search.test_pair_index import HASHES
from ..synthetic import corpus

pytestmark = pytest.mark.browser
SEARCH = "search/index.html"
# Report and block of each result, how close it is, its statements, and the runs of text that it shows.
ASK = """async ([queries, filters]) => {
  const all = [];
  for (const query of queries) {
    const found = await duizhaoSearch(query, filters);
    all.push(found.groups.flatMap(group => group.hits.map(hit =>
      ({place: [hit.report, hit.block], rank: hit.rank, statements: hit.statements, runs: hit.runs}))));
  }
  return JSON.stringify(all);
}"""


def asked(page: Page, queries: list[str], **filters: str) -> list[list[dict]]:
    """The results of each query, by the page's own search."""
    return json.loads(page.evaluate(ASK, [queries, filters]))


def places(results: list[dict]) -> set[tuple[str, str]]:
    return {tuple(result["place"]) for result in results}


def blocks(real: Built) -> list[tuple[Report, Block]]:
    return [(report, block) for report in real.site.library.reports for block in report.blocks]


fold = functools.cache(folded)


def there(real: Built, query: str) -> set[tuple[str, str]]:
    """Where the query stands in the Chinese, folded."""
    return {(r.id, b.id) for r, b in blocks(real) if fold(query) in fold(b.text)}


def holds(real: Built, result: dict, query: str) -> bool:
    """True if a run that the result shows contains the query, folded, or its statement has the same quantity."""
    if result["rank"] < 3:
        return any(fold(query) in fold(run["text"]) for run in result["runs"])
    wanted = quantity(query)
    return wanted is not None and any(
        wanted.base_value in (m.quantity.base_value, m.quantity.base_upper)
        for name in result["statements"]
        for m in real.site.statements[f"{result['place'][0]}/{name}"].measures
    )


def substrings(real: Built, count: int) -> list[str]:
    """Random cuts of two to eight characters from all texts, punctuation and parts of numbers and words included.

    Without white space, which parts the words of a query, and with two characters at least after folding.
    """
    dice, cuts = random.Random(2018), []
    every = [block.text for _, block in blocks(real)]
    weights = [len(text) for text in every]
    while len(cuts) < count:
        text = dice.choices(every, weights)[0]
        start = dice.randrange(len(text))
        cut = text[start : start + dice.randint(2, 8)]
        if not re.search(r"\s", cut) and len(folded(cut)) > 1:
            cuts.append(cut)
    return cuts


def phrases(real: Built) -> list[str]:
    """Sixty real ones: those the issue names, terms, initiatives, and figures as printed."""
    library = real.site.library
    named = ["四个出新出彩", "城中村", "攻城拔寨", "11号线", "党建", "粤菜师傅"]
    terms = [term.zh for term in library.terms]
    aliases = [alias for initiative in library.initiatives for alias in initiative.aliases]
    figures = [m.figure for s in real.site.statements.values() for m in s.measures if len(m.figure) > 3]
    dice = random.Random(2021)
    return named + dice.sample(terms, 18) + dice.sample(aliases, 18) + dice.sample(figures, 18)


@pytest.fixture
def search(watched: Watched) -> Page:
    return watched.goto(SEARCH)


def test_python_and_javascript_fold_alike(search: Page, real: Built) -> None:
    singles = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    # only Traditional characters whose Simplified ones the texts have are in the page's table
    used = {char for _, block in blocks(real) for char in folded(block.text)}
    singles = [char for char in singles if folded(char) == char or folded(char)[:1] < "\u2e80" or folded(char) in used]
    runs = [f"{a}{b}{c}" for a in "1a城%.,、’" for b in ".,、 ’-…，．" for c in "2b村‰.,"]
    texts = singles + runs + [text for _, block in blocks(real) for text in (block.text, block.translation)]
    search.evaluate("() => duizhaoSearch('城中村')")
    theirs = search.evaluate("texts => texts.map(text => duizhaoQuery.folded(text).text)", texts)
    different = [(text, mine) for text, mine in zip(texts, theirs, strict=True) if folded(text) != mine]
    assert different == []


def test_python_and_javascript_hash_alike(search: Page) -> None:
    theirs = search.evaluate("keys => keys.map(duizhaoSearch.hashed)", list(HASHES))
    assert theirs == list(HASHES.values())


def test_javascript_decodes_what_python_encodes(search: Page) -> None:
    dice = random.Random(1)
    edges = [[edge] for edge in (0, 59, 60, 61, 2267, 2268, 2269, VOLUME - 1)]
    lists = [*edges, [], *(sorted(dice.sample(range(VOLUME), size)) for size in (10, 100, 20_000))]
    assert search.evaluate("texts => texts.map(duizhaoSearch.decoded)", [encoded(places) for places in lists]) == lists


@pytest.mark.parametrize("way", ["as printed", "s2t", "s2tw", "s2hk"])
def test_five_hundred_random_substrings_are_found_wherever_they_stand(search: Page, real: Built, way: str) -> None:
    cuts = substrings(real, 500)
    convert = opencc.OpenCC(way).convert if way != "as printed" else str
    written = [convert(cut) for cut in cuts]
    for cut, query, found in zip(cuts, written, asked(search, written), strict=True):
        assert there(real, cut) <= places(found), query
        assert {(r.id, b.id) for r, b in blocks(real) if cut in b.text} <= places(found), query
        for result in found:
            assert holds(real, result, cut) or any(reads_as(query, run["text"]) for run in result["runs"]), query
            assert query != cut or holds(real, result, cut), query


def reads_as(query: str, text: str) -> bool:
    """True if the text holds the query, each character as it is or as one that it may stand for."""
    readings: dict[str, str] = {}
    for char, plain in ALSO:
        if char in query:
            readings[fold(char)] = readings.get(fold(char), "") + plain
    pattern = "".join(f"[{re.escape(char + readings.get(char, ''))}]" for char in fold(query))
    return bool(re.search(pattern, fold(text)))


@pytest.mark.parametrize("way", ["s2t", "s2tw", "s2hk"])
def test_whole_passages_are_found_in_traditional_characters(search: Page, real: Built, way: str) -> None:
    passages = [(r.id, b.id, b.text) for r, b in blocks(real) if not re.search(r"\s", b.text)]
    convert = opencc.OpenCC(way).convert
    results = asked(search, [convert(text) for _, _, text in passages])
    lost = [
        text
        for (report, block, text), found in zip(passages, results, strict=True)
        if (report, block) not in places(found)
    ]
    assert lost == [] and len(passages) > 100


def test_a_character_is_read_as_another_only_where_it_must_be(search: Page, real: Built) -> None:
    search.evaluate("() => duizhaoSearch('城中村')")
    look = (
        "query => { const asked = duizhaoQuery.asked(query, {}); return [asked.whole.places, asked.again !== null]; }"
    )
    assert search.evaluate(look, "对像") == [[["对"], ["像"]], True]  # first as it is written
    assert search.evaluate(look, "對像") == [[["对"], ["像", "象"]], False]
    assert search.evaluate(look, "对象") == [[["对"], ["象"]], False]
    assert not there(real, "著力") and places(asked(search, ["著力"])[0]) == there(real, "着力")


def test_a_minus_is_looked_for_with_its_number(search: Page, real: Built) -> None:
    fallen = {(s.report, s.block) for s in real.site.statements.values() for m in s.measures if "-0.3%" in m.figure}
    for query in ("-0.3%", "−0.3%", "–0.3%"):
        assert places(asked(search, [query])[0]) == fallen and fallen, query
    assert asked(search, ["-100亿元", "-5%"]) == [[], []]


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("四万人", "4万人"),
        ("百分之八", "8%"),
        ("8 %", "8%"),
        ("人民币5047.4亿元", "5047.4亿元"),
        ("5047.4亿元人民币", "5047.4亿元"),
        ("约5047.4亿元", "5047.4亿元"),
        ("504.74b yuan,", "5047.4亿元"),
        ("3406 companies", "3406家"),
    ],
)
def test_a_figure_is_found_as_a_reader_may_write_it(search: Page, real: Built, query: str, printed: str) -> None:
    wanted = quantity(printed)
    statements = {
        (s.report, s.id)
        for s in real.site.statements.values()
        for m in s.measures
        if (m.quantity.base_value, m.quantity.base_unit) == (wanted.base_value, wanted.base_unit)
    }
    found = {(result["place"][0], name) for result in asked(search, [query])[0] for name in result["statements"]}
    assert statements <= found and statements


def test_every_measure_is_found_by_its_base_value_and_unit(search: Page, real: Built) -> None:
    measures = [
        (s, m) for s in real.site.statements.values() for m in s.measures
        if m.quantity.base_value is not None and m.quantity.base_unit
    ]  # fmt: skip
    queries = [f"{m.quantity.base_value:f}{m.quantity.base_unit}" for _, m in measures]
    for (statement, _), query, results in zip(measures, queries, asked(search, queries), strict=True):
        assert (statement.report, statement.id) in {
            (r["place"][0], name) for r in results for name in r["statements"]
        }, query


def test_single_characters_are_words_too(search: Page, real: Built) -> None:
    words = asked(search, ["党 建"])[0]
    assert {(r.id, b.id) for r, b in blocks(real) if "党" in b.text and "建" in b.text} == places(words)
    assert {tuple(result["place"]) for result in words if result["rank"] < 2} == there(real, "党建")


@pytest.mark.parametrize("language", ["", "zh/"])
def test_sixty_real_phrases_and_figures_are_found_wherever_they_stand(
    watched: Watched, real: Built, language: str
) -> None:
    page = watched.goto(language + SEARCH)
    queries = phrases(real)
    assert len(queries) == 60
    for query, results in zip(queries, asked(page, queries), strict=True):
        literal = {tuple(result["place"]) for result in results if result["rank"] < 3}
        assert there(real, query) == literal and literal, query
        assert all(holds(real, result, query) for result in results), query


def test_ten_substrings_through_the_form_give_elements_for_each_passage(watched: Watched, real: Built) -> None:
    page = watched.goto(SEARCH)
    for cut in substrings(real, 10):
        page.locator("#q").fill(cut)
        page.locator("#search-form .go").click()
        page.wait_for_function("cut => new URLSearchParams(location.search).get('q') === cut", arg=cut)
        page.wait_for_function("document.getElementById('search-status').textContent.includes('passage')")
        page.wait_for_function(
            "cut => duizhaoSearch(cut).then(found => document.querySelectorAll('.result').length"
            " === found.groups.flatMap(group => group.hits).length)",
            arg=cut,
        )
        drawn = {
            (one.get_attribute("data-report"), one.get_attribute("data-block")) for one in page.locator(".result").all()
        }
        assert there(real, cut) <= drawn
        assert all(page.locator(".result").nth(n).locator("mark.hit").count() for n in range(len(drawn)))


@pytest.mark.parametrize(
    "query",
    ["incubators", "urban villages", "Urban Village", "R&D", "504.74 billion", "“high-quality development”", "tax"],
)
def test_english_is_found_in_translations_and_glosses(search: Page, real: Built, query: str) -> None:
    words = re.escape(folded(query)).replace(r"\ ", " ")
    pattern = re.compile(rf"(?<![a-z0-9&.]){words}(?![0-9])")
    expected = {(r.id, b.id) for r, b in blocks(real) if pattern.search(folded(b.translation))}
    glossed = {
        (r.id, s.block) for r in real.site.library.reports for s in r.statements if pattern.search(folded(s.gloss))
    }
    results = asked(search, [query])[0]
    assert expected | glossed <= places(results)
    together = {tuple(result["place"]) for result in results if result["rank"] < 2}
    assert together <= expected | glossed | there(real, query) and together


def test_five_hundred_beginnings_of_english_words_are_found_wherever_they_stand(search: Page, real: Built) -> None:
    dice, cuts = random.Random(2020), []
    texts = {(r.id, b.id): fold(b.translation) for r, b in blocks(real)}
    while len(cuts) < 500:
        text = dice.choice([*texts.values()])
        start = dice.choice([match.start() for match in re.finditer(r"(?<!\S)[a-z]{2}", text)] or [0])
        cut = text[start : start + dice.randint(2, 8)].strip()
        if re.fullmatch("[a-z]{2}[a-z ]*", cut):
            cuts.append(cut)
    for cut, results in zip(cuts, asked(search, [f'"{cut}"' for cut in cuts]), strict=True):
        there = {place for place, text in texts.items() if re.search(rf"(?<![^ \u2e80-\uffff%‰+]){cut}", text)}
        assert there <= places(results) and there, cut
        assert all(any(cut in fold(run["text"]) for run in result["runs"]) for result in results), cut


def test_a_figure_is_the_same_in_every_notation(search: Page, real: Built) -> None:
    notations = ["5047.4亿", "5,047.4亿元", "５０４７．４億元", "504740000000", "50474000万元", "504.74 billion",
                 "504.74 billion yuan", "0.50474万亿", "504,740 million", "RMB 504.74 bn",
                 "504.74 billion RMB"]  # fmt: skip
    statements = {
        (s.report, s.id)
        for s in real.site.statements.values()
        for m in s.measures
        if m.quantity.base_value == 504740000000
    }
    for notation, results in zip(notations, asked(search, notations), strict=True):
        found = {(result["place"][0], name) for result in results for name in result["statements"]}
        assert found == statements and found, notation


@pytest.mark.parametrize("query", ["504740000000人", "504740000001", "11号线", "2020年"])
def test_another_quantity_or_unit_is_not_the_same(search: Page, query: str) -> None:
    assert [result for result in asked(search, [query])[0] if result["rank"] == 3] == []


def test_several_words_must_all_stand_in_one_block_and_quotes_keep_a_phrase(search: Page, real: Built) -> None:
    both = {(r.id, b.id) for r, b in blocks(real) if "改造" in folded(b.text) and "城中村" in folded(b.text)}
    words, phrase, quoted, unbalanced = asked(search, ["改造 城中村", "城中村改造", "“城中村 改造”", "“城中村改造"])
    assert places(words) == both
    assert places(phrase) == places(quoted) == places(unbalanced) == there(real, "城中村改造") < both
    close = asked(search, ["城中村 改造"])[0]
    assert places(close) == both
    assert {tuple(result["place"]) for result in close if result["rank"] < 2} == there(real, "城中村改造")


def test_a_whole_number_comes_before_a_part_of_one(search: Page) -> None:
    results = asked(search, ["8%"])[0]
    whole = [any(re.search(r"(?<![0-9.])8%", fold(run["text"])) for run in result["runs"]) for result in results]
    assert [result["rank"] for result in results] == [0 if one else 1 for one in whole] and len(set(whole)) == 2


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"district": "haizhu"}, lambda report: report.district == "haizhu"),
        ({"report": "tianhe-2021-seven-tasks"}, lambda report: report.id == "tianhe-2021-seven-tasks"),
        ({"year": "2018"}, lambda report: report.date.startswith("2018")),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else "",
)
def test_a_filter_keeps_the_reports_it_says(
    search: Page, real: Built, filters: dict[str, str], kept: Callable[[Report], bool]
) -> None:
    expected = {(r.id, b.id) for r, b in blocks(real) if "发展" in folded(b.text) and kept(r)}
    assert places(asked(search, ["发展"], **filters)[0]) == expected and expected


@pytest.mark.parametrize(
    ("query", "filters", "kept"),
    [
        ("以上", {"kind": "target"}, lambda s: s.kind == "target" and "以上" in folded(s.quote)),
        (
            "教育",
            {"kind": "task", "theme": "education"},
            lambda s: s.kind == "task" and "education" in s.themes and "教育" in folded(s.quote),
        ),
        (
            "development",
            {"theme": "economy"},
            lambda s: "economy" in s.themes and re.search(r"\bdevelopment", folded(s.gloss)),
        ),
        (
            "5047.4亿",
            {"kind": "result", "district": "tianhe"},
            lambda s: s.kind == "result" and s.report.startswith("tianhe") and "5047.4亿" in folded(s.quote),
        ),
        ("5047.4亿", {"kind": "task"}, lambda s: False),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else "",
)
def test_with_a_kind_or_a_theme_the_words_must_stand_in_such_a_statement(
    search: Page, real: Built, query: str, filters: dict[str, str], kept: Callable[[Statement], bool]
) -> None:
    statements = [s for s in real.site.statements.values() if kept(s)]
    results = asked(search, [query], **filters)[0]
    assert places(results) == {(s.report, s.block) for s in statements}
    assert bool(results) == (filters != {"kind": "task"})


def test_words_in_two_languages_must_both_stand_in_one_block(search: Page, real: Built) -> None:
    both = {(r.id, b.id) for r, b in blocks(real) if "城中村" in b.text and "renovation" in folded(b.translation)}
    assert places(asked(search, ["城中村 renovation"])[0]) == both and both


def test_query_and_filters_live_in_the_address(watched: Watched, real: Built) -> None:
    page = watched.goto(f"{SEARCH}?q={quote('城中村')}&district=tianhe")
    page.wait_for_selector(".result")
    assert page.locator("#q").input_value() == "城中村" and page.locator("#f-district").input_value() == "tianhe"
    page.locator("#f-report").select_option("tianhe-2020-work-report")
    page.wait_for_function("document.querySelectorAll('.result-group').length === 1")
    assert "report=tianhe-2020-work-report" in page.url
    page.reload()
    page.wait_for_selector(".result")
    assert page.locator(".result-group").count() == 1
    page.locator("#f-district").select_option("haizhu")
    page.wait_for_selector("#results > button")
    assert "report=" not in page.url and page.locator(".result").count() == 0
    page.locator("#results > button").click()
    page.wait_for_selector(".result")
    assert "district=" not in page.url


@pytest.mark.parametrize(("language", "heading"), [("", "Tianhe: 2020 work report"), ("zh/", "天河区：2020年工作报告")])
def test_results_stand_under_their_reports_with_district_date_and_heading(
    watched: Watched, real: Built, language: str, heading: str
) -> None:
    page = watched.goto(f"{language}{SEARCH}?q={quote('城中村')}")
    group = page.locator(".result-group", has=page.locator("[data-report=tianhe-2020-work-report]"))
    group.wait_for()
    assert "2020" in group.locator("h2 small").inner_text() and (
        "June" in group.inner_text() or "6月" in group.inner_text()
    )
    assert group.locator("h2").inner_text().startswith(heading)
    result = group.locator(".result").first
    assert result.locator(".where").inner_text().startswith("¶") and len(result.locator(".where").inner_text()) > 10
    assert result.locator("mark.hit").first.inner_text() == "城中村"
    assert page.locator("#search-status").inner_text()


@pytest.mark.parametrize(
    ("language", "query", "selector"),
    [("", "城中村", ".src .hit"), ("", "urban villages", ".tr .hit"), ("zh/", "urban villages", ".tr .hit"),
     ("zh/", "５０４７．４億", ".src .hit"), ("", "504740000000", ".src .hit")],
)  # fmt: skip
def test_a_result_opens_its_paragraph_with_the_hit_shown(
    watched: Watched, language: str, query: str, selector: str
) -> None:
    page = watched.goto(f"{language}{SEARCH}?q={quote(query)}")
    result = page.locator(".result[data-report=tianhe-2020-work-report]").first
    block = result.get_attribute("data-block")
    words = result.locator("mark.hit").first.inner_text()
    result.locator("a").click()
    hit = page.locator(f"#{block} {selector}").first
    hit.wait_for()
    assert hit.inner_text() == words and hit.is_visible()
    box, height = hit.bounding_box(), page.viewport_size["height"]
    assert box and 0 <= box["y"] <= height


def test_a_hit_that_runs_over_a_highlight_is_shown_whole(watched: Watched, real: Built) -> None:
    report = real.site.reports["tianhe-2020-work-report"]
    statement = next(s for s in report.statements if s.start > report.block(s.block).start + 4)
    text = report.text[statement.start - 4 : statement.start + 4]
    page = watched.goto(f"reports/{report.id}/index.html?hit={quote(text)}#{statement.block}")
    assert (
        "".join(page.locator(f"#{statement.block} .hit").all_inner_texts()).replace("\n", "").replace("°", "") == text
    )


def test_the_stroke_opens_the_search_and_escape_leaves_it(watched: Watched) -> None:
    page = watched.goto("index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("a/b")
    assert page.locator(".masthead .search input").input_value() == "a/b"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") is None
    page.keyboard.press("/")
    page.keyboard.type("城中村")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(page.url.split("search/")[0] + "compare/index.html", wait_until="networkidle")
    page.keyboard.press("/")
    page.wait_for_url("**/search/**")
    page.wait_for_function("document.activeElement.id === 'q'")


def test_arrows_move_through_the_results_enter_opens_and_escape_clears(watched: Watched) -> None:
    page = watched.goto(SEARCH)
    page.locator("#q").fill("四个出新出彩")
    page.wait_for_selector(".result")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.locator(".result a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    page.go_back()
    page.wait_for_selector(".result")
    page.locator("#q").focus()
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('.result')")
    assert page.locator("#q").input_value() == "" and "q=" not in page.url
    assert page.locator("#by-name").is_visible()


def test_the_count_is_announced(watched: Watched, real: Built) -> None:
    page = watched.goto(f"{SEARCH}?q={quote('攻城拔寨')}")
    page.wait_for_selector(".result")
    passages = there(real, "攻城拔寨")
    texts = {report for report, _ in passages}
    status = page.locator("[role=status]#search-status")
    assert status.inner_text().startswith(f"{len(passages)} passages in {len(texts)} texts")


def test_a_search_that_was_overtaken_says_nothing_more(browser: Browser, http: str, real: Built) -> None:
    page = browser.new_page()
    page.goto(http + SEARCH)
    held = []
    page.route("**/text.en.js*", lambda route: held.append(route))
    page.locator("#q").fill("development")
    page.wait_for_function("document.getElementById('results').hasAttribute('aria-busy')")
    while not held:
        page.wait_for_timeout(20)
    page.locator("#q").fill("城中村")
    page.wait_for_selector(".result")
    for route in held:
        route.abort()
    page.wait_for_timeout(100)
    assert page.locator("#search-status").inner_text().startswith(f"{len(there(real, '城中村'))} passages")
    assert page.locator("#results").get_attribute("aria-busy") is None
    page.close()


def test_what_cannot_be_loaded_is_said_and_can_be_tried_again(browser: Browser, http: str) -> None:
    page = browser.new_page()
    page.goto(http + SEARCH)
    page.route("**/search/*/*.js*", lambda route: route.abort())
    page.locator("#q").fill("城中村")
    page.wait_for_function("document.getElementById('search-status').textContent.includes('could not be loaded')")
    page.unroute("**/search/*/*.js*")
    page.locator("#search-more").click()
    page.wait_for_selector(".result")
    assert not page.locator("#search-more").is_visible()
    page.close()


def test_a_filter_that_there_is_no_more_is_left_out(watched: Watched) -> None:
    page = watched.goto(f"{SEARCH}?q={quote('城中村')}&report=gone&district=nowhere&kind=__proto__&year=2020")
    page.wait_for_selector(".result")
    assert page.url.endswith(f"?q={quote('城中村')}&year=2020")
    page.goto(page.url.split("?")[0] + f"?q={quote('城中村')}&report=tianhe-2020-work-report&district=haizhu")
    page.wait_for_selector("#results > button")
    assert page.url.endswith(f"?q={quote('城中村')}&district=haizhu")


def test_a_citation_does_not_carry_the_search_that_led_to_it(browser: Browser, http: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{http}reports/tianhe-2020-work-report/index.html?hit={quote('新增就业')}#t02")
    page.locator("#t02 .cite").click()
    forms = page.locator("#cite-formats pre").all_inner_texts()
    context.close()
    assert len(forms) == 4 and all("#t02" in form and "hit=" not in form for form in forms)


HOSTILE = [
    *("<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "(((", ".*发展", "[城", "\\"),
    *("constructor", "8 constructor", "發展" * 200),
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_only_looked_for(watched: Watched, query: str) -> None:
    page = watched.goto(f"{SEARCH}?q={quote(query)}")
    page.wait_for_function("document.getElementById('search-status').textContent")
    assert "could not be loaded" not in page.locator("#search-status").inner_text()
    assert page.locator("#results script, #results img").count() == 0


def test_the_paper_says_what_was_searched(browser: Browser, http: str, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{http}{SEARCH}?q={quote('城中村')}&kind=task")
    page.wait_for_selector(".result")
    page.emulate_media(media="print")
    assert page.locator("#q").is_visible() and page.locator("#f-kind").is_visible()
    assert not page.locator("#search-form .go").is_visible()
    context.close()


def test_one_character_an_empty_query_and_nothing_found_have_a_useful_answer(watched: Watched) -> None:
    page = watched.goto(SEARCH)
    status = page.locator("#search-status")
    for typed in ("城", "鄉"):
        page.locator("#q").fill(typed)
        page.locator("#search-form .go").click()
        page.wait_for_function("document.getElementById('search-status').textContent.includes('Two characters')")
        assert page.locator(".result").count() == 0
    page.locator("#q").fill("城")
    page.wait_for_selector(".named a")
    assert all(name.startswith("城") for name in page.locator(".named [lang=zh-Hans]").all_inner_texts())
    page.locator("#q").fill("")
    page.locator("#search-form .go").click()
    page.wait_for_function("document.getElementById('search-status').textContent.startsWith('Type')")
    assert page.locator("#by-name").is_visible()
    page.locator("#q").fill("没有这样的话")
    page.wait_for_function("document.getElementById('search-status').textContent.startsWith('No passage')")
    assert status.is_visible()
    page.locator("#q").fill("城中村 没有这样的话")
    page.wait_for_selector(".singly")
    assert "all of these words" in status.inner_text()
    page.locator(".singly a").first.click()
    page.wait_for_selector(".result")
    assert page.locator("#q").input_value() == "城中村"


def test_what_has_a_page_is_found_by_each_of_its_names(watched: Watched) -> None:
    page = watched.goto(SEARCH)
    for typed, name in (("高质量发展", "high-quality development"), ("gaozhiliang", "high-quality development"),
                        ("高質量發展", "high-quality development"), ("GDP", "GDP"), ("红桥", "Hongqiao")):  # fmt: skip
        page.locator("#q").fill(typed)
        page.wait_for_function(
            "name => [...document.querySelectorAll('.named a')].some(a => a.textContent.toLowerCase() === name)",
            arg=name.lower(),
        )


def test_without_script_the_names_are_a_list(browser: Browser, http: str, real: Built) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http + SEARCH)
    library = real.site.library
    listed = {link.get_attribute("href").split("/")[-2] for link in page.locator(".names .name a").all()}
    assert {one.id for one in (*library.terms, *library.initiatives, *library.indicators, *library.districts)} <= listed
    assert page.locator(".names li").first.is_visible() and not page.locator("#search-form").is_visible()
    context.close()


def test_the_scripts_of_the_search_run_no_text_as_code_and_fetch_nothing(real: Built) -> None:
    scripts = [data.decode() for path, data in real.files.items() if re.match(r"assets/(search|hit)[-.\w]*\.js$", path)]
    assert len(scripts) == 4
    for script in scripts:
        assert not re.search(
            r"\beval\b|new Function|WebAssembly|\bfetch\(|XMLHttpRequest|\bimport\b|innerHTML|https?:", script
        )


class _Counted(SimpleHTTPRequestHandler):
    """Serves compressed, as the site's host does, and notes what it sends."""

    sent: list[tuple[str, int]]

    def __init__(self, *args: object, sent: list[tuple[str, int]], **keys: object) -> None:
        self.sent = sent
        super().__init__(*args, **keys)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        data = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.sent.append((unquote(self.path), len(data)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Counter:
    """A server of a folder, with the path and compressed size of all it has sent."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sent = folder, list[tuple[str, int]]()
        handler = partial(_Counted, directory=str(folder), sent=self.sent)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def bytes(self, pattern: str = "") -> int:
        return sum(size for path, size in self.sent if re.search(pattern, path))

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def counted(real_folder: Path) -> Iterator[Counter]:
    counter = Counter(real_folder)
    yield counter
    counter.close()


FIRSTS = [
    "城中村",
    "四个出新出彩",
    "发展",
    "教育 发展",
    "5047.4亿元",
    "504.74 billion",
    "urban villages",
    "development",
    "8%",
    "20",
    "the",
]


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("query", FIRSTS)
def test_a_first_query_transfers_less_than_100_kilobytes(
    browser: Browser, counted: Counter, language: str, query: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    counted.sent.clear()
    page.goto(f"{counted.base}{language}{SEARCH}?q={quote(query)}")
    page.wait_for_selector(".result")
    page.wait_for_load_state("networkidle")
    context.close()
    asked_for = counted.bytes(r"/search/.*\.js|/reports/")
    assert 0 < asked_for < 100_000
    # what is asked in Chinese, with its page, styles and scripts, on a first visit
    assert folded(query)[0] < "\u2e80" or counted.bytes() < 100_000


REPORTS = 5_000
# Four characters, and whether any report has them.
FOUR = {
    "城中村改": True,
    "营商环境": True,
    "攻城拔寨": True,
    "高质量发": True,
    "经济发展": True,
    "7号专属": True,
    "社会建设": False,
    "龘龘龘龘": False,
}


@pytest.fixture(scope="module")
def large(real: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """A site of 5,000 synthetic reports, written as it is made: the search page, its scripts, texts and index."""
    folder = tmp_path_factory.mktemp("large")
    site = corpus(real.site, REPORTS)
    context = PageContext(site, Words(real.theme.strings, "en"), {})
    made = search_page(context)
    page = {made.frame.path: rendered(real.theme, made, context)}
    for files in (real.theme.assets.files.items(), page.items(), search_files(site)):
        for path, data in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    counter = Counter(folder)
    yield counter
    counter.close()


FIRST = """async query => {
  const next = duizhaoSearch.reading(await duizhaoSearch.asked(query), {});
  for (let batch; (batch = await next());)
    if (batch.groups.length)
      return batch.groups.flatMap(group => group.hits.flatMap(hit => hit.runs.map(run => run.text)));
  return [];
}"""


@pytest.mark.parametrize("query", list(FOUR))
def test_of_5000_reports_the_first_results_cost_less_than_300_kilobytes(
    browser: Browser, large: Counter, query: str
) -> None:
    texts = first_results(browser, large, query)
    assert all(query in folded(text) for text in texts)
    assert bool(texts) == FOUR[query]
    # with the page itself
    assert 0 < large.bytes() < 300_000
    shards = {path for path, _ in large.sent if re.search(r"/search/[0-9a-f]{10}/\d+\.js", path)}
    assert 0 < len(shards) < 40 < len([*large.folder.glob("search/*/[0-9]*.js")]) / 100


def first_results(browser: Browser, counter: Counter, query: str) -> list[str]:
    """The texts of the first results, by a browser that has nothing yet."""
    context = browser.new_context()
    page = context.new_page()
    counter.sent.clear()
    page.goto(counter.base + SEARCH)
    texts = page.evaluate(FIRST, query)
    context.close()
    return texts


def test_of_5000_reports_any_four_characters_are_found_for_less_than_300_kilobytes(
    browser: Browser, large: Counter
) -> None:
    dice, cuts = random.Random(7), []
    texts = sorted(large.folder.glob("reports/*/text.zh.js"))
    while len(cuts) < 24:
        value = json.loads(dice.choice(texts).read_text("utf-8").split("]=", 1)[1].removesuffix(";\n"))
        text = folded(dice.choice(value["blocks"])[1])
        start = dice.randrange(len(text) - 4)
        cut = text[start : start + 4]
        if re.fullmatch("[\u4e00-\u9fff]{4}", cut):
            cuts.append(cut)
    costs = {}
    for cut in cuts:
        shown = first_results(browser, large, cut)
        assert shown and all(cut in folded(text) for text in shown), cut
        costs[cut] = large.bytes()
    assert {cut: cost for cut, cost in costs.items() if cost >= 300_000} == {}


def test_of_5000_reports_the_one_that_has_the_words_is_found(browser: Browser, large: Counter) -> None:
    context = browser.new_context()
    page = context.new_page()
    large.sent.clear()
    page.goto(f"{large.base}{SEARCH}?q={quote('第4321号專屬標記')}")
    page.wait_for_selector(".result")
    assert page.locator(".result").count() == 1 and large.bytes() < 300_000
    assert page.locator(".result").get_attribute("data-report").endswith("-4321")
    context.close()


def test_of_5000_reports_a_page_of_results_ends_and_can_be_continued(browser: Browser, large: Counter) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{large.base}{SEARCH}?q={quote('发展')}")
    page.locator("#search-more").wait_for(timeout=30_000)
    assert "so far" in page.locator("#search-status").inner_text()
    before = page.locator(".result-group").count()
    page.route("**/text.zh.js*", lambda route: route.abort())
    page.locator("#search-more").click()
    page.wait_for_function("document.getElementById('search-status').textContent.includes('could not be loaded')")
    assert page.locator(".result-group").count() == before  # what is there is kept
    page.unroute("**/text.zh.js*")
    page.locator("#search-more").click()
    page.wait_for_function("before => document.querySelectorAll('.result-group').length > before", arg=before)
    page.wait_for_function("document.activeElement.closest('.result')")  # the reader goes on from there
    best = page.evaluate(
        "[...document.querySelectorAll('#results > div')].map(d => [...d.children].map(c => +c.dataset.best))"
    )
    assert len(best) == 2 and all(ranks == sorted(ranks) for ranks in best)
    context.close()
