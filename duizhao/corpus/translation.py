"""Whether a translation carries the quantities of its Chinese.

Both come with their numbers found: a block's from its report, those of the English from `text.english`.

What is compared is a base value and whether it is per cent: 5047.4亿元 and 504.74 billion yuan are one. What a sound
translation may do, and what is therefore let pass:

- A date, ordinal, name or idiom of the Chinese need not appear (六稳 may become "stability"), and whatever number it
  holds may appear as often as wanted (6月11日: 11 June; 十四五: the 14th Five-Year Plan; 17时30分: 5:30 p.m.;
  上世纪90年代: the 1990s; 上半年: H1, the first 6 months; 2024—2025学年: 2024–25).
- Number words (two, first, twice) are never added, as English is full of them, but may stand for a quantity.
- 一 with a measure word may become "a" or nothing; 两 may become "both" or "twin"; 半 alone may become "half" or 6
  months or nothing; 三年半 may become "three and a half years", 42 months or 3 years and 6 months.
- 番 and 倍 may become a verb (double) or per cent; 三分之二 two thirds, 2/3 or 66.7%; 三成 three in ten or three
  tenths; 三十年 three decades; 数十家 gives no number to compare.
- The sign is not compared: 增长-0.3% may become "fell 0.3%".
- 百分点 and "percentage points" count as per cent; ‰, and "per 1,000", as a tenth of one.
- What things are counted by is kept: 每万人 is per 10,000 or per ten thousand, and no other "per" in words is let pass.
- 首 in 首位 or 首个 may become "No. 1", and 第一 of a rank "led the city"; of 前三 the English says three.
- A ratio is compared by its terms; 1小时20分钟 may be said in its parts or as 80 minutes, 2×660兆瓦 by both its factors
  or as 1,320 MW.

Anything else is compared as often as it occurs: a figure that the Chinese has twice the English has twice. A number of
the English that may be read in two ways (from 35 to 28 million) carries one quantity.
"""

from __future__ import annotations

import re
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

# A base value without its sign and what it is of (`%`, `1/3`, or nothing): what two numbers are compared by.
_Key = tuple[Decimal, str]
# The numbers by which the English says a quantity.
_Shape = tuple[_Key, ...]

# Units that are per cent, and the power of ten that makes them so.
_PERCENT_UNITS = {"%": 0, "百分点": 0, "个百分点": 0, "‰": -1, "‱": -2}
# What a number in words is of, beside all else: what grew two times may be tripled, and no digits say so.
_IN_WORDS = "in words"
# The numerals within a Chinese number, and those of a name one by one: 十四五 is 14 and 5.
_RUNS = re.compile("[0-9]+(?:[.][0-9]+)?[十百千万亿]*|[零一二两三四五六七八九十百千万亿]+")
_NUMERALS = re.compile(WHOLE)
_ROW = re.compile("[零一二两三四五六七八九]{2,}")
_PAIR = re.compile("十?[一二三四五六七八九]{2}(?=[年个天])")

# What things are counted by, in a unit and before its noun: the 千 of 千瓦时 is none of it, and 每百年 is a time.
_NO_BASE = "(?![瓦克米卡伏帕焦赫姓年月天日周次])"
_BY = re.compile(f"/([0-9]+[十百千万亿]*|[十百千万亿]+){_NO_BASE}[一-鿿]?")
_EACH = re.compile(f"每((?:[0-9]{{1,6}}|[一二两三四五六七八九])?[十百千万亿]{{1,3}}|[0-9]{{3,6}}){_NO_BASE}")
# What is said to have grown by a multiple; 是五倍 is five times and no sixfold.
_GROWN = "(?:增长|增加|增幅|提高|提升|扩大|上升|上涨|翻)[^，。；,;]{0,8}"
_LEAST_BASE = 100

# Numbers within a figure, and figures of several numbers that English says one by one.
_TERMS = re.compile("[0-9]+(?:[.][0-9]+)?")
_TERMS_OF_SCALES = re.compile(f"{_TERMS.pattern}万?")
_PRODUCT = re.compile("[0-9][×xX*][0-9]")
_CLOCKED = re.compile("[0-9]个?(?:小时|分钟?|天|年)零?[0-9]")
# How many of a smaller unit a unit holds; a month is said to have 30 days or 4 weeks.
_LENGTHS = {"年": "years", "个月": "months", "天": "days", "小时": "hours", "个小时": "hours"}
_HOLDS = {
    "years": ((12, "months"),),
    "months": ((30, "days"), (4, "weeks")),
    "days": ((24, "hours"),),
    "hours": ((60, "minutes"),),
}
_HELD = {"个月": 12, "小时": 24, "分钟": 60, "秒": 60}

