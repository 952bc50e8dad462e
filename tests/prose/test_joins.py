"""A line's end of the source is nothing between two Han characters, whatever stands beside them, and else a space."""

from __future__ import annotations

import pytest

from duizhao.prose.reading import written

HAN = [
    "两个区，\n三份报告",
    "他说：\n“好”",
    "“好”\n“不好”",
    "见《六稳》\n《六保》",
    "所以——\n不是",
    "力争……\n以上",
    "王·\n李",
    "**目标**\n任务",
    "目标\n**任务**",
    "**“好”**\n*的*",
    "[力争](term:a)\n以上",
    "`力争`\n以上",
    "目标 \n  任务",
    "㐂\n𠀀",
    "（甲）\n乙",
    "甲—\n—乙",
    "## 题\n甲\n乙",
    "- 甲\n  乙",
    "> 甲\n> 乙",
    "1. 甲\n    “乙”",
]
SPACED = [
    "two\ndistricts",
    "采用\nMIT",
    "MIT\n许可",
    "“yes”\n“no”",
    "**two**\ndistricts",
    "“GDP”\n增长",
    "增长\n“GDP”",
    "[two](term:a)\n`x`",
    "2020\n年",
    "a —\nb",
]


@pytest.mark.parametrize("text", HAN)
def test_between_han_nothing_is_left_of_a_line_s_end(text: str) -> None:
    assert written(text).faults == ()
    assert not set("\n ") & set(written(text).root.words.replace("\n", "", text.count("## ")))


@pytest.mark.parametrize("text", SPACED)
def test_elsewhere_one_space_is_left(text: str) -> None:
    assert written(text).root.words.count("\n") == 1


def test_code_between_fences_keeps_its_lines() -> None:
    assert written("```\n甲\n乙\n```").root.words == "甲\n乙\n"


def test_a_line_that_is_broken_by_hand_stays_broken() -> None:
    assert [
        child if isinstance(child, str) else child.tag for child in written("甲  \n乙").root.children[0].children
    ] == [
        "甲",
        "br",
        "乙",
    ]
