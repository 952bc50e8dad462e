"""Rules of the words by which statements stand in the translation, as far as a report's files alone tell.

Where in the translation the words stand, and that statements have some where the site has English, is left to the
corpus.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...issues import Issue, SourcePosition
from ...text.markup import markup_in
from ..found_report import FoundReport
from ..report_file import WrittenReport
from ..translation_file import fits, is_untranslated, mistaken_mark


def english_quotes_are_given_or_excused(written: WrittenReport) -> Iterator[Issue]:
    """A statement does not both quote the translation and say why it has no words there."""
    for statement in written.annotations.statements:
        given = [key for key in ("quote_en", "prefix_en", "suffix_en") if getattr(statement, key)]
        if given and statement.without_quote_en:
            message = f"{statement.id} gives {given[0]}, and says that it has no words of its own in the translation"
            yield Issue("english-mark", statement.where.at("without_quote_en"), message, "leave one of the two out")


def english_quotes_are_of_translated_blocks(found: FoundReport) -> Iterator[Issue]:
    """A statement does not quote the English of a block that is left untranslated."""
    translation = (found.written.translation or ()) if fits(found.written) else ()
    untranslated = {b.id for b, english in zip(found.blocks, translation, strict=False) if is_untranslated(english)}
    for one in found.statements:
        if one.written.quote_en and one.block and one.block.id in untranslated:
            hint = "translate the block, or leave quote_en: out until it is translated"
            yield Issue("quote-missing", one.written.where.at("quote_en"), f"{one.block.id} has no English yet", hint)


def english_is_shown_as_it_is_typed(written: WrittenReport) -> Iterator[Issue]:
    """A translation and a gloss are plain words, without signs of Markdown or HTML that their Chinese has not."""
    translation = (written.translation or ()) if fits(written) else ()
    for ours, theirs in zip(translation, written.body, strict=False):
        for at, sign in () if mistaken_mark(ours) else markup_in(ours.text, theirs.text):
            place = SourcePosition(ours.place.path, ours.place.line, ours.place.col + at)
            yield _shown_as_typed(place, sign)
    for statement in written.annotations.statements:
        for _, sign in markup_in(statement.gloss or "", statement.quote):
            yield _shown_as_typed(statement.where.at("gloss"), sign)


def _shown_as_typed(place: SourcePosition, sign: str) -> Issue:
    message = f"{sign if len(sign) <= 40 else sign[:39] + '…'!r} would stand on the page with its signs, as it is typed"
    return Issue("translation-signs", place, message, "translations and glosses are plain text: write the words alone")
