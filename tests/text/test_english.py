"""The numbers of an English text are found and valued, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.english import EnglishNumber, english_numbers

# A text and the values of its numbers in order, marked with % for per cent.
NUMBERS = """
5,047.4 | 5047.4
504.74 billion yuan | 504740000000
RMB 5bn | 5000000000
2.2418 million residents | 2241800
1.2 trillion | 1200000000000
2 hundred million | 200000000
a 100-million-yuan building | 100000000
16,000 trainees | 16000
up 8% on the year | 8%
up 8 per cent | 8%
up 8 percent | 8%
0.8 percentage points | 0.8%
3‰ | 0.3%
-0.3% | -0.3%
two and a quarter hours | 2.25
a year and three quarters | 1.75
two and one half times | 2.5
two and a quarter million yuan | 2250000
two and a quarter of the firms | 2 0.25
5.2 × 10⁴ square metres | 52000
5.2x10^4 tonnes | 52000
10⁸ kWh | 100000000
1.5 × 10⁻³ mg per litre | 0.0015
2–3 × 10⁴ cubic metres | 20000 30000
2 × 10⁴ to 3 × 10⁵ cubic metres | 20000 300000
20-30 households | 20 30
20 to 30 households | 20 30
1.2–1.5 million | 1200000 1500000
5 to 10 per cent | 5% 10%
from 19 to 21.2% | 19% 21.2%
from 3.5 to 2.8 percent | 3.5% 2.8%
from about 3.5 down to 2.8% | 3.5% 2.8%
from 3.5 in 2015 to 2.8% | 3.5% 2015 2.8%
from 35 to 28 million | 35000000 28000000
from RMB 28 to RMB 35 million | 28000000 35000000
by 30 to 12% | 30 12%
to 2.8 percent from 3.5 in the year before | 2.8% 3.5%
12% from 35 firms, to 12% from 35 firms | 12% 35 12% 35
up in 2020 to 21.2% | 2020 21.2%
from 2015 to 21.2% | 2015 21.2%
2.2, 0.7, and 1.8 percentage points | 2.2% 0.7% 1.8%
12 and 35% | 12% 35%
parks rose to 12, and 35% of it is green | 12 35%
by 12, or 35% | 12 35%
1,200 firms in all, 1,200, and 3 million | 1200 1200 3000000
5 pct, 0.8 pp, 3.5 per mille, 3‱ | 5% 0.8% 0.35% 0.03%
3.5 per thousand, 3 per 1,000, 2 per 10,000 | 3.5 1000 3 1000 2 10000
120 per hundred thousand, one in every million | 120 100000 1 1000000
half a percentage point, by half a point, half of one per cent | 0.5% 0.5% 0.5%
half a century, a decade, three decades | 50 10 3
2015–2020 | 2015 2020
in 2020 | 2020
1,994 firms | 1994
1850 firms | 1850
2158 places | 2158
the 13th Plan | 13
the first, second and twentieth | 1 2 20
the twenty-first century | 21
seven tasks | 7
ninety-nine | 99
twenty per cent | 20%
one hundred and five | 105
a hundred | 100
two hundred and fifty thousand | 250000
ten thousand members | 10000
a million | 1000000
a dozen schools, two dozen, half a dozen | 12 24
dozens of schools |
two and a half years, one and a half million | 2.5 1500000
a two-and-a-half-year plan, 1½ hours | 2.5 1.5
a year and a half, two hours and a half | 1.5 2.5
an hour and 20 minutes, an hour of two meetings | 1 20 2
two thirds, three-quarters, a quarter, ½ | 2 3 0.25 0.5
doubling, triples | 2 3
0.6 of a percentage point | 0.6%
tenfold, threefold, quadrupled | 10 3 4
hundreds of firms, several thousand people |
someone, weighty, often, canine |
both towers, a pair, doubled | 2 2 2
5G, P2P, PM2.5, Q1 | 5 2 2.5 1
100 km2, 30 m2 | 100 30
COVID-19 |
13:00 | 13 0
(-0.3%) | -0.3%
""".strip().splitlines()


def as_cell(number: EnglishNumber) -> str:
    return f"{number.value}{'%' * number.percent}"


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row.split(" |")[0])
def test_the_numbers_of_an_english_text_are_read(row: str) -> None:
    text, expected = (cell.strip() for cell in row.split("|"))
    assert list(map(as_cell, english_numbers(text))) == expected.split()


ALSO = """
3.5 per thousand | 0.35 %, 1000 per
3.5 per 1,000 | 0.35 %, 1000 per
3.5 per 1000 | 0.35 %, 1000 per
2 per ten thousand | 0.02 %, 10000 per
13 and 11 per thousand | 1.3 %, 1.1 %, 1000 per
3 per 1,000,000 | 1000000 per
two thirds | 2 1/3
a third, one-third, the remaining third | 1 1/3, 1 1/3, 1 1/3
the third |
three quarters, three-fourths | 3 1/4, 3 1/4
a quarter, one quarter, another quarter | 1 1/4, 1 1/4, 1 1/4
in the third quarter |
one twentieth | 1 1/20
⅔ | 2 1/3
from 1,200 to 3 million | 1200
from 1,200 to 1,000 |
to 3 million from 1,200 | 1200
12 – 35% of them, 12–35% of them, 12 – 35%, 12 – 35 firms | 12
from 2 to 3 million |
from 3.5 to 2.8 percent |
five to ten per cent | 5 %
two or three million | 2000000
"""


@pytest.mark.parametrize("row", ALSO.strip().splitlines(), ids=lambda row: row.split(" |")[0])
def test_what_else_a_number_may_state_is_read(row: str) -> None:
    text, expected = row.split("|", 1)
    also = [f"{value} {of}".strip() for number in english_numbers(text.strip()) for value, of in number.also]
    assert ", ".join(also) == expected.strip()


@given(st.text())
def test_the_numbers_of_any_text_are_in_order_and_in_their_places(text: str) -> None:
    end = 0
    for number in english_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert text[number.start : number.end] == number.text
        end = number.end


@given(st.text("0123456789.,-–%‰ abcdefhilmnorstuy\n", max_size=40))
def test_every_digit_lies_in_one_number_unless_it_is_part_of_a_unit(text: str) -> None:
    places = [place for number in english_numbers(text) for place in range(number.start, number.end)]
    squares = [place for place in range(1, len(text)) if text[place - 1] == "m" and text[place] in "23"]
    digits = [place for place, char in enumerate(text) if char in "0123456789"]
    assert all(places.count(place) == 1 for place in digits if place not in squares)
