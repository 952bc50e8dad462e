"""Rules of the glossary: the pinyin of a term can be read, and spells as many characters as the term has.

Whether it is the right reading is left to readers; whether translations keep a term, to `translations`.
"""

from __future__ import annotations

from collections.abc import Iterator

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
