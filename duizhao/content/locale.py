"""Interface words, and how times and quantities are said in each language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..text.numerals import EXACT, number_of
from ..text.period import Moment, Period
from .schema import Bilingual
from .written import WrittenMeasure, WrittenStatement

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SCALES = {"zh": ((8, "亿"), (4, "万")), "en": ((12, " trillion"), (9, " billion"), (6, " million"))}
# Measure words, which English does without; any other unit without an English name stays as it is.
_MEASURE_WORDS = frozenset("个家位所条次件栋套座支批台宗处张项间幢辆场期部本篇")
# Units of which one says in Chinese that they fall and not that they become fewer.
_RATES = frozenset(("%", "‰", "个百分点", "百分点", "个点", "个基点", "基点", "分", "度", "微克/立方米"))
# A unit that is a part of a whole, as the parser writes it; of a thousand parts and more figures are rates.
_PART = re.compile("1/([0-9]{1,30})")
_LEAST_OF_RATES = 1000
_FRACTION = {"zh": "分数", "en": "fraction"}
# What a unit is counted by, with how many of it: 平方米, 万人, 百户.
_COUNTED_BY = re.compile("((?:10{0,2}|[十百])?[万亿]|千|百)?(.*)")
# What stands about a printed number only to say of how many it is: 9.50/10万, 10万分之9.50.
_OF_HOW_MANY = re.compile("/[0-9]+|[0-9]+万?分之")
# The decimals of a number as it is printed.
_PRINTED_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.([0-9]+))?")
# Units that have an English symbol or word.
_UNITS_EN = {
    "元": "yuan",
    "美元": "US dollars",
    "平方米": "m²",
    "平方公里": "km²",
    "亩": "mu",
    "吨": "tonnes",
    "米": "m",
    "公顷": "ha",
    "公里": "km",
    "%": "%",
    "年": "years",
    "人": "people",
    "名": "people",
    "人次": "person-times",
    "小时": "hours",
    "分钟": "minutes",
    "天": "days",
    "个月": "months",
    "户": "households",
    "个工作日": "working days",
    "工作日": "working days",
    "个百分点": "percentage points",
    "百分点": "percentage points",
    "个点": "percentage points",
    "个基点": "basis points",
    "基点": "basis points",
}
# Other names that a reader may type.
_SPELLED = {
    "元": ("rmb", "cny", "renminbi"),
    "美元": ("dollars", "usd"),
    "平方米": ("m2", "square metres", "square meters", "sq m"),
    "平方公里": ("km2", "square kilometres", "square kilometers"),
    "吨": ("tons",),
    "米": ("metres", "meters"),
    "公顷": ("hectares", "hectare"),
    "公里": ("kilometres", "kilometers"),
    "%": ("per cent", "percent"),
    "立方米": ("cubic metres", "cubic meters"),
    "千克": ("kilograms", "kilos"),
    "千瓦": ("kilowatts",),
    "千瓦时": ("kilowatt-hours", "kilowatt hours"),
    "兆瓦": ("megawatts",),
    "周": ("weeks", "week"),
    "秒": ("seconds", "second"),
    "倍": ("times",),
    "港元": ("hkd", "hong kong dollars"),
    "欧元": ("euros", "eur"),
    "英镑": ("pounds", "gbp"),
}
_COUNTED = {
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
}
SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}
_ONE = {
    "US dollars": "US dollar",
    "tonnes": "tonne",
    "years": "year",
    "people": "person",
    "person-times": "person-time",
    "hours": "hour",
    "minutes": "minute",
    "days": "day",
    "months": "month",
    "households": "household",
    "working days": "working day",
    "percentage points": "percentage point",
    "basis points": "basis point",
}


class WordError(ValueError):
    """An interface word that is missing or cannot be filled in: a mistake in the words, with the key for its place."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language; called with a key it gives the words, values put in.

    Words with a count may have two forms, `{count} text|{count} texts`: the first is for one. Every number of a
    thousand and more has its thousands apart, 1,118: what is none, a year, is given as text.
    """

    strings: Mapping[str, Bilingual]
    language: str

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key. Raises WordError."""
        try:
            words = self.strings[key][self.language]
        except KeyError:
            raise WordError(key, f"there is no interface word {key}") from None
        if "count" in values:
            one, _, many = words.partition("|")
            words = one if values["count"] == 1 or not many else many
        said = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        try:
            return words.format(**said) if values else words
        except (LookupError, ValueError, AttributeError):
            raise WordError(key, unfit(self.language, key, values, words)) from None


def in_braces(names: Iterable[str]) -> str:
    """Names as words have them: {count}, {n}."""
    return ", ".join(f"{{{name}}}" for name in names)


def unfit(language: str, key: str, names: Iterable[str], words: str) -> str:
    """What is said of words that name something which is not put in."""
    return f"the {language} of {key} may name {in_braces(names) or 'nothing'} and nothing else: {words!r}"


