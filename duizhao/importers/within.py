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
    for index, unit in enumerate(result.body):
        run = named(range(unit.first, unit.last + 1))
        at_an_end = min(index, len(result.body) - 1 - index) < BYLINES_WITHIN
        reason = _why_outside(result.body, index, taken, reason)
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


def _why_outside(units: Sequence[Unit], index: int, taken: Taken, before: str) -> str:
    """Why a line that is outside of the article is left out, after one that was for the reason before; '' of text."""
    unit = units[index]
    if unit.first not in taken.outside or is_prose(unit.text) or is_part(unit.text):
        return ""
    reason = reason_of(unit.text, before=before)
    says = is_numbered(unit.text) or is_said(unit.text) or _heads_text(units, index, taken)
    return "" if says and reason == "site-chrome" else reason


def _heads_text(units: Sequence[Unit], index: int, taken: Taken) -> bool:
    """True of a heading by its form that stands over text, or over further headings that do."""
    for unit in units[index:]:
        if unit.first not in taken.outside or is_prose(unit.text) or is_part(unit.text):
            return True
        if unit.first not in taken.headings:
            return False
    return False
