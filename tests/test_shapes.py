"""Sites of any shape: each is built from a few lines, and then looked at as a reader would."""

from __future__ import annotations

import pytest

from .looking import main, said, silences, site
from .pages.statements import annotations, statement
from .sample import SMALLEST, report

pytestmark = pytest.mark.long

QINGHU = "- {id: qinghu, name: {zh: 青湖区, en: Qinghu}, city: {zh: 云江市, en: Yunjiang}, adcode: '990101'}"
ONE_DISTRICT = {"content/districts.yaml": QINGHU}
STATED = annotations(statement("r01", "新增就业100人", figure="100人")) + "nothing_to_code: [h1]"
ONE_REPORT = report("a", "# 报告\n全年新增就业100人。", STATED, fully_read="true")
HOME_FIGURES = {"content/site.yaml": SMALLEST["content/site.yaml"] + "home_figures: [new-jobs]\n"}
READ = report("b", "无。", "nothing_to_code: [p1]", fully_read="true")
BEGUN = report("b", "# 报告\n工作很多。", fully_read="false")
NOTHING = dict.fromkeys(("content/districts.yaml", "content/themes.yaml", "content/indicators.yaml"), "")


def test_a_site_may_be_one_district_with_one_report() -> None:
    result = site(ONE_DISTRICT, ONE_REPORT, HOME_FIGURES)
    assert "Qinghu speaks" in said(main(result, "index.html"))
    assert said(main(result, "compare/index.html").find(".//h1")) == "What the texts speak of"
    assert "新增就业100人" in said(main(result, "compare/jobs/index.html"))
    assert "One text; nothing to set beside it yet." in said(main(result, "follow-up/index.html"))
    sides = main(result, "compare/parallel/index.html").findall(".//td")
    assert len(sides) == 2 and all("新增就业100人" in said(side) for side in sides)


NO_TEXT = "No text of this district yet"


@pytest.mark.parametrize(
    ("path", "heard"),
    [
        ("index.html", []),
        ("reports/index.html", [NO_TEXT]),
        ("compare/index.html", [NO_TEXT]),
        ("compare/jobs/index.html", [NO_TEXT]),
        ("follow-up/index.html", ["One text; nothing to set beside it yet.", NO_TEXT]),
        ("districts/baishi/index.html", [NO_TEXT] * 4),
        ("themes/jobs/index.html", [NO_TEXT]),
        ("indicators/new-jobs/index.html", [NO_TEXT]),
        ("compare/phrases/index.html", ["None among the terms of the glossary"] * 2 + [NO_TEXT]),
    ],
)
def test_a_district_without_reports_says_so_wherever_it_stands(path: str, heard: list[str]) -> None:
    assert silences(site(ONE_REPORT, HOME_FIGURES), path) == heard


def test_the_head_of_a_district_without_reports_says_so_in_the_comparison() -> None:
    _, _, head, _ = main(site(ONE_REPORT), "compare/index.html").findall(".//thead//th")
    assert said(head) == f"Baishi 白石区 {NO_TEXT}"


def test_a_term_that_two_districts_share_is_not_denied_of_one_without_a_text() -> None:
    heiyan = QINGHU.replace("qinghu", "heiyan").replace("青湖", "黑岩").replace("01", "03")
    third = f"{SMALLEST['content/districts.yaml']}\n{heiyan}"
    term = {"content/terms.yaml": "- {id: six, zh: 六稳, pinyin: liù wěn, en: six, meaning: {zh: 义, en: meaning}}"}
    texts = (report("a", "六稳。"), report("b", "六稳。", district="baishi"))
    result = site({"content/districts.yaml": third.replace("\n        ", "\n")}, term, *texts)
    cells = main(result, "compare/phrases/index.html").findall(".//td")
    assert [said(cell) for cell in cells] == ["1", "1", NO_TEXT]


NOT_READ, NOT_STATED = "Not wholly read yet", "Not stated in the one text we have"


@pytest.mark.parametrize(("text", "heard"), [(BEGUN, NOT_READ), (READ, NOT_STATED)], ids=["unread", "read"])
def test_a_report_without_statements_is_read_or_not_and_every_page_says_which(text: dict[str, str], heard: str) -> None:
    result = site(ONE_DISTRICT, text)
    assert heard in said(main(result, "compare/index.html")) or heard == NOT_STATED
    assert f"{heard}: Qinghu" in said(main(result, "compare/jobs/index.html"))
    for path, times in (
        ("districts/qinghu/index.html", 2),
        ("themes/jobs/index.html", 1),
        ("indicators/new-jobs/index.html", 1),
        ("targets/index.html", 1),
        ("verify/index.html", 1),
    ):
        assert (path, silences(result, path).count(heard)) == (path, times)


def test_an_unread_report_says_so_in_parallel_too() -> None:
    result = site(BEGUN, report("a", "无。", "nothing_to_code: [p1]", district="baishi", fully_read="true"))
    page = main(result, "compare/parallel/index.html")
    assert [said(cell) for cell in page.findall(".//td")] == [NOT_READ, "Not stated in this text"]
    options = page.findall(".//select[@name='left']/option")
    assert [option.get("data-silent") for option in options] == [NOT_READ, None]


def test_a_home_page_shows_what_there_is_and_nothing_that_there_is_not() -> None:
    def headings(*parts: dict[str, str]) -> list[str]:
        return [said(one) for one in main(site(*parts), "index.html").iter("h2")]

    assert headings(ONE_DISTRICT, ONE_REPORT) == ["Who speaks of what", "The texts"]
    assert headings(ONE_DISTRICT, READ) == ["The texts"]


def test_promises_that_are_none_leave_a_table_that_says_why() -> None:
    result = site(ONE_DISTRICT, READ, report("c", "无。", date='"2023"'))
    assert silences(result, "follow-up/b/index.html") == ["Not stated in this text"]


@pytest.mark.parametrize("text", [{}, ONE_DISTRICT | report("b", "无。")], ids=["no-text", "a-text"])
def test_a_site_may_be_without_themes_and_indicators(text: dict[str, str]) -> None:
    result = site(NOTHING, text)
    for name in ("themes", "indicators", "initiatives", "terms"):
        assert silences(result, f"{name}/index.html") == ["Nothing stands here yet"]
    assert silences(result, "compare/index.html") == ["Nothing stands here yet"]


@pytest.mark.parametrize("path", ["index.html", "reports/index.html", "data/index.html", "targets/index.html"])
def test_a_site_without_anything_says_that_there_is_no_text(path: str) -> None:
    assert silences(site(NOTHING), path) == ["No text yet"]


def test_pages_that_nobody_has_written_say_so() -> None:
    assert silences(site(), "about/index.html") == ["Nothing has been written here yet"]


def test_several_texts_of_one_date_are_not_called_one_text() -> None:
    result = site(ONE_DISTRICT, report("a", "甲。"), report("b", "乙。"))
    heard = "2 texts, none later than another; nothing to set beside them yet."
    assert silences(result, "follow-up/index.html") == [heard]
