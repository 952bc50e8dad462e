"""Where readers are and where they can go: the menus of every page, and the edge at which titles begin."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .test_reading import KINDS, REPORT

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


@pytest.mark.parametrize("language", ["", "zh/"])
def test_the_titles_of_all_page_kinds_begin_at_one_edge(browser: Browser, http: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    edges = {}
    for kind in KINDS:
        page.goto(http + language + kind)
        for width in (1280, 1680):
            page.set_viewport_size({"width": width, "height": 800})
            edges[kind, width] = page.evaluate(
                "['.brand', 'h1'].map(name => document.querySelector(name).getBoundingClientRect().left)"
            )
    context.close()
    assert len(edges) == 2 * len(KINDS)
    for width in (1280, 1680):
        found = {edge for (_, at), both in edges.items() if at == width for edge in both}
        assert found == {edges["index.html", width][0]}
