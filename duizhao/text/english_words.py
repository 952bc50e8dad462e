"""English number words and their values: two hundred and fifty thousand, three and a half, doubled.

How they stand in a text, with scales, signs and units, is left to `english`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .numerals import scaled

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
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
FIRSTS = {
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
TENTHS = {
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
COVERT = {
    "single": 1,
    "once": 1,
    "both": 2,
    "pair": 2,
    "couple": 2,
    "twin": 2,
    "dual": 2,
    "double": 2,
    "doubles": 2,
    "doubled": 2,
    "doubling": 2,
    "twice": 2,
    "triple": 3,
    "triples": 3,
    "tripled": 3,
    "tripling": 3,
    "treble": 3,
    "trebled": 3,
    "trebling": 3,
    "trio": 3,
    "thrice": 3,
    "quadruple": 4,
    "quadruples": 4,
    "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5,
}
EXPONENTS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12}
ORDINALS = FIRSTS | TENTHS
FOLDS = {f"{word}fold": value for word, value in (_ONES | _TEENS | TENS).items() if value}
WORD_VALUES = _ONES | _TEENS | TENS | ORDINALS | COVERT | FOLDS
TIME = "(?:year|month|week|day|hour|minute|second)s?"
# Behind a whole number, the halves and quarters that are more.
_AND_PART = "and[\\s-](?:(?:a|one)[\\s-](?:half|quarter)|three[\\s-]quarters)\\b(?!\\s(?:of|after|before)\\b)"
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}


def one_of(words: dict[str, int]) -> str:
    """A pattern for any of the words."""
    return "(?:" + "|".join(words) + ")"


SMALL = f"(?:{one_of(TENS)}(?:[\\s-]{one_of(_ONES)})?|{one_of(_TEENS)}|{one_of(_ONES)})"


def cardinal_pattern() -> str:
    """A pattern for a number in words, from zero to the trillions; hundred and above need a number or `a` before."""
    below = f"(?:(?:{SMALL}|a)[\\s-]hundred(?:\\s(?:and\\s)?{SMALL})?|{SMALL})"
    dozens = f"(?:{SMALL}|(?<!half )a)[\\s-]dozen"
    measured = f"(?:{SMALL}|an?)[\\s-](?:times|{TIME})\\s{_AND_PART}"
    halved = f"(?:{SMALL}|a)[\\s-]{_AND_PART}(?:\\s(?:hundred|thousand|million|billion|trillion))?"
    group = f"(?:{below}|a)[\\s-](?:thousand|million|billion|trillion)"
    return f"(?:{measured}|{halved}|{dozens}|{group}(?:\\s{group})*(?:\\s(?:and\\s)?{below})?|{below})"


_PART_OF = re.compile(f"[\\s-]{_AND_PART}")


def value_of_words(words: str) -> Decimal:
    """The value of a number in words: two hundred and fifty thousand is 250000; `a` counts as one."""
    if part := _PART_OF.search(words.lower()):
        whole = value_of_words(words[: part.start()]) or Decimal(1)
        return scaled(
            whole + _PARTS[re.split("[\\s-]", part[0])[-1]], EXPONENTS.get(words[part.end() :].strip().lower(), 0)
        )
    total, current = 0, 0
    for word in re.findall("[a-z]+", words.lower()):
        exponent = EXPONENTS.get(word, 0)
        if word == "dozen":
            current = max(current, 1) * 12
        elif exponent == 2:
            current = max(current, 1) * 100
        elif exponent:
            total, current = total + max(current, 1) * 10**exponent, 0
        else:
            current += WORD_VALUES.get(word, 0)
    return Decimal(total + current)
