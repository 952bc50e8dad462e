"""No page of the site is taller than some twenty screens without being asked, but those of which all is read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from duizhao.pipeline import Built

from ..conftest import OVER_HTTP, Watched

pytestmark = pytest.mark.browser
# A report's text, and two in parallel: they are what is read, and are opened to be read whole.
READ = re.compile(r"(zh/)?(reports/[^/]+|compare/parallel)/index.html")
# A page with less of HTML is far shorter.
_LEAST = 50_000


@OVER_HTTP
def test_no_page_is_taller_than_twenty_screens(watched: Watched, real: Built) -> None:
    page = watched.page
    long = [path for path, made in real.files.items() if path.endswith(".html") and len(made) > _LEAST]
    tall = {}
    for number, path in enumerate(long):
        if not READ.fullmatch(path):
            watched.goto(path)
            # No script asks how wide a window is (tests/site/test_static.py). The next page begins as this one ends.
            for width in (360, 1280) if number % 2 else (1280, 360):
                page.set_viewport_size({"width": width, "height": 800})
                tall[path, width] = page.evaluate("document.documentElement.scrollHeight") / 800
    assert len(tall) > 120
    assert {place: screens for place, screens in tall.items() if screens > 20.5} == {}


ROWS_OF_GROUPS = """() => [...document.querySelectorAll(".state-group")].map(group =>
  [...group.querySelectorAll("table")].map(table => [...table.querySelectorAll("tr.item")].map(row => row.id)))"""


@OVER_HTTP
def test_what_a_phone_folds_stands_open_on_a_wide_window_as_far_as_it_fits(watched: Watched) -> None:
    page = watched.goto("follow-up/tianhe-2020-work-report/index.html")
    on_phones = page.locator(".on-phones tr.item")
    rows = page.locator("tr.item")
    assert 0 < on_phones.filter(visible=True).count() == on_phones.count() < rows.count()
    on_wide = rows.filter(visible=True).count()
    page.set_viewport_size({"width": 360, "height": 800})
    assert on_phones.filter(visible=True).count() == 0
    assert 10 < rows.filter(visible=True).count() < on_wide
    page.locator(".on-phones > summary").first.click()
    expect(on_phones.first).to_be_visible()


@OVER_HTTP
def test_a_part_of_a_table_of_which_nothing_is_left_has_no_head(watched: Watched) -> None:
    page = watched.goto("follow-up/tianhe-2020-work-report/index.html?theme=education")
    page.locator(".rest").first.wait_for(state="detached")
    tables = page.locator("#table table")
    heads = tables.filter(visible=True)
    assert 0 < heads.count() < tables.count()
    for at in range(heads.count()):
        assert heads.nth(at).locator("tr.item").filter(visible=True).count()


@OVER_HTTP
def test_on_paper_the_rows_of_a_group_are_one_table_and_stand_as_before_after_that(watched: Watched) -> None:
    page = watched.goto("follow-up/tianhe-2020-work-report/index.html")
    page.emulate_media(media="print")
    assert page.locator(".rest").filter(visible=True).count() == page.locator(".rest").count() > 0
    page.emulate_media(media="screen")
    page.mouse.move(600, 300)
    page.locator(".rest").first.wait_for(state="detached")
    groups = page.evaluate(ROWS_OF_GROUPS)
    assert any(len(tables) > 2 for tables in groups)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    on_paper = page.evaluate(ROWS_OF_GROUPS)
    assert [tables[0] for tables in on_paper] == [[row for table in tables for row in table] for tables in groups]
    assert not any(table for tables in on_paper for table in tables[1:])
    page.emulate_media(media="print")
    assert page.locator("thead").filter(visible=True).count() == len(groups)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(ROWS_OF_GROUPS) == groups


@OVER_HTTP
def test_what_is_folded_of_a_theme_is_filtered_counted_and_led_to_with_the_rest(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 800})
    page = watched.goto("compare/industry/index.html")
    said = page.locator("tr[data-kind=task] .says > li")
    folded = page.locator("tr[data-kind=task] .stretch")
    assert folded.count() and said.filter(visible=True).count() < said.count()
    page.locator("select[name=year]").select_option("2020")
    of_year = said.evaluate_all("all => all.filter(one => one.dataset.years.split(' ')[0] <= '2020'"
                                " && one.dataset.years.split(' ').at(-1) >= '2020').length")  # fmt: skip
    expect(said.filter(visible=True)).to_have_count(of_year)
    page = watched.goto("themes/industry/index.html")
    place = str(page.locator(".stretch").last.locator("li").last.get_attribute("id"))
    section = page.locator("section", has=page.locator(f"[id='{place}']"))
    count = int(section.locator("h2 .count").inner_text())
    assert section.locator(".says > li").count() == count
    page = watched.goto(f"themes/industry/index.html#{place}")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
