"""Every number of a running text, found and told apart: a possible quantity, or a date, ordinal, name, label or idiom.

What a statement makes of them, and what accounts for each, is left to those who read a report; what the items of a list
take from the last of them, to `lists`.

At each place a table of words and a table of patterns may claim the same characters as the grammar of figures.
Whatever nothing claims is a quantity, so that a number is passed over only because a table says so; but what Chinese
numerals count is weighed by the words about them, in `counting`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .claims import Claim, claim_forms, lead_of
from .counting import quoted_places, weighed
from .dress import narrowed, undressed
from .grammar import (
    DIGIT,
    NO_NUMERAL,
    RANK_SPOKEN_OF,
    RATIO_SPOKEN_OF,
    RATIOS_IN_TEXT,
    RATIOS_SPOKEN_OF,
    figure_form,
    rank_at_end,
    ranks_in_text,
)
from .lexicon import BEFORE, GENRE, PASSED_OVER, UNLESS, Lexicon, leads_before
from .lists import Found, with_shared_units
from .numerals import CIRCLED, VULGAR
from .quantity import Quantity, quantity
from .undated import is_count

REASONS = ("", "date", "ordinal", "name", "idiom", "label")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, at start..end; `reason` is empty for a possible quantity, else what else it is.

    `quantity` is what a possible quantity states, and None for anything else. In a list it may say more than the text
    alone: the first of 2.2、0.7、1.8个百分点 is 2.2个百分点.
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
    words: dict[str, re.Pattern[str]]
    reasons: dict[str, str]
    claims: dict[str, tuple[Claim, ...]]


# What a number can begin with: numerals and letters, and characters with what stands behind them where they begin one.
_SIGNS = f"{CIRCLED}{VULGAR}\u2160-\u217f\u2474-\u249b\u3220-\u3229"
_LEADS = f"0-9A-Za-z+\\-第零○一二两三四五六七八九十百千万亿廿卅卌俩仨{_SIGNS}"
_NUMERAL_NEXT = f"+0123456789{VULGAR}负零○一二两三四五六七八九十百千万亿廿卅卌半几数"
_LEADS_WITH_NEXT = (
    f"[上下](?=[半的{_NUMERAL_NEXT}])|[周星礼](?=[期拜一二三四五六])|[未过今近此往最这后前](?=[来去后近的{_NUMERAL_NEXT}])"
    f"|负(?=[0-9百])|翻(?=[了近约番{DIGIT[1:-1]}])|数(?=[十百千万亿])|几(?=[十百千万亿]|[^经乎何])|若(?=干)"
    "|半(?=[年个天日亩小数])|[大小](?=半)|个(?=把)|[正腊冬](?=月)|其(?=[一二三四五六七八九十])|双(?=1)"
    f"|合(?=一)|[多几](?=.合一)|(?<![^\\s])半"
)


@functools.cache
def _forms(lexicon: Lexicon) -> _Forms:
    """The forms of a lexicon, made once."""
    reasons = {narrowed(word): reason for word, reason in lexicon.reasons.items()}
    not_units = tuple(map(narrowed, lexicon.not_units))
    # Most places in a text need no look at the grammar.
    second: dict[str, set[str]] = {}
    befores = (f"{word}{char}" for word in BEFORE for char in f"-{_NUMERAL_NEXT}")
    for word in (*PASSED_OVER, *reasons, *befores, *leads_before()):
        second.setdefault(word[0], set()).add(word[1:2])
    weak = "|".join(f"{re.escape(lead)}(?=[{re.escape(''.join(sorted(nexts)))}])" for lead, nexts in second.items())
    by_lead: dict[str, list[str]] = {}
    for word in sorted(reasons, key=len, reverse=True):
        by_lead.setdefault(word[0], []).append(_word_pattern(word))
    return _Forms(
        re.compile(f"[{_LEADS}]|{_LEADS_WITH_NEXT}|{weak}"),
        re.compile("|".join(PASSED_OVER)),
        figure_form(not_units),
        {lead: re.compile("|".join(patterns)) for lead, patterns in by_lead.items()},
        reasons,
        claim_forms(not_units),
    )


_ALL_NUMERALS = re.compile("[零一二两三四五六七八九十百千万亿]{1,20}")
_DIGITS = re.compile("[0-9]{1,60}")


def _word_pattern(word: str) -> str:
    """A pattern for a word of the tables; one that is all numerals, or ends in a digit, must be the whole numeral."""
    ahead = NO_NUMERAL if _ALL_NUMERALS.fullmatch(word) else "(?![0-9.%])" if word[-1].isdigit() else ""
    return re.escape(word) + ahead + UNLESS.get(word, "")


@functools.lru_cache(maxsize=1024)
def numbers(text: str, lexicon: Lexicon = GENRE) -> tuple[Number, ...]:
    """Every number of the text in order, none overlapping, each Arabic digit and each Chinese numeral in one of them.

    At each place the longest of word, pattern and figure is taken; of two as long, the one named first.
    """
    plain = undressed(text)
    found = with_shared_units(plain.text, tuple(_found(plain.text, _forms(lexicon))))
    spans = (plain.span(number.start, number.end) for number in found)
    return tuple(
        Number(start, end, text[start:end], number.reason, _read_from(number.read, text[start:end]))
        for number, (start, end) in zip(found, spans, strict=True)
    )


def _read_from(read: Quantity | None, printed: str) -> Quantity | None:
    return read and replace(read, figure=printed)


def _found(plain: str, forms: _Forms) -> Iterator[Found]:
    """Each number of an undressed text."""
    at = 0
    quoted = quoted_places(plain)
    while first := forms.first.search(plain, at):
        at = first.start()
        if passed := forms.passed_over.match(plain, at):
            at = passed.end()
        elif found := _longest(plain, at, forms):
            yield weighed(plain, found, quoted)
            at = found.end
        else:
            at += 1


def _longest(plain: str, at: int, forms: _Forms) -> Found | None:
    """The number at the place, if there is one.

    In 约2020年 a figure would begin with 约, but what follows is a date, and 约 belongs to no number.
    """
    start, core, end, read = _figure(plain, at, forms.figure)
    for place in dict.fromkeys((at, core)):
        claimed_end, reason = _claimed(plain, place, forms)
        if claimed_end >= end and claimed_end > place and not is_count(plain, place, claimed_end):
            return _ranked(plain, place, claimed_end) or Found(place, claimed_end, reason, None)
    if ranked := _ranked(plain, at, end):
        return ranked
    if read:
        return Found(start, end, "", read)
    return Found(start, max(end, start + 1), "label", None) if _NUMERAL.match(plain, start) else None


def _ranked(plain: str, at: int, end: int) -> Found | None:
    """A rank or a ratio at the place, if it goes as far as what else was found there."""
    if plain.endswith("倒数", 0, at):
        return None
    if plain[at] in "第前":
        forms = ranks_in_text()
    elif "0" <= plain[at] <= "9" or plain[at] in "一二两三四五六七八九":
        spoken_of = RATIO_SPOKEN_OF.search(plain, max(0, at - 24), at)
        forms = RATIOS_IN_TEXT + RATIOS_SPOKEN_OF if spoken_of else RATIOS_IN_TEXT
    else:
        return None
    found = [match for form in forms if (match := form.match(plain, at))]
    if (
        plain[at] == "第"
        and RANK_SPOKEN_OF.search(plain, max(0, at - 16), at)
        and (match := rank_at_end().match(plain, at))
    ):
        found.append(match)
    match = max(found, key=lambda match: match.end(), default=None)
    if match and match.end() >= end and (read := quantity(match[0])) and read.operator in ("rank", "ratio"):
        return Found(at, match.end(), "", read)
    return None


def _claimed(plain: str, at: int, forms: _Forms) -> tuple[int, str]:
    """End and reason of the longest name, idiom, date or ordinal at the place; the end is -1 if there is none."""
    furthest, why = -1, ""
    char = plain[at : at + 1]
    if (words := forms.words.get(char)) and (word := words.match(plain, at)):
        furthest, why = word.end(), forms.reasons[word[0]]
    for reason, form in forms.claims[lead_of(char)]:
        if (match := form.match(plain, at)) and match.end() > furthest:
            furthest, why = match.end(), reason
    return furthest, why


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


_NUMERAL = re.compile(f"[0-9零○一二两三四五六七八九十百千万亿廿卅卌俩仨{CIRCLED}{VULGAR}\u2160-\u217f]")
