"""The shapes of everything a person writes: the format manual is made from these tables.

How a shape is read stands in `schema`; what becomes of the values in `reading` and `load`.
"""

from __future__ import annotations

from .entries import Field, Shape
from .vocabulary import (
    ASPECTS,
    BASES,
    CELL_STATES,
    DROP_REASONS,
    EVIDENCE,
    INITIATIVE_KINDS,
    KINDS,
    LANGUAGES,
    LEVELS,
    NUMBER_REASONS,
    OPERATORS,
    PERIOD_BASES,
    PINYIN_STEPS,
    REPORT_KINDS,
    SCRIPT_STEPS,
)

SITE = Shape(
    "site",
    "What the site is called and where it lives (content/site.yaml).",
    (
        Field("title", "both", "the site's name", True),
        Field("claim", "both", "what it is, in one sentence", True),
        Field("base_url", "address", "the full address of its home page, ending in /", True),
        Field(
            "default_language",
            "text",
            "the language at the root; the other stands under its own folder",
            True,
            LANGUAGES,
        ),
        Field("repository", "text", "the address of the repository", True),
        Field("publisher", "both", "who publishes it, as citations name them", True),
    ),
)

DISTRICT = Shape(
    "district",
    "A district 区 (content/districts.yaml).",
    (
        Field("id", "id", "its id", True),
        Field("name", "both", "its name", True),
        Field("city", "both", "the city it belongs to", True),
        Field("adcode", "text", "its code of GB/T 2260", True),
        Field("note", "both", "what a reader must not mistake it for"),
    ),
)

REFUSED = Shape(
    "refused cell",
    "A cell of the comparison that may not be read beside its neighbours.",
    (
        Field("district", "id", "the district's id", True),
        Field("state", "text", "what the cell says", True, CELL_STATES),
        Field("because", "both", "why, in one or two sentences", True),
    ),
)

THEME = Shape(
    "theme",
    "A subject of the comparison (content/themes.yaml), in the order of its rows.",
    (
        Field("id", "id", "its id", True),
        Field("name", "both", "its name", True),
        Field("cells", "shapes", "cells that refuse to be compared", of=REFUSED),
    ),
)

CAUTION = Shape(
    "caution",
    "Figures of an indicator that may not be compared with the others.",
    (
        Field("statements", "statements", "full ids of the statements that state them", True),
        Field("because", "both", "why, in one or two sentences", True),
    ),
)

INDICATOR = Shape(
    "indicator",
    "A quantity that several sentences state (content/indicators.yaml).",
    (
        Field("id", "id", "its id", True),
        Field("name", "both", "its name, without direction (new jobs, not more jobs)", True),
        Field("unit", "text", "its base unit, as printed without 万 and 亿", True),
        Field("theme", "id", "its theme", True),
        Field("definition", "both", "what it counts, as far as the texts say", True),
        Field("stock", "yes", "true for what is counted at a moment, so that years and months stand on one axis"),
        Field("comparison", "both", "what may and may not be compared"),
        Field("cautions", "shapes", "figures that refuse to be compared", of=CAUTION),
    ),
)

INITIATIVE = Shape(
    "initiative",
    "A project, programme or place that recurs (content/initiatives.yaml).",
    (
        Field("id", "id", "its id", True),
        Field("name", "both", "its name", True),
        Field("kind", "text", "what it is", True, INITIATIVE_KINDS),
        Field("aliases", "texts", "every exact wording that names it", True),
        Field("not", "texts", "wordings that contain an alias and mean something else"),
        Field("districts", "ids", "the districts it belongs to", True),
        Field("note", "both", "what it is, and what it must not be confused with", True),
    ),
)

TERM = Shape(
    "term",
    "A policy term 提法 (content/terms.yaml).",
    (
        Field("id", "id", "its id", True),
        Field("zh", "text", "the term as printed, without quotation marks", True),
        Field("aliases", "texts", "other wordings of the same term"),
        Field("not", "texts", "wordings that contain the term and mean something else"),
        Field("pinyin", "text", "its reading, with tone marks", True),
        Field("en", "text", "its English, the same throughout", True),
        Field("forms", "texts", "inflected or shorter forms of the English that translations may use"),
        Field("meaning", "both", "what it means in these texts", True),
        Field("level", "text", "which level of government coined it, where that is known", choices=LEVELS),
    ),
)

