"""How the site behaves towards its readers: access, small screens, paper, weight, keys, and reading without script."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument

from duizhao.pipeline import Built

from ..conftest import OVER_HTTP, TOP, Watched
from ..policed import until
from .test_reading import REPORT

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", sorted(path.name for path in (TOP / "content" / "reports").iterdir()))
def test_the_printed_report_has_every_paragraph_of_both_languages(
    browser: Browser, http: str, real: Built, name: str, tmp_path: Path
) -> None:
    text = bare(pdf_text(printed(browser, f"{http}reports/{name}/index.html", tmp_path)))
    blocks = real.site.reports[name].blocks
    lost = [block.id for block in blocks if not stands_in(bare(block.text), text)]
    untold = [block.id for block in blocks if not stands_in(bare(block.translation), text)]
    assert (lost, untold) == ([], [])


def test_no_heading_is_torn_between_two_sheets(browser: Browser, http: str, real: Built, tmp_path: Path) -> None:
    name = "tianhe-2021-seven-tasks"
    sheets = pdf_text(printed(browser, f"{http}reports/{name}/index.html", tmp_path)).split("\f")
    whole = [bare(sheet) for sheet in sheets]
    headings = [block for block in real.site.reports[name].blocks if block.level and block.translation]
    both = [(bare(block.text), bare(block.translation)) for block in headings]
    assert both and [one for one in both if not any(one[0] in sheet and one[1] in sheet for sheet in whole)] == []


def test_a_table_that_is_taller_than_a_sheet_begins_below_what_stands_above_it(
    browser: Browser, http: str, tmp_path: Path
) -> None:
    first, *_ = pdf_text(printed(browser, f"{http}data/index.html", tmp_path)).split("\f")
    assert {"reports", "title_zh", "date_basis"} <= set(first.split())


def test_the_collation_table_prints_on_a4_landscape_without_navigation(
    browser: Browser, http: str, real: Built, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{http}follow-up/tianhe-2020-work-report/index.html")
    page.mouse.move(500, 400)  # whoever prints has moved or pressed something before
    until(page, "document.querySelector('.rest') === null")
    page.pdf(path=tmp_path / "table.pdf", prefer_css_page_size=True)
    context.close()
    text = pdf_text(tmp_path / "table.pdf")
    size = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", (tmp_path / "table.pdf").read_bytes())
    assert size and float(size[1]) > float(size[2])
    sheets = text.split("\f")
    assert len(sheets) > 5 and all("序号" in sheet for sheet in sheets if sheet.strip())
    promises = real.site.followed_in["tianhe-2020-work-report"]
    folded = [one.promise.gloss for one in promises if one.evidence in ("not-found", "not-checked")]
    assert folded and [gloss for gloss in folded if not stands_in(bare(gloss), bare(text))] == []
    assert "Search the reports" not in text


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize(("path", "most"), [("compare/", 3), ("compare/education/?kind=target", 2)])
def test_the_comparison_prints_on_a4_landscape_what_is_shown_and_no_more(
    browser: Browser, http: str, real: Built, language: str, path: str, most: int, tmp_path: Path
) -> None:
    address = http + language + path.replace("/?", "/index.html?") + ("index.html" if path.endswith("/") else "")
    made = printed(browser, address, tmp_path)
    sheets = sizes(made)
    assert [width > height for width, height in sheets] == [True] * len(sheets)
    assert len(sheets) <= most
    text = bare(pdf_text(made))
    if "education" in path:
        stated = [s for s in real.site.statements_of_theme["education"] if s.themes[0] == "education"]
        for statement in stated:
            assert stands_in(bare(statement.quote), text) == (statement.kind == "target"), statement.full_id
    else:
        names = [theme.name["zh" if language else "en"] for theme in real.site.library.themes]
        assert [name for name in names if not stands_in(bare(name), text)] == []


def test_a_theme_prints_on_a4_landscape_over_the_width_of_its_sheets(
    browser: Browser, http: str, real: Built, tmp_path: Path
) -> None:
    made = printed(browser, f"{http}themes/education/index.html", tmp_path)
    sheets = sizes(made)
    assert [width > height for width, height in sheets] == [True] * len(sheets)
    assert len(sheets) <= 4  # 31 statements, twelve on a sheet
    text = bare(pdf_text(made))
    stated = [s for s in real.site.statements_of_theme["education"] if s.themes[0] == "education"]
    assert len(stated) > 20 and [s.full_id for s in stated if not stands_in(bare(s.quote), text)] == []
    assert not stands_in(bare("Show situations"), text)  # nothing that only a screen can work


@pytest.mark.parametrize("path", ["verify", "zh/verify", "codebook"])
def test_of_a_table_that_is_wider_than_a_sheet_no_column_is_cut_off(
    browser: Browser, http: str, path: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{http}{path}/index.html")
    rows = page.locator(".scroll tr:has(> :nth-child(9))").evaluate_all(
        "rows => rows.map(row => [...row.cells].slice(1).map(cell => cell.textContent.trim()))"
    )
    page.close()
    text = bare(pdf_text(printed(browser, f"{http}{path}/index.html", tmp_path)))
    assert rows and [row for row in rows[1:] if bare("".join(row)) not in text] == []
    assert [head for head in rows[0] if not stands_in(bare(head), text)] == []


# A PDF names some characters by their radicals (Unicode, CJK Radicals Supplement) or by a twin of the same shape.
TWINS = str.maketrans(
    "⺠⻅⻓⻔⻋⻛⻢⻩⻬⻰⻝⻆⻉⻚⻘⻥⻦⻨⻣⻄⻮⻑⻜⻁⻤⺟⻳⻙戶‒–—―",
    "民见长门车风马黄齐龙食角贝页青鱼鸟麦骨西齿長飞虎鬼母龟韦户----",
)


def bare(text: str) -> str:
    """Text as its characters alone: widths and twins folded, without white space and the letters of the kinds."""
    return re.sub(r"[TKRS\u2060]|\s", "", unicodedata.normalize("NFKC", text).translate(TWINS))


def stands_in(words: str, text: str) -> bool:
    """True if the words stand in the text, in one run or cut by at most three page breaks."""
    for _ in range(4):
        # The longest beginning that stands there: where a longer one does, so do all that are shorter.
        length = bisect_left(range(len(words)), True, key=lambda n: words[: n + 1] not in text)
        if length < 2:
            return not words
        words = words[length:]
        if not words:
            return True
    return False


def printed(browser: Browser, address: str, folder: Path) -> Path:
    """A page as a PDF, on the sheets that it asks for."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.pdf(path=folder / "printed.pdf", prefer_css_page_size=True)
    context.close()
    return folder / "printed.pdf"


