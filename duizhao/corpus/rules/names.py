"""Rules of names in one report: a thing has one English name in the translation, the glosses and the words of figures.

How a thing may be called is left to `corpus.names`; the names of shared records and of prose, to `shared_names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.records import Report
from ...content.schema import Bilingual, Record
from ...issues import Issue, SourcePosition
from ..names import HeldNames
from ..vocabularies import Vocabularies


def names_keep_their_english(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """Where the Chinese names a thing, its translation, its gloss and the words of its figures have its English name.

    They call it nothing that it must not be called; nor does a note, which says in its own words what it is about.
    """
    for zh, en, what, place in _english_of(report) if names_are_whole(vocabularies) else ():
        yield from name_issues(vocabularies.names, zh, en, what, place)


def names_are_whole(vocabularies: Vocabularies) -> bool:
    """True where every record that names a thing could be read: else a text cannot be judged by them."""
    return not any(vocabularies.broken[kind] for kind in ("name", "term", "initiative"))


# Chinese words, '' where the English is not their translation; their English; what it is, and where it stands.
English = tuple[str, str, str, SourcePosition]


def _english_of(report: Report) -> Iterator[English]:
    for block in report.blocks:
        if block.translation and block.translation_place:
            yield block.text, block.translation, f"the English of {block.id}", block.translation_place
    for s in report.statements:
        yield s.quote, s.gloss, f"the gloss of {s.id}", s.where.at("gloss")
        for record in (s, *s.measures):
            yield from bilingual_in(record, ("scope", "voice", "what"), s.id)


def bilingual_in(record: Record, translated: tuple[str, ...], whose: str) -> Iterator[English]:
    """The words of a record that are written in both languages; of the keys that are not `translated` only the English.

    What a record takes over from another, and does not hold as written, is left out.
    """
    for key in record.keys:
        words = getattr(record, key.field)
        if isinstance(words, Bilingual) and key.name in record.where.keys:
            zh = words.zh if key.name in translated else ""
            yield zh, words.en, f"{key.name} of {whose}", record.where.at(key.name)


def name_issues(held: HeldNames, zh: str, en: str, what: str, place: SourcePosition) -> Iterator[Issue]:
    """What is wrong with the names in English words: one that they lack, and one that they must not have."""
    lacking = held.lacking(zh, en) if zh and en else ()
    wrong = list(held.wrong(en))
    for one in lacking:
        instead = next((f", but {variant!r}" for variant, thing in wrong if thing == one), "")
        message = f"{what} has no {one.names[0]!r} for {one.zh}{instead}"
        hint = f"use {one.names[0]!r}, or add the form to its forms: in {one.file}"
        yield Issue("name-english", place, message, hint)
    for variant, one in wrong:
        if one not in lacking:
            message = f"{what} has {variant!r}, and {one.zh} is {one.names[0]!r}"
            yield Issue("name-english", place, message, f"use {one.names[0]!r}; {one.file} has the other under never:")
