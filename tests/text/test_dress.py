"""A figure is the same in whatever dress: full width, spaces set by hand, line breaks, formal numerals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from duizhao.text.dress import narrowed, undressed
from duizhao.text.numbers import Number, numbers
from duizhao.text.quantity import quantity

from .chinese import texts
from .judged import sentences

WIDE = str.maketrans("0123456789%,.-+:()", "０１２３４５６７８９％，．－＋：（）")


def told(text: str) -> list[tuple[object, ...]]:
    """The numbers of a text without their places."""
    return [(re.sub(r"\s", "", narrowed(number.text)), number.reason, said(number)) for number in numbers(text)]


def said(number: Number) -> tuple[object, ...] | None:
    read = number.quantity
    return read and (read.operator, read.base_value, read.base_upper, read.base_unit)


@given(texts)
def test_undressing_twice_is_undressing_once(text: str) -> None:
    assert narrowed(narrowed(text)) == narrowed(text)
    once = undressed(text).text
    assert undressed(once).text == once or "\n" in text or " " in text


@given(texts)
def test_every_character_of_the_undressed_text_is_at_its_place(text: str) -> None:
    plain = undressed(text)
    for at, char in enumerate(plain.text):
        start, end = plain.span(at, at + 1)
        assert end == start + 1
        assert narrowed(text)[start] == char


def test_full_width_is_half_width() -> None:
    one_line = [one.text for one in sentences() if "\n" not in one.text]
    assert len(one_line) > 1000
    assert [text for text in one_line if told(text.translate(WIDE)) != told(text)] == []


def spaced(text: str) -> str:
    """The text with a space wherever a digit stands beside a Han character."""
    return re.sub("(?<=[0-9])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9])", " ", text)


def test_a_space_between_digits_and_han_changes_nothing() -> None:
    undressed = [one.text for one in sentences() if one.family != "dress"]
    assert len(undressed) > 1000
    assert [text for text in undressed if told("共" + spaced(text)) != told("共" + text)] == []


@given(st.integers(0, 10**7), st.sampled_from(["家", "万人", "亿元", "个百分点", "公里", "岁", "余家", "多名", "%"]))
def test_a_figure_with_gaps_is_found_as_it_is_read_alone(number: int, unit: str) -> None:
    (found,) = numbers(f"新增 {number} {unit}")
    assert found.text == f"{number} {unit}"
    alone = quantity(found.text)
    assert alone and said(found) == (alone.operator, alone.base_value, alone.base_upper, alone.base_unit)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("惠及 60 余家", ["60 余家"]),
        ("奖励 1 000 元、12 500 万元", ["1 000 元", "12 500 万元"]),
        ("完成12\n万平方米", ["12\n万平方米"]),
        ("投资超过\n30亿元", ["超过\n30亿元"]),
        ("共 3 家 5 所", ["3 家", "5 所"]),
        ("床位5 000余张、1 200 多名", ["5 000余张", "1 200 多名"]),
        ("票价1 200—1 500元", ["1 200—1 500元"]),
        ("奖励3 000至5 000元、12 500~13 000 万元", ["3 000至5 000元", "12 500~13 000 万元"]),
        ("序号1 200—500元", ["1", "200—500元"]),
        ("投资3.5―4亿元、3─5家、6━8户", ["3.5―4亿元", "3─5家", "6━8户"]),
        ("新增1，285户", ["1，285户"]),
        ("事故为0，300名队员到岗", ["0", "300名"]),
        ("降至22.5，300个网格", ["22.5", "300个"]),
        ("上报0 300元", ["0", "300元"]),
        ("指标 12 345 678", ["12", "345", "678"]),
        ("新增３，２００ 户", ["３，２００ 户"]),
        ("捐款叁佰伍拾万元", ["叁佰伍拾万元"]),
        ("队伍陆续收拾", []),
    ],
)
def test_gaps_within_a_figure_belong_to_it(text: str, figures: list[str]) -> None:
    assert [number.text for number in numbers(text) if not number.reason] == figures


@pytest.mark.parametrize("dash", "—―─━–-~～至")
def test_a_span_is_one_whatever_its_dash(dash: str) -> None:
    assert [said(number) for number in numbers(f"新增3{dash}5家")] == [("range", 3, 5, "家")]
    assert [number.reason for number in numbers(f"2021{dash}2025年和1{dash}9月")] == ["date", "date"]


@given(st.integers(1, 999), st.integers(1000, 10**6), st.sampled_from(["元", "余元", "多名", "来户", "万亩"]))
def test_grouped_thousands_are_one_number_before_any_mark(thousands: int, more: int, unit: str) -> None:
    grouped = [f"{end:,}".replace(",", " ") for end in (1000 * thousands, 1000 * thousands + more)]
    read = [said(number) for number in numbers(f"共{grouped[0]}{unit}、{'—'.join(grouped)}{unit[-1]}")]
    assert [one[1:3] for one in read] == [
        (1000 * thousands * (10**4 if unit == "万亩" else 1), None),
        (1000 * thousands, 1000 * thousands + more),
    ]


@pytest.mark.parametrize("line", ["2 功能布局", "  3 方法路径", "12 完善制度"])
def test_the_number_of_a_line_is_no_figure(line: str) -> None:
    (found,) = numbers(f"概述\n{line}")
    assert found.reason == "ordinal"
