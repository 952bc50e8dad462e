"""Whoever goes by the keyboard sees where they are: behind no bar, no head in view, no sheet, in no clipped head."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from ..conftest import OVER_HTTP, Watched

pytestmark = pytest.mark.browser
# What has the focus, its name and whether any of it is seen; null behind the last stop.
STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const isSeen = (x, y) => {
    const at = document.elementFromPoint(x, y);
    return at && (one.contains(at) || [...(one.labels ?? [])].some((label) => label.contains(at)));
  };
  const parts = [0.05, 0.5, 0.95];
  const seen = [...one.getClientRects()].some(({ left, top, width, height }) =>
    parts.some((x) => parts.some((y) => isSeen(left + width * x, top + height * y))));
  return [`${one.localName} ${one.className} ${one.textContent.trim().slice(0, 40)}`, seen];
}"""


def unseen(page: Page, key: str, most: int = 1000) -> tuple[int, list[str]]:
    """How many stops there are by this key, `most` at most, and those of which nothing is seen."""
    stops, hidden = 0, []
    while stops < most:
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops += 1
        if not stop[1]:
            hidden.append(stop[0])
    return stops, hidden


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [
        ("wording/tianhe-2020-work-report/index.html", 360, 700),
        ("zh/follow-up/silence/index.html", 360, 700),
        ("compare/education/index.html", 360, 700),
        ("reports/tianhe-2021-party-history/index.html", 640, 450),  # 1280 by 900, twice as large
        ("compare/education/index.html", 640, 450),
    ],
)
@OVER_HTTP
def test_on_a_small_window_every_stop_of_the_keyboard_is_seen(
    watched: Watched, path: str, width: int, height: int
) -> None:
    page = watched.goto(path)
    page.set_viewport_size({"width": width, "height": height})
    stops, hidden = unseen(page, "Tab")
    assert stops > 50 and hidden == []


@pytest.mark.parametrize("path", ["follow-up/index.html", "zh/follow-up/tianhe-2020-work-report/index.html"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@OVER_HTTP
def test_in_a_strip_that_scrolls_sideways_every_stop_is_seen_whole(watched: Watched, path: str, key: str) -> None:
    page = watched.goto(path)
    page.set_viewport_size({"width": 360, "height": 700})
    chips = page.locator(".chips a")
    (chips.first if key == "Tab" else chips.last).focus()
    for _ in range(chips.count()):
        place = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert place["left"] >= 0 and place["right"] <= 360, page.evaluate("document.activeElement.innerText")
        page.keyboard.press(key)


@pytest.mark.parametrize(
    "path", ["compare/index.html", "zh/compare/education/index.html", "follow-up/silence/index.html"]
)
@OVER_HTTP
def test_who_goes_back_by_the_keyboard_stops_behind_no_head_that_stays_in_view(watched: Watched, path: str) -> None:
    page = watched.goto(path)
    page.set_viewport_size({"width": 1280, "height": 720})
    stops, hidden = unseen(page, "Shift+Tab")
    assert stops > 50 and hidden == []


@OVER_HTTP
def test_behind_an_open_sheet_and_a_panel_no_stop_is_hidden(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 700})
    page = watched.goto("reports/tianhe-2020-work-report/index.html#t07")
    page.locator("#card-t07").focus()
    assert unseen(page, "Tab", 40) == (40, [])
    page.set_viewport_size({"width": 1280, "height": 700})
    page = watched.goto("compare/parallel/index.html")
    page.locator(".pick:visible").first.click()
    page.locator(".picked").wait_for()
    assert unseen(page, "Tab", 60) == (60, [])


@OVER_HTTP
def test_on_a_phone_the_names_of_the_districts_that_lead_to_them_stand_above_the_cards(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 700})
    page = watched.goto("compare/education/index.html")
    links = page.locator(".by-kind thead a")
    boxes = links.evaluate_all("links => links.map((link) => link.getBoundingClientRect())")
    assert len(boxes) == 3
    assert all(box["width"] > 24 and box["height"] >= 24 and 0 <= box["left"] < box["right"] <= 360 for box in boxes)
