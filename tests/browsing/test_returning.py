"""Who comes back to a page finds it as they left it; and what it shows fits where it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from ..conftest import Watched

pytestmark = pytest.mark.browser
BEYOND = """cells => cells.flatMap(cell => [...cell.querySelectorAll('*')].map(part => [
  part.getBoundingClientRect().right - cell.getBoundingClientRect().right, cell.textContent.trim()]))
  .filter(([over]) => over > 0.5)"""


def test_what_was_opened_is_open_on_coming_back_and_closed_on_a_new_visit(watched: Watched) -> None:
    page = watched.goto("threads/index.html")
    folds = page.locator("main details")
    folds.nth(2).locator("summary").click()
    folds.nth(2).locator("a").first.click()
    page.wait_for_url("**/reports/**")
    page.go_back()
    page.wait_for_url("**/threads/**")
    assert [fold.get_attribute("open") is not None for fold in folds.all()[:4]] == [False, False, True, False]
    watched.goto("index.html")
    watched.goto("threads/index.html")
    assert not any(fold.get_attribute("open") is not None for fold in folds.all()[:4])


@pytest.mark.parametrize("language", ["", "zh/"])
def test_nothing_in_the_table_of_targets_runs_into_the_next_column(browser: Browser, http: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{http}{language}targets/index.html")
    for width in (720, 768, 959, 960, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        cells = page.locator("#targets td")
        assert cells.count() > 200
        assert cells.evaluate_all(BEYOND) == [], width
    context.close()
