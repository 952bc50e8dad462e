"""A statement as a person has it on a page: the words that were chosen, with what the form says of them.

Where it is written is left to `editing`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..content.records import Block
from ..content.suggested import SuggestedStatement
from ..content.vocabulary import COMMITMENTS, KINDS, PERIOD_BASES
from ..content.written import WrittenMeasure
from ..text.period import parse_period
from .measuring import measures_typed, words_of
from .opening import OpenReport, Refused, said
from .saying import no_code, word


@dataclass(frozen=True, slots=True)
class Amended:
    """A statement as a person has it; `measures` where the person has typed them, None where they are its own."""

    statement: SuggestedStatement
    measures: tuple[WrittenMeasure, ...] | None = None


def chosen(report: OpenReport, form: Mapping[str, str]) -> SuggestedStatement:
    """The statement of words that were selected: `block`, `start` and `end`, in units of UTF-16. Raises Refused."""
    block = report.block(form.get("block", ""))
    start, end = selected(block, form)
    words = block.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return proposed(report, block, start, end, said(form, "kind"))


def selected(block: Block, form: Mapping[str, str]) -> tuple[int, int]:
    """The place of words that were selected in a block; `selected` is how they begin. Raises Refused."""
    start, end = (_offset(block.text, form.get(key, "")) for key in ("start", "end"))
    if not block.text[start:end].startswith(form.get("selected", "")):
        raise Refused(word("edit.other-words"))
    return start, end


def proposed(report: OpenReport, block: Block, start: int, end: int, kind: str) -> SuggestedStatement:
    """What is proposed for a stretch of a block. Raises Refused."""
    if kind not in (*KINDS, ""):
        raise Refused(word("edit.no-kind", name=kind), "kind")
    if block.level:
        raise Refused(word("edit.heading"))
    made = report.proposer.at(report.report, block.id, start, end, kind) if start < end else None
    if made is None:
        raise Refused(word("edit.select"))
    return made


def amended(report: OpenReport, one: SuggestedStatement, form: Mapping[str, str]) -> Amended:
    """A statement with what the form says of it, where it says anything. Raises Refused."""
    if "quote" in form and said(form, "quote") != one.quote or said(form, "kind") not in (one.kind, ""):
        one = _of_other_words(report, one, said(form, "quote") or one.quote, said(form, "kind") or one.kind)
    if "themes" in form:
        one = replace(one, themes=_themes(report, said(form, "themes")))
    if "time" in form:
        one = _timed(one, said(form, "time"), said(form, "basis"))
    if not one.themes:
        raise Refused(word("edit.lacks-theme"), "themes")
    if "measures" not in form:
        return Amended(one)
    block, start, _ = _of_these_words(report, one)
    words = words_of(report.report, one.quote, block, start)
    return Amended(one, measures_typed(words, report.library, form))


def _of_other_words(report: OpenReport, one: SuggestedStatement, quote: str, kind: str) -> SuggestedStatement:
    block, start, _ = report.places.get(one.id) or _place_of(report, one)
    starts = [found.start() for found in re.finditer(f"(?={re.escape(quote)})", block.text)] if quote else []
    if not starts:
        raise Refused(word("edit.not-in-paragraph", name=block.id), "quote")
    at = min(starts, key=lambda each: abs(each - start))
    made = proposed(report, block, at, at + len(quote), kind)
    return replace(made, id=one.id, themes=one.themes or made.themes)


def _of_these_words(report: OpenReport, one: SuggestedStatement) -> tuple[Block, int, int]:
    """Where the words of a statement stand that may be others than were suggested."""
    found = report.place(one)
    if found is None:
        raise Refused(word("edit.nowhere"), "quote")
    return found


def _place_of(report: OpenReport, one: SuggestedStatement) -> tuple[Block, int, int]:
    name, _, span = one.id.partition("-")
    start, _, end = span.partition("-")
    if not (start.isdigit() and end.isdigit()):
        raise Refused(word("edit.nowhere"))
    return report.block(name), int(start), int(end)


def _themes(report: OpenReport, text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(re.findall(r"[^\s,，、;；]+", text)))
    known = [theme.id for theme in report.library.themes]
    if strange := [name for name in names if name not in known]:
        raise Refused(word("edit.no-theme", name=strange[0], all=", ".join(known)), "themes")
    return names


def _timed(one: SuggestedStatement, time: str, basis: str) -> SuggestedStatement:
    try:
        period = parse_period(time) if time else None
    except ValueError:
        raise Refused(word("edit.no-time", text=time), "time") from None
    if basis not in (*PERIOD_BASES, ""):
        raise Refused(no_code(basis, PERIOD_BASES), "basis")
    due = one.kind in COMMITMENTS
    told = (basis or one.period_basis or PERIOD_BASES[-1]) if period else ""
    return replace(one, by=period if due else None, period=None if due else period, period_basis=told)


def _offset(text: str, units: str) -> int:
    """A place in a text that is counted in units of UTF-16, as pages count. Raises Refused."""
    if not (units.isascii() and units.isdigit() and len(units) < 9):
        raise Refused(word("edit.no-place"))
    return len(text.encode("utf-16-le")[: 2 * int(units)].decode("utf-16-le", "ignore"))
