"""A report as a task for other tools, and what was marked there as suggestions beside those that wait.

Nothing that waits is lost; what is coded or was refused is not proposed again. Taking over is left to `suggest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from ..content.records import Block, Content, Report
from ..content.suggested import SuggestedMeasure, SuggestedStatement, Suggestions
from ..content.vocabulary import COMMITMENTS, KINDS
from ..suggest.likeness import Likeness, likeness_of
from ..suggest.marks import confidence, marked
from ..suggest.measuring import measures_of
from ..suggest.proposing import sections_of
from ..suggest.timing import timed
from ..text.anchor import Anchored, anchored
from ..text.fold import Folded, fold_widths
from ..text.modality import carrying_word, sentence_start, strength_of
from ..text.numbers import numbers
from .formats import Format
from .spans import Document, Span, Task, WrongFile, placed

# What a person marked is as sure as anything here.
_BY_A_PERSON = 0.99
_LETTER = "m"


@dataclass(frozen=True, slots=True)
class Arrived:
    """The suggestions with what came; how many are new, and how many were coded, waited or refused already."""

    suggestions: Suggestions
    new: int
    coded: int
    waiting: int
    refused: int


def task_of(library: Content, report: Report) -> Task:
    """A report with its statements and with the suggestions that wait for its text."""
    folded = fold_widths(report.text)
    coded = [Span(one.start, one.end, one.kind, one.themes, one.id) for one in report.statements]
    waiting = [
        Span(at.start, at.end, one.kind, one.themes, one.id, one.confidence)
        for one in waiting_in(report)
        if (at := _place(folded, one))
    ]
    spans = sorted((*coded, *waiting), key=lambda one: (one.start, -one.end, one.kind))
    address = f"{library.site.base_url}reports/{report.id}/"
    return Task(report.id, report.title.zh, address, report.text, report.text_sha256, tuple(spans))


def waiting_in(report: Report) -> tuple[SuggestedStatement, ...]:
    """The suggestions that wait for the text of a report as it is."""
    held = report.suggestions
    return held.statements if held and held.text_sha256 == report.text_sha256 else ()


def _place(text: Folded, one: SuggestedStatement) -> Anchored | None:
    at = anchored(text, one.quote, one.prefix, one.suffix)
    return at if isinstance(at, Anchored) else None


def spans_for(report: Report, documents: Iterable[Document], form: Format) -> tuple[Span, ...]:
    """The marks that a file holds of the text of a report. Raises WrongFile where it holds none of it."""
    given = tuple(documents)
    own = [one for one in given if _hash(one) in (report.text_sha256, "")]
    if not own:
        if not given:
            raise WrongFile("nothing is in the file: the marks are of no text")
        others = "of another text" if len(given) == 1 else f"of {len(given)} other texts"
        raise WrongFile(
            f"the marks are {others} than that of {report.id} as it is now; export it again and mark it anew"
        )
    for one in own:
        if not _hash(one) and not all(mark.words for mark in one.marks):
            raise WrongFile("nothing says of which text the marks are, neither its hash nor their words")
    return tuple(span for one in own for span in placed(report.text, one.marks, form.counting))


def _hash(one: Document) -> str:
    return sha256(one.text.encode("utf-8", "surrogatepass")).hexdigest() if one.text else one.text_sha256


def arrived(library: Content, report: Report, spans: Iterable[Span], form: Format) -> Arrived:
    """What comes of marks. Raises WrongFile, naming the first mark that cannot be a suggestion."""
    held = report.suggestions or Suggestions(text_sha256=report.text_sha256)
    if held.text_sha256 != report.text_sha256:
        raise WrongFile(f"the suggestions that wait are of another text; `duizhao suggest {report.id}` makes them anew")
    folded = fold_widths(report.text)
    there = {(at.start, at.end, one.kind): one for one in held.statements if (at := _place(folded, one))}
    coded = {(one.start, one.end, one.kind) for one in report.statements}
    refused = {
        (one.kind, one.quote, one.prefix, one.suffix) for one in held.rejected if one.text_sha256 == report.text_sha256
    }
    proposer = _Proposer(library, report, folded, form.tool)
    made: dict[tuple[int, int, str], SuggestedStatement] = {}
    counts = {"coded": 0, "waiting": 0, "refused": 0}
    for span in _each_once(report, spans, {one.id for one in library.themes}):
        key = (span.start, span.end, span.kind)
        if key in coded:
            counts["coded"] += 1
        elif key in there:
            counts["waiting"] += 1
            there[key] = replace(there[key], themes=span.themes or there[key].themes)
        else:
            one = proposer.proposed(span)
            if (one.kind, one.quote, one.prefix, one.suffix) in refused:
                counts["refused"] += 1
            else:
                made[key] = one
    numbered = dict(zip(made, _named(held.statements, made.values()), strict=True))
    unplaced = tuple(one for one in held.statements if not _place(folded, one))
    in_order = sorted({**there, **numbered}.items(), key=lambda item: (item[0][0], -item[0][1]))
    statements = (*(one for _, one in in_order), *unplaced)
    return Arrived(replace(held, statements=statements), len(made), **counts)


def _named(held: Iterable[SuggestedStatement], made: Iterable[SuggestedStatement]) -> Iterator[SuggestedStatement]:
    """New suggestions under names that none has: m001 and on."""
    taken = [int(one.id[1:]) for one in held if one.id[:1] == _LETTER and one.id[1:].isdecimal()]
    for number, one in enumerate(made, max(taken, default=0) + 1):
        yield replace(one, id=f"{_LETTER}{number:03}")


def _each_once(report: Report, spans: Iterable[Span], themes: set[str]) -> Iterator[Span]:
    """The marks without blanks at their ends, those of one place and kind as one, each held against what may stand."""
    seen: dict[tuple[int, int, str], Span] = {}
    for span in spans:
        words = report.text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if span.kind not in KINDS:
            raise WrongFile(f"the label of {words[:30]!r} is {span.kind[:30]!r}; it must be one of {', '.join(KINDS)}")
        if strange := [theme for theme in span.themes if theme not in themes]:
            raise WrongFile(f"{words[:30]!r} has the theme {strange[0][:30]!r}, and content/themes.yaml has none of it")
        if not any(block.start <= start < end <= block.end for block in report.blocks):
            raise WrongFile(f"{words[:30]!r} runs over the end of a paragraph, or marks nothing")
        known = seen.get((start, end, span.kind))
        more = tuple(dict.fromkeys((*(known.themes if known else ()), *span.themes)))
        seen[start, end, span.kind] = replace(span, start=start, end=end, themes=more)
    return iter(seen.values())


class _Proposer:
    """Marks as suggestions: with the figures, the time and the word that the text gives."""

    def __init__(self, library: Content, report: Report, folded: Folded, tool: str) -> None:
        self._report, self._folded, self._tool = report, folded, tool
        self._lexicon = library.lexicon
        self._known: Likeness = likeness_of(library.themes, library.indicators, library.reports)
        self._sections: Mapping[str, str] = dict(sections_of(report))

    def proposed(self, span: Span) -> SuggestedStatement:
        """The suggestion of a mark, without a name yet."""
        report, text = self._report, self._report.text
        block = next(one for one in report.blocks if one.start <= span.start and span.end <= one.end)
        mark = marked(text, span.start, span.end, self._folded)
        words = text[span.start : span.end]
        if mark is None:
            raise WrongFile(f"{words[:30]!r} stands in several places that nothing near them tells apart")
        before = text[sentence_start(text, block.start, span.start) : span.start]
        time = timed(report, words, before, span.kind, self._sections[block.id])
        promises = span.kind in COMMITMENTS
        modal = carrying_word(before, words, counted=span.kind == "target") if promises else ""
        sure = float(span.score) if span.score is not None else _BY_A_PERSON
        return SuggestedStatement(
            id=_LETTER,
            kind=span.kind,
            quote=words,
            prefix=mark.prefix,
            suffix=mark.suffix,
            themes=span.themes or self._known.themes_of(words),
            by=time.period if promises else None,
            period=None if promises else time.period,
            period_basis=time.basis,
            modal=modal,
            strength=strength_of(modal) if promises else "",
            measures=tuple(self._measures(block, span, sure)),
            confidence=confidence(sure),
            tool=self._tool,
        )

    def _measures(self, block: Block, span: Span, sure: float) -> Iterator[SuggestedMeasure]:
        start, end = span.start - block.start, span.end - block.start
        found = numbers(block.text, self._lexicon)
        figures = [one for one in found if one.quantity and not one.reason and start <= one.start and one.end <= end]
        return measures_of(block.text, start, end, figures, self._known, sure)
