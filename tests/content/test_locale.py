"""Interface words, times and quantities in two languages; nothing is rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.content.locale import (
    WordError,
    Words,
    amount_words,
    count_words,
    number_words,
    quantity_words,
    scale_words,
    time_words,
    unit_names,
    unit_words,
)
from duizhao.content.schema import Bilingual
from duizhao.content.written import WrittenMeasure
from duizhao.text.period import Period, parse_period
from duizhao.text.quantity import quantity

from ..text.test_growth import grows_no_faster_than_its_text
from ..text.test_period import MOMENTS

ZH, EN = (
    Words(
        {
            "operator.coverage": Bilingual("全部", "all"),
            "quantity.rank": Bilingual("第{number}位", "no. {number}"),
            "quantity.fall": Bilingual("减少{quantity}", "down {quantity}"),
            "quantity.fall-of-rate": Bilingual("下降{quantity}", "down {quantity}"),
            "hello": Bilingual("你好", "Hello"),
            "found": Bilingual("找到{count}处", "{count} place|{count} places"),
            "of": Bilingual("{district}（{city}）", "{district} of {city}"),
            "odd": Bilingual("{没有}", "{nothing}"),
            "open": Bilingual("{", "{count"),
        },
        language,
    )
    for language in ("zh", "en")
)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"district": 30789, "city": 999}, "30,789 of 999"),
        ({"district": "2021", "city": 1000000}, "2021 of 1,000,000"),  # a year is no number of things
    ],
)
def test_every_number_of_a_thousand_and_more_has_its_thousands_apart(values: dict[str, object], said: str) -> None:
    assert EN("of", **values) == said
    assert EN("found", count=30789) == "30,789 places"


def test_a_word_is_given_in_the_language_with_its_values_put_in() -> None:
    assert (ZH("hello"), EN("hello")) == ("你好", "Hello")
    assert ZH("of", district="青湖区", city="云江市") == "青湖区（云江市）"
    assert EN("of", district="Qinghu", city="Yunjiang") == "Qinghu of Yunjiang"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 place"),
        (0, "0 places"),
        (2, "2 places"),
        (999, "999 places"),
        (1118, "1,118 places"),
        ("1,000", "1,000 places"),
    ],
)
def test_words_with_a_count_have_a_form_for_one_and_one_for_others(count: object, words: str) -> None:
    assert EN("found", count=count) == words
    assert ZH("found", count=count) == f"找到{words.partition(' ')[0]}处"


@pytest.mark.parametrize("words", [ZH, EN])
def test_a_word_that_is_missing_or_names_what_is_not_put_in_is_a_mistake_of_the_content(words: Words) -> None:
    with pytest.raises(WordError, match="there is no interface word goodbye"):
        words("goodbye")
    with pytest.raises(WordError, match="of odd may name {count} and nothing else"):
        words("odd", count=1)
    with pytest.raises(WordError, match="of open may name {name} and nothing else"):
        words("open", name="a")


@pytest.mark.parametrize(
    ("time", "zh", "en"),
    [
        ("2020", "2020年", "2020"),
        ("2020-06", "2020年6月", "June 2020"),
        ("2020-06-11", "2020年6月11日", "11 June 2020"),
        ("2021-Q1", "2021年一季度", "Q1 2021"),
        ("2021-Q4", "2021年四季度", "Q4 2021"),
        ("2021-H1", "2021年上半年", "first half of 2021"),
        ("2021-H2", "2021年下半年", "second half of 2021"),
        ("2020-H2/2021-H1", "2020年下半年至2021年上半年", "second half of 2020 to first half of 2021"),
        ("2019/2020", "2019年至2020年", "2019 to 2020"),
        ("2021-01/2021-05", "2021年1月至5月", "January to May 2021"),
        ("2019-01/2020-06", "2019年1月至2020年6月", "January 2019 to June 2020"),
        ("2021-Q1/2021-Q2", "2021年一季度至2021年二季度", "Q1 2021 to Q2 2021"),
        ("2021-Q1/2021-05", "2021年一季度至2021年5月", "Q1 2021 to May 2021"),
        ("2020-01-05/2020-06-11", "2020年1月5日至2020年6月11日", "5 January 2020 to 11 June 2020"),
    ],
)
def test_a_time_is_said_in_words(time: str, zh: str, en: str) -> None:
    assert (time_words(parse_period(time), "zh"), time_words(parse_period(time), "en")) == (zh, en)


@given(MOMENTS, MOMENTS, st.sampled_from(["zh", "en"]))
def test_any_time_that_the_content_may_hold_can_be_said(one: str, other: str, language: str) -> None:
    first, last = sorted((parse_period(one), parse_period(other)))
    for time in (first, last, Period(first.start, last.start)):
        said = time_words(time, language)
        assert all(str(year) in said for year in time.years)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("0", "0", "0"),
        ("8", "8", "8"),
        ("8.50", "8.5", "8.5"),
        ("-0.3", "−0.3", "−0.3"),
        ("9999", "9999", "9,999"),
        ("40000", "4万", "40,000"),
        ("12345", "12345", "12,345"),
        ("13500", "1.35万", "13,500"),
        ("1000000", "100万", "1 million"),
        ("1234567", "1234567", "1,234,567"),
        ("2241800", "224.18万", "2,241,800"),
        ("504740000000", "5047.4亿", "504.74 billion"),
        ("1200000000000", "12000亿", "1.2 trillion"),
        ("-87760000000", "−877.6亿", "−87.76 billion"),
        ("1E+9", "10亿", "1 billion"),
        ("1234.5678", "1234.5678", "1,234.5678"),
    ],
)
def test_a_number_is_scaled_for_reading(value: str, zh: str, en: str) -> None:
    assert (number_words(Decimal(value), "zh"), number_words(Decimal(value), "en")) == (zh, en)


SCALES = {"亿": 8, "万": 4, " trillion": 12, " billion": 9, " million": 6}


def read_back(words: str) -> Decimal:
    """The value of a number in words."""
    exponent = 0
    for name, power in SCALES.items():
        if words.endswith(name):
            words, exponent = words.removesuffix(name), power
    return Decimal(f"{words.replace('−', '-').replace(',', '')}E{exponent}")


@given(
    st.one_of(
        st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**16), max_value=10**16, places=4),
        st.integers(-(10**40), 10**40).map(Decimal),
        st.builds(lambda digits, power: Decimal(digits).scaleb(power), st.integers(-99999, 99999), st.integers(-6, 20)),
    ),
    st.sampled_from(["zh", "en"]),
)
def test_a_number_in_words_read_back_is_the_same_number(value: Decimal, language: str) -> None:
    assert read_back(number_words(value, language)) == value


@pytest.mark.parametrize(
    ("value", "upper", "unit", "operator", "zh", "en"),
    [
        ("40000", None, "人", "ge", "≥ 4万人", "≥ 40,000 people"),
        ("5", None, "家", "gt", "> 5家", "> 5"),
        ("3", None, "天", "le", "≤ 3天", "≤ 3 days"),
        ("3", None, "天", "lt", "< 3天", "< 3 days"),
        ("535", None, "家", "approx", "≈ 535家", "≈ 535"),
        ("8", None, "%", "eq", "8%", "8%"),
        ("3", "5", "公里", "range", "3–5公里", "3–5 km"),
        ("1", None, "人", "eq", "1人", "1 person"),
        ("1", "2", "天", "range", "1–2天", "1–2 days"),
        ("300000000", None, "美元", "eq", "3亿美元", "300 million US dollars"),
        ("20", None, "千瓦", "eq", "20千瓦", "20 千瓦"),
        ("13", None, "位", "rank", "第13位", "no. 13"),
        ("1", "3", "位", "rank", "第1–3位", "no. 1–3"),
        ("7", None, "", "eq", "7", "7"),
        ("2", None, "番", "relative", "2番", "2 番"),
        (None, None, "", "coverage", "全部", "all"),
    ],
)
def test_a_quantity_is_said_with_its_sign_and_unit(
    value: str | None, upper: str | None, unit: str, operator: str, zh: str, en: str
) -> None:
    assert said("", value, unit, operator, upper=upper) == (zh, en)


def said(
    figure: str, value: str | None, unit: str, operator: str = "eq", aspect: str = "level", upper: str | None = None
) -> tuple[str, str]:
    """A measure's quantity in Chinese and in English."""
    measure = WrittenMeasure(
        figure=figure,
        value=Decimal(value) if value else None,
        upper=Decimal(upper) if upper else None,
        unit=unit,
        operator=operator,
        aspect=aspect,
    )
    return quantity_words(measure, ZH), quantity_words(measure, EN)