# Hours, decades and stretches of a year, which English counts otherwise.
_HOUR = re.compile("([0-9]{1,2}|零)[:时点]")
_AFTER_NOON = re.compile("(?:下午|傍晚|晚上?|夜[里间])(1[01]|[1-9])[:时点]")
_CENTURY = re.compile("([上本新这])个?世纪")
_TENS = re.compile("[0-9]0|[一二三四五六七八九]{1,4}十")
_DECADE = re.compile(
    "(?:(?P<of>[上本新这])个?世纪的?|(?P<century>[0-9]{1,2}|[一二]?十[一二三四五六七八九]?)世纪的?)?"
    f"(?<![0-9])(?P<decades>(?:(?:{_TENS.pattern})(?:年代)?[、至到和-])?(?:{_TENS.pattern}))年代"
)
_STRETCHES = (
    (re.compile("上半年"), ((1, "half"), (6, "months"))),
    (re.compile("下半年"), ((2, "half"), (6, "months"))),
    (re.compile("前[三3]个?季度|[一1][至到-][三3]季度"), ((1, "first quarter"), (9, "months"))),
    (re.compile("第?[一1]季度"), ((3, "months"),)),
)


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
    lost, taken = _compared(chinese, quantities, said)
    bases = dict(_bases(chinese, numbers, quantities))
    values = {value for number in said for value, _ in _readings(number)}
    lost += tuple(words for words, value in bases.items() if value not in values)
    over = [n for place, n in enumerate(said) if place not in taken and (_is_in_digits(n) or _is_base(n))]
    explained = set(_explained(chinese, numbers, quantities)) if over else set()
    explained |= {(value, "per") for value in bases.values()}
    return Difference(lost, tuple(number.text for number in over if explained.isdisjoint(_readings(number))))


def _bases(chinese: str, numbers: Sequence[Number], quantities: Sequence[Quantity]) -> Iterator[tuple[str, Decimal]]:
    """By how many things something is counted, with the words for it: 10000 of 每万人 and of 6张/万人."""
    plain = narrowed(chinese)
    for number in numbers:
        words = f"每{narrowed(number.text)}"
        each = _EACH.match(plain, plain.find(words)) if number.reason not in ("", "idiom") and words in plain else None
        if each and (value := number_of(each[1])) >= _LEAST_BASE:
            yield words, value
    for read in quantities:
        if (by := _BY.search(read.base_unit)) and (value := number_of(by[1])) >= _LEAST_BASE:
            yield by[0], value


def _is_base(number: EnglishNumber) -> bool:
    """True of a number in words that things are counted by: per thousand."""
    return any(of == "per" and value >= _LEAST_BASE for value, of in number.also)


def _compared(
    chinese: str, quantities: Sequence[Quantity], said: Sequence[EnglishNumber]
) -> tuple[tuple[str, ...], set[int]]:
    """The quantities that have to be carried and are not, and the places of the English numbers that carry one.

    Those go first that can be said in the fewest ways. Of one that is not carried whole, what there is of it is taken.
    """
    ways = [(not _is_demanded(read), _shapes(read, chinese)) for read in quantities]
    free, taken = _places(said), set[int]()
    lost = set[int]()
    for at in sorted(range(len(ways)), key=lambda at: (ways[at][0], len(ways[at][1]))):
        spared, shapes = ways[at]
        for shape in shapes:
            found = _found(shape, free, taken)
            if len(found) == len(shape):
                break
        else:
            found = _found(shapes[0], free, taken)
            lost |= set() if spared else {at}
        taken.update(found)
    return tuple(read.figure for at, read in enumerate(quantities) if at in lost), taken


def _places(said: Sequence[EnglishNumber]) -> dict[_Key, list[int]]:
    """Where each key is said, last where it is best taken: in digits, by a number that says nothing else, early."""
    places: dict[_Key, list[int]] = {}
    for at in sorted(range(len(said)), key=lambda at: (_is_in_digits(said[at]), -len(said[at].also), -at)):
        for key in dict.fromkeys(_readings(said[at])):
            places.setdefault(key, []).append(at)
    return places


def _found(shape: _Shape, places: dict[_Key, list[int]], taken: set[int]) -> list[int]:
    """The places of the numbers of a shape, as far as there are any that are not taken."""
    found: list[int] = []
    for key in shape:
        there = places.get(key, [])
        while there and there[-1] in taken:
            there.pop()
        at = next((at for at in reversed(there) if at not in taken and at not in found), None)
        found += [] if at is None else [at]
    return found


