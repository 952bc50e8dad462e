"""Rules of names over all reports: shared records and prose call a thing as translations do, and no name is two things.

How a thing may be called is left to `corpus.names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.records import Name, Term
from ...content.schema import Record
from ...issues import Issue, SourcePosition
from ..join import Corpus
from ..names import bare
from .names import bilingual_in, name_issues, names_are_whole

# The keys whose English is a translation of their Chinese, word by word; in others each language says it its own way.
_TRANSLATED = ("name", "title", "short", "speaker")


def shared_records_keep_names(corpus: Corpus) -> Iterator[Issue]:
    """Names and titles of records have the English names of the things in them, and no record calls one otherwise."""
    held = corpus.vocabularies.names
    for record in _records(corpus) if names_are_whole(corpus.vocabularies) else ():
        whose = str(getattr(record, "id", "") or getattr(record, "promise", "") or record.called)
        for zh, en, what, place in bilingual_in(record, _TRANSLATED, whose):
            yield from name_issues(held, zh, en, what, place)


def _records(corpus: Corpus) -> Iterator[Record]:
    library = corpus.library
    yield from (library.site, *library.districts, *library.reports, *library.follow_ups)
    yield from (*library.initiatives, *library.terms, *library.indicators, *library.themes)
    for theme in library.themes:
        yield from theme.refuses
    for indicator in library.indicators:
        yield from (*indicator.cautions, *indicator.elsewhere)


def prose_keeps_names(corpus: Corpus) -> Iterator[Issue]:
    """Prose calls nothing what it must not be called."""
    held = corpus.vocabularies.names
    for prose in corpus.library.prose if names_are_whole(corpus.vocabularies) else ():
        for number, line in enumerate(prose.text.split("\n") if prose.language == "en" else (), 1):
            yield from name_issues(held, "", line, "this", SourcePosition(prose.path, number))


def names_are_no_other_name(corpus: Corpus) -> Iterator[Issue]:
    """No name claims the words of another, and none is what it or another must not be called."""
    named: list[Name | Term] = [*corpus.library.names, *corpus.library.terms]
    claimed: dict[str, Name] = {}
    right = {bare(en): one.zh for one in reversed(named) for en in (one.en, *one.forms) if en}
    for name in corpus.library.names:
        for word, place in ((name.zh, name.where.at("zh")), *name.where.each("aliases", name.aliases)):
            if claimed.setdefault(word, name) is not name:
                hint = f"take it off one of the two, {claimed[word].zh} or {name.zh}"
                yield Issue("alias-clash", place, f"{word!r} also names {claimed[word].zh}", hint)
    for record in (*named, *corpus.library.initiatives):
        for variant, place in record.where.each("never", record.never):
            if bare(variant) in right:
                message = f"{variant!r} is the English of {right[bare(variant)]}, and stands here as what is never said"
                yield Issue("alias-clash", place, message, "take it off one of the two")
