"""No words of a drawing reach out of it, or run into others, on any page that has one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from duizhao.pipeline import Built

from .test_threads import WRONG

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
LOOKED_AT = f"""document.fonts.ready.then(() =>
  [{OUTSIDE}, {TOGETHER}, ({WRONG})(), document.querySelector(".through svg") !== null])"""


def test_no_words_of_a_drawing_lie_outside_its_box_and_no_label_of_a_thread_meets_another(
    browser: Browser, http: str, real: Built
) -> None:
    drawn = [path for path, data in real.files.items() if path.endswith(".html") and re.search(rb"<text\b", data)]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong, threads = {}, set()
    for number, path in enumerate(drawn):
        page.goto(http + path)  # with its styles, by which a label lies where it does
        found = []
        for width in (360, 1280) if number % 2 else (1280, 360):  # the next begins as this one ends: one layout less
            page.set_viewport_size({"width": width, "height": 900})
            outside, together, met, has_thread = page.evaluate(LOOKED_AT)
            found += [*outside, *together, *(met if width > 360 else ())]
        threads |= {path} if has_thread else set()
        wrong |= {path: found} if found else {}
    context.close()
    assert wrong == {}
    # Charts and threads, in both languages.
    assert threads == {path for path, data in real.files.items() if b'class="through"' in data}
    charts = {path for path in drawn if b'<figure class="chart' in real.files[path]}
    assert len(threads) > 100 and len(charts) > 10


# How large the letters of the words are that a reader sees of a page's drawings, in pixels.
LETTERS = """[...document.querySelectorAll("main svg text")].filter((text) => text.checkVisibility())
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""


@pytest.mark.parametrize("language", ["", "zh/"])
def test_the_letters_of_a_drawing_can_be_read_on_every_window(browser: Browser, http: str, language: str) -> None:
    page = browser.new_page()
    for path in ("indicators/gdp/index.html", "indicators/micro-wishes-collected/index.html"):
        page.goto(f"{http}{language}{path}")
        for width in (320, 360, 480, 600, 601, 768, 960, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            letters = page.evaluate(LETTERS)
            assert len(letters) > 4 and min(letters) > 10.9, (path, width)
            assert page.locator("figure.chart:visible").count() == 1
    page.close()
