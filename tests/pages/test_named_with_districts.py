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

DISTRICTS = {"en": ("Qinghu", "Baishi"), "zh": ("青湖区", "白石区")}
DESCRIBED = {
    "en": "Qinghu, work report: statements in ¶1, 1 in all, each with all that is coded of it.",
    "zh": "青湖区工作报告：¶1的条目，共1条，各附全部标注内容。",
}


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


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pages_of_statements_are_named_and_described_with_their_district(language: str) -> None:
    looked, base = site(*ALIKE, LATER, AGREEMENT), "zh/" * (language == "zh")
    pages = [looked.pages[f"{base}reports/{name}/statements/1/index.html"] for name in "ab"]
    told = [
        [said(part) for tag in ("title", "h1") for part in page.iter(tag)]
        + [one.get("content", "") for one in page.iter("meta") if one.get("name") == "description"]
        for page in pages
    ]
    for district, words in zip(DISTRICTS[language], told, strict=True):
        assert len(words) == 3 and all(word.startswith(district) for word in words)
    assert told[0][2] == DESCRIBED[language]
