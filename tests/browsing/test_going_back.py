"""Back, forward and what a page shows agree, also on a phone; what is shown there an address gives others, too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import Watched

pytestmark = pytest.mark.browser
REPORT = "reports/tianhe-2020-work-report/index.html"
FOLLOW_UPS = "follow-up/tianhe-2020-work-report/index.html"
CHOSEN = "document.body.dataset.hide"


def tasks(page: Page) -> None:
    page.locator("label:has(input[name=show][value=task])").click()


def test_on_a_phone_what_closes_a_card_opens_no_other(reader: Watched) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 800})
    for close in (".card .close", "Escape"):
        reader.goto("about/index.html")
        reader.goto(f"{REPORT}#t02")
        page.wait_for_selector(".card[data-open]")
        page.keyboard.press("n")
        expect(page).not_to_have_url(f"{reader.base}{REPORT}#t02")
        page.wait_for_selector(".card[data-open]")
        if close == "Escape":
            page.keyboard.press(close)
        else:
            page.locator(close).click()
        expect(page.locator(".card")).to_have_count(0)
        expect(page).to_have_url(f"{reader.base}{REPORT}")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_report_shows_what_its_address_says_on_going_back(reader: Watched) -> None:
    page = reader.goto(REPORT)
    tasks(page)
    expect(page).to_have_url(f"{reader.base}{REPORT}?hide=task")
    page.locator(".toc a").nth(2).click()
    tasks(page)
    assert page.evaluate(CHOSEN) == ""
    page.go_back()
    expect(page).to_have_url(f"{reader.base}{REPORT}?hide=task")
    assert page.evaluate(CHOSEN) == "task"
    expect(page.locator("input[name=show][value=task]")).not_to_be_checked()


def test_a_filter_that_is_set_beside_a_sheet_outlives_it(reader: Watched) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 800})
    reader.goto(REPORT)
    page.locator("#t01 .flag").click()
    page.wait_for_selector(".card[data-open]")
    page.set_viewport_size({"width": 1280, "height": 900})
    tasks(page)
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{reader.base}{REPORT}?hide=task")
    assert page.evaluate(CHOSEN) == "task"


def test_what_is_remembered_stands_in_the_address(reader: Watched) -> None:
    page = reader.goto(REPORT)
    page.select_option("#theme-filter", "investment")
    reader.goto("reports/haizhu-2021-party-building/index.html")
    expect(page).to_have_url(f"{reader.base}reports/haizhu-2021-party-building/index.html?theme=investment")


def test_a_hit_in_the_other_language_is_shown_and_nothing_of_it_remembered(reader: Watched) -> None:
    page = reader.goto("zh/reports/tianhe-2020-work-report/index.html?hit=kindergartens#p8")
    expect(page.locator("mark.hit").first).to_be_visible()
    assert page.evaluate("localStorage.getItem('report.zh-Hans')") is None
    reader.goto("zh/reports/haizhu-2021-party-building/index.html")
    assert page.evaluate("document.body.dataset.lang") == "zh"


def test_a_theme_that_is_led_to_is_shown_though_its_column_comes_later(reader: Watched) -> None:
    sides = "left=hongqiao-2018-three-focuses&right=haizhu-2021-party-building"
    page = reader.goto(f"compare/parallel/index.html?{sides}&both=on#innovation")
    expect(page.locator("#innovation")).to_be_visible()
    expect(page.locator("input[name=both]")).not_to_be_checked()


def test_who_goes_from_a_mark_to_its_row_finds_the_filter_again_on_going_back(reader: Watched) -> None:
    page = reader.goto(f"{FOLLOW_UPS}?theme=health")
    before = page.locator("[data-collation] [role=status]").inner_text()
    page.locator(".marks a[data-dim]").first.click()
    expect(page).not_to_have_url(f"{reader.base}{FOLLOW_UPS}?theme=health")
    for _ in range(2):  # the row, and the table with every row
        page.go_back()
    expect(page.locator("[data-collation] [role=status]")).to_have_text(before)


def test_the_other_language_in_another_tab_has_the_query_too(reader: Watched) -> None:
    page = reader.goto("targets/index.html?theme=finance")
    with page.context.expect_page() as opened:
        page.locator(".other-language").first.click(button="middle")
    opened.value.wait_for_url("**/zh/targets/**")
    assert "zh/targets/index.html?theme=finance" in opened.value.url
    opened.value.close()


def test_a_count_that_stays_is_not_read_aloud_again(reader: Watched) -> None:
    page = reader.goto(FOLLOW_UPS)
    page.evaluate(
        "window.told = 0; new MutationObserver(all => window.told += all.length).observe("
        "document.querySelector('[data-collation] [role=status]'), {childList: true, characterData: true})"
    )
    page.keyboard.press("Tab")
    page.wait_for_timeout(600)
    assert page.evaluate("window.told") == 0


@pytest.mark.parametrize("path", [FOLLOW_UPS, "follow-up/silence/index.html", "targets/index.html"])
def test_a_place_that_cannot_be_read_changes_nothing(reader: Watched, path: str) -> None:
    page = reader.goto(f"{path}#%E0%A4%A")
    expect(page.locator("h1")).to_be_visible()  # and nothing goes wrong on it


@pytest.mark.parametrize(
    ("path", "chosen"),
    [
        (REPORT, ".theme label:has(:checked), .seg label:has(:checked)"),
        (f"{FOLLOW_UPS}?state=reported-progress", ".chips a[aria-current]"),
        ("wording/tianhe-2020-work-report/tianhe-2021-seven-tasks/index.html", ".chips :checked + span"),
    ],
)
def test_in_forced_colours_what_is_chosen_looks_otherwise(browser: Browser, http: str, path: str, chosen: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(http + path)
    looks = "parts => parts.map(part => getComputedStyle(part).backgroundColor)"
    marked = page.locator(chosen).evaluate_all(looks)
    own = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert marked and own not in marked and len(set(marked)) == 1


@pytest.mark.parametrize(
    ("path", "links", "side"),
    [
        (FOLLOW_UPS, ".sections", "bottom"),
        (FOLLOW_UPS, ".texts li ul", "bottom"),
        (REPORT, ".side .group + ul", "left"),
    ],
)
def test_in_forced_colours_one_link_of_a_list_has_the_line_of_where_the_reader_is(
    browser: Browser, http: str, path: str, links: str, side: str
) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(http + path)
    lines = f"parts => parts.map(part => getComputedStyle(part)['border-{side}-color'])"
    current = page.locator(f"{links} a[aria-current]").evaluate_all(lines)
    others = page.locator(f"{links} a:not([aria-current])").evaluate_all(lines)
    context.close()
    assert len(current) == 1 and others and not {*current} & {*others}
