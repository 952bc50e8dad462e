"""What a person looks for who enters a follow-up: a promise of an earlier report, and words of the report that is read.

Whatever is typed is words of it, literally, or its id; the nearest stands first. What is written of it is left to
`entering`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from math import sqrt

from ..cache import digest
from ..content.follow_up import FollowUp, Quotation
from ..content.records import Report, Statement
from ..content.vocabulary import COMMITMENTS
from ..suggest.entries import OF_QUOTATION, Entry, entry_of
from ..suggest.likeness import pairs_of
from ..suggest.marks import marked
from ..text.fold import fold_widths, folded_text, occurrences
from .amending import selected
from .following import promise_told
from .opening import OpenReport, Refused, in_one_line
from .saying import word

_MOST = 12  # that are shown of what is found
_ALIKE, _NOTHING = 3, 4  # the ranks from which on words are only alike, and nothing of it
_AROUND = 8  # characters that are shown on both sides of words
_NEAR = 2_000  # characters to which others are likened
_LEAST, _LONGEST = 2, 200  # characters of what is looked for: in the text, and at all


def promises_found(report: OpenReport, given: Mapping[str, str]) -> list[dict[str, object]]:
    """The promises that `words` are of, or where none are typed, those likest to `near`; as pages show them."""
    typed, near = in_one_line(given.get("words", ""))[:_LONGEST], pairs_of(_near(given))
    written = {one.promise: one for one in report.library.follow_ups}
    ranked: list[tuple[tuple[float, ...], Report, Statement]] = []
    for earlier in report.earlier:
        for one in earlier.statements:
            if one.kind in COMMITMENTS and (rank := _rank(one, typed)) < _NOTHING:
                ranked.append(((rank, -_alike(pairs_of(one.quote), near), len(ranked)), earlier, one))
    ranked.sort(key=lambda each: each[0])
    return [_promise(report, earlier, one, written.get(one.full_id)) for _, earlier, one in ranked[:_MOST]]


def _near(given: Mapping[str, str]) -> str:
    return in_one_line(given.get("near", ""))[:_NEAR]


def _rank(one: Statement, typed: str) -> float:
    """How near a statement is to what was typed, 0 for its id; `_NOTHING` where it has none of it."""
    if not typed or typed in (one.id, one.full_id):
        return 0
    texts = [_folded(text) for text in (one.full_id, one.quote, one.gloss)]
    if any(_folded(typed) in text for text in texts):
        return 1
    if all(any(_folded(part) in text for text in texts) for part in typed.split()):
        return 2
    alike = _alike(pairs_of(one.quote), pairs_of(typed))
    return _ALIKE + 1 - alike


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How many pairs of characters two words share, by their lengths: 1 where they are the same."""
    return len(one & other) / sqrt(len(one) * len(other)) if one and other else 0.0


@functools.lru_cache(maxsize=32_768)
def _folded(words: str) -> str:
    return folded_text(words, fold_case=True)


def _promise(report: OpenReport, earlier: Report, one: Statement, follow_up: FollowUp | None) -> dict[str, object]:
    entry = entry_of(follow_up, report.library.languages) if follow_up else None
    return promise_told(earlier, one) | {"entry": _entry(report, entry) if entry else None, "seen": mark_of(entry)}


def mark_of(entry: Entry | None) -> str:
    """A word for what an entry says, by which a page tells what it has seen; '' of none."""
    return digest([repr(entry.said).encode()]) if entry else ""


def _entry(report: OpenReport, entry: Entry) -> dict[str, object]:
    later = [
        {"name": one, "quote": quote_of(report, one)} if isinstance(one, str) else _words(one) for one in entry.later
    ]
    return {"evidence": entry.evidence, "because": entry.because, "searched": entry.searched, "later": later}


def quote_of(report: OpenReport, full_id: str) -> str:
    """The words of a statement, '' where there is none of this id."""
    whose, _, name = full_id.partition("/")
    found = report.report if whose == report.report.id else _named(report, whose)
    return next((one.quote for one in found.statements if one.id == name), "") if found else ""


def _named(report: OpenReport, name: str) -> Report | None:
    return next((one for one in report.library.reports if one.id == name), None)


def _words(one: Quotation) -> dict[str, object]:
    """Words of a text that no statement marks, as a page shows them and names them again."""
    return {"name": "", **{name: getattr(one, name) for name in OF_QUOTATION}}


def later_found(report: OpenReport, given: Mapping[str, str]) -> list[dict[str, object]]:
    """Statements of the report, and words of it that none marks: those of a place, where one is given, or of `words`.

    Of statements that have the words, all where none are typed, those likest to the words `near` stand first. Raises
    Refused.
    """
    if "block" in given:
        block = report.block(given["block"])
        start, end = selected(block, given)
        return _at(report, block.start + start, block.start + end)
    typed, near = in_one_line(given.get("words", ""))[:_LONGEST], pairs_of(_near(given))
    every = enumerate(report.report.statements)
    rows = [(rank, -_alike(pairs_of(one.quote), near), at) for at, one in every if (rank := _rank(one, typed)) < _ALIKE]
    found = [_statement(report, report.report.statements[at]) for *_, at in sorted(rows)]
    text = fold_widths(report.report.text)
    words = folded_text(typed)
    for at in occurrences(words, text.text) if len(words) >= _LEAST else ():
        if len(found) >= _MOST:
            break  # what stands everywhere tells nothing apart
        start, end = text.span(at, at + len(words))
        if report.within(start, end) and not _touched(report, start, end):
            found += _at(report, start, end)
    return found[:_MOST]


def _at(report: OpenReport, start: int, end: int) -> list[dict[str, object]]:
    """The statements that words are of, since these are named in their place; else the words. Raises Refused."""
    text = report.report.text
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if touched := _touched(report, start, end):
        return [_statement(report, one) for one in touched]
    mark = marked(text, start, end) if start < end else None
    if mark is None or "\n" in text[start:end]:
        raise Refused(word("edit.select"), "later")
    found = {"quote": text[start:end], "prefix": mark.prefix, "suffix": mark.suffix, "en": ""}
    block, at, to = report.within(start, end) or (None, 0, 0)
    about = (block.text[max(0, at - _AROUND) : at], block.text[to : to + _AROUND]) if block else ("", "")
    return [{"name": "", "report": report.report.id, "around": about, **found}]


def _touched(report: OpenReport, start: int, end: int) -> list[Statement]:
    return [one for one in report.report.statements if one.start < end and start < one.end]


def _statement(report: OpenReport, one: Statement) -> dict[str, object]:
    return {"name": f"{report.report.id}/{one.id}", "id": one.id, "kind": one.kind, "quote": one.quote}
