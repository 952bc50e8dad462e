"""What looks like a date counts where the words about it say so."""

from __future__ import annotations

import re

import pytest

from duizhao.text.undated import is_count


def counts(text: str) -> bool:
    """Whether the one number of the text, with 日 behind it or alone, counts."""
    (match,) = re.finditer("[0-9]+日?", text)
    return is_count(text, match.start(), match.end())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公示不得少于7日", True),
        ("时限不应超过15日", True),
        ("停工不得低于3日", True),
        ("提前3日", True),
        ("3日起", False),
        ("每月5日前", False),
        ("不得早于5日", False),
        ("历时约5日", True),
        ("提前了近3日", True),
        ("于整5日", False),
        ("压缩至约不超过3日", True),
        ("在市里压减至3日", True),
    ],
)
def test_days_last_where_something_takes_them(text: str, expected: bool) -> None:
    assert counts(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("种植玫瑰2000墩", True),
        ("更新路灯1980杆,", True),
        ("配备2000志愿者。", True),
        ("投放鱼苗2000网箱", True),
        ("新增路灯2022杆", True),
        ("配发2000会议桌,", True),
        ("完成路灯1980杆,", True),
        ("鱼苗2000筐", True),
        ("截至2020末,", False),
        ("发布2022版。", False),
        ("启动于2020前,", False),
        ("吸纳2022毕业生,", False),
        ("2000网箱", False),
        ("举办2022西岭湖论坛", False),
        ("更新2022目录,", False),
        ("新增2025目标任务,", False),
        ("招募2022冬运会志愿者", False),
        ("建成北京2022冬奥会场馆", False),
        ("新增中国制造2025试点,", False),
        ("改造于2000竣工", False),
    ],
)
def test_a_number_like_a_year_counts_behind_a_verb_that_places_things(text: str, expected: bool) -> None:
    assert counts(text) is expected
