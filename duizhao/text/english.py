"""The numbers of an English text, in digits or in words, as exact values.

Whether they are those of the Chinese that the text translates is left to `corpus.translation`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from .dress import narrowed
from .numerals import scaled


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
    "trebled": 3,
    "trio": 3,
    "thrice": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "quintupled": 5,
}
_EXPONENTS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12}
_ORDINALS = _FIRSTS | _TENTHS
_FOLDS = {f"{word}fold": value for word, value in (_ONES | _TEENS | _TENS).items() if value}
_WORD_VALUES = _ONES | _TEENS | _TENS | _ORDINALS | _COVERT | _FOLDS
_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
# Names and units whose digits have no counterpart in Chinese.
_NO_NUMBERS = re.compile(r"COVID-19|SARS-CoV-2|\b[kcm]?m[23]\b")


def _one_of(words: dict[str, int]) -> str:
    return "(?:" + "|".join(words) + ")"


def _cardinal_pattern() -> str:
    """A pattern for a number in words, from zero to the trillions; hundred and above need a number or `a` before."""
    small = f"(?:{_one_of(_TENS)}(?:[\\s-]{_one_of(_ONES)})?|{_one_of(_TEENS)}|{_one_of(_ONES)})"
    below = f"(?:(?:{small}|a)[\\s-]hundred(?:\\s(?:and\\s)?{small})?|{small})"
    dozens = f"(?:{small}|(?<!half )a)[\\s-]dozen"
    halved = f"(?:{small}|a)[\\s-]and[\\s-]a[\\s-]half(?:\\s(?:hundred|thousand|million|billion|trillion))?"
    group = f"(?:{below}|a)[\\s-](?:thousand|million|billion|trillion)"
    return f"(?:{halved}|{dozens}|{group}(?:\\s{group})*(?:\\s(?:and\\s)?{below})?|{below})"


_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_PART = f"[{''.join(_HALVES)}]"
_SCALES = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b)+|\s?(?:bn|mn|tn)\b"
# What a number in words may begin with, so that most words need not be held against each of them.
_BEGINNINGS = "".join(f"[{''.join(sorted({word[at] for word in _WORD_VALUES}))}]" for at in range(3))
_BEGUN = rf"\b(?=a[\s-]|{_BEGINNINGS})"
_PERCENT = r"\s?[%‰]|[\s-]?per\s?cent\b|[\s-]percentage[\s-]points?\b"
_PERCENT += r"|\sof\s(?:a|one)\sper(?:centage\spoint|\s?cent)\b"
_NUMBER = re.compile(
    rf"(?:(?<![\w%)])(?P<sign>[-−]))?(?P<digits>{_DIGITS})(?P<part>{_PART})?(?:(?P<suffix>st|nd|rd|th)\b|(?P<scales>{_SCALES}))?"
    rf"(?P<percent>{_PERCENT})?"
    rf"|{_BEGUN}(?P<ordinal>(?:{_one_of(_TENS)}[\s-])?{_one_of(_FIRSTS)}|{_one_of(_TENTHS)})\b"
    rf"|{_BEGUN}(?P<words>{_cardinal_pattern()}|{_one_of(_COVERT | _FOLDS)})\b(?P<of_words>{_PERCENT})?",
    re.IGNORECASE,
)
# What follows the lower end of a range, whose scale and per cent may be printed at the upper end only.
_RANGE_TAIL = re.compile(
    rf"\s?(?:[-–—~]|to\b)\s?(?P<digits>{_DIGITS})(?P<scales>{_SCALES})?(?P<percent>{_PERCENT})?", re.IGNORECASE
)


# What follows the items of a list before the last, which may alone say scale and per cent: 2.2, 0.7 and 1.8 points.
_LIST_TAIL = re.compile(
    rf"(?:,\s{_DIGITS}(?![\w%])){{0,6}},?\s(?:and|or)\s{_DIGITS}(?P<scales>{_SCALES})?(?P<percent>{_PERCENT})?",
    re.IGNORECASE,
)
# Spaces that group digits by thousands, and those that keep words together.
_GROUPED = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_SPACES = str.maketrans("\u00a0\u2009\u202f\u3000", "    ")


@lru_cache(maxsize=4096)
def english_numbers(text: str) -> tuple[EnglishNumber, ...]:
    """Every number of the text in order, in digits or in words, none overlapping; widths and spaces change nothing."""
    plain = _GROUPED.sub(",", narrowed(text)).translate(_SPACES)
    plain = _NO_NUMBERS.sub(lambda match: " " * len(match[0]), plain)
    found = (_in_digits(match) if match["digits"] else _in_words(match) for match in _NUMBER.finditer(plain))
    return tuple(replace(number, text=text[number.start : number.end]) for number in found)


def _in_digits(match: re.Match[str]) -> EnglishNumber:
    """The number that is written in digits, with its scale; in 1.2–1.5 million the first is in millions too."""
    scales, percent = match["scales"], match["percent"]
    tail = None if scales or percent or match["suffix"] else _RANGE_TAIL.match(match.string, match.end())
    printed = _decimal(match["digits"]) + _HALVES.get(match["part"], 0)
    year = None if match["part"] else re.fullmatch("19[0-9]{2}|20[0-9]{2}|2100", match["digits"])
    if tail and printed < _decimal(tail["digits"]):
        scales, percent = tail["scales"], tail["percent"]
    elif not (scales or percent or match["suffix"] or year):
        items = _LIST_TAIL.match(match.string, match.end())
        scales, percent = (items["scales"], items["percent"]) if items else (None, None)
    value = _scaled(printed, scales, percent)
    bare = year and not (scales or percent or match["suffix"])
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
    return scaled(value, exponent - 1 if percent and "‰" in percent else exponent)


def _value_of_words(words: str) -> Decimal:
    """The value of a number in words: two hundred and fifty thousand is 250000; `a` counts as one."""
    whole, halved, scale = words.lower().replace("-", " ").partition(" and a half")
    if halved:
        return scaled((_value_of_words(whole) or Decimal(1)) + Decimal("0.5"), _EXPONENTS.get(scale.strip(), 0))
    total, current = 0, 0
    for word in re.findall("[a-z]+", words.lower()):
        exponent = _EXPONENTS.get(word, 0)
        if word == "dozen":
            current = max(current, 1) * 12
        elif exponent == 2:
            current = max(current, 1) * 100
        elif exponent:
            total, current = total + max(current, 1) * 10**exponent, 0
        else:
            current += _WORD_VALUES.get(word, 0)
    return Decimal(total + current)
