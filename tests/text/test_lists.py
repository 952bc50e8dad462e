"""The items of a list take unit, scale and bound from the one that says it for all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.text.numbers import numbers


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Figure, operator, base value and base unit of each quantity of a text."""
    quantities = [number.quantity for number in numbers(text) if number.quantity]
    return [(one.figure, one.operator, f"{one.base_value:f}", one.base_unit) for one in quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别提高2.2、0.7和1.8个百分点", [("2.2", "eq", "2.2", "个百分点"), ("0.7", "eq", "0.7", "个百分点")]),
        ("分别提高2.2，0.7，1.8个百分点", [("2.2", "eq", "2.2", "个百分点"), ("0.7", "eq", "0.7", "个百分点")]),
        ("分别为3,5和8家", [("3", "eq", "3", "家"), ("5", "eq", "5", "家"), ("8家", "eq", "8", "家")]),
        ("分别达20户、15户（含）以上", [("20户", "ge", "20", "户"), ("15户（含）以上", "ge", "15", "户")]),
        ("新建小学、初中4、6所", [("4", "eq", "4", "所"), ("6所", "eq", "6", "所")]),
        ("分别增加45和32亿元", [("45", "eq", "4500000000", "元"), ("32亿元", "eq", "3200000000", "元")]),
        ("运送1409万、1305万人次", [("1409万", "eq", "14090000", "人次"), ("1305万人次", "eq", "13050000", "人次")]),
        ("控制在13‰和11‰以内", [("13‰", "le", "13", "‰"), ("11‰以内", "le", "11", "‰")]),
        ("分别达到90%、85%以上", [("90%", "ge", "90", "%"), ("85%以上", "ge", "85", "%")]),
        ("分别超30亿元和2亿元", [("超30亿元", "gt", "3000000000", "元"), ("2亿元", "gt", "200000000", "元")]),
        ("居全省第5、6位", [("第5", "rank", "5", "位"), ("6位", "rank", "6", "位")]),
        ("居第3、4、5位", [("第3", "rank", "3", "位"), ("4", "rank", "4", "位"), ("5位", "rank", "5", "位")]),
        ("13‰、12‰和11‰以内", [("13‰", "le", "13", "‰"), ("12‰", "le", "12", "‰"), ("11‰以内", "le", "11", "‰")]),
        ("达3000家、500家和9家以上", [("3000家", "ge", "3000", "家"), ("500家", "ge", "500", "家")]),
        (
            "分别超9元、8元、7元和6元",
            [("超9元", "gt", "9", "元"), *(("876"[n] + "元", "gt", "876"[n], "元") for n in range(3))],
        ),
        ("列全市第四、第二", [("第四", "rank", "4", "位"), ("第二", "rank", "2", "位")]),
    ],
)
def test_what_is_said_once_holds_for_all_items(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("降至0.42，3个街道入选", [("0.42", "eq", "0.42", ""), ("3个", "eq", "3", "个")]),
        ("用户达1亿，35家企业入驻", [("1亿", "eq", "100000000", ""), ("35家", "eq", "35", "家")]),
        ("总得分98.6，12项指标", [("98.6", "eq", "98.6", ""), ("12项", "eq", "12", "项")]),
        ("居全省第三，5名同志", [("第三", "rank", "3", "位"), ("5名", "eq", "5", "名")]),
        ("居全省第三，第二产业", [("第三", "rank", "3", "位")]),
        ("分别9元、超8元和7元", [("9元", "eq", "9", "元"), ("超8元", "gt", "8", "元"), ("7元", "eq", "7", "元")]),
        ("分别超9元、8元，7元", [("超9元", "gt", "9", "元"), ("8元", "gt", "8", "元"), ("7元", "eq", "7", "元")]),
        ("新增3家、5所", [("3家", "eq", "3", "家"), ("5所", "eq", "5", "所")]),
        ("完成12，增长5%", [("12", "eq", "12", ""), ("5%", "eq", "5", "%")]),
        ("超30亿元，利润2亿元", [("超30亿元", "gt", "3000000000", "元"), ("2亿元", "eq", "200000000", "元")]),
        ("增长5%，其中税收8%以上", [("5%", "eq", "5", "%"), ("8%以上", "ge", "8", "%")]),
    ],
)
def test_what_is_no_list_hands_nothing_on(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text) == expected


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6), st.sampled_from(["家", "‰", "亿元"]))
def test_all_items_of_any_list_have_the_bound_that_is_said_once(counts: list[int], unit: str) -> None:
    listed = "、".join(f"{count}{unit}" for count in counts)
    assert {operator for _, operator, *_ in read(f"分别控制在{listed}以内")} == {"le"}
    assert {operator for _, operator, *_ in read(f"分别超过{listed}")} == {"gt"}


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6), st.sampled_from(["亩", "万元", "亿元", "%", "个百分点"]))
def test_all_items_of_any_list_have_the_unit_of_the_last(counts: list[int], unit: str) -> None:
    found = [number.quantity for number in numbers(f"分别为{'、'.join(map(str, counts))}{unit}")]
    scale = {"万": 10**4, "亿": 10**8}.get(unit[0], 1)
    assert [one.base_value for one in found if one] == [Decimal(count) * scale for count in counts]
    assert {one.base_unit for one in found if one} == {unit.lstrip("万亿")}
