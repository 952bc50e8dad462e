"""A translation that loses or adds a quantity is told, and one that says the same in other words is let pass."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.corpus.translation import Difference, difference
from duizhao.text.numbers import numbers


def told(chinese: str, english: str) -> Difference:
    """How the English differs from the Chinese."""
    return difference(chinese, numbers(chinese), english)


NOTHING = Difference((), ())

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
    assert told(chinese, english) == NOTHING


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
    assert told(chinese, english) == Difference(lost, added)


def test_a_number_word_is_never_added_but_stands_for_a_quantity() -> None:
    assert told("推进项目", "seven projects") == NOTHING
    assert told("推进7个项目", "seven projects") == NOTHING


def test_a_date_explains_its_number_as_often_as_it_is_used() -> None:
    assert told("2020年的目标", "in 2020, the targets for 2020") == NOTHING


@given(st.integers(min_value=1, max_value=10**9))
def test_a_quantity_written_out_in_digits_is_carried(number: int) -> None:
    assert told(f"新增{number}家", f"{number:,} firms") == NOTHING


@given(st.integers(min_value=1, max_value=10**8))
def test_a_scaled_quantity_is_carried_in_millions_and_billions(number: int) -> None:
    chinese = f"投资{Decimal(number) / 100:f}亿元"
    english = f"{Decimal(number) / 1000:f} billion yuan"
    assert told(chinese, english) == NOTHING


@given(st.text(), st.text())
def test_comparing_any_texts_raises_nothing(chinese: str, english: str) -> None:
    printed = {number.text for number in numbers(chinese)}
    found = told(chinese, english)
    assert set(found.lost) <= printed
    assert all(text in english for text in found.added)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("总量居全市第一", "its total led the city"),
        ("增速列全省第三", "third in the province by growth"),
        ("跻身全市前三", "among the top three of the city"),
        ("分别提高2.2、0.7、1.8个百分点", "up 2.2, 0.7 and 1.8 percentage points"),
        ("分别增加45和32亿元", "up 4.5 and 3.2 billion yuan"),
        ("三次产业比例为7.3:41.2:51.5", "the three sectors stand at 7.3:41.2:51.5"),
        ("车程1小时20分钟", "1 hour and 20 minutes by car"),
        ("扩建2×660兆瓦机组", "two generators of 660 MW"),
        ("新增3 200家", "3\u202f200 new firms"),
        ("财政承担1/3", "the budget bears one third"),
    ],
)
def test_ranks_lists_ratios_and_figures_in_parts_are_carried(chinese: str, english: str) -> None:
    assert told(chinese, english) == NOTHING


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("增速列全省第三", "growth was high", ("第三",)),
        ("跻身全市前十", "among the top five of the city", ("前十",)),
        ("比例为7.3:41.2:51.5", "a ratio of 7.3:41.2", ("7.3:41.2:51.5",)),
        ("分别提高2.2、0.7个百分点", "up 2.2 percentage points", ("0.7个百分点",)),
    ],
)
def test_a_rank_or_a_term_that_is_left_out_is_lost(chinese: str, english: str, lost: tuple[str, ...]) -> None:
    assert told(chinese, english).lost == lost


@pytest.mark.parametrize(
    ("chinese", "english", "wrong"),
    [
        ("“十四五”规划", "the 14th Five-Year Plan; the 14th 5-Year Plan", ()),
        ("“十四五”规划", "the 15th Five-Year Plan", ("15th",)),
        ("“十三五”规划", "the 15th Five-Year Plan", ("15th",)),
        ("“十四五”规划", "the 10th Five-Year Plan", ("10th",)),
        ("“十四五”规划", "the 4th Five-Year Plan", ("4th",)),
        ("“十四五”规划", "the 45th Five-Year Plan", ("45th",)),
        ("“十五五”规划", "the 15th Five-Year Plan", ()),
        ("十九届五中全会", "the 5th session of the 19th Central Committee", ()),
        ("十九届五中全会", "the 5th session of the 10th Central Committee", ("10th",)),
        ("十九届五中全会", "the 5th session of the 9th Central Committee", ("9th",)),
        ("第十六次全会", "the 6th session", ("6th",)),
        ("第十六次全会", "the 10th session", ("10th",)),
        ("第二十三届人大三次会议", "the 3rd session of the 23rd congress", ()),
        ("第二十三届人大三次会议", "the 3rd session of the 20th congress", ("20th",)),
        ("党的二十大", "the 20th Party congress", ()),
        ("党的二十大", "the 2nd Party congress", ("2nd",)),
        ("党的二十大", "the 10th Party congress", ("10th",)),
        ("到二〇二五年", "by 2025", ()),
        ("到二〇二五年", "by 2020", ("2020",)),
        ("九一八", "18 September", ()),
        ("三七大楼", "Building 37", ()),
        ("近十三四年来", "in the past 13 or 14 years", ()),
        ("五百强", "the top 100", ("100",)),
    ],
)
def test_a_name_or_a_date_explains_its_own_numbers_and_no_part_of_them(
    chinese: str, english: str, wrong: tuple[str, ...]
) -> None:
    assert told(chinese, english) == Difference((), wrong)


@given(st.integers(min_value=11, max_value=99), st.integers(min_value=1, max_value=120))
def test_of_a_session_only_its_own_number_is_explained(own: int, said: int) -> None:
    tens, ones = divmod(own, 10)
    digits = ("", *"一二三四五六七八九")
    numeral = f"{digits[tens] if tens > 1 else ''}十{digits[ones]}"
    assert bool(told(f"第{numeral}次全会", f"session no. {said}").added) == (said != own)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("失业率由3.5%降至2.8%", "unemployment fell from 3.5 to 2.8 percent"),
        ("失业率由2.8%升至3.5%", "unemployment rose from 2.8 to 3.5 percent"),
        ("由3500万元降至2800万元", "fell from 35 to 28 million yuan"),
        ("由3500万元降至2800万元", "fell from RMB 35 to RMB 28 million"),
        ("由3.5%降至2.8%", "fell to 2.8 percent from 3.5 in the year before"),
        ("公园增至12个,其中35%为新建", "parks rose to 12 – 35% of them new"),
        ("35家企业占12%", "12% from 35 firms"),
        ("35家企业由3500万元降至2800万元", "35 firms fell from 35 to 28 million yuan"),
        ("由1200人增至300万人", "grew from 1,200 to 3 million people"),
        ("公园增至12个,绿化率达35%", "parks rose to 12, and 35% of the district is green"),
        ("企业达1200家,其中30%为外资", "firms reached 1,200, and 30% are foreign"),
        ("增加12家,占35%", "up by 12, or 35%"),
        ("占5%至10%", "five to ten per cent"),
        ("占5%,提高0.8个百分点", "5 pct, up 0.8 pp"),
        ("自然增长率3.5‰", "3.5 per thousand"),
        ("自然增长率3.5‰", "3.5 per 1,000"),
        ("自然增长率3.5‰", "3.5 per mille"),
        ("自然增长率由13‰降至11‰", "from 13 to 11 per 1,000"),
        ("每千人床位3.5张", "beds: 3.5 per 1,000"),
    ],
)
def test_a_number_may_take_its_unit_from_its_neighbour(chinese: str, english: str) -> None:
    assert told(chinese, english) == NOTHING


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("由3.5%降至2.8%", "fell from 35 to 2.8 percent"),
        ("由3500万元降至2800万元", "fell from 35 to 28 yuan"),
        ("35家企业由3500万元降至2800万元", "the firms fell from 35 to 28 million yuan"),
        ("公园增至12%,绿化率达35%", "parks rose to 12, and 35% of the district is green"),
        ("企业1200万家,人口300万", "firms reached 1,200, and 3 million people live here"),
        ("减少30家,降至12%", "from 30 to 12%"),
        ("占35%,降至12%", "to 12% from 35 firms"),
        ("公园增至12个,其中35%为新建", "parks rose to 12–35%"),
        ("公园增至12个,其中35%为新建", "parks grew 12 – 35%"),
        ("自然增长率3.5‰", "35 per thousand"),
        ("自然增长率3.5‰", "3.5 per 10,000"),
        ("自然增长率3.5%", "3.5 per 1,000"),
    ],
)
def test_no_number_takes_a_unit_that_is_not_its_own(chinese: str, english: str) -> None:
    assert told(chinese, english).lost


# A figure that English may say in several ways, with words that say it and words that do not.
WAYS = """
人口密度为1200人/平方千米 | 1,200 people per square kilometre | 1,200 people per 1,000 square metres
用水量降至28立方米/万元以下 | below 28 cubic metres per 10,000 yuan; 28 per ten thousand | 28 per 1,000 yuan
单价每千克3元 | 3 yuan per kilogram | 3,000 yuan per kilogram
完成1:5万地质调查 | a 1:50,000 geological survey | a 1:5 geological survey; a survey
从全省第8升至第5 | rose from eighth to fifth in the province; from 8th to 5th | from sixth to fifth in the province
温度从零下20℃升至零上10℃ | from -20 ℃ to 10 ℃; from 20 degrees below zero to 10 above | from -20 ℃ to 20 ℃
90万至120万元 | between 900,000 and 1.2 million yuan; 0.9 to 1.2 million yuan | between 90,000 and 1.2 million yuan
分别达80万人、120万人 | 800,000 and 1.2 million people respectively | 80,000 and 1.2 million people
启动一二三级应急响应 | levels 1, 2 and 3; level-1 to level-3 responses | 4 levels
按三七分成 | split 30 to 70; a 70–30 split | split 60 to 40
2024—2025学年 | the 2024–25 school year; 2024/25; 2024–2025 | the 2024–26 school year; 2024 and 25 places
装机2×660兆瓦 | two units of 660 MW; twin 660-MW units; 2×660 MW; 1,320 MW | the plant was completed; 660 MW; 2 units
装机2×35万千瓦 | two units of 350,000 kW; 700,000 kW | two units of 35 kW
缩短至1小时20分钟 | 1 hour 20 minutes; an hour and 20 minutes; 80 minutes | shorter; 20 hours; 1 hour 30 minutes
缩短至1小时30分钟 | 1.5 hours; an hour and a half; one and a half hours | two and a half hours
压减三分之二 | two thirds; two-thirds; 2/3; ⅔; two in three; 66.7%; 67% | fewer; one third; three quarters; 66%; 1/3
压减三分之一 | a third; one third; one-third; 1/3; one in three; 33.3% | fewer; two thirds; a quarter; one firm
压减四分之三 | three quarters; three fourths; 75% | fewer; 57%
压减四分之一 | a quarter; one quarter; 25% | fewer; a third
工期三年半 | three and a half years; three years and a half; 3.5 years; 42 months | some years; two and a half years
为期三年半 | 3½ years; 3 years and 6 months; three years and six months | 3 years; 43 months
工期一年半 | a year and a half; 18 months; eighteen months | a year; two and a half years; 18 September; first 6 months
用两个半小时 | two and a half hours; 150 minutes; 2 hours 30 minutes | some hours; 3 hours
用一个半月 | six weeks; 45 days; one and a half months | 2 months
增长三成半 | 35%; thirty-five per cent | grew; 30%
半年内 | half a year; six months; 6 months; soon | 7 months
半小时 | half an hour; 30 minutes | 7 minutes
压减一半 | half; 50% | 7
二分之一 | half; one half | 7
翻番 | doubled; doubling; 100% | grew; tripled
翻两番 | quadrupled; doubled twice; 4 times; 300% | grew; doubled; tripled
增长一倍 | doubled; twofold; 100% | grew; tripled
增长两倍 | tripled; double; 200% | grew; 3 times; quadrupled
增长1.2倍 | 1.2 times; by 120%; by 120 per cent | grew; by 20%; twelve times
增长4倍 | quintupled; by 400%; 4 times | grew; tripled; by 40%
补贴0.3元/千瓦时 | 0.3 yuan per kWh; 0.3 yuan per kilowatt-hour | 0.3 yuan per thousand
含量0.3毫克/千克 | 0.3 mg per kg | 3 mg per kg
每千瓦时补贴0.6元 | 0.6 yuan per kilowatt-hour; 0.6 yuan per kWh | 6 yuan per kWh
每百年一遇2次 | twice every century | 3 times every century
是2015年的5倍 | five times that of 2015; 5 times that of 2015 | six times that of 2015
增长4.23倍 | 423%; 4.23 times | 42.3%
提高0.5个百分点 | half a percentage point; by half a point; 0.5 percentage points | a percentage point; by half
占三成 | three in ten; three out of ten; three tenths; 30% | three in nine; 3; a third
占九成以上 | over nine tenths; more than nine in ten; over 90% | nine
五到八成 | five to eight in ten; 50% to 80% | five to eight
历时三十年 | three decades; thirty years; 30 years | two decades; three centuries
跨越五十年 | half a century; five decades; 50 years | a century; half a decade
三十家企业 | thirty firms | three decades
每万人有28件 | 28 per 10,000 people; 28 per ten thousand people | 28 per thousand people; 28 per person; 28 in all
每千人有床位6.5张 | 6.5 per thousand; 6.5 per 1,000 | 6.5 per ten thousand; 6.5 per hundred; 6.5 each
每十万人有120名 | 120 per hundred thousand; 120 for every 100,000; 120 per one hundred thousand | 120 per million; 120
每百户有车36辆 | 36 for every hundred households; 36 per 100 households | 36 for each household; 36 per thousand
有床位6.5张/千人 | 6.5 per thousand people; 6.5 per 1,000 | 6.5 per million; 6.5 each
提高百分之一 | 1%; one per cent | more
提高一个百分点 | a percentage point; one percentage point | 7 percentage points
""".strip().splitlines()


@pytest.mark.parametrize("row", WAYS, ids=lambda row: row.split(" |")[0])
def test_a_figure_that_may_be_said_otherwise_is_said_in_one_of_its_ways(row: str) -> None:
    chinese, right, wrong = ([words.strip() for words in cell.split(";")] for cell in row.split("|"))
    assert [words for words in right if told(chinese[0], words) != NOTHING] == []
    assert [words for words in wrong if told(chinese[0], words) == NOTHING] == []


def test_a_way_of_saying_a_figure_is_taken_once() -> None:
    assert told("工期三年半", "three and a half years for 42 households").added == ("42",)
    assert len(told("压减三分之二,新增2家", "cut by two thirds").lost) == 1


@given(*(st.integers(min_value=2, max_value=9) for _ in range(3)))
def test_a_product_is_carried_by_its_factors_or_by_itself_and_not_by_one_of_them(
    few: int, many: int, not_few: int
) -> None:
    chinese = f"装机{few}×{many}00兆瓦"
    assert told(chinese, f"{few} units of {many}00 MW") == NOTHING == told(chinese, f"{few * many * 100:,} MW")
    assert bool(told(chinese, f"{not_few} units of {many}00 MW").lost) == (not_few != few)
    assert told(chinese, f"units of {many}00 MW").lost == (f"{few}×{many}00兆瓦",)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("上世纪90年代", "in the 1990s, the last decade of the 20th century"),
        ("二十世纪五十年代", "in the 1950s"),
        ("19世纪60年代", "in the 1860s"),
        ("本世纪20年代", "in the 2020s, early in the 21st century"),
        ("五六十年代", "in the 1950s and 1960s"),
        ("八十、九十年代", "in the 1980s and 1990s"),
        ("80年代", "in the 1980s, in the 80s"),
        ("通关时间延长至22时", "extended to 10 p.m."),
        ("8时至22时", "from 8 a.m. to 10 p.m., from 8:00 to 22:00"),
        ("20时至22时", "from 8 to 10 p.m."),
        ("18时30分", "6:30 p.m."),
        ("22点30分", "10:30 at night"),
        ("零时", "12 a.m."),
        ("下午3点", "3 p.m., 15:00"),
        ("22：00", "10 p.m."),
        ("上半年", "H1, 1H, the 1st half, the first 6 months"),
        ("下半年", "H2, the last 6 months"),
        ("前三季度", "Q1–Q3, the first 9 months"),
        ("一季度", "Q1, the first 3 months"),
    ],
)
def test_a_date_may_be_told_as_english_tells_it(chinese: str, english: str) -> None:
    assert told(chinese, english) == NOTHING


@pytest.mark.parametrize(
    ("chinese", "english", "added"),
    [
        ("上世纪90年代", "in the 1980s", ("1980",)),
        ("上世纪90年代", "in 1990", ("1990",)),
        ("上世纪20年代", "in the 2020s", ("2020",)),
        ("19世纪60年代", "in the 1960s", ("1960",)),
        ("1990年代", "in the 1890s", ("1890",)),
        ("22时", "11 p.m.", ("11",)),
        ("22时", "10 a.m.", ("10",)),
        ("22时", "10 stations", ("10",)),
        ("22：00", "10 stations", ("10",)),
        ("上午3点", "15:00", ("15",)),
        ("下午3点", "15 stations", ("15",)),
        ("18时20分", "8:20 p.m.", ("8",)),
        ("18时20分", "20:00", ("00",)),
        ("上半年", "H2", ("2",)),
        ("上半年", "6 firms", ("6",)),
        ("下半年", "H1", ("1",)),
        ("前三季度", "H1", ("1",)),
        ("二季度", "the first 3 months", ("3",)),
    ],
)
def test_a_date_explains_no_other_date_and_nothing_that_is_none(
    chinese: str, english: str, added: tuple[str, ...]
) -> None:
    assert told(chinese, english).added == added


@given(st.integers(min_value=0, max_value=23), st.integers(min_value=1, max_value=12), st.sampled_from("ap"))
def test_an_hour_is_told_by_the_one_on_the_dial(hour: int, dial: int, half: str) -> None:
    assert (told(f"延长至{hour}时", f"until {dial} {half}.m.") == NOTHING) == (
        dial % 12 + 12 * (half == "p") == hour or dial == hour
    )