FOLLOW_UP = Shape(
    "follow-up",
    "What later words say of a promise (content/follow-ups.yaml).",
    (
        Field("promise", "statement", "the promise's full id", True),
        Field("later", "statements", "full ids of the later statements"),
        Field("evidence", "text", "what kind of evidence that is", True, EVIDENCE),
        Field("because", "both", "the ground, in one sentence", True),
        Field(
            "searched",
            "texts",
            "for not-found: the words searched for in the later texts; the build proves them absent",
        ),
    ),
)

AGREEMENT = Shape(
    "agreement",
    "How often two independent readings of a report agreed (content/agreement.yaml).",
    (
        Field("report", "id", "the report", True),
        Field("first", "count", "statements of the first reading", True),
        Field("second", "count", "statements of the second reading", True),
        Field("paired", "count", "pairs whose quotes overlap by half or more", True),
        Field("kind", "count", "pairs of the same kind", True),
        Field("span", "count", "pairs with the same quote", True),
        Field("figures_first", "count", "figures of the first reading", True),
        Field("figures_second", "count", "figures of the second reading", True),
        Field("figures_both", "count", "figures that both entered", True),
        Field("value", "count", "of those, figures with the same value, unit and operator", True),
    ),
)

LINE = Shape(
    "line step",
    "What is made of one or more lines of source.txt; exactly one of the first four keys.",
    (
        Field("drop", "text", "lines that are left out: 3 or 3-7, counted from 1"),
        Field("metadata", "text", "lines that say something of the text and are taken to `printed`"),
        Field("heading", "text", "lines that make one heading"),
        Field("paragraph", "text", "lines that make one paragraph; lines that no step names are paragraphs"),
        Field(
            "reason",
            "text",
            "for drop: why",
            choices=DROP_REASONS,
        ),
        Field("level", "count", "for heading: 1 or 2"),
        Field("join", "text", "what stands between the lines; nothing unless given"),
        Field("part", "text", "only this literal part of the one line"),
        Field(
            "fields",
            "texts",
            "for metadata: the keys of `printed` whose words stand there",
            choices=("title", "date", "byline", "source", "original_title", "captions"),
        ),
    ),
)

CLEAN_UP = Shape(
    "clean-up",
    "The steps from source.txt to the report's text.",
    (
        Field("lines", "shapes", "steps by line, in the order of the source", of=LINE),
        Field(
            "pinyin",
            "text",
            "removed: pinyin in ASCII parentheses after Han characters is taken out",
            choices=PINYIN_STEPS,
        ),
        Field("script", "text", "to-simplified: Traditional characters are converted", choices=SCRIPT_STEPS),
        Field("script_exceptions", "pairs", "words that the converter leaves, with what they become"),
    ),
)

PRINTED = Shape(
    "printed",
    "What the capture prints of itself, after the same conversions as the text.",
    (
        Field("title", "text", "the title"),
        Field("date", "text", "the date, as printed"),
        Field("byline", "text", "the author"),
        Field("source", "text", "the publisher"),
        Field("original_title", "text", "a title given as the original one"),
        Field("captions", "texts", "captions of pictures"),
    ),
)