def _is_in_digits(number: EnglishNumber) -> bool:
    return any(char.isdigit() for char in number.text)


def _readings(number: EnglishNumber) -> Iterator[_Key]:
    """All that an English number may say."""
    yield number.value.copy_abs(), "%" if number.percent else ""
    yield from number.also
    if not _is_in_digits(number):
        yield number.value, _IN_WORDS


def _key(value: Decimal, unit: str) -> _Key:
    exponent = _PERCENT_UNITS.get(unit)
    if exponent is not None:
        return EXACT.scaleb(value.copy_abs(), exponent), "%"
    return value.copy_abs(), unit if unit.startswith("1/") else ""


def _ends(read: Quantity) -> tuple[Decimal, ...]:
    """The values of a quantity that are compared: one, two for a range, none where no number is given."""
    first_to = read.operator == "rank" and read.base_upper is not None and read.base_value == 1
    return tuple(end for end in (None if first_to else read.base_value, read.base_upper) if end is not None)


def _is_demanded(read: Quantity) -> bool:
    """True if the English has to carry the quantity as a number; see the module's list of what it may do instead."""
    value, unit = read.base_value, read.base_unit
    if read.operator == "ratio":
        return _TERMS.search(narrowed(read.figure)) is not None
    if value is None or (read.operator == "rank" and value == 1 and read.base_upper is None):
        return False
    if unit == "1/2" or ("半" in read.figure and value == (50 if unit == "%" else Decimal("0.5"))):
        return False
    return not (value == 1 and "一" in read.figure and "分之" not in read.figure and unit not in ("番", "倍"))


def _shapes(read: Quantity, chinese: str) -> tuple[_Shape, ...]:
    """The ways in which English may say a quantity, the plainest first."""
    if read.operator == "ratio":
        return (_terms(read),)
    ends, unit = _ends(read), read.base_unit
    own = tuple(_key(end, unit) for end in ends)
    if unit.startswith("1/"):
        return _shares(ends, Decimal(unit[2:]))
    if unit == "番":
        return _doublings(ends)
    if unit == "倍":
        few = "半" in read.figure or {*ends} <= {1, 2, 3}
        grew = few or re.search(f"{_GROWN}{re.escape(read.figure)}", chinese) is not None
        grown = (tuple((end + 1, _IN_WORDS) for end in ends),) if grew else ()
        return own, *grown, tuple((end * 100, "%") for end in ends)
    figure = narrowed(read.figure)
    if _PRODUCT.search(figure):
        return _factors(read), own
    if "成" in figure and unit == "%":
        return own, *_tenths(ends)
    if _CLOCKED.search(figure) and unit in _HELD:
        return own, _terms(read), tuple((end / _HELD[unit], "") for end in ends)
    spans = (_year_span(ends),) if unit == "年" else ()
    return own, *spans, *(_in_smaller_units(ends, unit) if "半" in figure else ())


def _terms(read: Quantity) -> _Shape:
    """The numbers of a figure one by one; of a ratio 5万 is one: 1:5万 is the scale of a map."""
    form = _TERMS_OF_SCALES if read.operator == "ratio" else _TERMS
    return tuple((number_of(term), "") for term in form.findall(narrowed(read.figure)))


def _shares(ends: Sequence[Decimal], whole: Decimal) -> tuple[_Shape, ...]:
    """三分之二 is 2/3 or two of three, two thirds, and 67, 66.7 or 66.67 per cent."""
    counted = tuple(key for end in ends for key in ((end, ""), (whole, "")))
    parts = tuple((end, f"1/{whole}") for end in ends)
    if not all(end < whole for end in ends):
        return counted, parts
    rounded = (tuple((round(100 * end / whole, places), "%") for end in ends) for places in range(3))
    return counted, parts, *rounded


def _tenths(ends: Sequence[Decimal]) -> Iterator[_Shape]:
    """三成 is three in ten, or three tenths."""
    tenths = [end / 10 for end in ends]
    if all(tenth == tenth.to_integral_value() for tenth in tenths):
        yield (*((tenth, "") for tenth in tenths), (Decimal(10), ""))
        yield tuple((tenth, "1/10") for tenth in tenths)


def _year_span(ends: Sequence[Decimal]) -> _Shape:
    """三十年 is three decades, 五十年 half a century."""
    return tuple((end, "years") for end in ends)


