"""What makes a figure in Chinese numerals count, sentence by sentence."""

from __future__ import annotations

import pytest

from duizhao.text.numbers import numbers


def counted(text: str) -> list[str]:
    return [number.text for number in numbers(text) if not number.reason]


@pytest.mark.parametrize(
    "text",
    [
        "抓住一条主线不放松",
        "建立一个长期稳定的机制",
        "发现一处、整改一处",
        "守护一方水土",
        "把工业区连成一片。",
        "推进“两提一降”",
        "完成两化融合贯标",
        "建成万国商品城",
        "开展二轮评审",
    ],
)
def test_a_numeral_that_only_names_or_accompanies_counts_nothing(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("新建一座水厂", ["一座"]),
        ("每月通报一次", ["一次"]),
        ("两年轮训一次", ["两年", "一次"]),
        ("新增小学一所、中学一所", ["一所", "一所"]),
        ("建设一个中心、两个基地", ["一个", "两个"]),
        ("协助龙泉、石门两县", ["两"]),
        ("惠及十二县", ["十二"]),
        ("惠及十一市", ["十一"]),
        ("获“15分钟生活圈”称号", ["15分钟"]),
        ("提前一年达标", ["一年"]),
    ],
)
def test_what_counts_about_it_makes_a_numeral_count(text: str, figures: list[str]) -> None:
    assert counted(text) == figures
