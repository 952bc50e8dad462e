"""Citing: what other programs read of a citation, and what a page cannot change in it."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from duizhao.pipeline import Built

from ..cited import LEADS, filled, script_of, values_of
from ..conftest import OVER_HTTP, Watched
from ..policed import until

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
@OVER_HTTP
def test_bibtex_holds_a_quote_as_tex_prints_it(watched: Watched, quote: str, note: str) -> None:
    page = watched.goto(PATH)
    forms(page)  # loads the words, of which one is then another
    put = "([id, words]) => { const texts = window.duizhaoTexts; "
    put += "const row = texts[`${id}/statements`].find((row) => row[0] === 't02');"
    put += " texts[`${id}/text.zh`].blocks[row[1]][1] = words; row[4] = 0; row[5] = words.length; }"
    page.evaluate(put, ["tianhe-2020-work-report", quote])
    page.keyboard.press("Escape")
    assert f"note = {{paragraph 15: “{note}”; the date is inferred, the source does not print it}}," in forms(page)[2]


@pytest.mark.parametrize("part", ["statements.js", "text.zh.js", "cite-dialog"])
def test_where_a_part_cannot_be_loaded_that_is_said_and_it_can_be_tried_again(
    browser: Browser, http: str, part: str
) -> None:
    page = browser.new_page()
    page.route(f"**/{part}*", lambda route: route.abort())
    page.goto(f"{http}{PATH}#t02")
    page.locator("#card-t02 .cite").click()
    page.locator("#cite-failed").wait_for()
    assert page.locator("#cite-formats pre").count() == 0
    page.unroute(f"**/{part}*")
    page.keyboard.press("Escape")
    assert all("新增就业4万人以上" in form for form in forms(page)) and not page.locator("#cite-failed").is_visible()
    page.close()


@OVER_HTTP
def test_what_is_cited_is_not_read_from_the_page(watched: Watched) -> None:
    page = watched.goto(PATH)
    page.evaluate("for (const part of document.querySelectorAll('.quote, .gloss')) part.textContent = 'translated'")
    found = forms(page)
    assert all("新增就业4万人以上" in form and "translated" not in form for form in found)


@OVER_HTTP
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


@OVER_HTTP
def test_no_machine_translates_the_words_of_the_source(watched: Watched) -> None:
    source = ".src, [data-heading], .title-zh, .card :is(.quote, .gloss, .zh)[lang=zh-Hans]"
    for path, least in ((PATH, 45), (PATH.replace("index.html", "statements/1/index.html"), 60)):
        page = watched.goto(path)
        shown = page.evaluate(f"[...document.querySelectorAll('{source}')].map(part => part.translate)")
        assert len(shown) > least and not any(shown)


EVERY = """ids => {
  const { citing, filled, valuesOf } = window.duizhaoForms;
  return ids.map(id => {
    const values = { ...valuesOf(id), today: "2026-03-01", day: "2026, 3, 1" };
    return [id, [...citing.forms, citing.embed].map(form => filled(form, values))];
  });
}"""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_fills_every_form_of_every_statement_as_it_is_tested(
    browser: Browser, http: str, real: Built, language: str
) -> None:
    assert real.site is not None
    page = browser.new_page()
    for report in real.site.library.reports:
        page.goto(f"{http}{LEADS[language]}reports/{report.id}/index.html")
        first = report.statements[0].id
        page.evaluate(f"location.hash = '#{first}'")
        page.locator(f"#card-{first} .cite").click()
        page.locator("#cite-formats pre").first.wait_for()
        script = script_of(real, report.id, language)
        wanted = {
            statement.id: [filled(form, values_of(script, statement)) for form in (*script["forms"], script["embed"])]
            for statement in report.statements
        }
        assert dict(page.evaluate(EVERY, list(wanted))) == wanted
    page.close()


def test_a_report_is_cited_in_the_same_forms(watched: Watched) -> None:
    page = watched.goto(PATH)
    page.locator("#cite-report").click()
    page.locator("#cite-formats pre").first.wait_for()
    found = page.locator("#cite-formats pre").all_inner_texts()
    address = "https://duizhao.github.io/duizhao/reports/tianhe-2020-work-report/"
    assert len(found) == 4 and all(address in form and "#" not in form for form in found)
    assert all(
        sign in form for sign, form in zip(("[2020-06-11]", "inferred", "2020-06-11?", "circa"), found, strict=True)
    )


def shared(page: Page, statement: str) -> None:
    """Opens a statement as a picture."""
    page.evaluate(f"location.hash = '#{statement}'")
    page.locator(f"#card-{statement} .share").click()
    page.locator("#cite-dialog .picture svg").wait_for()


@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_statement_is_saved_as_a_picture(watched: Watched, tmp_path: Path, language: str) -> None:
    page = watched.goto(language + PATH)
    shared(page, "t02")
    for kind, begins in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        with page.expect_download() as saved:
            page.locator(f"#cite-dialog .saves button:has-text('{kind}')").click()
        assert saved.value.suggested_filename == f"tianhe-2020-work-report-t02.{kind.lower()}"
        saved.value.save_as(tmp_path / kind)
        assert (tmp_path / kind).read_bytes().startswith(begins)
    drawing = ElementTree.parse(tmp_path / "SVG").getroot()
    words = ["".join(text.itertext()) for text in drawing.findall(".//{*}text")]
    said, address = " ".join(words), f"https://duizhao.github.io/duizhao/{language}reports/tianhe-2020-work-report/#t02"
    assert "新增就业4万人以上" in words and "add at least 40,000 new jobs in the year" in words
    assert address in said and ("11 June 2020 (inferred)" if not language else "2020年6月11日（推定）") in said
    assert all("," in text.get("font-family", "") for text in drawing.findall(".//{*}text"))
    assert not list(drawing.findall(".//{*}style")) and not list(drawing.findall(".//{*}image"))


def test_no_line_of_a_picture_leaves_it_however_long_the_words_and_none_is_lost(
    browser: Browser, http: str, real: Built
) -> None:
    assert real.site is not None
    page = browser.new_page()
    measured = """() => {
      const svg = document.querySelector("#cite-dialog .picture svg");
      const { width, height } = svg.viewBox.baseVal;
      const boxes = [...svg.querySelectorAll("text")].map(text => text.getBBox());
      const out = boxes.filter(box => box.x < 0 || box.x + box.width > width - 40 || box.y + box.height > height);
      const over = boxes.filter((box, at) => at && box.y + box.height * 0.25 < boxes[at - 1].y);
      return [out.length, over.length, [...svg.querySelectorAll("text[lang=zh-Hans]")].map(text => text.textContent)];
    }"""
    for report in real.site.library.reports:
        page.goto(f"{http}reports/{report.id}/index.html")
        by_length = sorted(report.statements, key=lambda statement: len(statement.quote))
        for statement in (by_length[0], by_length[len(by_length) // 2], *by_length[-2:]):
            shared(page, statement.id)
            out, over, lines = page.evaluate(measured)
            assert (out, over) == (0, 0), statement.full_id
            assert re.sub(r"\s", "", statement.quote) == re.sub(r"\s", "", "".join(lines))
            # a figure and its unit stand in one line, and no line begins with what ends a clause
            assert not any(re.match("[，。、；：？！）》”]", line) for line in lines)
            assert not any(re.search("[0-9]$", a) and re.match("[0-9.万亿%]", b) for a, b in pairwise(lines))
            page.keyboard.press("Escape")
    page.close()


def test_the_code_to_embed_shows_the_statement_without_any_script_of_the_site(
    reader: Watched, browser: Browser
) -> None:
    page = reader.goto(PATH)
    shared(page, "t02")
    page.locator("dialog [role=tab]").nth(1).click()
    page.locator("#cite-formats .go:visible").click()
    code = page.locator("#cite-formats pre").text_content() or ""
    until(page, "async code => await navigator.clipboard.readText() === code", code)
    other = browser.new_context(java_script_enabled=False).new_page()
    other.set_content(code)
    assert other.locator("blockquote[translate=no][lang=zh-Hans]").inner_text() == "新增就业4万人以上"
    assert (
        other.locator("figcaption").inner_text().startswith("Tan Minghe. 2020 Tianhe District Government Work Report, ")
    )
    assert (other.locator("a").get_attribute("href") or "").endswith("/reports/tianhe-2020-work-report/#t02")
    other.context.close()


def test_nothing_of_citations_is_loaded_before_it_is_asked_for(browser: Browser, http: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(http)))
    page.goto(f"{http}{PATH}#t02")
    page.locator("#card-t02").wait_for()
    page.wait_for_timeout(500)  # whatever an open card asks for by itself has been asked for
    assert asked and not any(re.search("citation|cite-|statements|text.zh", address) for address in asked)
    page.close()
