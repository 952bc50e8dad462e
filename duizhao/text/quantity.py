"""A Chinese figure as printed, read as the quantity that it states.

Which figures a text holds is left to `numbers`; whether a figure agrees with what an editor typed beside it, to the
rules of a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from sys import intern

from .dress import narrowed
from .grammar import PAIR, amount_form, figure_form, phrases
from .lexicon import AFTER, NOT_UNITS, meaning_before
from .numerals import EXACT, EXPONENTS, VULGAR, number_of, power_of, scaled, vulgar

OPERATORS = ("eq", "ge", "gt", "le", "lt", "approx", "range", "coverage", "relative", "delegated", "rank", "ratio")
_FRACTIONS = {"百": "%", "100": "%", "千": "‰", "1000": "‰", "万": "‱"}
_GAPS = re.compile("[\\s\u200b\u2060\ufeff]+")
# 超…以上 says no more than 超 does; any other two words about one amount contradict each other.
_MERGED = {frozenset({"gt", "ge"}): "gt", frozenset({"lt", "le"}): "lt"}
# The amount itself may be left out: 20户(不含)以上; 不含税 is something else.
_WITHOUT = re.compile(r"\(不包?含(?:本[数级]|[0-9零一二两三四五六七八九十百千万亿][^()]*)?\)")
_WITHOUT_ITSELF = {"ge": "gt", "le": "lt"}
# What a scale holds beside its sizes: 个多亿, 千余万.
_NO_MARKS = dict.fromkeys(map(ord, "个余多来"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as read: `value` in `unit` as printed (4, 万人), `base_value` in `base_unit` scaled out (40000, 人).

    Only a 万 or 亿 after Arabic digits is a scale; a number in Chinese numerals is read as one: 百万 is 1000000.
    `upper` is the other end of a range. `value` is None where nothing is counted (全部) or the number is not given
    (数十家). `steps` tells how the figure was read, in signs and in the figure's own words.
    """

    figure: str
    operator: str
    value: Decimal | None
    upper: Decimal | None
    unit: str
    base_value: Decimal | None
    base_upper: Decimal | None
    base_unit: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its scale and unit, before the words about it are weighed; `operators` are its own (余, 几)."""

    printed: str
    value: Decimal | None
    unit: str
    scale: str = ""
    upper: Decimal | None = None
    operators: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def quantity(figure: str) -> Quantity | None:
    """The quantity that the whole figure states, or None if it is no figure or its words contradict each other."""
    plain = narrowed(_GAPS.sub("", figure))
    return _phrase(figure, plain) or _counted(figure, plain)


def _phrase(figure: str, plain: str) -> Quantity | None:
    """The quantity of a figure without an amount: a coverage, a delegated task, a ratio or a rank (首位)."""
    for operator, form in phrases():
        if match := form.fullmatch(plain):
            return _rank(figure, plain, match) if operator == "rank" else _valueless(figure, plain, operator)
    return None


def _valueless(figure: str, plain: str, operator: str) -> Quantity:
    return Quantity(figure, operator, None, None, "", None, None, "", (f"{plain} → {operator}",))


def _rank(figure: str, plain: str, match: re.Match[str]) -> Quantity | None:
    """A place in an order: 第三, 前三 from the first to the third, 第5至第8位; places do not run backwards."""
    end = match["top"] or match["last"]
    first, last = number_of(match["first"] or "一"), number_of(end) if end else None
    if last is not None and last <= first:
        return None
    read = str(first) if last is None else f"{first}–{last}"
    return Quantity(figure, "rank", first, last, "位", first, last, "位", (f"{plain} → rank {read}",))


def _counted(figure: str, plain: str) -> Quantity | None:
    """The quantity of a figure with an amount or a range."""
    # Every character of a whole figure is read, so no word of one place can stand in it: the genre's will do.
    match = figure_form(NOT_UNITS).fullmatch(re.sub("^(?:增长|增加|扩大|提高)(?=.*[倍番])", "", plain))
    amount = _amount_between(match["low"], match["high"]) if match else None
    # 半 is a half of something only behind a word: 过半.
    if not match or not amount or (match["high"] == "半" and not match["before"]):
        return None
    about = _words_about(match)
    operator = _operator(amount, amount.operators | {meaning for _, meaning in about})
    return _quantity(figure, amount, operator, about) if operator else None


def _words_about(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """The words before and after an amount, each with its meaning.

    以上(不含) leaves the amount itself out; 不得超过3个以上 says no more than 不得超过3个.
    """
    about = ((match["before"], meaning_before(match["before"])),) if match["before"] else ()
    if not match["after"]:
        return about
    remarks = (match["remark"] or "", match["held_behind"] or "")
    meaning = AFTER[match["after"]]
    if any(map(_WITHOUT.fullmatch, remarks)):
        meaning = _WITHOUT_ITSELF.get(meaning, meaning)
    if about and {about[0][1], meaning} == {"le", "ge"}:
        return about
    return (*about, (match["after"].join(remarks), meaning))


def _quantity(figure: str, amount: _Amount, operator: str, about: tuple[tuple[str, str], ...]) -> Quantity:
    """The quantity of an amount with its operator; `about` are the words before and after it, each with its meaning."""
    exponent = EXPONENTS.get(amount.scale, 0)
    value = None if amount.value is None else scaled(amount.value, exponent)
    upper = None if amount.upper is None else scaled(amount.upper, exponent)
    read = "?" if value is None else str(value) if upper is None else f"{value}–{upper}"
    printed = f"{amount.printed} × {amount.scale}" if amount.scale else amount.printed
    steps = [printed if printed == read else f"{printed} = {read}", *([amount.unit] if amount.unit else [])]
    steps += [f"{word} → {meaning}" for word, meaning in about]
    if operator != "eq" and operator not in (meaning for _, meaning in about):
        steps.append(f"→ {operator}")
    unit = intern(amount.scale + amount.unit)  # of each there is one, also where many quantities are remembered
    base = unit if unit == amount.unit else intern(amount.unit)
    return Quantity(figure, operator, amount.value, amount.upper, unit, value, upper, base, tuple(steps))


def _operator(amount: _Amount, said: frozenset[str]) -> str | None:
    """The one operator of an amount with what is said about it, or None if that cannot be one thing."""
    if amount.upper is not None:
        return "range" if said <= {"approx"} else None
    if not said:
        return "relative" if amount.unit in ("倍", "番") else "eq"
    return min(said) if len(said) == 1 else _MERGED.get(said)


def _is_year(amount: _Amount) -> bool:
    """True for 2021年, which is a date; 5000年 and 13年 are lengths of time."""
    bare = amount.unit == "年" and not amount.scale and not amount.operators
    return bare and re.fullmatch("(?:1[0-9]|2[01])[0-9]{2}", amount.printed) is not None


def _amount_between(low: str | None, high: str) -> _Amount | None:
    """The amount of the one end given, or of both in the unit of the upper; None if they do not go together.

    The scale of the upper end goes for both in 3-5万人; in 3000-5万人 it cannot, as the lower would be the greater.
    """
    upper, lower = _amount(high), _amount(low) if low else None
    if not upper or _is_year(upper):
        return None
    if not lower:
        return None if low else upper
    lower, upper = _both_in_parts(lower, upper)
    least, most = _plain_value(lower, gt=True), _plain_value(upper)
    if least is None or most is None or lower.unit not in ("", upper.unit):
        return None
    shared = not lower.scale and not lower.unit and least < most
    exponent = EXPONENTS.get(upper.scale if shared else lower.scale, 0) - EXPONENTS.get(upper.scale, 0)
    least = _at_size_of(scaled(least, exponent), lower, upper)
    return _Amount(f"{least}–{most}", least, upper.unit, upper.scale, most) if least < most else None


def _both_in_parts(lower: _Amount, upper: _Amount) -> tuple[_Amount, _Amount]:
    """Both ends as parts where one of them says so: 百分之五至八, 五到八成."""
    if "分之" in lower.printed and not upper.unit and not upper.scale and upper.value is not None:
        whole = lower.printed.partition("分之")[0].removeprefix("负")
        return lower, _parts(f"{whole}分之{upper.printed}")
    if "成" in upper.printed and not lower.unit and not lower.scale and lower.value is not None and lower.value < 10:
        return replace(lower, value=scaled(lower.value, 1), unit="%"), upper
    return lower, upper


def _at_size_of(least: Decimal, lower: _Amount, upper: _Amount) -> Decimal:
    """The lower end as large as the upper says: 三到五千 is 3000 to 5000, 2—3×10⁴ 20000 to 30000; 三到二十 stays so."""
    power = power_of(upper.printed)
    size = power or (EXPONENTS.get(upper.printed[-1], 0) if len(upper.printed) == 2 else 0)
    if size < (1 if power else 2) or lower.scale or lower.unit or upper.value is None:
        return least
    if power_of(lower.printed) if power else lower.printed not in "一二两三四五六七八九":
        return least
    larger = scaled(least, size)
    return larger if larger < upper.value else least


def _plain_value(amount: _Amount, *, gt: bool = False) -> Decimal | None:
    """The value of an amount that can be one end of a range: one known number that nothing is said about.

    The lower end may be `gt`, as in 300多到400人.
    """
    unclear = amount.operators - {"gt"} if gt else amount.operators
    return None if amount.upper is not None or unclear else amount.value


def _amount(text: str) -> _Amount | None:
    """The amount that the text states, read by the kind that it is of."""
    match = amount_form(NOT_UNITS).fullmatch(text)
    if not match:
        return None
    kind = next(kind for kind in (*_CLOSED_READERS, *_OPEN_READERS) if match[kind])
    if kind in _CLOSED_READERS:
        read = _CLOSED_READERS[kind](match[kind])
        return replace(read, operators=read.operators or frozenset({"gt"})) if read and match["over"] else read
    value, upper, operators = _OPEN_READERS[kind](match[kind])
    unit, half, more = _unit(match["unit"] or "")
    if half and value is not None:
        value = EXACT.add(value, Decimal("0.5"))
    scale = (match["scale"] or "").translate(_NO_MARKS)
    marks = {match[name] for name in ("more", "most", "extra")} | (set(match["scale"] or "") & {"余", "多", "来"})
    if more or marks - {None}:
        # 数十余家 is no more exact than 数十家; 来 and 把 leave open on which side of the number.
        operators = operators or frozenset({"approx" if marks & {"来", "把"} else "gt"})
    if kind == "numeral" and scale == "万" and "亿" in match[kind] and "点" not in match[kind]:
        # 一亿二千多万: 万 counts what stands behind 亿 alone.
        value, scale = number_of(match[kind] + scale), ""
    return _Amount(match[kind], value, unit, scale, upper, operators)


def _unit(printed: str) -> tuple[str, bool, bool]:
    """The unit alone, and whether it holds a half (年半, 个半月) or more than was counted (个多月)."""
    if printed.startswith(("个半", "个多")):
        return printed[0] + printed[2:], printed[1] == "半", printed[1] == "多"
    return printed.removesuffix("半"), printed.endswith("半"), False


def _parts(printed: str) -> _Amount:
    """百分之五点五 is 5.5 %, 百分之七八 is 7 to 8 %, 千分之三 is 3 ‰.

    三分之二 is 2 of the unit 1/3, which no decimal can hold.
    """
    whole, part = printed.removeprefix("负").split("分之")
    unit = _FRACTIONS.get(whole) or f"1/{number_of(whole):f}"
    said = _pair(part)[:2] if re.fullmatch(PAIR, part) else (number_of(part),)
    ends = [end for end in said if end is not None]
    if printed.startswith("负"):
        ends = [EXACT.copy_negate(end) for end in reversed(ends)]
    return _Amount(printed, ends[0], unit, upper=ends[1] if len(ends) == 2 else None)


def _rate(printed: str) -> _Amount:
    """9.5/10万 is 9.5 of the unit 1/100000, as 十万分之九点五 is."""
    part, whole = printed.rstrip("人户").split("/")
    of = f"{number_of(whole):f}"
    return _Amount(printed, Decimal(part), {"1000": "‰", "10000": "‱"}.get(of, f"1/{of}"))


def _fraction(printed: str) -> _Amount | None:
    """2/3 and ⅔ are 2 of the unit 1/3; nothing where there is no part of a whole."""
    if printed in VULGAR:
        sign = vulgar(printed)
        return _Amount(printed, Decimal(sign.numerator), f"1/{sign.denominator}")
    part, whole = printed.split("/")
    return _Amount(printed, Decimal(part), f"1/{whole}") if int(part) < int(whole) else None


def _tenths(printed: str) -> _Amount:
    """两成 is 20 %, 三成五 and 三成半 are 35 %, 七八成 70 to 80 %."""
    whole, part = printed.split("成")
    if len(whole) == 2 and not whole[0].isdecimal():
        low, high = (scaled(number_of(digit), 1) for digit in whole)
        return _Amount(printed, low, "%", upper=high)
    return _Amount(
        printed, EXACT.add(scaled(number_of(whole), 1), number_of({"": "零", "半": "五"}.get(part, part))), "%"
    )


def _half(printed: str) -> _Amount:
    """一半 is 50 %, 大半 more and 小半 less."""
    sides = {"一多半": "gt", "大半": "gt", "小半": "lt"}
    return _Amount(printed, Decimal(50), "%", operators=frozenset(filter(None, [sides.get(printed)])))


def _money(printed: str) -> _Amount:
    """3元5角 is 3.5 元."""
    yuan, _, rest = printed.partition("元")
    jiao, _, fen = rest.partition("角")
    parts = (number_of(yuan), scaled(number_of(jiao), -1), scaled(number_of(fen.removesuffix("分") or "0"), -2))
    return _Amount(printed, EXACT.add(EXACT.add(parts[0], parts[1]), parts[2]), "元")


# How many of the smaller unit the larger one holds, and what it is called, by the first characters of both.
_CLOCK = {
    "小分": (60, "分钟"),
    "分秒": (60, "秒"),
    "天小": (24, "小时"),
    "年个": (12, "个月"),
}


def _clocked(printed: str) -> _Amount | None:
    """1小时20分钟 is 80 分钟: the smaller unit, as hours have no end."""
    many, unit, few, below = re.findall("[0-9]+|[^0-9]+", printed)
    held = _CLOCK.get(unit.lstrip("个")[0] + below[0])
    if not held or (unit == "年" and len(many) == 4):
        return None
    return _Amount(printed, Decimal(int(many) * held[0] + int(few)), held[1])


def _product(printed: str) -> _Amount:
    """2×35万千瓦 is 70 万千瓦."""
    few, many, scale, unit = re.findall("([0-9]+)[×xX*]([0-9.]+)(万?)(.+)", printed)[0]
    return _Amount(f"{few}×{many}", EXACT.multiply(Decimal(few), Decimal(many)), unit, scale)


def _about_one(printed: str) -> _Amount:
    """个把月 is about one month."""
    unit = printed[2:]
    return _Amount(printed, Decimal(1), "个月" if unit == "月" else unit, operators=frozenset({"approx"}))


def _doubling(printed: str) -> _Amount:
    """翻番 and 翻一番 are 1 番, twice as much; 翻两番 is 2 番, four times as much."""
    value = number_of(printed.strip("翻了近约番") or "一")
    return _Amount(printed, value, "番", operators=frozenset({"approx"} if printed.strip("翻了")[0] in "近约" else ()))


_IN_A_ROW = re.compile("([一二两三四五六七八九])([二两三四五六七八九])")
# What a number says by itself: its value, its upper end and its operators.
_Said = tuple[Decimal | None, Decimal | None, frozenset[str]]


def _pair(printed: str) -> _Said:
    """Both ends of a number given by two digits in a row: 五六十 is 50 to 60, 一百七八十 is 170 to 180."""
    before, first, second, behind = _IN_A_ROW.split(printed, maxsplit=1)
    return number_of(before + first + behind), number_of(before + second + behind), frozenset()


def _halved(printed: str) -> _Said:
    """Half of what is counted: 半年; 大半年 is more."""
    return Decimal("0.5"), None, frozenset({"gt"} if printed.startswith("大") else ())


# One reader for each kind of amount that the grammar names. 数十 and 几百 give no number; 十几 is more than ten.
_CLOSED_READERS: dict[str, Callable[[str], _Amount | None]] = {
    "parts": _parts,
    "rate": _rate,
    "fraction": _fraction,
    "tenths": _tenths,
    "half": _half,
    "whole": lambda printed: _Amount(printed, Decimal(100), "%"),
    "doubling": _doubling,
    "money": _money,
    "clocked": _clocked,
    "product": _product,
    "about_one": _about_one,
}
_OPEN_READERS: dict[str, Callable[[str], _Said]] = {
    "vague": lambda printed: (None, None, frozenset({"approx"})),
    "teens": lambda printed: (number_of(printed.partition("几")[0]), None, frozenset({"gt"})),
    "pair": _pair,
    "halved": _halved,
    "circled": lambda printed: (number_of(printed), None, frozenset()),
    "numeral": lambda printed: (number_of(printed), None, frozenset()),
}
