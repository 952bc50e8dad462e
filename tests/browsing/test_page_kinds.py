"""Every page kind, opened once in each language and looked at in every way that needs no act of a reader.

Opening a page takes longer than most that can be asked of it: whatever is to hold of all kinds is asked here.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from duizhao.pipeline import Built

from ..conftest import Watched
from .axe import axe_on, broken, rules_of_colours
from .controls import COMPARE, LANGUAGES, PAGES, stubborn, unknown
from .test_reading import BARE, REPORT

pytestmark = pytest.mark.browser
# Of width, scheme and language each pair is asked of each kind, which takes half of the ways to combine the three (an
# orthogonal array of strength two).
FIRST, THEN = {"": (1280, "light"), "zh/": (1280, "dark")}, {"": (360, "dark"), "zh/": (360, "light")}
# Of whatever moves by itself how far, as the browser counts it.
_MOVED = (
    "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))"
    ".observe({type: 'layout-shift', buffered: true})"
)
_LOADED = "performance.getEntriesByType('resource').length"
# Until the browser has nothing left to do: all is painted that was laid out.
_AT_REST = "new Promise(rested => requestAnimationFrame(() => requestIdleCallback(() => rested())))"
# Pages that are read first, and what such a page may weigh with all that it asks for.
WEIGHED = (
    *("index.html", REPORT, "compare/index.html", COMPARE, "compare/parallel/index.html"),
    *("follow-up/tianhe-2020-work-report/index.html", "threads/index.html"),
)
PAGE, SCRIPTS = 100_000, 30_000
# The cells of tables that hold more than a few words in a column of fewer than five characters.
CRAMPED = """[...document.querySelectorAll("main :is(th, td)")].filter((cell) => {
  const em = parseFloat(getComputedStyle(cell).fontSize);
  const { width, height } = cell.getBoundingClientRect();
  const away = cell.closest("thead, .away"); // for who is read to, where the cells say it themselves
  if (away && getComputedStyle(away).clipPath !== "none") return false;
  return cell.checkVisibility() && width > 1 && width < 5 * em && height > 4 * 1.3 * em
    && cell.innerText.trim().length > 18;
}).map((cell) => cell.innerText.trim())"""
# The numbers of headings that stand on two lines.
PARTED = r"""[...document.querySelectorAll("main :is(h1, h2, h3)")].flatMap((heading) => {
  if (!heading.checkVisibility()) return [];
  const found = [], texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const { 0: number, index } of text.data.matchAll(/[0-9]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + number.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(heading.innerText);
    }
  return found;
})"""
# How wide a page is where a reader spaces the text (WCAG 1.4.12).
WIDTH_SPACED = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
  const width = document.documentElement.scrollWidth;
  document.adoptedStyleSheets = [];
  return width;
})()"""
# Where the name of the site begins, and the title of the page.
EDGES = "['.brand', 'h1'].map(name => document.querySelector(name).getBoundingClientRect().left)"


@dataclass(frozen=True, slots=True)
class Visit:
    """A page kind that was opened, in which language, and what it asked for until it was loaded."""

    page: Page
    kind: str
    language: str
    asked: tuple[str, ...]


@LANGUAGES
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_kind_is_in_its_styles_light_legible_still_and_breaks_no_rule_of_wcag(
    browser: Browser, http: str, real: Built, kind: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=FIRST[language][1])
    context.add_init_script(_MOVED)
    watched, asked = Watched(context.new_page(), http), []
    watched.page.on("request", lambda request: asked.append(request.url.removeprefix(http)))
    page = watched.goto(language + kind)
    visit = Visit(page, kind, language, tuple(asked))
    assert page.locator("h1").count() == 1
    if "?" in kind:
        page.wait_for_selector(".result")
    # No script asks how wide a window is (tests/site/test_static.py): a page that is narrowed is the page that a narrow
    # window opens.
    wrong = [*_wrong_weight(visit, real), *_wrong_movement(visit), *_wrong_widths(page), *_broken(visit)]
    wrong += [] if language else _wrong_controls(page)
    context.close()
    assert (wrong, watched.wrong) == ([], [])


def _wrong_weight(visit: Visit, real: Built) -> Iterator[object]:
    if visit.kind in WEIGHED:
        weights = {name: len(gzip.compress(real.files[name], 9, mtime=0)) for name in visit.asked}
        scripts = sum(weight for name, weight in weights.items() if name.endswith(".js"))
        if sum(weights.values()) >= PAGE or scripts >= SCRIPTS:
            yield weights
    if visit.page.evaluate(BARE):
        yield "bare of its styles"


def _wrong_movement(visit: Visit) -> Iterator[object]:
    """What moves after it is painted. Axe is brought meanwhile, which takes its time."""
    state = f"[{_LOADED}, window.moved].join()"
    before = visit.page.evaluate(state)
    axe_on(visit.page)
    visit.page.evaluate(_AT_REST)
    while before != (now := visit.page.evaluate(state)):
        before = now
        visit.page.wait_for_timeout(500)
    if (moved := visit.page.evaluate("window.moved")) > 0.01:
        yield "moved", moved


def _wrong_widths(page: Page) -> Iterator[object]:
    """What lies outside of a window, beside the edge of the page or in too narrow a cell.

    320 CSS pixels is also what a window of 1280 shows at 400 % (WCAG 1.4.10).
    """
    for width in (320, 360, 1680, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield "scrolls sideways", width
        if len({*page.evaluate(EDGES)}) > 1:
            yield "aside", width
        yield from (("cramped", width, words) for words in page.evaluate(CRAMPED))
        yield from (("parted", width, words) for words in page.evaluate(PARTED))
        if width == 320 and page.evaluate(WIDTH_SPACED) > width:
            yield "scrolls sideways where the text is spaced"


def _broken(visit: Visit) -> Iterator[object]:
    """The rules of WCAG that a page breaks, that of a report with a card open."""
    page = visit.page
    if visit.kind == REPORT:
        page.keyboard.press("n")
    assert set(rules_of_colours(page)["values"]) >= {"color-contrast", "link-in-text-block"}
    for width, scheme in (FIRST[visit.language], THEN[visit.language]):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if found := broken(page):
            yield width, scheme, found


def _wrong_controls(page: Page) -> Iterator[object]:
    """Controls that no test knows, and elements that are shown though they are hidden."""
    if page.locator(".src .flag").count():  # what a card brings belongs to the page
        if not page.locator(".card").count():
            page.locator(".src .flag").first.click()
        page.wait_for_selector(".card .share")
    yield from (("unknown", control) for control in unknown(page))
    for width, media in ((1280, "screen"), (390, "screen"), (1280, "print")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=media)
        yield from (("shown though hidden", width, media, element) for element in stubborn(page))
