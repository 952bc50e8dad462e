"""Whether a translation carries the quantities of its Chinese.

Both come with their numbers found: a block's from its report, those of the English from `text.english`.

What is compared is a base value and whether it is per cent: 5047.4亿元 and 504.74 billion yuan are one. What a sound
translation may do, and what is therefore let pass:

- A date, ordinal, name or idiom of the Chinese need not appear (六稳 may become "stability"), and whatever number it
  holds may appear as often as wanted (6月11日: 11 June; 十四五: the 14th Five-Year Plan; 17:30: 5:30 p.m.).
- Number words (two, first, twice) are never added, as English is full of them, but may stand for a quantity.
- 一 with a measure word may become "a" or nothing; 两 may become "both" or "twin"; 半 may become "half" or "6 months".
- 番, and 倍 up to three, may become a verb (double), and 三分之二 two-thirds; 数十家 gives no number to compare.
- The sign is not compared: 增长-0.3% may become "fell 0.3%".
- 百分点 and "percentage points" count as per cent; ‰ as a tenth of one.
- 首 in 首位 or 首个 may become "No. 1", and 第一 of a rank "led the city"; of 前三 the English says three.
- A ratio is compared by its terms; 1小时20分钟 and 2×660兆瓦 may be said in their parts.

Anything else is compared as often as it occurs: a figure that the Chinese has twice the English has twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..content.records import Report
from ..text.dress import narrowed
from ..text.english import EnglishNumber, english_numbers
from ..text.grammar import WHOLE
from ..text.numbers import Number
from ..text.numerals import EXACT, number_of
from ..text.quantity import Quantity, quantity

# A base value without its sign, and whether it is per cent: what two numbers are compared by.
_Key = tuple[Decimal, bool]

# Units that are per cent, and the power of ten that makes them so.
_PERCENT_UNITS = {"%": 0, "百分点": 0, "个百分点": 0, "‰": -1, "‱": -2}
# The numerals within a Chinese number, and those of a name one by one: 十四五 is 14 and 5.
_RUNS = re.compile("[0-9]+(?:[.][0-9]+)?[十百千万亿]*|[零一二两三四五六七八九十百千万亿]+")
_NUMERALS = re.compile(WHOLE)
_ROW = re.compile("[零一二两三四五六七八九]{2,}")
_PAIR = re.compile("十?[一二三四五六七八九]{2}(?=[年个天])")


# Numbers within a figure, and figures of several numbers that English says one by one.
_TERMS = re.compile("[0-9]+(?:[.][0-9]+)?")
_IN_PARTS = re.compile("[0-9][×xX*][0-9]|[0-9]个?(?:小时|分钟?|天|年)零?[0-9]")


# What hints say of a quantity that is not carried.
OF_NUMERALS = "亿 is 10^8, 万 is 10^4; the Chinese prevails"


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation does not carry over, and what it has that nothing accounts for, each as printed."""

    lost: tuple[str, ...]
    added: tuple[str, ...]


def numbers_by_block(report: Report) -> dict[str, list[Number]]:
    """The numbers of each block of a report, in order."""
    numbers: dict[str, list[Number]] = {block.id: [] for block in report.blocks}
    for counted in report.numbers:
        numbers[counted.block].append(counted.number)
    return numbers


def difference(chinese: str, numbers: Sequence[Number], english: str) -> Difference:
    """How the quantities of a translation differ from those of its Chinese, whose numbers are given in order."""
    return difference_of_numbers(chinese, numbers, english_numbers(english))


def added_numbers(chinese: str, numbers: Sequence[Number], english: str) -> tuple[str, ...]:
    """The numbers in digits of some English words that nothing in their Chinese accounts for."""
    if not any(map(str.isdigit, english)):  # as most glosses have none
        return ()
    return difference(chinese, numbers, english).added


def difference_of_numbers(chinese: str, numbers: Sequence[Number], said: Sequence[EnglishNumber]) -> Difference:
    """How the numbers of some English words differ from those of their Chinese."""
    quantities = [number.quantity for number in numbers if number.quantity]
    return Difference(tuple(_lost(quantities, said)), tuple(_added(chinese, numbers, quantities, said)))


def _lost(quantities: Sequence[Quantity], said: Sequence[EnglishNumber]) -> Iterator[str]:
    """The quantities that have to be carried and are not."""
    carried = Counter(map(_english_key, said))
    for read in quantities:
        if _is_demanded(read) and not _all_taken(carried, _keys(read)):
            yield read.figure


