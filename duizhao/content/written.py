"""What is written in a report's folder, as it was entered: front matter, clean-up steps, statements, figures.

What becomes of it once the text is made and the quotes are found is left to `records`.
"""

from __future__ import annotations

from decimal import Decimal

from ..text.period import Period
from .schema import Bilingual, Record, key, record
from .value_types import BlockId, Id, OwnStatementId, Pairs
from .vocabulary import (
    ASPECTS,
    BASES,
    DROP_REASONS,
    KINDS,
    NUMBER_REASONS,
    OPERATORS,
    PERIOD_BASES,
    PINYIN_STEPS,
    REPORT_KINDS,
    SCRIPT_STEPS,
)


@record("printed")
class Printed(Record):
    """What the capture prints of itself, after the same conversions as the text."""

    title: str = key("the title", default="")
    date: str = key("the date, as printed", default="")
    byline: str = key("the author", default="")
    source: str = key("the publisher", default="")
    original_title: str = key("a title given as the original one", default="")
    captions: tuple[str, ...] = key("captions of pictures", default=())


@record("line step")
class WrittenLineStep(Record):
    """What is made of one or more lines of source.txt; exactly one of the first four keys."""

    drop: str = key("lines that are left out: 3 or 3-7, counted from 1", default="")
    metadata: str = key("lines that say something of the text and are taken to `printed`", default="")
    heading: str = key("lines that make one heading", default="")
    paragraph: str = key("lines that make one paragraph; lines that no step names are paragraphs", default="")
    reason: str = key("for drop: why", default="", choices=DROP_REASONS)
    level: int = key("for heading: 1 or 2", default=0)
    join: str = key("what stands between the lines; nothing unless given", default="")
    part: str = key("only this literal part of the one line", default="")
    fields: tuple[str, ...] = key(
        "for metadata: the keys of `printed` whose words stand there",
        default=(),
        choices=tuple(key.name for key in Printed.keys),
    )


@record("clean-up")
class CleanUp(Record):
    """The steps from source.txt to the report's text."""

    lines: tuple[WrittenLineStep, ...] = key("steps by line, in the order of the source", default=())
    pinyin: str = key(
        "removed: pinyin in ASCII parentheses after the Han characters that it spells is taken out, 区(qū) and 区(qu);"
        " what without tones may be a word of another language stays, 平台(app)",
        default="",
        choices=PINYIN_STEPS,
    )
    script: str = key("to-simplified: Traditional characters are converted", default="", choices=SCRIPT_STEPS)
    script_exceptions: Pairs = key(
        "words that the converter leaves, in Simplified characters but for what is left, with what they become; a word"
        " that becomes itself is right, and `duizhao check` asks no more about it",
        default=(),
    )


@record("report")
class FrontMatter(Record):
    """A report's front matter (content/reports/<id>/report.md)."""

    id: Id = key("its id, the folder's name")
    district: Id = key("its district", refers_to="district")
    kind: str = key("what sort of text it is", choices=REPORT_KINDS)
    title: Bilingual = key("its title")
    title_basis: str = key("whether the source prints the title", choices=BASES)
    title_note: Bilingual | None = key("where an inferred title comes from", default=None)
    short: Bilingual = key("a short title, for lists and tables")
    speaker: Bilingual | None = key("who gave it, with the office", default=None)
    author: Bilingual | None = key(
        "its authors, for citations, a Chinese family name first; several with 、 between in Chinese, ; in English",
        default=None,
    )
    date: Period = key("its date, as far as it is known")
    date_basis: str = key("whether the source prints the date in full", choices=BASES)
    date_note: Bilingual | None = key("the ground of an inferred date", default=None)
    covers: Period = key("the years it looks back and forward to")
    covers_note: Bilingual | None = key("the ground of that", default=None)
    note: Bilingual | None = key("what a reader should know of the capture", default=None)
    fully_read: bool = key("true once every paragraph has a reading and every number is accounted for", default=False)
    printed: Printed = key("what the capture prints of itself", default=Printed())
    source_sha256: str = key("the hash of source.txt")
    clean_up: CleanUp = key("the steps from source.txt to the text")


@record("measure")
class WrittenMeasure(Record):
    """A quantity within a statement."""

    figure: str = key("the characters as printed, within the quote")
    prefix: str = key("text of the quote directly before the figure, where it occurs more than once", default="")
    suffix: str = key("text of the quote directly after the figure, where it occurs more than once", default="")
    value: Decimal | None = key("the number, with 万 and 亿 multiplied out", default=None)
    upper: Decimal | None = key("the upper end of a range", default=None)
    unit: str = key("the unit, without 万 and 亿", default="")
    operator: str = key("how the figure bounds the quantity", choices=OPERATORS)
    aspect: str = key("what of the quantity it states", choices=ASPECTS)
    indicator: Id = key("the indicator that it observes", default="", refers_to="indicator")
    period: Period | None = key("its time, where it differs from the statement's", default=None)
    what: Bilingual | None = key("what is counted, in few words", default=None)
    scope: Bilingual | None = key("what part of the district or of the whole it counts", default=None)


@record("statement")
class WrittenStatement(Record):
    """A target, task or result that the text states."""

    id: OwnStatementId = key("its permanent id: t, k or r and a number")
    kind: str = key("target 目标, task 任务 or result 成效", choices=KINDS)
    quote: str = key("the words, exactly once in the text")
    prefix: str = key("the text directly before the quote, where it occurs more than once", default="")
    suffix: str = key("the text directly after the quote, where it occurs more than once", default="")
    gloss: str = key("what it says, in English", default="", needed_in="en")
    themes: tuple[Id, ...] = key("its themes, the main one first", refers_to="theme")
    by: Period | None = key("a target's or task's time", default=None)
    period: Period | None = key("a result's time", default=None)
    period_basis: str = key("whether the text prints that time", choices=PERIOD_BASES)
    modal: str = key("the word that carries the commitment, as printed", default="")
    measures: tuple[WrittenMeasure, ...] = key("its quantities", default=())
    headline: bool = key("true for a report's headline tasks", default=False)
    part_of: OwnStatementId = key("the id of the headline task it stands under", default="")
    voice: Bilingual | None = key("who says it, where it is not the report", default=None)
    scope: Bilingual | None = key("what part of the district it speaks of", default=None)
    note: Bilingual | None = key("a doubt, or why it was coded so", default=None)


@record("number")
class ListedNumber(Record):
    """A number of the text that is no measure, and why."""

    text: str = key("the words in which it stands")
    block: BlockId = key("the block's id; without one, wherever the words stand", default="")
    reason: str = key("why it is no measure", choices=NUMBER_REASONS)


@record("annotations")
class Annotations(Record):
    """What was found in a report (content/reports/<id>/annotations.yaml)."""

    statements: tuple[WrittenStatement, ...] = key("the statements, in the order of the text", default=())
    nothing_to_code: tuple[BlockId, ...] = key("ids of blocks that were read and hold nothing to code", default=())
    numbers: tuple[ListedNumber, ...] = key("numbers that are no measures", default=())
