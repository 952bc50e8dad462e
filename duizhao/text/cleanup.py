"""From a capture to a report's text by named steps, each character of the capture accounted for.

Pure: it is given the capture and the steps and returns pieces that partition the capture. Whether the result is
what the report's file holds is for those to compare who read it.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace

import opencc

from .pinyin import pinyin_spans

# What a step does to a character: the word that the ledger uses.
KEPT, CONVERTED, DROPPED = "kept", "converted", "dropped"


@dataclass(frozen=True, slots=True)
class LineStep:
    """What is made of source lines first..last (counted from 1): `act` is drop, metadata, heading or paragraph.

    `part`, where given, limits the step to that literal part of one line. `join` is what stands between the lines
    of one block. `level` is 1 or 2 for a heading. `reason` says why a dropped line is dropped.
    """

    act: str
    first: int
    last: int
    reason: str = ""
    level: int = 0
    join: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """All that is done to one capture. `simplified` lists words that the converter leaves: {"著力": "着力"}."""

    lines: tuple[LineStep, ...]
    pinyin: bool = False
    to_simplified: bool = False
    exceptions: tuple[tuple[str, str], ...] = ()


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
    """A heading (level 1 or 2) or a paragraph (level 0), with the source lines it comes from."""

    level: int
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The pieces that partition the capture, the blocks that come out, and what each metadata step took, in order."""

    pieces: tuple[Piece, ...]
    blocks: tuple[RawBlock, ...]
    metadata: tuple[str, ...]

    @property
    def text(self) -> str:
        """The blocks, one a line; what the report's offsets count in."""
        return "".join(piece.output for piece in self.pieces if piece.step != "metadata")


