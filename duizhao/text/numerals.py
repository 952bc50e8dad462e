"""Numerals, Arabic and Chinese, as exact values, and powers of ten; what is counted is left to `quantity`."""

from __future__ import annotations

import re
import unicodedata
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

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
    "十": 1,
}
_SIZES = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "十": 10}
_DIGITS = {
    char: value
    for value, chars in enumerate(["零○", "一", "二两俩", "三仨", "四", "五", "六", "七", "八", "九"])
    for char in chars
}
# 廿, 卅 and 卌 are the tens that a numeral writes in one character.
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
CIRCLED = "".join(map(chr, range(0x2460, 0x2474)))
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SIZED = re.compile("([0-9.]*)([十百千万亿]?)")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # the digits from 0 on
# The exponent of a power of ten: ⁴, ^4, ⁻³; of ten alone no ², which may be the mark of a note.
EXPONENT = f"(?:⁻?[{SUPERSCRIPTS}]{{1,2}}|\\^-?[0-9]{{1,2}})"
LARGE_EXPONENT = f"(?:[³⁴⁵⁶⁷⁸⁹]|[{SUPERSCRIPTS}]{{2}}|⁻[{SUPERSCRIPTS}]{{1,2}}|\\^-?[0-9]{{1,2}})"
_POWER = re.compile(f"(?:(?P<times>[0-9.,]+)[×xX*])?10(?P<exponent>{EXPONENT})")
_EXPONENT_DIGITS = str.maketrans(f"{SUPERSCRIPTS}⁻", "0123456789-", "^")


def scaled(value: Decimal, exponent: int) -> Decimal:
    """The value times ten to the exponent, exactly and written plainly: 40000, not 4E+4; as it is if that is 0."""
    if not exponent:
        return value
    product = EXACT.normalize(EXACT.scaleb(value, exponent))
    return EXACT.quantize(product, Decimal(1)) if product == product.to_integral_value() else product


def number_of(numeral: str) -> Decimal:
    """The value of a numeral in narrow characters, Arabic or Chinese, with or without a sign or decimals."""
    if numeral.startswith("零上"):
        return number_of(numeral[2:])
    if numeral.startswith("零下"):
        return EXACT.copy_negate(number_of(numeral[2:]))
    if numeral[0] in "-负":
        return EXACT.copy_negate(number_of(numeral[1:]))
    if numeral[-1] in VULGAR:
        part = vulgar(numeral[-1])
        return EXACT.add(number_of(numeral[:-1]), Decimal(part.numerator) / part.denominator)
    if numeral in CIRCLED:
        return Decimal(CIRCLED.index(numeral) + 1)
    if power := _POWER.fullmatch(numeral.lstrip("+")):
        return scaled(Decimal((power["times"] or "1").replace(",", "")), exponent_of(power["exponent"]))
    if numeral[0] in "+0123456789":
        return _arabic(numeral.lstrip("+").replace(",", ""))
    whole, _, decimals = numeral.partition("点")
    return Decimal(f"{_han(whole)}.{_row(decimals)}")


def power_of(numeral: str) -> int:
    """The exponent of the power of ten by which a numeral is multiplied, 0 of any other: 4 of 5.2×10⁴."""
    power = _POWER.fullmatch(numeral)
    return exponent_of(power["exponent"]) if power and power["times"] else 0


def exponent_of(printed: str) -> int:
    """The exponent that ⁴ or ^4 prints."""
    return int(printed.translate(_EXPONENT_DIGITS))


def vulgar(char: str) -> Fraction:
    """The fraction that one character writes: ⅔."""
    return Fraction(unicodedata.numeric(char)).limit_denominator(9)


def _arabic(numeral: str) -> Decimal:
    """The value of Arabic digits, also with sizes among them: 1亿2千6百万; a last digit counts the next smaller size.

    A size multiplies the digits before it; 万 and 亿 also what stands before them in smaller sizes.
    """
    total, section, size = Decimal(0), Decimal(0), ""
    for digits, mark in _SIZED.findall(numeral):
        value = Decimal(digits) if digits else Decimal(0)
        if size and digits and not mark:
            value = scaled(value, EXPONENTS[size] - 1) if len(digits) == 1 else value
        if mark in ("万", "亿"):
            total, section = EXACT.add(total, scaled(EXACT.add(section, value), EXPONENTS[mark])), Decimal(0)
        else:
            section = EXACT.add(section, scaled(value, EXPONENTS[mark]) if mark else value)
        size = mark or size
    return EXACT.add(total, section)


def _han(numeral: str) -> Decimal:
    """The value of a whole number in Chinese numerals; a last digit counts the next smaller size: 一万二 is 12000.

    零 only fills a gap: it multiplies nothing in 一百零十.
    """
    for short, long in _TENS.items():
        numeral = numeral.replace(short, long)
    for mark, size in _SIZES.items():
        head, found, rest = numeral.rpartition(mark)
        if found:
            below = Decimal(_DIGITS[rest] * size // 10) if rest in _DIGITS else _han(rest)
            head = head.lstrip("零")
            return (_han(head) if head else 1) * size + below
    return Decimal(_row(numeral) or 0)


def _row(digits: str) -> str:
    """The Arabic digits for Chinese digits as they stand."""
    return "".join(str(_DIGITS[char]) for char in digits)
