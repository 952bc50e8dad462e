"""What a first search of the real site costs to transfer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from duizhao.search.pair_index import folded

from ..policed import until
from .asking import SEARCH
from .serving import READER, Counter

pytestmark = pytest.mark.browser


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
def test_a_first_query_transfers_less_than_100_kilobytes(browser: Browser, counted: Counter, language: str) -> None:
    counted.forget()
    pages = {query: _first_visit(browser, counted, language, query) for query in FIRSTS}
    costs = {}
    for query, page in pages.items():
        page.wait_for_load_state("networkidle")  # which it is, unless it is the last
        # What is asked in Chinese counts with its page, styles and scripts, on a first visit.
        what = "" if folded(query)[0] >= "\u2e80" else r"/search/.*\.js|/reports/"
        costs[query] = counted.bytes(what, reader=quote(query))
        page.context.close()
    assert {query: cost for query, cost in costs.items() if not 0 < cost < 100_000} == {}


def _first_visit(browser: Browser, counted: Counter, language: str, query: str) -> Page:
    """A page with the first results of a query, opened by a browser that has nothing yet."""
    page = browser.new_context(extra_http_headers={READER: quote(query)}).new_page()
    page.goto(f"{counted.base}{language}{SEARCH}?q={quote(query)}")
    page.wait_for_selector(".result")
    return page


# Of each script that is asked for its round: one more than that of those that have come before.
ROUNDS = r"""
window.rounds = [];
const append = Element.prototype.append;
Element.prototype.append = function (...nodes) {
  for (const node of nodes)
    if (node instanceof HTMLScriptElement) {
      const round = 1 + Math.max(0, ...window.rounds.filter((one) => one.come).map((one) => one.round));
      const asked = { round, come: false, name: node.src };
      window.rounds.push(asked);
      node.addEventListener("load", () => { asked.come = true; });
    }
  return append.apply(this, nodes);
};
addEventListener("DOMContentLoaded", () => {
  const look = () => {
    const first = document.querySelector(".result a[href*='reports/']");
    if (!first) return;
    shown.disconnect();
    const report = first.getAttribute("href").match(/reports\/([^/]+)/)[1];
    // It is drawn before its last script is known to have come; those of other texts it did not wait for.
    const isNeeded = ({ name, come }) => (name.includes("/reports/") ? name.includes(`/reports/${report}/`) : come);
    window.untilShown = window.rounds.filter(isNeeded);
  };
  const shown = new MutationObserver(look);
  shown.observe(document.getElementById("results"), { childList: true, subtree: true });
  look(); // what was asked may have come before the whole page
});
"""


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("query", ["城中村", "四个出新出彩", "教育 发展", "urban villages", "development"])
def test_a_query_has_its_first_results_after_two_rounds_of_requests(
    browser: Browser, counted: Counter, language: str, query: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(ROUNDS)
    page.goto(f"{counted.base}{language}{SEARCH}?q={quote(query)}")
    until(page, "Boolean(window.untilShown)")
    asked = page.evaluate("window.untilShown")
    context.close()
    assert {one["round"] for one in asked} == {1, 2}, asked


def test_what_reads_figures_is_loaded_with_the_first_query_that_may_be_one(browser: Browser, counted: Counter) -> None:
    for query, loaded in (("城中村", 0), ("四个出新出彩", 0), ("8%", 1), ("２０", 1), ("四万人", 1), ("百分之八", 1)):
        counted.forget()
        page = _first_visit(browser, counted, "", query)
        first = sum("search-figure" in path for path, _ in counted.sent)
        page.evaluate("duizhaoSearch('9%').then(() => duizhaoSearch('504.74 billion'))")
        assert (first, sum("search-figure" in path for path, _ in counted.sent)) == (loaded, 1), query
        page.context.close()
