"""Sentences and clauses: where a paragraph is parted, and where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.suggest.clauses import clauses, is_bare_row


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in clauses(text)]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("新建学校3所，改造医院2家。", ["新建学校3所", "改造医院2家"]),
        ("修好大桥；通车", ["修好大桥", "通车"]),
        ("印发《湖区，山区发展规划》，成立专班。", ["印发《湖区，山区发展规划》", "成立专班"]),
        ("推进“东扩，西优”战略，改造老街。", ["推进“东扩，西优”战略", "改造老街"]),
        ("投资1,200万元，增长8%。", ["投资1,200万元", "增长8%"]),
        ("“路灯坏了。没人管。”老人说，", ["路灯坏了", "没人管", "老人说"]),
        ("培训（含线上，线下）三千人。", ["培训（含线上，线下）三千人"]),
        ("（三）修好大桥。二是通车，3.5公里。1.建桥", ["修好大桥", "通车", "3.5公里", "建桥"]),
        ("", []),
        ("，。；", []),
    ],
)
def test_a_text_is_parted_at_its_marks_and_never_within_a_name(text: str, parted: list[str]) -> None:
    assert words(text) == parted


def test_clauses_are_counted_within_their_sentence() -> None:
    found = clauses("建桥，修路。通车！")
    assert [(one.sentence, one.index, one.before, one.after) for one in found] == [
        (0, 0, "", "，"),
        (0, 1, "，", "。"),
        (1, 0, "。", "！"),
    ]


def test_what_is_said_in_quotation_marks_is_speech_and_a_name_is_none() -> None:
    assert [one.speech for one in clauses("“路灯坏了。没人管。”他说。")] == [True, True, False]
    assert [one.speech for one in clauses("推进“四好”工程。")] == [False]


@given(st.text("建修路桥，。；：“”（）《》、1,. \n", max_size=40))
def test_clauses_never_overlap_and_lose_nothing_but_marks_and_blanks(text: str) -> None:
    found = clauses(text)
    ends = [0, *(at for one in found for at in (one.start, one.end)), len(text)]
    assert ends == sorted(ends)
    between = "".join(text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True))
    assert set(between) <= set("，。；：“”,:： \n1.、")


@pytest.mark.parametrize(
    "row",
    [
        "生产总值（亿元）　461　486.2",
        "规模以上工业增加值增速（%）\t5.1\t6.3",
        "新增就业（万人）　0.8　0.9",
        "新增就业 （万人） | 0.8 | 0.9",
        "改造道路（公里）  30",
        "一般公共预算收入（亿元）　——　48.6",
        "粮食产量（万吨）　12以上",
        "失业率（%） 3.2 3.0",
        "指标　2021年　2022年",
        "指标 2021 2022年目标",
    ],
)
def test_a_row_whose_figures_have_their_unit_elsewhere_is_known(row: str) -> None:
    assert is_bare_row(row)


@pytest.mark.parametrize(
    "line",
    [
        "城镇新增就业　9000人",
        "城镇新增就业 9000人以上",
        "全年新建 12 所学校，改造 3 条道路。",
        "全年新建 12 所学校",
        "新建学校12所",
        "2022年",
        "序号　实事项目　单位",
        "　　全年新增学位1500个。",
        "",
    ],
)
def test_words_and_figures_with_their_unit_are_no_such_row(line: str) -> None:
    assert not is_bare_row(line)
