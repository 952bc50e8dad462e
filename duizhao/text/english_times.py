"""What a number of an English text may tell of time, by the words about it: decades, hours, halves of a year, lengths.

The numbers themselves are left to `english`; what a Chinese date tells of the same, to `corpus.translation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_MEASURED = "[\\s-]?(?:(?:calendar|full|whole|working)[\\s-])?"
# What stands before a number and behind it, and what the number then is of.
_TOLD = (
    ("", "['’]?s\\b", "decade"),
    ("", "(?<=[a-z])[\\s-]century\\b", "century"),
    ("", "H(?![A-Za-z])|(?<=[a-z])[\\s-]half\\b", "half"),
    ("H", "", "half"),
    (":", "", "past the hour"),
    ("", f"{_MEASURED}years?\\b", "years"),
    ("", f"{_MEASURED}(?:months?|mos?)\\b", "months"),
    ("", f"{_MEASURED}(?:weeks?|wks?)\\b", "weeks"),
    ("", f"{_MEASURED}days?\\b", "days"),
    ("", f"{_MEASURED}(?:h|hours?|hrs?)\\b", "hours"),
    ("", f"{_MEASURED}(?:m|minutes?|mins?)\\b", "minutes"),
    ("Q", "\\s?(?:[-–—]|to)\\s?Q?[2-4]\\b", "first quarter"),
)
_FORMS = tuple((before, re.compile(behind), kind) for before, behind, kind in _TOLD)
_TO = "(?::[0-5][0-9])?(?:\\s?(?:[-–—]|to\\b|and\\b)\\s?[0-9]{1,2}(?::[0-5][0-9])?)?"
_HOUR = re.compile(
    f"{_TO}(?:\\s?(?P<half>[ap])\\.?m\\b|\\s(?P<after>in\\sthe\\s(?:afternoon|evening)|at\\snight)\\b|\\so['’]clock\\b)",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(":[0-5][0-9](?![0-9:])")


def told_of_time(text: str, start: int, end: int, value: Decimal) -> Iterator[tuple[Decimal, str]]:
    """What the number at start..end may tell, each with what it is of: 22 `hour` for the 10 of 10 p.m."""
    for before, behind, kind in _FORMS:
        if text.endswith(before, 0, start) and behind.match(text, end):
            yield value, kind
    if value <= 12 and (hour := _HOUR.match(text, end)):
        yield from ((shown, "hour") for shown in _hours(int(value) % 12, hour))
    elif value <= 24 and _OF_A_DAY.match(text, end):
        yield value % 24, "hour"


def _hours(hour: int, said: re.Match[str]) -> tuple[Decimal, ...]:
    """The hours of a day that an hour on a dial may be."""
    if said["after"] or (said["half"] or "").lower() == "p":
        return (Decimal(hour + 12),)
    return (Decimal(hour),) if said["half"] else (Decimal(hour), Decimal(hour + 12))
