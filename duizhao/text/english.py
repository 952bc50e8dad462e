"""The numbers of an English text, in digits or in words, as exact values.

Whether they are those of the Chinese that the text translates is left to `corpus.translation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .dress import narrowed
from .english_times import told_of_time
from .english_words import (
    COVERT,
    EXPONENTS,
    FIRSTS,
    FOLDS,
    ORDINALS,
    SMALL,
    TENS,
    TENTHS,
    TIME,
    WORD_VALUES,
    cardinal_pattern,
    one_of,
    value_of_words,
)
from .numerals import EXPONENT, LARGE_EXPONENT, VULGAR, exponent_of, scaled, vulgar


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number at start..end of an English text, scaled out: 1.2 million is 1200000, with `percent` apart.

    `also` are other values that the same words may state, each with what it is of: `%` for 3.5 per thousand, `1/3` for
    the 2 of two thirds, `per` for the 1,000 of per 1,000, nothing for the plain 1,200 of from 1,200 to 3 million, and
    what is told of time (`english_times`).
    """

    start: int
    end: int
    text: str
    value: Decimal
    percent: bool = False
    also: tuple[tuple[Decimal, str], ...] = ()


_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
# Names and units whose digits have no counterpart in Chinese.
_NO_NUMBERS = re.compile(r"COVID-19|SARS-CoV-2|\b[kcm]?m[23]\b")


_YEAR = "(?:19[0-9]{2}|20[0-9]{2}|2100)"
# What stands before a part of a whole: a third, another quarter.
_ANY = "an?|every|another|further|full|other|remaining"


