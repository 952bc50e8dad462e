"""The search in a real browser: every phrase found and nothing that is not there."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

import opencc
import pytest
from playwright.sync_api import Browser, Page

from duizhao.content.records import Report, Statement
from duizhao.pipeline import Built
from duizhao.search.pair_index import ALSO, folded
from duizhao.search.steps import VOLUME, encoded
from duizhao.text.quantity import quantity

from ..conftest import Watched
from ..search.test_pair_index import HASHES
from .asking import SEARCH, asked, blocks, fold, holds, phrases, places, substrings, there

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def asked_page(browser: Browser, site: str) -> Iterator[Watched]:
    """A search page that is open as long as it is asked: what loads on its way is left to the tests of its form."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page(), site)
    watched.goto(SEARCH)
    yield watched
    context.close()


@pytest.fixture
def search(asked_page: Watched) -> Iterator[Page]:
    yield asked_page.page
    assert asked_page.wrong == []


def test_python_and_javascript_fold_alike(search: Page, real: Built) -> None:
    singles = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    # only Traditional characters whose Simplified ones the texts have are in the page's table
    used = {char for _, block in blocks(real) for char in folded(block.text)}
    singles = [char for char in singles if folded(char) == char or folded(char)[:1] < "\u2e80" or folded(char) in used]
    runs = [f"{a}{b}{c}" for a in "1a城%.,、’" for b in ".,、 ’-…，．" for c in "2b村‰.,"]
    texts = singles + runs + [text for _, block in blocks(real) for text in (block.text, block.translation)]
    search.evaluate("() => duizhaoSearch('城中村')")
    theirs = search.evaluate("texts => texts.map(text => duizhaoFold.folded(text).text)", texts)
    different = [(text, mine) for text, mine in zip(texts, theirs, strict=True) if folded(text) != mine]
    assert different == []


def test_python_and_javascript_hash_alike(search: Page) -> None:
    theirs = search.evaluate("keys => keys.map(duizhaoVolume.hashed)", list(HASHES))
    assert theirs == list(HASHES.values())


def test_javascript_decodes_what_python_encodes(search: Page) -> None:
    dice = random.Random(1)
    edges = [[edge] for edge in (0, 59, 60, 61, 2267, 2268, 2269, VOLUME - 1)]
    lists = [*edges, [], *(sorted(dice.sample(range(VOLUME), size)) for size in (10, 100, 20_000))]
    assert search.evaluate("texts => texts.map(duizhaoVolume.decoded)", [encoded(places) for places in lists]) == lists


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
        if m.quantity.base_value is not None and m.quantity.base_unit and m.quantity.operator != "rank"
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
        beginning = re.compile(rf"(?<![^ \u2e80-\uffff%‰+]){cut}")
        there = {place for place, text in texts.items() if cut in text and beginning.search(text)}
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
        ({"year": "2018"}, lambda report: report.date.start.year == 2018),
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
