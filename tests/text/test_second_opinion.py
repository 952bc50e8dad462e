"""A second opinion on numerals: what two other readers of them make of those of the judged sample, and of any number.

Where they differ from us, the difference stands in a table with its reason; a new one fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import cn2an
import pycnnum
import pytest
from hypothesis import given, strategies as st

from duizhao.text.dress import narrowed
from duizhao.text.quantity import quantity

from .chinese import in_chinese
from .judged import sentences

# What is tried beside the numerals of the sample: every shape that a numeral has.
SHAPES = """
    三 十 十二 二十 一百零五 一百二十 一百二 一千零五十 两千六百 一万二 三千八 十万零五百 二千零三十六 一亿零五百万
    一亿零十万 一百零十 一百零十二 百万 千万 十亿 万亿 百 两百 三百〇七 二〇二五 二零二五 廿五 卅 卌 俩 仨 叁佰伍拾万
    壹仟贰佰万 贰拾叁 伍亿陆仟万 柒拾捌万玖仟肆佰 六点五 一点二万 13万2 3亿5千万 1亿2000万 2万3千 5千 三千万亿 一百一十
    两 零 １２ 1,234 一万亿 两万三千 一亿二千万 九千九百九十九万九千九百九十九 1亿2千6百万 一千万 十五万
"""
NUMERAL = re.compile(
    "[0-9.]*[零〇一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟点]+(?:[0-9.]+[千百万]?)*"
)

# What the others do not read, by its form. pycnnum knows no Arabic digits at all.
REFUSED = {
    "cn2an": {
        "一点二万: a decimal point before a size": ".*[点.].*[万亿].*",
        "一百零十: 零 only fills a gap and multiplies nothing": ".*百零十.*",
        "百万, 千家: a size alone counts as one of its kind": "[百千万亿]+",
        "卅, 俩: characters that are no digits of its own": "[卅卌俩仨]",
        "1,234: digits in groups": "[0-9]+,[0-9]+",
    },
    "pycnnum": {
        "5千: digits that are no Chinese ones": ".*[0-9].*",
        "廿, 俩: characters that are no digits of its own": "[廿卅卌俩仨].*",
    },
}
# What they read otherwise, and why we do not.
OTHERWISE = {
    ("pycnnum", "一亿零十万"): ("100000000", "零 only fills a gap: it takes 零十 for none"),
    ("pycnnum", "一百零十"): ("100", "零 only fills a gap: it takes 零十 for none"),
    ("pycnnum", "一百零十二"): ("102", "零 only fills a gap: it takes 零十 for none"),
    ("pycnnum", "一点二万"): ("1.2", "it leaves the size behind the decimals out"),
    ("pycnnum", "三点二万"): ("3.2", "it leaves the size behind the decimals out"),
    ("pycnnum", "三千万亿"): ("3E+23", "万亿 is one size, 10 to the 12th: it multiplies by both"),
    ("pycnnum", "三百二十亿"): ("302000000000", "亿 is for all that stands before it: it takes 十亿 for a size"),
    ("pycnnum", "两千六百万"): ("2006000000", "万 is for all that stands before it: it takes 百万 for a size"),
    ("pycnnum", "叁佰伍拾万"): ("30500000", "万 is for all that stands before it: it takes 拾万 for a size"),
    ("pycnnum", "壹仟贰佰万"): ("1002000000", "万 is for all that stands before it: it takes 佰万 for a size"),
    ("pycnnum", "二〇"): ("2", "digits in a row are read as they stand: it adds them up from the last size"),
    ("pycnnum", "二〇二五"): ("5", "digits in a row are read as they stand: it keeps the last"),
    ("pycnnum", "二零二五"): ("5", "digits in a row are read as they stand: it keeps the last"),
}


def by_cn2an(numeral: str) -> Decimal | None:
    try:
        return Decimal(str(cn2an.cn2an(numeral, "smart")))
    except (ValueError, KeyError):
        return None


def by_pycnnum(numeral: str) -> Decimal | None:
    try:
        return Decimal(str(pycnnum.cn2num(numeral)))
    except (ValueError, KeyError, IndexError):
        return None


OTHERS: dict[str, Callable[[str], Decimal | None]] = {"cn2an": by_cn2an, "pycnnum": by_pycnnum}


def numerals() -> list[str]:
    """The numerals of the quantities of the judged sample, and the shapes."""
    judged = (number.figure for one in sentences() for number in one.numbers if number.reading)
    found = {numeral for figure in judged for numeral in NUMERAL.findall(figure) if quantity(numeral)}
    return sorted(found | set(SHAPES.split()))


def ours(numeral: str) -> Decimal | None:
    read = quantity(numeral)
    return read.base_value if read and read.operator == "eq" and not read.base_unit else None


COMPARED = [(other, numeral) for other in OTHERS for numeral in numerals() if ours(numeral) is not None]


@pytest.mark.parametrize("other", OTHERS)
def test_a_numeral_is_read_alike_or_the_difference_is_explained(other: str) -> None:
    unexplained = []
    for numeral in (numeral for one, numeral in COMPARED if one == other):
        theirs, mine = OTHERS[other](numeral), ours(numeral)
        if theirs is None:
            explained = any(re.fullmatch(form, narrowed(numeral)) for form in REFUSED[other].values())
        else:
            explained = theirs == (Decimal(OTHERWISE[other, numeral][0]) if (other, numeral) in OTHERWISE else mine)
        if not explained:
            unexplained.append((numeral, mine, theirs))
    assert unexplained == []


def test_every_difference_of_the_table_is_one_still() -> None:
    for (other, numeral), (theirs, _) in OTHERWISE.items():
        assert OTHERS[other](numeral) == Decimal(theirs) != ours(numeral)
    for other, forms in REFUSED.items():
        refused = [narrowed(numeral) for one, numeral in COMPARED if one == other and OTHERS[other](numeral) is None]
        assert [why for why, form in forms.items() if not any(re.fullmatch(form, one) for one in refused)] == []


def test_enough_numerals_are_compared_with_both() -> None:
    for other, least in (("cn2an", 180), ("pycnnum", 60)):
        read = [numeral for one, numeral in COMPARED if one == other and OTHERS[other](numeral) is not None]
        assert len(read) >= least


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_any_number_written_out_is_read_alike_by_cn2an(number: int) -> None:
    written = in_chinese(number)
    assert ours(written) == number == by_cn2an(written)


@given(st.integers(min_value=0, max_value=9999))
def test_any_number_below_ten_thousand_is_read_alike_by_all(number: int) -> None:
    assert ours(in_chinese(number)) == number == by_pycnnum(in_chinese(number))


@given(st.integers(min_value=0, max_value=10**9))
def test_any_number_in_formal_numerals_is_read_alike(number: int) -> None:
    written = cn2an.an2cn(str(number), "up")
    assert by_cn2an(written) == number
    read = quantity(f"{written}元")
    # A formal digit by itself is an ordinary character: 伍 in 队伍, 陆 in 陆续.
    assert read is None if len(written) == 1 and written != "零" else read.base_value == number
