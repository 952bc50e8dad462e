"""Threads in a browser: labels as they are drawn, marks by keyboard, and narrow windows, paper and chosen colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from duizhao.pages.parts.splits import ROOMS
from duizhao.pipeline import built
from duizhao.site.write import write_files

from ..conftest import OVER_HTTP, Watched
from ..corpus.test_threads import PARK
from ..pages.test_threads import forty_years
from ..policed import address
from ..sample import written
from .axe import axe_on, broken, rules_of_colours
from .serving import Counter

pytestmark = pytest.mark.browser
MANY, OPEN, TWO_DISTRICTS = (
    f"initiatives/{name}/index.html" for name in ("tianhe-cbd", "tianhe-youchuang", "command-platform")
)
LANGUAGES = pytest.mark.parametrize("language", ["", "zh/"])
# What is wrong with the drawings of a page: words out of their drawing or over other words, links too small to hit.
WRONG = """() => [...document.querySelectorAll(".through svg")].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  const out = words.filter(([, box]) =>
    box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom);
  const over = words.flatMap(([one, box], place) =>
    words.slice(0, place).filter(([, other]) => meet(box, other)).map(([other]) => `${one} / ${other}`));
  const small = [...svg.querySelectorAll("a")].filter(link => {
    const { width, height } = link.querySelector(".reach").getBoundingClientRect();
    return width < 24 || height < 24;
  });
  return [...out.map(([one]) => one), ...over, ...small.map(link => link.textContent)];
})"""
DASHES = """() => Object.fromEntries([...document.querySelectorAll(".thread-key svg[data-kind]")].flatMap(sign => {
  const run = sign.querySelector(".run"), tip = sign.querySelector(".tip");
  return run && tip ? [[sign.dataset.kind, [getComputedStyle(run).strokeDasharray, tip.getAttribute("d")].join()]] : [];
}))"""


def drawn(page: Page) -> int:
    return page.locator(".through svg").count()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a thread of forty years."""
    folder: Path = tmp_path_factory.mktemp("long")
    # tests/pages/test_threads.py looks at its pages.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ROOMS, "threads", 999)  # drawn as one
        found = built(written(folder / "project", PARK, *forty_years("qinghu")))
    needed = ("assets/", "initiatives/", "zh/initiatives/")
    write_files({path: data for path, data in found.files.items() if path.startswith(needed)}, folder / "site")
    server = Counter(folder)
    yield server.base + "site/"
    server.close()


@LANGUAGES
@pytest.mark.parametrize("width", [960, 1280, 1680])
def test_no_label_of_a_thread_of_forty_years_meets_another(
    browser: Browser, long: str, language: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{long}{language}initiatives/park/index.html")
    assert drawn(page) > 4 and page.evaluate(WRONG) == []
    context.close()


def test_every_mark_is_reached_by_keyboard_named_and_leads_to_its_statement(watched: Watched) -> None:
    page = watched.goto(MANY)
    marks = page.locator(".through a[data-kind]")
    page.locator(".through a").first.focus()
    for _ in range(page.locator(".through a").count() - marks.count()):
        page.keyboard.press("Tab")
    named = []
    for _ in range(marks.count()):
        named.append(page.evaluate("document.activeElement.querySelector('title')?.textContent"))
        assert page.evaluate("getComputedStyle(document.activeElement.querySelector('.reach')).stroke") != "none"
        page.keyboard.press("Tab")
    kinds = [re.search(r"; (\w+); .*said in Tianhe", name)[1] for name in named]
    assert {kind: kinds.count(kind) for kind in kinds} == {"Result": 3, "Task": 5, "Situation": 1}
    href = marks.first.get_attribute("href")
    marks.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"reports/.*#[tkrs]\d+$"))
    assert address(page).endswith(href.rpartition("/")[2])


@OVER_HTTP
def test_kinds_are_told_by_dash_and_shape_and_not_by_colour_alone(watched: Watched) -> None:
    told = watched.goto(MANY).evaluate(DASHES)
    assert {*told} == {"result", "situation", "target", "task"} and len({*told.values()}) == 4


@OVER_HTTP
def test_a_promise_without_a_date_runs_to_the_edge_and_says_so(watched: Watched) -> None:
    page = watched.goto(OPEN)
    mark = page.locator(".through a", has=page.locator(".beyond"))
    box, frame = mark.locator(".beyond").bounding_box(), page.locator(".through svg").bounding_box()
    assert frame["x"] + frame["width"] - box["x"] - box["width"] < 20
    assert "no date stated" in mark.locator("text").text_content() and mark.locator(".tip").count() == 0


@pytest.mark.parametrize("width", [320, 390, 900])
def test_narrow_windows_show_the_words_alone(browser: Browser, http: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in (MANY, "threads/index.html"):
        page.goto(http + path)
        assert page.locator("main svg:visible").count() == 0
    page.goto(http + MANY)
    assert page.locator(".thread > li:visible").count() == 9
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_words_stand_on_paper_too_and_drawings_are_not_cut(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 720, "height": 1000})
    page = context.new_page()
    page.goto(http + TWO_DISTRICTS)
    page.emulate_media(media="print")
    assert page.locator(".through svg:visible").count() == 1
    assert page.locator(".thread > li:visible").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    context.close()


def test_where_the_reader_has_chosen_colours_the_signs_take_them(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page = context.new_page()
    page.goto(http + MANY)
    colours = page.evaluate("""() => [
      ...[...document.querySelectorAll(".through :is(.run, .edges, .tip)")].map(one => getComputedStyle(one).stroke),
    ]""")
    assert {*colours} == {page.evaluate("getComputedStyle(document.querySelector('h2')).color")}
    context.close()


@OVER_HTTP
def test_situations_that_are_put_away_leave_the_drawing_too(watched: Watched) -> None:
    page = watched.goto("initiatives/pazhou/index.html")
    drawn = page.locator(".through a[data-kind=situation]")
    assert drawn.count() > 2 and drawn.first.is_visible()
    page.locator("[data-situations] input").uncheck()
    assert not drawn.first.is_visible() and page.locator(".thread > [data-kind=situation]:visible").count() == 0
    assert page.locator(".through a[data-kind=result]").first.is_visible()


@LANGUAGES
@pytest.mark.parametrize("path", [MANY, TWO_DISTRICTS, "indicators/new-jobs/index.html", "threads/index.html"])
def test_threads_have_no_fault_that_axe_can_see(browser: Browser, http: str, path: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    page = context.new_page()
    page.goto(http + language + path)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    axe_on(page)
    assert broken(page) == []
    page.emulate_media(color_scheme="dark")
    assert broken(page, rules_of_colours(page)) == []
    context.close()
