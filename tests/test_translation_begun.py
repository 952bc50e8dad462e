"""Reports without English, and with English of some blocks only: what each page says, and how the page looks."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page

from duizhao.pipeline import built
from duizhao.site.write import write_files

from .looking import Looked, main, said, site
from .pages.statements import annotations, statement
from .sample import SMALLEST, report, told, written

pytestmark = pytest.mark.long

NONE = {"en": "Not translated yet", "zh": "尚无英译"}
ORDERS = [("[en, zh]", "", "zh/"), ("[zh, en]", "en/", "")]
BODY = "# 一、就业\n新增就业100人。\n## （一）养老\n建成公园。\n做好六稳。"
MARKED = "# I. Jobs\n\n100 jobs were added.\n\n## [untranslated]\n\nA park was built.\n\n[untranslated]\n"
ALL_MARKED = "# [untranslated]\n[untranslated]\n## [untranslated]\n[untranslated]\n[untranslated]\n"
UNQUOTED = annotations(statement("r01", "新增就业100人", figure="100人"), statement("k01", "做好六稳"))
STATED = UNQUOTED.replace("quote: 新增就业100人,", "quote: 新增就业100人, quote_en: 100 jobs were added,")


def settings(languages: str) -> dict[str, str]:
    given = SMALLEST["content/site.yaml"].replace("default_language: en", f"languages: {languages}")
    return {"content/site.yaml": given}


def with_translation(translation: str, languages: str = "[en, zh]") -> Looked:
    stated = STATED if "100 jobs were added" in translation else UNQUOTED
    return site(settings(languages), report("a", BODY, stated, translation))


def facts(looked: Looked, edition: str) -> list[str]:
    page = main(looked, f"{edition}reports/a/index.html")
    return [said(fact) for fact in page.find(".//p[@class='facts']")]


def provenance(looked: Looked, edition: str) -> dict[str, str]:
    rows = main(looked, f"{edition}reports/a/index.html").find(".//section[@id='provenance']/dl")
    return dict(zip((said(row) for row in rows.findall("dt")), (said(row) for row in rows.findall("dd")), strict=True))


def blocks(looked: Looked, edition: str = "") -> dict[str, Element]:
    """The blocks of the report's page by id."""
    text = main(looked, f"{edition}reports/a/index.html").find(".//article[@class='text']")
    return {
        part.get("id", ""): part for part in text if part.get("class") == "block of-text" or part.tag in ("h2", "h3")
    }


def script(looked: Looked, name: str) -> dict[str, list[list[str | None]]]:
    text = looked.files[f"reports/a/{name}.js"].decode()
    return json.loads(text.split("]=", 1)[1].removesuffix(";\n"))


@pytest.mark.parametrize(("languages", "english", "chinese"), ORDERS)
def test_a_translation_begun_is_counted_at_the_head_in_the_provenance_and_in_lists(
    languages: str, english: str, chinese: str
) -> None:
    looked = with_translation(MARKED, languages)
    for edition, heard, name in (
        (english, "2 of 3 paragraphs translated", "Translation"),
        (chinese, "共3段，已英译2段", "英译"),
    ):
        assert facts(looked, edition)[-1] == heard
        assert provenance(looked, edition)[name] == heard
        for path in ("index.html", "reports/index.html", "districts/qinghu/index.html"):
            assert (path, heard in said(main(looked, edition + path))) == (path, True)


@pytest.mark.parametrize(("languages", "english", "chinese"), ORDERS)
@pytest.mark.parametrize("translation", ["", ALL_MARKED], ids=["no-file", "all-marked"])
def test_a_report_wholly_untranslated_says_so_once_and_offers_no_choice_of_language(
    translation: str, languages: str, english: str, chinese: str
) -> None:
    looked = with_translation(translation, languages)
    for edition, language in ((english, "en"), (chinese, "zh")):
        page = looked.pages[f"{edition}reports/a/index.html"]
        assert facts(looked, edition)[-1] == NONE[language]
        assert page.findall(".//input[@name='reading']") == []
        assert page.find("body").get("data-lang") == "zh"
        texts = [said(part) for part in page.iter() if part.get("class") in ("tr", "silent untranslated", "tr-head")]
        assert texts == []


