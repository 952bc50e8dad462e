"""Whether words given as English are Chinese, and words given as Chinese have none."""

from __future__ import annotations

import pytest

from duizhao.text.language import is_chinese, is_without_chinese

CHINESE = [
    "新增就业4万人以上",
    "推进东堤公园改造 done",
    "GDP增长8%",
    "5G基站1000个",
    "push forward 东堤公园改造工程",
    "“新增就业4万人”",
    "（略）",
    "见https://example.org/a-long-address",
]
ENGLISH = [
    "at least 40,000 new jobs",
    "",
    "4,000",
    "Tianhe 天河区",
    "Duizhao 对照",
    "“对照”: side by side",
    "The word 力争 (strive for) in the clause before may govern this one too.",
    "the slogan “绿水青山就是金山银山” of the year",
    "No unit is printed after 4.9万; it may be persons or attendances.",
    "全面剿灭黑臭水体 promises the whole and is measured as coverage.",
    "房住不炒 for short",
]
NOT_CHINESE = ["Residents talk over what concerns them all.", "clinic beds", "the same words as in English"]
MAY_BE_CHINESE = [
    "GDP",
    "WTO",
    "Wi-Fi",
    "iPhone",
    "App",
    "",
    "4,000",
    "SpaceX Starlink",
    "Baker Street",
    "邻里 talk it over",
]


@pytest.mark.parametrize("text", CHINESE)
def test_words_that_mostly_are_chinese_are_not_english(text: str) -> None:
    assert is_chinese(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_may_name_and_quote_what_is_chinese(text: str) -> None:
    assert not is_chinese(text)


@pytest.mark.parametrize("text", NOT_CHINESE)
def test_words_of_english_alone_are_not_chinese(text: str) -> None:
    assert is_without_chinese(text)


@pytest.mark.parametrize("text", MAY_BE_CHINESE)
def test_names_and_abbreviations_stand_in_chinese_as_they_are(text: str) -> None:
    assert not is_without_chinese(text)
