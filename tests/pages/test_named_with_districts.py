"""Where texts of several districts stand in one list, each is named with its district."""

from __future__ import annotations

import pytest

from ..looking import main, said, site
from ..sample import report
from .statements import annotations, statement

ALIKE = tuple(
    report(
        name,
        "新增100人。",
        annotations(statement("t01", "新增100人", figure="100人")),
        district=district,
        short="{zh: 工作报告, en: work report}",
    )
    for name, district in (("a", "qinghu"), ("b", "baishi"))
)
LATER = report("c", "新增99人。", short="{zh: 后一报告, en: next report}", date='"2023"')
AGREEMENT = {
    "content/agreement.yaml": "".join(
        f"- {{report: {name}, first: 5, second: 5, paired: 5, kind: 5, span: 5, figures_first: 4, figures_second: 4,"
        " figures_both: 4, value: 4}\n"
        for name in "ab"
    ),
    "content/pairs.yaml": "- {older: a, words: 新增100人, newer: c, again: 新增99人}\n",
}
NAMED = {"en": ("Qinghu: work report", "Baishi: work report"), "zh": ("青湖区：工作报告", "白石区：工作报告")}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("path", ["verify", "codebook", "data", "about"])
def test_each_is_named_with_its_district(path: str, language: str) -> None:
    words = said(main(site(*ALIKE, LATER, AGREEMENT), f"{'zh/' * (language == 'zh')}{path}/index.html"))
    assert [name for name in NAMED[language] if name not in words] == []


def test_the_pairs_of_a_trial_are_named_with_their_district() -> None:
    words = said(main(site(*ALIKE, LATER, AGREEMENT), "method/index.html"))
    assert "Qinghu: work report and next report" in words


def test_the_report_before_or_after_one_of_another_district_is_named_with_its_own() -> None:
    looked = site(*ALIKE, LATER, AGREEMENT)
    found = [
        said(link)
        for name in "acb"
        for link in main(looked, f"reports/{name}/index.html").iter("a")
        if link.get("rel") in ("prev", "next")
    ]
    assert found == ["next report →", "← work report", "Baishi: work report →", "← Qinghu: next report"]


def test_the_events_of_the_calendar_say_whose_they_are() -> None:
    lines = site(*ALIKE, LATER, AGREEMENT).files["targets/targets.ics"].decode().replace("\r\n ", "").split("\r\n")
    described = [line for line in lines if line.startswith("DESCRIPTION")]
    assert described == [
        f"DESCRIPTION:新增100人\\n{district}\\, work report\\, ¶1" for district in ("Qinghu", "Baishi")
    ]
