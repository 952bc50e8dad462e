"""Situations in a browser: left out and put away by switches that live in the address; addresses with former ids."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from duizhao.site.write import write_files

from ..conftest import opened
from ..pages.test_situations import built_site
from ..policed import address
from .axe import axe_on, broken
from .serving import Counter

pytestmark = pytest.mark.browser
SITUATIONS = "main li[data-kind=situation]"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("situations") / "site"
    write_files(dict(built_site().files), folder)
    server = Counter(folder)
    yield server.base
    server.server.shutdown()


@pytest.fixture
def page(usual: BrowserContext, served: str) -> Iterator[Page]:
    for watched in opened(usual, served):
        yield watched.page


def query(page: Page) -> str:
    return address(page).partition("?")[2].partition("#")[0]


def test_the_comparison_leaves_situations_out_until_they_are_asked_for(page: Page, served: str) -> None:
    page.goto(f"{served}compare/jobs/index.html")
    expect(page.locator("main li[data-kind=target]").first).to_be_visible()
    expect(page.locator(SITUATIONS)).to_be_hidden()
    assert query(page) == ""
    page.locator("input[name=kind][value=situation]").check()
    assert query(page) == "kind=target&kind=result&kind=situation"
    expect(page.locator(SITUATIONS)).to_be_visible()
    page.goto(f"{served}compare/jobs/index.html?kind=situation")
    expect(page.locator(SITUATIONS)).to_be_visible()
    assert page.locator("main li[data-kind]:visible").count() == 1
    page.locator("input[name=kind][value=situation]").uncheck()
    page.locator("#nothing-left button").click()
    assert (page.locator("input[name=kind]:checked").count(), query(page)) == (2, "")


@pytest.mark.parametrize("path", ["themes/jobs/index.html", "zh/districts/qinghu/index.html"])
def test_a_switch_puts_situations_away_and_lives_in_the_address(page: Page, served: str, path: str) -> None:
    page.goto(served + path)
    expect(page.locator(SITUATIONS)).to_be_visible()
    count = page.locator("h2 > .count")
    assert count.count() == 0 or count.first.inner_text() == "4"
    page.locator("[data-situations] input").uncheck()
    assert query(page) == "situations=off"
    expect(page.locator(SITUATIONS)).to_be_hidden()
    expect(page.locator("main :is(.fig, .says > li):not([data-kind=situation])").first).to_be_visible()
    assert count.count() == 0 or count.first.inner_text() == "3"
    page.reload()
    expect(page.locator(SITUATIONS)).to_be_hidden()
    page.locator("[data-situations] input").check()
    assert query(page) == ""
    expect(page.locator(SITUATIONS)).to_be_visible()


def test_a_report_has_a_switch_for_situations_and_a_hidden_one_is_words_like_others(page: Page, served: str) -> None:
    page.goto(f"{served}zh/reports/a/index.html")
    mark = page.locator("#s01")
    line = "node => getComputedStyle(node).textDecorationLine"
    assert (mark.evaluate(line), page.locator("#s01 > .flag").is_visible()) == ("underline", True)
    page.locator("input[name=show][value=situation]").uncheck()
    assert (mark.evaluate(line), page.locator("#s01 > .flag").is_visible()) == ("none", False)


@pytest.mark.parametrize("former", ["r01", "k009"])
def test_an_address_with_a_former_id_opens_the_statement(page: Page, served: str, former: str) -> None:
    page.goto(f"{served}reports/a/index.html#{former}")
    expect(page.locator("#card-s01")).to_be_visible()
    assert page.locator(".card[data-open]").count() == 1
    page.keyboard.press("Escape")
    expect(page.locator("#card-s01")).to_be_hidden()


def test_without_script_nothing_is_put_away_and_a_former_id_is_in_view(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}reports/a/index.html#r01")
    expect(page.locator("#s01")).to_be_in_viewport()
    page.goto(f"{served}themes/jobs/index.html")
    expect(page.locator(SITUATIONS)).to_be_visible()
    expect(page.locator("[data-situations]")).to_be_hidden()
    context.close()


def test_targets_without_a_time_stand_last_whichever_way_and_can_be_chosen(page: Page, served: str) -> None:
    page.goto(f"{served}targets/index.html")
    dues = "rows => rows.filter(row => !row.hidden).map(row => row.dataset.due)"
    rows = page.locator(".targets tbody tr")
    by = page.locator(".targets thead button").nth(2)
    for _ in range(2):
        by.click()
        assert rows.evaluate_all(dues) == ["2022", "none"]
    page.locator("#f-due").select_option("none")
    assert (rows.evaluate_all(dues), "due=none" in query(page)) == (["none"], True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["reports/a/index.html#s01", "zh/themes/jobs/index.html", "targets/index.html"])
def test_situations_and_inferred_times_are_legible_to_everybody(
    browser: Browser, served: str, path: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(served + path)
    axe_on(page)
    assert broken(page) == []
    page.emulate_media(forced_colors="active")
    for mark in page.locator(".inferred:visible").all():
        assert mark.inner_text().startswith("[")
    context.close()
