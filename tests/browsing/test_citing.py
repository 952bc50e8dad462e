"""Citing: what other programs read of a citation, and what a page cannot change in it."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page

from ..conftest import Watched

pytestmark = pytest.mark.browser
PATH = "reports/tianhe-2020-work-report/index.html"


def forms(page: Page) -> list[str]:
    """The forms in which the page cites its second target."""
    page.evaluate("location.hash = '#t02'")
    page.locator("#card-t02 .cite").click()
    page.locator("#cite-dialog[open]").wait_for()
    return page.locator("#cite-formats pre").all_inner_texts()


@pytest.mark.parametrize(
    ("quote", "note"),
    [
        ("增长8.6%", r"增长8.6\%"),
        ("a & b # c _ d $ e", r"a \& b \# c \_ d \$ e"),
        ("{x} }{", r"\textbraceleft{}x\textbraceright{} \textbraceright{}\textbraceleft{}"),
        ("a~b^c\\d", r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
    ],
)
def test_bibtex_holds_a_quote_as_tex_prints_it(watched: Watched, quote: str, note: str) -> None:
    page = watched.goto(PATH)
    forms(page)  # loads the words, of which one is then another
    put = "([id, words]) => { const texts = window.duizhaoTexts; "
    put += "const row = texts[`${id}/statements`].find((row) => row[0] === 't02');"
    put += " texts[`${id}/text.zh`].blocks[row[1]][1] = words; row[4] = 0; row[5] = words.length; }"
    page.evaluate(put, ["tianhe-2020-work-report", quote])
    page.keyboard.press("Escape")
    assert f"note = {{{note}}}," in forms(page)[2]


def test_where_the_words_cannot_be_loaded_those_that_the_page_shows_are_cited(browser: Browser, http: str) -> None:
    page = browser.new_page()
    page.route("**/statements.js*", lambda route: route.abort())
    page.goto(http + PATH)
    assert all("新增就业4万人以上" in form for form in forms(page))
    page.close()


def test_what_is_cited_is_not_read_from_the_page(watched: Watched) -> None:
    page = watched.goto(PATH)
    page.evaluate("for (const part of document.querySelectorAll('.quote, .gloss')) part.textContent = 'translated'")
    found = forms(page)
    assert all("新增就业4万人以上" in form and "translated" not in form for form in found)


def test_every_form_has_the_permanent_address_and_the_author_in_two_parts(watched: Watched) -> None:
    gbt, sentence, bibtex, csl = forms(watched.goto(PATH))
    address = "https://duizhao.github.io/duizhao/reports/tianhe-2020-work-report/#t02"
    assert re.match(r"谭明鹤\. 2020年天河区政府工作报告\[R/OL\]\. \(\[2020-06-11\]\)\[\d{4}-\d\d-\d\d\]\. ", gbt)
    assert f" {address}. “" in gbt and sentence.endswith(address)
    assert sentence.startswith("Tan Minghe. 2020 Tianhe District Government Work Report, 11 June 2020 (")
    assert "author = {谭明鹤}," in bibtex and f"url = {{{address}}}," in bibtex and "year = {2020}," in bibtex
    (item,) = json.loads(csl)
    assert (item["type"], item["author"], item["URL"]) == ("report", [{"family": "谭", "given": "明鹤"}], address)
    assert item["issued"] == {"date-parts": [[2020, 6, 11]], "circa": True}


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Shanghai", "2026-03-01"), ("America/Los_Angeles", "2026-02-28"), ("UTC", "2026-02-28")]
)
def test_the_day_of_access_is_the_reader_s(browser: Browser, http: str, zone: str, day: str) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time("2026-02-28T20:00:00Z")
    page.goto(http + PATH)
    line = page.locator("#gbt7714").text_content() or ""
    gbt, _, bibtex, csl = forms(page)
    context.close()
    assert f"[{day}]. https://" in line and f"[{day}]. https://" in gbt and f"urldate = {{{day}}}" in bibtex
    assert json.loads(csl)[0]["accessed"] == {"date-parts": [[int(part) for part in day.split("-")]]}


def test_no_machine_translates_the_words_of_the_source(watched: Watched) -> None:
    source = ".src, [data-heading], .title-zh, .card :is(.quote, .gloss, .zh)[lang=zh-Hans]"
    for path, least in ((PATH, 45), (PATH.replace("index.html", "statements/1/index.html"), 60)):
        page = watched.goto(path)
        shown = page.evaluate(f"[...document.querySelectorAll('{source}')].map(part => part.translate)")
        assert len(shown) > least and not any(shown)
