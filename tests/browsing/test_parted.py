"""Lists in parts in a browser: old addresses lead on, and filters and orders go through the rows of all parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from duizhao.pages.parts.shards import ShardRow
from duizhao.site.templating import rows_once, scripted
from duizhao.site.write import write_files

from ..conftest import Watched, opened
from ..pages.test_parted import SITUATED, USUAL, in_parts, leaves, of
from ..policed import address
from .axe import axe_on, broken
from .controls import choose, offered, seen, unknown
from .serving import Counter

pytestmark = pytest.mark.browser
TARGETS, DISTRICT, THEME = "targets/index.html", "targets/qinghu/index.html", "themes/jobs/index.html"
SILENCE = "follow-up/silence/index.html"
PAGES = (
    *(TARGETS, f"zh/{DISTRICT}", f"zh/{SILENCE}", "follow-up/silence/qinghu/2010s/index.html", "verify/index.html"),
    *("compare/jobs/index.html", "compare/jobs/2000s/2001/index.html", "data/index.html", "data/of/baishi/index.html"),
    *("themes/jobs/qinghu/2000s/index.html", "zh/indicators/new-jobs/qinghu/2000s/index.html"),
    *("initiatives/park/qinghu/2010s/index.html", "zh/initiatives/park/qinghu/2000s/index.html"),
    *("wording/index.html", "wording/of/qinghu/index.html", "districts/qinghu/index.html", "reports/index.html"),
)
ROWS = "#targets tbody tr"
STATED = re.compile(r'<tr role="row" id="([\w.-]+)" data-district="([\w-]+)" data-theme="([\w-]+)" data-due="(\w+)"')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("parted") / "site"
    write_files(in_parts().files, made)
    return made


@pytest.fixture
def parted(usual: BrowserContext, folder: Path) -> Iterator[Watched]:
    """A page of a site whose lists are parted, opened from its folder."""
    yield from opened(usual, f"{folder.as_uri()}/")


def rows_of(base: str) -> dict[str, dict[str, str]]:
    """What each row of the parts of a list may be filtered by, by its place, as the pages of the parts have it."""
    pages = leaves(of(in_parts(), base)).values()
    found = [row for page in pages for row in STATED.findall(page)]
    return {name: {"district": district, "theme": theme, "due": due} for name, district, theme, due in found}


def shown(page: Page) -> list[str]:
    expect(page.locator("form [role=status]")).to_contain_text(re.compile("found|shown|共"))
    return seen(page, ROWS, "node.id")


def test_the_address_of_a_statement_that_stood_on_a_list_leads_to_it_in_its_report(parted: Watched) -> None:
    page = parted.goto(f"{THEME}#qinghu-2014.r02")  # which stands there still
    assert address(page).endswith("jobs/index.html#qinghu-2014.r02")
    page.evaluate("location.hash = 'qinghu-2001.r02'")
    page.wait_for_url("**/reports/qinghu-2001/index.html#r02")
    for path, name in ((THEME, "baishi-2001.k01"), (f"zh/{TARGETS}", "qinghu-2002.t01")):
        report, _, statement = name.partition(".")
        page.goto("about:blank")
        parted.goto(f"{path}#{name}")
        page.wait_for_url(f"**/reports/{report}/index.html#{statement}")
    parted.goto(f"{THEME}#no/such.place")
    assert address(page).endswith("#no/such.place")


@pytest.mark.parametrize("language", ["", "zh/"])
def test_the_address_of_a_cell_that_stood_on_a_theme_s_page_leads_to_it_on_its_part(
    parted: Watched, language: str
) -> None:
    base = f"{language}compare/jobs/"
    for page, name, part in (
        ("", "qinghu-2001.target", "2000s/2001/"),
        ("", "baishi-2006.result", "2000s/2006/"),
        ("2010s/", "qinghu-2011.task", "2010s/2011/"),
        ("", "qinghu-2014.task", ""),  # which stands there still
    ):
        parted.page.goto("about:blank")
        shown = parted.goto(f"{base}{page}index.html#{name}")
        shown.wait_for_url(f"**/{base}{part}index.html#{name}")
        assert shown.evaluate("name => document.getElementById(name).checkVisibility()", name)
    # What is on no part leads to the report, as before.
    shown.evaluate("location.hash = 'qinghu-2002.nothing'")
    shown.wait_for_url("**/reports/qinghu-2002/index.html#nothing")


@pytest.mark.parametrize("language", ["", "zh/"])
def test_every_filter_goes_through_the_rows_of_all_parts(parted: Watched, language: str) -> None:
    page = parted.goto(language + TARGETS)
    every, latest = rows_of(f"{language}targets/"), seen(page, ROWS, "node.id")
    assert len(every) == 17 and unknown(page) == []
    for name in ("district", "theme", "due"):
        for value in offered(page, f"#f-{name}"):
            choose(page, f"#f-{name}", value)
            assert sorted(shown(page)) == sorted(row for row, of_it in every.items() if of_it[name] == value)
            assert f"{name}={value}" in address(page)
        choose(page, f"#f-{name}", "")
        assert seen(page, ROWS, "node.id") == latest
    choose(page, "#f-district", "baishi")
    choose(page, "#f-due", "2002")
    assert shown(page) == [] and not page.locator("#targets").is_visible()
    page.locator("#nothing-left button").click()
    assert seen(page, ROWS, "node.id") == latest
    # Links of rows that came lead where those of their own page do.
    choose(page, "#f-due", "2002")
    (row,) = shown(page)
    page.locator(f"{ROWS} th a").click()
    page.wait_for_url(f"**/reports/{row.partition('.')[0]}/index.html#t01")
    page.go_back()
    assert shown(page) == [row] and page.locator("#f-due").input_value() == "2002"


@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_part_that_leads_to_parts_goes_through_its_own_rows_alone(parted: Watched, language: str) -> None:
    """Its scripts have rows of others too."""
    base = f"{language}targets/qinghu/2000s/"
    page, own = parted.goto(f"{base}index.html"), rows_of(base)
    page.locator("#targets thead button").first.click()
    assert sorted(shown(page)) == sorted(own) and len(own) == 9
    choose(page, "#f-due", "2002")
    assert shown(page) == ["qinghu-2002.t01"]
    page.locator(f"{ROWS} th a").last.click()
    page.wait_for_url(f"**/{language}reports/qinghu-2002/index.html#t01")


def test_who_is_about_to_sort_or_to_choose_a_theme_has_the_rows_on_their_way(parted: Watched) -> None:
    for act in ("#targets thead th", "#f-theme"):
        page = parted.goto(TARGETS)
        page.mouse.move(0, 0)
        fetched = page.locator("script[src*='rows.js']")
        page.locator("#f-district").focus()  # whose choice needs the rows of one district alone
        assert fetched.count() == 0
        if act == "#f-theme":
            page.locator(act).focus()
        else:
            page.locator(act).first.hover()
        expect(fetched).to_have_count(len(str(page.locator("form").last.get_attribute("data-shards")).split()))
        assert page.locator("form [role=status]").inner_text() == ""


def test_every_head_of_a_list_in_parts_sorts_all_rows_both_ways(parted: Watched) -> None:
    page = parted.goto(TARGETS)
    every, heads = rows_of("targets/"), page.locator("#targets thead button")
    for index in range(heads.count()):
        for way in ("ascending", "descending"):
            heads.nth(index).click()
            rows = shown(page)
            assert sorted(rows) == sorted(every)
            assert (
                page.locator(f"#targets thead [aria-sort={way}] button").inner_text() == heads.nth(index).inner_text()
            )
    heads.nth(2).click()
    dues = [every[name]["due"] for name in shown(page)]
    dated = [due for due in dues if due != "none"]
    assert dated == sorted(dated) and dues[len(dated) :] == ["none"] * (len(dues) - len(dated)) and dues[-1] == "none"
    ordered = shown(page)
    page.reload()
    assert shown(page) == ordered
    page.locator(".other-language").click()
    page.wait_for_url(re.compile(r"/zh/targets/.*\bsort=3"))
    assert shown(page) == ordered


def test_a_district_s_page_filters_and_sorts_the_district_s_rows(parted: Watched) -> None:
    page = parted.goto(DISTRICT)
    assert page.locator("#f-district").count() == 0
    every = rows_of("targets/qinghu/")
    for due in offered(page, "#f-due"):
        choose(page, "#f-due", due)
        assert sorted(shown(page)) == sorted(row for row, of_it in every.items() if of_it["due"] == due)


def test_the_register_of_silence_is_filtered_over_all_its_parts(parted: Watched) -> None:
    page = parted.goto(SILENCE)
    latest = seen(page, "#table tbody tr", "node.id")
    assert len(latest) == 6 and unknown(page) == []
    for district, count in (("qinghu", 13), ("baishi", 2)):
        choose(page, "#f-district", district)
        expect(page.locator("form [role=status]")).to_have_text(f"{count} found")
        rows = seen(page, "#table tbody tr", "node.id")
        assert len({*rows}) == count and all(row.startswith(district) for row in rows)
    # A row leads to itself on the page of its part.
    page.locator("#table a[href$='baishi-2001.k01']").click()
    page.wait_for_url("**/silence/baishi/index.html#baishi-2001.k01")
    page.goto("about:blank")
    parted.goto(f"{SILENCE}#qinghu-2001.k01")
    page.wait_for_url("**/follow-up/qinghu-2001/index.html#k01")


@pytest.mark.parametrize("half", [0, 1])  # of the pages: two processes share them
def test_pages_that_lead_to_parts_break_no_rule_and_never_scroll_sideways(
    browser: Browser, folder: Path, half: int
) -> None:
    server = Counter(folder.parent)
    context = browser.new_context()
    page = context.new_page()
    wrong = {}
    for path in PAGES[half::2]:
        page.goto(f"{server.base}site/{path}")
        axe_on(page)
        for width in (360, 1280):  # no script asks how wide a window is (tests/site/test_static.py)
            page.set_viewport_size({"width": width, "height": 800})
            found = broken(page)
            if found or page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong[path, width] = found
    context.close()
    server.close()
    assert wrong == {}


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize(
    ("address", "row", "room"),
    [
        ("targets/qinghu/2000s/index.html", "#targets tbody tr", "rows"),
        ("follow-up/silence/qinghu/2000s/2001/index.html", "tr.item", "promises"),
        ("verify/qinghu/2000s/2001/index.html", "main tbody tr", "lines"),
        ("themes/jobs/qinghu/2000s/index.html", ".fold[open] .says > li", "statements"),
        ("compare/jobs/2000s/2001/index.html", ".says > li", "sentences"),
        ("initiatives/park/qinghu/2010s/index.html", ".fold[open] .mentions li", "mentions"),
        ("data/of/baishi/index.html", "main .rows li", "files"),
    ],
)
def test_a_list_that_fills_its_page_is_some_twenty_screens_of_a_phone_tall(
    parted: Watched, language: str, address: str, row: str, room: str
) -> None:
    parted.page.set_viewport_size({"width": 360, "height": 800})
    page = parted.goto(f"{language}{address}")
    heights = page.locator(row).evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height).filter(Boolean)"
    )
    rest = page.evaluate("document.documentElement.scrollHeight") - sum(heights)
    lists = page.locator("main .rows").count() if room == "files" else 1
    assert heights and rest + lists * USUAL[room] * sum(heights) / len(heights) <= 20 * 800


@pytest.mark.parametrize("language", ["", "zh/"])
def test_the_address_of_what_stands_folded_unfolds_it_and_all_of_it_stands_on_paper(
    parted: Watched, language: str
) -> None:
    path = f"{language}themes/jobs/qinghu/2000s/index.html"
    page = parted.goto(f"{path}#qinghu-2003.r02")
    folds = page.locator(".fold")
    assert folds.count() == 9
    assert seen(page, ".fold[open] > summary h2", "node.textContent.slice(0, 4)") == ["2003", "2009"]
    expect(page.locator("[id='qinghu-2003.r02']")).to_be_in_viewport()
    page.evaluate("location.hash = 'qinghu-2001.k01'")
    expect(page.locator("[id='qinghu-2001.k01']")).to_be_in_viewport()
    folds.nth(4).locator("summary").click()
    assert page.locator("[id='qinghu-2005.t01']").is_visible()
    # Back on the page a reader finds open what was.
    page.locator("[id='qinghu-2005.t01'] .quote a").click()
    page.wait_for_url("**/reports/qinghu-2005/index.html#t01")
    page.go_back()
    expect(page.locator("[id='qinghu-2005.t01']")).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(".fold .says > li").evaluate_all("every => every.every((one) => one.checkVisibility())")


@pytest.mark.parametrize(("language", "other"), [("", "zh/"), ("zh/", "")])
def test_the_other_language_opens_at_the_row_that_is_read_in_a_fold_that_is_open(
    parted: Watched, language: str, other: str
) -> None:
    path = "themes/jobs/qinghu/2000s/index.html"
    page = parted.goto(f"{language}{path}")
    page.set_viewport_size({"width": 360, "height": 400})
    page.evaluate("window.scrollTo(0, document.getElementById('qinghu-2009.k01').getBoundingClientRect().top - 120)")
    page.locator(".other-language").click()
    page.wait_for_url(f"**/site/{other}{path}#qinghu-2009.*")
    expect(page.locator(".fold[open] :target")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_situation_is_put_away_within_its_fold_and_counted_no_more(parted: Watched, language: str) -> None:
    page = parted.goto(f"{language}themes/jobs/qinghu/2000s/index.html#{SITUATED}.s01")
    counted = page.locator(".fold:has([data-kind=situation]) > summary .count")
    expect(page.locator(f"[id='{SITUATED}.s01']")).to_be_visible()
    assert counted.inner_text() == "5"
    page.locator("[data-situations] input").uncheck()
    expect(page.locator(f"[id='{SITUATED}.s01']")).to_be_hidden()
    assert counted.inner_text() == "4" and page.locator(f"[id='{SITUATED}.r02']").is_visible()


def test_of_very_many_rows_the_first_are_shown_and_more_when_asked(browser: Browser, folder: Path) -> None:
    rows = [ShardRow("qinghu/2000s/2002", ("qinghu", "jobs", "2002"), ("",) * 7, number) for number in range(60)]
    told = rows_once(rows, '<tr id="x-{}"><th><a href="#x">x</a></th></tr>'.format)
    script = f"window.duizhaoShards.take({scripted(told)});"
    server = Counter(folder.parent)
    context = browser.new_context()
    page = context.new_page()
    cut: list[str] = []

    def answer(route: Route) -> None:
        if cut:
            route.abort()
        else:
            route.fulfill(body=script, content_type="text/javascript")

    page.route("**/rows.js*", answer)
    page.goto(f"{server.base}site/{TARGETS}")
    cut.append("at first")
    choose(page, "#f-theme", "jobs")
    expect(page.locator("#more-rows")).to_have_text("Try again")
    cut.clear()
    page.locator("#more-rows").click()
    assert len(shown(page)) == 100
    every = 60 * len(page.locator("[data-shards]").get_attribute("data-shards").split())
    assert page.locator("form [role=status]").inner_text() == f"{every} found, the first 100 shown"
    while page.locator("#more-rows").is_visible():
        page.locator("#more-rows").click()
    assert len(shown(page)) == every
    context.close()
    server.close()
