"""Folding: what is made equal, and that every offset leads back to the same characters."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, strategies as st

from duizhao.text.fold import fold_spaced, fold_widths, folded_text, is_han, occurrences

# Wide and narrow digits, letters and signs, white space of several kinds, characters that fold to none or to several.
TEXTS = st.one_of(st.text(max_size=40), st.text("新增就业4４万人aＡ%％㎡…ﬁ½ \u3000\n\t", max_size=40))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("新增就业４万人以上", "新增就业4万人以上"),
        ("增长８％", "增长8%"),
        ("５Ｇ 基站", "5G基站"),
        ("第一段\n　　第二段", "第一段第二段"),
        ("绿地30㎡", "绿地30m2"),
        ("省略……", "省略......"),
        ("（一）", "(一)"),
        ("。、", "。、"),
        ("", ""),
    ],
)
def test_widths_are_made_equal_and_white_space_is_left_out(text: str, plain: str) -> None:
    assert fold_widths(text).text == plain


def test_case_is_folded_only_where_it_is_asked_for() -> None:
    assert fold_widths("ＧＤＰ").text == "GDP"
    assert fold_widths("ＧＤＰ", fold_case=True).text == "gdp"


@given(TEXTS, st.booleans())
def test_the_text_alone_is_that_of_the_folding_with_its_places(text: str, fold_case: bool) -> None:
    assert folded_text(text, fold_case=fold_case) == fold_widths(text, fold_case=fold_case).text


@given(TEXTS, st.booleans())
def test_the_origin_of_a_folded_character_holds_that_character(text: str, fold_case: bool) -> None:
    result = fold_widths(text, fold_case=fold_case)
    assert len(result.text) == len(result.origins)
    for char, origin in zip(result.text, result.origins, strict=True):
        whole = unicodedata.normalize("NFKC", text[origin])
        assert char in (whole.casefold() if fold_case else whole)


@given(TEXTS)
def test_origins_are_in_order_and_only_white_space_has_none(text: str) -> None:
    result = fold_widths(text)
    assert list(result.origins) == sorted(result.origins)
    for offset in set(range(len(text))) - set(result.origins):
        assert unicodedata.normalize("NFKC", text[offset]).isspace()


@given(TEXTS, st.data())
def test_a_folded_span_leads_back_to_the_characters_it_was_folded_from(text: str, data: st.DataObject) -> None:
    result = fold_widths(text)
    if result.text:
        start = data.draw(st.integers(0, len(result.text) - 1))
        end = data.draw(st.integers(start + 1, len(result.text)))
        lo, hi = result.span(start, end)
        assert lo == result.origins[start]
        assert hi == result.origins[end - 1] + 1
        assert result.text[start:end] in fold_widths(text[lo:hi]).text


@given(TEXTS, TEXTS)
def test_folding_two_texts_is_folding_them_joined(one: str, other: str) -> None:
    assert fold_widths(one + other).text == fold_widths(one).text + fold_widths(other).text


def test_occurrences_overlap_and_an_empty_needle_has_none() -> None:
    assert list(occurrences("天天", "天天天天")) == [0, 1, 2]
    assert list(occurrences("河", "天河区海珠区天河")) == [1, 7]
    assert list(occurrences("", "天河")) == []


@given(st.text("一二三", min_size=1, max_size=3), st.text("一二三", max_size=30))
def test_occurrences_are_every_offset_at_which_the_needle_stands(needle: str, haystack: str) -> None:
    assert list(occurrences(needle, haystack)) == [at for at in range(len(haystack)) if haystack.startswith(needle, at)]


@pytest.mark.parametrize(
    ("char", "han"),
    [("区", True), ("〇", True), ("㐀", True), ("𠮷", True), ("豈", True), ("a", False), ("4", False), ("。", False)],
)
def test_han_characters_are_told_from_the_rest(char: str, han: bool) -> None:
    assert is_han(char) is han


def folded_one_by_one(text: str, *, fold_case: bool) -> str:
    """What each character folds to by itself, without a look at the others."""
    plain = "".join(unicodedata.normalize("NFKC", char) for char in text)
    return "".join((plain.casefold() if fold_case else plain).split())


@given(TEXTS, st.booleans())
def test_a_text_folds_to_what_its_characters_fold_to_one_by_one(text: str, fold_case: bool) -> None:
    assert fold_widths(text, fold_case=fold_case).text == folded_one_by_one(text, fold_case=fold_case)


@given(TEXTS)
def test_spaced_folding_makes_each_run_of_white_space_one_blank_and_none_at_the_beginning(text: str) -> None:
    plain = "".join(unicodedata.normalize("NFKC", char) for char in text)
    result = fold_spaced(text)
    assert result.text == re.sub(r"\s+", " ", plain).removeprefix(" ")
    assert len(result.text) == len(result.origins) and list(result.origins) == sorted(result.origins)
