"""What a figure must not lose wherever it stands: that it falls, its noughts, its scope, why it compares with none."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from xml.etree.ElementTree import Element

import pytest

from ..looking import Looked, main, said, site
from ..sample import SMALLEST, report

INDICATORS = """
- id: tax
  name: {zh: 税收增减, en: Change in tax revenue}
  unit: '%'
  theme: jobs
  definition: {zh: 税收。, en: Of tax.}
  cautions:
  - {statements: [a/r02], because: {zh: 只是一个季度。, en: Of one quarter only.}}
- {id: spending, name: {zh: 支出, en: Spending}, unit: '%', theme: jobs, definition: {zh: 支出。, en: All.}}
"""
ANNOTATIONS = """
statements:
- {id: r01, kind: result, quote: 税收下降1.70%, gloss: tax fell, themes: [jobs], period: "2021", period_basis: stated,
   quote_en: Tax fell by 1.70%,
   measures: [{figure: 1.70%, value: 1.7, unit: '%', operator: eq, aspect: decrease, indicator: tax}]}
- {id: r02, kind: result, quote: 一季度下降2.5%, gloss: it fell, themes: [jobs], period: 2022-Q1, period_basis: stated,
   quote_en: it fell by 2.5%,
   measures: [{figure: 2.5%, value: 2.5, unit: '%', operator: eq, aspect: decrease, indicator: tax}]}
- {id: t01, kind: target, quote: 再压减15.0%, gloss: cut more, themes: [jobs], by: "2022", period_basis: stated,
   quote_en: Cut spending by 15.0% more,
   scope: {zh: 三个街道, en: three subdistricts},
   measures: [{figure: 15.0%, value: 15, unit: '%', operator: eq, aspect: decrease, indicator: spending}]}
"""


ENGLISH = "Tax fell by 1.70% last year. In the first quarter of this year it fell by 2.5%. Cut spending by 15.0% more."


@pytest.fixture(scope="module")
def looked() -> Looked:
    named = {
        "content/site.yaml": f"{SMALLEST['content/site.yaml']}home_figures: [tax, spending]\n",
        "content/indicators.yaml": INDICATORS,
    }
    return site(named, report("a", "去年税收下降1.70%。今年一季度下降2.5%。支出再压减15.0%。", ANNOTATIONS, ENGLISH))


FALLS = {"": "down ", "zh/": "(下降|压减)"}


def without_the_text(part: Element) -> Element:
    """A part of a page without the text's own words, as far as they are marked as Chinese in an English page."""
    part = copy.deepcopy(part)
    for parent in list(part.iter()):
        for child in list(parent):
            if child.get("lang") == "zh-Hans":
                child.text = None
                child[:] = []
    return part


@pytest.mark.parametrize("language", FALLS)
def test_a_fall_is_one_on_every_page_that_shows_it(looked: Looked, language: str) -> None:
    shown = 0
    for path in looked.pages:
        if path.startswith("zh/") == bool(language) and "/reports/" not in f"/{path}":
            words = said(without_the_text(main(looked, path)))
            figures = re.findall(r"(?:1\.70?|2\.5|15(?:\.0)?)%", words)
            falls = re.findall(rf"{FALLS[language]}(?:1\.70|2\.5|15\.0)%", words)
            assert (path, len(figures)) == (path, len(falls))
            shown += len(falls)
    assert shown >= 5


@pytest.mark.parametrize(
    ("language", "word"), [("", "Not comparable: Of one quarter only."), ("zh/", "不可比：只是一个季度。")]
)
def test_why_a_figure_compares_with_none_follows_it(looked: Looked, language: str, word: str) -> None:
    assert word in said(main(looked, f"{language}themes/jobs/index.html"))
    assert word in said(main(looked, f"{language}compare/jobs/index.html"))


def test_the_latest_figure_is_one_that_compares_on_a_district_s_page(looked: Looked) -> None:
    for path in ("districts/qinghu/index.html", "zh/districts/qinghu/index.html"):
        figures = [said(part) for part in main(looked, path).iter() if (part.get("class") or "").split()[:1] == ["fig"]]
        assert any("1.70%" in figure for figure in figures)
        assert not any("2.5%" in figure for figure in figures)


@pytest.mark.parametrize(
    ("path", "words"),
    [("targets/index.html", "Scope: three subdistricts"), ("zh/targets/index.html", "范围：三个街道")],
)
def test_a_target_says_what_part_of_its_district_it_is_of(looked: Looked, path: str, words: str) -> None:
    assert words in said(main(looked, path))