def time_words(time: Period, language: str) -> str:
    """A time (2020, 2021-Q1, 2021-01/2021-05) in words."""
    start, end = time.start, time.end
    if not time.is_pair:
        return _moment_words(start, language)
    months = start.year == end.year and all(moment.month and not moment.day for moment in (start, end))
    if language == "zh":
        return f"{_moment_words(start, 'zh')}至{f'{end.month}月' if months else _moment_words(end, 'zh')}"
    if months:
        return f"{_MONTHS[start.month - 1]} to {_MONTHS[end.month - 1]} {start.year}"
    return f"{_moment_words(start, 'en')} to {_moment_words(end, 'en')}"


def _moment_words(moment: Moment, language: str) -> str:
    if language == "zh":
        part = f"{'上下'[moment.half - 1]}半年" if moment.half else ""
        part += f"{'一二三四'[moment.quarter - 1]}季度" if moment.quarter else ""
        part += f"{moment.month}月" if moment.month else ""
        return f"{moment.year}年{part}" + (f"{moment.day}日" if moment.day else "")
    part = f"{('first', 'second')[moment.half - 1]} half of " if moment.half else ""
    part += f"Q{moment.quarter} " if moment.quarter else ""
    part += f"{moment.day} " if moment.day else ""
    part += f"{_MONTHS[moment.month - 1]} " if moment.month else ""
    return f"{part}{moment.year}"


def number_words(value: Decimal, language: str, finest: int | None = None) -> str:
    """A number scaled for reading: 504.74 billion; 5047.4亿. Nothing is rounded.

    `finest` is the power of ten down to which it is printed: 15.0 with -1 stays 15.0.
    """
    for exponent, name in _SCALES[language]:
        scaled = EXACT.scaleb(value, -exponent)
        if scaled.copy_abs() >= 1 and _short(scaled):
            return _filled(_plain(scaled), exponent, finest) + name
    return _filled(_plain(value) if language == "zh" else _grouped(value), 0, finest)


def finest_of(figure: str, value: Decimal, *, upper: bool = False) -> int | None:
    """The power of ten down to which a figure is printed with decimals: 7 for 5047.4亿; None where it has none.

    Of a range that is the power of its lower end, or of its upper one: 3至4.50 has none, and −2.
    """
    numbers = list(_PRINTED_NUMBER.finditer(_OF_HOW_MANY.sub("", unicodedata.normalize("NFKC", figure))))
    printed = numbers[-1 if upper else 0] if numbers else None
    number = Decimal(printed[0].replace(",", "")) if printed else Decimal(0)
    if not printed or not printed[1] or not number or not value:
        return None
    # No quotient: that of a value which is not the number's, a third of it, never ends.
    power = value.adjusted() - number.adjusted()
    return power - len(printed[1]) if EXACT.scaleb(number, power) == value.copy_abs() else None


def _filled(number: str, exponent: int, finest: int | None) -> str:
    """A number with the noughts at its end that are printed."""
    if finest is None or exponent <= finest:
        return number
    whole, _, rest = number.partition(".")
    return f"{whole}.{rest.ljust(exponent - finest, '0')}"


def _short(value: Decimal) -> bool:
    return len(_plain(value).partition(".")[2]) <= 3


def _plain(value: Decimal, form: str = "f") -> str:
    text = format(value, form)
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _grouped(value: Decimal) -> str:
    return _plain(value, ",f")


def count_words(count: int, language: str) -> str:
    """A count of things in words up to ten, above that in digits: three, 两, 13."""
    return _COUNTED[language][count] if count < len(_COUNTED[language]) else str(count)


def quantity_words(measure: WrittenMeasure, words: Words) -> str:
    """A measure's quantity in words, with its sign: ≥ 40,000 people; ≈ 535家. A fall is one: down 1.7%."""
    value, upper, unit, operator = measure.value, measure.upper, measure.unit, measure.operator
    if value is None:
        return words(f"operator.{operator}")
    if operator == "rank":
        return words("quantity.rank", number="–".join(_ends(value, upper, "", words.language)))
    said = _quantity(measure, value, words.language)
    if measure.aspect != "decrease":
        return said
    return words("quantity.fall-of-rate" if unit in _RATES or _whole_of(unit) else "quantity.fall", quantity=said)


def scope_words(statement: WrittenStatement, language: str) -> str:
    """What a statement and its figures are limited to; a scope that only some of its figures have names them.

    '' where all that it says is of its whole district.
    """
    if not statement.scope and not any(measure.scope for measure in statement.measures):
        return ""
    own = statement.scope[language] if statement.scope else ""
    scopes: dict[str, list[str]] = {}
    for measure in statement.measures:
        if measure.scope:
            scopes.setdefault(measure.scope[language], []).append(measure.figure)
    colon, comma, semicolon = ("：", "、", "；") if language == "zh" else (": ", ", ", "; ")
    of_all = own or next((scope for scope, figures in scopes.items() if len(figures) == len(statement.measures)), "")
    rest = (comma.join(figures) + colon + scope for scope, figures in scopes.items() if scope != of_all)
    return semicolon.join(filter(None, (of_all, *rest)))