def _doublings(ends: Sequence[Decimal]) -> tuple[_Shape, ...]:
    """翻两番 is four times as much, 300 per cent more, or doubled twice."""
    times = tuple(Decimal(2) ** min(int(end), 9) for end in ends)
    grown = tuple((100 * (many - 1), "%") for many in times)
    twice = tuple((end, "") for end in ends if end > 1)
    return tuple((many, "") for many in times), grown, *([((Decimal(2), ""), *twice)] if twice else [])


def _factors(read: Quantity) -> _Shape:
    """2×35万千瓦 is two times 350,000."""
    terms = _terms(read)
    if read.base_value is None or read.base_upper is not None or not terms[0][0]:
        return terms
    return terms[0], (read.base_value / terms[0][0], "")


def _in_smaller_units(ends: Sequence[Decimal], unit: str) -> Iterator[_Shape]:
    """三年半 is 42 months, and three years and six months."""
    length = _LENGTHS.get(unit, "")
    for held, smaller in _HOLDS.get(length, ()):
        yield tuple((end * held, smaller) for end in ends)
        if len(ends) == 1 and ends[0] > 1:
            yield (ends[0] - Decimal("0.5"), length), (Decimal(held) / 2, smaller)


def _explained(chinese: str, numbers: Sequence[Number], quantities: Sequence[Quantity]) -> Iterator[_Key]:
    """Keys of numbers that may stand in English as often as wanted, or in another shape than in Chinese."""
    for number in numbers:
        if number.reason:
            yield from _said_of(number)
    for read in quantities:
        figure = narrowed(read.figure)
        if _PRODUCT.search(figure) or _CLOCKED.search(figure):
            yield from _terms(read)
        if read.base_unit in ("‰", "‱"):
            yield Decimal(1000 if read.base_unit == "‰" else 10000), "per"
    if "首" in chinese:
        yield Decimal(1), ""
    yield from ((Decimal(hour) + 12, "hour") for hour in _AFTER_NOON.findall(narrowed(chinese)))
    if "世纪" in chinese or "年代" in chinese:
        yield from _decades(narrowed(chinese))


def _said_of(number: Number) -> Iterator[_Key]:
    """Every value that can be read out of a date, ordinal, name or idiom, as 14 and 5 out of 十四五.

    Of a date also both ends of 十三四年, the hour on a dial, and what English counts of a stretch of the year.
    """
    plain = narrowed(number.text)
    for run in _RUNS.findall(plain):
        yield from ((number_of(part), "") for part in ((run,) if run[0].isdecimal() else _parts(run)))
    if number.reason == "label" and plain.endswith(("分成", "开")):
        yield from ((number_of(tenths) * 10, "") for tenths in plain[:2])
    if number.reason != "date":
        return
    if (pair := _PAIR.search(plain)) and (read := quantity(pair[0])):
        yield from ((end, "") for end in _ends(read))
    if hour := _HOUR.match(plain):
        yield number_of(hour[1]) % 24, "hour"
        yield from ((Decimal(0), "past the hour"),) if hour.end() == len(plain) else ()
        if ":" in number.text and 12 < number_of(hour[1]) <= 24:
            yield number_of(hour[1]) - 12, ""
    for form, said in _STRETCHES:
        yield from ((Decimal(value), kind) for value, kind in said if form.fullmatch(plain))


def _parts(run: str) -> Iterator[str]:
    """The numerals of a name one by one; digits in a row also as one number, as of 三七, or of a day (九一八)."""
    yield from _NUMERALS.findall(run)
    if _ROW.fullmatch(run):
        lengths = range(2, len(run) + 1) if len(run) < 4 else (len(run),)
        yield from (run[start : start + length] for length in lengths for start in range(len(run) - length + 1))


def _decades(chinese: str) -> Iterator[_Key]:
    """The years that English calls a decade by, and the century: 1990s and 20th of 上世纪90年代."""
    for match in _CENTURY.finditer(chinese):
        yield Decimal(20 if match[1] == "上" else 21), "century"
    for match in _DECADE.finditer(chinese):
        for tens in _TENS.findall(match["decades"]):
            decades = [int(tens)] if tens.isdecimal() else [int(number_of(f"{digit}十")) for digit in tens[:-1]]
            years = (century + decade for decade in decades for century in _centuries(match, decade))
            yield from ((Decimal(year), "decade") for year in years)


def _centuries(match: re.Match[str], decade: int) -> tuple[int, ...]:
    """The first year of the century that a decade is of; without one 20年代 may be of the last or of this."""
    if match["century"]:
        return (100 * (int(number_of(match["century"])) - 1),)
    if match["of"]:
        return (1900,) if match["of"] == "上" else (2000,)
    return (1900, 2000) if decade <= 20 else (1900,)
