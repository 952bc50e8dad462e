"""What a reader sets while a page's scripts are still on their way counts, as if it were set after them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from ..policed import address, until
from .test_reading import REPORT

pytestmark = pytest.mark.browser


class Late:
    """A page whose scripts, but for those of its head, wait until they are let go."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.held, self.let_go = page, list[Route](), False
        page.route("**/assets/*.js", self._meet)
        page.goto(url, wait_until="commit")

    def _meet(self, route: Route) -> None:
        if self.let_go or "theme." in route.request.url:
            route.continue_()
        else:
            self.held.append(route)

    def go(self) -> None:
        assert self.held, "no script waits: the page has none, or they came before"
        self.let_go = True
        for route in self.held:
            route.continue_()
        self.page.wait_for_load_state()


def test_the_language_of_a_report_is_the_one_that_was_chosen(browser: Browser, http: str) -> None:
    page = browser.new_page()
    late = Late(page, f"{http}{REPORT}?hide=result")
    page.locator("input[name=reading][value=both]").check(force=True)
    page.locator("input[name=reading][value=en]").check(force=True)
    late.go()
    assert page.evaluate("document.body.dataset.lang") == "en"
    assert page.locator("input[name=reading]:checked").get_attribute("value") == "en"
    until(page, "location.search.includes('read=en')")
    assert "hide=result" in address(page)
    page.context.close()


def test_a_filter_of_a_table_is_the_one_that_was_chosen(browser: Browser, http: str) -> None:
    page = browser.new_page()
    late = Late(page, http + "targets/index.html?theme=education")
    select = page.locator("main select").first
    value = select.locator("option").nth(1).get_attribute("value")
    name = select.get_attribute("name")
    assert value and name and name != "theme"
    select.select_option(value)
    late.go()
    until(page, "([name, value]) => new URLSearchParams(location.search).get(name) === value", [name, value])
    assert select.input_value() == value and "theme=education" in address(page)
    page.context.close()


def test_words_that_were_typed_are_searched(browser: Browser, http: str) -> None:
    page = browser.new_page()
    late = Late(page, http + "search/index.html")
    page.locator("#q").fill("孵化器")
    late.go()
    page.locator(".result").first.wait_for()
    assert page.locator("#q").input_value() == "孵化器"
    page.context.close()


def test_a_kind_is_put_away_as_it_was_chosen(browser: Browser, http: str) -> None:
    page = browser.new_page()
    late = Late(page, http + REPORT)
    page.locator("input[name=show][value=task]").set_checked(False, force=True)
    late.go()
    assert not page.locator("input[name=show][value=task]").is_checked()
    assert page.evaluate("document.body.dataset.hide") == "task" and "hide=task" in address(page)
    page.context.close()