@pytest.mark.parametrize(
    ("figure", "value", "unit", "operator", "zh", "en"),
    [
        ("1.7%", "1.7", "%", "eq", "下降1.7%", "down 1.7%"),
        ("10.20%以上", "10.2", "%", "ge", "下降≥ 10.20%", "down ≥ 10.20%"),
        ("1.2万人", "12000", "人", "eq", "减少1.2万人", "down 12,000 people"),
        ("3个百分点", "3", "个百分点", "eq", "下降3个百分点", "down 3 percentage points"),
        ("1处", "1", "处", "eq", "减少1处", "down 1"),
    ],
)
def test_a_fall_is_said_to_be_one(figure: str, value: str, unit: str, operator: str, zh: str, en: str) -> None:
    assert said(figure, value, unit, operator, "decrease") == (zh, en)


@pytest.mark.parametrize(
    ("figure", "value", "unit", "zh", "en"),
    [
        ("15.0%", "15", "%", "15.0%", "15.0%"),
        ("１５．０%", "15", "%", "15.0%", "15.0%"),
        ("14.10万元", "141000", "元", "14.10万元", "141,000 yuan"),
        ("15.0亿元", "1500000000", "元", "15.0亿元", "1.50 billion yuan"),
        ("5047.4亿元", "504740000000", "元", "5047.4亿元", "504.74 billion yuan"),
        ("3.00公里", "3", "公里", "3.00公里", "3.00 km"),
        ("40000人", "40000", "人", "4万人", "40,000 people"),
        ("2.5倍", "2.5", "倍", "2.5倍", "2.5 倍"),
        ("0.0%", "0", "%", "0%", "0%"),
        ("一成半", "15", "%", "15%", "15%"),
    ],
)
def test_the_noughts_that_are_printed_are_kept(figure: str, value: str, unit: str, zh: str, en: str) -> None:
    assert said(figure, value, unit) == (zh, en)


