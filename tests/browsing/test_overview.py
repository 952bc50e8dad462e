"""Who speaks of what, as it is displayed: whole lines, names of any length, and on paper what it is on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdfium2 import PdfDocument

from ..conftest import OVER_HTTP, Watched

pytestmark = pytest.mark.browser
LONG = "Harqin Left Wing Mongolian Autonomous County"
# The sentences of which a line is seen in part.
CUT = """[...document.querySelectorAll(".heard :is(a, .heard-zh)")].filter((one) => {
  const { bottom } = one.getBoundingClientRect();
  const words = document.createRange();
  words.selectNodeContents(one);
  return [...words.getClientRects()].some((line) => line.top < bottom - 3 && line.bottom > bottom + 5);
}).map((one) => one.textContent)"""


@pytest.mark.parametrize("language", ["", "zh/"])
@OVER_HTTP
def test_of_no_sentence_that_is_shortened_half_a_line_is_seen_beside_a_name_of_any_length(
    watched: Watched, language: str
) -> None:
    page = watched.goto(f"{language}compare/index.html")
    for name in ("", LONG):
        page.evaluate(
            "name => document.querySelectorAll('.heard .of').forEach(of => { if (name) of.textContent = name })", name
        )
        for width in (1200, 1280, 1680):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.locator(".heard a:visible").count() > 30 and page.evaluate(CUT) == []


@OVER_HTTP
def test_on_a_phone_the_name_of_a_group_is_as_wide_as_the_window_however_long_it_is(watched: Watched) -> None:
    page = watched.goto("compare/index.html")
    page.evaluate(
        "name => document.querySelectorAll('.group span').forEach(of => { of.textContent += ` ${name}` })", LONG
    )
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("language", ["", "zh/"])
def test_figures_that_cannot_be_compared_are_told_on_paper_where_no_backgrounds_are_printed(
    browser: Browser, http: str, language: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{http}{language}compare/index.html")
    shades = []
    for backgrounds in (True, False):
        page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True, print_background=backgrounds)
        with PdfDocument(tmp_path / "printed.pdf") as document:
            shades.append(bytes(document[0].render(grayscale=True).buffer))
    page.close()
    assert shades[0] == shades[1]
