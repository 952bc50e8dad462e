"""Rules of one report: a translation carries what the Chinese says, in its quantities and in its terms.

Whether the English is right beyond that is left to readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ...content.records import Block, Report, Statement
from ...issues import Issue, SourcePosition
from ..mentions import mentions_in
from ..names import bare
from ..translation import OF_NUMERALS, added_numbers, difference_of_numbers, numbers_by_block
from ..vocabularies import Vocabularies


def translations_keep_quantities(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A paragraph's English carries the same quantities as its Chinese."""
    numbers = numbers_by_block(report)
    for block in report.blocks if not vocabularies.broken["number words"] else ():
        if not block.translation or not block.translation_place:
            continue
        found = difference_of_numbers(block.text, numbers[block.id], report.english_numbers[block.id])
        lacks = f"lacks {', '.join(found.lost)}" if found.lost else ""
        adds = f"has {', '.join(found.added)}, which the Chinese does not say" if found.added else ""
        if lacks or adds:
            message = f"the English of {block.id} {' and '.join(filter(None, (lacks, adds)))}"
            yield Issue("translation-quantity", _of_number(block, found.added), message, OF_NUMERALS)


def _of_number(block: Block, added: Sequence[str]) -> SourcePosition:
    """Where a translation has the first number that is not in the Chinese; where it begins if it only lacks some."""
    place = block.translation_place or block.place
    at = (block.translation or "").find(added[0]) if added else 0
    return SourcePosition(place.path, place.line, place.col + max(at, 0))


def glosses_say_no_other_numbers(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A gloss has no number in digits that neither its quote nor the paragraph about it accounts for."""
    numbers = numbers_by_block(report)
    blocks = {block.id: block for block in report.blocks}
    for statement in report.statements if not vocabularies.broken["number words"] else ():
        block = blocks[statement.block]
        added = added_numbers(block.text, numbers[block.id], statement.gloss)
        if added:
            message = f"the gloss of {statement.id} has {', '.join(added)}, which the Chinese does not say"
            said = [one.text for one in numbers[block.id] if one.quantity and one.text in statement.quote]
            hint = f"the quote says {', '.join(said)}; " * bool(said) + OF_NUMERALS
            yield Issue("translation-quantity", statement.where.at("gloss"), message, hint)


def terms_keep_their_english(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """Where the Chinese has a term of the glossary, its translation and its gloss have the term's English.

    A site without English may give neither, and then nothing is held against the other.
    """
    bilingual = "en" in vocabularies.languages
    blocks = {block.id: block for block in report.blocks}
    stated: dict[str, list[Statement]] = {}
    for s in report.statements:
        stated.setdefault(s.block, []).append(s)
    plain = cache(bare)  # a paragraph is held against every term in it
    for mention in mentions_in(report, vocabularies.term_wordings) if not vocabularies.broken["term"] else ():
        block, term = blocks[mention.block], vocabularies.terms[mention.subject]
        english = [(block.translation_place, block.id, "English", block.translation)] if block.translation else []
        english += [
            (s.where.at("gloss"), s.id, "gloss", s.gloss)
            for s in stated.get(block.id, ())
            if s.start <= mention.start and mention.end <= s.end and (bilingual or s.gloss)
        ]
        for place, name, what, text in english if bilingual or term.en else ():
            if place and not any(plain(form) in plain(text) for form in (term.en, *term.forms)):
                message = f"{name} has {mention.text}, and its {what} has no {term.en!r}"
                hint = f"use {term.en!r}, or add the form to the term's forms: in content/terms.yaml"
                yield Issue("term-english", place, message, hint)
