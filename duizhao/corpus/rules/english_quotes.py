"""Rules of one report: the words by which its statements stand in the translation, their places and their figures.

How they are found is left to `content.english_quotes`; whether they say what the Chinese says, beyond its figures, to
readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ...content.english_quotes import FoundEnglish, english_spans, english_text, found_english
from ...content.records import Block, Report, Statement
from ...content.vocabulary import WITHOUT_QUOTE_EN
from ...issues import Issue
from ...text.anchor import Candidates, with_surroundings
from ...text.english import EnglishNumber
from ...text.numbers import Number
from ..translation import OF_NUMERALS, difference_of_numbers, numbers_by_block
from ..vocabularies import Vocabularies

_COPY = "copy the words from translation.en.md, curly quotation marks and dashes as they stand there"
_AROUND = 16


def english_quotes_stand_in_the_translation_once(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """The English words of a statement stand in one place of the translation, in the English of its own block."""
    del vocabularies
    sound = {block.id for block in report.blocks if block.translation}
    astray = [one for one in report.statements if one.quote_en and one.start_en is None and one.block in sound]
    sound -= _misquantified(report) if astray else set()
    english = english_text(report.blocks) if astray else ""
    for statement, found in zip(astray, found_english(report.blocks, astray) if astray else (), strict=True):
        # where the English itself has other figures than the Chinese, that alone is told
        if found and statement.block in sound:
            yield _misplaced(statement, found, english)


def _misquantified(report: Report) -> set[str]:
    """The blocks whose English does not carry the quantities of the Chinese."""
    numbers = numbers_by_block(report)
    found = {
        block.id: difference_of_numbers(block.text, numbers[block.id], report.english_numbers[block.id])
        for block in report.blocks
        if block.translation
    }
    return {block for block, one in found.items() if one.lost or one.added}


def _misplaced(statement: Statement, found: FoundEnglish, english: str) -> Issue:
    at, place = found.at, statement.where.at("quote_en")
    if not isinstance(at, Candidates):
        where = f"in that of {found.block}" if found.block else "over the end of a block"
        message = f"the quote stands in the Chinese of {statement.block}, and its English {where}"
        return Issue("quote-missing", place, message, f"quote words of the English of {statement.block}")
    shown = "; ".join(with_surroundings(english, start, end, _AROUND) for start, end in at.places[:5])
    if at.exact:
        message = f"the English quote occurs {len(at.places)} times: {shown}"
        hint = "add prefix_en: or suffix_en: with the words directly before or after the one that is meant"
        return Issue("quote-ambiguous", place, message, hint)
    if at.displaced:
        key, side, other = (
            ("prefix_en", "behind", "before") if statement.prefix_en else ("suffix_en", "before", "behind")
        )
        message = f"the English quote does occur, and nowhere {side} {getattr(statement, key)!r}"
        return Issue("quote-missing", statement.where.at(key), message, f"{key}: takes the words directly {other} it")
    message = "the English quote does not occur in the translation" + (f"; nearest is {shown}" if shown else "")
    return Issue("quote-missing", place, message, _COPY)


def english_quotes_do_not_overlap(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """The English words of two statements are apart, or those of one lie wholly within those of the other."""
    del vocabularies
    english = english_text(report.blocks)
    about: list[tuple[int, int, Statement]] = []
    for start, end, statement in sorted(_placed(report), key=lambda one: (one[0], -one[1])):
        about = [one for one in about if one[1] > start]
        for outer_start, outer_end, outer in about:
            same = (start, end) == (outer_start, outer_end)
            if end > outer_end or (same and not _quote_alike(statement, outer)):
                yield _overlap(statement, outer, "" if same else english[start:outer_end])
                break
        about.append((start, end, statement))


def _placed(report: Report) -> Iterator[tuple[int, int, Statement]]:
    """The statements that have words in the translation, with where these begin and end."""
    for statement in report.statements:
        if statement.start_en is not None and statement.end_en is not None:
            yield statement.start_en, statement.end_en, statement


def _quote_alike(one: Statement, other: Statement) -> bool:
    """True of statements of two kinds whose Chinese words are the same."""
    return (one.start, one.end) == (other.start, other.end)


def _overlap(one: Statement, other: Statement, shared: str) -> Issue:
    """The issue of two statements whose English words share a part; '' where they share all."""
    message = f"{one.id} has the very English words of {other.id}"
    hint = f"give each its own words, or one of the two without_quote_en: {WITHOUT_QUOTE_EN[1]}"
    if shared:
        message = f"the English words of {one.id} and of {other.id} share a part: {shared!r}"
        hint = "end one where the other begins, or take the one wholly into the other"
    return Issue("quote-overlaps", one.where.at("quote_en"), message, hint)


def english_quotes_carry_figures(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """The English words by which a statement stands in the translation carry its quantities, and no others.

    The numbers are those of the whole block: the last of a list may alone say the scale of all.
    """
    numbers, spans = numbers_by_block(report), english_spans(report.blocks)
    starts = {block.id: block.start for block in report.blocks}
    for start_en, end_en, statement in _placed(report) if not vocabularies.broken["number words"] else ():
        start, block_en = starts[statement.block], spans[statement.block][0]
        own = _within(numbers[statement.block], statement.start - start, statement.end - start)
        said = _within(report.english_numbers[statement.block], start_en - block_en, end_en - block_en)
        found = difference_of_numbers(statement.quote, own, said)
        lacks = f"lack {', '.join(found.lost)}" if found.lost else ""
        adds = f"have {', '.join(found.added)}, which its Chinese does not say" if found.added else ""
        if lacks or adds:
            message = f"the English words of {statement.id} {' and '.join(filter(None, (lacks, adds)))}"
            yield Issue("translation-quantity", statement.where.at("quote_en"), message, OF_NUMERALS)


_Placed = TypeVar("_Placed", Number, EnglishNumber)


def _within(numbers: Iterable[_Placed], start: int, end: int) -> list[_Placed]:
    return [number for number in numbers if start <= number.start and number.end <= end]


def statements_stand_in_the_translation(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A statement of a translated block quotes its English, or says why it cannot, where the site has English."""
    blocks = {block.id: block for block in report.blocks}
    for statement in report.statements if "en" in vocabularies.languages else ():
        if not statement.quote_en and not statement.without_quote_en:
            yield from _unmarked(statement, blocks[statement.block])


def _unmarked(statement: Statement, block: Block) -> Iterator[Issue]:
    """The issue of a statement without words in its block's English, if the block has English."""
    if block.translation:
        message = f"{statement.id} has no words in the English of {block.id}"
        stands = statement.gloss and block.translation.count(statement.gloss) == 1
        words = statement.gloss if stands else "with the words that say it"
        hint = f"add quote_en: {words}; or without_quote_en: {' or '.join(WITHOUT_QUOTE_EN)}, if it can have none"
        yield Issue("english-mark", statement.place, message, hint)
