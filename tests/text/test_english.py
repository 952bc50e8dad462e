"""The numbers of an English text are found, and a translation that loses or adds a quantity is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.text.english import EnglishNumber, added_quantities, english_numbers, lost_quantities
from duizhao.text.numbers import numbers

# A text and the values of its numbers in order, marked with % for per cent, o for an ordinal, y for a year.
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
20-30 households | 20 30
20 to 30 households | 20 30
1.2–1.5 million | 1200000 1500000
5 to 10 per cent | 5% 10%
from 19 to 21.2% | 19% 21.2%
2015–2020 | 2015y 2020y
in 2020 | 2020y
1,994 firms | 1994
1850 firms | 1850
2158 places | 2158
the 13th Plan | 13o
the first, second and twentieth | 1o 2o 20o
the twenty-first century | 21o
seven tasks | 7
ninety-nine | 99
twenty per cent | 20%
one hundred and five | 105
a hundred | 100
two hundred and fifty thousand | 250000
ten thousand members | 10000
a million | 1000000
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
    return f"{number.value}{'%' * number.percent}{'o' * number.ordinal}{'y' * number.year}"


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row.split(" |")[0])
def test_the_numbers_of_an_english_text_are_read(row: str) -> None:
    text, expected = (cell.strip() for cell in row.split("|"))
    assert list(map(as_cell, english_numbers(text))) == expected.split()


SOUND = (
    (
        "实现地区生产总值5047.4亿元,增长8%,总量连续十三年全市第一,提前完成“十三五”总量目标。",
        "Regional GDP reached 504.74 billion yuan, up 8%; the total ranked first in the city for the thirteenth year "
        "running, and the target of the 13th Five-Year Plan was met early.",
    ),
    (
        "新增“四上”企业1994家,125个“攻城拔寨”项目完成投资172.8亿元。",
        "1,994 enterprises above the four thresholds were added; 125 key projects drew 17.28 billion yuan.",
    ),
    ("全年开展补贴性培训1.6万人次,新增就业4万人以上", "16,000 subsidised trainings, and at least 40,000 new jobs"),
    ("天河区常住人口为224.18万人,居全市第三位", "2.2418 million residents, third in the city"),
    ("天河区常住人口为224.18万人", "2,241,800 permanent residents"),
    ("6月11日,天河区第九届人民代表大会第八次会议召开", "On 11 June the 9th People's Congress held its eighth session"),
    ("一季度GDP增长-0.3%", "In the first quarter of the year GDP fell by 0.3%"),
    ("一季度GDP增长-0.3%", "In Q1 GDP shrank by 0.3 per cent"),
    ("占比达两成,提高百分之五点五", "a share of 20%, up 5.5 per cent"),
    ("每位党员联系20-30户群众", "each member keeps in touch with 20 to 30 households"),
    ("两栋塔楼在百米高空完美“牵手”", "the twin towers joined hands a hundred metres up"),
    ("每新增三家企业就有一家来自天河", "of every three new firms, one comes from Tianhe"),
    ("其中一个举措,一批项目,统一平台", "One of these measures, a number of projects, a single platform"),
    ("扎实做好“六稳”工作,全面落实“六保”任务", "work on stability and security in the named fields"),
    ("地铁10号、19号、29号线,13号线二期,5G", "Metro Lines 10, 19 and 29, phase 2 of Line 13, and 5G"),
    ("逾800支突击支队,逾万名党员", "more than 800 teams, over 10,000 members"),
    ("着力打造千亿级产业集群、十亿级税收楼宇", "100-billion-yuan clusters and buildings paying a billion in tax"),
    ("每千常住人口执业医师数达5.8人", "5.8 practising physicians per 1,000 permanent residents"),
    ("每天于13:00、17:30这两个时间段", "twice a day, at 1 p.m. and 5:30 p.m."),
    ("半年内,翻两番,三分之二以上", "within 6 months, to 4 times as much, more than 2/3"),
    ("增长一倍,数十家企业", "doubled; dozens of firms"),
    ("新冠肺炎疫情发生以来,居全市首位", "Since the outbreak of COVID-19, No. 1 in the city"),
    ("党建365工程,努力实现365天服务", "the Party Building 365 project, and service on 365 days"),
    ("连续14年全市第一", "first in the city for the 14th year running"),
    ("从19%提高至21.2%", "from 19 to 21.2 per cent"),
    ("近三年实施项目11个", "11 projects in the past three years"),
    ("双上百", "both above 100"),
)


@pytest.mark.parametrize(("chinese", "english"), SOUND, ids=[english[:40] for _, english in SOUND])
def test_a_sound_translation_loses_and_adds_nothing(chinese: str, english: str) -> None:
    assert (lost_quantities(chinese, english), added_quantities(chinese, english)) == ((), ())


UNSOUND = (
    ("新增就业4万人以上", "at least 4,000 new jobs", ("4万人以上",), ("4,000",)),
    ("实现地区生产总值5047.4亿元", "GDP of 5,047.4 billion yuan", ("5047.4亿元",), ("5,047.4 billion",)),
    ("增长8%,下降1.7%", "growth of 8%", ("1.7%",), ()),
    ("增长8%", "growth of 8", ("8%",), ("8",)),
    ("完成小区31个", "31 estates, 17 markets", (), ("17",)),
    ("100%可网办、100%可就近办", "100% of services are online", ("100%",), ()),
    ("100%可网办", "100% online and 100% nearby", (), ("100%",)),
    ("20-30户", "20 households", ("20-30户",), ()),
    ("三所医院", "some hospitals", ("三所",), ()),
    ("增长1.2倍", "grew", ("1.2倍",), ()),
    ("到2025年", "by 2026", (), ("2026",)),
    ("扎实做好“六稳”工作", "7 kinds of stability", (), ("7",)),
)


@pytest.mark.parametrize(("chinese", "english", "lost", "added"), UNSOUND, ids=[row[1] for row in UNSOUND])
def test_what_a_translation_loses_or_adds_is_told(chinese: str, english: str, lost: tuple, added: tuple) -> None:
    assert (lost_quantities(chinese, english), added_quantities(chinese, english)) == (lost, added)


def test_a_number_word_is_never_added_but_stands_for_a_quantity() -> None:
    assert added_quantities("推进项目", "seven projects") == ()
    assert lost_quantities("推进7个项目", "seven projects") == ()


def test_a_date_explains_its_number_as_often_as_it_is_used() -> None:
    assert added_quantities("2020年的目标", "in 2020, the targets for 2020") == ()


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


@given(st.integers(min_value=1, max_value=10**9))
def test_a_quantity_written_out_in_digits_is_carried(number: int) -> None:
    assert lost_quantities(f"新增{number}家", f"{number:,} firms") == ()
    assert added_quantities(f"新增{number}家", f"{number:,} firms") == ()


@given(st.integers(min_value=1, max_value=10**8))
def test_a_scaled_quantity_is_carried_in_millions_and_billions(number: int) -> None:
    chinese = f"投资{Decimal(number) / 100:f}亿元"
    english = f"{Decimal(number) / 1000:f} billion yuan"
    assert (lost_quantities(chinese, english), added_quantities(chinese, english)) == ((), ())


@given(st.text(), st.text())
def test_comparing_any_texts_raises_nothing(chinese: str, english: str) -> None:
    printed = {number.text for number in numbers(chinese)}
    assert set(lost_quantities(chinese, english)) <= printed
    assert all(text in english for text in added_quantities(chinese, english))
