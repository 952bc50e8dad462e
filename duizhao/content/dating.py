"""A report's date held against what else is known of its time: the date that its capture prints, what it covers.

What follows from a date that is doubted is left to the corpus, how a date is written to `text.period`.
"""

from __future__ import annotations

import re

from ..text.period import Period, parse_period
from .written import FrontMatter

# Between a text and the years that it covers so many lie at most: the length of a plan, which a text may announce or
# draw the balance of.
FARTHEST = 5
_PRINTED = re.compile(r"([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})(?![0-9])")


def is_dated_otherwise(front: FrontMatter) -> bool:
    """True where a date that is said to be printed in full is not the one that the capture prints."""
    day = printed_day(front)
    return day is not None and not front.date.first_day <= day.first_day <= front.date.last_day


def printed_day(front: FrontMatter) -> Period | None:
    """The day that the capture prints, where the date is said to be printed, in digits; None where there is none."""
    match = _PRINTED.search(front.printed.date) if front.date_basis == "printed" else None
    try:
        return parse_period("{}-{:0>2}-{:0>2}".format(*match.groups())) if match else None
    except ValueError:
        return None  # a misprint of the capture


def is_far_from_what_it_covers(front: FrontMatter) -> bool:
    """True where a text is dated long before the years that it covers, or long after them."""
    first, last = front.date.start.year, front.date.end.year
    return first > front.covers.end.year + FARTHEST or last < front.covers.start.year - FARTHEST


def date_is_borne_out(front: FrontMatter) -> bool:
    """True where the year of the date stands in the title, the id or the printed date, so that another is wrong."""
    return str(front.date.start.year) in f"{front.id} {front.title.zh} {front.printed.date}"


def is_captured_before(front: FrontMatter) -> bool:
    """True where the capture is said to be older than its text."""
    captured = front.origin.captured
    return captured is not None and captured.last_day < front.date.first_day


def date_is_doubted(front: FrontMatter) -> bool:
    """True where something goes against a date, so that what comes before and after the text is not known."""
    if is_dated_otherwise(front):
        return True
    return (is_far_from_what_it_covers(front) or is_captured_before(front)) and not date_is_borne_out(front)
