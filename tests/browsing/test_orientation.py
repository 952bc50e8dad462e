"""Where readers are and where they can go: the menus of every page, as they are laid out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .test_reading import REPORT

pytestmark = pytest.mark.browser
# How a passage is found, what stands behind the site, and the lists that no other page of a kind leads to.
WANTED = {f"{name}/index.html" for name in ("search", "verify", "method", "about", "districts", "initiatives")}
SHOWN = """menu => [...document.querySelectorAll(`${menu} a`)]
  .filter(link => link.checkVisibility() && link.getClientRects().length).map(link => link.href)"""
INSIDE = """links => [...document.querySelectorAll(links)].map(link => link.getBoundingClientRect())
  .every(({left, right}) => left >= 0 && right <= innerWidth)"""


# Every page has the same menus, which tests of the finished pages hold it to; here is how they are laid out, on pages
# without a bar, with one, and with another section that is marked.
OF_EACH_SHAPE = ("index.html", REPORT, "verify/index.html")


@pytest.mark.parametrize("language", ["", "zh/"])
def test_every_menu_shows_the_search_what_stands_behind_and_every_list(
    browser: Browser, http: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    wanted = {http + language + path for path in WANTED}
    for kind in OF_EACH_SHAPE:
        page.goto(http + language + kind)
        for width in (1680, 1280, 1184, 1024, 768, 360):
            page.set_viewport_size({"width": width, "height": 800})
            if not page.locator(".sections").is_visible():
                page.locator(".menu-button").click()
            for menu in (".sections", ".foot"):
                assert wanted <= set(page.evaluate(SHOWN, menu)), (kind, width, menu)
            assert page.evaluate(INSIDE, ".sections a"), (kind, width)
    context.close()
