"""The patterns as patterns: characters stay in their places, and of words the longest is taken."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from duizhao.text.claims import claim_forms, lead_of
from duizhao.text.dress import narrowed
from duizhao.text.grammar import figure_form, longest_of
from duizhao.text.lexicon import NOT_UNITS

from .chinese import texts


@given(texts)
def test_narrow_characters_stand_where_the_wide_ones_stood(text: str) -> None:
    assert len(narrowed(text)) == len(text)
    assert narrowed(narrowed(text)) == narrowed(text)


def test_a_unit_of_one_character_is_not_made_two() -> None:
    assert narrowed("１００㎡，５．２％") == "100㎡,5.2%"


@given(st.lists(st.text("一二三个人", min_size=1, max_size=3), min_size=1), st.text("一二三个人"))
def test_of_several_words_the_longest_that_fits_is_taken(words: list[str], text: str) -> None:
    match = re.match(longest_of(words), text)
    assert (match[0] if match else None) == max(
        (word for word in words if text.startswith(word)), key=len, default=None
    )


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("超4万人以上", ("超", None, "4万人", "以上")),
        ("20-30户左右", (None, "20", "30户", "左右")),
        ("从3家到5家", None),
        ("三所", (None, None, "三所", None)),
        ("签约60个", None),
    ],
)
def test_a_figure_has_its_words_and_its_ends_in_groups(text: str, groups: tuple[str | None, ...] | None) -> None:
    match = figure_form(NOT_UNITS).match(text)
    assert (match.group("before", "low", "high", "after") if match else None) == groups


def test_no_unit_is_read_in_a_word_that_only_begins_like_one() -> None:
    assert figure_form(("大数据",)).match("2021大数据峰会")["high"] == "2021"
    assert figure_form(("人大",)).match("2021大数据峰会")["high"] == "2021大"


@pytest.mark.parametrize(
    ("text", "reason"), [("2021年6月", "date"), ("第三届", "ordinal"), ("11号线", "name"), ("4万人", None)]
)
def test_what_is_no_quantity_is_known_by_its_form(text: str, reason: str | None) -> None:
    assert next((why for why, form in claim_forms(NOT_UNITS)[lead_of(text[0])] if form.fullmatch(text)), None) == reason
