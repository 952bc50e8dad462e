"""The tables of words: each stands in one of them, each is found whole in a text, and local ones stand beside them."""

from __future__ import annotations

import pytest

from duizhao.text.lexicon import GENRE, IDIOMS, NAMES, NOT_UNITS, UNITS, Lexicon
from duizhao.text.numbers import numbers
from duizhao.text.quantity import quantity


def test_no_word_stands_twice_in_the_tables() -> None:
    words = NAMES + IDIOMS
    assert sorted(words) == sorted(set(words))


def test_every_word_of_the_tables_is_found_whole() -> None:
    found = {word: [(number.text, number.reason) for number in numbers(f"把{word},")] for word in (*NAMES, *IDIOMS)}
    reasons = dict.fromkeys(IDIOMS, "idiom") | dict.fromkeys(NAMES, "name")
    assert {word: said for word, said in found.items() if said != [(word, reasons[word])]} == {}


def test_every_unit_is_read_whole() -> None:
    read = {unit: quantity(f"3{unit}") for unit in UNITS}
    assert {unit: said for unit, said in read.items() if said is None or said.base_unit != unit} == {}


def test_a_lexicon_without_local_words_is_the_genre_s() -> None:
    assert Lexicon() == GENRE
    assert set(GENRE.reasons) == {*NAMES, *IDIOMS} and GENRE.not_units == NOT_UNITS


def test_a_local_word_stands_beside_the_genre_s_with_its_own_reason() -> None:
    lexicon = Lexicon((("三岔口", "name"), ("统一", "label")))
    assert lexicon.reasons == GENRE.reasons | {"三岔口": "name", "统一": "label"}
    assert lexicon.not_units == NOT_UNITS


@pytest.mark.parametrize(("word", "holds"), [("天台山", False), ("双桥", True), ("7号仓", True), ("百花洲", True)])
def test_a_local_word_without_a_numeral_is_no_unit_and_no_number(word: str, holds: bool) -> None:
    lexicon = Lexicon(((word, "name"),))
    assert (word in lexicon.reasons, word in lexicon.not_units) == (holds, not holds)
