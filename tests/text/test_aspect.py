"""What of a quantity a figure states, as the words before it say."""

from __future__ import annotations

import pytest

from duizhao.text.aspect import aspect_denied, of_one_kind, said_aspect


@pytest.mark.parametrize(
    ("before", "unit", "aspects"),
    [
        ("全年新增就业", "人", ("increase",)),
        ("新增“四上”企业", "家", ("increase",)),
        ("净增高新技术企业约", "家", ("increase",)),
        ("增加公办学位超", "个", ("increase",)),
        ("新增长者饭堂", "家", ("increase",)),
        ("新增长租公寓", "套", ("increase",)),
        ("累计新增床位", "张", ("increase",)),
        ("养老床位增至", "张", ("level",)),
        ("养老床位总数达", "张", ("level",)),
        ("新增孵化器41家，累计", "家", ("level",)),
        ("办理时间压减至", "个工作日", ("level",)),
        ("闲置楼宇减少了", "座", ("decrease",)),
        ("警情同比下降", "%", ("decrease",)),
        ("降幅达", "%", ("decrease",)),
        ("税收增长", "%", ("growth",)),
        ("增速为", "%", ("growth",)),
        ("占比", "%", ("share", "growth", "decrease")),
        ("占全市比重提高至", "%", ("share", "growth")),
        ("满意度提高", "个百分点", ("share", "increase", "growth", "decrease")),
    ],
)
def test_words_directly_before_a_figure_say_what_it_states(before: str, unit: str, aspects: tuple[str, ...]) -> None:
    said = said_aspect(before, unit, "eq")
    assert said and said.aspects == aspects


@pytest.mark.parametrize(
    "before",
    [
        "建成社区养老服务站",
        "新增就业4万人、再就业",
        "新增企业，总数",
        "全市每新增",
        "新增项目建成后可提供学位",
        "新增就业达",
        "规上工业增加值",
        "金融业增加值约",
        "形成新增长点",
        "培育新增长极",
        "",
    ],
)
def test_words_that_say_nothing_leave_it_to_the_reader(before: str) -> None:
    assert said_aspect(before, "个", "eq") is None or said_aspect(before, "个", "eq").aspects == ("level",)


def test_a_place_in_an_order_is_a_rank() -> None:
    assert aspect_denied("level", "居全市第三位", 3, "位", "rank")
    assert aspect_denied("rank", "居全市第三位", 3, "位", "rank") is None


def test_what_stands_far_before_a_figure_is_not_looked_at() -> None:
    text = "新增" + "很" * 100
    assert aspect_denied("level", text, len(text), "个", "eq") is None


def test_a_fall_stands_with_a_rise_and_nothing_else_with_another() -> None:
    assert of_one_kind("growth", "decrease") and of_one_kind("decrease", "increase") and of_one_kind("level", "level")
    assert not of_one_kind("increase", "growth") and not of_one_kind("level", "decrease")
    assert not of_one_kind("share", "growth")
