"""The real site in a real browser, as a reader uses it: over http under a sub-path and from a folder on disk."""

from __future__ import annotations

from typing import cast
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from duizhao.pipeline import Built

from ..conftest import Watched
from ..policed import Policed, until

pytestmark = pytest.mark.browser
REPORT = "reports/tianhe-2020-work-report/index.html"
KINDS = (
    "index.html",
    "reports/index.html",
    REPORT,
    "districts/tianhe/index.html",
    "compare/index.html",
    "compare/parallel/index.html",
    "compare/phrases/index.html",
    "indicators/index.html",
    "indicators/gdp/index.html",
    "themes/education/index.html",
    "initiatives/index.html",
    "terms/index.html",
    "terms/liu-wen/index.html",
    "follow-up/index.html",
    "follow-up/tianhe-2020-work-report/index.html",
    "follow-up/tianhe-2021-seven-tasks/index.html",
    "follow-up/silence/index.html",
    "targets/index.html",
    "search/index.html",
    f"search/index.html?q={quote('城中村')}",
    "verify/index.html",
    "codebook/index.html",
    "about/index.html",
    "documents/index.html",
    "timeline/index.html",
    "method/index.html",
    "data/index.html",
)


# 320 CSS pixels is also what a window of 1280 shows at 400 % (WCAG 1.4.10); it is widened to that of a phone.
@pytest.mark.parametrize("widths", [(320, 360), (1280,)], ids=str)
@pytest.mark.parametrize("language", ["", "zh/"])
def test_every_page_kind_opens_in_its_styles_without_error_outside_request_breach_of_policy_or_scrolling_sideways(
    browser: Browser, site: str, language: str, widths: tuple[int, ...]
) -> None:
    context = browser.new_context(viewport={"width": widths[0], "height": 800})
    watched = Watched(context.new_page(), site)
    wide, bare = [], []
    for kind in KINDS:
        page = watched.goto(language + kind)
        assert page.locator("h1").count() == 1, kind
        if "?" in kind:
            page.wait_for_selector(".result")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((kind, width))
        if page.evaluate("document.styleSheets.length < 3 || getComputedStyle(document.body).fontFamily === ''"):
            bare.append(kind)
    context.close()
    assert (wide, bare, watched.wrong, cast(Policed, browser).violations) == ([], [], [], [])


def test_a_highlight_opens_its_card_and_escape_closes_it(watched: Watched) -> None:
    page = watched.goto(REPORT)
    flag = page.locator(".st[data-kind=target] > .flag").first
    card = page.locator(flag.get_attribute("href"))
    assert not card.is_visible()
    flag.click()
    assert card.is_visible() and page.url.endswith(flag.get_attribute("href"))
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert flag.evaluate("node => node === document.activeElement")