_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_PART = f"[{''.join(_HALVES)}]"
_SCALES = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b)+|\s?(?:bn|mn|tn)\b"
# What a number in words may begin with, so that most words need not be held against each of them.
_BEGINNINGS = "".join(f"[{''.join(sorted({word[at] for word in WORD_VALUES}))}]" for at in range(3))
_BEGUN = rf"\b(?=an?[\s-]|{_BEGINNINGS})"
# What things are counted by: per thousand, for every hundred thousand.
_ROUND = "(?:hundred|thousand|million|billion)"
_PERCENT = r"\s?[%‰‱]|[\s-]?(?:per\s?cent|pct|pp(?:ts?)?)\b|[\s-]percentage[\s-]points?\b|\sper\s?mil(?:le)?\b"
_PERCENT += r"|\sof\s(?:a|one)\sper(?:centage\spoint|\s?cent)\b"
# A power of ten behind a number, or above it where that is ten: 5.2 × 10⁴, 10⁸.
_TIMES = rf"\s?[×x*]\s?10(?P<times>{EXPONENT})"
_POWER = rf"(?:{_TIMES}|(?<=(?<![0-9.,])10)(?P<power>{LARGE_EXPONENT}))?"
_UNIT = rf"(?P<scales>{_SCALES})?(?P<percent>{_PERCENT})?"
_NUMBER = re.compile(
    rf"(?:(?<![\w%)])(?P<sign>[-−]))?(?P<digits>{_DIGITS})(?P<part>{_PART})?{_POWER}(?:(?P<suffix>st|nd|rd|th)\b|(?P<scales>{_SCALES}))?"
    rf"(?P<percent>{_PERCENT})?|(?P<vulgar>[{VULGAR}])"
    rf"|{_BEGUN}(?P<ordinal>(?:{one_of(TENS)}[\s-])?{one_of(FIRSTS)}|{one_of(TENTHS)})\b"
    rf"|{_BEGUN}(?P<words>{cardinal_pattern()}|{one_of(COVERT | FOLDS)})\b(?P<of_words>{_PERCENT})?"
    rf"|\b(?P<quarter>(?:{_ANY})[\s-]quarter)\b"
    rf"|\b(?P<article>an?)(?=\s{TIME}\s(?:and\s)?(?:{_DIGITS}|{SMALL})[\s-]{TIME}\b)"
    rf"|\b(?P<point>half\s(?:of\s)?(?:a|one)\s(?:percentage\spoint|per\s?cent(?:age\spoint)?|point))\b"
    rf"|\b(?P<span>(?:half\s)?an?\s(?:decade|century))\b"
    rf"|(?:(?<=\bper\s)|(?<=\bevery\s))(?P<base>{_ROUND}(?:\s{_ROUND})?)\b(?!\spoints?\b)",
    re.IGNORECASE,
)
# Lengths of time in words, by the years that each is.
_YEARS = {"decade": 10, "decades": 10, "century": 100, "centuries": 100}
_SPAN_BEHIND = re.compile("[\\s-](decades|centuries)\\b", re.IGNORECASE)
# What follows the lower end of a range, whose scale and per cent may be printed at the upper end only.
_MONEY = r"(?:(?:RMB|CNY)\s?|(?:US)?[¥$€]\s?)?"
_RANGE_TAIL = re.compile(
    rf"(?P<change>\sin\s{_YEAR}|\s(?:up|down)(?=\sto))?\s?(?:[-–—~]|to\b)\s?{_MONEY}(?P<end>{_DIGITS})(?:{_TIMES})?{_UNIT}",
    re.IGNORECASE,
)
# What stands between a number and the clause behind it, where it takes no unit from there: to 12 – 35% of them new.
_ASIDE = re.compile(rf"(?:\s[-–—]\s|—){_DIGITS}(?:{_PERCENT})\s(?:of|is|are|was|were|has|have)\b", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s(?:(?:about|around|nearly|almost|over|some|under)\s)?{_MONEY}$", re.IGNORECASE)
# What stands before the number that something came from: fell to 2.8 percent from 3.5 in the year before.
_TO_FROM = re.compile(rf"\bto\s{_MONEY}{_DIGITS}{_UNIT}(?:\syuan)?\sfrom\s{_MONEY}$", re.IGNORECASE)
_ENDS = re.compile(r"\s?(?:[,.;:)](?![0-9])|$)|\s(?:in|a|last|the|at|on)\b", re.IGNORECASE)
# What follows the items of a list before the last, which may alone say scale and per cent: 2.2, 0.7 and 1.8 points.
_LIST_TAIL = re.compile(
    rf"(?P<items>(?:,\s{_MONEY}{_DIGITS}(?![\w%])){{0,6}})(?P<comma>,?)\s(?:and|or)\s{_MONEY}{_DIGITS}{_UNIT}",
    re.IGNORECASE,
)
_ITEM_BEFORE = re.compile(rf"(?<![0-9.,])(?!{_YEAR},){_DIGITS},\s{_MONEY}$", re.IGNORECASE)
_WORDS_TAIL = re.compile(rf"\s(?:to|and|or)\s{SMALL}{_UNIT}", re.IGNORECASE)
# The year before one of which only the last two digits are printed: 2024–25.
_YEAR_BEFORE = re.compile(f"(?<![0-9])({_YEAR})[-–/]$")
_IN_FULL = 1_000  # from which on a number beside another with a scale may be an amount in full
# How far before a number its context is looked for.
_BEFORE = 40
# The thousand, or ten thousand, that a number may be a share of (3.5 per 1,000) or be counted by (per 1,000 residents).
_PER = re.compile(r"\sper\s(thousand|1,?000|ten\sthousand|10,?000)\b(?![.,]?[0-9])", re.IGNORECASE)
# Parts of a whole: two thirds, a third; `a` may also be no more than an article (a third hospital).
_SHARES = re.compile(rf"[\s-](?P<whole>quarter|{one_of(ORDINALS)})s\b", re.IGNORECASE)
_QUARTER = re.compile(r"[\s-]quarter\b", re.IGNORECASE)
_SHARE_BEFORE = re.compile(rf"\b(?:one|{_ANY})[\s-]$", re.IGNORECASE)
# Spaces that group digits by thousands, and those that keep words together.
_GROUPED = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_SPACES = str.maketrans("\u00a0\u2009\u202f\u3000", "    ")


class _Unit(NamedTuple):
    """What a number is counted in: its scale, its per cent, the thousands that it is a number per, and a power of ten
    that only the number behind it is multiplied by in print.
    """

    scales: str | None = None
    percent: str | None = None
    per: str | None = None
    power: int = 0


_PLAIN = _Unit()


@lru_cache(maxsize=4096)
def english_numbers(text: str) -> tuple[EnglishNumber, ...]:
    """Every number of the text in order, in digits or in words, none overlapping; widths and spaces change nothing."""
    plain = _GROUPED.sub(",", narrowed(text)).translate(_SPACES)
    plain = _NO_NUMBERS.sub(lambda match: " " * len(match[0]), plain)
    found = (_in_digits(match) if match["digits"] else _in_words(match) for match in _NUMBER.finditer(plain))
    return tuple(replace(number, text=text[number.start : number.end]) for number in found)


def _in_digits(match: re.Match[str]) -> EnglishNumber:
    """The number that is written in digits, with its scale; in 1.2–1.5 million the first is in millions too."""
    printed = _decimal(match["digits"]) + _HALVES.get(match["part"], 0)
    if exponent := match["times"] or match["power"]:
        printed = scaled(printed, exponent_of(exponent) - bool(match["power"]))
    is_year = not match["part"] and re.fullmatch(_YEAR, match["digits"]) is not None  # or a count: 2000 firms
    unit = _unit(match)
    units = (unit,) if any(unit) or match["suffix"] else _borrowed(match, printed, is_year=is_year)
    (value, percent), *also = (reading for unit in units for reading in _readings(printed, unit))
    also += _counted_by(match, value)
    also += _spans(match, printed)
    also += _year_cut_short(match)
    also += told_of_time(match.string, match.start(), match.end(), value) if unit == _PLAIN else ()
    return EnglishNumber(
        match.start(),
        match.end(),
        match[0],
        value.copy_negate() if match["sign"] else value,
        percent=bool(percent),
        also=tuple(also),
    )


def _unit(found: re.Match[str]) -> _Unit:
    """The unit that was found, with what stands behind it."""
    per = _PER.match(found.string, found.end())
    return _Unit(found["scales"], found["percent"], per[1] if per else None)


def _borrowed(match: re.Match[str], printed: Decimal, *, is_year: bool) -> tuple[_Unit, ...]:
    """The units that a number may have from the upper end of its range or the last item of its list.

    From 35 to 28 million both are in millions, from 1,200 to 3 million they are not: what falls may be either, and so
    may what stands before a clause behind a dash, or behind the end that it came to.
    """
    if tail := _RANGE_TAIL.match(match.string, match.end()):
        power = exponent_of(tail["times"]) if tail["times"] and not match["times"] else 0
        falls, starts = printed >= _decimal(tail["end"]), _FROM.search(_before(match))
        unit = _unit(tail)._replace(power=power)
        if (falls or tail["change"]) and (is_year or not starts):
            return (_PLAIN,)
        either = (falls and unit.scales) or _ASIDE.match(match.string, match.end())
        return (unit, _PLAIN) if either and any(unit) else (unit,)
    before = _before(match)
    if (upper := _TO_FROM.search(before)) and not is_year and _ENDS.match(match.string, match.end()):
        return (_unit(upper), _PLAIN)
    items = None if is_year else _LIST_TAIL.match(match.string, match.end())
    # After a comma a number alone begins a clause: 12, and 35% of the whole.
    if items and (items["items"] or not items["comma"] or _ITEM_BEFORE.search(before)):
        unit = _unit(items)
        # 900,000 and 1.2 million are two amounts, each in full; 20,000 and 30 million may be.
        return (unit, _PLAIN) if unit.scales and printed >= _IN_FULL else (unit,)
    return (_PLAIN,)


def _before(match: re.Match[str], length: int = _BEFORE) -> str:
    return match.string[max(0, match.start() - length) : match.start()]


def _readings(printed: Decimal, unit: _Unit) -> Iterator[tuple[Decimal, str]]:
    """What a number in the unit states: its value, and what that is of."""
    printed = scaled(printed, unit.power)
    yield _scaled(printed, unit.scales, unit.percent), "%" if unit.percent else ""
    if unit.per:
        yield scaled(printed, -1 if unit.per.lower().replace(",", "") in ("thousand", "1000") else -2), "%"


def _in_words(match: re.Match[str]) -> EnglishNumber:
    """The number that is written in words, or as one sign."""
    percent = bool(match["of_words"])
    if match["vulgar"]:
        part = vulgar(match["vulgar"])
        value = Decimal(part.numerator) / part.denominator
        also = [(Decimal(part.numerator), f"1/{part.denominator}")]
    elif match["point"]:
        value, percent, also = Decimal("0.5"), True, []
    elif match["span"]:
        value, also = _years_of(match["span"]), []
        also = [(value, "years")]
    elif match["base"]:
        value = value_of_words(match["base"])
        also = [(value, "per")]
    elif match["quarter"] or match["article"]:
        value = Decimal("0.25") if match["quarter"] else Decimal(1)
        also = [(Decimal(1), "1/4")] if match["quarter"] else []
        also += told_of_time(match.string, match.start(), match.end(), value)
    else:
        printed = value_of_words(match["ordinal"] or match["words"])
        value = _scaled(printed, None, match["of_words"])
        also = [] if percent else [*_shares(match, printed), *_borrowed_in_words(match, printed)]
        also += [*_counted_by(match, value), *_spans(match, printed)]
        also += told_of_time(match.string, match.start(), match.end(), printed)
    return EnglishNumber(match.start(), match.end(), match[0], value, percent=percent, also=tuple(also))


def _counted_by(match: re.Match[str], value: Decimal) -> Iterator[tuple[Decimal, str]]:
    """What things are counted by, where a number is that: per 1,000, for every ten thousand."""
    if _before(match, 6).lower().endswith(("per ", "every ")):
        yield value, "per"


def _year_cut_short(match: re.Match[str]) -> Iterator[tuple[Decimal, str]]:
    """The year at the end of a stretch of years, of which only the last two digits are printed: 2025 of 2024–25."""
    first = _YEAR_BEFORE.search(_before(match, 6))
    if first and re.fullmatch("[0-9]{2}", match[0]) and match[0] > first[1][2:]:
        yield Decimal(first[1][:2] + match[0]), ""


def _spans(match: re.Match[str], value: Decimal) -> Iterator[tuple[Decimal, str]]:
    """The years of a number of decades or centuries."""
    if span := _SPAN_BEHIND.match(match.string, match.end()):
        yield value * _YEARS[span[1].lower()], "years"


def _years_of(words: str) -> Decimal:
    """The years of a span with its article: 50 of half a century."""
    years = Decimal(_YEARS[words.lower().split()[-1]])
    return years / 2 if words.lower().startswith("half") else years


def _shares(match: re.Match[str], value: Decimal) -> Iterator[tuple[Decimal, str]]:
    """The parts of a whole that words may name: 2 of `1/3` for the two of two thirds, 1 for the third of a third."""
    if match["ordinal"]:
        if _SHARE_BEFORE.search(_before(match)):
            yield Decimal(1), f"1/{value}"
    elif shares := _SHARES.match(match.string, match.end()):
        yield value, f"1/{ORDINALS.get(shares['whole'].lower(), 4)}"
    elif value == 1 and _QUARTER.match(match.string, match.end()):
        yield value, "1/4"


def _borrowed_in_words(match: re.Match[str], value: Decimal) -> Iterator[tuple[Decimal, str]]:
    """What else a number in words may state by what stands behind it: five to ten per cent, three per thousand."""
    tail = None if match["ordinal"] else _WORDS_TAIL.match(match.string, match.end())
    per = _PER.match(match.string, match.end())
    unit = _unit(tail) if tail else _Unit(per=per[1] if per else None)
    yield from (reading for reading in _readings(value, unit) if reading != (value, ""))


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _scaled(value: Decimal, scales: str | None, percent: str | None) -> Decimal:
    """The value times its scales, exactly and written plainly; ‰ and ‱ are made per cent."""
    exponent = sum(EXPONENTS[word] for word in re.findall("[a-z]+", (scales or "").lower()))
    if percent:
        exponent -= 2 if "‱" in percent else 1 if "‰" in percent or "mil" in percent.lower() else 0
    return scaled(value, exponent)
