"""The numbers of an English text, and whether a translation carries the quantities of its Chinese.

What a Chinese number is, is left to `figures`; here it is only compared.

What is compared is a base value and whether it is per cent: 5047.4亿元 and 504.74 billion yuan are one. What a sound
translation may do, and what is therefore let pass:

- A date, ordinal, name or idiom of the Chinese need not appear (六稳 may become "stability"), and whatever number it
  holds may appear as often as wanted (6月11日: 11 June; 十四五: the 14th Five-Year Plan; 17:30: 5:30 p.m.).
- Number words (two, first, twice) are never added, as English is full of them, but may stand for a quantity.
- 一 with a measure word may become "a" or nothing; 两 may become "both" or "twin"; 半 may become "half" or "6 months".
- 番, and 倍 up to three, may become a verb (double), and 三分之二 two-thirds; 数十家 gives no number to compare.
- The sign is not compared: 增长-0.3% may become "fell 0.3%".
- 百分点 and "percentage points" count as per cent; ‰ as a tenth of one.
- 首 in 首位 or 首个 may become "No. 1".

Anything else is compared as often as it occurs: a figure that the Chinese has twice the English has twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .numbers import Number, numbers
from .numerals import EXACT
from .quantity import Quantity, quantity


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number at start..end of an English text, scaled out: 1.2 million is 1200000, with `percent` apart.

    `ordinal` is set for 13th and first, `year` for a bare 1900 to 2100, which may still be a count (2000 firms).
    """

    start: int
    end: int
    text: str
    value: Decimal
    percent: bool = False
    ordinal: bool = False
    year: bool = False


# A base value without its sign, and whether it is per cent: what two numbers are compared by.
_Key = tuple[Decimal, bool]

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS = {
    "zero": 0,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_FIRSTS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
}
_TENTHS = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
# Words that carry a number without naming it.
_COVERT = {
    "single": 1,
    "once": 1,
    "both": 2,
    "pair": 2,
    "couple": 2,
    "twin": 2,
    "dual": 2,
    "double": 2,
    "doubled": 2,
    "twice": 2,
    "triple": 3,
    "tripled": 3,
    "trio": 3,
    "thrice": 3,
}
_EXPONENTS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12}
_ORDINALS = _FIRSTS | _TENTHS
_WORD_VALUES = _ONES | _TEENS | _TENS | _ORDINALS | _COVERT
# Names and units whose digits have no counterpart in Chinese.
_NO_NUMBERS = re.compile(r"COVID-19|SARS-CoV-2|\b[kcm]?m[23]\b")

# Units that are per cent, and the power of ten that makes them so.
_PERCENT_UNITS = {"%": 0, "百分点": 0, "个百分点": 0, "‰": -1, "‱": -2}
# The numerals within a Chinese number.
_RUNS = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+")


def _one_of(words: dict[str, int]) -> str:
    return "(?:" + "|".join(words) + ")"


def _cardinal_pattern() -> str:
    """A pattern for a number in words, from zero to the trillions; hundred and above need a number or `a` before."""
    small = f"(?:{_one_of(_TENS)}(?:[\\s-]{_one_of(_ONES)})?|{_one_of(_TEENS)}|{_one_of(_ONES)})"
    below = f"(?:(?:{small}|a)[\\s-]hundred(?:\\s(?:and\\s)?{small})?|{small})"
    group = f"(?:{below}|a)[\\s-](?:thousand|million|billion|trillion)"
    return f"(?:{group}(?:\\s{group})*(?:\\s(?:and\\s)?{below})?|{below})"


_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_SCALES = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b)+|\s?(?:bn|mn|tn)\b"
_PERCENT = r"\s?[%‰]|[\s-]?per\s?cent\b|[\s-]percentage[\s-]points?\b"
_NUMBER = re.compile(
    rf"(?:(?<![\w%)])(?P<sign>[-−]))?(?P<digits>{_DIGITS})(?:(?P<suffix>st|nd|rd|th)\b|(?P<scales>{_SCALES}))?"
    rf"(?P<percent>{_PERCENT})?"
    rf"|\b(?P<ordinal>(?:{_one_of(_TENS)}[\s-])?{_one_of(_FIRSTS)}|{_one_of(_TENTHS)})\b"
    rf"|\b(?P<words>{_cardinal_pattern()}|{_one_of(_COVERT)})\b(?P<of_words>{_PERCENT})?",
    re.IGNORECASE,
)
# What follows the lower end of a range, whose scale and per cent may be printed at the upper end only.
_RANGE_TAIL = re.compile(
    rf"\s?(?:[-–—~]|to\b)\s?(?P<digits>{_DIGITS})(?P<scales>{_SCALES})?(?P<percent>{_PERCENT})?", re.IGNORECASE
)


def english_numbers(text: str) -> tuple[EnglishNumber, ...]:
    """Every number of the text in order, in digits or in words, none overlapping."""
    plain = _NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
    return tuple(_in_digits(match) if match["digits"] else _in_words(match) for match in _NUMBER.finditer(plain))


def lost_quantities(chinese: str, english: str) -> tuple[str, ...]:
    """The quantities of the Chinese text, as printed, that the English does not carry."""
    carried = Counter(_english_key(number) for number in english_numbers(english))
    return tuple(
        number.text
        for number, read in _quantities(chinese)
        if _is_demanded(read, number.text) and not _all_taken(carried, _keys(read))
    )