def _added(
    chinese: str, numbers: Sequence[Number], quantities: Sequence[Quantity], said: Sequence[EnglishNumber]
) -> Iterator[str]:
    """The numbers in digits that nothing in the Chinese accounts for."""
    counted = Counter(key for read in quantities for key in _keys(read))
    in_digits = (number for number in said if any(char.isdigit() for char in number.text))
    over = [number for number in in_digits if not _all_taken(counted, (_english_key(number),))]
    explained = set(_explained(chinese, numbers, quantities)) if over else set()
    return (number.text for number in over if _english_key(number) not in explained)


def _all_taken(keys: Counter[_Key], wanted: tuple[_Key, ...]) -> bool:
    """True if all that is wanted was there; each is there once less afterwards."""
    keys.subtract(wanted)
    return all(keys[key] >= 0 for key in wanted)


def _english_key(number: EnglishNumber) -> _Key:
    return number.value.copy_abs(), number.percent


def _keys(read: Quantity) -> tuple[_Key, ...]:
    """What a quantity is compared by: one key, two for a range, none where no number is given."""
    if read.operator == "ratio":
        return tuple((Decimal(term), False) for term in _TERMS.findall(narrowed(read.figure)))
    exponent = _PERCENT_UNITS.get(read.base_unit)
    first_to = read.operator == "rank" and read.base_upper is not None and read.base_value == 1
    ends = (end for end in ((None if first_to else read.base_value), read.base_upper) if end is not None)
    return tuple((EXACT.scaleb(end.copy_abs(), exponent or 0), exponent is not None) for end in ends)


def _is_demanded(read: Quantity) -> bool:
    """True if the English has to carry the quantity as a number; see the module's list of what it may do instead."""
    value, unit = read.base_value, read.base_unit
    if read.operator == "ratio":
        return _TERMS.search(narrowed(read.figure)) is not None
    if read.operator == "rank" and value == 1 and read.base_upper is None:
        return False
    if _IN_PARTS.search(narrowed(read.figure)):
        return False
    if value is None or unit == "番" or unit.startswith("1/") or "半" in read.figure:
        return False
    return not (unit == "倍" and value in (1, 2, 3)) and not (value == 1 and "一" in read.figure)


def _explained(chinese: str, numbers: Sequence[Number], quantities: Sequence[Quantity]) -> Iterator[_Key]:
    """Keys of numbers that may stand in English as often as wanted, or in another shape than in Chinese."""
    for number in numbers:
        if number.reason:
            yield from _values_within(number)
    for read in quantities:
        yield from _other_shapes(read)
        if _IN_PARTS.search(narrowed(read.figure)):
            yield from ((Decimal(term), False) for term in _TERMS.findall(narrowed(read.figure)))
    if "首" in chinese:
        yield Decimal(1), False


def _values_within(number: Number) -> Iterator[_Key]:
    """Every value that can be read out of a date, ordinal, name or idiom, as 14 and 5 out of 十四五.

    Of a date also both ends of 十三四年; of an hour after noon, the hour on a dial.
    """
    plain = narrowed(number.text)
    for run in _RUNS.findall(plain):
        for part in (run,) if run[0].isdecimal() else _parts(run):
            value = number_of(part)
            yield value, False
            if ":" in number.text and 12 < value <= 24:
                yield value - 12, False
    if number.reason == "date" and (pair := _PAIR.search(plain)) and (read := quantity(pair[0])):
        yield from _keys(read)


def _parts(run: str) -> Iterator[str]:
    """The numerals of a name one by one; digits in a row also as one number, as of 三七, or of a day (九一八)."""
    yield from _NUMERALS.findall(run)
    if _ROW.fullmatch(run):
        lengths = range(2, len(run) + 1) if len(run) < 4 else (len(run),)
        yield from (run[start : start + length] for length in lengths for start in range(len(run) - length + 1))


def _other_shapes(read: Quantity) -> Iterator[_Key]:
    """Other numbers that say the same: 6 months for 半年, four times for 翻两番, 2/3 for 三分之二."""
    if read.base_unit.startswith("1/"):
        yield Decimal(read.base_unit[2:]), False
    elif read.base_value is not None and read.base_unit == "番":
        yield Decimal(2) ** min(int(read.base_value), 9), False
    elif read.base_value == Decimal("0.5") and read.base_unit == "年":
        yield Decimal(6), False
