"""Every number of a running text, found and told apart: a possible quantity, or a date, ordinal, name or idiom.

What a statement makes of them, and what accounts for each, is left to those who read a report.

At each place a table of words and a table of patterns may claim the same characters as the grammar of figures.
Whatever nothing claims is a quantity, so that a number is passed over only because a table says so.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .grammar import NO_NUMERAL, claim_forms, figure_form, narrowed
from .lexicon import BEFORE, GENRE, PASSED_OVER, Lexicon
from .quantity import Quantity, quantity

REASONS = ("", "date", "ordinal", "name", "idiom", "label")


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


@dataclass(frozen=True, slots=True)
class _Forms:
    """All that is looked for in a text, by the words of one lexicon."""

    first: re.Pattern[str]
    passed_over: re.Pattern[str]
    figure: re.Pattern[str]
    words: re.Pattern[str]
    reasons: dict[str, str]
    claims: tuple[tuple[str, re.Pattern[str]], ...]


@functools.cache
def _forms(lexicon: Lexicon) -> _Forms:
    """The forms of a lexicon, made once."""
    reasons = {narrowed(word): reason for word, reason in lexicon.reasons.items()}
    not_units = tuple(map(narrowed, lexicon.not_units))
    # Every character that a number can begin with, so that most places in a text need no look at the grammar.
    leads = re.escape("".join(sorted({word[0] for word in (*PASSED_OVER, *reasons, *BEFORE)})))
    return _Forms(
        re.compile(
            f"[{leads}0-9A-Za-z+\\-负翻半几数若零○一二两三四五六七八九十百千万亿第上下周星未过今近此往最这前其正腊]"
        ),
        re.compile("|".join(PASSED_OVER)),
        figure_form(not_units),
        re.compile("|".join(map(_word_pattern, sorted(reasons, key=len, reverse=True)))),
        reasons,
        claim_forms(not_units),
    )


_ALL_NUMERALS = re.compile("[零一二两三四五六七八九十百千万亿]+")
_DIGITS = re.compile("[0-9]+")


def _word_pattern(word: str) -> str:
    """A pattern for a word of the tables; one that is all numerals, or ends in a digit, must be the whole numeral."""
    ahead = NO_NUMERAL if _ALL_NUMERALS.fullmatch(word) else "(?![0-9.%])" if word[-1].isdigit() else ""
    return re.escape(word) + ahead


def numbers(text: str, lexicon: Lexicon = GENRE) -> tuple[Number, ...]:
    """Every number of the text in order, none overlapping, each Arabic digit and each Chinese numeral in one of them.

    At each place the longest of word, pattern and figure is taken; of two as long, the one named first.
    """
    return tuple(
        Number(start, end, text[start:end], reason, read and replace(read, figure=text[start:end]))
        for start, end, reason, read in _found(narrowed(text), _forms(lexicon))
    )


# Start, end, reason and quantity of a number.
_Found = tuple[int, int, str, Quantity | None]


def _found(plain: str, forms: _Forms) -> Iterator[_Found]:
    """Each number of a text in narrow characters."""
    at = 0
    while first := forms.first.search(plain, at):
        at = first.start()
        if passed := forms.passed_over.match(plain, at):
            at = passed.end()
        elif found := _longest(plain, at, forms):
            yield found
            at = found[1]
        else:
            at += 1


def _longest(plain: str, at: int, forms: _Forms) -> _Found | None:
    """The number at the place, if there is one.

    In 约2020年 a figure would begin with 约, but what follows is a date, and 约 belongs to no number.
    """
    start, core, end, read = _figure(plain, at, forms.figure)
    for place in dict.fromkeys((at, core)):
        claimed_end, reason = _claimed(plain, place, forms)
        if claimed_end >= end and claimed_end > place:
            return place, claimed_end, reason, None
    return (start, end, "", read) if end > start else None


def _claimed(plain: str, at: int, forms: _Forms) -> tuple[int, str]:
    """End and reason of the longest name, idiom, date or ordinal at the place; the end is -1 if there is none."""
    word = forms.words.match(plain, at)
    claims = [(word.end(), forms.reasons[word[0]])] if word else []
    claims += [(match.end(), reason) for reason, form in forms.claims if (match := form.match(plain, at))]
    return max(claims, key=lambda claim: claim[0], default=(-1, ""))


def _figure(plain: str, at: int, form: re.Pattern[str]) -> tuple[int, int, int, Quantity | None]:
    """Start, start of the amount, end, and quantity of the figure at the place; if there is none, all the place itself.

    If the words about an amount contradict each other, or the ends of a range do not go together, less is taken.
    """
    match = form.match(plain, at)
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