def test_the_keys_n_and_p_step_through_the_statements(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.keyboard.press("n")
    page.keyboard.press("n")
    second = page.url
    page.keyboard.press("n")
    assert page.url != second
    page.keyboard.press("p")
    assert page.url == second
    assert page.locator(".card[data-open]").count() == 1


def test_an_address_with_a_statement_opens_its_card(watched: Watched) -> None:
    page = watched.goto(REPORT + "#t03")
    assert page.locator("#t03").is_visible()
    assert page.locator("#q-t03").is_visible()


def test_kinds_can_be_hidden_and_themes_singled_out(watched: Watched) -> None:
    page = watched.goto(REPORT)
    flags = page.locator(".st[data-kind=result] > .flag")
    assert flags.first.is_visible()
    page.locator("input[name=show][value=result]").uncheck()
    assert not flags.first.is_visible()
    page.locator("#theme-filter").select_option("education")
    dim = page.locator(".st[data-dim]").count()
    assert 0 < dim < page.locator(".st").count()


def test_the_comparison_keeps_its_filters_in_the_address(watched: Watched) -> None:
    page = watched.goto("compare/index.html")
    page.locator("#f-theme").select_option("education")
    page.locator("input[name=kind][value=task]").uncheck()
    assert "theme=education" in page.url and "kind=task" not in page.url
    assert page.locator(".matrix tbody tr:visible").count() == 1
    page.reload()
    assert page.locator(".matrix tbody tr:visible").count() == 1
    assert page.locator(".matrix .says > li[data-kind=task]:visible").count() == 0


def test_a_cell_of_the_comparison_leads_to_its_sentence(watched: Watched) -> None:
    page = watched.goto("compare/index.html")
    link = page.locator("#economy .says .quote a").first
    words = link.inner_text()
    link.click()
    page.wait_for_selector(".card[data-open]")
    assert words in page.locator(".card[data-open]").inner_text()


@pytest.mark.parametrize(("language", "name", "said"), [("", "Hongqiao", "31 office buildings"), ("zh/", "红桥区", "")])
def test_any_two_reports_can_be_read_in_parallel(watched: Watched, language: str, name: str, said: str) -> None:
    page = watched.goto(f"{language}compare/parallel/index.html")
    shown = f"document.querySelectorAll('[data-head]')[1].textContent.includes('{name}')"
    page.locator("#f-right").select_option("hongqiao-2018-three-focuses")
    until(page, shown)
    cell = page.locator("td[data-side=right]").filter(has_text="红桥区投入使用的商务楼宇总量达31座")
    assert cell.count() == 1 and said in cell.inner_text()
    address = cell.locator(".quote a").first.get_attribute("href")
    assert f"../../reports/hongqiao-2018-three-focuses/index.html#{address.split('#')[1]}" == address
    page.reload()
    until(page, shown)


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("query", ["四个出新出彩", "城中村", "攻城拔寨", "11号线", "5047.4亿元"])
def test_the_search_finds_every_passage_with_the_words(watched: Watched, real, language: str, query: str) -> None:
    page = watched.goto(f"{language}search/index.html?q={quote(query)}")
    page.wait_for_selector(".result")
    found = {
        (item.get_attribute("data-report"), item.get_attribute("data-block")) for item in page.locator(".result").all()
    }
    there = {(r.id, b.id) for r in real.site.library.reports for b in r.blocks if query in b.text}
    assert found == there and there


def test_the_targets_can_be_filtered_and_sorted(watched: Watched) -> None:
    page = watched.goto("targets/index.html")
    rows = page.locator("#targets tbody tr:visible")
    everything = rows.count()
    page.locator("#f-due").select_option("2025")
    assert 0 < rows.count() < everything and "due=2025" in page.url
    page.locator("#f-due").select_option("")
    page.locator("#targets thead button").nth(2).click()
    keys = [row.get_attribute("data-due") for row in rows.all()]
    assert keys == sorted(keys)


def test_the_language_switch_keeps_page_and_fragment(watched: Watched) -> None:
    page = watched.goto(REPORT + "#t03")
    page.locator(".other-language").click()
    page.wait_for_url(f"**/zh/{REPORT}#t03")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.locator("#t03").is_visible()


def test_the_colour_scheme_is_kept_from_page_to_page(browser: Browser, http: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(http + "index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("input[name=theme][value=dark]").check(force=True)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(http + "compare/index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light
    context.close()


def test_without_script_all_content_is_there_and_sentence_and_card_lead_to_each_other(
    browser: Browser, http: str, real: Built
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http + REPORT)
    report = real.site.reports["tianhe-2020-work-report"]
    assert page.locator(".card:visible").count() == len(report.statements)
    assert page.locator(".src:visible").count() == page.locator(".tr:visible").count() == 35
    assert page.locator(".terms dt:visible").count() > 20
    assert page.locator("#theme-filter").is_hidden()
    page.locator("#q-t02 > .flag").click()
    assert page.url.endswith("#t02")
    page.locator("#t02 .close").click()
    assert page.url.endswith("#q-t02")
    page.locator("#q-t02").get_by_role("link").first.wait_for()
    page.goto(http + "compare/index.html")
    assert page.locator(".matrix tbody tr:visible").count() == len(real.site.library.themes)
    page.goto(http + "search/index.html")
    assert page.locator(".rows li:visible").count() > 20
    context.close()


def test_an_address_that_does_not_exist_has_a_page_with_a_way_home(browser: Browser, http: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(http + "404.html")
    assert page.locator("main a").first.get_attribute("href").startswith("/")
    context.close()
