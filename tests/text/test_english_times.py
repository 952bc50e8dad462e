"""A number of an English text tells decades, hours and parts of a year by the words about it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.english import english_numbers

TOLD = """
the 1990s, the '90s | 1990 decade, 90 decade
in 1990 |
the 20th century, 20 centuries | 20 century, 2000 years
three decades, half a century, a decade | 30 years, 50 years, 10 years
H1, 1H 2023, the 2nd half, 2 half-days | 1 half, 1 half, 2 half
6 months, a 6-month plan, six calendar months | 6 months, 6 months, 6 months
45 days, two weeks, 1.5 hours, 30 min, 2 h 30 m | 45 days, 2 weeks, 1.5 hours, 30 minutes, 2 hours, 30 minutes
a year and 2 months | 1 years, 2 months
Q1-Q3, Q1 to Q4, Q1 | 1 first quarter, 1 first quarter
10 p.m., 10pm, 10 PM, 12 p.m. | 22 hour, 22 hour, 22 hour, 12 hour
10 a.m., 12 a.m. | 10 hour, 0 hour
from 8 to 10 p.m., 8–10 am | 20 hour, 22 hour, 8 hour, 10 hour
8 o’clock, 8 in the evening, 10 at night | 8 hour, 20 hour, 20 hour, 22 hour
15:00, at 24:00, 15:4, 41:52 | 15 hour, 0 past the hour, 0 hour, 0 past the hour, 4 past the hour, 52 past the hour
6:30 p.m. | 18 hour, 30 past the hour
10 percent, 10 parks, 10 MW |
"""


@pytest.mark.parametrize("row", TOLD.strip().splitlines(), ids=lambda row: row.split(" |")[0])
def test_what_a_number_tells_of_time_is_read(row: str) -> None:
    text, expected = (cell.strip() for cell in row.split("|"))
    also = [f"{value} {of}" for number in english_numbers(text) for value, of in number.also]
    assert ", ".join(also) == expected


@given(st.integers(min_value=0, max_value=23))
def test_every_hour_is_told_by_its_own_words(hour: int) -> None:
    (number,) = english_numbers(f"{(hour + 11) % 12 + 1} {'ap'[hour // 12]}.m.")
    assert number.also == ((hour, "hour"),)
