"""Steps on characters: each changes what it says, so often as it says, and tells where it applies otherwise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from duizhao.text.changes import (
    CharacterStep,
    Miscount,
    PatternStep,
    RadicalStep,
    entity_value,
    ideograph,
    with_characters,
    with_ideographs,
    with_pattern,
    without_bom,
)
from duizhao.text.layer import layer_of
from duizhao.text.pattern import read_pattern


def character(find: str, becomes: str, count: int) -> CharacterStep:
    return CharacterStep("characters", 0, "characters", find, becomes, count)


def pattern(act: str, text: str, count: int, at: str = "anywhere", **how: object) -> PatternStep:
    return PatternStep(0, act, read_pattern(text, at), count, **how)  # type: ignore[arg-type]


def test_a_character_is_dropped_or_replaced_wherever_it_stands() -> None:
    layer, wrong = with_characters(layer_of("政\u200b府\u200b"), character("\u200b", "", 2))
    assert (layer.text, wrong) == ("政府", None)
    layer, wrong = with_characters(layer_of("新增\ue5e5万人"), character("\ue5e5", "四", 1))
    assert (layer.text, wrong) == ("新增四万人", None)


def test_the_mark_at_the_beginning_of_a_file_goes_and_no_other() -> None:
    assert without_bom(layer_of("\ufeff甲\ufeff")).text == "甲\ufeff"


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        ("&nbsp;", "\u00a0"),
        ("&amp;", "&"),
        ("&ldquo;", "“"),
        ("&#24180;", "年"),
        ("&#x5e74;", "年"),
        ("&ensp", ""),
        ("&nosuch;", ""),
        ("年", ""),
        ("&#0;", "\ufffd"),
    ],
)
def test_an_entity_is_what_html_says(entity: str, value: str) -> None:
    assert entity_value(entity) == value


def test_radicals_become_the_ideographs_that_look_like_them() -> None:
    layer, wrong = with_ideographs(layer_of("⼯业⽤地，⻓江，⻔前，工业"), RadicalStep(4))
    assert (layer.text, wrong) == ("工业用地，长江，门前，工业", None)
    _, wrong = with_ideographs(layer_of("⼯业"), RadicalStep(2))
    assert wrong and str(wrong) == "a radical that an ideograph stands for is found once, and count says 2"


@given(st.characters(min_codepoint=0x2E80, max_codepoint=0x2FDF))
def test_what_stands_for_a_radical_is_an_ideograph(radical: str) -> None:
    plain = ideograph(radical)
    assert not plain or unicodedata.name(plain).startswith("CJK UNIFIED IDEOGRAPH")


@given(st.characters(min_codepoint=0x3000, max_codepoint=0xFFFF, exclude_categories=["Cs"]))
def test_characters_of_other_blocks_are_no_radicals(char: str) -> None:
    assert with_ideographs(layer_of(char), RadicalStep(0))[0].text == char


@pytest.mark.parametrize(
    ("step", "source", "text"),
    [
        (pattern("spacing", "政{ }府", 2), "政 府和政　府", "政府和政府"),
        (pattern("spacing", "{汉}{ }{汉}", 3), "政 府 工 作 10 年", "政府工作 10 年"),
        (pattern("spacing", "政 府", 1), "政 府和政　府", "政府和政　府"),
        (pattern("illegible", "????", 1), "新增????人", "新增????人"),
        (pattern("apart", "〔{n}〕", 2, reason="note-mark"), "网格〔1〕员〔2〕", "网格员"),
        (pattern("drop", "第{n}页", 1, "start", reason="page-furniture"), "第1页全区\n到第2页", "全区\n到第2页"),
        (pattern("drop", "【广告】", 2, reason="advertisement"), "【广告】甲【广告】", "甲"),
        (pattern("apart", "[{n}]", 1, first=2, last=2, reason="note-mark"), "甲[1]\n乙[2]\n丙[3]", "甲[1]\n乙\n丙[3]"),
    ],
)
def test_a_pattern_within_lines_changes_what_fits_it(step: PatternStep, source: str, text: str) -> None:
    layer, wrong = with_pattern(layer_of(source), step, ())
    assert (layer.text, wrong) == (text, None)
    assert step.within_lines


def test_lines_that_are_dropped_or_set_apart_are_passed_over() -> None:
    layer, wrong = with_pattern(layer_of("甲〔1〕\n〔1〕甲即乙"), pattern("apart", "〔{n}〕", 1), {2})
    assert (layer.text, wrong) == ("甲\n〔1〕甲即乙", None)


def test_another_count_is_told_with_the_first_places() -> None:
    source = "\n".join(f"第{number}段〔{number}〕完。" for number in range(1, 8))
    _, wrong = with_pattern(layer_of(source), pattern("apart", "〔{n}〕", 6), ())
    assert isinstance(wrong, Miscount)
    assert (str(wrong), wrong.found) == ("'〔{n}〕' is found 7 times, and count says 6", 7)
    assert wrong.hint.startswith("write count: 7 if it is meant at each of these: line 1 …第1段〔1〕完。…; line 2 …")
    assert wrong.hint.endswith("; and 2 more")


def test_a_step_that_applies_nowhere_is_told() -> None:
    _, wrong = with_characters(layer_of("甲"), character("\u200b", "", 3))
    assert wrong and str(wrong) == "U+200B ZERO WIDTH SPACE is found nowhere, and count says 3"
