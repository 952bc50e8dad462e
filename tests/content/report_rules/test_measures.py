"""Rules of measures: the double entry, and figures that are cut out of longer ones."""

from __future__ import annotations

import pytest

from ..reports import BODY, read, statement


@pytest.mark.parametrize(
    ("entered", "complaint"),
    [
        ("value: 1.2, unit: 人, operator: eq", "value is entered as 1.2; the figure '1.2万人' says 12000"),
        ("value: 12000, unit: 万人, operator: eq", "unit is entered as 万人; the figure '1.2万人' says 人"),
        ("value: 12000, unit: 人, operator: ge", "operator is entered as ge; the figure '1.2万人' says eq"),
        ("value: 1.2", "value is entered as 1.2; the figure '1.2万人' says 12000"),
        ("unit: 亿元", "unit is entered as 亿元; the figure '1.2万人' says 人"),
        ("operator: approx", "operator is entered as approx; the figure '1.2万人' says eq"),
        ("value: 12000, unit: ''", "unit is entered as nothing; the figure '1.2万人' says 人"),
        (
            "value: 12000, upper: 13000, unit: 人, operator: eq",
            "upper is entered as 13000; the figure '1.2万人' says nothing",
        ),
    ],
)
def test_what_is_entered_beside_a_figure_must_be_what_it_says(entered: str, complaint: str) -> None:
    _, issues = read(
        BODY, statement(f"quote: 新增就业1.2万人, measures: [{{figure: 1.2万人, {entered}, aspect: increase}}]")
    )
    assert [(issue.code, issue.message) for issue in issues] == [("figure-disagrees", complaint)]


@pytest.mark.parametrize(
    ("printed", "quote", "measure"),
    [
        ("新增就业34万人", "新增就业34万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("新增就业超4万人", "新增就业超4万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("新增就业超4万人", "4万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("新增就业4万人以上", "新增就业4万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("增长8.5%", "增长8.5%", "{figure: 5%, value: 5, unit: '%', operator: eq"),
        ("建成3到5家", "建成3到5家", "{figure: 5家, value: 5, unit: 家, operator: eq"),
    ],
)
def test_a_figure_is_not_cut_out_of_a_longer_one(printed: str, quote: str, measure: str) -> None:
    aspect = "growth" if "%" in measure else "increase" if "新增" in printed else "level"
    annotations = statement(f"quote: {quote}, measures: [{measure}, aspect: {aspect}}}]")
    _, issues = read(f"{printed}。", annotations)
    assert [issue.code for issue in issues] == ["figure-disagrees"]
    assert "is cut out of" in issues[0].message
    assert annotations.split("\n")[1][issues[0].place.col - 1 :].startswith(measure.split(": ")[1].split(",")[0])


@pytest.mark.parametrize(
    ("quote", "measure", "complaint"),
    [
        (
            "新增床位500张",
            "{figure: 500张, value: 500, unit: 张, operator: eq, aspect: level}",
            "the aspect is level, and 新增床位500张 is increase",
        ),
        (
            "覆盖率15%",
            "{figure: 15%, value: 15, unit: '%', operator: eq, aspect: level}",
            "the aspect is level, and 15% is share or growth or decrease",
        ),
        (
            "警情下降3.0%",
            "{figure: 3.0%, value: 3, unit: '%', operator: eq, aspect: growth}",
            "the aspect is growth, and 下降3.0% is decrease",
        ),
        (
            "居全市第三位",
            "{figure: 第三位, value: 3, unit: 位, operator: rank, aspect: level}",
            "the aspect is level, and 第三位 is rank",
        ),
    ],
)
def test_an_aspect_is_what_the_words_about_a_figure_say(quote: str, measure: str, complaint: str) -> None:
    _, issues = read(f"{quote}。", statement(f"quote: {quote}, measures: [{measure}]"))
    assert [(issue.code, issue.message) for issue in issues] == [("aspect-disagrees", complaint)]
