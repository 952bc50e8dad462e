"""Every control of every page kind is known and acts, by what is displayed: folds, sheets, dialog, scheme, terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from duizhao.pipeline import Built

from ..conftest import Watched
from ..policed import address, until
from .controls import CHOICE, ELEMENTS, KNOWN, LANGUAGES, PAGES, TARGETS, stubborn, unknown
from .test_reading import REPORT

pytestmark = pytest.mark.browser


def test_a_control_that_no_test_knows_is_found_and_so_is_a_style_that_shows_what_is_hidden(reader: Watched) -> None:
    page = reader.goto("index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    assert unknown(page) == ["<textarea></textarea>"] and stubborn(page) == []
    page.evaluate("document.styleSheets[1].insertRule('.title { display: grid !important }')")
    assert any("title" in found for found in stubborn(page))


# Pages to which scripts bring controls.
BROUGHT = (TARGETS, "follow-up/tianhe-2020-work-report/index.html", REPORT)
STANDS = """([known, pages]) => {
  const every = [document, ...pages.map(page => new DOMParser().parseFromString(page, "text/html"))];
  return known.filter(one => every.some(page => page.querySelector(one)));
}"""


def test_every_known_control_stands_on_a_page_and_has_its_test(reader: Watched, real: Built) -> None:
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    pages, stand = [real.files[kind.partition("?")[0]].decode() for kind in PAGES], set[str]()
    for path in BROUGHT:
        page = reader.goto(path)
        if path == REPORT:  # what a card brings belongs to the page
            page.locator(".src .flag").first.click()
            page.wait_for_selector(".card .share")
        stand |= {*page.evaluate(STANDS, [list(KNOWN), [] if stand else pages])}
    # Those that come with a search that finds nothing, with more reports, with more districts.
    assert KNOWN.keys() - stand <= {"#results > .go", CHOICE}
    assert [name for name in KNOWN.values() if f"def {name}(" not in tests] == []


def test_no_other_page_has_a_control_that_the_pages_looked_at_have_not(real: Built) -> None:
    def controls(paths: Iterable[str]) -> set[tuple[str, ...]]:
        tags = {tag for path in paths for tag in re.findall(rf"<(?:{ELEMENTS})\b[^>]*>", real.files[path].decode())}
        return {
            (tag.split()[0], *sorted(re.findall(r" (?:name|type|class|popovertarget|popover)\b[^ >]*", tag)))
            for tag in tags
        }

    pages = [path for path in real.files if path.endswith(".html")]
    looked_at = controls(language + kind.partition("?")[0] for kind in PAGES for language in ("", "zh/"))
    assert len(pages) > 400 and len(looked_at) > 15
    assert controls(pages) - looked_at == set()


FOLDS = "[...document.querySelectorAll('summary')].map(one => one.parentElement)"


@LANGUAGES
def test_every_fold_shows_what_it_holds_by_mouse_and_by_keyboard(reader: Watched, real: Built, language: str) -> None:
    worked = 0
    for kind in PAGES:
        if b"<summary" not in real.files[language + kind.partition("?")[0]]:
            continue
        page = reader.goto(language + kind)
        # Each by what a click does; the first that is displayed also by a mouse and by keys.
        dead = page.evaluate(f"""() => {FOLDS}.filter(fold => {{
          const held = fold.querySelector(":scope > :not(summary)");
          const displayed = () => held.checkVisibility();
          const before = displayed();
          if (!fold.checkVisibility()) return false;
          const summary = fold.querySelector("summary");
          if (!summary.checkVisibility()) return !before;  // what only phones fold
          summary.click();
          const after = displayed() && held.getClientRects().length > 0;
          summary.click();
          return before === after || displayed() !== before;
        }}).map(fold => fold.outerHTML.slice(0, 200))""")
        assert dead == [], kind
        summary = page.locator("main summary:visible").first
        if not summary.count():
            continue
        held = summary.locator("xpath=following-sibling::*").first
        shown = held.is_visible()
        summary.click()
        assert held.is_visible() != shown, kind
        summary.press("Enter")
        assert held.is_visible() == shown, kind
        summary.press("Space")
        assert held.is_visible() != shown, kind
        worked += 1
    assert worked >= 4


def sheets(real: Built, path: str) -> tuple[str, ...]:
    """The sheets of a page, by id."""
    return tuple(re.findall(r'id="([-\w]+)" popover', real.files[path].decode()))


@LANGUAGES
def test_every_sheet_of_a_narrow_window_opens_and_closes(reader: Watched, real: Built, language: str) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 800})
    by_sheets = {sheets(real, language + kind.partition("?")[0]): kind for kind in PAGES}
    assert len(by_sheets) >= 4
    for ids, kind in by_sheets.items():
        reader.goto(language + kind)
        for sheet in ids:
            button, opened = page.locator(f"[popovertarget={sheet}]:visible"), page.locator(f"#{sheet}")
            assert (kind, sheet, button.count()) == (kind, sheet, 1)
            assert not opened.is_visible(), (kind, sheet)
            button.click()
            assert opened.is_visible(), (kind, sheet)
            page.keyboard.press("Escape")
            assert not opened.is_visible(), (kind, sheet)
            button.press("Enter")
            assert opened.is_visible(), (kind, sheet)
            place = opened.locator("a[href^='#']").first
            if place.count():  # it leads to a place of the page, which must come into view
                place.click()
            else:
                page.keyboard.press("Escape")
            assert not opened.is_visible(), (kind, sheet)


def test_the_scheme_changes_what_is_displayed(reader: Watched) -> None:
    page = reader.goto("index.html")
    page.emulate_media(color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".theme input[value=auto]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    dark = page.evaluate(paper)
    assert dark != light and page.locator(".theme input[value=dark]").is_checked()
    page.locator(".theme label").nth(1).click()
    assert page.evaluate(paper) == light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) == light
    page.locator(".theme label").nth(0).click()
    assert page.evaluate(paper) == dark


# Whatever a page does after a while it does after a tenth of it.
HURRIED = "() => { const after = setTimeout; window.setTimeout = (done, wait) => after(done, wait / 10); }"


@LANGUAGES
def test_the_dialog_of_citations_opens_copies_and_closes(reader: Watched, language: str) -> None:
    page = reader.goto(language + REPORT)
    page.evaluate(HURRIED)
    page.locator("#t02 > .flag").press("Enter")
    dialog, cite = page.locator("#cite-dialog"), page.locator("#card-t02 .cite")
    cite.click()
    buttons = dialog.locator("section button")
    buttons.first.wait_for()  # the words are loaded when they are first asked for
    assert dialog.is_visible() and buttons.count() == 4
    label = buttons.first.inner_text()
    for index in range(4):
        dialog.locator("[role=tab]").nth(index).click()
        buttons.nth(index).press("Enter")
        until(page, "async text => await navigator.clipboard.readText() === text",
              dialog.locator("pre").nth(index).text_content())  # fmt: skip
    # Pressed twice, a button says in the end what it said at first.
    dialog.locator("[role=tab]").first.click()
    buttons.first.click()
    buttons.first.click()
    assert buttons.first.inner_text() != label
    until(
        page,
        "label => [...document.querySelectorAll('#cite-formats .go')].every(one => one.textContent === label)",
        label,
    )
    page.keyboard.press("Escape")
    assert not dialog.is_visible() and page.locator("#card-t02").is_visible()
    cite.press("Enter")
    dialog.locator(".close").click()
    assert not dialog.is_visible()
    page.locator("#card-t02 .close").press("Enter")
    assert not page.locator("#card-t02").is_visible() and "#" not in address(page)
    # A link to what was closed opens it again.
    page.evaluate("location.hash = '#t02'")
    page.locator("#card-t02").wait_for()
    page.go_back()
    until(page, "!document.querySelector('.card[data-open]')")


@LANGUAGES
def test_the_forms_of_a_citation_are_tabs_for_the_mouse_and_the_keyboard(reader: Watched, language: str) -> None:
    page = reader.goto(f"{language}{REPORT}#t02")
    page.locator("#card-t02 .cite").click()
    tabs, shown = page.locator("dialog [role=tab]"), page.locator("dialog [role=tabpanel]")
    tabs.first.wait_for()
    names = tabs.all_inner_texts()
    assert len(names) == 4 and names[0] == "GB/T 7714" and names[2:] == ["BibTeX", "CSL-JSON"]

    def chosen() -> list[str]:
        """The panels in view, by the names of their tabs."""
        return [name for at, name in enumerate(names) if shown.nth(at).is_visible()]

    assert chosen() == names[:1]
    tabs.nth(2).click()
    assert chosen() == names[2:3] and tabs.nth(2).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowRight")
    assert chosen() == names[3:] and tabs.nth(3).evaluate("tab => tab === document.activeElement")
    page.keyboard.press("ArrowRight")
    assert chosen() == names[:1]
    page.keyboard.press("ArrowLeft")
    assert chosen() == names[3:]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "pre"


def test_selected_words_are_copied_with_their_place(reader: Watched) -> None:
    page = reader.goto(REPORT)
    button = page.locator("#cite-selection")
    assert not button.is_visible()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p2 .src'))")
    button.wait_for()
    button.click()
    until(page, "async () => (await navigator.clipboard.readText()).includes('#p2')")
    page.evaluate("getSelection().removeAllRanges()")
    button.wait_for(state="hidden")


def test_a_term_is_explained_by_mouse_and_by_keyboard_and_put_away(reader: Watched) -> None:
    page = reader.goto(REPORT)
    term, bubble = page.locator(".src .term").first, page.locator("#bubble")
    assert not bubble.is_visible()
    term.focus()
    assert bubble.is_visible() and bubble.inner_text().strip()
    page.keyboard.press("Escape")
    assert not bubble.is_visible()
    term.hover()
    bubble.wait_for()
    page.mouse.move(0, 500)
    bubble.wait_for(state="hidden")
    term.click()
    assert bubble.is_visible()
    page.keyboard.press("Escape")
    assert not bubble.is_visible()


def test_a_reader_who_gives_no_clipboard_away_copies_all_the_same(browser: Browser, http: str) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), http)
    page = watched.page
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))")
    watched.goto(f"{REPORT}#t02")
    page.locator("#card-t02 .cite").click()
    button = page.locator("#cite-formats .go").first
    label = button.inner_text()
    button.click()
    until(page, "label => document.querySelector('#cite-formats .go').textContent !== label", label)
    context.close()
    assert watched.wrong == []
