"""Six readers and what they come for, in clicks and in screens that they scroll: never more than is said here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page

from duizhao.pipeline import Built

from ..policed import address, follow, until
from .test_reading import REPORT

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@dataclass(slots=True)
class Journey:
    """A reader's way: what was clicked, and how many screens were scrolled until what is looked for was in view."""

    page: Page
    clicks: int = 0
    screens: int = 0

    def see(self, wanted: Locator) -> None:
        """Scrolls by whole screens until the beginning of what is wanted is in view."""
        wanted.wait_for()
        box, height = wanted.bounding_box(), self.page.viewport_size["height"]  # type: ignore[index]
        assert box
        screens = max(0, math.ceil((box["y"] + min(box["height"], 40) - height) / height))
        self.screens += screens
        self.page.mouse.wheel(0, screens * height)

    def click(self, wanted: Locator) -> None:
        self.see(wanted)
        wanted.click()
        self.clicks += 1

    def menu(self, name: str) -> None:
        """Goes to a section, which on a phone stands in the menu."""
        if self.page.locator(".menu-button").is_visible():
            self.click(self.page.locator(".menu-button"))
        section = self.page.locator(".sections").get_by_role("link", name=name, exact=True)
        self.see(section)
        follow(section)  # a click alone does not wait, and the next may open the menu of the page that is left
        self.clicks += 1

    @property
    def cost(self) -> tuple[int, int]:
        return self.clicks, self.screens


def journey(browser: Browser, address: str, size: dict[str, int]) -> Journey:
    page = browser.new_context(viewport=size).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return Journey(page)


def test_a_researcher_finds_school_places_with_what_was_said_of_them_later(browser: Browser, http: str) -> None:
    for size, most in ((WIDE, (2, 1)), (PHONE, (3, 2))):
        way = journey(browser, http + "index.html", size)
        way.menu("Themes")
        way.click(way.page.locator("main").get_by_role("link", name="Education").first)
        target = way.page.locator("main li[data-kind=target]").first
        way.see(target)
        assert target.locator(".answer a").count() and "Later words" in target.inner_text()
        assert way.clicks <= most[0] and way.screens <= most[1], (size, way.cost)
        way.page.context.close()
    way = journey(browser, f"{http}search/index.html?q={quote('school places')}", PHONE)
    first = way.page.locator(".result").first
    first.wait_for()
    box = first.bounding_box()
    assert box and box["y"] < 767  # where five selects came first
    way.page.context.close()


def test_an_official_prints_the_table_and_finds_a_row_and_what_others_say(browser: Browser, http: str) -> None:
    way = journey(browser, http + "zh/index.html", WIDE)
    way.menu("对照表")
    way.see(way.page.locator("#print"))
    way.see(way.page.locator(".acts a", has_text="Word"))
    assert way.cost == (1, 0)
    link = way.page.locator(".of-theme", has_text="科技").first
    way.click(link)
    row = way.page.locator("tr.item", has_text="孵化器").first
    until(way.page, "document.querySelector('.of-theme[data-chosen]')")
    way.see(row)
    assert way.clicks == 2 and way.screens <= 4
    way.page.context.close()
    way = journey(browser, f"{http}zh/search/index.html?q={quote('孵化器')}", WIDE)
    way.page.locator(".result").first.wait_for()
    told = way.page.locator("main").inner_text()
    assert all(name in told for name in ("海珠区", "红桥区"))
    way.page.context.close()


def test_a_journalist_comes_from_a_figure_to_its_citation(browser: Browser, http: str) -> None:
    way = journey(browser, http + "index.html", WIDE)
    way.page.locator(".masthead [name=q]").fill("5047.4亿")
    way.page.locator(".masthead [name=q]").press("Enter")
    way.clicks += 1
    way.click(way.page.locator(".result a[href$='#r002']").first)
    card = way.page.locator("#card-r002")
    card.wait_for()
    # all of it comes into view, beside the words, which the page is still on its way to
    box = "document.querySelector('#card-r002').getBoundingClientRect()"
    until(way.page, f"{box}.top >= 0 && {box}.bottom <= 800")
    way.click(card.locator(".cite"))
    way.page.locator("#cite-formats pre").first.wait_for()
    assert "[2020" in way.page.locator("#cite-formats pre").first.inner_text()
    assert way.cost == (3, 0)
    way.page.context.close()


def test_a_student_comes_to_a_text_that_is_introduced_and_marked_in_english(
    browser: Browser, http: str, real: Built
) -> None:
    assert real.site
    way = journey(browser, http + "index.html", WIDE)
    way.menu("Reports")
    way.click(way.page.locator("main").get_by_role("link", name="2020 Tianhe District Government Work Report"))
    way.see(way.page.locator(".about .prose"))
    assert way.cost <= (2, 0)
    way.page.wait_for_load_state()  # until then a choice may be taken back for a moment and made again
    way.page.locator("#show input[value=en]").check(force=True)
    report = real.site.reports["tianhe-2020-work-report"]
    shown = way.page.locator(".tr .st[data-en], .tr-head .st[data-en]").evaluate_all(
        "marks => marks.filter(mark => mark.getClientRects().length).length"
    )
    assert shown == sum(one.start_en is not None for one in report.statements) > 300
    way.menu("Glossary")
    for term in real.site.library.terms:
        assert term.meaning.en.partition(". ")[0] in way.page.locator("main").inner_text(), term.id
    way.page.context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_link_to_a_statement_lands_there_and_reading_on_keeps_the_place(
    browser: Browser, http: str, size: dict[str, int]
) -> None:
    way = journey(browser, f"{http}{REPORT}#t07", size)
    way.page.locator("#card-t07").wait_for()
    assert way.page.locator(".running").is_visible() and "2020 work report" in way.page.locator(".running").inner_text()
    way.page.keyboard.press("Escape")
    until(way.page, "!location.hash")
    way.page.evaluate("document.getElementById('p30').scrollIntoView()")
    way.page.locator(".other-language").dispatch_event("click")
    way.page.wait_for_url("**/zh/**#p30")
    way.page.context.close()


def test_a_phone_finds_the_search_and_the_method_and_goes_back_from_a_card_to_the_text(
    browser: Browser, http: str
) -> None:
    way = journey(browser, http + "compare/index.html", PHONE)
    box = way.page.locator(".overview tr[data-theme]").first.bounding_box()
    assert box and box["y"] < 1079  # where the first statement was
    for name in ("Search", "Method", "About"):
        way.menu(name)
    assert way.cost == (6, 0)
    way.page.goto(http + REPORT)
    flag = way.page.locator("#p5 .st > .flag:visible").first
    flag.scroll_into_view_if_needed()
    flag.dispatch_event("click")
    way.page.locator(".card[data-open]").wait_for()
    way.page.go_back()
    way.page.locator(".card").wait_for(state="detached")
    assert address(way.page).endswith(REPORT) and not way.page.locator(".card").count()
    way.page.context.close()
