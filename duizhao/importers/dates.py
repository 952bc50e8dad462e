"""Years and days as captures write them: in digits, in digits of full width, in Han numerals.

Of what a day is one is left to `particulars`, what follows from a year to `describing`.
"""

from __future__ import annotations

import re
from datetime import date

from ..text.numerals import number_of as numeral

_FIGURE, _ZERO, _ONES = "[0-9０-９]", "[〇○◯零0０ＯO]", "[一二三四五六七八九]"
_SIGN = "[-/.－／．]"
# A year in Han numerals is one only before 年.
_HAN_YEAR = f"(?:[1一][9九]|[2二]{_ZERO})(?:{_ZERO}|{_ONES}|{_FIGURE}){{2}}(?=\\s*年)"
YEAR = f"(?:(?:[1１][9９]|[2２][0０]){_FIGURE}{{2}}|{_HAN_YEAR})"
_MONTH = f"(?:{_FIGURE}{{1,2}}|十[一二]?|一(?:{_ZERO}|[一二])|{_ZERO}?{_ONES}|元)"
_DAY = f"(?:{_FIGURE}{{1,2}}|[一二三]?十{_ONES}?|[廿卅]{_ONES}?|[一二三](?:{_ZERO}|{_ONES})|{_ZERO}?{_ONES})"
# A day by signs or by words, with or without 日 at its end.
DAY = f"{YEAR}(?:年|{_SIGN}){_MONTH}(?:月|{_SIGN}){_DAY}日?"
DATE = re.compile(f"({YEAR})\\s*年\\s*({_MONTH})\\s*月\\s*({_DAY})\\s*日")
DATE_BY_SIGNS = re.compile(f"({YEAR})(?:年|{_SIGN})({_MONTH})(?:月|{_SIGN})({_DAY})日?")
DAY_OF_MONTH = f"(?<![0-9０-９〇○◯零一二三四五六七八九十年])({_MONTH})月({_DAY})日"
_WHOLE_YEAR = re.compile(f"(?<!{_FIGURE})({YEAR})(?!{_FIGURE})")
_VALUES = str.maketrans("元〇○◯零ＯO一二三四五六七八九", "1000000123456789")


def number_of(words: str) -> int:
    """The number of a year, a month or a day of the month."""
    return int(numeral(words)) if set(words) & set("十廿卅") else int(words.translate(_VALUES))


def day_of(words: str) -> str:
    """A day in digits, 2024-01-15, of words that name one; '' of others, and of a day that no calendar has."""
    found = DATE.search(words) or DATE_BY_SIGNS.search(words)
    try:
        return date(*map(number_of, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def years_in(words: str) -> list[int]:
    """The years that words name, in their order."""
    return [number_of(year) for year in _WHOLE_YEAR.findall(words)]
