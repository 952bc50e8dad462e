"""The time line and the page on documents: what stands in which year, and when a page by choice is there."""

from __future__ import annotations

from textwrap import dedent

import pytest

from duizhao.pages import timeline

from ..looking import Looked, main, said, silences, site
from ..sample import SMALLEST, report

ANNOTATIONS = """
statements:
- {id: r01, kind: result, quote: 新增5人, quote_en: Add 5 people, gloss: five,
   themes: [jobs], period: 2020/2021, period_basis: stated,
   measures: [{figure: 5人, value: 5, unit: 人, operator: eq, aspect: increase}]}
- {id: t01, kind: target, quote: 新增9人, quote_en: Add 9 people, gloss: nine,
   themes: [jobs], by: "2023", period_basis: stated,
   measures: [{figure: 9人, value: 9, unit: 人, operator: eq, aspect: increase}]}
"""
TEXT = report("a", "新增5人。新增9人。", ANNOTATIONS, "Add 5 people. Add 9 people.", fully_read="true")
UNREAD = report("b", "新增7人。", district="baishi")
PLANS = {
    "content/site.yaml": dedent(SMALLEST["content/site.yaml"])
    + "background:\n- {name: {zh: 某规划, en: A plan}, period: '2021/2025'}\n"
}


def rows(looked: Looked, language: str = "") -> list[str]:
    table = main(looked, f"{language}timeline/index.html").find(".//tbody")
    return [said(row) for row in table]


def test_texts_results_and_deadlines_stand_in_their_years_beside_what_stood_behind_them() -> None:
    looked = site(PLANS, TEXT)
    assert rows(looked) == [
        "2021 A plan–Qinghu: 1 result–",
        "2022 A planReportQinghu, 2022––",
        "2023 A plan––Qinghu: 1 target",
    ]
    assert rows(looked, "zh/")[0] == "2021 某规划–青湖区1项–"


def test_a_text_that_is_not_wholly_read_says_so_beside_its_name() -> None:
    looked = site(PLANS, TEXT, UNREAD)
    assert "ReportBaishi, 2022, Not wholly read yet" in rows(looked)[1]
    assert "报告白石区、2022年、尚未通读" in rows(looked, "zh/")[1]


@pytest.mark.long
def test_of_a_long_time_line_what_is_more_than_a_few_lines_is_folded_and_stands_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [report(name, "新增5人。", date='"2022"') for name in "abcdefg"]
    whole = site(PLANS, *texts[1:])
    assert [*main(whole, "timeline/index.html").iter("details")] == []
    monkeypatch.setattr(timeline, "LINES", 13)
    folded = site(PLANS, *texts)
    (fold,) = main(folded, "timeline/index.html").iter("details")
    assert said(fold.find("summary")) == "All 7" and "open" not in fold.attrib
    assert sum("/reports/" in (link.get("href") or "") for link in fold.iter("a")) == 7
    assert [*main(folded, "zh/timeline/index.html").iter("details")]


def test_a_deadline_leads_to_the_targets_of_its_year_and_district() -> None:
    (link,) = (
        link.get("href") for link in main(site(PLANS, TEXT), "timeline/index.html").iter("a") if "target" in said(link)
    )
    assert link == "../targets/index.html?district=qinghu&due=2023"


def test_a_background_of_years_in_which_nothing_else_stands_has_rows_of_its_own() -> None:
    earlier = {path: text.replace("2021/2025", "2001/2003") for path, text in PLANS.items()}
    found = rows(site(earlier, TEXT))
    assert found[:4] == ["2001 A plan–––", "2002 A plan–––", "2003 A plan–––", "2021 ––Qinghu: 1 result–"]
    assert len(found) == len(rows(site(TEXT))) + 3
    assert silences(site(earlier), "timeline/index.html") == ["No text yet"]


def test_without_a_background_there_is_no_column_of_it() -> None:
    page = main(site(TEXT), "timeline/index.html")
    assert "Background" not in said(page)


def test_without_texts_the_time_line_says_so() -> None:
    assert silences(site(), "timeline/index.html") == ["No text yet"]


def test_a_page_by_choice_is_there_where_editors_wrote_it_and_the_foot_leads_to_it() -> None:
    both = {"content/prose/documents.en.md": "## A\n\nB.\n", "content/prose/documents.zh.md": "## 甲\n\n乙。\n"}
    with_it = site(both)
    assert "documents/index.html" in with_it.pages
    assert any("documents" in (link.get("href") or "") for link in with_it.pages["index.html"].iter("a"))
    without = site()
    assert "documents/index.html" not in without.pages
    assert not any("documents" in (link.get("href") or "") for link in without.pages["index.html"].iter("a"))