def _quantity(measure: WrittenMeasure, value: Decimal, language: str) -> str:
    """A value with its unit and the sign of its operator."""
    ends, unit = _ends(value, measure.upper, measure.figure, language), measure.unit
    number, whole = "–".join(ends), _whole_of(unit)
    if whole:
        said = _parts(ends, whole, language)
    elif language == "zh":
        said = number + unit
    else:
        name = _english(unit, one=value == 1 and measure.upper is None)
        said = number + (f" {name}" if name and name[0] not in "%‰" else name)
    return SIGNS.get(measure.operator, "") + said


def _ends(value: Decimal, upper: Decimal | None, figure: str, language: str) -> tuple[str, ...]:
    """A number, or both ends of a range, each with the noughts that it is printed with."""
    number = number_words(value, language, finest_of(figure, value))
    if upper is None:
        return (number,)
    return number, number_words(upper, language, finest_of(figure, upper, upper=True))


def _whole_of(unit: str) -> int:
    """How many parts the whole has of which a unit is one: 3 of 1/3, 100000 of 1/100000; 0 of any other unit."""
    part = _PART.fullmatch(unit)
    return int(part[1]) if part else 10_000 if unit == "‱" else 0


def _parts(ends: Iterable[str], whole: int, language: str) -> str:
    """Parts of a whole: 2/3, 9.5/10万; in English a rate is 9.5 per 100,000.

    Number and unit cannot stand side by side: 2 of 1/3 would be 21/3.
    """
    if language == "en" and whole >= _LEAST_OF_RATES:
        return f"{'–'.join(ends)} {_rate_words(whole, language)}"
    of = _rate_words(whole, "zh").removeprefix("每") if language == "zh" else str(whole)
    return "–".join(f"{end}/{of}" for end in ends)


def _rate_words(whole: int, language: str) -> str:
    """Of how many a rate is: per 100,000; 每10万, 每万."""
    number = number_words(Decimal(whole), language)
    return f"per {number}" if language == "en" else f"每{re.sub('^1(?=[万亿])', '', number)}"


def fraction_of(unit: str) -> int:
    """How many parts the whole has where figures in a unit are said as fractions, 3 of 1/3; 0 of any other unit."""
    whole = _whole_of(unit)
    return whole if whole < _LEAST_OF_RATES else 0


def amount_words(value: Decimal, unit: str, figure: str, language: str) -> str:
    """A value as it stands where its unit is said once for many, as printed in `figure`: 15.0; a fraction is whole."""
    number, whole = number_words(value, language, finest_of(figure, value)), fraction_of(unit)
    return f"{number}/{whole}" if whole else number


def scale_words(value: Decimal, unit: str, language: str) -> str:
    """A value of an axis: 500; in parts of a whole the fraction that they are, 1/2."""
    whole = fraction_of(unit)
    return str(Fraction(value) / whole) if whole else number_words(value, language)


def _english(unit: str, *, one: bool = False, counted: str = "") -> str:
    """What a unit is called in English behind a number, `one` where that is 1; `counted` is said of measure words.

    A unit by another is said by the names of both, yuan per m²; what has no name stays as it is.
    """
    what, _, by = unit.partition("/")
    name, divided = _UNITS_EN.get(what, counted if what in _MEASURE_WORDS else None), _per(by) if by else ""
    if name is None or divided is None:
        return unit
    return " ".join(filter(None, (_ONE.get(name, name) if one else name, divided)))


def _per(by: str) -> str | None:
    """What a unit is counted by, in English: per m², per 10,000 people; None where it has no name."""
    found = _COUNTED_BY.fullmatch(by)
    name = _UNITS_EN.get(found[2], None if found[2] else "") if found else None
    if not found or name is None:
        return None
    if not found[1]:
        return f"per {_ONE.get(name, name)}"
    return f"{_rate_words(int(number_of(found[1])), 'en')} {name}".rstrip()


def unit_names(unit: str) -> tuple[str, ...]:
    """All that a unit is called in English, the word of `unit_words` first; none for a measure word."""
    name = _UNITS_EN.get(unit)
    own = () if name is None else (name, *((_ONE[name],) if name in _ONE else ()))
    return (*own, *_SPELLED.get(unit, ()))


def unit_words(unit: str, language: str) -> str:
    """A unit's name in a language; what a measure word such as 家 counts is a number in English.

    Of a rate that is how many it is of, and of any other part of a whole that it is one.
    """
    whole = _whole_of(unit)
    if whole:
        return _rate_words(whole, language) if whole >= _LEAST_OF_RATES else _FRACTION[language]
    return unit if language == "zh" else _english(unit, counted="number")
