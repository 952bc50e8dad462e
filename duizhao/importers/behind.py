"""What stands behind the text of a report: a glossary and notes are set apart, all else is left out, and told.

Where the text ends is left to `ends`, what stands within it to `within`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from .ends import is_of_foot, reason_of
from .ledger import Sorted, first_of, last_of, named, runs, told
from .saying import has_cells, is_prose, says
from .taken import Taken
from .units import Unit, is_ended, is_numbered
from .within import may_be_text

_ANNEX = re.compile("附件\\s*[0-9一二三四五]?\\s*[:：]?")  # alone, it stands over a glossary or over what is taken down
_PAGE = re.compile("[\\s.…·]+[0-9]{1,3}$")  # the page that a list of contents names


def take_behind(
    result: Sorted, units: Sequence[Unit], appendix: int | None, notes: Collection[int], taken: Taken
) -> None:
    """Takes each of the units behind the text; `appendix` is the place of a glossary or of notes, if there are any."""
    _leave_out(result, units[:appendix], taken)
    if appendix is None:
        return
    entries = [index for index in range(appendix, len(units)) if _is_entry(units[index], notes)]
    end = (entries[-1] if entries else appendix) + 1
    kind = "notes" if units[appendix].first in notes else "glossary"
    numbers = set(range(units[appendix].first, units[end - 1].last + 1)) - taken.between
    for run in runs(sorted(numbers)):
        result.take({"apart": named(run), "as": kind}, run)
    _leave_out(result, units[end:], taken)


def _leave_out(result: Sorted, units: Sequence[Unit], taken: Taken) -> None:
    reason = ""
    doubted: list[Unit] = []
    for unit in units:
        reason = reason_of(unit.text, before=reason)
        result.take({"drop": named(range(unit.first, unit.last + 1)), "reason": reason}, unit)
        is_known_outside = unit.first in taken.outside and (reason == "related-links" or not says(unit.text))
        if not is_known_outside and not is_prose(unit.text) and may_be_text(unit, reason):
            doubted.append(unit)
    if any(not _ANNEX.fullmatch(unit.text) for unit in doubted):
        result.doubts.append(f"left out behind the text: {told(doubted)}")


def _is_entry(unit: Unit, notes: Collection[int]) -> bool:
    """True of a line that explains something."""
    text = unit.text
    return unit.first in notes or is_prose(text) or (len(text) >= 12 and (is_ended(text) or is_numbered(text)))


def left_out_doubted(result: Sorted, before: Sequence[Unit], behind: Sequence[Unit]) -> Iterator[str]:
    """What is said of lines that are left out before and behind the text, glossaries aside."""
    dropped = {number for step in result.lines if "drop" in step for number in range(first_of(step), last_of(step) + 1)}
    kept = {unit.text for unit in result.body}
    short = [unit for unit in before if unit.first in dropped and _may_begin(unit.text)]
    if short := [unit for unit in short if _PAGE.sub("", unit.text) not in kept]:
        yield f"left out before the text, though they may be of it: {told(short)}"
    lines = [str(unit.first) for unit in (*before, *behind) if unit.first in dropped and is_prose(unit.text)]
    if lines:
        shown = ", ".join(lines[:8]) + (", …" if len(lines) > 8 else "")
        yield f"left out, though there are sentences in them: line{'s' * (len(lines) > 1)} {shown}"


def _may_begin(text: str) -> bool:
    """True of a short line that a text may begin with; a table before it tells of it."""
    return says(text) and not (is_prose(text) or has_cells(text) or is_of_foot(text) or text.endswith(("：", ":")))
