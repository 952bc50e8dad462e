"""What `duizhao suggest` proposes for a report, as it is written: apart from the annotations, and none of them yet.

How proposals are made is left to `suggest`; the site shows nothing of them.
"""

from __future__ import annotations

from decimal import Decimal

from ..text.period import Period
from .schema import Record, key, record
from .value_types import BlockId, Confidence, Id
from .vocabulary import ASPECTS, KINDS, NUMBER_REASONS, OPERATORS, PERIOD_BASES, STRENGTHS

_CONFIDENCE = "how likely it is right, from 0 to 1, measured on texts that it was not learned from"


@record("suggested measure")
class SuggestedMeasure(Record):
    """A quantity within a suggested statement; value, unit and operator are the parser's."""

    figure: str = key("the characters as printed, within the quote")
    prefix: str = key("text of the quote directly before the figure, where it occurs more than once", default="")
    suffix: str = key("text of the quote directly after the figure, where it occurs more than once", default="")
    value: Decimal | None = key("the number, with 万 and 亿 multiplied out", default=None)
    upper: Decimal | None = key("the upper end of a range", default=None)
    unit: str = key("the unit, without 万 and 亿", default="")
    operator: str = key("how the figure bounds the quantity", choices=OPERATORS)
    aspect: str = key("what of the quantity it states", choices=ASPECTS)
    indicator: Id = key("the indicator that it may observe", default="", refers_to="indicator")
    confidence: Confidence = key(_CONFIDENCE)


@record("suggested statement")
class SuggestedStatement(Record):
    """A target, task, result or situation that the text may state."""

    id: Id = key("its name in this file, by which it is accepted: g and a number")
    kind: str = key("target 目标, task 任务, result 成效 or situation 情况", choices=KINDS)
    quote: str = key("the words, exactly once in the text")
    prefix: str = key("the text directly before the quote, where it occurs more than once", default="")
    suffix: str = key("the text directly after the quote, where it occurs more than once", default="")
    themes: tuple[Id, ...] = key("its themes, the main one first", default=(), refers_to="theme")
    by: Period | None = key("a target's or task's time, if the text gives a ground for one", default=None)
    period: Period | None = key("a result's or situation's time, if the text gives a ground for one", default=None)
    period_basis: str = key("whether the text prints that time", default="", choices=PERIOD_BASES)
    modal: str = key("the word that carries the commitment, which the build finds by itself", default="")
    strength: str = key("how strongly it commits", default="", choices=STRENGTHS)
    measures: tuple[SuggestedMeasure, ...] = key("its quantities", default=())
    tool: str = key("the tool in which it was marked, of what came from another one", default="")
    confidence: Confidence = key(_CONFIDENCE)


@record("suggested blank")
class SuggestedBlank(Record):
    """A block that may hold nothing to code."""

    block: BlockId = key("the block's id")
    confidence: Confidence = key(_CONFIDENCE)


@record("suggested number")
class SuggestedNumber(Record):
    """A number that may be no measure, and why."""

    text: str = key("the words in which it stands")
    block: BlockId = key("the block's id")
    reason: str = key("why it may be no measure", choices=NUMBER_REASONS)
    confidence: Confidence = key(_CONFIDENCE)


@record("suggested follow-up")
class SuggestedFollowUp(Record):
    """Words of this report that may speak of a promise of an earlier report of the district."""

    id: Id = key("its name in this file, by which it is accepted: f and a number", default="")
    promise: str = key("the promise: the report's id, a slash, the id of a statement or of a suggestion there")
    later: str = key("the words that may speak of it: the id of a statement or of a suggestion here")
    grounds: tuple[str, ...] = key("what speaks for it: indicator, initiative, name, wording, number")
    confidence: Confidence = key(_CONFIDENCE)


@record("rejected suggestion")
class Rejected(Record):
    """A suggestion that a person refused: it is not made again while the text stays the same."""

    kind: str = key("the kind that was suggested", choices=KINDS)
    quote: str = key("the words")
    prefix: str = key("the text directly before the words, where they occur more than once", default="")
    suffix: str = key("the text directly after the words, where they occur more than once", default="")
    text_sha256: str = key("the hash of the text in which they stood")


@record("rejected follow-up")
class RejectedFollowUp(Record):
    """A suggested follow-up that a person refused: it is not made again while this report's text stays the same."""

    report: Id = key("the earlier report", refers_to="report")
    promise: str = key("the words of the promise")
    later: str = key("the words of this report that do not speak of it")
    text_sha256: str = key("the hash of the text in which these stood")


@record("rejected blank")
class RejectedBlank(Record):
    """A block of which a person refused that it holds nothing to code, while the text stays the same."""

    block: BlockId = key("the block's id")
    text_sha256: str = key("the hash of the text in which it stood")


@record("rejected number")
class RejectedNumber(Record):
    """A number of which a person refused that it is no measure, while the text stays the same."""

    text: str = key("the words in which it stands")
    block: BlockId = key("the block's id")
    text_sha256: str = key("the hash of the text in which they stood")


@record("suggestions")
class Suggestions(Record):
    """What a program proposes for a report (content/reports/<id>/suggestions.yaml); the site shows nothing of it.

    Nothing in it is coded until `duizhao accept` takes it into annotations.yaml; the file may be deleted.
    """

    text_sha256: str = key("the hash of the text that they were made for")
    statements: tuple[SuggestedStatement, ...] = key("the statements, in the order of the text", default=())
    nothing_to_code: tuple[SuggestedBlank, ...] = key("blocks that may hold nothing to code", default=())
    numbers: tuple[SuggestedNumber, ...] = key("numbers that may be no measures", default=())
    follow_ups: tuple[SuggestedFollowUp, ...] = key("words that may speak of earlier promises", default=())
    rejected: tuple[Rejected, ...] = key("what was refused", default=())
    rejected_follow_ups: tuple[RejectedFollowUp, ...] = key("the follow-ups that were refused", default=())
    rejected_blanks: tuple[RejectedBlank, ...] = key("the blocks that were refused", default=())
    rejected_numbers: tuple[RejectedNumber, ...] = key("the numbers that were refused", default=())