def test_a_fall_is_below_nought_in_the_data(looked: Looked) -> None:
    table = csv.DictReader(io.StringIO(looked.files["data/measures.csv"].decode("utf-8-sig")))
    assert [(row["base_value"], row["signed_value"]) for row in table] == [
        ("1.70", "-1.70"),
        ("2.5", "-2.5"),
        ("15.0", "-15.0"),
    ]


ELSEWHERE = """
- id: members
  name: {zh: 党员人数, en: Members}
  unit: 名
  theme: jobs
  definition: {zh: 党员。, en: Members.}
  elsewhere: [{statements: [b/r01], because: {zh: 只计投入的。, en: Those at work only.}}]
"""


def measured(keys: str) -> str:
    return f"""
statements:
- {{id: r01, kind: result, quote: 党员6万名, gloss: members, themes: [jobs], period: "2021", period_basis: stated,
   quote_en: "Members number 60,000",
   measures: [{{figure: 6万名, value: 60000, unit: 名, operator: eq, aspect: level{keys}}}]}}
"""


@pytest.mark.parametrize(("language", "because"), [("", "Those at work only."), ("zh/", "只计投入的。")])
def test_a_figure_that_stands_elsewhere_is_not_said_to_be_unstated(language: str, because: str) -> None:
    parts = {
        "content/site.yaml": f"{SMALLEST['content/site.yaml']}home_figures: [members]\n",
        "content/indicators.yaml": ELSEWHERE,
    }
    in_baishi = report("b", "党员6万名。", measured(""), "Members number 60,000.", district="baishi")
    found = site(
        parts, report("a", "党员6万名。", measured(", indicator: members"), "Members number 60,000."), in_baishi
    )
    page = main(found, f"{language}indicators/members/index.html")
    assert said(page).count(because) == 1 and "党员6万名" in said(page).split(because)[1]


PARTS = """
statements:
- {id: r01, kind: result, quote: 税收11亿元、餐饮3.0亿元, gloss: "tax of 1.1 billion yuan, catering of 300 million",
   quote_en: "Tax of 1.1 billion yuan, catering of 300 million",
   themes: [jobs], period: "2021", period_basis: stated, measures: [
   {figure: 11亿元, value: 1100000000, unit: 元, operator: eq, aspect: level, indicator: taxes,
    scope: {zh: 三条街, en: three streets}},
   {figure: 3.0亿元, value: 300000000, unit: 元, operator: eq, aspect: level}]}
- {id: t01, kind: target, quote: 税收达到12亿元, gloss: tax to reach 1.2 billion yuan, themes: [jobs], by: "2022",
   quote_en: Tax to reach 1.2 billion, period_basis: stated, scope: {zh: 一个商圈, en: one quarter}, measures: [
   {figure: 12亿元, value: 1200000000, unit: 元, operator: eq, aspect: level, indicator: taxes}]}
- {id: t02, kind: target, quote: 税收再到13亿元, gloss: tax then to reach 1.3 billion yuan, themes: [jobs], by: "2023",
   quote_en: Tax then to reach 1.3 billion, period_basis: stated, scope: {zh: 一个商圈, en: one quarter}, measures: [
   {figure: 13亿元, value: 1300000000, unit: 元, operator: eq, aspect: level, indicator: taxes}]}
"""
LIMITED_TAXES = """
- id: taxes
  name: {zh: 税收收入, en: Tax revenue}
  unit: 元
  theme: jobs
  definition: {zh: 税收。, en: Of tax.}
"""


@pytest.fixture(scope="module")
def limited() -> Looked:
    parts = {
        "content/site.yaml": f"{SMALLEST['content/site.yaml']}home_figures: [taxes]\n",
        "content/indicators.yaml": LIMITED_TAXES,
        "content/prose/themes/jobs.en.md": "It gave [tax](statement:a/r01), and [more](report:a).",
        "content/prose/themes/jobs.zh.md": "写了[税收](statement:a/r01)，[还有](report:a)。",
    }
    english = (
        "Tax of 1.1 billion yuan, catering of 300 million. Tax to reach 1.2 billion. Tax then to reach 1.3 billion."
    )
    return site(parts, report("a", "税收11亿元、餐饮3.0亿元。税收达到12亿元。税收再到13亿元。", PARTS, english))


SCOPES = {"": ("three streets", "one quarter", "Scope: "), "zh/": ("三条街", "一个商圈", "范围：")}


