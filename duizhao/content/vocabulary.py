"""Every closed vocabulary of the content, once: the codes that a key may hold and the order in which they are shown.

What a code means to a reader is left to the interface words and to the codebook.
"""

from __future__ import annotations

from ..text import numbers, quantity

LANGUAGES = ("en", "zh")

# A statement and its figures.
KINDS = ("target", "task", "result")
ID_LETTERS = {"t": "target", "k": "task", "r": "result"}
STRENGTHS = ("firm", "plain", "soft")
PERIOD_BASES = ("stated", "inferred")
OPERATORS = quantity.OPERATORS
ASPECTS = ("level", "increase", "growth", "decrease", "share", "rank")
# Why a numeral counts nothing: in a word wherever it stands, and in one place of a report.
WORD_REASONS = tuple(filter(None, numbers.REASONS))
NUMBER_REASONS = ("ordinal", "date", "name", "label", "idiom", "restated", "rhetoric")

# A report and its clean-up.
REPORT_KINDS = ("work-report", "digest", "feature")
BASES = ("printed", "inferred")
READINGS = ("annotated", "nothing-to-code", "unread")
DROP_REASONS = (
    *("site-chrome", "breadcrumb", "publisher-disclaimer", "advertisement", "duplicate"),
    *("related-links", "share", "attachment-link", "credit", "page-furniture"),
)
# What may be set apart: out of the text and of its counts, told in the ledger with its words.
APART_KINDS = ("glossary", "notes", "note-mark", "attachment")
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
# Where in a line a pattern is looked for, and how lines that belong to the one before are known.
PATTERN_PLACES = ("line", "start", "anywhere")
JOIN_RULES = ("mid-sentence", "unindented")
PINYIN_STEPS = ("removed",)
SCRIPT_STEPS = ("to-simplified",)

# What is shared by the reports.
CELL_STATES = ("not-comparable",)
INITIATIVE_KINDS = ("project", "programme", "place", "campaign", "institution", "event")
LEVELS = ("national", "provincial", "city", "district")

# What became of a promise.
EVIDENCE = ("not-due", "not-checked", "not-found", "restated", "reported-progress", "reported-done", "other-definition")
ARITHMETIC = ("met", "exceeded", "short", "indeterminate")

# Who entered a value: a person who wrote it, the default of a key that is not written, a parser that read it from a
# figure or a capture, a suggestion that a person accepted.
ENTERED = ("person", "default", "parser", "suggestion")

# The word that carries a commitment, and how strongly: the codebook's table. A word that is absent here is plain.
MODALS: dict[str, str] = dict.fromkeys(("确保", "必须", "务必", "坚决"), "firm") | dict.fromkeys(
    ("力争", "争取", "努力", "探索", "鼓励", "引导", "支持", "推动", "谋划", "计划", "力推", "力促"), "soft"
)


def strength_of(modal: str | None) -> str:
    """firm, plain or soft, by the table of modal words; the first word of the table that the modal contains decides."""
    for word, strength in MODALS.items():
        if modal and word in modal:
            return strength
    return "plain"
