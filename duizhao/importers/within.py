"""What stands within the text of a report and is none of it: what a page has there, captions, and who wrote it.

trafilatura loses headings and short lines that are wrapped oddly; those that are text by their form stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .ends import is_of_foot, reason_of
from .ledger import Sorted, named, told
from .particulars import field_of, is_byline
from .saying import is_part, is_prose, is_said
from .taken import Taken
from .units import Unit, is_numbered

BYLINES_WITHIN = 8  # units from the beginning or the end of a text, among which a line may tell who wrote it
_RULE = re.compile("[\\s\u3000|:：_=*—-]{3,}")  # a line of signs, such as stands under the head of a table


def take_within(result: Sorted, taken: Taken) -> None:
    """Takes out of the body what is none of it, and tells of lines that may be."""
    reason = ""
    doubted: list[Unit] = []
    over_text = _over_text(result.body, taken)
    for index, unit in enumerate(result.body):
        run = named(range(unit.first, unit.last + 1))
        at_an_end = min(index, len(result.body) - 1 - index) < BYLINES_WITHIN
        reason = _why_outside(unit, taken, reason, unit.first in over_text)
        if _RULE.fullmatch(unit.text):
            result.take({"drop": run, "reason": reason_of(unit.text)}, unit)
        elif reason:
            result.take({"drop": run, "reason": reason}, unit)
            doubted += [unit] if may_be_text(unit, reason) else []
        elif field_of(unit.text) == "captions":
            result.take({"metadata": run, "fields": ("captions",)}, unit)
        elif at_an_end and is_byline(unit.text):
            result.take({"metadata": run, "fields": ("byline",)}, unit)
    if doubted:
        result.doubts.append(f"left out within the text: {told(doubted)}")


def may_be_text(unit: Unit, reason: str) -> bool:
    """True of a line that is left out though no word tells that it is a page's own, or though it says something."""
    if is_of_foot(unit.text):
        return False
    no_word = reason in ("site-chrome", "attachment-link") and len(re.findall("[\u3400-\u9fff]", unit.text)) > 1
    return no_word or is_said(unit.text)


def _why_outside(unit: Unit, taken: Taken, before: str, is_over_text: bool) -> str:
    """Why a line that is outside of the article is left out, after one that was for the reason before; '' of text."""
    if _is_text(unit, taken):
        return ""
    reason = reason_of(unit.text, before=before)
    says = is_numbered(unit.text) or is_said(unit.text) or is_over_text
    return "" if says and reason == "site-chrome" else reason


def _is_text(unit: Unit, taken: Taken) -> bool:
    return unit.first not in taken.outside or is_prose(unit.text) or is_part(unit.text)


def _over_text(units: Sequence[Unit], taken: Taken) -> frozenset[int]:
    """The first lines of headings by their form that stand over text, or over further headings that do."""
    found: set[int] = set()
    is_text = False
    for unit in reversed(units):
        is_heading = unit.first in taken.headings
        if is_heading and is_text:
            found.add(unit.first)
        is_text = _is_text(unit, taken) or (is_heading and is_text)
    return frozenset(found)
