"""Whatever an address gives a control, the page stays whole; going back and forth restores what was filtered."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from ..conftest import Watched
from ..pages.test_moved import moved
from ..policed import address, until
from .controls import COMPARE, ITEM, ITEMS, LANGUAGES, PARALLEL, SEARCH, TARGETS, seen
from .test_reading import REPORT

pytestmark = pytest.mark.browser


ODD = {
    "unknown": "kind=xxx&theme=xxx&year=xxx&due=xxx&district=xxx&left=xxx&right=xxx&report=xxx&sort=xxx&hit=xxx",
    "empty": "kind=&theme=&year=&due=&district=&left=&right=&report=&sort=&hit=",
    "bare": "kind&theme&year&due&district&left&right&report&sort&hit",
    "doubled": "kind=xxx&kind=&theme=a&theme=b&left=x&left=y&right=x&right=x&sort=99&sort=0&year=1&year=2&hit=x&hit=x",
    "broken": "kind=%&theme=%E0%A4%A&year=%zz&due=%&district=%C3%28&left=%&right=%E0&report=%&sort=%&hit=%E0%A4",
    "prototype": "&".join(
        f"{name}={value}" for value in ("__proto__", "constructor", "toString") for name in
        ("kind", "theme", "year", "due", "district", "left", "right", "report", "sort", "hit", "__proto__")
    ),
    "strange": "kind=%3Cb%3E%00%E2%80%99%F0%9F%90%89&theme=../../etc&left=../../x&right=//x/y&sort=1e3&hit=%3Cimg%3E",
}  # fmt: skip
SETTINGS = """[...document.querySelectorAll("main :is(input, select), #show :is(input, select)")]
  .map(one => [one.name, one.value, one.checked, one.selectedIndex])"""
SHOWN = f"""() => [document.querySelector("main").innerText, {SETTINGS}]"""


ODD_PATHS = (COMPARE, PARALLEL, TARGETS, SEARCH, REPORT)


@pytest.mark.parametrize("path", ODD_PATHS)
def test_odd_values_in_an_address_change_nothing(reader: Watched, path: str) -> None:
    # Each in one language, the next in the other, so that of value, page and language each pair is asked.
    shown = {language: reader.goto(language + path).evaluate(SHOWN) for language in ("", "zh/")}
    for number, (name, query) in enumerate(ODD.items(), ODD_PATHS.index(path)):
        language = ("", "zh/")[number % 2]
        reader.page.goto(f"{reader.base}{language}{path}?{query}#{quote('%<__proto__>')}%E0%A4")
        assert (name, reader.page.evaluate(SHOWN)) == (name, shown[language])


@pytest.mark.parametrize("path", [COMPARE, PARALLEL, TARGETS, REPORT])
def test_an_address_of_a_hundred_kilobytes_changes_nothing(browser: Browser, real_folder: Path, path: str) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), real_folder.as_uri() + "/")
    page = watched.goto(path)
    wanted = page.evaluate(SHOWN)
    long = "x" * 100_000
    page.goto(f"{watched.base}{path}?kind={long}&left={long}&theme={long}&sort={long}&hit={long}&due={long}")
    assert page.evaluate(SHOWN) == wanted
    context.close()
    assert watched.wrong == []


def test_a_scheme_that_is_none_is_ignored(reader: Watched) -> None:
    page = reader.goto("index.html")
    page.evaluate("localStorage.setItem('theme', '__proto__')")
    page.reload()
    assert page.evaluate("[...document.querySelectorAll('.theme input')].map(one => one.checked)") == [
        True,
        False,
        False,
    ]


@LANGUAGES
def test_back_and_forth_between_places_of_a_page_restores_what_was_filtered(reader: Watched, language: str) -> None:
    page = reader.goto(language + COMPARE)
    places = page.evaluate("[...document.querySelectorAll('.says > li[id]')].map(item => item.id)")
    page.locator("#f-year").select_option("2020")
    first = seen(page, ITEMS, ITEM)
    page.evaluate("id => { location.hash = id; }", places[1])
    page.locator("#f-year").select_option("2019")
    page.locator("input[name=kind][value=task]").uncheck()
    second = seen(page, ITEMS, ITEM)
    assert first != second
    page.go_back()
    until(page, "document.querySelector('#f-year').value === '2020'")
    assert seen(page, ITEMS, ITEM) == first and page.locator("input[name=kind][value=task]").is_checked()
    page.go_forward()
    until(page, "document.querySelector('#f-year').value === '2019'")
    assert seen(page, ITEMS, ITEM) == second
    # A statement that is filtered away is shown to who goes to it.
    away = next(place for place in places if not page.locator(f"[id='{place}']").is_visible())
    page.evaluate("id => { location.hash = id; }", away)
    page.locator(f"[id='{away}']").wait_for()


@LANGUAGES
@pytest.mark.parametrize("folder", [False, True], ids=["http", "file"])
def test_a_query_is_bounded(browser: Browser, http: str, real_folder: Path, language: str, folder: bool) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), real_folder.as_uri() + "/" if folder else http)
    page = watched.goto(f"{language}{SEARCH}?q={quote('发' * (30_000 if folder else 5_000))}")
    until(page, "document.getElementById('search-status').textContent")
    assert page.locator("#q").input_value() == "发" * 200
    assert len(page.url) < 200 * 9 + 300
    longest = page.evaluate("duizhaoQuery.asked('发'.repeat(100000), [], true).whole.pattern.source.length")
    assert longest <= 200 * 8
    assert page.evaluate("duizhaoQuery.bounded('发'.repeat(199) + '\U0001f409')") == "发" * 199
    for field in page.locator("input[type=search]").all():
        assert field.get_attribute("maxlength") == "200"
    page.locator("#q").fill("城中村")
    page.locator("#search-form .go").press("Enter")
    page.wait_for_selector(".result")
    page.locator(".masthead input[type=search]").fill("攻城拔寨")
    page.locator(".masthead input[type=search]").press("Enter")
    page.wait_for_selector(".result")
    assert page.locator("#q").input_value() == "攻城拔寨"
    context.close()
    assert watched.wrong == []


def test_an_id_that_a_record_had_before_sets_a_filter_in_an_old_address(browser: Browser, tmp_path: Path) -> None:
    for path, data in moved().files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    context = browser.new_context()
    watched = Watched(context.new_page(), tmp_path.as_uri() + "/")
    page = watched.goto("search/index.html?q=新增&theme=old-jobs&district=old-qinghu")
    page.wait_for_selector("#search-status:not(:empty)")
    assert page.eval_on_selector_all("select", "all => all.map(one => one.value).filter(Boolean)") == ["qinghu", "jobs"]
    assert "theme=jobs" in address(page)
    page = watched.goto("reports/qinghu-2023-work-report/index.html?theme=old-jobs")
    assert page.locator("#theme-filter").input_value() == "jobs"
    page = watched.goto("follow-up/qinghu-2022-work-report/index.html?theme=old-jobs")
    assert page.locator("[data-collation] select").input_value() == "jobs"
    page = watched.goto("zh/indicators/old-new-jobs/index.html")
    page.wait_for_url("**/zh/indicators/new-jobs/index.html")
    context.close()
    assert watched.wrong == []