def test_a_range_of_which_only_the_upper_end_has_decimals_is_said() -> None:
    assert said("3至4.5万元", "30000", "元", upper="45000") == ("3万–4.5万元", "30,000–45,000 yuan")
    assert said("7至7.7%", "7", "%", upper="7.7") == ("7–7.7%", "7–7.7%")


@pytest.mark.parametrize(
    ("figure", "value", "upper", "unit", "zh", "en"),
    [
        ("3至4.50%", "3", "4.5", "%", "3–4.50%", "3–4.50%"),
        ("3.0至4.50%", "3", "4.5", "%", "3.0–4.50%", "3.0–4.50%"),
        ("3.00%至30%", "3", "30", "%", "3.00–30%", "3.00–30%"),
        ("３．０～４%", "3", "4", "%", "3.0–4%", "3.0–4%"),
        ("2.50万至3.0万元", "25000", "30000", "元", "2.50万–3.0万元", "25,000–30,000 yuan"),
        ("1,200.50至2,000.0公里", "1200.5", "2000", "公里", "1200.50–2000.0公里", "1,200.50–2,000.0 km"),
    ],
)
def test_each_end_of_a_range_keeps_the_noughts_that_it_is_printed_with(
    figure: str, value: str, upper: str, unit: str, zh: str, en: str
) -> None:
    assert said(figure, value, unit, upper=upper) == (zh, en)


def read_and_said(figure: str, aspect: str = "share") -> tuple[str, str]:
    """A figure as the parser reads it, said in Chinese and in English."""
    read = quantity(figure)
    assert read, figure
    value, upper = (None if end is None else str(end) for end in (read.base_value, read.base_upper))
    return said(figure, value, read.base_unit, read.operator, aspect, upper)


@pytest.mark.parametrize(
    ("figure", "zh", "en"),
    [
        ("三分之二", "2/3", "2/3"),
        ("超过四分之三", "> 3/4", "> 3/4"),
        ("三分之二以上", "≥ 2/3", "≥ 2/3"),
        ("5/6", "5/6", "5/6"),
        ("½", "1/2", "1/2"),
        ("十分之七", "7/10", "7/10"),
        ("三分之一二", "1/3–2/3", "1/3–2/3"),
        ("负三分之一", "−1/3", "−1/3"),
        ("9.5/10万", "9.5/10万", "9.5 per 100,000"),
        ("9.50/10万人", "9.50/10万", "9.50 per 100,000"),
        ("10万分之9.50", "9.50/10万", "9.50 per 100,000"),
        ("十万分之九点五", "9.5/10万", "9.5 per 100,000"),
        ("9至10.50/10万", "9/10万–10.50/10万", "9–10.50 per 100,000"),
        ("2.3/百万", "2.3/100万", "2.3 per 1 million"),
        ("1.5/万", "1.5/万", "1.5 per 10,000"),
        ("万分之一", "1/万", "1 per 10,000"),
        ("五千分之一", "1/5000", "1 per 5,000"),
        ("1.5/千", "1.5‰", "1.5‰"),
        ("百分之五", "5%", "5%"),
        ("三成五", "35%", "35%"),
        ("七八成", "70–80%", "70–80%"),
    ],
)
def test_a_part_of_a_whole_is_said_as_one_number(figure: str, zh: str, en: str) -> None:
    assert read_and_said(figure) == (zh, en)