class StepError(ValueError):
    """A clean-up step that cannot be done; `index` is its position among the line steps."""

    def __init__(self, index: int, message: str) -> None:
        super().__init__(message)
        self.index = index


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """A run of the capture within one of its lines."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class _Planned:
    """A step with the spans that it takes, in order."""

    step: LineStep
    spans: tuple[_Span, ...]


def cleaned(source: str, steps: Steps) -> Cleaned:
    """What the steps make of the capture. Raises StepError where a step does not fit the capture."""
    plan = _plan(source, _line_bounds(source), steps.lines)
    pieces, outputs = _laid_out(source, plan, steps)
    made = [(planned, planned.step.join.join(words)) for planned, words in zip(plan, outputs, strict=True)]
    blocks = (
        RawBlock(planned.step.level, text, tuple(dict.fromkeys(span.line for span in planned.spans)))
        for planned, text in made
        if planned.step.act in ("heading", "paragraph")
    )
    texts = {planned.step: text for planned, text in made}
    metadata = (texts[step] for step in steps.lines if step.act == "metadata")
    return Cleaned(tuple(_merged(pieces)), tuple(blocks), tuple(metadata))


def _laid_out(source: str, plan: Sequence[_Planned], steps: Steps) -> tuple[list[Piece], list[list[str]]]:
    """The pieces of the capture, and for each step of the plan the text of each of its spans."""
    outputs: list[list[str]] = [[] for _ in plan]
    pieces: list[Piece] = []
    dropped = sorted((span, drop.step.reason) for drop in plan if drop.step.act == "drop" for span in drop.spans)
    position, begun = 0, False
    # Run by run and not step by step: what goes to metadata may stand in the middle of a paragraph's line.
    for span, index in sorted((span, index) for index, planned in enumerate(plan) for span in planned.spans):
        step = plan[index].step
        if step.act == "drop":
            continue
        run = list(_converted_run(source, span.start, span.end, steps))
        if step.act == "metadata":
            pieces += _gap(position, span.start, dropped, "line-breaks", "")
            run = [Piece(p.start, p.end, DROPPED, "metadata", p.output) for p in run]
        else:
            # The break between two blocks is a line break; between the runs of one block it is `join`.
            within = bool(outputs[index])
            mark = step.join if within else "\n" if begun else ""
            pieces += _gap(position, span.start, dropped, "join-lines" if within else "line-breaks", mark)
            begun = True
        pieces += run
        outputs[index].append("".join(piece.output for piece in run))
        position = span.end
    pieces += _gap(position, len(source), dropped, "line-breaks", "\n" if begun else "")
    return pieces, outputs


def _line_bounds(source: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for line in source.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    return bounds


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    lead = len(text) - len(text.lstrip())
    return start + lead, max(start + lead, end - (len(text) - len(text.rstrip())))


def _plan(source: str, bounds: Sequence[tuple[int, int]], steps: Iterable[LineStep]) -> list[_Planned]:
    """Every step with the spans it takes, in the order of the capture; lines that no step names are paragraphs."""
    planned: list[_Planned] = []
    taken: set[int] = set()
    holes: dict[int, list[_Planned]] = {}
    for index, step in enumerate(steps):
        if not 1 <= step.first <= step.last <= len(bounds):
            raise StepError(index, f"lines {step.first}-{step.last}: the source has lines 1 to {len(bounds)}")
        spans = (_part_span(source, bounds, index, step),) if step.part else ()
        if clashes := _clashes(step, spans, taken, holes):
            raise StepError(index, f"line {clashes[0]} is taken by two steps")
        planned.append(_Planned(step, spans or _line_spans(source, bounds, index, step)))
        if spans:
            holes.setdefault(step.first, []).append(planned[-1])
        else:
            taken.update(range(step.first, step.last + 1))
    for line, (start, end) in enumerate(bounds, 1):
        if line not in taken:
            planned += _rests(source, start, end, line, holes.get(line, ()))
    return sorted(planned, key=lambda one: one.spans[0])


def _part_span(source: str, bounds: Sequence[tuple[int, int]], index: int, step: LineStep) -> _Span:
    """Where the literal part of a step stands in its line."""
    start, end = bounds[step.first - 1]
    at = source.find(step.part, start, end)
    if step.first != step.last or at < 0 or source.find(step.part, at + 1, end) >= 0:
        raise StepError(index, f"{step.part!r} does not stand exactly once in line {step.first}")
    return _Span(at, at + len(step.part), step.first)


def _clashes(
    step: LineStep, part: Sequence[_Span], taken: AbstractSet[int], holes: Mapping[int, Sequence[_Planned]]
) -> list[int]:
    """The lines of a step, or of its part, that an earlier step has taken."""
    if not part:
        return [line for line in range(step.first, step.last + 1) if line in taken or line in holes]
    others = (hole.spans[0] for hole in holes.get(step.first, ()))
    overlaps = any(part[0].start < other.end and other.start < part[0].end for other in others)
    return [step.first] if overlaps or step.first in taken else []


def _line_spans(source: str, bounds: Sequence[tuple[int, int]], index: int, step: LineStep) -> tuple[_Span, ...]:
    """What a step takes of its lines: each without the blanks about it, and no blank ones."""
    lines = range(step.first, step.last + 1)
    trimmed = (_Span(*_trimmed(source, *bounds[line - 1]), line) for line in lines)
    spans = tuple(span for span in trimmed if span.start < span.end)
    if not spans:
        raise StepError(index, f"lines {step.first}-{step.last} are empty")
    return spans


def _rests(source: str, start: int, end: int, line: int, parts: Iterable[_Planned]) -> Iterator[_Planned]:
    """What the parts leave of a line: one paragraph, or two about a block that is cut out of its middle."""
    step = LineStep("paragraph", line, line)
    runs: list[_Span] = []
    position, end = _trimmed(source, start, end)
    holes = sorted((part.spans[0].start, part.spans[0].end, part.step.act) for part in parts)
    for hole_start, hole_end, act in (*holes, (end, end, "")):
        run = _Span(*_trimmed(source, position, hole_start), line)
        if run.start < run.end:
            runs.append(run)
        if runs and act in ("heading", "paragraph", ""):
            yield _Planned(step, tuple(runs))
            runs = []
        position = hole_end


def _gap(start: int, end: int, dropped: Sequence[tuple[_Span, str]], step: str, mark: str) -> Iterator[Piece]:
    """The pieces between two kept runs: dropped lines with their reason, blanks and line breaks, then the mark."""
    position = start
    first = bisect_left(dropped, start, key=lambda drop: drop[0].start)
    last = bisect_left(dropped, end, key=lambda drop: drop[0].start)
    for span, reason in dropped[first:last]:
        if span.end <= end:
            if position < span.start:
                yield Piece(position, span.start, DROPPED, "blanks", "")
            yield Piece(span.start, span.end, DROPPED, "drop", "", reason)
            position = span.end
    if position < end:
        yield Piece(position, end, CONVERTED if mark else DROPPED, step if mark else "blanks", mark)
    elif mark:
        yield Piece(end, end, CONVERTED, step, mark)


def _converted_run(source: str, start: int, end: int, steps: Steps) -> Iterable[Piece]:
    """The pieces of one kept run, pinyin removed and script converted, character by character."""
    holes = list(pinyin_spans(source, start, end)) if steps.pinyin else []
    inside = {offset for lo, hi in holes for offset in range(lo, hi)}
    kept = [offset for offset in range(start, end) if offset not in inside]
    before = "".join(source[offset] for offset in kept)
    after = simplified(before, steps.exceptions) if steps.to_simplified else before
    changed = {offset: new for offset, old, new in zip(kept, before, after, strict=True) if old != new}
    hole_at = dict(holes)
    offset = start
    while offset < end:
        if offset in hole_at:
            yield Piece(offset, hole_at[offset], DROPPED, "pinyin", "")
            offset = hole_at[offset]
        elif offset in changed:
            yield Piece(offset, offset + 1, CONVERTED, "simplified", changed[offset])
            offset += 1
        else:
            yield Piece(offset, offset + 1, KEPT, "kept", source[offset])
            offset += 1


def simplified(text: str, exceptions: Iterable[tuple[str, str]] = ()) -> str:
    """The text in Simplified characters, as long as before; `exceptions` mend what the converter leaves."""
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        raise AssertionError("the script conversion changed the text's length")
    for word, plain in exceptions:
        converted = converted.replace(word, plain)
    return converted


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one fate, step and reason as one piece."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and piece.step in {"kept", "simplified", "metadata"} and _continues(piece, runs[-1][-1]):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [replace(run[0], end=run[-1].end, output="".join(piece.output for piece in run)) for run in runs]


def _continues(piece: Piece, last: Piece) -> bool:
    alike = (last.fate, last.step, last.reason) == (piece.fate, piece.step, piece.reason)
    return alike and last.end == piece.start
