"""Situations, what has no time, and what had another id: on every page and in the data."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from ..looking import Looked, main, said, site, table_of
from ..sample import SMALLEST, report

ANNOTATIONS = """
statements:
- {id: s01, kind: situation, formerly: [r01, k009], quote: 全区就业300人, gloss: 300 people have jobs, themes: [jobs],
   quote_en: 300 people have jobs,
   measures: [{figure: 300人, value: 300, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}]}
- {id: r02, kind: result, quote: 新增200人, gloss: 200 added, themes: [jobs], period: "2021", period_basis: inferred,
   quote_en: 200 were added,
   measures: [{figure: 200人, value: 200, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}]}
- {id: t01, kind: target, quote: 再增100人, gloss: 100 more, quote_en: 100 more are to come, themes: [jobs],
   measures: [{figure: 100人, value: 100, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}]}
- {id: t02, kind: target, quote: 再建5所, gloss: 5 to be built, themes: [jobs], by: "2022", period_basis: inferred,
   quote_en: 5 are to be built,
   measures: [{figure: 5所, value: 5, unit: 所, operator: eq, aspect: level}]}
"""
TEXT = "全区就业300人。新增200人。再增100人。再建5所。"
ENGLISH = "300 people have jobs. 200 were added. 100 more are to come. 5 are to be built."


def built_site() -> Looked:
    """A site with a situation, targets without a time, and an inferred time."""
    home = {"content/site.yaml": f"{SMALLEST['content/site.yaml']}home_figures: [new-jobs]\n"}
    later = report("b", "无。", "nothing_to_code: [p1]", "Nothing.", date='"2023"')
    looked_for = {
        "content/follow-ups.yaml": """
            - {promise: a/t01, evidence: not-found, searched: [再增], because: {zh: 没有提到。, en: Not spoken of.}}
            """
    }
    return site(home, report("a", TEXT, ANNOTATIONS, ENGLISH), later, looked_for)


@pytest.fixture(scope="module")
def looked() -> Looked:
    return built_site()


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [("青湖区", "whole district", "全区"), ("青湖县", "whole county", "全县"), ("青湖市", "whole city", "全市")],
)
def test_a_figure_without_a_scope_is_of_the_whole_of_what_its_district_is(name: str, en: str, zh: str) -> None:
    named = SMALLEST["content/districts.yaml"].replace("青湖区", name)
    looked = site({"content/districts.yaml": named}, report("a", TEXT, ANNOTATIONS, ENGLISH))
    for folder, whole in (("", en), ("zh/", zh)):
        rows = main(looked, f"{folder}indicators/new-jobs/index.html").findall(".//tbody/tr")
        assert rows and {said(row[-2]) for row in rows} == {whole}


NONE = {"": "no date stated", "zh/": "未写明时间"}
# Pages that show a statement with its time.
PAGES = (
    *("reports/a/statements/1", "compare/jobs", "targets", "themes/jobs", "districts/qinghu"),
    *("indicators/new-jobs", "follow-up/a", "index.html"),
)


@pytest.mark.parametrize("language", NONE)
@pytest.mark.parametrize("page", PAGES[:-1])
def test_where_a_time_would_stand_a_page_says_that_none_is_stated(looked: Looked, language: str, page: str) -> None:
    assert NONE[language] in said(main(looked, f"{language}{page}/index.html"))


def test_what_has_no_time_is_not_the_latest_and_stands_last(looked: Looked) -> None:
    district = [said(part) for part in main(looked, "districts/qinghu/index.html").iter() if part.get("class") == "num"]
    assert [figure for figure in district if "200" in figure] and not [figure for figure in district if "300" in figure]
    rows = [said(row) for row in main(looked, "indicators/new-jobs/index.html").iter("tr")]
    assert [row.split()[0] for row in rows[1:]] == ["[2021]", "no", "no"]


def test_a_target_without_a_time_is_sought_by_that_is_sorted_last_and_stands_in_no_calendar(looked: Looked) -> None:
    table = main(looked, "targets/index.html")
    assert [option.get("value") for option in table.find(".//select[@name='due']")] == ["", "2022", "none"]
    rows = {row.get("data-due"): list(row) for row in table.iter("tr") if row.get("data-due")}
    assert [cells[2].get("data-sort") for cells in rows.values()] == ["", "2022-12-31"]
    for path in ("targets/targets.ics", "zh/targets/targets.ics"):
        events = [line for line in looked.files[path].decode().splitlines() if line.startswith("UID")]
        assert len(events) == 1 and "a-t02" in events[0]


def test_where_no_target_has_a_time_no_calendar_is_offered() -> None:
    undated = ANNOTATIONS.replace(' by: "2022", period_basis: inferred,', "")
    looked_at = site(report("a", TEXT, undated, ENGLISH))
    assert len([row for row in main(looked_at, "targets/index.html").iter("tr") if row.get("data-due")]) == 2
    assert not [path for path in looked_at.files if path.endswith(".ics")]
    assert not [path for path, data in looked_at.files.items() if b".ics" in data]


def test_a_target_without_a_time_may_be_looked_for_in_any_later_text(looked: Looked) -> None:
    evidence = {row["promise"]: row["evidence"] for row in table_of(looked, "follow_ups")}
    assert evidence == {"a/t01": "not-found", "a/t02": "not-checked"}


def test_what_has_no_time_is_counted(looked: Looked) -> None:
    table = next(table for table in main(looked, "verify/index.html").iter("table"))
    head, first, *_ = ([said(cell) for cell in row] for row in table.iter("tr"))
    counts = dict(zip(head, first, strict=True))
    assert (counts["without a date"], counts["situations"], counts["results"]) == ("2", "1", "1")


def test_the_data_have_the_kind_no_strength_no_time_without_a_basis_and_the_former_ids(looked: Looked) -> None:
    first = table_of(looked, "statements")[0]
    assert [first[name] for name in ("id", "kind", "strength", "period", "period_basis", "formerly")] == [
        *("a/s01", "situation", "", "", ""),
        '["a/r01", "a/k009"]',
    ]
    measure = table_of(looked, "measures")[0]
    assert [measure[name] for name in ("kind", "period", "period_basis")] == ["situation", "", ""]
    assert "target, task, result, situation" in looked.files["data/datapackage.json"].decode()


@pytest.mark.parametrize("language", NONE)
def test_an_address_with_a_former_id_leads_to_the_card_of_the_statement(looked: Looked, language: str) -> None:
    page = main(looked, f"{language}reports/a/index.html")
    (text,) = (one for one in page.iter("p") if one.get("class") == "src")
    before = [part.get("id") for part in text][:3]
    assert before == ["r01", "k009", "s01"]
    page = main(looked, f"{language}reports/a/statements/1/index.html")
    (card,) = (one for one in page.iter("article") if one.get("id") == "s01")
    assert [part.get("id") for part in card.iter() if part.get("class") == "former"] == ["r01", "k009"]


def test_a_promise_that_had_another_id_is_found_by_it_in_its_table(looked: Looked) -> None:
    renamed = ANNOTATIONS.replace("id: t01, kind: target,", "id: t01, formerly: [k01], kind: target,")
    later = report("b", "无。", "nothing_to_code: [p1]", "Nothing.", date='"2023"')
    again = site(report("a", TEXT, renamed, ENGLISH), later)
    assert [one.get("id") for one in main(again, "follow-up/a/index.html").iter() if one.get("class") == "former"] == [
        "k01"
    ]


def letters(box: Element) -> list[str | None]:
    return [one.get("data-kind") for one in box.iter("li") if one.get("data-kind")]


def test_situations_come_last_in_the_comparison_and_are_not_shown_at_first(looked: Looked) -> None:
    page = main(looked, "compare/jobs/index.html")
    assert letters(page) == ["target", "target", "result", "situation"]
    shown = {one.get("value"): "checked" in one.attrib for one in page.iter("input") if one.get("name") == "kind"}
    assert shown == {"target": True, "result": True, "situation": False}


@pytest.mark.parametrize("path", ["themes/jobs/index.html", "districts/qinghu/index.html"])
def test_a_page_with_situations_has_a_switch_for_them_and_another_has_none(looked: Looked, path: str) -> None:
    assert [form.get("data-none") for form in main(looked, path).iter("form")] == ["Not under these filters"]
    without = site(report("a", TEXT, "statements:" + ANNOTATIONS.partition("indicator: new-jobs}]}")[2], ENGLISH))
    assert list(main(without, path).iter("form")) == []


TWO_TIMES = """
statements:
- {id: t01, kind: target, quote: 到2025年建成公园5家、到2030年建成10家, gloss: 5 by 2025 and 10 by 2030,
   themes: [jobs], quote_en: 5 parks by 2025 and 10 by 2030,
   measures: [
   {figure: 5家, aspect: level, period: "2025", period_basis: stated},
   {figure: 10家, aspect: level, period: "2030", period_basis: inferred}]}
