"""Where the statements of a report stand in its Chinese or its English, and what became of its promises, for scripts.

Ids are said by their letters, places by their distance from what stands before, which weighs little. How all this is
shown is left to later.js of the theme, which says the same as `pages.parts.answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..content.english_quotes import english_spans
from ..content.records import Report, Statement
from ..content.vocabulary import EVIDENCE
from ..corpus.following import UnmarkedWords
from ..corpus.join import Corpus


def chinese_marks(site: Corpus, report: Report) -> list[object]:
    """The statements of a report as they stand in its Chinese blocks."""
    starts = {block.id: block.start for block in report.blocks}
    return _marks(site, report, lambda one: (one.start - starts[one.block], one.end - one.start))


def english_marks(site: Corpus, report: Report) -> list[object]:
    """The statements of a report as they stand in its English blocks; those without words there are of length 0."""
    starts = {block: start for block, (start, _) in english_spans(report.blocks).items()}

    def place(one: Statement) -> tuple[int, int]:
        if one.start_en is None or one.end_en is None:
            return 0, 0
        return one.start_en - starts[one.block], one.end_en - one.start_en

    return _marks(site, report, place)


def placed(rows: Iterable[tuple[str, int, int, int]]) -> list[object]:
    """Statements in their order, as columns of rows of id, number of the block, start, and length.

    The columns: the letters of the ids, by row the digits that do not count on from those of the last id of the letter,
    the blocks, how far each statement begins behind the end of the one before in its block, and the lengths.
    """
    letters, odd, blocks, gaps, lengths = "", dict[int, str](), list[int](), list[int](), list[int]()
    last, end = dict[str, str](), 0
    for number, (name, block, start, length) in enumerate(rows):
        letter, digits = name[0], name[1:]
        if letter not in last or digits != str(int(last[letter]) + 1).zfill(len(last[letter])):
            odd[number] = digits
        last[letter] = digits
        before = end if blocks and blocks[-1] == block else 0
        start = start if length else before
        letters, end = letters + letter, start + length
        blocks.append(block)
        gaps.append(start - before)
        lengths.append(length)
    return [letters, odd, blocks, gaps, lengths]


def _marks(site: Corpus, report: Report, place: Callable[[Statement], tuple[int, int]]) -> list[object]:
    """The statements as columns, the kind of evidence of each, and of the promises the places of their later words.

    Such a place is the number of a text among those that come last, its block, and the statement there, if one is.
    Blanks part the places of a promise, commas the promises.
    """
    numbers = {block.id: number for number, block in enumerate(report.blocks)}
    tracked = [site.followed.get(one.full_id) for one in report.statements]
    found = [one.later for one in tracked if one]
    texts = list(dict.fromkeys(words.report for later in found for words in later))
    return [
        *placed((one.id, numbers[one.block], *place(one)) for one in report.statements),
        "".join("-" if one is None else str(EVIDENCE.index(one.evidence)) for one in tracked),
        ",".join(" ".join(_place(words, texts) for words in later) for later in found),
        [[text, {of: site.reports[text].short[of] for of in site.library.languages}] for text in texts],
    ]


def _place(words: Statement | UnmarkedWords, texts: list[str]) -> str:
    return f"{texts.index(words.report)}{words.block}{words.id if isinstance(words, Statement) else ''}"
