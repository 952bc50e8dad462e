"""A Chinese figure as printed, read as the quantity that it states.

Which figures a text holds is left to `numbers`; whether a figure agrees with what an editor typed beside it, to the
rules of a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .grammar import PHRASES, amount_form, figure_form, narrowed
from .lexicon import AFTER, BEFORE, NOT_UNITS
from .numerals import EXACT, EXPONENTS, number_of, scaled

OPERATORS = ("eq", "ge", "gt", "le", "lt", "approx", "range", "coverage", "relative", "delegated", "rank")
# Of a whole figure every character is read, so no word of one place can stand in it: the words of the genre will do.
_AMOUNT = amount_form(NOT_UNITS)
_FIGURE = figure_form(NOT_UNITS)
_FRACTIONS = {"十": ("%", 1), "百": ("%", 0), "千": ("‰", 0), "万": ("‱", 0)}
# 超…以上 says no more than 超 does; any other two words about one amount contradict each other.
_MERGED = {frozenset({"gt", "ge"}): "gt", frozenset({"lt", "le"}): "lt"}


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


def quantity(figure: str) -> Quantity | None:
    """The quantity that the whole figure states, or None if it is no figure or its words contradict each other."""
    plain = narrowed(re.sub(r"\s", "", figure))
    return _phrase(figure, plain) or _counted(figure, plain)


def _phrase(figure: str, plain: str) -> Quantity | None:
    """The quantity of a figure without an amount: a coverage, a delegated task or a rank (首位 is the first)."""
    for operator, form in PHRASES:
        if match := form.fullmatch(plain):
            value = number_of(match["place"] or "一") if operator == "rank" else None
            unit = "" if value is None else "位"
            step = f"{plain} → {operator}" + ("" if value is None else f" {value}")
            return Quantity(figure, operator, value, None, unit, value, None, unit, (step,))
    return None


def _counted(figure: str, plain: str) -> Quantity | None:
    """The quantity of a figure with an amount or a range."""
    match = _FIGURE.fullmatch(re.sub("^(?:增长|增加|扩大|提高)(?=.*[倍番])", "", plain))
    amount = _amount_between(match["low"], match["high"]) if match else None
    if not match or not amount:
        return None
    about = tuple((word, table[word]) for word, table in ((match["before"], BEFORE), (match["after"], AFTER)) if word)
    operator = _operator(amount, amount.operators | {meaning for _, meaning in about})
    return _quantity(figure, amount, operator, about) if operator else None


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
    unit = amount.scale + amount.unit
    return Quantity(figure, operator, amount.value, amount.upper, unit, value, upper, amount.unit, tuple(steps))


def _operator(amount: _Amount, said: frozenset[str]) -> str | None:
    """The one operator of an amount with what is said about it, or None if that cannot be one thing."""
    if amount.upper is not None:
        return "range" if said <= {"approx"} else None
    if not said:
        return "relative" if amount.unit in ("倍", "番") else "eq"
    return min(said) if len(said) == 1 else _MERGED.get(said)


def _is_year(amount: _Amount) -> bool:
    """True for 2021年, which is a date; 5000年 and 13年 are lengths of time."""
    return amount.unit == "年" and not amount.scale and re.fullmatch("[12][0-9]{3}", amount.printed) is not None


def _amount_between(low: str | None, high: str) -> _Amount | None:
    """The amount of the one end given, or of both in the unit of the upper; None if they do not go together.

    The scale of the upper end goes for both in 3-5万人; in 3000-5万人 it cannot, as the lower would be the greater.
    """
    upper, lower = _amount(high), _amount(low) if low else None
    if not upper or _is_year(upper):
        return None
    if not lower:
        return None if low else upper
    least, most = _plain_value(lower), _plain_value(upper)
    if least is None or most is None or lower.unit not in ("", upper.unit):
        return None
    shared = not lower.scale and not lower.unit and least < most
    exponent = EXPONENTS.get(upper.scale if shared else lower.scale, 0) - EXPONENTS.get(upper.scale, 0)
    least = scaled(least, exponent)
    return _Amount(f"{least}–{most}", least, upper.unit, upper.scale, most) if least < most else None


def _plain_value(amount: _Amount) -> Decimal | None:
    """The value of an amount that can be one end of a range: one known number that nothing is said about."""
    return None if amount.upper is not None or amount.operators else amount.value


def _amount(text: str) -> _Amount | None:
    """The amount that the text states, read by the kind that it is of."""
    match = _AMOUNT.fullmatch(text)
    if not match:
        return None
    kind = next(kind for kind in (*_CLOSED_READERS, *_OPEN_READERS) if match[kind])
    if kind in _CLOSED_READERS:
        return _CLOSED_READERS[kind](match[kind])
    value, upper, operators = _OPEN_READERS[kind](match[kind])
    unit, half, more = _unit(match["unit"] or "")
    if half and value is not None:
        value = EXACT.add(value, Decimal("0.5"))
    if more or match["more"] or match["most"] or match["extra"]:
        operators = operators or frozenset({"gt"})  # 数十余家 is no more exact than 数十家
    return _Amount(match[kind], value, unit, match["scale"] or "", upper, operators)


def _unit(printed: str) -> tuple[str, bool, bool]:
    """The unit alone, and whether it holds a half (年半, 个半月) or more than was counted (个多月)."""
    if printed.startswith(("个半", "个多")):
        return printed[0] + printed[2:], printed[1] == "半", printed[1] == "多"
    return printed.removesuffix("半"), printed.endswith("半"), False


def _parts(printed: str) -> _Amount:
    """百分之五点五 is 5.5 %, 千分之三 is 3 ‰; 三分之二 is 2 of the unit 1/3, which no decimal can hold."""
    whole, part = printed.split("分之")
    unit, exponent = _FRACTIONS.get(whole) or (f"1/{number_of(whole)}", 0)
    return _Amount(printed, scaled(number_of(part), exponent), unit)


def _tenths(printed: str) -> _Amount:
    """两成 is 20 %, 三成五 is 35 %."""
    tens, ones = (number_of(part or "零") for part in printed.split("成"))
    return _Amount(printed, tens * 10 + ones, "%")


def _doubling(printed: str) -> _Amount:
    """翻番 and 翻一番 are 1 番, twice as much; 翻两番 is 2 番, four times as much."""
    return _Amount(printed, number_of(printed.strip("翻了番") or "一"), "番")


# What a number says by itself: its value, its upper end and its operators.
_Said = tuple[Decimal | None, Decimal | None, frozenset[str]]


def _pair(printed: str) -> _Said:
    """Both ends of a number given by two digits in a row: 五六十 is 50 to 60, 十七八 is 17 to 18."""
    first = 1 if printed[0] == "十" else 0
    low, high = printed[: first + 1] + printed[first + 2 :], printed[:first] + printed[first + 1 :]
    return number_of(low), number_of(high), frozenset()


# One reader for each kind of amount that the grammar names. 数十 and 几百 give no number; 十几 is more than ten.
_CLOSED_READERS: dict[str, Callable[[str], _Amount]] = {
    "parts": _parts,
    "tenths": _tenths,
    "half": lambda printed: _Amount(printed, Decimal(50), "%"),
    "whole": lambda printed: _Amount(printed, Decimal(100), "%"),
    "doubling": _doubling,
}
_OPEN_READERS: dict[str, Callable[[str], _Said]] = {
    "vague": lambda printed: (None, None, frozenset({"approx"})),
    "teens": lambda printed: (number_of(printed.removesuffix("几")), None, frozenset({"gt"})),
    "pair": _pair,
    "halved": lambda printed: (Decimal("0.5"), None, frozenset()),
    "numeral": lambda printed: (number_of(printed), None, frozenset()),
}
