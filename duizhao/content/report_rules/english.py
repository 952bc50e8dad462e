"""Rules of the words by which statements stand in the translation, as far as a report's files alone tell.

Where in the translation the words stand, and that statements have some where the site has English, is left to the
corpus.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...issues import Issue
from ..found_report import FoundReport
from ..report_file import WrittenReport
from ..translation_file import fits, is_untranslated


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
