"""What a person takes over of the suggestions for a report, as the annotations will say it.

Where it stands in the file is left to `splicing`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ..content.records import Report
from ..content.suggested import (
    Rejected,
    SuggestedBlank,
    SuggestedMeasure,
    SuggestedNumber,
    SuggestedStatement,
    Suggestions,
)
from ..content.vocabulary import ID_LETTERS
from ..content.written import Annotations, ListedNumber, WrittenMeasure, WrittenStatement

_LETTERS = {kind: letter for letter, kind in ID_LETTERS.items()}
_NUMBERED = re.compile("[a-z]([0-9]+)")


@dataclass(frozen=True, slots=True)
class Taken:
    """Suggestions that are chosen: statements, blocks with nothing to code, numbers that are no measures."""

    statements: tuple[SuggestedStatement, ...]
    blanks: tuple[SuggestedBlank, ...]
    numbers: tuple[SuggestedNumber, ...]

    def __bool__(self) -> bool:
        return bool(self.statements or self.blanks or self.numbers)


def taken_by_name(suggestions: Suggestions, names: Collection[str]) -> Taken:
    """The suggestions of these names: g001 of a statement, p4 of a block, its words of a number."""
    return Taken(
        tuple(one for one in suggestions.statements if one.id in names),
        tuple(one for one in suggestions.nothing_to_code if one.block in names),
        tuple(one for one in suggestions.numbers if one.text in names),
    )


def taken_above(suggestions: Suggestions, threshold: str) -> Taken:
    """All suggestions that are as sure as this, a number as it is written."""
    least = Decimal(threshold)
    return Taken(
        tuple(one for one in suggestions.statements if one.confidence >= least),
        tuple(one for one in suggestions.nothing_to_code if one.confidence >= least),
        tuple(one for one in suggestions.numbers if one.confidence >= least),
    )


def unknown_names(suggestions: Suggestions, names: Collection[str]) -> list[str]:
    """Those of the names that no suggestion has."""
    known = {one.id for one in suggestions.statements} | {one.block for one in suggestions.nothing_to_code}
    return sorted({*names} - known - {one.text for one in suggestions.numbers})


def without(suggestions: Suggestions, taken: Taken) -> Suggestions:
    """The suggestions that are left."""
    return replace(
        suggestions,
        statements=tuple(one for one in suggestions.statements if one not in taken.statements),
        nothing_to_code=tuple(one for one in suggestions.nothing_to_code if one not in taken.blanks),
        numbers=tuple(one for one in suggestions.numbers if one not in taken.numbers),
    )


def refused(suggestions: Suggestions, names: Collection[str]) -> Suggestions:
    """The suggestions with the statements of these names refused, which is remembered for this text alone."""
    taken = Taken(taken_by_name(suggestions, names).statements, (), ())
    remembered = tuple(
        Rejected(
            kind=one.kind, quote=one.quote, prefix=one.prefix, suffix=one.suffix, text_sha256=suggestions.text_sha256
        )
        for one in taken.statements
    )
    return replace(without(suggestions, taken), rejected=(*suggestions.rejected, *remembered))


def as_annotations(report: Report, taken: Taken) -> Annotations:
    """What is taken over as annotations: statements with ids that none has had, as far as the file tells."""
    next_id = _ids(report)
    return Annotations(
        statements=tuple(_statement(one, next_id) for one in taken.statements),
        nothing_to_code=tuple(one.block for one in taken.blanks),
        numbers=tuple(ListedNumber(text=one.text, block=one.block, reason=one.reason) for one in taken.numbers),
    )


def _ids(report: Report) -> dict[str, Iterator[str]]:
    """The next free ids of each kind: above all that are written, those of before included."""
    names = [name for one in report.statements for name in (one.id, *one.formerly)]
    return {kind: _from(letter, [name for name in names if name[:1] == letter]) for kind, letter in _LETTERS.items()}


def _from(letter: str, names: Collection[str]) -> Iterator[str]:
    numbers = [match[1] for name in names if (match := _NUMBERED.fullmatch(name))]
    width, number = max(map(len, numbers), default=2), max(map(int, numbers), default=0)
    while True:
        number += 1
        yield f"{letter}{number:0{width}}"


def _statement(one: SuggestedStatement, next_id: dict[str, Iterator[str]]) -> WrittenStatement:
    return WrittenStatement(
        id=next(next_id[one.kind]),
        kind=one.kind,
        quote=one.quote,
        prefix=one.prefix,
        suffix=one.suffix,
        themes=one.themes,
        by=one.by,
        period=one.period,
        period_basis=one.period_basis,
        measures=tuple(map(_measure, one.measures)),
        entered="suggested",
    )


def _measure(one: SuggestedMeasure) -> WrittenMeasure:
    shared = ("figure", "prefix", "suffix", "value", "upper", "unit", "operator", "aspect", "indicator")
    return WrittenMeasure(**{name: getattr(one, name) for name in shared})


def still_missing(statements: Collection[WrittenStatement], languages: Collection[str], translated: bool) -> list[str]:
    """What a person must still write of statements taken over before `check` passes, each with how many lack it."""
    english = "en" in languages
    lacking = (
        (sum(not one.themes for one in statements), "themes"),
        (len(statements) * english, "gloss, the words in English"),
        (len(statements) * (english and translated), "quote_en, or without_quote_en, where their block is translated"),
    )
    return [f"{many} without {what}" for many, what in lacking if many]
