"""From a capture to a report's text by named steps, each character of the capture accounted for.

Pure: it is given the capture and the steps and returns pieces that partition the capture. Whether the result is
what the report's file holds is for those to compare who read it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from .changes import (
    CharacterStep,
    Miscount,
    PatternStep,
    RadicalStep,
    with_characters,
    with_ideographs,
    with_pattern,
    without_bom,
)
from .layer import Layer, Run, layer_of, stretches
from .line_plan import ASIDE, LineStep, Planned, Span, aside_lines, planned
from .pinyin import pinyin_spans
from .punctuation import MARKS, full_width
from .script import simplified

# What a step does to a character: the word that the ledger uses. What is marked stands in the text as captured.
KEPT, CONVERTED, DROPPED, APART, MARKED = FATES = ("kept", "converted", "dropped", "apart", "marked")
# Every step that the ledger can name, in its order there.
STEPS = (
    *("kept", "illegible", "simplified", "punctuation", "radicals", "entities", "escapes", "characters", "spacing"),
    *("bom", "pinyin", "metadata", "apart", "drop", "join-lines", "line-breaks", "blanks"),
)
_MADE_OF_LINES = ("blanks", "line-breaks", "join-lines")
_RUN_TOGETHER = frozenset(("kept", "simplified", "metadata"))


@dataclass(frozen=True, slots=True)
class Steps:
    """All that is done to one capture, in this order but that `pinyin`, script and punctuation come last.

    `simplified` lists words that the converter leaves: {"著力": "着力"}. Patterns within lines come before `lines`,
    those that make something of lines after them.
    """

    lines: tuple[LineStep, ...] = ()
    pinyin: bool = False
    to_simplified: bool = False
    to_full_width: bool = False
    exceptions: tuple[tuple[str, str], ...] = ()
    characters: tuple[CharacterStep, ...] = ()
    radicals: RadicalStep | None = None
    patterns: tuple[PatternStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the capture, start..end, what becomes of it, by which step, and the text that comes out of it."""

    start: int
    end: int
    fate: str
    step: str
    output: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A heading (level 1 to 3) or a paragraph (level 0), with the lines it comes from."""

    level: int
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The pieces that partition the capture, the blocks that come out, and what each metadata step took, in order.

    `miscounts` are the steps that applied another number of times than they say.
    """

    pieces: tuple[Piece, ...]
    blocks: tuple[RawBlock, ...]
    metadata: tuple[str, ...]
    miscounts: tuple[Miscount, ...] = ()

    @property
    def text(self) -> str:
        """The blocks, one a line; what the report's offsets count in."""
        return "".join(piece.output for piece in self.pieces if piece.step != "metadata")

    @property
    def illegible(self) -> tuple[tuple[int, int], ...]:
        """The places of the text that are marked as illegible in the capture."""
        spans, at = [], 0
        for piece in self.pieces:
            if piece.step == "illegible":
                spans.append((at, at + len(piece.output)))
            at += 0 if piece.step == "metadata" else len(piece.output)
        return tuple(spans)


@lru_cache(maxsize=16)
def cleaned(source: str, steps: Steps) -> Cleaned:
    """What the steps make of the capture. Raises StepError where a step does not fit the capture."""
    layer, wrong = _changed(source, steps)
    plan, miscounts = planned(layer.text, steps.lines, steps.patterns)
    pieces, outputs = _laid_out(layer.text, plan, steps)
    made = [(one, one.step.join.join(words)) for one, words in zip(plan, outputs, strict=True)]
    blocks = (
        RawBlock(one.step.level, text, tuple(dict.fromkeys(span.line for span in one.spans)))
        for one, text in made
        if one.step.act not in ASIDE
    )
    texts = {one.step: text for one, text in made}
    metadata = (texts[step] for step in steps.lines if step.act == "metadata")
    traced = _traced(layer, _merged(pieces, ("kept",)))
    return Cleaned(tuple(_merged(traced, _RUN_TOGETHER)), tuple(blocks), tuple(metadata), (*wrong, *miscounts))


def _changed(source: str, steps: Steps) -> tuple[Layer, list[Miscount]]:
    """The capture with its characters changed, and what is wrong with the counts of the steps that did it."""
    layer = without_bom(layer_of(source))
    wrong = []
    for step in steps.characters:
        layer, error = with_characters(layer, step)
        wrong.append(error)
    if steps.radicals:
        layer, error = with_ideographs(layer, steps.radicals)
        wrong.append(error)
    aside = aside_lines(steps.lines, layer.text.count("\n") + 1)
    for pattern in steps.patterns:
        if pattern.within_lines:
            layer, error = with_pattern(layer, pattern, aside)
            wrong.append(error)
    return layer, [error for error in wrong if error]


def _laid_out(text: str, plan: Sequence[Planned], steps: Steps) -> tuple[list[Piece], list[list[str]]]:
    """The pieces of the text, and for each step of the plan the text of each of its spans."""
    outputs: list[list[str]] = [[] for _ in plan]
    pieces: list[Piece] = []
    aside = sorted((span, one.step) for one in plan if one.step.act in ("drop", "apart") for span in one.spans)
    position, begun = 0, False
    # Run by run and not step by step: what goes to metadata may stand in the middle of a paragraph's line.
    for span, index in sorted((span, index) for index, one in enumerate(plan) for span in one.spans):
        step = plan[index].step
        if step.act in ("drop", "apart"):
            continue
        run = list(_converted_run(text, span.start, span.end, steps))
        if step.act == "metadata":
            pieces += _gap(position, span.start, aside, "line-breaks", "")
            run = [Piece(p.start, p.end, DROPPED, "metadata", p.output) for p in run]
        else:
            # The break between two blocks is a line break; between the runs of one block it is `join`.
            within = bool(outputs[index])
            mark = step.join if within else "\n" if begun else ""
            pieces += _gap(position, span.start, aside, "join-lines" if within else "line-breaks", mark)
            begun = True
        pieces += run
        outputs[index].append("".join(piece.output for piece in run))
        position = span.end
    pieces += _gap(position, len(text), aside, "line-breaks", "\n" if begun else "")
    return pieces, outputs


