"""Rules of one report: a translation carries what the Chinese says, in its quantities and in its terms.

Whether the English is right beyond that is left to readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...content.records import Report, Statement
from ...issues import Issue
from ...text.numbers import Number
from ..mentions import mentions_in
from ..translation import difference
from ..vocabularies import Vocabularies


def translations_keep_quantities(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A paragraph's English carries the same quantities as its Chinese."""
    numbers = _numbers_by_block(report)
    for block in report.blocks if not vocabularies.broken["number words"] else ():
        if not block.translation or not block.translation_place:
            continue
        found = difference(block.text, numbers[block.id], block.translation)
        differences = (("lost", found.lost), ("not in the Chinese", found.added))
        told = "; ".join(f"{name}: {', '.join(printed)}" for name, printed in differences if printed)
        if told:
            message = f"{report.id} {block.id}: {told}"
            hint = "亿 is 10^8, 万 is 10^4; the Chinese prevails"
            yield Issue("translation-quantity", block.translation_place, message, hint)


def _numbers_by_block(report: Report) -> dict[str, list[Number]]:
    """The numbers of each block of a report, in order."""
    numbers: dict[str, list[Number]] = {block.id: [] for block in report.blocks}
    for counted in report.numbers:
        numbers[counted.block].append(counted.number)
    return numbers


def terms_keep_their_english(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """Where the Chinese has a term of the glossary, its translation and its gloss have the term's English.

    A site without English may give neither, and then nothing is held against the other.
    """
    bilingual = "en" in vocabularies.languages
    blocks = {block.id: block for block in report.blocks}
    stated: dict[str, list[Statement]] = {}
    for s in report.statements:
        stated.setdefault(s.block, []).append(s)
    bare = cache(_bare)  # a paragraph is held against every term in it
    for mention in mentions_in(report, vocabularies.term_wordings) if not vocabularies.broken["term"] else ():
        block, term = blocks[mention.block], vocabularies.terms[mention.subject]
        english = [(block.translation_place, block.id, "English", block.translation)] if block.translation else []
        english += [
            (s.where.at("gloss"), s.id, "gloss", s.gloss)
            for s in stated.get(block.id, ())
            if s.start <= mention.start and mention.end <= s.end and (bilingual or s.gloss)
        ]
        for place, name, what, text in english if bilingual or term.en else ():
            if place and not any(bare(form) in bare(text) for form in (term.en, *term.forms)):
                message = f"{name} has {mention.text}, and its {what} has no {term.en!r}"
                hint = f"use {term.en!r}, or add the form to the term's forms: in content/terms.yaml"
                yield Issue("term-english", place, message, hint)


def _bare(text: str) -> str:
    """English without quotation marks, case and kinds of dash, for finding a term in it."""
    return re.sub("[“”\"‘’']", "", text.casefold()).replace("–", "-").replace("—", "-")
