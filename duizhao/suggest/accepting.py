"""What a person takes over of the suggestions for a report, as the annotations will say it.

Where it stands in the file is left to `splicing`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from ..content.records import Report
from ..content.suggested import (
    Rejected,
    RejectedBlank,
    RejectedFollowUp,
    RejectedNumber,
    SuggestedBlank,
    SuggestedFollowUp,
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
class Chosen:
    """A suggested follow-up, and the evidence that a person takes its later words for."""

    suggested: SuggestedFollowUp
    evidence: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What is chosen: statements, blocks with nothing to code, numbers that are no measures, follow-ups."""

    statements: tuple[SuggestedStatement, ...]
    blanks: tuple[SuggestedBlank, ...]
    numbers: tuple[SuggestedNumber, ...]
    follow_ups: tuple[Chosen, ...] = ()

    def __bool__(self) -> bool:
        return self.has_annotations or bool(self.follow_ups)

    @property
    def has_annotations(self) -> bool:
        """True where something of it goes into the annotations."""
        return bool(self.statements or self.blanks or self.numbers)


# Nobody has said what a follow-up is evidence of.
_NO_EVIDENCE: Mapping[str, str] = MappingProxyType({})


def taken_by_name(
    suggestions: Suggestions, names: Collection[str], evidence: Mapping[str, str] = _NO_EVIDENCE
) -> Taken:
    """The suggestions of these names: g001 of a statement, p4 of a block, its words of a number.

    Follow-ups are taken by `evidence`, what each is evidence of by its name.
    """
    return Taken(
        tuple(one for one in suggestions.statements if one.id in names),
        tuple(one for one in suggestions.nothing_to_code if one.block in names),
        tuple(one for one in suggestions.numbers if one.text in names),
        tuple(Chosen(one, evidence[one.id]) for one in suggestions.follow_ups if one.id in evidence),
    )


def taken_above(suggestions: Suggestions, threshold: str) -> Taken:
    """All suggestions that are as sure as this, a number as it is written; no follow-up, as a person judges each."""
    least = Decimal(threshold)
    return Taken(
        tuple(one for one in suggestions.statements if one.confidence >= least),
        tuple(one for one in suggestions.nothing_to_code if one.confidence >= least),
        tuple(one for one in suggestions.numbers if one.confidence >= least),
    )


def unknown_names(suggestions: Suggestions, names: Collection[str]) -> list[str]:
    """Those of the names that no suggestion has."""
    known = {one.id for one in suggestions.statements} | {one.block for one in suggestions.nothing_to_code}
    known |= {one.id for one in suggestions.follow_ups} | {one.text for one in suggestions.numbers}
    return sorted({*names} - (known - {""}))


def without(suggestions: Suggestions, taken: Taken, new: Annotations | None = None) -> Suggestions:
    """The suggestions that are left. Follow-ups name statements by the ids that they have as `new` annotations."""
    chosen = [one.suggested for one in taken.follow_ups]
    named = ids_given(taken, new) if new else {}
    left = (one for one in suggestions.follow_ups if one not in chosen)
    return replace(
        suggestions,
        statements=tuple(one for one in suggestions.statements if one not in taken.statements),
        nothing_to_code=tuple(one for one in suggestions.nothing_to_code if one not in taken.blanks),
        numbers=tuple(one for one in suggestions.numbers if one not in taken.numbers),
        follow_ups=tuple(replace(one, later=named.get(one.later, one.later)) for one in left),
    )


def ids_given(taken: Taken, new: Annotations) -> dict[str, str]:
    """The ids that suggested statements have as annotations, by their names."""
    return {one.id: made.id for one, made in zip(taken.statements, new.statements, strict=True)}


def refused(suggestions: Suggestions, names: Collection[str]) -> Suggestions:
    """The suggestions with the statements, blocks and numbers of these names refused, remembered for this text alone.

    Follow-ups that stand on one of the statements go with it.
    """
    return without_refused(suggestions, taken_by_name(suggestions, names))


def without_refused(suggestions: Suggestions, gone: Taken) -> Suggestions:
    """The suggestions with what is given of them refused, all but follow-ups."""
    of = suggestions.text_sha256
    kept = ("kind", "quote", "prefix", "suffix")
    statements = (Rejected(**{name: getattr(one, name) for name in kept}, text_sha256=of) for one in gone.statements)
    blanks = (RejectedBlank(block=one.block, text_sha256=of) for one in gone.blanks)
    numbers = (RejectedNumber(text=one.text, block=one.block, text_sha256=of) for one in gone.numbers)
    names = {one.id for one in gone.statements}
    left = without(suggestions, gone)
    return replace(
        left,
        follow_ups=tuple(one for one in left.follow_ups if one.later not in names),
        rejected=(*suggestions.rejected, *statements),
        rejected_blanks=(*suggestions.rejected_blanks, *blanks),
        rejected_numbers=(*suggestions.rejected_numbers, *numbers),
    )


def refused_follow_ups(suggestions: Suggestions, names: Collection[str], words: Mapping[str, str]) -> Suggestions:
    """The suggestions with the follow-ups of these names refused; `words` are those of what they name.

    What is refused is remembered by its words, since names of suggestions change. Raises KeyError where one of the two
    is nowhere any more.
    """
    gone = [one for one in suggestions.follow_ups if one.id in names]
    remembered = tuple(
        RejectedFollowUp(
            report=one.promise.partition("/")[0],
            promise=words[one.promise],
            later=words[one.later],
            text_sha256=suggestions.text_sha256,
        )
        for one in gone
    )
    left = tuple(one for one in suggestions.follow_ups if one not in gone)
    return replace(suggestions, follow_ups=left, rejected_follow_ups=(*suggestions.rejected_follow_ups, *remembered))


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
        confidence=one.confidence,
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
