"""Rules of the glossary: pinyin spells its term, and what is said of where an explanation is from is about something.

Whether it is the right reading is left to readers; whether translations keep a term, to `translations`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.vocabulary import TERM_SOURCES
from ...issues import Issue
from ...text.fold import is_han
from ...text.pinyin import syllables
from ..join import Corpus


def pinyin_spells_its_term(corpus: Corpus) -> Iterator[Issue]:
    """The pinyin of a term of Han characters has a syllable for each of them."""
    for term in corpus.library.terms:
        count = sum(map(is_han, term.zh))
        if not count or any(char.isalnum() and not is_han(char) for char in term.zh):
            continue  # how digits and Latin letters are read aloud is not said by their number
        least, most = syllables(term.pinyin)
        if not least:
            message = f"{term.pinyin!r} is no pinyin"
        elif not least <= count <= most:
            message = f"the pinyin has {least} syllables, and {term.zh} has {count} characters"
        else:
            continue
        hint = "a syllable for each character, with tone marks, and an apostrophe before one that begins with a vowel"
        yield Issue("pinyin-disagrees", term.where.at("pinyin"), message, hint)


def levels_and_documents_say_where_they_are_from(corpus: Corpus) -> Iterator[Issue]:
    """A level says where it is from, and only a level does; a document is named only for what is from outside."""
    for term in corpus.library.terms:
        if term.level and not term.level_source:
            hint = f"add level_source: {' or '.join(TERM_SOURCES)}; text where a report says who coined it"
            yield Issue("source-misplaced", term.where.at("level"), "a level without where it is from", hint)
        elif term.level_source and not term.level:
            hint = "leave level_source out where no level is known"
            yield Issue("source-misplaced", term.where.at("level_source"), "where no level is from", hint)
        if term.source_note and "outside" not in (term.source, term.level_source):
            message = "a document behind what is not said to be from outside the texts"
            hint = "add source: outside, or level_source: outside; or leave source_note out"
            yield Issue("source-misplaced", term.where.at("source_note"), message, hint)