def pdf_text(path: Path) -> str:
    """The text of a PDF in reading order without its page numbers, form feeds between its pages."""
    with PdfDocument(path) as document:
        # A hyphen at the end of a line is told as \2.
        sheets = [page.get_textpage().get_text_bounded().replace("\2", "-") for page in document]
    return "\f".join(re.sub(r"(?m)^\s*\d+ / \d+\s*$", "", sheet) for sheet in sheets)


def sizes(path: Path) -> list[tuple[float, float]]:
    """The width and the height of each page of a PDF, in points."""
    with PdfDocument(path) as document:
        return [page.get_size() for page in document]


@OVER_HTTP
def test_a_term_explains_itself_on_focus_and_escape_puts_it_away(watched: Watched) -> None:
    page = watched.goto(REPORT)
    term = page.locator("#p14 .term").first
    term.focus()
    bubble = page.locator("#bubble")
    assert bubble.is_visible() and term.get_attribute("aria-describedby") == "bubble"
    assert "六保" in bubble.inner_text() and "six guarantees" in bubble.inner_text()
    page.keyboard.press("Escape")
    assert not bubble.is_visible()
    term.hover()
    page.wait_for_selector("#bubble:not([hidden])")


@OVER_HTTP
def test_hiding_a_kind_leaves_the_text_where_it_was(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.evaluate("document.getElementById('p20').scrollIntoView()")
    before = page.locator("#p20").bounding_box()
    page.locator("input[name=show][value=task]").uncheck()
    page.locator("input[name=reading][value=zh]").check(force=True)
    after = page.locator("#p20").bounding_box()
    assert before and after and abs(before["y"] - after["y"]) < 2


@OVER_HTTP
def test_the_contents_mark_the_section_that_is_read(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.evaluate("document.getElementById('h9').scrollIntoView()")
    page.wait_for_selector(".toc a[aria-current=location][href$='#h9']")
    assert page.locator(".toc a[aria-current=location]").count() == 1


def test_a_statement_can_be_cited_in_four_forms(watched: Watched) -> None:
    page = watched.goto(REPORT + "#t02")
    page.locator("#card-t02 .cite").click()
    page.locator("#cite-formats pre").first.wait_for()  # its words are loaded when they are asked for
    forms = page.locator("#cite-formats pre").all_inner_texts()
    assert len(forms) == 4 and all("新增就业4万人以上" in form and "#t02" in form for form in forms)
    assert "谭明鹤. 2020年天河区政府工作报告[R/OL]" in forms[0]
    assert "paragraph 15" in forms[1]
    page.keyboard.press("Escape")
    assert not page.locator("#cite-dialog").is_visible()
    assert page.locator("#t02").is_visible()


def test_selected_words_can_be_copied_with_their_citation(browser: Browser, http: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(http + REPORT)
    page.evaluate(
        "() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('#p14 .src'));"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    page.locator("#cite-selection").click()
    until(page, "async () => (await navigator.clipboard.readText()).includes('#p14')")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied.startswith("“把“六保”作为今年“六稳”工作的着力点") and "#p14" in copied and "paragraph 14" in copied


def test_the_language_switch_keeps_the_place_in_the_text(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.evaluate("document.getElementById('p20').scrollIntoView()")
    # dispatched, since a click of the mouse that is driven scrolls the sticky head into view first
    page.locator(".other-language").dispatch_event("click")
    page.wait_for_url("**/zh/**#p20")


def test_a_keyboard_reaches_the_text_a_card_and_the_next_page(watched: Watched) -> None:
    page = watched.goto(REPORT)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator("#r002 > .flag").focus()
    page.keyboard.press("Enter")
    page.locator("#card-r002").wait_for()
    assert page.evaluate("document.activeElement.id") == "card-r002"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.hash") == "#r002"
    page.locator(".steps [rel=next]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/tianhe-2021-party-history/**")


def test_a_report_page_names_itself_to_reference_managers(real: Built) -> None:
    html = real.files[REPORT].decode()
    for name, content in (
        ("citation_title", "2020 Tianhe District Government Work Report"),
        ("citation_author", "Tan, Minghe"),
        ("citation_publication_date", "[2020/06/11]"),  # it is inferred
    ):
        assert f'<meta name="{name}" content="{content}">' in html


def test_who_points_at_an_inferred_time_is_told_what_its_brackets_mean(watched: Watched) -> None:
    page = watched.goto("zh/targets/index.html")
    time = page.locator(".inferred:visible").first
    time.hover()
    expect(time).to_have_attribute("title", "推定：原文没有写明")


@OVER_HTTP
@pytest.mark.parametrize("language", ["", "zh/"])
def test_on_a_phone_no_column_s_name_is_broken_where_data_says_what_it_holds(watched: Watched, language: str) -> None:
    page = watched.goto(f"{language}data/index.html")
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    names = page.locator("main tbody th code")
    lines = names.evaluate_all("names => names.map((name) => name.getClientRects().length)")
    assert len(lines) > 100 and {*lines} == {1}
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@OVER_HTTP
def test_no_choice_of_language_is_broken_over_lines_where_the_sides_of_a_report_stand_beside_it(
    watched: Watched,
) -> None:
    for language in ("", "zh/"):
        page = watched.goto(language + REPORT)
        for width in (960, 1280, 1366, 1680):
            page.set_viewport_size({"width": width, "height": 800})
            choices = page.locator(".seg label:visible")
            assert choices.count() == 3
            heights = choices.evaluate_all("labels => labels.map((label) => label.offsetHeight)")
            assert max(heights) < 32, (language, width)  # one line, and the room about it
            assert page.locator("#show").evaluate("panel => panel.scrollWidth <= panel.clientWidth")


@OVER_HTTP
@pytest.mark.parametrize("path", ["zh/terms/index.html", "terms/index.html", "zh/terms/saohei-chue/index.html"])
def test_an_apostrophe_of_pinyin_is_as_narrow_as_its_letters(watched: Watched, path: str) -> None:
    page = watched.goto(path)
    widths = page.locator("main [lang=zh-Latn-pinyin]").evaluate_all(
        """elements => elements.filter((one) => one.textContent.includes("’")).map((one) => {
          const sign = document.createRange();
          const at = one.firstChild.data.indexOf("’");
          sign.setStart(one.firstChild, at);
          sign.setEnd(one.firstChild, at + 1);
          return sign.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize);
        })"""
    )
    assert widths and max(widths) < 0.5


@OVER_HTTP
def test_between_a_name_and_its_value_there_is_room(watched: Watched) -> None:
    for path in ("initiatives/guangzhou-east-station/index.html", "zh/" + REPORT, REPORT):
        page = watched.goto(path)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            gaps = page.locator(".kv > dt").evaluate_all(
                """names => names.map((name) => {
                  const words = document.createRange();
                  words.selectNodeContents(name);
                  return name.nextElementSibling.getBoundingClientRect().left - words.getBoundingClientRect().right;
                })"""
            )
            assert gaps and min(gaps) > 7, (path, width)
