"""Numerals, Arabic and Chinese, as exact values, and powers of ten; what is counted is left to `quantity`."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

# Sums and products of figures are exact whatever their length; Python's default of 28 digits would round.
EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
# Powers of ten by the scale that names them.
EXPONENTS = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
_SIZES = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "十": 10}
_DIGITS = {"零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def scaled(value: Decimal, exponent: int) -> Decimal:
    """The value times ten to the exponent, exactly and written plainly: 40000, not 4E+4; as it is if that is 0."""
    if not exponent:
        return value
    product = EXACT.normalize(EXACT.scaleb(value, exponent))
    return EXACT.quantize(product, Decimal(1)) if product == product.to_integral_value() else product


def number_of(numeral: str) -> Decimal:
    """The value of a numeral in narrow characters, Arabic or Chinese, with or without a sign or decimals."""
    if numeral[0] in "-负":
        return EXACT.copy_negate(number_of(numeral[1:]))
    if numeral[0] in "+0123456789":
        return _arabic(numeral)
    whole, _, decimals = numeral.partition("点")
    return Decimal(f"{_han(whole)}.{_row(decimals)}")


def _arabic(numeral: str) -> Decimal:
    """The value of Arabic digits, also with sizes among them: 1亿2000万."""
    total = Decimal(0)
    for digits, size in re.findall("([0-9.,]+)([千万亿]?)", numeral):
        total = EXACT.add(total, scaled(Decimal(digits.replace(",", "")), EXPONENTS.get(size, 0)))
    return total


def _han(numeral: str) -> Decimal:
    """The value of a whole number in Chinese numerals; a last digit counts the next smaller size: 一万二 is 12000."""
    for mark, size in _SIZES.items():
        head, found, rest = numeral.rpartition(mark)
        if found:
            below = Decimal(_DIGITS[rest] * size // 10) if rest in _DIGITS else _han(rest)
            return (_han(head) if head else 1) * size + below
    return Decimal(_row(numeral) or 0)


def _row(digits: str) -> str:
    """The Arabic digits for Chinese digits as they stand."""
    return "".join(str(_DIGITS[char]) for char in digits)