- {id: r01, kind: result, quote: 公园2019年有2家、2021年有3家, gloss: 2 in 2019 and 3 in 2021,
   themes: [jobs], quote_en: There were 2 parks in 2019 and 3 in 2021,
   measures: [
   {figure: 2家, aspect: level, period: "2019", period_basis: stated},
   {figure: 3家, aspect: level, period: "2021", period_basis: stated}]}
"""
PARKS = {
    "content/initiatives.yaml": """
        - {id: parks, name: {zh: 公园, en: Parks}, kind: project, aliases: [公园], districts: [qinghu],
           note: {zh: 若干公园。, en: Some parks.}}
        """
}


@pytest.fixture(scope="module")
def twice() -> Looked:
    text = "到2025年建成公园5家、到2030年建成10家。公园2019年有2家、2021年有3家。"
    english = "5 parks by 2025 and 10 by 2030. There were 2 parks in 2019 and 3 in 2021."
    first = report("a", text, TWO_TIMES, english, date='"2022"')
    return site(PARKS, first, report("b", "无。", "nothing_to_code: [p1]", "Nothing.", date='"2026"'))


def test_no_page_says_that_no_time_is_stated_of_what_has_the_times_of_its_figures(twice: Looked) -> None:
    assert "2025, [2030]" in said(main(twice, "targets/index.html"))
    for path in twice.pages.keys() - {"verify/index.html", "zh/verify/index.html"}:  # it counts what has none
        assert NONE["zh/" if path.startswith("zh/") else ""] not in said(main(twice, path)), path
    for language, times in (("", "2025, [2030]"), ("zh/", "2025年、[2030年]")):
        for page in ("reports/a/statements/1", "compare/jobs", "targets", "themes/jobs", "follow-up/a"):
            assert times in said(main(twice, f"{language}{page}/index.html")), page


def test_a_target_of_two_years_is_sought_by_both_and_sorted_by_the_last(twice: Looked) -> None:
    table = main(twice, "targets/index.html")
    assert [option.get("value") for option in table.find(".//select[@name='due']")] == ["", "2025", "2030"]
    ((due, cells),) = [(row.get("data-due"), list(row)) for row in table.iter("tr") if row.get("data-due")]
    assert (due, cells[2].get("data-sort")) == ("2025 2030", "2030-12-31")


def test_what_has_two_times_stands_in_both_years_of_the_time_line(twice: Looked) -> None:
    rows = [said(row) for row in main(twice, "timeline/index.html").find(".//tbody")]
    assert [row[:4] for row in rows if "1 result" in row] == ["2019", "2021"]
    assert [row[:4] for row in rows if "1 target" in row] == ["2025", "2030"]