def added_quantities(chinese: str, english: str) -> tuple[str, ...]:
    """The numbers in digits of the English text that nothing in the Chinese accounts for."""
    counted = Counter(key for _, read in _quantities(chinese) for key in _keys(read))
    explained = set(_explained(chinese))
    return tuple(
        number.text
        for number in english_numbers(english)
        if any(char.isdigit() for char in number.text)
        and not _all_taken(counted, (_english_key(number),))
        and _english_key(number) not in explained
    )


def _all_taken(keys: Counter[_Key], wanted: tuple[_Key, ...]) -> bool:
    """True if all that is wanted was there; each is there once less afterwards."""
    keys.subtract(wanted)
    return all(keys[key] >= 0 for key in wanted)


def _in_digits(match: re.Match[str]) -> EnglishNumber:
    """The number that is written in digits, with its scale; in 1.2–1.5 million the first is in millions too."""
    scales, percent = match["scales"], match["percent"]
    tail = None if scales or percent or match["suffix"] else _RANGE_TAIL.match(match.string, match.end())
    printed = _decimal(match["digits"])
    if tail and printed < _decimal(tail["digits"]):
        scales, percent = tail["scales"], tail["percent"]
    value = _scaled(printed, scales, percent)
    bare = not (scales or percent or match["suffix"]) and re.fullmatch("19[0-9]{2}|20[0-9]{2}|2100", match["digits"])
    return EnglishNumber(
        match.start(),
        match.end(),
        match[0],
        value.copy_negate() if match["sign"] else value,
        percent=bool(percent),
        ordinal=bool(match["suffix"]),
        year=bool(bare),
    )


def _in_words(match: re.Match[str]) -> EnglishNumber:
    """The number that is written in words."""
    value = _scaled(_value_of_words(match["ordinal"] or match["words"]), None, match["of_words"])
    percent, ordinal = bool(match["of_words"]), bool(match["ordinal"])
    return EnglishNumber(match.start(), match.end(), match[0], value, percent=percent, ordinal=ordinal)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _scaled(value: Decimal, scales: str | None, percent: str | None) -> Decimal:
    """The value times its scales, exactly and written plainly; ‰ is made per cent."""
    exponent = sum(_EXPONENTS[word] for word in re.findall("[a-z]+", (scales or "").lower()))
    exponent -= 1 if percent and "‰" in percent else 0
    if not exponent:
        return value
    product = EXACT.normalize(EXACT.scaleb(value, exponent))
    return EXACT.quantize(product, Decimal(1)) if product == product.to_integral_value() else product


def _value_of_words(words: str) -> Decimal:
    """The value of a number in words: two hundred and fifty thousand is 250000; `a` counts as one."""
    total, current = 0, 0
    for word in re.findall("[a-z]+", words.lower()):
        exponent = _EXPONENTS.get(word, 0)
        if exponent == 2:
            current = max(current, 1) * 100
        elif exponent:
            total, current = total + max(current, 1) * 10**exponent, 0
        else:
            current += _WORD_VALUES.get(word, 0)
    return Decimal(total + current)


def _english_key(number: EnglishNumber) -> _Key:
    return number.value.copy_abs(), number.percent


def _quantities(chinese: str) -> Iterator[tuple[Number, Quantity]]:
    """The possible quantities of a Chinese text, each as found and as read."""
    for number in numbers(chinese):
        read = None if number.reason else quantity(number.text)
        if read:
            yield number, read


def _keys(read: Quantity) -> tuple[_Key, ...]:
    """What a quantity is compared by: one key, two for a range, none where no number is given."""
    exponent = _PERCENT_UNITS.get(read.base_unit)
    ends = (end for end in (read.base_value, read.base_upper) if end is not None)
    return tuple((EXACT.scaleb(end.copy_abs(), exponent or 0), exponent is not None) for end in ends)


def _is_demanded(read: Quantity, printed: str) -> bool:
    """True if the English has to carry the quantity as a number; see the module's list of what it may do instead."""
    value, unit = read.base_value, read.base_unit
    if value is None or unit == "番" or unit.startswith("1/") or "半" in printed:
        return False
    return not (unit == "倍" and value in (1, 2, 3)) and not (value == 1 and "一" in printed)


def _explained(chinese: str) -> Iterator[_Key]:
    """Keys of numbers that may stand in English as often as wanted, or in another shape than in Chinese."""
    for number in numbers(chinese):
        if number.reason:
            yield from _values_within(number)
    for _, read in _quantities(chinese):
        yield from _other_shapes(read)
    if "首" in chinese:
        yield Decimal(1), False


def _values_within(number: Number) -> Iterator[_Key]:
    """Every value that can be read out of a date, ordinal, name or idiom, as 14 and 5 out of 十四五.

    Of an hour after noon, also the hour on a dial.
    """
    for run in _RUNS.findall(number.text):
        for part in (run,) if run[0].isdecimal() else _parts(run):
            if (read := quantity(part)) and read.base_value is not None:
                yield from _keys(read)
                if ":" in number.text and 12 < read.base_value <= 24:
                    yield read.base_value - 12, False


def _parts(run: str) -> Iterator[str]:
    for start in range(len(run)):
        for end in range(start + 1, len(run) + 1):
            yield run[start:end]


def _other_shapes(read: Quantity) -> Iterator[_Key]:
    """Other numbers that say the same: 6 months for 半年, four times for 翻两番, 2/3 for 三分之二."""
    if read.base_unit == "年" and read.base_value == Decimal("0.5"):
        yield Decimal(6), False
    elif read.base_unit == "番":
        yield Decimal(2) ** min(int(read.base_value), 9), False
    elif read.base_unit.startswith("1/"):
        yield Decimal(read.base_unit[2:]), False
