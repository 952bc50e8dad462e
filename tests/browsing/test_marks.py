"""The words of a report marked in both languages: lit together, beside their card, remembered, in nobody's way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from duizhao.pipeline import Built

from ..conftest import OVER_HTTP, Watched
from ..policed import address, until

pytestmark = pytest.mark.browser
REPORT = "reports/tianhe-2020-work-report/index.html"


def reading(page: Page, language: str) -> None:
    page.locator(f"input[name=reading][value={language}]").check(force=True)


@pytest.mark.parametrize("language", ["", "zh/"])
@OVER_HTTP
def test_the_english_has_the_marks_of_the_chinese_with_their_flags_and_names(
    watched: Watched, real: Built, language: str
) -> None:
    page = watched.goto(language + REPORT)
    reading(page, "en")
    marked = page.evaluate(
        "[...document.querySelectorAll('[data-en]')].filter(one => one.checkVisibility())"
        ".map(one => [one.dataset.en, one.dataset.kind, one.querySelector('.flag').getAttribute('aria-label')])"
    )
    report = real.site.reports["tianhe-2020-work-report"]
    assert {(name, kind) for name, kind, _ in marked} == {(s.id, s.kind) for s in report.statements}
    label = {name: label for name, _, label in marked}["r002"]
    assert label == ("成效 r002，详情" if language else "Result r002, details")
    assert page.locator(".tr .term").count() > 50


@OVER_HTTP
def test_pointing_at_words_lights_them_in_both_languages(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.locator("[data-en=r009]").first.hover()
    lit = "[...document.querySelectorAll('.st[data-lit]')].map(one => one.id || one.dataset.en || one.dataset.of)"
    assert set(page.evaluate(lit)) == {"r009"} and len(page.evaluate(lit)) >= 2
    page.locator("#r010 > .flag").focus()
    assert set(page.evaluate(lit)) == {"r010"}


def test_paragraphs_stand_side_by_side_and_the_card_beside_its_line_so_that_nothing_moves(
    browser: Browser, http: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(http + REPORT)
    left, right = (page.locator(f"#p5 {part}").bounding_box() for part in (".src", ".tr"))
    assert left and right and left["x"] + left["width"] < right["x"] and abs(left["y"] - right["y"]) < 20
    flag = page.locator("[data-en=r021] > .flag")
    flag.scroll_into_view_if_needed()
    before = flag.bounding_box()
    flag.click()
    page.locator("#card-r021").wait_for()
    card = page.locator("#card-r021").bounding_box()
    assert flag.bounding_box() == before
    assert card and before and card["x"] >= right["x"] + right["width"]
    assert card["y"] <= before["y"] <= card["y"] + card["height"]
    # It is read after its paragraph, whose region it names.
    assert page.evaluate("document.querySelector('#p5').lastElementChild.id") == "card-r021"
    assert page.get_by_role("article", name="Result r021").count() == 1
    context.close()


def test_going_back_closes_the_sheet_of_a_phone(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(http + REPORT)
    page.locator("#r002 > .flag").click()
    page.locator("#card-r002").wait_for()
    page.go_back()
    until(page, "!document.querySelector('.card')")
    assert address(page) == http + REPORT
    # The place that a finger has to meet is 24 pixels wide and high.
    hit = page.locator("#r002 > .flag").evaluate("node => getComputedStyle(node, '::after').width")
    assert hit == "24px"
    context.close()


def test_what_was_chosen_stands_in_the_address_and_is_remembered(browser: Browser, http: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(http + REPORT)
    reading(page, "en")
    page.locator("input[name=show][value=task]").uncheck()
    assert address(page).endswith("?read=en&hide=task")
    page.goto(http + REPORT)
    assert page.evaluate("[document.body.dataset.lang, document.body.dataset.hide]") == ["en", "task"]
    # What a link leads to is shown, whatever was put away.
    page.goto(http + "index.html")
    page.goto(http + REPORT + "#k002")
    page.locator("#card-k002").wait_for()
    assert page.evaluate("document.body.dataset.hide") == ""
    context.close()


def test_the_language_link_leads_to_what_is_being_read(watched: Watched) -> None:
    page = watched.goto(REPORT + "#t07")
    page.locator("#card-t07").wait_for()
    page.keyboard.press("Escape")
    assert "#" not in address(page)
    page.evaluate("document.querySelector('#p30').scrollIntoView()")
    page.locator(".other-language").dispatch_event("click")
    page.wait_for_url("**/zh/**")
    assert address(page).endswith("#p30")


def test_keys_that_act_by_themselves_can_be_switched_off(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.locator("input[name=keys]").uncheck()
    page.locator("h1").click()
    page.keyboard.press("n")
    page.keyboard.press("/")
    assert page.locator(".card").count() == 0 and page.evaluate("document.activeElement.name") != "q"
    assert not page.locator("#show .keys").is_visible()
    page.locator("input[name=keys]").check()
    page.locator("h1").click()
    page.keyboard.press("n")
    page.locator(".card").wait_for()


@OVER_HTTP
def test_no_figure_breaks_over_a_line(watched: Watched) -> None:
    page = watched.goto(REPORT)
    broken = "[...document.querySelectorAll('.text .nw')].filter(one => one.getClientRects().length > 1).length"
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(broken) == 0
    assert page.locator(".src .nw").count() > 100 and page.locator(".tr .nw").count() > 50


@pytest.mark.parametrize("language", ["", "zh/"])
@OVER_HTTP
def test_the_text_holds_its_words_and_nothing_else_for_programs_that_read_it(
    watched: Watched, real: Built, language: str
) -> None:
    page = watched.goto(language + REPORT)
    blocks = real.site.reports["tianhe-2020-work-report"].blocks
    for shown in ("zh", "en"):
        reading(page, shown)
        words = page.evaluate(
            "[...document.querySelectorAll('.text .block > p')].filter(one => !one.hidden).map(one => one.textContent)"
        )
        assert words == [block.text if shown == "zh" else block.translation for block in blocks if not block.level]
    assert page.locator(".text .card").count() == 0


def test_colours_that_a_system_sets_leave_every_word_to_be_read(browser: Browser, http: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(http + REPORT)
    alike = page.evaluate(
        "[...document.querySelectorAll('.st, .st .term, .st .flag')].filter(one => {"
        " const style = getComputedStyle(one); return style.color === style.backgroundColor; }).length"
    )
    assert alike == 0
    inks = "['.st', '.st .term'].map(one => getComputedStyle(document.querySelector(one)).backgroundColor)"
    assert len(set(page.evaluate(inks))) == 1
    context.close()


@OVER_HTTP
def test_a_line_below_the_masthead_says_which_section_is_being_read(watched: Watched) -> None:
    page = watched.goto(REPORT)
    assert not page.locator(".running").is_visible()
    page.evaluate("document.querySelector('#p6').scrollIntoView()")
    until(page, "!document.querySelector('.running').hidden")
    said = page.locator(".running").inner_text()
    assert "2020 work report" in said and "11 June 2020" in said and "(2) Emphasis" in said
    assert page.locator("details.about").get_attribute("open") is not None
