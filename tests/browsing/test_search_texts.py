"""The search of invented texts in a real browser: what is found in them, and what of it the page of a result shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from duizhao.site.write import write_files

from ..conftest import Watched, opened
from ..looking import site
from ..pages.statements import annotations, statement
from ..sample import report
from .asking import SEARCH, asked
from .serving import Counter

pytestmark = pytest.mark.browser

CHINESE = """
# 一、回顾

投资增长3-6%，出口增长4–7%，人口由5万－9万人，涉及COVID-19。

价格下降，为－3%，利率－0.5%，气温负8%，净值−12%。

生产总值增长28%，其中工业增长8%，占1.8%，累计131项，其中31项。

只有128%。

𠮷祥路𬭎记社区推进𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷文化馆𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷。

新增就业500人。

新增绿地12.5万㎡，发电量3000千瓦时。
"""
ENGLISH = """
# I. Review

Investment grew by 3–6%, exports by 4–7%, and the people from 50,000 to 90,000; COVID-19 mattered.

Prices fell, at -3%, the rate -0.5%, the air -8%, the value -12%.

Training in industry: growth 28%, of it 8% and 1.8% of a part; 131 items, of which 31, with interns in art and a party.

Only 128%.

The culture centre.

Jobs for 500 people.

New green space is 125,000 m² and power 3,000 kWh.
"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("texts")
    notes = annotations(
        statement("r01", "新增就业500人", figure="500人", more=", quote_en: Jobs for 500 people"),
        "- {id: r02, kind: result, quote: 新增绿地12.5万㎡, gloss: '125,000 m² more', quote_en: '125,000 m²',"
        " themes: [jobs], period: '2022', period_basis: stated, measures: [{figure: 12.5万㎡}]}\n",
        "- {id: r03, kind: result, quote: 发电量3000千瓦时, gloss: 'power 3,000', quote_en: 'power 3,000 kWh',"
        " themes: [jobs], period: '2022', period_basis: stated, measures: [{figure: 3000千瓦时, aspect: level}]}\n",
    )
    write_files(site(report("a2022", CHINESE, notes, ENGLISH)).files, folder)
    server = Counter(folder)
    yield server.base
    server.close()


@pytest.fixture
def reader(usual: BrowserContext, host: str) -> Iterator[Watched]:
    yield from opened(usual, host)


def test_a_minus_is_found_by_whichever_sign_and_a_range_has_none(reader: Watched) -> None:
    page = reader.goto(SEARCH)
    signs = "-－﹣−–‐‑‒"
    for number in ("3%", "0.5%", "8%", "12%"):
        for results in asked(page, [sign + number for sign in signs]):
            assert [one["place"][1] for one in results] == ["p2"], number
    for number in ("6%", "7%", "9万", "19"):
        assert asked(page, [sign + number for sign in signs]) == [[]] * len(signs), number


def test_a_measure_is_found_in_whichever_unit_it_is_asked_for(reader: Watched) -> None:
    page = reader.goto(SEARCH)
    same = ["125000㎡", "125000平方米", "0.125 million m2", "125 thousand square metres", "0.3万千瓦时", "3千kWh"]
    for query, results in zip(same, asked(page, same), strict=True):
        name = "r03" if query.startswith(("0.3", "3")) else "r02"
        assert [(one["statements"], one["rank"]) for one in results] == [([name], 3)], query
    assert {one["place"][1] for results in asked(page, ["125,000 m²", "3000千瓦时"]) for one in results} == {"p7"}
    others = ["125000平方公里", "3000千瓦", "$125,000", "3000 kilowatts"]
    assert [results for results in asked(page, others) if any(one["rank"] == 3 for one in results)] == []


@pytest.mark.parametrize(
    ("block", "word", "marked"),
    [
        ("p3", "8%", ["，其中工业增长8%", "of it 8%"]),
        ("p3", "31", ["项，其中31", "of which 31"]),
        ("p3", "in", ["Training in", "Training in in", "with in", "with interns in"]),
        ("p3", "art", ["interns in art"]),
        ("p4", "28%", ["只有128%"]),
    ],
)
def test_a_page_marks_no_part_of_a_longer_word_or_number(
    reader: Watched, block: str, word: str, marked: list[str]
) -> None:
    page = reader.goto(f"reports/a2022/index.html?hit={word}&read=both#{block}")
    expect(page.locator(".hit").first).to_be_visible()
    found = page.evaluate("""() => [...document.querySelectorAll('.hit')].map(hit => {
      const before = document.createRange();
      before.setStart(hit.closest('.src, .tr'), 0);
      before.setEndAfter(hit);
      return before.toString();
    })""")
    assert len(found) == len(marked) and all(text.endswith(end) for text, end in zip(found, marked, strict=True)), found


def test_the_other_language_opens_at_the_place_that_the_search_led_to(reader: Watched) -> None:
    page = reader.goto("reports/a2022/index.html?hit=8%25#p3")
    expect(page.locator("#p3 .hit").first).to_be_in_viewport()
    page.locator(".other-language").first.click()
    expect(page).to_have_url(f"{reader.base}zh/reports/a2022/index.html?hit=8%25#p3")
    expect(page.locator("#p3 .hit").first).to_be_in_viewport()


def test_a_snippet_has_no_half_of_a_character(reader: Watched) -> None:
    for query in ("文化馆", "化馆", "文化"):
        page = reader.goto(f"{SEARCH}?q={query}")
        expect(page.locator(".result .snippet").first).to_contain_text("文化馆")
        assert page.evaluate("[...document.querySelectorAll('.snippet')].every(one => one.textContent.isWellFormed())")


def test_a_hit_in_a_gloss_is_marked_in_its_card(reader: Watched) -> None:
    page = reader.goto(f"{SEARCH}?q=English of")
    result = page.locator(".result > a")
    expect(result).to_have_count(1)
    result.click()
    expect(page.locator("#card-r01 .hit")).to_have_text("English of")


def test_no_sign_is_offered_as_a_word_by_itself(reader: Watched) -> None:
    page = reader.goto(f"{SEARCH}?q=就业 ， 没有 — 这样 R%26D ？")
    expect(page.locator(".singly a")).to_have_text(["就业", "没有", "这样", "R&D"])
