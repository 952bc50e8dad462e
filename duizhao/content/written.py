"""What is written in a report's folder, as it was entered: front matter, clean-up steps, statements, figures.

What becomes of it once the text is made and the quotes are found is left to `records`.
"""

from __future__ import annotations

from decimal import Decimal

from ..text.changes import ESCAPES
from ..text.period import Period
from .schema import Bilingual, Record, key, record
from .value_types import BlockId, Confidence, English, Id, OwnStatementId, Pairs, WebAddress
from .vocabulary import (
    APART_KINDS,
    ASPECTS,
    BASES,
    DROP_REASONS,
    ENCODINGS,
    ENTRIES,
    GROUNDS,
    JOIN_RULES,
    KINDS,
    NUMBER_REASONS,
    OPERATORS,
    PATTERN_PLACES,
    PERIOD_BASES,
    PINYIN_STEPS,
    PUNCTUATION_STEPS,
    REPORT_KINDS,
    SCRIPT_STEPS,
    WITHOUT_QUOTE_EN,
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
    speaker: str = key("who gave it", default="")
    occasion: str = key("the meeting at which it was given", default="")
    address: str = key("the words with which it addresses its hearers", default="")


@record("origin")
class Origin(Record):
    """Where a capture is from, as far as editors know more than it prints; what is not given is said to be unknown."""

    publisher: Bilingual | None = key("who published the text, where the capture does not print it", default=None)
    web_address: WebAddress = key("the address at which the capture was made", default="")
    captured: Period | None = key("the day on which it was made", default=None)
    shown_as: str = key("on what ground the text is shown whole", default="", choices=GROUNDS)
    note: Bilingual | None = key("what else it prints of where it is from, and what that leaves open", default=None)


@record("line step")
class WrittenLineStep(Record):
    """What is made of one or more lines of the capture; exactly one of the first six keys."""

    drop: str = key("lines that are left out: 3 or 3-7, counted from 1", default="")
    metadata: str = key("lines that say something of the text and are taken to `printed`", default="")
    heading: str = key("lines that make one heading", default="")
    paragraph: str = key("lines that make one paragraph; lines that no step names are paragraphs", default="")
    apart: str = key("lines that are set apart: out of the text and of its counts, named in the ledger", default="")
    rows: str = key("lines that are cells of a table: so many lines as `cells` says make one paragraph", default="")
    reason: str = key("for drop: why", default="", choices=DROP_REASONS)
    of: str = key(
        "for drop with reason duplicate: the lines that are kept and say the same; the build compares", default=""
    )
    kind: str = key("for apart: what is set apart", name="as", default="", choices=APART_KINDS)
    level: int = key("for heading: 1, 2 or 3", default=0)
    cells: int = key("for rows: how many lines, blank ones not counted, make a row", default=0)
    join: str = key("what stands between the lines; nothing unless given", default="")
    part: str = key("only this literal part of the one line", default="")
    fields: tuple[str, ...] = key(
        "for metadata: the keys of `printed` whose words stand there",
        default=(),
        choices=tuple(key.name for key in Printed.keys),
    )


@record("character step")
class WrittenCharacter(Record):
    """A character that no reader sees or any font has, throughout: `{character: U+200B, count: 3}`."""

    character: str = key("the character by its code point, such as U+200B (zero-width space) or U+E5E5 (private use)")
    becomes: str = key("what stands for it; it is dropped unless this is given", default="")
    count: int = key("how often it stands in the capture; the build refuses another number")


@record("escape step")
class WrittenEscape(Record):
    r"""A sequence with a backslash that a program left in the text, throughout: `{escape: '\r\n', count: 65}`."""

    escape: str = key("the sequence, in single quotation marks", choices=tuple(ESCAPES))
    count: int = key("how often it stands in the capture; the build refuses another number")


@record("entity step")
class WrittenEntity(Record):
    """An entity of HTML that stands as such in the text, throughout: `{entity: "&nbsp;", becomes: " ", count: 25}`."""

    entity: str = key("the entity, by name or number: &nbsp; &amp; &#12345;, or &nbsp where the page has no semicolon")
    becomes: str | None = key("what stands for it, where that is not the character that HTML says", default=None)
    count: int = key("how often it stands in the capture; the build refuses another number")


@record("pattern step")
class WrittenPattern(Record):
    """What is made of all that fits a pattern, so many times: `{spacing: "政{ }府", count: 7}`.

    Exactly one of the first six keys.
    """

    spacing: str = key("words with blanks that go: 政{ }府", default="")
    illegible: str = key(
        "signs for what cannot be read, such as ????: they stay and are shown as illegible", default=""
    )
    apart: str = key("words or lines that are set apart, such as the marks of notes: 〔{n}〕", default="")
    drop: str = key("words or lines that are left out, such as page numbers: 第{n}页", default="")
    heading: str = key("headings, such as （{一}）{…}。 at the start of their lines", default="")
    join: str = key(
        "lines that continue the one before: `mid-sentence`, it has no end of a sentence; `unindented`, they have no "
        "blank at the beginning",
        default="",
        choices=JOIN_RULES,
    )
    count: int = key("how often it fits; the build refuses another number and names the first places")
    at: str = key(
        "for apart, drop and heading: it is the whole line (unless given), the line's start, or anywhere in it",
        default="",
        choices=PATTERN_PLACES,
    )
    lines: str = key(
        "only in these lines: 12-80; lines that a line step drops or sets apart are passed over", default=""
    )
    reason: str = key("for drop: why", default="", choices=DROP_REASONS)
    kind: str = key("for apart: what is set apart", name="as", default="", choices=APART_KINDS)
    level: int = key("for heading: 1, 2 or 3", default=0)


@record("clean-up")
class CleanUp(Record):
    """The steps from the capture to the report's text, in the order in which they are done."""

    decode: str = key(
        "how the bytes of the capture spell its text; utf-8 unless given; big5 is that of Hong Kong and Windows, too",
        default="",
        choices=ENCODINGS,
    )
    characters: tuple[WrittenCharacter, ...] = key("characters that are dropped or replaced", default=())
    escapes: tuple[WrittenEscape, ...] = key("sequences with a backslash", default=())
    entities: tuple[WrittenEntity, ...] = key("entities of HTML; after them lines are counted", default=())
    radicals: int = key("how many radicals stand for the ideographs that look like them (⼯ for 工)", default=0)
    patterns: tuple[WrittenPattern, ...] = key(
        "steps by pattern; those on words come before `lines`, those on whole lines after", default=()
    )
    lines: tuple[WrittenLineStep, ...] = key("steps by line, in the order of the source", default=())
    pinyin: str = key(
        "removed: pinyin in ASCII parentheses after the Han characters that it spells is taken out, 区(qū) and 区(qu);"
        " what without tones may be a word of another language stays, 平台(app)",
        default="",
        choices=PINYIN_STEPS,
    )
    punctuation: str = key(
        "full-width: half-width , ; : ( ) ? ! in lines of Chinese become full-width, but for those between digits or"
        " Latin letters (1,234)",
        default="",
        choices=PUNCTUATION_STEPS,
    )
    script: str = key("to-simplified: Traditional characters are converted", default="", choices=SCRIPT_STEPS)
    script_exceptions: Pairs = key(
        "words that the converter leaves, in Simplified characters but for what is left, with what they become; a word"
        " that becomes itself is right, and `duizhao check` asks no more about it",
        default=(),
    )


@record("text layer")
class TextLayer(Record):
    """The text of a capture that is none itself, beside it as source.text.txt: what took it out, and its hash."""

    tool: str = key("the program that took the text out: pdftotext")
    version: str = key("the program's version")
    sha256: str = key("the hash of source.text.txt")


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
    origin: Origin = key("what else is known of where the capture is from", default=Origin())
    source_sha256: str = key("the hash of the capture's bytes; the check prints that of a new one", default="")
    text_layer: TextLayer | None = key("for a capture that is no text (source.html, source.pdf)", default=None)
    clean_up: CleanUp = key("the steps from the capture to the text")


@record("measure")
class WrittenMeasure(Record):
    """A quantity within a statement. Value, upper, unit and operator that are left out are what the figure says.

    What is entered is held against the figure: the double entry.
    """

    figure: str = key("the characters as printed, within the quote")
    prefix: str = key("text of the quote directly before the figure, where it occurs more than once", default="")
    suffix: str = key("text of the quote directly after the figure, where it occurs more than once", default="")
    value: Decimal | None = key("the number, with 万 and 亿 multiplied out", default=None)
    upper: Decimal | None = key("the upper end of a range", default=None)
    unit: str = key("the unit, without 万 and 亿", default="")
    operator: str = key("how the figure bounds the quantity", default="", choices=OPERATORS)
    aspect: str = key(
        "what of the quantity it states; it may be left out where the words before the figure say it (新增, 下降),"
        " or else the indicator does",
        default="",
        choices=ASPECTS,
    )
    indicator: Id = key("the indicator that it observes", default="", refers_to="indicator")
    period: Period | None = key(
        "its time, where it differs from the statement's; of a target or a task it is a deadline beside its own",
        default=None,
    )
    period_basis: str = key("whether the text prints a time of its own", default="", choices=PERIOD_BASES)
    what: Bilingual | None = key("what is counted, in few words", default=None)
    scope: Bilingual | None = key("what part of the district or of the whole it counts", default=None)


@record("statement")
class WrittenStatement(Record):
    """A target, task, result or situation that the text states."""

    id: OwnStatementId = key("its permanent id: t, k, r or s and a number")
    kind: str = key("target 目标, task 任务, result 成效 or situation 情况", choices=KINDS)
    quote: str = key("the words, exactly once in the text")
    prefix: str = key("the text directly before the quote, where it occurs more than once", default="")
    suffix: str = key("the text directly after the quote, where it occurs more than once", default="")
    quote_en: str = key(
        "the words of the translation that say it, exactly once in it; needed where its block is translated", default=""
    )
    prefix_en: str = key("the English directly before them, where they occur more than once", default="")
    suffix_en: str = key("the English directly after them, where they occur more than once", default="")
    without_quote_en: str = key(
        "in place of quote_en, where it can have none: its words stand apart in the English (split), or carry another"
        " statement as well (shared)",
        default="",
        choices=WITHOUT_QUOTE_EN,
    )
    gloss: English = key("what it says, in English", default="", needed_in="en")
    themes: tuple[Id, ...] = key("its themes, the main one first", refers_to="theme")
    by: Period | None = key("a target's or task's time, if the text gives a ground for one", default=None)
    period: Period | None = key("a result's or situation's time, if the text gives a ground for one", default=None)
    period_basis: str = key("whether the text prints that time; absent without one", default="", choices=PERIOD_BASES)
    modal: str = key(
        "the word that carries the commitment, as printed in its sentence, or none: only where its words show it wrong",
        default="",
    )
    measures: tuple[WrittenMeasure, ...] = key("its quantities", default=())
    headline: bool = key("true for a report's headline tasks", default=False)
    part_of: OwnStatementId = key("the id of the headline task it stands under", default="")
    voice: Bilingual | None = key("who says it, where it is not the report", default=None)
    scope: Bilingual | None = key("what part of the district it speaks of", default=None)
    note: Bilingual | None = key("a doubt, or why it was coded so", default=None)
    entered: str = key(
        "suggested, of what a program proposed and a person accepted, until it is read again",
        default="",
        choices=ENTRIES,
    )
    confidence: Confidence | None = key("how sure the program was of what it proposed, from 0 to 1", default=None)
    formerly: tuple[OwnStatementId, ...] = key(
        "ids that it had before, such as r19, as its kind was another; addresses with them lead to it", default=()
    )


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
