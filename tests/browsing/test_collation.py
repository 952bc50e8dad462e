"""The collation table as a reader uses it: narrowed, folded, found from the strip, in both languages, unscripted."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from duizhao.corpus.rewordings import RewordedPromise
from duizhao.pages.parts.rewording import marked_runs
from duizhao.pages.wording.pairs import is_said_again
from duizhao.pipeline import Built
from duizhao.site.write import write_files

from ..conftest import OVER_HTTP, Watched
from ..looking import site
from ..pages.test_near_texts import texts
from ..policed import address, until

pytestmark = pytest.mark.browser
FIRST = "follow-up/index.html"
TEXT = "tianhe-2020-work-report"


def whole(page: Page) -> None:
    """Waits until the page has the rows that it left to its script."""
    until(page, "document.querySelector('.rest') === null")


def unfold(page: Page) -> None:
    """Opens all that is folded."""
    page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true })")


def shown(page: Page) -> list[str]:
    """The rows that a reader of the whole table sees, by their places."""
    whole(page)
    return page.locator("tr.item:visible").evaluate_all("rows => rows.map(row => row.id)")


def test_a_table_is_narrowed_by_state_and_theme_and_the_address_says_so(watched: Watched, real: Built) -> None:
    assert real.site is not None
    page = watched.goto(FIRST)
    page.locator(".chips a[data-state=restated]").click()
    page.locator("#f-theme").select_option("education")
    assert address(page).endswith("?state=restated&theme=education")
    promises = real.site.followed_in[TEXT]
    restated = [
        one.promise.id for one in promises if one.evidence == "restated" and one.promise.themes[0] == "education"
    ]
    assert sorted(shown(page)) == sorted(restated) != []
    page.goto(page.url)
    assert sorted(shown(page)) == sorted(restated)
    assert page.locator(".chips a[aria-current]").get_attribute("data-state") == "restated"


def test_a_mark_finds_its_row_though_it_is_folded_and_narrowed_away(watched: Watched) -> None:
    page = watched.goto(f"{FIRST}?state=restated")
    mark = page.locator(".marks a[data-state=not-found]").first
    name = str(mark.get_attribute("href")).removeprefix("#")
    assert name not in shown(page)
    mark.click()
    assert name in shown(page)
    assert "?" not in address(page) and address(page).endswith(f"#{name}")
    assert page.evaluate("document.querySelector(':target').localName") == "tr"
    row, head = page.locator(f"#{name}").bounding_box(), page.locator(".state-filters").bounding_box()
    assert row and head and head["y"] + head["height"] <= row["y"] < 400


@OVER_HTTP
def test_a_theme_of_the_strip_shows_its_rows_alone(watched: Watched, real: Built) -> None:
    assert real.site is not None
    page = watched.goto(FIRST)
    page.locator(".of-theme[data-theme=education]").click()
    mine = [one.promise.id for one in real.site.followed_in[TEXT] if one.promise.themes[0] == "education"]
    assert sorted(shown(page)) == sorted(mine) and "theme=education" in address(page)


@OVER_HTTP
def test_what_both_choices_leave_empty_says_so_and_shows_all_again(watched: Watched) -> None:
    page = watched.goto(FIRST)
    page.mouse.move(600, 300)
    at_first = shown(page)
    page = watched.goto(f"{FIRST}?state=reported-done&theme=education")
    assert shown(page) == []
    page.locator("#nothing-left button").click()
    assert "?" not in address(page) and shown(page) == at_first and len(at_first) >= 15


def test_the_other_language_opens_at_the_row_that_is_read(watched: Watched) -> None:
    row = "k120"
    page = watched.goto(FIRST)
    page.mouse.move(600, 300)
    whole(page)
    unfold(page)
    page.evaluate("name => document.getElementById(name).scrollIntoView()", row)
    link = page.locator(".other-language").bounding_box()
    assert link
    page.mouse.click(link["x"] + 5, link["y"] + 5)  # Playwright's own click scrolls, and so moves what is read
    page.wait_for_url("**/zh/**")
    assert address(page).endswith(f"#{row}")
    page.locator(f"tr#{row}").wait_for()
    box = page.locator(f"#{row}").bounding_box()
    assert box and 0 <= box["y"] < 400


def test_without_script_a_state_and_a_mark_lead_to_their_places(browser: Browser, http: str, real: Built) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http + FIRST)
    page.locator(".chips a[data-state=related-words]").click()
    table = page.locator("#related-words").bounding_box()
    assert table and 0 <= table["y"] < 400
    # A state of which the page has no row says how many there are, and its marks lead to the page that has them.
    page.locator(".chips a[data-state=not-found]").click()
    rest = page.locator("#not-found")
    assert real.site
    states = [one.evidence for one in real.site.library.follow_ups if one.promise.startswith(f"{TEXT}/")]
    assert rest.is_visible() and f"{states.count('not-found')} more promises" in rest.inner_text()
    page.go_back()
    mark = page.locator(".marks a[data-state=not-found]").first
    name = str(mark.get_attribute("id"))
    mark.click()
    page.wait_for_url(f"**/{TEXT}/not-found/index.html#{name}")
    row = page.locator(f"tr[id='{name}']").bounding_box()
    assert row and 0 <= row["y"] < 400
    # The address of a row that the page leaves out leads to the row's mark.
    page.goto(f"{http}{FIRST}#{name}")
    assert page.locator(":target").get_attribute("title") == mark.get_attribute("title")
    context.close()


@pytest.mark.parametrize("path", [FIRST, f"zh/follow-up/{TEXT}/index.html"])
def test_the_rest_of_a_long_table_comes_when_a_reader_begins_to_act_and_has_its_place_and_its_ways(
    watched: Watched, real: Built, path: str
) -> None:
    assert real.site is not None
    page = watched.goto(path)
    page.evaluate("window.dispatchEvent(new PointerEvent('pointermove'))")  # where one rests, as browsers tell it
    # An idle page asks for nothing; one that has nothing to draw may never say that it is idle.
    page.evaluate("new Promise(resolve => requestIdleCallback(resolve, {timeout: 1000}))")
    assert page.locator(".rest").count() == 5 and page.locator("script[src*='rows.js']").count() == 0
    counts = page.locator(".state-group > summary .num")
    told = counts.all_inner_texts()
    page.mouse.move(500, 400)
    whole(page)
    states = page.locator(".state-group").evaluate_all(
        "groups => groups.map(one => [one.dataset.state, [...one.querySelectorAll('tr.item')].map(row => row.id)])"
    )
    promises = {one.promise.id: one.evidence for one in real.site.followed_in[TEXT]}
    assert {row: state for state, rows in states for row in rows} == promises
    assert [str(len(rows)) for _, rows in states] == told == counts.all_inner_texts()
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    folder = f"{watched.base}{'zh/' if path.startswith('zh/') else ''}"
    theme = page.locator("#not-found tr.item .promise .from a").last
    assert str(theme.evaluate("link => link.href")).startswith(f"{folder}themes/")


def test_a_row_that_the_page_left_out_is_opened_by_its_address_and_again_when_it_is_gone_to_again(
    watched: Watched, real: Built
) -> None:
    assert real.site is not None
    silent = [one.promise.id for one in real.site.followed_in[TEXT] if one.evidence == "not-found"]
    page = watched.goto(f"{FIRST}#{silent[5]}")
    for name in (silent[5], silent[20]):
        row = page.locator(f"tr#{name}:target")
        row.wait_for()
        box = row.bounding_box()
        assert box and 0 <= box["y"] < 400
        page.evaluate("name => { location.hash = name }", silent[20])
    page.go_back()
    page.locator(f"tr#{silent[5]}:target").wait_for()


def test_a_reader_who_cannot_have_the_rest_of_the_rows_is_led_to_their_pages_and_can_try_again(
    browser: Browser, http: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/rows.js*", lambda route: route.abort())
    page.goto(f"{http}{FIRST}?state=not-found")
    way = page.locator("#not-found a")
    assert way.is_visible() and str(way.get_attribute("href")).endswith(f"{TEXT}/not-found/index.html")
    assert page.locator("#nothing-left").is_hidden()
    page.unroute("**/rows.js*")
    page.locator(".chips a[data-state=not-found]").click()
    page.locator("table#not-found tr.item").first.wait_for()
    context.close()


def test_on_a_phone_the_rows_are_labelled_in_the_language_of_the_page(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for language, labels in (("", ["No. 1", "Promised", "Said later"]), ("zh/", ["序号 1", "承诺", "后文"])):
        page.goto(http + language + FIRST)
        row = page.locator("tr.item").first.inner_text().split("\n")
        assert [label for label in labels if label in [line.strip() for line in row]] == labels
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


@OVER_HTTP
def test_print_is_asked_for_by_its_button(watched: Watched, real: Built) -> None:
    assert real.site is not None
    watched.page.add_init_script("""
      window.printed = 0;
      window.print = () => { window.printed += 1; window.rows = document.querySelectorAll("tr.item").length; };
    """)
    page = watched.goto("follow-up/index.html")
    page.locator("#print").click()
    until(page, "window.printed === 1")
    assert page.evaluate("window.rows") == len(real.site.followed_in[TEXT])


@pytest.mark.parametrize("language", ["", "zh/"])
@OVER_HTTP
def test_a_row_marks_its_promise_and_its_later_words_as_the_wording_page_does(
    watched: Watched, real: Built, language: str
) -> None:
    assert real.site is not None
    by_promise: dict[str, list[RewordedPromise]] = {}
    for pair in real.site.rewordings_in[TEXT]:
        by_promise.setdefault(pair.promise.id, []).append(pair)
    apart = {len({is_said_again(pair) for pair in pairs}): name for name, pairs in by_promise.items()}
    page = watched.goto(f"{language}{FIRST}")
    page.mouse.move(500, 400)
    whole(page)
    unfold(page)
    for name in apart.values():
        pairs = by_promise[name]
        button = page.locator(f"[id='{name}'] .by-word .pick")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        boxes = page.locator(f"[id='{name}'] .reworded")
        quotes = "boxes => boxes.map(box => [...box.querySelectorAll('.zh-quote')].map(p => p.innerHTML))"
        shown = boxes.evaluate_all(quotes)
        wordings = [(one.rewording.old, one.rewording.new) if is_said_again(one) else () for one in pairs]
        views = [[*map(marked_runs, both)] for both in wordings]
        assert sorted(shown) == sorted(views)
        assert boxes.locator(".note").count() == len(pairs) and boxes.locator(".from a").count() == len(pairs)
        button.click()
        assert not boxes.first.is_visible() and button.get_attribute("aria-expanded") == "false"


def test_without_script_no_row_offers_to_mark_and_the_way_to_the_wordings_stays(browser: Browser, http: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http + FIRST)
    assert page.locator(".by-word a").first.is_visible() and page.locator(".pick, .wording-key").count() == 0
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_earlier_texts_stand_beside_each_other_and_as_the_latest_do_when_they_are_unfolded(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    write_files(site(*texts()).files, tmp_path / "site")  # tests/pages/test_near_texts.py looks at its pages
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"file://{tmp_path}/site/{FIRST}")
    fold = page.locator("details.earlier")
    folded, latest = fold.locator("a"), page.locator("details.earlier + ul a")
    assert latest.count() == 12 and not folded.first.is_visible()
    fold.locator("summary").click()
    boxes = [folded.nth(at).bounding_box() for at in range(2)]
    assert boxes[0] and boxes[1] and boxes[0]["y"] == boxes[1]["y"] and boxes[0]["x"] < boxes[1]["x"]
    height = "link => link.getBoundingClientRect().height"
    assert folded.first.evaluate(height) == latest.first.evaluate(height)
    fold.locator("summary").press("Enter")
    assert not folded.first.is_visible()
    page.close()


@OVER_HTTP
def test_a_sign_of_the_strip_is_filled_where_that_of_the_legend_is(watched: Watched) -> None:
    page = watched.goto(FIRST)
    for state in ("reported-done", "reported-progress", "not-due"):
        shape = page.locator(f".marks a[data-state={state}] svg").first
        chip = page.locator(f".chips a[data-state={state}] svg")
        assert filled(page, shape) == filled(page, chip), state
    assert filled(page, page.locator(".marks a[data-state=reported-done] svg").first) == [True, True]


def filled(page: Page, sign: Locator) -> list[bool]:
    """Whether a sign has its own colour left of its middle and right of it."""
    sign.scroll_into_view_if_needed()
    box = sign.bounding_box()
    assert box
    own = sign.evaluate("sign => getComputedStyle(sign).color.match(/\\d+/g).slice(0, 3).map(Number)")
    middle = box["y"] + box["height"] / 2
    return [pixel(page, box["x"] + box["width"] * share, middle) == own for share in (0.3, 0.65)]


def pixel(page: Page, x: float, y: float) -> list[int]:
    """The red, green and blue of what is displayed at a place, from a picture of one point."""
    picture = page.screenshot(clip={"x": round(x), "y": round(y), "width": 1, "height": 1})
    row, at = b"", 8
    while at < len(picture):
        end = at + 8 + int.from_bytes(picture[at : at + 4])
        row += picture[at + 8 : end] if picture[at + 4 : at + 8] == b"IDAT" else b""
        at = end + 4
    return list(zlib.decompress(row)[1:4])
