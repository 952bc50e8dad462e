"""A report into suggestions: its statements, what holds none, and numbers that are no measures.

Follow-ups between reports are left to `following`, the writing to `writing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..content.records import Block, Report
from ..content.suggested import SuggestedBlank, SuggestedNumber, SuggestedStatement, Suggestions
from ..content.vocabulary import COMMITMENTS
from ..text.fold import Folded, fold_widths
from ..text.lexicon import Lexicon
from ..text.modality import carrying_word, strength_of
from .clauses import is_bare_row, is_row_of_years
from .features import Seen
from .judging import Stated, seen_blocks, stated_in, stating
from .kinds import Kind, kind_of
from .likeness import Likeness
from .marks import confidence, marked
from .measuring import measures_of
from .numerals import quantities
from .sureness import sureness
from .timing import timed
from .weights import Judge

# All of the numbers that are told for labels are set down as none in the coded reports; there are few.
_LABELLED = 0.93
# Of paragraphs in which nothing is found half hold something after all: none is surer than that.
_BLANK = 0.85


@dataclass(frozen=True, slots=True)
class Placed:
    """A suggested statement with its place in the report's text."""

    statement: SuggestedStatement
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposer:
    """All that proposing needs beside the report: how clauses are judged, the words of numbers, what a site knows."""

    judge: Judge
    lexicon: Lexicon
    known: Likeness

    def placed(self, report: Report) -> Iterator[Placed]:
        """The suggested statements of a report in the order of its text, numbered from g001."""
        folded, number = fold_widths(report.text), 0
        sections = dict(sections_of(report))
        for block, seen in seen_blocks(report, self.lexicon):
            for stated in stated_in(seen, self.judge):
                number += 1
                made = self._statement(report, block, seen, stated, folded, sections[block.id], f"g{number:03}")
                if made:
                    yield Placed(made, block.start + stated.start, block.start + stated.end)
                else:
                    number -= 1

    def _statement(
        self, report: Report, block: Block, seen: Seen, stated: Stated, folded: Folded, section: str, name: str
    ) -> SuggestedStatement | None:
        start, end = block.start + stated.start, block.start + stated.end
        mark = marked(report.text, start, end, folded)
        if mark is None:
            return None
        words, kind = seen.text[stated.start : stated.end], stated.kind.name
        before = re.split("[。！？；]", seen.text[: stated.start])[-1]
        time = timed(report, words, before, kind, section)
        promises = kind in COMMITMENTS
        modal = carrying_word(before, words, counted=kind == "target") if promises else ""
        likely = sureness(seen, stated, self.judge.right)
        return SuggestedStatement(
            id=name,
            kind=kind,
            quote=report.text[start:end],
            prefix=mark.prefix,
            suffix=mark.suffix,
            themes=self.known.themes_of(words),
            by=time.period if promises else None,
            period=None if promises else time.period,
            period_basis=time.basis,
            modal=modal,
            strength=strength_of(modal) if promises else "",
            measures=tuple(measures_of(seen.text, stated.start, stated.end, stated.figures, self.known, stated.stated)),
            confidence=confidence(likely),
        )

    def at(self, report: Report, block: str, start: int, end: int, kind: str = "") -> SuggestedStatement | None:
        """What is proposed for words that a person chose, at start..end of a block, of a kind if one is given.

        None where there is no such block or place, or nothing tells the words from the same words elsewhere.
        """
        sections = dict(sections_of(report))
        for own, seen in seen_blocks(report, self.lexicon):
            if own.id == block and 0 <= start < end <= len(seen.text):
                figures = tuple(quantities(seen.numbers, start, end))
                before = re.split("[。！？]", seen.text[:start])[-1]
                told = Kind(kind, 2) if kind else kind_of(seen.text[start:end], before, seen.tense, figures)
                stated = Stated(start, end, 1, told, figures, 1.0)
                return self._statement(
                    report, own, seen, stated, fold_widths(report.text), sections[block], f"{block}-{start}-{end}"
                )
        return None

    def suggestions(self, report: Report, placed: Sequence[Placed]) -> Suggestions:
        """All that is proposed for a report by itself; `placed` are its statements."""
        return Suggestions(
            text_sha256=report.text_sha256,
            statements=tuple(one.statement for one in placed),
            nothing_to_code=tuple(self._blanks(report, placed)),
            numbers=tuple(self._numbers(report)),
        )

    def _blanks(self, report: Report, placed: Sequence[Placed]) -> Iterator[SuggestedBlank]:
        """The paragraphs in which nothing is suggested, each as sure as its likeliest clause is not.

        Of a row of a table with figures nothing is suggested at all: whoever codes it has to read the table.
        """
        for block, seen in seen_blocks(report, self.lexicon):
            is_left_open = is_bare_row(seen.text) and not is_row_of_years(seen.text)
            if not (block.level or is_left_open) and not any(block.start <= one.start < block.end for one in placed):
                yield SuggestedBlank(block=block.id, confidence=confidence(_blank(seen, self.judge)))

    def _numbers(self, report: Report) -> Iterator[SuggestedNumber]:
        """The numbers that the parser takes for quantities and that are labels of what they stand before."""
        for block, seen in seen_blocks(report, self.lexicon):
            for number in seen.labels:
                words = seen.text[number.start : number.end] + _noun(seen.text[number.end :])
                yield SuggestedNumber(
                    text=words, block=block.id, reason=number.reason, confidence=confidence(_LABELLED)
                )


def _blank(seen: Seen, judge: Judge) -> float:
    return _BLANK * (1 - max(stating(seen, judge).whole(), default=0.0))


def _noun(behind: str) -> str:
    """What a label stands before, as far as it takes to be told from others."""
    found = re.match("[\u4e00-\u9fff“”《》]{1,6}", behind)
    return found[0] if found else ""


def sections_of(report: Report) -> Iterator[tuple[str, str]]:
    """For each block the headings above it, the outermost first."""
    above: Mapping[int, str] = {}
    for block in report.blocks:
        if block.level:
            above = {level: text for level, text in above.items() if level < block.level} | {block.level: block.text}
        yield block.id, "\n".join(above.values())
