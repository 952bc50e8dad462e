"""No words of a drawing reach out of it, or run into others, on any page that has one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from duizhao.pipeline import Built

pytestmark = pytest.mark.browser

# The words of each drawing that lie, by more than half a pixel, outside its box or the window's.
OUTSIDE = """[...document.querySelectorAll("svg")].flatMap((svg) => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return left < box.left - 0.5 || right > box.right + 0.5 || top < box.top - 0.5 || bottom > box.bottom + 0.5;
  }).map((text) => text.textContent);
})"""
# Labels of one line of a chart, those of its points or those below them, that run into each other.
TOGETHER = """[...document.querySelectorAll("figure.chart:not(.bars) svg")].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], n) => boxes.slice(n + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => `${one} | ${other}`));
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_no_words_of_a_drawing_lie_outside_its_box(browser: Browser, http: str, real: Built, width: int) -> None:
    drawn = [path for path, data in real.files.items() if path.endswith(".html") and re.search(rb"<text\b", data)]
    assert len(drawn) > 10  # charts in both languages, and bars
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    wrong = {}
    for path in drawn:
        page.goto(http + path)
        page.evaluate("document.fonts.ready")
        found = [*page.evaluate(OUTSIDE), *page.evaluate(TOGETHER)]
        wrong |= {path: found} if found else {}
    context.close()
    assert wrong == {}
