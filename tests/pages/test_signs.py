"""What a figure must not lose wherever it stands: that it falls, its noughts, its scope, why it compares with none."""

from __future__ import annotations

import copy
import csv
import io
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
   measures: [{figure: 1.70%, value: 1.7, unit: '%', operator: eq, aspect: decrease, indicator: tax}]}
- {id: r02, kind: result, quote: 一季度下降2.5%, gloss: it fell, themes: [jobs], period: 2022-Q1, period_basis: stated,
   measures: [{figure: 2.5%, value: 2.5, unit: '%', operator: eq, aspect: decrease, indicator: tax}]}
- {id: t01, kind: target, quote: 再压减15.0%, gloss: cut more, themes: [jobs], by: "2022", period_basis: stated,
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
    assert shown >= 6


@pytest.mark.parametrize(
    ("language", "word"), [("", "Not comparable: Of one quarter only."), ("zh/", "不可比：只是一个季度。")]
)
def test_why_a_figure_compares_with_none_follows_it(looked: Looked, language: str, word: str) -> None:
    assert word in said(main(looked, f"{language}themes/jobs/index.html"))
    assert word in said(main(looked, f"{language}compare/index.html"))


def test_the_latest_figure_is_one_that_compares_on_a_district_s_page_as_at_home(
    looked: Looked,
) -> None:
    for path in ("index.html", "districts/qinghu/index.html"):
        figures = [said(part) for part in main(looked, path).iter() if (part.get("class") or "").split()[:1] == ["fig"]]
        assert any(figure.startswith("down 1.70%") for figure in figures)
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
