"""Figures as printed are read as the quantities they state."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from duizhao.text.lexicon import AFTER, AFTER_ONLY, BEFORE, BEFORE_SIZES, DENIALS, DENIED, DENIED_HOW, DONE
from duizhao.text.quantity import OPERATORS, quantity

from .chinese import in_chinese, texts

# Figure, operator, value, upper, unit, base value, base upper, base unit; a dash stands for None.
FIGURES = """
-20℃至-10℃ | range | -20 | -10 | ℃ | -20 | -10 | ℃
-3%~-1% | range | -3 | -1 | % | -3 | -1 | %
－3%～－1% | range | -3 | -1 | % | -3 | -1 | %
-5至-3个百分点 | range | -5 | -3 | 个百分点 | -5 | -3 | 个百分点
-3%—-1% | range | -3 | -1 | % | -3 | -1 | %
-3%--1% | range | -3 | -1 | % | -3 | -1 | %
零下5℃—零上5℃ | range | -5 | 5 | ℃ | -5 | 5 | ℃
3--5家 | range | 3 | 5 | 家 | 3 | 5 | 家
28立方米/万元以下 | le | 28 | - | 立方米/万元 | 28 | - | 立方米/万元
0.35吨标准煤/万元 | eq | 0.35 | - | 吨标准煤/万元 | 0.35 | - | 吨标准煤/万元
0.02人/亿元 | eq | 0.02 | - | 人/亿元 | 0.02 | - | 人/亿元
800元/人·月 | eq | 800 | - | 元/人·月 | 800 | - | 元/人·月
670元/人/年 | eq | 670 | - | 元/人/年 | 670 | - | 元/人/年
0.5元/千瓦·时 | eq | 0.5 | - | 元/千瓦·时 | 0.5 | - | 元/千瓦·时
12亿千瓦·时 | eq | 12 | - | 亿千瓦·时 | 1200000000 | - | 千瓦·时
12亿kW·h | eq | 12 | - | 亿kW·h | 1200000000 | - | kW·h
2.5亿千瓦小时 | eq | 2.5 | - | 亿千瓦小时 | 250000000 | - | 千瓦小时
3500亿吨・公里 | eq | 3500 | - | 亿吨·公里 | 350000000000 | - | 吨·公里
120万千伏·安 | eq | 120 | - | 万千伏·安 | 1200000 | - | 千伏·安
不得少于2小时 | ge | 2 | - | 小时 | 2 | - | 小时
不得超过3个以上 | le | 3 | - | 个 | 3 | - | 个
没有突破4% | le | 4 | - | % | 4 | - | %
不得擅自突破5000万元 | le | 5000 | - | 万元 | 50000000 | - | 元
不再低于90% | ge | 90 | - | % | 90 | - | %
未达到60% | lt | 60 | - | % | 60 | - | %
小于等于2.5微米 | le | 2.5 | - | 微米 | 2.5 | - | 微米
达到或超过6成 | ge | 60 | - | % | 60 | - | %
突破了50万人次 | gt | 50 | - | 万人次 | 500000 | - | 人次
过五百亿 | gt | 50000000000 | - | | 50000000000 | - |
过5亿元 | gt | 5 | - | 亿元 | 500000000 | - | 元
5000万元（含）以上 | ge | 5000 | - | 万元 | 50000000 | - | 元
85%（含85%）以上 | ge | 85 | - | % | 85 | - | %
20户(不含)以下 | lt | 20 | - | 户 | 20 | - | 户
20户以上（不含20户） | gt | 20 | - | 户 | 20 | - | 户
50万元（不含税）以上 | ge | 50 | - | 万元 | 500000 | - | 元
20万墩以上 | ge | 20 | - | 万墩 | 200000 | - | 墩
不止50家 | gt | 50 | - | 家 | 50 | - | 家
三到五千元 | range | 3000 | 5000 | 元 | 3000 | 5000 | 元
三到二十人 | range | 3 | 20 | 人 | 3 | 20 | 人
六到八百户 | range | 600 | 800 | 户 | 600 | 800 | 户
八到五百户 | range | 8 | 500 | 户 | 8 | 500 | 户
5.2×10⁴平方米 | eq | 52000 | - | 平方米 | 52000 | - | 平方米
约1×10⁶人次 | approx | 1000000 | - | 人次 | 1000000 | - | 人次
3.2×10^8元 | eq | 320000000 | - | 元 | 320000000 | - | 元
２．５×１０⁴吨 | eq | 25000 | - | 吨 | 25000 | - | 吨
1.5×10⁻³毫克/升 | eq | 0.0015 | - | 毫克/升 | 0.0015 | - | 毫克/升
10⁸千瓦时 | eq | 100000000 | - | 千瓦时 | 100000000 | - | 千瓦时
2—3×10⁴立方米 | range | 20000 | 30000 | 立方米 | 20000 | 30000 | 立方米
三成半 | eq | 35 | - | % | 35 | - | %
两倍半 | relative | 2.5 | - | 倍 | 2.5 | - | 倍
过七成 | gt | 70 | - | % | 70 | - | %
1个多百分点 | gt | 1 | - | 个百分点 | 1 | - | 个百分点
1亿零200万元 | eq | 102000000 | - | 元 | 102000000 | - | 元
5047.4亿元 | eq | 5047.4 | - | 亿元 | 504740000000 | - | 元
877.6亿元 | eq | 877.6 | - | 亿元 | 87760000000 | - | 元
1.2万亿 | eq | 1.2 | - | 万亿 | 1200000000000 | - |
4.9万 | eq | 4.9 | - | 万 | 49000 | - |
224.18万人 | eq | 224.18 | - | 万人 | 2241800 | - | 人
1.6万人次 | eq | 1.6 | - | 万人次 | 16000 | - | 人次
357万平方米 | eq | 357 | - | 万平方米 | 3570000 | - | 平方米
1.2万户 | eq | 1.2 | - | 万户 | 12000 | - | 户
6200张 | eq | 6200 | - | 张 | 6200 | - | 张
7.4公顷 | eq | 7.4 | - | 公顷 | 7.4 | - | 公顷
13.6公里 | eq | 13.6 | - | 公里 | 13.6 | - | 公里
6个月 | eq | 6 | - | 个月 | 6 | - | 个月
2小时 | eq | 2 | - | 小时 | 2 | - | 小时
10.2% | eq | 10.2 | - | % | 10.2 | - | %
-0.3% | eq | -0.3 | - | % | -0.3 | - | %
－0.3％ | eq | -0.3 | - | % | -0.3 | - | %
负0.3% | eq | -0.3 | - | % | -0.3 | - | %
+8.0% | eq | 8.0 | - | % | 8.0 | - | %
100% | eq | 100 | - | % | 100 | - | %
0.8个百分点 | eq | 0.8 | - | 个百分点 | 0.8 | - | 个百分点
3‰ | eq | 3 | - | ‰ | 3 | - | ‰
30微克/立方米 | eq | 30 | - | 微克/立方米 | 30 | - | 微克/立方米
100㎡ | eq | 100 | - | ㎡ | 100 | - | ㎡
30km | eq | 30 | - | km | 30 | - | km
5千米 | eq | 5 | - | 千米 | 5 | - | 千米
3千家 | eq | 3 | - | 千家 | 3000 | - | 家
120万千瓦 | eq | 120 | - | 万千瓦 | 1200000 | - | 千瓦
4万人以上 | ge | 4 | - | 万人 | 40000 | - | 人
200宗以上 | ge | 200 | - | 宗 | 200 | - | 宗
15个以上 | ge | 15 | - | 个 | 15 | - | 个
千万元以上 | ge | 10000000 | - | 元 | 10000000 | - | 元
不少于5家 | ge | 5 | - | 家 | 5 | - | 家
不低于6% | ge | 6 | - | % | 6 | - | %
至少3所 | ge | 3 | - | 所 | 3 | - | 所
上百家 | ge | 100 | - | 家 | 100 | - | 家
双上百 | ge | 100 | - | | 100 | - |
不少于5家以上 | ge | 5 | - | 家 | 5 | - | 家
超400万平方米 | gt | 400 | - | 万平方米 | 4000000 | - | 平方米
超千亿 | gt | 100000000000 | - | | 100000000000 | - |
超2亿元 | gt | 2 | - | 亿元 | 200000000 | - | 元
超过97% | gt | 97 | - | % | 97 | - | %
突破100家 | gt | 100 | - | 家 | 100 | - | 家
逾800支 | gt | 800 | - | 支 | 800 | - | 支
逾万名 | gt | 10000 | - | 名 | 10000 | - | 名
4.7万余名 | gt | 4.7 | - | 万名 | 47000 | - | 名
20余亿元 | gt | 20 | - | 亿元 | 2000000000 | - | 元
100多家 | gt | 100 | - | 家 | 100 | - | 家
100多元 | gt | 100 | - | 元 | 100 | - | 元
四十多年 | gt | 40 | - | 年 | 40 | - | 年
3个多月 | gt | 3 | - | 个月 | 3 | - | 个月
三年多 | gt | 3 | - | 年 | 3 | - | 年
十几家 | gt | 10 | - | 家 | 10 | - | 家
超100亿元以上 | gt | 100 | - | 亿元 | 10000000000 | - | 元
80个工作日以内 | le | 80 | - | 个工作日 | 80 | - | 个工作日
10个工作日内 | le | 10 | - | 个工作日 | 10 | - | 个工作日
不超过3.5% | le | 3.5 | - | % | 3.5 | - | %
35微克/立方米以下 | le | 35 | - | 微克/立方米 | 35 | - | 微克/立方米
不到20天 | lt | 20 | - | 天 | 20 | - | 天
不足1公里 | lt | 1 | - | 公里 | 1 | - | 公里
近百万平方米 | approx | 1000000 | - | 平方米 | 1000000 | - | 平方米
近10年 | approx | 10 | - | 年 | 10 | - | 年
约535家 | approx | 535 | - | 家 | 535 | - | 家
大概有535家 | approx | 535 | - | 家 | 535 | - | 家
约20.3万名 | approx | 20.3 | - | 万名 | 203000 | - | 名
6.5%左右 | approx | 6.5 | - | % | 6.5 | - | %
约20天左右 | approx | 20 | - | 天 | 20 | - | 天
数十家 | approx | - | - | 家 | - | - | 家
几百个 | approx | - | - | 个 | - | - | 个
数十余家 | approx | - | - | 家 | - | - | 家
20-30户 | range | 20 | 30 | 户 | 20 | 30 | 户
20至30户 | range | 20 | 30 | 户 | 20 | 30 | 户
20～30户左右 | range | 20 | 30 | 户 | 20 | 30 | 户
5%-10% | range | 5 | 10 | % | 5 | 10 | %
3-5万人 | range | 3 | 5 | 万人 | 30000 | 50000 | 人
3000-5万人 | range | 0.3 | 5 | 万人 | 3000 | 50000 | 人
5000万-1亿元 | range | 0.5 | 1 | 亿元 | 50000000 | 100000000 | 元
三到五年 | range | 3 | 5 | 年 | 3 | 5 | 年
五六十家 | range | 50 | 60 | 家 | 50 | 60 | 家
十七八岁 | range | 17 | 18 | 岁 | 17 | 18 | 岁
两三年 | range | 2 | 3 | 年 | 2 | 3 | 年
二十七八家 | range | 27 | 28 | 家 | 27 | 28 | 家
十五六万人 | range | 150000 | 160000 | 人 | 150000 | 160000 | 人
1千多万元 | gt | 1 | - | 千万元 | 10000000 | - | 元
2万余亿元 | gt | 2 | - | 万亿元 | 2000000000000 | - | 元
一亿二千多万元 | gt | 120000000 | - | 元 | 120000000 | - | 元
3千5百家 | eq | 3500 | - | 家 | 3500 | - | 家
一百几十人 | gt | 100 | - | 人 | 100 | - | 人
2倍 | relative | 2 | - | 倍 | 2 | - | 倍
增长一倍 | relative | 1 | - | 倍 | 1 | - | 倍
翻一番 | relative | 1 | - | 番 | 1 | - | 番
翻番 | relative | 1 | - | 番 | 1 | - | 番
翻了两番 | relative | 2 | - | 番 | 2 | - | 番
近2倍 | approx | 2 | - | 倍 | 2 | - | 倍
全部 | coverage | - | - | | - | - |
全覆盖 | coverage | - | - | | - | - |
应保尽保 | coverage | - | - | | - | - |
完成上级下达任务 | delegated | - | - | | - | - |
完成市下达的目标任务 | delegated | - | - | | - | - |
第一 | rank | 1 | - | 位 | 1 | - | 位
第三位 | rank | 3 | - | 位 | 3 | - | 位
第14名 | rank | 14 | - | 位 | 14 | - | 位
首位 | rank | 1 | - | 位 | 1 | - | 位
首个 | rank | 1 | - | 位 | 1 | - | 位
两成 | eq | 20 | - | % | 20 | - | %
三成五 | eq | 35 | - | % | 35 | - | %
近七成 | approx | 70 | - | % | 70 | - | %
百分之五点五 | eq | 5.5 | - | % | 5.5 | - | %
百分之5.5 | eq | 5.5 | - | % | 5.5 | - | %
百分之七八 | range | 7 | 8 | % | 7 | 8 | %
负百分之二三 | range | -3 | -2 | % | -3 | -2 | %
百分之二五 | eq | 25 | - | % | 25 | - | %
百分之二三四五 | eq | 2345 | - | % | 2345 | - | %
百分之二零 | eq | 20 | - | % | 20 | - | %
百分之百 | eq | 100 | - | % | 100 | - | %
百分百 | eq | 100 | - | % | 100 | - | %
一半以上 | ge | 50 | - | % | 50 | - | %
千分之三 | eq | 3 | - | ‰ | 3 | - | ‰
9.5/10万 | eq | 9.5 | - | 1/100000 | 9.5 | - | 1/100000
不超过8/10万 | le | 8 | - | 1/100000 | 8 | - | 1/100000
120KW | eq | 120 | - | KW | 120 | - | KW
28µg/m³ | eq | 28 | - | μg/m³ | 28 | - | μg/m³
三分之二 | eq | 2 | - | 1/3 | 2 | - | 1/3
三所 | eq | 3 | - | 所 | 3 | - | 所
两幢 | eq | 2 | - | 幢 | 2 | - | 幢
十三年 | eq | 13 | - | 年 | 13 | - | 年
半年 | eq | 0.5 | - | 年 | 0.5 | - | 年
一年半 | eq | 1.5 | - | 年 | 1.5 | - | 年
3个半月 | eq | 3.5 | - | 个月 | 3.5 | - | 个月
三百二十五万 | eq | 3250000 | - | | 3250000 | - |
一点二万亿元 | eq | 1.2 | - | 万亿元 | 1200000000000 | - | 元
一万二 | eq | 12000 | - | | 12000 | - |
一亿零五百万元 | eq | 105000000 | - | 元 | 105000000 | - | 元
百万千瓦 | eq | 1000000 | - | 千瓦 | 1000000 | - | 千瓦
二〇二〇 | eq | 2020 | - | | 2020 | - |
1万2千户 | eq | 12000 | - | 户 | 12000 | - | 户
1亿2000万元 | eq | 120000000 | - | 元 | 120000000 | - | 元
1,234家 | eq | 1234 | - | 家 | 1234 | - | 家
1，234家 | eq | 1234 | - | 家 | 1234 | - | 家
５４人 | eq | 54 | - | 人 | 54 | - | 人
5.2 亿元 | eq | 5.2 | - | 亿元 | 520000000 | - | 元
5000年 | eq | 5000 | - | 年 | 5000 | - | 年
""".strip().splitlines()


def as_row(figure: str) -> str:
    """What the figure is read as, in the columns of the table above."""
    read = quantity(figure)
    parts = (read.operator, read.value, read.upper, read.unit, read.base_value, read.base_upper, read.base_unit)
    return " | ".join([figure, *("-" if part is None else str(part) for part in parts)]).rstrip()


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row.split(" | ")[0])
def test_a_figure_as_printed_is_read(row: str) -> None:
    expected = " | ".join(cell.strip() for cell in row.split("|")).rstrip()
    assert as_row(row.split(" | ")[0]) == expected


NO_FIGURES = (
    "", " ", "人", "以上", "新增4万人", "4万人,5万人", "4万人5", "5G", "2021年", "2019-2021年", "第一区", "六稳",
    "约5人以上", "不足10家以上", "约4万余人", "超20-30户", "30-20户", "3家至5人", "近三年", "A-2021年",
)  # fmt: skip


@pytest.mark.parametrize("figure", NO_FIGURES)
def test_what_is_no_single_figure_is_not_read(figure: str) -> None:
    assert quantity(figure) is None


def test_a_year_is_no_quantity() -> None:
    assert quantity("2021年") is None


def test_the_steps_tell_how_a_figure_was_read() -> None:
    assert quantity("4万人以上").steps == ("4 × 万 = 40000", "人", "以上 → ge")
    assert quantity("约535家").steps == ("535", "家", "约 → approx")
    assert quantity("4.7万余名").steps == ("4.7 × 万 = 47000", "名", "→ gt")
    assert quantity("三所").steps == ("三 = 3", "所")
    assert quantity("3-5万人").steps == ("3–5 × 万 = 30000–50000", "人", "→ range")
    assert quantity("第三位").steps == ("第三位 → rank 3",)


def test_the_figure_is_kept_as_given() -> None:
    assert quantity("１２．５ ％").figure == "１２．５ ％"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_in_chinese_numerals_is_read_back(number: int) -> None:
    assert quantity(in_chinese(number)).value == number
    assert quantity(in_chinese(number) + "人").base_unit == "人"


@given(st.integers(min_value=0, max_value=9999))
def test_a_chinese_numeral_in_everyday_form_is_read_back(number: int) -> None:
    formal = in_chinese(number)
    everyday = formal.removeprefix("一") if 10 <= number < 20 else formal.replace("二百", "两百")
    assert quantity(everyday).value == number


@given(st.integers(1, 9).map(lambda digit: digit * 10**3), st.sampled_from("余多"), st.sampled_from(["万", "亿"]))
def test_a_mark_of_more_stands_before_or_behind_a_size_alike(number: int, mark: str, scale: str) -> None:
    printed = (f"{number // 1000}千{mark}{scale}元", f"{number}{mark}{scale}元", f"{in_chinese(number)}{mark}{scale}元")
    assert {(quantity(one).operator, quantity(one).base_value) for one in printed} == {
        ("gt", number * {"万": 10**4, "亿": 10**8}[scale])
    }


@given(st.integers(1, 8), st.sampled_from([10, 100, 1000]), st.integers(0, 99), st.sampled_from(["", "万", "亿"]))
def test_two_digits_in_a_row_are_a_range_behind_any_larger_size(digit: int, size: int, front: int, scale: str) -> None:
    low, high = (in_chinese(front * size * 10 + step * size) for step in (digit, digit + 1))
    at = next(at for at, (one, other) in enumerate(zip(low, high, strict=True)) if one != other)
    read = quantity(f"{low[:at]}{low[at]}{high[at]}{low[at + 1 :]}{scale}户")
    exponent = {"": 0, "万": 4, "亿": 8}[scale]
    least = (front * size * 10 + digit * size) * 10**exponent
    assert (read.operator, read.base_value, read.base_upper) == ("range", least, least + size * 10**exponent)


decimals = st.decimals(min_value=0, max_value=10**40, allow_nan=False, places=4).map("{:f}".format)


@given(decimals, st.sampled_from([("万", 4), ("亿", 8), ("万亿", 12)]))
def test_a_scale_multiplies_exactly(printed: str, scale: tuple[str, int]) -> None:
    mark, exponent = scale
    read = quantity(f"{printed}{mark}元")
    assert str(read.base_value) == str(int(printed.replace(".", "")) * 10 ** (exponent - 4))


@given(texts)
@example("亿点四万")
@example("百分之二三四五")
def test_reading_any_text_as_a_figure_raises_nothing(text: str) -> None:
    read = quantity(text)
    assert read is None or read.figure == text and read.operator in OPERATORS


amounts = st.builds("{}.{}{}".format, st.integers(0, 10**7), st.integers(0, 99), st.sampled_from("人家%元个"))


def without_operator(figure: str) -> tuple:
    read = quantity(figure)
    return read.value, read.upper, read.unit, read.base_value, read.base_upper, read.base_unit


@given(amounts, st.sampled_from([word for word in BEFORE if word not in BEFORE_SIZES]))
def test_a_word_before_changes_the_operator_and_nothing_else(amount: str, word: str) -> None:
    assert without_operator(word + amount) == without_operator(amount)
    assert (quantity(amount).operator, quantity(word + amount).operator) == ("eq", BEFORE[word])


denials = st.sampled_from([*DENIALS, *(denial + how for denial in DENIALS for how in DENIED_HOW)])


@given(amounts, denials, st.sampled_from(list(DENIED)))
def test_a_word_that_is_denied_says_what_is_left(amount: str, denial: str, word: str) -> None:
    assert without_operator(denial + word + amount) == without_operator(amount)
    assert quantity(denial + word + amount).operator == DENIED[word]


@given(amounts, st.sampled_from([word for word in DONE if word not in BEFORE_SIZES]))
def test_a_bound_that_is_passed_already_is_one(amount: str, word: str) -> None:
    assert quantity(f"{word}了{amount}").operator == BEFORE[word]


@given(amounts, st.sampled_from(["以上", "以下", "以内"]), st.sampled_from(["", "本数", "amount"]))
def test_an_amount_may_be_left_out_of_what_it_bounds(amount: str, word: str, said: str) -> None:
    itself = amount if said == "amount" else said
    strict = {"ge": "gt", "le": "lt"}[AFTER[word]]
    assert quantity(f"{amount}（含{itself}）{word}").operator == AFTER[word]
    assert {quantity(one).operator for one in (f"{amount}（不含{itself}）{word}", f"{amount}{word}(不含{itself})")} == {
        strict
    }


@pytest.mark.parametrize("figure", ["8500万棒", "3墩", "90后以下", "1.0版以上", "20户(3户)以上"])
def test_what_is_unknown_is_no_unit_elsewhere(figure: str) -> None:
    assert quantity(figure) is None


@given(amounts, st.sampled_from([word for word in AFTER if word not in AFTER_ONLY]))
def test_a_word_after_changes_the_operator_and_nothing_else(amount: str, word: str) -> None:
    assert without_operator(amount + word) == without_operator(amount)
    assert (quantity(amount).operator, quantity(amount + word).operator) == ("eq", AFTER[word])