def test_a_report_wholly_translated_says_nothing_of_it() -> None:
    translation = MARKED.replace("## [untranslated]", "## Old age").replace("[untranslated]", "Six.")
    stated = STATED.replace("quote: 做好六稳,", "quote: 做好六稳, without_quote_en: split,")
    looked = site(settings("[en, zh]"), report("a", BODY, stated, translation))
    assert not any("translat" in fact for fact in facts(looked, ""))
    assert "Translation" not in provenance(looked, "")
    assert [part for part in looked.pages["reports/a/index.html"].iter() if part.get("data-untranslated") == ""] == []


def test_of_one_paragraph_the_count_is_in_the_singular() -> None:
    looked = site(report("a", "# 一\n工作。", translation="# One\n[untranslated]"))
    assert facts(looked, "")[-1] == "0 of 1 paragraph translated"


def test_headings_alone_that_lack_english_are_not_counted_as_paragraphs() -> None:
    looked = site(report("a", "# 一\n工作。", translation="# [untranslated]\nWork."))
    assert not any("translat" in fact for fact in facts(looked, ""))


def test_a_block_without_english_has_a_quiet_mark_in_the_words_of_the_page() -> None:
    looked = with_translation(MARKED)
    for edition, language in (("", "en"), ("zh/", "zh")):
        shown = blocks(looked, edition)
        marks = {
            name: [said(p) for p in block.findall("p[@class='silent untranslated']")] for name, block in shown.items()
        }
        assert marks == {"h1": [], "p1": [], "h2": [], "p2": [], "p3": [NONE[language]]}
        assert [name for name, block in shown.items() if block.get("data-untranslated") == ""] == ["p3"]
        assert shown["p3"].find("p[@class='src']").get("lang") == "zh-Hans"


def test_the_contents_name_a_heading_without_english_in_chinese() -> None:
    looked = with_translation(MARKED)
    entries = looked.pages["reports/a/index.html"].findall(".//nav[@id='contents']//li/a/span")
    named = [(said(entry), entry.get("lang")) for entry in entries if entry.get("class") is None]
    assert named == [("I. Jobs", None), ("（一）养老", "zh-Hans")]
    heading = blocks(looked)["h2"]
    assert [part.get("data-heading") for part in heading] == [None] and said(heading) == "（一）养老"


def test_the_data_and_the_scripts_hold_no_english_of_a_block_without() -> None:
    looked = with_translation(MARKED)
    rows = list(csv.DictReader(io.StringIO(looked.files["data/paragraphs.csv"].decode("utf-8-sig"))))
    english = {"h1": "I. Jobs", "p1": "100 jobs were added.", "h2": "", "p2": "A park was built.", "p3": ""}
    assert {row["id"]: row["translation"] for row in rows} == english
    assert {row[0]: row[1] or "" for row in script(looked, "text.en")["blocks"]} == english
    assert script(looked, "text.en")["blocks"][2:] == [["h2", None, "（一）养老"], ["p2", english["p2"]], ["p3", None]]
    assert script(looked, "text.zh")["blocks"][2] == ["h2", "（一）养老", None]
    assert not any(b"[untranslated]" in data for data in looked.files.values())


def test_a_statement_in_a_block_without_english_has_its_gloss_wherever_it_stands() -> None:
    looked = with_translation(MARKED)
    for path in (
        "reports/a/statements/1/index.html",
        "compare/jobs/index.html",
        "compare/parallel/index.html",
        "themes/jobs/index.html",
    ):
        assert (path, "<做好六稳>" in said(main(looked, path))) == (path, True)


def test_a_gloss_is_asked_for_where_the_block_has_no_english(tmp_path: Path) -> None:
    stated = STATED.replace("gloss: the English of “<做好六稳>”, ", "")
    assert stated != STATED
    issues = built(written(tmp_path, report("a", BODY, stated, MARKED))).issues
    assert [(issue.code, issue.message) for issue in issues] == [("missing-key", "this statement has no gloss")]


def test_quantities_and_terms_are_not_asked_of_blocks_without_english(tmp_path: Path) -> None:
    term = {
        "content/terms.yaml": "- {id: six, zh: 六稳, pinyin: liù wěn, en: six fronts, meaning: {zh: 义, en: meaning}}"
    }
    said_so, unquoted = (stated.replace("<做好六稳>", "six fronts") for stated in (STATED, UNQUOTED))
    nothing = MARKED.replace("100 jobs were added.", "[untranslated]")
    assert told(list(built(written(tmp_path / "a", term, report("a", BODY, unquoted, nothing))).issues)) == []
    wrong = MARKED.replace("100 jobs", "90 jobs")
    found = told(list(built(written(tmp_path / "b", term, report("a", BODY, said_so, wrong))).issues))
    assert found == [("translation-quantity", "content/reports/a/translation.en.md:3:1")]


