"""Anchoring: a quote is found where it stands and nowhere else, whatever its widths and white space."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, strategies as st

from duizhao.text.anchor import Anchored, Candidates, anchored, anchored_words, with_surroundings
from duizhao.text.fold import fold_spaced, fold_widths

# Few characters, so that quotes recur; some that fold to several, to none, or to one another.
MARKS = "新增人4４%％㎡m2…. \u3000\n"
TEXTS = st.text(MARKS, max_size=14)
# From ASCII to the wide forms and back.
SWAPPED = str.maketrans(
    {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
    | {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
)


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """Every span of the text that folds to the folded quote, found by trying them all."""
    plain = fold_widths(quote).text
    seen = [offset for offset, char in enumerate(text) if fold_widths(char).text]
    return [(a, b + 1) for a in seen for b in seen if plain and fold_widths(text[a : b + 1]).text == plain and a <= b]


@given(TEXTS, st.text(MARKS, max_size=4))
def test_a_quote_is_anchored_exactly_where_it_is_the_only_one(text: str, quote: str) -> None:
    found = anchored(fold_widths(text), quote)
    match places(text, quote):
        case [(start, end)]:
            assert found == Anchored(start, end)
        case []:
            assert isinstance(found, Candidates) and not found.exact
        case several:
            assert found == Candidates(True, tuple(several))


@given(st.text(MARKS + "就业养老床位", min_size=1, max_size=40), st.data())
def test_a_quote_cut_from_a_text_is_found_there_in_other_widths_and_white_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    assume(len(places(text, quote)) == 1)
    swapped = "".join(data.draw(st.sampled_from([char, char.translate(SWAPPED)])) for char in quote)
    spaced = "".join(char + data.draw(st.sampled_from(["", " ", "\u3000", "\n"])) for char in swapped)
    found = anchored(fold_widths(text), spaced)
    assert isinstance(found, Anchored)
    assert text[found.start : found.end] == quote.strip()


@given(TEXTS, st.text(MARKS, max_size=4), st.text(MARKS, max_size=2), st.text(MARKS, max_size=2))
def test_what_is_found_folds_to_the_quote_and_stands_between_prefix_and_suffix(
    text: str, quote: str, prefix: str, suffix: str
) -> None:
    found = anchored(fold_widths(text), quote, prefix, suffix)
    if isinstance(found, Anchored):
        assert fold_widths(text[found.start : found.end]).text == fold_widths(quote).text
        assert fold_widths(text[: found.start]).text.endswith(fold_widths(prefix).text)
        assert fold_widths(text[found.end :]).text.startswith(fold_widths(suffix).text)


@given(TEXTS, st.text(MARKS, max_size=4))
def test_a_prefix_never_makes_a_quote_stand_in_more_places(text: str, quote: str) -> None:
    whole = fold_widths(text)
    if isinstance(anchored(whole, quote), Anchored):
        narrowed = anchored(whole, quote, prefix="新")
        assert narrowed == anchored(whole, quote) or isinstance(narrowed, Candidates)


TEXT = "新增就业4万人以上。\n全年建成５家（含续建）。新增就业 再上台阶。"


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "found"),
    [
        ("4万人以上", "", "", "4万人以上"),
        ("４万人以上", "", "", "4万人以上"),
        ("建成5家(含续建)", "", "", "建成５家（含续建）"),
        ("建成 5 家", "", "", "建成５家"),
        ("就业再上台阶", "", "", "就业 再上台阶"),
        ("新增就业", "", "4万人", "新增就业"),
        ("新增就业", "。", "再上", "新增就业"),
        ("。", "4万人以上", "", "。"),
        ("人以上。全年", "", "", "人以上。\n全年"),
    ],
)
def test_a_quote_with_what_tells_it_apart_is_found(exact: str, prefix: str, suffix: str, found: str) -> None:
    span = anchored(fold_widths(TEXT), exact, prefix, suffix)
    assert isinstance(span, Anchored)
    assert TEXT[span.start : span.end] == found


@pytest.mark.parametrize("exact", ["新增就业", "。", "业"])
def test_an_ambiguous_quote_lists_every_place(exact: str) -> None:
    found = anchored(fold_widths(TEXT), exact)
    assert isinstance(found, Candidates) and found.exact
    assert [TEXT[start:end] for start, end in found.places] == [exact] * TEXT.count(exact)


def test_a_quote_with_a_wrong_prefix_lists_where_it_stands_without() -> None:
    found = anchored(fold_widths(TEXT), "新增就业", prefix="力争")
    assert isinstance(found, Candidates) and not found.exact
    assert [TEXT[start:end] for start, end in found.places] == ["新增就业", "新增就业"]


def test_a_quote_with_one_wrong_character_is_not_found_but_shown_what_is_nearest() -> None:
    found = anchored(fold_widths(TEXT), "新增就业5万人以上")
    assert isinstance(found, Candidates) and not found.exact
    assert [TEXT[start:end] for start, end in found.places] == ["新增就业4万人以上"]


@pytest.mark.parametrize("exact", ["", " \n", "完全不同", "4"])
def test_nothing_near_is_shown_for_a_quote_that_shares_no_two_characters(exact: str) -> None:
    text = "甲乙丙丁" if exact == "4" else TEXT
    assert anchored(fold_widths(text), exact) == Candidates(False, ())


@pytest.mark.parametrize(("text", "exact"), [("绿地30㎡", "30m"), ("见⑩", "1"), ("约½", "1"), ("说……", "..")])
def test_a_quote_does_not_end_within_a_character(text: str, exact: str) -> None:
    assert isinstance(anchored(fold_widths(text), exact), Candidates)


def test_a_span_is_shown_in_brackets_with_what_stands_about_it() -> None:
    assert with_surroundings("一二三四五六七八九十", 3, 5, width=2) == "二三[四五]六七"
    assert with_surroundings("一二\n三四", 3, 4) == "一二⏎[三]四"
    assert with_surroundings("一二", 0, 2) == "[一二]"


WORDS = st.text("ab 4,.　４", max_size=10)


@given(WORDS, WORDS, WORDS)
def test_whole_words_are_found_wherever_they_stand_between_blanks(before: str, words: str, after: str) -> None:
    assume(words.strip() == words != "" and words[0].isalnum() and words[-1].isalnum())
    text = f"{before} {words} {after}"
    found = anchored_words(fold_spaced(text), words)
    spans = found.places if isinstance(found, Candidates) else ((found.start, found.end),)
    assert isinstance(found, Anchored) or found.exact
    assert all(fold_spaced(text[start:end]).text == fold_spaced(words).text for start, end in spans)


@pytest.mark.parametrize(
    ("text", "words"),
    [("partly", "art"), ("13,500 jobs", "500 jobs"), ("up 4.5%", "up 4"), ("14 jobs", "4 jobs"), ("a b", "ab")],
)
def test_no_words_are_cut_out_of_longer_ones_or_out_of_numbers(text: str, words: str) -> None:
    assert isinstance(anchored_words(fold_spaced(text), words), Candidates)
