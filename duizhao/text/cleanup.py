"""From a capture to a report's text by named steps, each character of the capture accounted for.

Pure: it is given the capture and the steps and returns pieces that partition the capture. Whether the result is
what the report's file holds is for `load` to compare.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import opencc

# Mandarin syllables in ASCII parentheses after a Han character, with tone marks or without: 區(qū), 里(li).
# A syllable has a vowel, so that the unit of 公里(km) stays.
_VOWEL = "[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"
_PINYIN = re.compile(rf"(?<=[\u3400-\u9fff])\((?=[a-z]*{_VOWEL})(?:[a-z]|{_VOWEL}){{1,7}}\)")

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


def cleaned(source: str, steps: Steps) -> Cleaned:
    """What the steps make of the capture. Raises StepError where a step does not fit the capture."""
    bounds = _line_bounds(source)
    plan = _plan(source, bounds, steps.lines)
    outputs: list[list[str]] = [[] for _ in plan]
    pieces: list[Piece] = []
    position, begun = 0, False
    # Run by run and not step by step: what goes to metadata may stand in the middle of a paragraph's line.
    for start, end, index in sorted((s, e, i) for i, (step, spans) in enumerate(plan) for s, e, _ in spans):
        step = plan[index][0]
        if step.act == "drop":
            continue
        run = list(_converted_run(source, start, end, steps))
        if step.act == "metadata":
            pieces += _gap(source, position, start, plan, "line-breaks", "")
            run = [Piece(p.start, p.end, DROPPED, "metadata", p.output) for p in run]
        else:
            # The break between two blocks is a line break; between the runs of one block it is `join`.
            within = bool(outputs[index])
            mark = step.join if within else "\n" if begun else ""
            pieces += _gap(source, position, start, plan, "join-lines" if within else "line-breaks", mark)
            begun = True
        pieces += run
        outputs[index].append("".join(piece.output for piece in run))
        position = end
    pieces += _gap(source, position, len(source), plan, "line-breaks", "\n" if begun else "")
    made = [(step, spans, step.join.join(words)) for (step, spans), words in zip(plan, outputs, strict=True)]
    blocks = (
        RawBlock(step.level, text, tuple(dict.fromkeys(line for _, _, line in spans)))
        for step, spans, text in made
        if step.act in ("heading", "paragraph")
    )
    metadata = {step: text for step, _, text in made}
    return Cleaned(
        tuple(_merged(pieces)), tuple(blocks), tuple(metadata[step] for step in steps.lines if step.act == "metadata")
    )


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


def _plan(source: str, bounds: list[tuple[int, int]], steps: Iterable[LineStep]):
    """Every step with the spans it takes, in the order of the capture; lines that no step names are paragraphs."""
    taken: dict[int, int] = {}
    parts: list[tuple[LineStep, list[tuple[int, int, int]]]] = []
    holes: dict[int, list[tuple[int, int, str]]] = {}
    for index, step in enumerate(steps):
        if not 1 <= step.first <= step.last <= len(bounds):
            raise StepError(index, f"lines {step.first}-{step.last}: the source has lines 1 to {len(bounds)}")
        if step.part:
            start, end = bounds[step.first - 1]
            at = source.find(step.part, start, end)
            if step.first != step.last or at < 0 or source.find(step.part, at + 1, end) >= 0:
                raise StepError(index, f"{step.part!r} does not stand exactly once in line {step.first}")
            hole = (at, at + len(step.part), step.act)
            others = holes.setdefault(step.first, [])
            if step.first in taken or any(hole[0] < other[1] and other[0] < hole[1] for other in others):
                raise StepError(index, f"line {step.first} is taken by two steps")
            parts.append((step, [(*hole[:2], step.first)]))
            others.append(hole)
            continue
        spans = []
        for line in range(step.first, step.last + 1):
            if line in taken or line in holes:
                raise StepError(index, f"line {line} is taken by two steps")
            taken[line] = index
            start, end = _trimmed(source, *bounds[line - 1])
            if start < end:
                spans.append((start, end, line))
        if not spans:
            raise StepError(index, f"lines {step.first}-{step.last} are empty")
        parts.append((step, spans))
    for line, (start, end) in enumerate(bounds, 1):
        start, end = _trimmed(source, start, end)
        if line not in taken and start < end:
            rests = _rests(source, start, end, holes.get(line, ()))
            parts += [(LineStep("paragraph", line, line), [(*run, line) for run in rest]) for rest in rests]
    return sorted(parts, key=lambda part: part[1][0])


def _rests(source: str, start: int, end: int, holes: Iterable[tuple[int, int, str]]) -> Iterator[list[tuple[int, int]]]:
    """What the parts leave of a line: one paragraph, or two about a block that is cut out of its middle."""
    runs, position = [], start
    for hole_start, hole_end, act in (*sorted(holes), (end, end, "")):
        run = _trimmed(source, position, hole_start)
        if run[0] < run[1]:
            runs.append(run)
        if runs and act in ("heading", "paragraph", ""):
            yield runs
            runs = []
        position = hole_end


def _gap(source: str, start: int, end: int, plan, step: str, mark: str) -> Iterable[Piece]:
    """The pieces between two kept runs: dropped lines with their reason, blanks and line breaks, then the mark."""
    position = start
    for drop, spans in plan:
        if drop.act != "drop":
            continue
        for lo, hi, _line in spans:
            if start <= lo and hi <= end:
                if position < lo:
                    yield Piece(position, lo, DROPPED, "blanks", "")
                yield Piece(lo, hi, DROPPED, "drop", "", drop.reason)
                position = hi
    if position < end:
        yield Piece(position, end, CONVERTED if mark else DROPPED, step if mark else "blanks", mark)
    elif mark:
        yield Piece(end, end, CONVERTED, step, mark)


def _converted_run(source: str, start: int, end: int, steps: Steps) -> Iterable[Piece]:
    """The pieces of one kept run, pinyin removed and script converted, character by character."""
    holes = [m.span() for m in _PINYIN.finditer(source, start, end)] if steps.pinyin else []
    kept = [offset for offset in range(start, end) if not any(lo <= offset < hi for lo, hi in holes)]
    before = "".join(source[offset] for offset in kept)
    after = _simplified(before, steps.exceptions) if steps.to_simplified else before
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


def _simplified(text: str, exceptions: Iterable[tuple[str, str]]) -> str:
    """The text in Simplified characters, as long as before; `exceptions` mend what the converter leaves."""
    converted = _converter().convert(text)
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
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        same = last and (last.fate, last.step, last.reason) == (piece.fate, piece.step, piece.reason)
        if same and last.end == piece.start and piece.step in {"kept", "simplified", "metadata"}:
            merged[-1] = Piece(last.start, piece.end, last.fate, last.step, last.output + piece.output, last.reason)
        else:
            merged.append(piece)
    return merged
