"""What counts as repeated: words whatever signs stand about them, figures sign by sign."""

from __future__ import annotations

import pytest

from duizhao.text.repeats import in_words, repeats


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("新增 4万人。", "全区新增4万人"),
        ("新增4万人????建校……", "新增4万人。建校3所。"),
        ("2021—2022年", "2021-2022年"),
        ("增长５％", "增长５%"),
        ("一季度增长", "步调统一，一季度增长"),
        ("——", "甲——乙"),
        ("标题 2021年", "标题—2021年"),
    ],
)
def test_signs_and_blanks_are_set_otherwise_and_the_words_are_repeated(text: str, other: str) -> None:
    assert repeats(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("增长1.2万人", "增长12万人"),
        ("增长5%", "增长5"),
        ("增长5‰", "增长5%"),
        ("降至-5度", "降至5度"),
        ("3-5所", "35所"),
        ("1/3", "13"),
        ("2万人", "增长12万人"),
        ("增长1", "增长1.2万人"),
        ("二十万人", "一百二十万人"),
        ("4 5", "45"),
        ("……", "甲。乙。"),
    ],
)
def test_a_figure_that_is_another_or_a_part_of_one_is_not_repeated(text: str, other: str) -> None:
    assert not repeats(text, other)


def test_words_are_told_without_signs_but_for_those_of_figures() -> None:
    assert in_words("（一）新增 1.2万人，增长5％。") == "一新增1.2万人增长5%"