@given(st.integers(1, 99), st.integers(2, 10**7), st.sampled_from(["zh", "en"]))
def test_any_part_of_a_whole_is_said_with_how_many_there_are(part: int, whole: int, language: str) -> None:
    words = said("", str(part), f"1/{whole}")[language == "en"]
    number, _, of = words.partition(" per " if " per " in words else "/")
    assert (number, read_back(f"1{of}" if of.startswith("万") else of)) == (str(part), whole)


def test_a_fall_by_a_part_of_a_whole_is_said_to_be_one() -> None:
    assert read_and_said("三分之一", "decrease") == ("下降1/3", "down 1/3")
    assert read_and_said("9.5/10万", "decrease") == ("下降9.5/10万", "down 9.5 per 100,000")
    assert read_and_said("1.5/万", "decrease") == ("下降1.5/万", "down 1.5 per 10,000")
    assert read_and_said("50个基点", "decrease") == ("下降50个基点", "down 50 basis points")


@pytest.mark.parametrize(
    ("figure", "zh", "en"),
    [
        ("1200元/平方米", "1200元/平方米", "1,200 yuan per m²"),
        ("3.5万元/平方米", "3.5万元/平方米", "35,000 yuan per m²"),
        ("800人/平方公里", "800人/平方公里", "800 people per km²"),
        ("1人/户", "1人/户", "1 person per household"),
        ("24小时/天", "24小时/天", "24 hours per day"),
        ("3.5件/万人", "3.5件/万人", "3.5 per 10,000 people"),
        ("5.3张/千人", "5.3张/千人", "5.3 per 1,000 people"),
        ("500元/百平方米", "500元/百平方米", "500 yuan per 100 m²"),
        ("3件/10万", "3件/10万", "3 per 100,000"),
        ("25微克/立方米", "25微克/立方米", "25 微克/立方米"),
        ("0.6元/千瓦时", "0.6元/千瓦时", "0.6 元/千瓦时"),
        ("1.5百分点", "1.5百分点", "1.5 percentage points"),
        ("1个基点", "1个基点", "1 basis point"),
        ("8.5折", "8.5折", "8.5 折"),
        ("提高2倍", "2倍", "2 倍"),
    ],
)
def test_a_unit_by_another_is_said_by_the_names_of_both(figure: str, zh: str, en: str) -> None:
    assert read_and_said(figure) == (zh, en)


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [
        ("1/3", "分数", "fraction"),
        ("1/100000", "每10万", "per 100,000"),
        ("‱", "每万", "per 10,000"),
        ("元/平方米", "元/平方米", "yuan per m²"),
        ("件/万人", "件/万人", "number per 10,000 people"),
        ("微克/立方米", "微克/立方米", "微克/立方米"),
    ],
)
def test_a_unit_of_parts_or_by_another_has_a_name(unit: str, zh: str, en: str) -> None:
    assert (unit_words(unit, "zh"), unit_words(unit, "en")) == (zh, en)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_their_unit_fractions_are_whole_and_rates_are_numbers(language: str) -> None:
    assert amount_words(Decimal(2), "1/3", "三分之二", language) == "2/3"
    assert amount_words(Decimal("9.5"), "1/100000", "9.50/10万", language) == "9.50"
    assert [scale_words(Decimal(part), "1/3", language) for part in ("1.5", "2", "3")] == ["1/2", "2/3", "1"]
    assert scale_words(Decimal("2.5"), "1/100000", language) == "2.5"


def test_a_unit_without_an_english_name_stays_as_it_is() -> None:
    assert (unit_words("平方米", "zh"), unit_words("平方米", "en"), unit_words("千瓦", "en")) == (
        "平方米",
        "m²",
        "千瓦",
    )


def test_what_a_measure_word_counts_is_a_number_in_english() -> None:
    assert [unit_words(unit, "en") for unit in ("家", "个", "宗")] == ["number", "number", "number"]
    assert unit_words("家", "zh") == "家"


def test_a_unit_is_known_by_all_its_english_names() -> None:
    assert unit_names("户") == ("households", "household")
    assert unit_names("%") == ("%", "per cent", "percent")
    assert unit_names("家") == ()


@pytest.mark.parametrize(
    ("count", "zh", "en"), [(0, "零", "no"), (1, "一", "one"), (2, "两", "two"), (10, "十", "ten"), (13, "13", "13")]
)
def test_things_are_counted_in_words_up_to_ten(count: int, zh: str, en: str) -> None:
    assert (count_words(count, "zh"), count_words(count, "en")) == (zh, en)


@pytest.mark.long
def test_a_number_of_thousands_of_digits_is_grouped_in_time_that_grows_with_it() -> None:
    grows_no_faster_than_its_text(lambda digits: number_words(Decimal(digits), "en"), "7", 10_000)
