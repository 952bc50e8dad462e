"""Searching 5,000 synthetic reports in a real browser: what is found, and what that costs to transfer.

Their site takes a minute to make: tests/conftest.py gives this file to one process.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from duizhao.content.locale import Words
from duizhao.pages.context import PageContext
from duizhao.pages.search import search_page
from duizhao.pipeline import Built
from duizhao.search.pair_index import folded
from duizhao.site.render import rendered

from ..policed import until
from ..synthetic import corpus, search_files
from .asking import SEARCH
from .serving import Counter

pytestmark = pytest.mark.browser
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
    forgetful: Page, large: Counter, query: str
) -> None:
    texts = first_results(forgetful, large, query)
    assert all(query in folded(text) for text in texts)
    assert bool(texts) == FOUR[query]
    # with the page itself
    assert 0 < large.bytes() < 300_000
    shards = {path for path, _ in large.sent if re.search(r"/search/\d+-[0-9a-f]{4}\.js", path)}
    assert 0 < len(shards) < 40 < len([*large.folder.glob("search/[0-9]*.js")]) / 100


@pytest.fixture(scope="module")
def forgetful(browser: Browser) -> Iterator[Page]:
    """A page of a browser that never has anything yet."""
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    context.close()


def first_results(page: Page, counter: Counter, query: str) -> list[str]:
    """The texts of the first results."""
    counter.forget()
    page.goto(counter.base + SEARCH)
    return page.evaluate(FIRST, query)


def test_of_5000_reports_any_four_characters_are_found_for_less_than_300_kilobytes(
    forgetful: Page, large: Counter
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
        shown = first_results(forgetful, large, cut)
        assert shown and all(cut in folded(text) for text in shown), cut
        costs[cut] = large.bytes()
    assert {cut: cost for cut, cost in costs.items() if cost >= 300_000} == {}


def test_of_5000_reports_the_one_that_has_the_words_is_found(browser: Browser, large: Counter) -> None:
    context = browser.new_context()
    page = context.new_page()
    large.forget()
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
    # Of texts with many passages fewer are read at one go: some twenty screens are the most.
    assert before < 24 and page.evaluate("document.documentElement.scrollHeight / innerHeight") < 20
    page.route("**/text.zh.js*", lambda route: route.abort())
    page.locator("#search-more").click()
    until(page, "document.getElementById('search-status').textContent.includes('could not be loaded')")
    assert page.locator(".result-group").count() == before  # what is there is kept
    page.unroute("**/text.zh.js*")
    page.locator("#search-more").click()
    until(page, "before => document.querySelectorAll('.result-group').length > before", arg=before)
    until(page, "document.activeElement.closest('.result')")  # the reader goes on from there
    best = page.evaluate(
        "[...document.querySelectorAll('#results > div')].map(d => [...d.children].map(c => +c.dataset.best))"
    )
    assert len(best) == 2 and all(ranks == sorted(ranks) for ranks in best)
    context.close()
