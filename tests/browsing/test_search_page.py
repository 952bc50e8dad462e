"""The search page in a real browser: its form, its address, its results and keys, and what it says."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from duizhao.pipeline import Built

from ..conftest import OVER_HTTP, Watched
from ..policed import address, until
from .asking import SEARCH, substrings, there

pytestmark = pytest.mark.browser
# Of each result its text, its paragraph, and how many marks it shows.
DRAWN = """results => results.map(result =>
  [result.dataset.report, result.dataset.block, result.querySelectorAll("mark.hit").length])"""


def test_ten_substrings_through_the_form_give_elements_for_each_passage(watched: Watched, real: Built) -> None:
    page = watched.goto(SEARCH)
    for cut in substrings(real, 10):
        page.locator("#q").fill(cut)
        page.locator("#search-form .go").click()
        until(page, "cut => new URLSearchParams(location.search).get('q') === cut", arg=cut)
        until(page, "document.getElementById('search-status').textContent.includes('passage')")
        until(
            page,
            "cut => duizhaoSearch(cut).then(found => document.querySelectorAll('.result').length"
            " === found.groups.flatMap(group => group.hits).length)",
            arg=cut,
        )
        drawn = page.locator(".result").evaluate_all(DRAWN)
        assert there(real, cut) <= {(report, block) for report, block, _ in drawn}
        assert all(hits for _, _, hits in drawn)


def test_query_and_filters_live_in_the_address(watched: Watched, real: Built) -> None:
    page = watched.goto(f"{SEARCH}?q={quote('城中村')}&district=tianhe")
    page.wait_for_selector(".result")
    assert page.locator("#q").input_value() == "城中村" and page.locator("#f-district").input_value() == "tianhe"
    page.locator("#f-report").select_option("tianhe-2020-work-report")
    until(page, "document.querySelectorAll('.result-group').length === 1")
    assert "report=tianhe-2020-work-report" in address(page)
    page.reload()
    page.wait_for_selector(".result")
    assert page.locator(".result-group").count() == 1
    page.locator("#f-district").select_option("haizhu")
    page.wait_for_selector("#results > button")
    assert "report=" not in address(page) and page.locator(".result").count() == 0
    page.locator("#results > button").click()
    page.wait_for_selector(".result")
    assert "district=" not in address(page)


@pytest.mark.parametrize(("language", "heading"), [("", "Tianhe: 2020 work report"), ("zh/", "天河区：2020年工作报告")])
@OVER_HTTP
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
    result.locator("> a").click()
    hit = page.locator(f"#{block} {selector}").first
    hit.wait_for()
    assert hit.inner_text() == words and hit.is_visible()
    # The browser goes to the top of the paragraph as it loads; when it has, the page goes to the hit, and stays there.
    page.wait_for_load_state("load")
    in_view = "node => { const {y} = node.getBoundingClientRect(); return 0 <= y && y <= innerHeight; }"
    hit.evaluate("node => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert hit.evaluate(in_view)


@OVER_HTTP
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
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(page.url.split("search/")[0] + "compare/index.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search/**")
    until(page, "document.activeElement.id === 'q'")


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
    until(page, "!document.querySelector('.result')")
    assert page.locator("#q").input_value() == "" and "q=" not in address(page)
    assert page.locator("#by-name").is_visible()


@OVER_HTTP
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
    until(page, "document.getElementById('results').hasAttribute('aria-busy')")
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
    page.route("**/search/*-*.js", lambda route: route.abort())
    page.locator("#q").fill("城中村")
    until(page, "document.getElementById('search-status').textContent.includes('could not be loaded')")
    page.unroute("**/search/*-*.js")
    page.locator("#search-more").click()
    page.wait_for_selector(".result")
    assert not page.locator("#search-more").is_visible()
    page.close()


@OVER_HTTP
def test_a_filter_that_there_is_no_more_is_left_out(watched: Watched) -> None:
    page = watched.goto(f"{SEARCH}?q={quote('城中村')}&report=gone&district=nowhere&kind=__proto__&year=2020")
    page.wait_for_selector(".result")
    assert address(page).endswith(f"?q={quote('城中村')}&year=2020")
    page.goto(page.url.split("?")[0] + f"?q={quote('城中村')}&report=tianhe-2020-work-report&district=haizhu")
    page.wait_for_selector("#results > button")
    assert address(page).endswith(f"?q={quote('城中村')}&district=haizhu")


def test_a_citation_does_not_carry_the_search_that_led_to_it(browser: Browser, http: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{http}reports/tianhe-2020-work-report/index.html?hit={quote('新增就业')}#t02")
    page.locator("#card-t02 .cite").click()
    page.locator("#cite-formats pre").first.wait_for()  # its words are loaded when they are asked for
    forms = page.locator("#cite-formats pre").all_inner_texts()
    context.close()
    assert len(forms) == 4 and all("#t02" in form and "hit=" not in form for form in forms)


HOSTILE = [
    *("<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "(((", ".*发展", "[城", "\\"),
    *("constructor", "8 constructor", "發展" * 200),
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
@OVER_HTTP
def test_whatever_is_typed_is_only_looked_for(watched: Watched, query: str) -> None:
    page = watched.goto(f"{SEARCH}?q={quote(query)}")
    until(page, "document.getElementById('search-status').textContent")
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


@OVER_HTTP
def test_one_character_an_empty_query_and_nothing_found_have_a_useful_answer(watched: Watched) -> None:
    page = watched.goto(SEARCH)
    status = page.locator("#search-status")
    for typed in ("城", "鄉"):
        page.locator("#q").fill(typed)
        page.locator("#search-form .go").click()
        until(page, "document.getElementById('search-status').textContent.includes('Two characters')")
        assert page.locator(".result").count() == 0
    page.locator("#q").fill("城")
    page.wait_for_selector(".named a")
    assert all(name.startswith("城") for name in page.locator(".named [lang=zh-Hans]").all_inner_texts())
    page.locator("#q").fill("")
    page.locator("#search-form .go").click()
    until(page, "document.getElementById('search-status').textContent.startsWith('Type')")
    assert page.locator("#by-name").is_visible()
    page.locator("#q").fill("没有这样的话")
    until(page, "document.getElementById('search-status').textContent.startsWith('No passage')")
    assert status.is_visible()
    page.locator("#q").fill("城中村 没有这样的话")
    page.wait_for_selector(".singly")
    assert "all of these words" in status.inner_text()
    page.locator(".singly a").first.click()
    page.wait_for_selector(".result")
    assert page.locator("#q").input_value() == "城中村"


@OVER_HTTP
def test_what_has_a_page_is_found_by_each_of_its_names(watched: Watched) -> None:
    page = watched.goto(SEARCH)
    for typed, name in (("高质量发展", "high-quality development"), ("gaozhiliang", "high-quality development"),
                        ("高質量發展", "high-quality development"), ("GDP", "GDP"), ("红桥", "Hongqiao")):  # fmt: skip
        page.locator("#q").fill(typed)
        until(
            page,
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


@OVER_HTTP
def test_a_hit_tells_its_statement_and_what_became_of_a_promise(watched: Watched, real: Built) -> None:
    page = watched.goto(f"search/index.html?q={quote('攻城拔寨')}")
    line = page.locator("[data-report=tianhe-2020-work-report] .answer", has_text="k108")
    expect(line).to_contain_text("Later words")
    tracked = real.site.followed["tianhe-2020-work-report/k108"]
    way = line.locator("a").nth(1)
    assert (way.get_attribute("href") or "").endswith("follow-up/tianhe-2020-work-report/index.html#k108")
    assert way.inner_text() == real.theme.words[f"evidence.{tracked.evidence}"].text.en
    assert len(tracked.later) == line.locator("a").count() - 2
    line.locator("a").first.click()
    expect(page).to_have_url(re.compile(r"reports/tianhe-2020-work-report/index\.html#k108$"))


@pytest.mark.parametrize(("language", "kind", "later"), [("", "Target", "Later words"), ("zh/", "目标", "后文")])
@OVER_HTTP
def test_an_english_hit_tells_its_statement_and_leads_to_it_and_to_its_later_words(
    watched: Watched, real: Built, language: str, kind: str, later: str
) -> None:
    # a promise with later words; what is asked for are words of its English that stand nowhere else
    tracked = next(
        one
        for report in real.site.library.reports
        for one in real.site.followed_in[report.id]
        if one.promise.kind == "target" and one.statements and one.promise.quote_en
    )
    promise, words = tracked.promise, " ".join(str(tracked.promise.quote_en).split()[:9])
    page = watched.goto(f"{language}search/index.html?q={quote(words)}")
    result = page.locator(f".result[data-report={promise.report}][data-block={promise.block}]")
    expect(result.locator(".hit").first).to_be_visible()
    line = result.locator(".answer", has=page.locator(f"[href$='reports/{promise.report}/index.html#{promise.id}']"))
    expect(line).to_have_count(1)
    expect(line).to_contain_text(f"{kind} {promise.id}")
    expect(line.locator("b")).to_have_text(later)
    ways = line.locator("a").evaluate_all("links => links.slice(1).map(link => link.getAttribute('href'))")
    assert [way.removeprefix("../") for way in ways] == [
        f"follow-up/{promise.report}/index.html#{promise.id}",
        *(f"reports/{one.report}/index.html#{getattr(one, 'id', one.block)}" for one in tracked.later),
    ]
    line.locator("a").first.click()
    expect(page).to_have_url(re.compile(rf"reports/{promise.report}/index\.html#{promise.id}$"))


@OVER_HTTP
def test_the_districts_and_texts_without_a_hit_are_named(watched: Watched) -> None:
    page = watched.goto(f"search/index.html?q={quote('孵化器')}")
    expect(page.locator(".unheard dd")).to_have_text(["Haizhu, Hongqiao"])
    page.locator("select[name=year]").select_option("2021")
    expect(page.locator(".unheard dd")).to_have_text(["Haizhu"])
    watched.goto(f"search/index.html?q={quote('老旧小区')}")
    expect(page.locator(".unheard dd")).to_have_text(["Haizhu, Hongqiao", "Tianhe: 2021 Party-history feature"])


def test_on_a_phone_the_first_result_stands_on_the_first_screen_and_the_filters_in_a_sheet(reader: Watched) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 844})
    reader.goto(f"search/index.html?q={quote('孵化器')}")
    expect(page.locator(".result").first).to_be_in_viewport()
    button = page.locator("[popovertarget=filters]")
    plain = button.inner_text()
    button.click()
    page.locator("select[name=kind]").select_option("target")
    page.keyboard.press("Escape")
    expect(page.locator("select[name=kind]")).to_be_hidden()
    expect(button).not_to_have_text(plain)
    expect(button).to_contain_text("1")
