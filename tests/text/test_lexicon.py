"""The tables of words: each stands in one of them, and each is found whole in a text."""

from __future__ import annotations

import pytest

from duizhao.text.lexicon import IDIOMS, NAMES, UNITS
from duizhao.text.numbers import numbers
from duizhao.text.quantity import quantity


def test_no_word_stands_twice_in_the_tables() -> None:
    words = NAMES + IDIOMS
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("word", NAMES + IDIOMS)
def test_every_word_of_the_tables_is_found_whole(word: str) -> None:
    reason = "name" if word in NAMES else "idiom"
    assert [(number.text, number.reason) for number in numbers(f"把{word},")] == [(word, reason)]


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_read_whole(unit: str) -> None:
    assert quantity(f"3{unit}").base_unit == unit
