"""Where a text is from and where an explanation is from: said on pages, what is unknown as unknown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duizhao.pages.context import PageContext
from duizhao.pages.prose import ProseView, prose_pages
from duizhao.pages.report.page import ReportView, report_pages
from duizhao.pages.term import term_pages

from ..sample import context_of, report

SITE = {
    "content/site.yaml": """
        id: s
        title: {zh: 站, en: Site}
        claim: {zh: 述, en: Claim}
        base_url: https://example.org/s/
        default_language: en
        publisher: {zh: 编者, en: Editors}
        repository: https://example.org/s.git
        readings: {zh: 借助机器。, en: With machines.}
        """
}
TERMS = {
    "content/terms.yaml": """
        - {id: grid, zh: 网格, pinyin: wǎng gé, en: grid, meaning: {zh: 义, en: meaning}, source: outside,
           level: city, level_source: outside, source_note: {zh: 意见。, en: An opinion.}}
        - {id: chain, zh: 链长, pinyin: liàn zhǎng, en: chain leader, meaning: {zh: 义, en: meaning}, source: text,
           level: district, level_source: text}
        """
}
UNKNOWN = "The capture prints none; not known."


def said(context: PageContext) -> dict[str, str]:
    """What the page of the one report says of where it is from, by name, without the marks of its languages."""
    (page,) = report_pages(context)
    assert isinstance(page.view, ReportView)
    return {str(row.name): re.sub("</?span[^>]*>", "", str(row.value)) for row in page.view.provenance}


def test_what_a_capture_does_not_print_and_nobody_recorded_is_said_to_be_unknown(tmp_path: Path) -> None:
    rows = said(context_of(tmp_path, report("a", "新增100人。")))
    assert [rows[name] for name in ("Publisher", "Address", "Date of publication")] == [UNKNOWN] * 3
    assert rows["Date of capture"] == "Not recorded; not known."
    assert not {"Shown as", "On its origin"} & set(rows)


def test_what_editors_know_is_told_from_what_the_capture_prints(tmp_path: Path) -> None:
    known = (
        "{publisher: {zh: 某网, en: A website}, web_address: https://example.org/a, captured: '2023-05-01',"
        " shown_as: press-text, note: {zh: 注, en: A note.}}"
    )
    rows = said(context_of(tmp_path, report("a", "新增100人。", origin=known)))
    assert rows["Publisher"] == "A website (known to the editors; the capture does not print it)"
    assert rows["Address"] == '<a href="https://example.org/a">https://example.org/a</a>'
    assert rows["Date of capture"] == "1 May 2023"
    assert rows["On its origin"] == "A note."
    assert "no right in it is claimed" in rows["Shown as"]


def test_removal_is_asked_for_where_the_site_says_and_readings_are_as_it_says(tmp_path: Path) -> None:
    rows = said(context_of(tmp_path, SITE, report("a", "新增100人。")))
    assert rows["Removal"] == (
        "Whoever holds rights in the text, or is named in it, can ask for its removal by opening an issue in the "
        'repository of this site. <a href="https://example.org/s.git">To the repository</a>'
    )
    assert rows["Reading and translation"] == "With machines."


def test_a_site_that_names_no_repository_names_no_way_of_removal(tmp_path: Path) -> None:
    site = {name: text.replace("        repository: https://example.org/s.git\n", "") for name, text in SITE.items()}
    assert "Removal" not in said(context_of(tmp_path, site, report("a", "新增100人。")))


def test_the_page_about_the_site_says_of_every_text_where_it_is_from(tmp_path: Path) -> None:
    context = context_of(tmp_path, report("a", "新增100人。"), report("b", "新增200人。"))
    sources = {page.frame.path: page.view.sources for page in prose_pages(context) if isinstance(page.view, ProseView)}
    assert [row.report.path for row in sources.pop("about/index.html")] == [
        "reports/a/index.html",
        "reports/b/index.html",
    ]
    assert set(sources.values()) == {()}


def test_a_term_from_outside_the_texts_says_so_with_its_level_and_the_document(tmp_path: Path) -> None:
    pages = {page.frame.path: page.view for page in term_pages(context_of(tmp_path, TERMS, report("a", "网格链长。")))}
    facts = {path: {str(f.name): str(f.value) for f in getattr(view, "facts", ())} for path, view in pages.items()}
    outside, text = facts["terms/grid/index.html"], facts["terms/chain/index.html"]
    assert outside["Coined by"] == "City (from outside the texts)"
    assert outside["Definition from"].startswith("Outside the texts")
    assert outside["Source outside the texts"] == "An opinion."
    assert (text["Coined by"], text["Definition from"]) == ("District", "The texts")


def test_a_report_s_page_says_which_of_its_terms_are_explained_from_outside(tmp_path: Path) -> None:
    (page,) = report_pages(context_of(tmp_path, TERMS, report("a", "网格链长。")))
    assert isinstance(page.view, ReportView)
    assert {note.id: str(note.remark) for note in page.view.terms} == {
        "grid": "definition from outside the texts",
        "chain": "",
    }


GIVEN = "The capture prints none; 2022年1月12日 is the day on which the text was given at a meeting."
OPEN = "2022年1月12日; the capture does not say whether that is the day of publication."
DAY = "2022年1月12日"


@pytest.mark.parametrize(
    ("line", "kind", "more", "published"),
    [
        (f"——{DAY}在区人民代表大会上", "work-report", ", occasion: 区人民代表大会", GIVEN),
        (f"——{DAY}在区人民代表大会上", "feature", ", occasion: 区人民代表大会", GIVEN),
        (f"（{DAY} 区人民代表大会）", "work-report", ", occasion: 区人民代表大会", GIVEN),
        (f"{DAY}于区人民代表大会", "work-report", "", GIVEN),
        (DAY, "work-report", "", OPEN),
        (f"（{DAY}）", "work-report", "", OPEN),
        (f"发布时间：{DAY}", "work-report", "", DAY),
        (f"{DAY} 来源：某网", "work-report", ", source: 某网", DAY),
        (f"{DAY} 09:30", "work-report", "", DAY),
        (DAY, "digest", "", DAY),
        (DAY, "feature", "", DAY),
    ],
)
def test_the_day_of_publication_is_the_one_that_the_capture_prints_as_such(
    line: str, kind: str, more: str, published: str, tmp_path: Path
) -> None:
    fields = ", ".join(["date", *(one.partition(":")[0].strip() for one in more.split(",") if one.strip())])
    text = report(
        "a",
        "新增100人。",
        source=f"{line}\n新增100人。\n",
        kind=kind,
        date='"2022-01-12"',
        printed=f"{{date: {DAY}{more}}}",
        clean_up=f'{{lines: [{{metadata: "1", fields: [{fields}]}}]}}',
    )
    assert said(context_of(tmp_path, text))["Date of publication"] == published


def test_on_a_chinese_page_a_day_of_something_else_is_said_to_be_that(tmp_path: Path) -> None:
    text = report(
        "a",
        "新增100人。",
        source=f"——{DAY}在区人民代表大会上\n新增100人。\n",
        date='"2022-01-12"',
        printed=f"{{date: {DAY}}}",
        clean_up='{lines: [{metadata: "1", fields: [date]}]}',
    )
    rows = said(context_of(tmp_path, text, language="zh"))
    assert rows["发布日期"] == f"采集文本未载发布日期；所载“{DAY}”是在会上作报告的日子。"