def _gap(start: int, end: int, aside: Sequence[tuple[Span, LineStep]], step: str, mark: str) -> Iterator[Piece]:
    """The pieces between two kept runs: what is dropped or set apart, blanks and line breaks, then the mark."""
    position = start
    first = bisect_left(aside, start, key=lambda one: one[0].start)
    last = bisect_left(aside, end, key=lambda one: one[0].start)
    for span, of in aside[first:last]:
        if span.end <= end:
            if position < span.start:
                yield Piece(position, span.start, DROPPED, "blanks", "")
            yield Piece(span.start, span.end, APART if of.act == "apart" else DROPPED, of.act, "", of.reason)
            position = span.end
    if position < end:
        yield Piece(position, end, CONVERTED if mark else DROPPED, step if mark else "blanks", mark)
    elif mark:
        yield Piece(end, end, CONVERTED, step, mark)


def _converted_run(text: str, start: int, end: int, steps: Steps) -> Iterable[Piece]:
    """The pieces of one kept run, pinyin removed, script and punctuation converted, character by character."""
    if not (steps.pinyin or steps.to_simplified or steps.to_full_width):
        yield Piece(start, end, KEPT, "kept", text[start:end])
        return
    holes = list(pinyin_spans(text, start, end)) if steps.pinyin else []
    inside = {offset for lo, hi in holes for offset in range(lo, hi)}
    kept = [offset for offset in range(start, end) if offset not in inside]
    before = "".join(text[offset] for offset in kept)
    after = simplified(before, steps.exceptions) if steps.to_simplified else before
    after = full_width(after) if steps.to_full_width else after
    changed = {offset: new for offset, old, new in zip(kept, before, after, strict=True) if old != new}
    hole_at = dict(holes)
    offset = start
    while offset < end:
        if offset in hole_at:
            yield Piece(offset, hole_at[offset], DROPPED, "pinyin", "")
            offset = hole_at[offset]
        elif offset in changed:
            step = "punctuation" if text[offset] in MARKS else "simplified"
            yield Piece(offset, offset + 1, CONVERTED, step, changed[offset])
            offset += 1
        else:
            yield Piece(offset, offset + 1, KEPT, "kept", text[offset])
            offset += 1


def _traced(layer: Layer, pieces: Sequence[Piece]) -> Iterable[Piece]:
    """The pieces of a layer's text as pieces of its capture, with those that the changes made of it."""
    if all(not run.step for run in layer.runs):
        return pieces
    return _sorted_out(layer, pieces)


def _sorted_out(layer: Layer, pieces: Sequence[Piece]) -> Iterator[Piece]:
    if not pieces:
        yield from (_of_run(run) for run in layer.runs)
    at = 0
    for piece, runs in zip(pieces, stretches(layer, [(piece.start, piece.end) for piece in pieces]), strict=True):
        # What a change took out just before is told under its own step, whatever becomes of what follows.
        gone = list(takewhile(lambda run: not run.output, runs))
        yield from (_of_run(run) for run in gone)
        start = gone[-1].end if gone else at
        at = runs[-1].end if runs else at
        within = runs[len(gone) :]
        if piece.step == "kept":
            yield from (_of_run(run) for run in within)
        elif piece.step in _MADE_OF_LINES and within:
            yield from _of_line_ends(piece, within)
        else:
            yield replace(piece, start=start, end=at)


def _of_line_ends(piece: Piece, runs: Sequence[Run]) -> Iterator[Piece]:
    """What stands between two blocks: the first of it becomes the mark, the rest goes."""
    for index, run in enumerate(runs):
        mark = "" if index else piece.output
        own = run.step or (piece.step if mark else "blanks")
        if run.output:
            yield Piece(run.start, run.end, CONVERTED if mark else DROPPED, own, mark, run.reason)
        else:
            yield _of_run(run)


def _of_run(run: Run) -> Piece:
    """What a change made of the capture, where it stands in the text."""
    match run.step:
        case "":
            return Piece(run.start, run.end, KEPT, "kept", run.output)
        case "illegible":
            return Piece(run.start, run.end, MARKED, "illegible", run.output)
        case "apart":
            return Piece(run.start, run.end, APART, "apart", "", run.reason)
    return Piece(run.start, run.end, CONVERTED if run.output else DROPPED, run.step, run.output, run.reason)


def _merged(pieces: Iterable[Piece], steps: Collection[str]) -> list[Piece]:
    """Neighbours of one fate, step and reason as one piece, where it is one of these steps."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and piece.step in steps and _continues(piece, runs[-1][-1]):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [replace(run[0], end=run[-1].end, output="".join(piece.output for piece in run)) for run in runs]


def _continues(piece: Piece, last: Piece) -> bool:
    alike = (last.fate, last.step, last.reason) == (piece.fate, piece.step, piece.reason)
    return alike and last.end == piece.start
