"""What of a quantity a figure states, as the words before it say."""

from __future__ import annotations

import pytest

from duizhao.text.aspect import aspect_denied, is_counted_from, of_one_kind, said_aspect


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
        ("企业由30家增加为", "家", ("level",)),
        ("事项压减为", "项", ("level",)),
        ("时限缩短至", "天", ("level",)),
        ("部门精简为", "个", ("level",)),
        ("占比提升为", "%", ("share", "growth")),
        ("增加为老服务点", "个", ("increase",)),
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
        "企业由30家增加为目前的",
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


def test_words_say_nothing_of_a_ratio() -> None:
    assert said_aspect("收入比缩小至", "", "ratio") is None


def test_what_stands_far_before_a_figure_is_not_looked_at() -> None:
    text = "新增" + "很" * 100
    assert aspect_denied("level", text, len(text), "个", "eq") is None


def test_a_fall_stands_with_a_rise_and_nothing_else_with_another() -> None:
    assert of_one_kind("growth", "decrease") and of_one_kind("decrease", "increase") and of_one_kind("level", "level")
    assert not of_one_kind("increase", "growth") and not of_one_kind("level", "decrease")
    assert not of_one_kind("share", "growth")


# The figure is the one in 【】; what a change is counted from, and what it is not.
COUNTED_FROM = """
    公园由2020年的【5座】增至10座
    公园由【5座】增加到2025年的10座
    从去年底的【5座】（含在建），提高到10座
    将办理时限由【20日】压缩至5日
    力争把【5座】公园扩大到10座
    在【5座】的基础上再建5座
    在2020年【5座】公园基础上翻一番
    比2020年的【5座】增加一倍
    较上年【5座】多3座
    占比由【１５％】提升到20%
    """
NOT_COUNTED_FROM = """
    公园由5座增至【10座】
    从5座，提高到2025年的【10座】
    在5座的基础上再建【5座】
    比2020年增加【5座】
    比2020年翻一番，达到【10座】，到2025年再增5座
    2020年达【5座】、2025年达10座
    从业人员【500人】，增加到600人
    占比【15%】以上，到2025年达20%
    由社会力量建成，【5座】到位
    由社会力量建成【5座】，到2025年达10座
    将建成【5座】，到2025年达10座
    从严管理【5座】，为居民服务
    比例达【15%】，增幅第一
    在全区建成【5座】，2025年达10座
    自建【5座】、改建3座
    由街道牵头新增【5座】到2025年全部开放
    把【20个】村打造提升为样板
    将【50个】小区改造提升到位
    由【5个】部门联合推动增加到
    今年将安排【5亿元】，提升到全区
    比上年新建【5座】、扩建3座
    比去年多建【5座】高架桥
    比上年多收【5亿元】，增长8%
    """


def _is_counted_from(row: str) -> bool:
    before, figure, behind = row.strip().replace("】", "【").split("【")
    return is_counted_from(before + figure + behind, len(before), len(before + figure))


@pytest.mark.parametrize("row", COUNTED_FROM.strip().splitlines())
def test_what_a_change_is_counted_from_is_told_by_the_words_on_both_sides(row: str) -> None:
    assert _is_counted_from(row)


@pytest.mark.parametrize("row", NOT_COUNTED_FROM.strip().splitlines())
def test_what_is_reached_or_added_is_counted_from_by_nothing(row: str) -> None:
    assert not _is_counted_from(row)