REPORT = Shape(
    "report",
    "A report's front matter (content/reports/<id>/report.md).",
    (
        Field("id", "id", "its id, the folder's name", True),
        Field("district", "id", "its district", True),
        Field("kind", "text", "what sort of text it is", True, REPORT_KINDS),
        Field("title", "both", "its title", True),
        Field("title_basis", "text", "whether the source prints the title", True, BASES),
        Field("title_note", "both", "where an inferred title comes from"),
        Field("short", "both", "a short title, for lists and tables", True),
        Field("speaker", "both", "who gave it, with the office"),
        Field("author", "both", "its author's name, for citations"),
        Field("date", "time", "its date, as far as it is known", True),
        Field("date_basis", "text", "whether the source prints the date in full", True, BASES),
        Field("date_note", "both", "the ground of an inferred date"),
        Field("covers", "time", "the years it looks back and forward to", True),
        Field("covers_note", "both", "the ground of that"),
        Field("note", "both", "what a reader should know of the capture"),
        Field("fully_read", "yes", "true once every paragraph has a reading and every number is accounted for"),
        Field("printed", "shape", "what the capture prints of itself", of=PRINTED),
        Field("source_sha256", "text", "the hash of source.txt", True),
        Field("clean_up", "shape", "the steps from source.txt to the text", True, of=CLEAN_UP),
    ),
)

MEASURE = Shape(
    "measure",
    "A quantity within a statement.",
    (
        Field("figure", "text", "the characters as printed, within the quote", True),
        Field("prefix", "text", "text of the quote directly before the figure, where it occurs more than once"),
        Field("suffix", "text", "text of the quote directly after the figure, where it occurs more than once"),
        Field("value", "decimal", "the number, with 万 and 亿 multiplied out"),
        Field("upper", "decimal", "the upper end of a range"),
        Field("unit", "text", "the unit, without 万 and 亿"),
        Field("operator", "text", "how the figure bounds the quantity", True, OPERATORS),
        Field("aspect", "text", "what of the quantity it states", True, ASPECTS),
        Field("indicator", "id", "the indicator that it observes"),
        Field("period", "time", "its time, where it differs from the statement's"),
        Field("what", "both", "what is counted, in few words"),
        Field("scope", "both", "what part of the district or of the whole it counts"),
    ),
)

STATEMENT = Shape(
    "statement",
    "A target, task or result that the text states.",
    (
        Field("id", "text", "its permanent id: t, k or r and a number", True),
        Field("kind", "text", "target 目标, task 任务 or result 成效", True, KINDS),
        Field("quote", "text", "the words, exactly once in the text", True),
        Field("prefix", "text", "the text directly before the quote, where it occurs more than once"),
        Field("suffix", "text", "the text directly after the quote, where it occurs more than once"),
        Field("gloss", "text", "what it says, in English", True),
        Field("themes", "ids", "its themes, the main one first", True),
        Field("by", "time", "a target's or task's time"),
        Field("period", "time", "a result's time"),
        Field("period_basis", "text", "whether the text prints that time", True, PERIOD_BASES),
        Field("modal", "text", "the word that carries the commitment, as printed"),
        Field("measures", "shapes", "its quantities", of=MEASURE),
        Field("headline", "yes", "true for a report's headline tasks"),
        Field("part_of", "text", "the id of the headline task it stands under"),
        Field("voice", "both", "who says it, where it is not the report"),
        Field("scope", "both", "what part of the district it speaks of"),
        Field("note", "both", "a doubt, or why it was coded so"),
    ),
)

NUMBER = Shape(
    "number",
    "A number of the text that is no measure, and why.",
    (
        Field("text", "text", "the words in which it stands", True),
        Field("block", "text", "the block's id; without one, wherever the words stand"),
        Field("reason", "text", "why it is no measure", True, NUMBER_REASONS),
    ),
)

ANNOTATIONS = Shape(
    "annotations",
    "What was found in a report (content/reports/<id>/annotations.yaml).",
    (
        Field("statements", "shapes", "the statements, in the order of the text", of=STATEMENT),
        Field("nothing_to_code", "texts", "ids of blocks that were read and hold nothing to code"),
        Field("numbers", "shapes", "numbers that are no measures", of=NUMBER),
    ),
)

ALL = (
    SITE,
    DISTRICT,
    THEME,
    REFUSED,
    INDICATOR,
    CAUTION,
    INITIATIVE,
    TERM,
    FOLLOW_UP,
    AGREEMENT,
    REPORT,
    PRINTED,
    CLEAN_UP,
    LINE,
    ANNOTATIONS,
    STATEMENT,
    MEASURE,
    NUMBER,
)