@pytest.mark.parametrize("language", SCOPES)
@pytest.mark.parametrize(
    "page", ["districts/qinghu/", "themes/jobs/", "compare/jobs/", "compare/parallel/", "indicators/taxes/", "targets/"]
)
def test_a_figure_of_a_part_of_its_district_says_of_which_wherever_it_stands(
    limited: Looked, language: str, page: str
) -> None:
    words = said(main(limited, f"{language}{page}index.html"))
    street, quarter, _ = SCOPES[language]
    assert page == "targets/" or street in words
    assert page == "districts/qinghu/" or quarter in words


@pytest.mark.parametrize(("language", "words"), [("", "11亿元: three streets"), ("zh/", "11亿元：三条街")])
def test_a_scope_of_one_figure_of_several_names_the_figure(limited: Looked, language: str, words: str) -> None:
    assert words in said(main(limited, f"{language}themes/jobs/index.html"))


@pytest.mark.parametrize("language", SCOPES)
def test_a_chart_says_below_it_what_its_figures_are_limited_to(limited: Looked, language: str) -> None:
    captions = [*main(limited, f"{language}indicators/taxes/index.html").iter("figcaption")]
    _, quarter, scope = SCOPES[language]
    assert [f"{scope}{quarter}" in said(caption) for caption in captions] == [True, True]  # of wide and narrow windows


@pytest.mark.parametrize("language", SCOPES)
def test_a_link_of_prose_to_a_limited_statement_says_so_in_its_title(limited: Looked, language: str) -> None:
    page = main(limited, f"{language}themes/jobs/index.html")
    (prose,) = [part for part in page.iter() if "prose" in (part.get("class") or "").split()]
    street, _, scope = SCOPES[language]
    separator = "：" if language else ": "
    assert [link.get("title") for link in prose.iter("a")] == [f"{scope}11亿元{separator}{street}", None]


def test_the_calendar_and_the_search_carry_what_limits_a_figure(limited: Looked) -> None:
    calendar = limited.files["targets/targets.ics"].decode().replace("\r\n ", "")
    assert "DESCRIPTION:税收达到12亿元\\nScope: one quarter" in calendar
    rows = limited.files["reports/a/statements.js"].decode()
    assert '{"en":"11亿元: three streets","zh":"11亿元：三条街"}' in rows.replace('": "', '":"').replace(', "', ',"')


FALLS_OF_TWO_YEARS = """
statements:
- {id: r01, kind: result, quote: 警情下降2.0%, gloss: cases fell by 2.0%,
   quote_en: Cases fell by 2.0%, themes: [jobs], period: "2020",
   period_basis: stated, measures: [{figure: 2.0%, value: 2, unit: '%', operator: eq, aspect: decrease, indicator: c}]}
- {id: r02, kind: result, quote: 警情再下降1.50%, gloss: cases fell by 1.50%,
   quote_en: Cases fell by a further 1.50%, themes: [jobs], period: "2021",
   period_basis: stated,
   measures: [{figure: 1.50%, value: 1.5, unit: '%', operator: eq, aspect: decrease, indicator: c}]}
"""
CASES = {
    "content/indicators.yaml": "- {id: c, name: {zh: 警情, en: Cases}, unit: '%', theme: jobs, aspect: decrease,"
    " definition: {zh: 警情。, en: Cases.}}"
}


@pytest.mark.parametrize("language", FALLS)
def test_what_a_chart_says_to_those_who_do_not_see_it_has_the_signs_and_the_noughts(language: str) -> None:
    english = "Cases fell by 2.0%. Cases fell by a further 1.50%."
    found = site(CASES, report("a", "警情下降2.0%。警情再下降1.50%。", FALLS_OF_TWO_YEARS, english))
    figures = main(found, f"{language}indicators/c/index.html").iter("figure")
    charts = [figure for figure in figures if figure.get("class") == "chart"]
    assert [chart.get("data-sheet") for chart in charts] == ["wide", "narrow"]
    for chart in charts:
        (described,) = [said(part) for part in chart.iter() if part.tag.endswith("desc")]
        assert "−2.0" in described and "−1.50" in described
        labels = [said(part) for part in chart.iter() if part.get("class") == "value"]
        assert labels == ["−2.0", "−1.50"]


def test_the_data_keep_the_printed_form_beside_the_sign_in_csv_as_in_json(looked: Looked) -> None:
    table = list(csv.DictReader(io.StringIO(looked.files["data/measures.csv"].decode("utf-8-sig"))))
    rows = json.loads(looked.files["data/measures.json"])
    for one in (table, rows if isinstance(rows, list) else rows["rows"]):
        assert [(row["figure"], float(row["signed_value"])) for row in one] == [
            ("1.70%", -1.7),
            ("2.5%", -2.5),
            ("15.0%", -15),
        ]
        assert [row["scope_en"] or "" for row in one] == ["", "", "three subdistricts"]