def test_verify_counts_the_blocks_that_have_english() -> None:
    table = main(with_translation(MARKED), "verify/index.html").find(".//thead/tr/..").find("tr")
    column = [said(head) for head in table].index("translated blocks")
    row = main(with_translation(MARKED), "verify/index.html").find(".//tbody/tr")
    assert said(list(row)[column]) == "3"


@pytest.fixture(scope="module")
def folder() -> Iterator[str]:
    """The address of a site with a report begun, one untranslated, and one marked throughout, in a folder."""
    reports = (
        report("a", BODY, STATED, MARKED),
        report("b", BODY, date='"2023"'),
        report("c", BODY, translation=ALL_MARKED, district="baishi"),
    )
    with tempfile.TemporaryDirectory() as top:
        result = built(written(Path(top) / "project", *reports))
        assert result.issues == ()
        write_files(result.files, Path(top) / "site")
        yield (Path(top) / "site").as_uri() + "/"


def opened(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_default_timeout(10_000)
    page.goto(address)
    return page


# Boxes of the text that a reader sees and that hold nothing, and what stands beyond the window's edge.
EMPTY = """() => [...document.querySelectorAll('.text p, .text h2, .text h3, .text .block')]
  .filter(box => box.offsetParent && (!box.innerText.trim() || box.getBoundingClientRect().height < 8))
  .map(box => box.outerHTML.slice(0, 80))"""
BEYOND = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHOWN = """id => [...document.querySelectorAll(`#${id} > p, h3#${id} > span`)].filter(p => p.offsetParent)
  .map(p => p.innerText.trim())"""
CHOSEN = {
    "zh": {"p1": ["zh"], "h2": ["zh"], "p3": ["zh"]},
    "en": {"p1": ["en"], "h2": ["zh"], "p3": ["zh", "mark"]},
    "both": {"p1": ["zh", "en"], "h2": ["zh"], "p3": ["zh", "mark"]},
}
WORDS = {
    "p1": {"zh": "新增就业100人。", "en": "100 jobs were added."},
    "h2": {"zh": "（一）养老"},
    "p3": {"zh": "做好六稳。", "mark": NONE["en"]},
}


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("reading", ["zh", "en", "both"])
def test_in_each_choice_of_language_every_block_is_read_in_one_it_has(
    browser: Browser, folder: str, width: int, reading: str
) -> None:
    page = opened(browser, f"{folder}reports/a/index.html", width)
    page.evaluate(f"document.querySelector('input[name=reading][value={reading}]').click()")
    shown = {name: page.evaluate(SHOWN, name) for name in WORDS}
    assert shown == {name: [WORDS[name][what] for what in kinds] for name, kinds in CHOSEN[reading].items()}
    assert page.evaluate(EMPTY) == []
    assert page.evaluate(BEYOND) <= 0
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["reports/b/index.html", "zh/reports/c/index.html", "index.html", "zh/reports/index.html"]
)
def test_no_page_of_such_a_site_has_an_empty_box_or_scrolls_sideways(
    browser: Browser, folder: str, width: int, path: str
) -> None:
    page = opened(browser, folder + path, width)
    assert page.evaluate(EMPTY) == []
    assert page.evaluate(BEYOND) <= 0
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("edition", "query", "found", "heading"),
    [
        ("", "park", ["p2"], ("（一）养老", "zh-Hans")),
        ("", "六稳", ["p3"], ("（一）养老", "zh-Hans")),
        ("zh/", "park", ["p2"], None),
        ("", "100 jobs", ["p1"], None),
        ("", "untranslated", [], None),
        ("", "a", None, None),
    ],
)
def test_the_search_finds_what_there_is_in_either_language(
    browser: Browser, folder: str, edition: str, query: str, found: list[str] | None, heading: tuple[str, str] | None
) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{folder}{edition}search/index.html?q={query}")
    page.wait_for_function("document.getElementById('search-status').textContent.trim() !== ''")
    page.wait_for_load_state("networkidle")
    results = page.locator(".result[data-report=a]")
    if found is not None:
        assert [results.nth(n).get_attribute("data-block") for n in range(results.count())] == found
    if heading:
        words = results.locator(".where span[lang]")
        assert (words.inner_text(), words.get_attribute("lang")) == heading
    assert wrong == []
    page.close()
