"""Every number of a running text, found and told apart: a possible quantity, or a date, ordinal, name or idiom.

What a statement makes of them, and what accounts for each, is left to those who read a report.

At each place a table of words and a table of patterns may claim the same characters as the grammar of figures.
Whatever nothing claims is a quantity, so that a number is passed over only because a table says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .grammar import NO_NUMERAL, claim_forms, figure_form, narrowed
from .lexicon import BEFORE, IDIOMS, NAMES, NOT_UNITS, PASSED_OVER
from .quantity import Quantity, quantity

REASONS = ("", "date", "ordinal", "name", "idiom")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, at start..end; `reason` is empty for a possible quantity, else what else it is.

    `quantity` is what a possible quantity states, and None for anything else.
    """

    start: int
    end: int
    text: str
    reason: str
    quantity: Quantity | None


_WORD_REASONS = dict.fromkeys(IDIOMS, "idiom") | dict.fromkeys(NAMES, "name")
_ALL_NUMERALS = re.compile("[零一二两三四五六七八九十百千万亿]+")


def _word_pattern(word: str) -> str:
    """A pattern for a word of the tables; one that is all numerals, or ends in a digit, must be the whole numeral."""
    ahead = NO_NUMERAL if _ALL_NUMERALS.fullmatch(word) else "(?![0-9.%])" if word[-1].isdigit() else ""
    return re.escape(word) + ahead


_WORD_FORM = re.compile("|".join(map(_word_pattern, sorted(_WORD_REASONS, key=len, reverse=True))))
_PASSED_OVER_FORM = re.compile("|".join(PASSED_OVER))
# Every character that a number can begin with, so that most places in a text need no look at the grammar.
_FIRST = re.compile(
    "["
    + re.escape("".join(sorted({word[0] for word in (*PASSED_OVER, *_WORD_REASONS, *BEFORE)})))
    + "0-9A-Za-z+\\-负翻半几数若零○一二两三四五六七八九十百千万亿第上下周星未过今近此往最这前其正腊]"
)
_DIGITS = re.compile("[0-9]+")


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of the text in order, none overlapping, each Arabic digit and each Chinese numeral in one of them.

    At each place the longest of word, pattern and figure is taken; of two as long, the one named first.
    """
    return tuple(
        Number(start, end, text[start:end], reason, read and replace(read, figure=text[start:end]))
        for start, end, reason, read in _found(narrowed(text))
    )


# Start, end, reason and quantity of a number.
_Found = tuple[int, int, str, Quantity | None]


def _found(plain: str) -> Iterator[_Found]:
    """Each number of a text in narrow characters."""
    at = 0
    while first := _FIRST.search(plain, at):
        at = first.start()
        if passed := _PASSED_OVER_FORM.match(plain, at):
            at = passed.end()
        elif found := _longest(plain, at):
            yield found
            at = found[1]
        else:
            at += 1


def _longest(plain: str, at: int) -> _Found | None:
    """The number at the place, if there is one.

    In 约2020年 a figure would begin with 约, but what follows is a date, and 约 belongs to no number.
    """
    start, core, end, read = _figure(plain, at)
    for place in dict.fromkeys((at, core)):
        claimed_end, reason = _claimed(plain, place)
        if claimed_end >= end and claimed_end > place:
            return place, claimed_end, reason, None
    return (start, end, "", read) if end > start else None


def _claimed(plain: str, at: int) -> tuple[int, str]:
    """End and reason of the longest name, idiom, date or ordinal at the place; the end is -1 if there is none."""
    word = _WORD_FORM.match(plain, at)
    claims = [(word.end(), _WORD_REASONS[word[0]])] if word else []
    claims += [(match.end(), reason) for reason, form in claim_forms(NOT_UNITS) if (match := form.match(plain, at))]
    return max(claims, key=lambda claim: claim[0], default=(-1, ""))


def _figure(plain: str, at: int) -> tuple[int, int, int, Quantity | None]:
    """Start, start of the amount, end, and quantity of the figure at the place; if there is none, all the place itself.

    If the words about an amount contradict each other, or the ends of a range do not go together, less is taken.
    """
    match = figure_form(NOT_UNITS).match(plain, at)
    if not match:
        return at, at, at, None
    core = match.start("low") if match["low"] else match.start("high")
    ends = [match.end(), match.end("high"), *([match.end("low")] if match["low"] else [])]
    for start, end in ((start, end) for end in ends for start in dict.fromkeys((at, core))):
        if read := quantity(plain[start:end]):
            return start, core, end, read
    digits = _DIGITS.match(plain, core)
    end = digits.end() if digits else core + 1
    return core, core, end, quantity(plain[core:end])
