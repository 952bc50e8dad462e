"""Numerals are read as what they say, and powers of ten are exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.text.numerals import number_of, scaled

from .chinese import in_chinese


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("0", "0"),
        ("5.2×10⁴", "52000"),
        ("1,200×10^3", "1200000"),
        ("10⁻³", "0.001"),
        ("1,234", "1234"),
        ("-0.3", "-0.3"),
        ("+8.0", "8.0"),
        ("负0.3", "-0.3"),
        ("1万2千", "12000"),
        ("1亿2000万", "120000000"),
        ("三百二十五万", "3250000"),
        ("一亿零五百万", "105000000"),
        ("一万二", "12000"),
        ("百万", "1000000"),
        ("二零二○", "2020"),
        ("五点五", "5.5"),
        ("负百", "-100"),
    ],
)
def test_a_numeral_is_read_as_what_it_says(numeral: str, value: str) -> None:
    assert f"{number_of(numeral):f}" == value


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_in_chinese_numerals_is_read_back(number: int) -> None:
    assert number_of(in_chinese(number)) == number


@given(st.decimals(min_value=0, max_value=10**40, allow_nan=False, places=4), st.integers(4, 20))
def test_a_power_of_ten_is_exact_and_written_plainly(value: Decimal, exponent: int) -> None:
    assert str(scaled(value, exponent)) == str(int(f"{value:f}".replace(".", "")) * 10 ** (exponent - 4))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, max_value=10**40), st.integers(1, 20))
def test_a_power_of_ten_and_the_same_taken_away_leave_the_value(value: Decimal, exponent: int) -> None:
    assert scaled(scaled(value, exponent), -exponent) == value
