"""The clean-up steps that make the headings of a report's text, where someone has changed them there.

Words are never changed: where the text says other words than the steps make, nothing is aligned. How steps stand in
their file is left to `step_lines`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from os.path import commonprefix

from ..content.report_file import WrittenBlock, WrittenReport
from ..content.step_forms import steps_of
from ..text.cleanup import RawBlock, Steps, cleaned
from ..text.line_plan import LineStep
from ..text.pinyin import pinyin_spans
from .characters import Step

_OF_BLOCKS = ("heading", "paragraph")


class NotAligned(Exception):
    """Why steps and text cannot be brought into line, in words for who changed them."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What is done to the steps by line: those at these places go, and these come, each with its first line."""

    gone: tuple[int, ...]
    come: tuple[tuple[int, Step], ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """Blocks of the one and of the other that have the same words, as few as can be."""

    made: tuple[RawBlock, ...]
    body: tuple[WrittenBlock, ...]

    @property
    def differs(self) -> bool:
        return [(one.level, one.text) for one in self.made] != [(one.level, one.text) for one in self.body]

    @property
    def lines(self) -> tuple[int, int]:
        numbers = [number for block in self.made for number in block.lines]
        return min(numbers), max(numbers)


def alignment(written: WrittenReport, made: Sequence[RawBlock]) -> Alignment:
    """The steps by which a capture gives the headings of the text. Raises NotAligned."""
    steps, _ = steps_of(written.front.clean_up)
    within = tuple(pattern for pattern in steps.patterns if pattern.within_lines)
    plain = replace(steps, lines=(), patterns=within, pinyin=False, to_simplified=False, to_full_width=False)
    bare = cleaned(written.source, plain)
    texts = {block.lines[0]: block.text for block in bare.blocks}
    gone: list[int] = []
    come: list[tuple[int, Step]] = []
    for passage in _passages(made, written.body):
        if passage.differs:
            old = _steps_on(passage, steps.lines)
            gone += old
            capture = _Capture(texts, steps, frozenset(old))
            come += [(passage.lines[0], step) for step in _steps_for(passage, capture)]
    return Alignment(tuple(gone), tuple(come))


def require_same_words(made: Sequence[RawBlock], body: Sequence[WrittenBlock]) -> None:
    """Raises NotAligned where the two differ in more than in what is a heading."""
    for _ in _passages(made, body):
        pass


def _passages(made: Sequence[RawBlock], body: Sequence[WrittenBlock]) -> Iterator[_Passage]:
    """The passages of a text in their order. Raises NotAligned where the words are not the same."""
    ours, theirs = [_bare(block.text) for block in made], [_bare(block.text) for block in body]
    if "".join(ours) != "".join(theirs):
        raise _other_words(ours, theirs, body)
    ends = dict(zip(accumulate(map(len, theirs)), range(1, len(body) + 1), strict=True))
    i = j = 0
    for index, end in enumerate(accumulate(map(len, ours)), 1):
        if end in ends and not _goes_on(made, index):
            yield _Passage(tuple(made[i:index]), tuple(body[j : ends[end]]))
            i, j = index, ends[end]


def _goes_on(made: Sequence[RawBlock], index: int) -> bool:
    """True where a block is of the line that the one before ends in."""
    return index < len(made) and made[index].lines[0] <= made[index - 1].lines[-1]


def _bare(text: str) -> str:
    return "".join(text.split())


def _other_words(ours: Sequence[str], theirs: Sequence[str], body: Sequence[WrittenBlock]) -> NotAligned:
    same = len(commonprefix(["".join(ours), "".join(theirs)]))
    index = next((index for index, end in enumerate(accumulate(map(len, theirs))) if end > same), None)
    at = "at its end" if index is None else f"in line {body[index].place.line}"
    return NotAligned(
        f"the text has other words than the steps make, {at}; duizhao check shows where, and what mends it"
    )


def _steps_on(passage: _Passage, steps: Sequence[LineStep]) -> list[int]:
    """The places of the steps that make blocks of the lines of a passage. Raises NotAligned."""
    first, last = passage.lines
    found = [
        index
        for index, step in enumerate(steps)
        if step.act in (*_OF_BLOCKS, "rows") and step.first <= last and first <= step.last
    ]
    for index in found:
        step = steps[index]
        if step.act == "rows" or step.first < first or step.last > last:
            raise NotAligned(
                f"the {step.act} step of lines {step.first}-{step.last} is of more than line {first}: mend it"
            )
    return found


@dataclass(frozen=True, slots=True)
class _Capture:
    """The lines of a capture as steps by line see them, all steps, and the places of those that go."""

    texts: Mapping[int, str]
    steps: Steps
    gone: frozenset[int]

    def is_parted(self, number: int) -> bool:
        """True of a line of which another step takes a part."""
        return any(step.part and step.first == number for step in self._left)

    def taker(self, first: int, last: int) -> LineStep | None:
        """The step that takes one of these lines, or a part of it, and stays."""
        return next((step for step in self._left if step.first <= last and first <= step.last), None)

    def is_changed(self, number: int) -> bool:
        """True of a line of which a pattern makes something, or which it joins to the one before."""
        line = self.texts[number]
        seen = (step for step in self.steps.patterns if not step.within_lines and step.looks_at(number))
        return any(
            step.act == "join" or (step.pattern and any(step.pattern.found(line, 0, len(line)))) for step in seen
        )

    @property
    def _left(self) -> Iterator[LineStep]:
        return (step for index, step in enumerate(self.steps.lines) if index not in self.gone)

    def kept(self, number: int) -> tuple[str, list[int]]:
        """A line, and the places of its characters that are not taken out of it as pinyin."""
        line = self.texts[number]
        spans = pinyin_spans(line, 0, len(line)) if self.steps.pinyin else ()
        out = {at for start, end in spans for at in range(start, end)}
        return line, [at for at in range(len(line)) if at not in out]

    def part(self, number: int, start: int, end: int) -> str:
        """What a line has from one of its characters up to another, blanks not counted. Raises NotAligned."""
        line, kept = self.kept(number)
        solid = [at for at in kept if not line[at].isspace()]
        if not start < end <= len(solid):
            raise NotAligned(f"line {number} of the capture is not as long as what stands in the text; mend it by hand")
        part = line[solid[start] : solid[end] if end < len(solid) else len(line)].rstrip()
        if line.count(part) != 1:
            raise NotAligned(f"{part[:20]!r} stands more than once in line {number}, or in other characters")
        return part

    @property
    def has_rule(self) -> bool:
        """True where a rule joins lines."""
        return any(step.act == "join" for step in self.steps.patterns)

    def length(self, number: int) -> int:
        """How many characters of a line stand in the text, blanks aside."""
        line, kept = self.kept(number)
        return sum(not line[at].isspace() for at in kept)


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks of the text and the lines of which they are, as few as can be."""

    blocks: tuple[WrittenBlock, ...]
    lines: tuple[int, ...]


def _steps_for(passage: _Passage, capture: _Capture) -> Iterator[Step]:
    """The steps by which the lines of a passage are the blocks of the text. Raises NotAligned."""
    numbers = sorted({number for block in passage.made for number in block.lines})
    runs = [_Run(passage.body, tuple(numbers))] if len(numbers) == 1 else _runs(passage.body, numbers, capture)
    for run in runs:
        first, last = run.lines[0], run.lines[-1]
        if first == last:
            yield from _steps_in_line(run.blocks, first, capture)
        elif len(run.blocks) > 1:
            yield from _parts_of_lines(run, capture)
        else:
            yield _step_of_lines(run.blocks[0], run.lines, capture)


def _runs(body: Sequence[WrittenBlock], numbers: Sequence[int], capture: _Capture) -> list[_Run]:
    """The blocks with their lines, parted wherever a block and a line end together. Raises NotAligned."""
    lengths = [capture.length(number) for number in numbers]
    ours, theirs = [*accumulate(lengths)], [*accumulate(len(_bare(block.text)) for block in body)]
    if ours[-1] != theirs[-1] or any(map(capture.is_parted, numbers)):
        raise NotAligned(
            f"of lines {numbers[0]}-{numbers[-1]} of the capture other steps take a part; write the steps by hand"
        )
    runs, i, j = [], 0, 0
    for end in sorted(set(ours) & set(theirs)):
        after, behind = ours.index(end) + 1, theirs.index(end) + 1
        runs.append(_Run(tuple(body[j:behind]), tuple(numbers[i:after])))
        i, j = after, behind
    return runs


def _steps_in_line(blocks: Sequence[WrittenBlock], number: int, capture: _Capture) -> Iterator[Step]:
    if len(blocks) > 1 or capture.is_parted(number):
        yield from _parts_of_line(blocks, number, capture)
    elif blocks[0].level:
        yield {"heading": str(number), "level": blocks[0].level}
    elif not capture.gone or capture.is_changed(number):
        yield {"paragraph": str(number)}


def _step_of_lines(block: WrittenBlock, numbers: Sequence[int], capture: _Capture) -> Step:
    """The step that makes one block of lines. Raises NotAligned where another takes a line between them."""
    lines = f"{numbers[0]}-{numbers[-1]}"
    other = capture.taker(numbers[0], numbers[-1])
    if other:
        raise NotAligned(
            f"lines {lines} of the capture cannot be one block: a step takes every line from its first to its last,"
            f" and line {other.first} is of another step ({other.act})"
        )
    join = _join(block.text, [capture.length(number) for number in numbers])
    between: Step = {"join": join} if join else {}
    return {"heading": lines, "level": block.level, **between} if block.level else {"paragraph": lines, **between}


def _join(text: str, lengths: Sequence[int]) -> str:
    """What stands in a block between its lines, which have so many characters; '' where it is not always the same."""
    found: set[str] = set()
    at = 0
    for length in lengths[:-1]:
        while length:
            length -= not text[at].isspace()
            at += 1
        behind = text[at:].lstrip()
        found.add(text[at : len(text) - len(behind)])
    return found.pop() if len(found) == 1 else ""


def _parts_of_line(blocks: Sequence[WrittenBlock], number: int, capture: _Capture) -> Iterator[Step]:
    """A step for each heading in a line, and for each paragraph before another block. Raises NotAligned."""
    at = 0
    for block in blocks:
        size = len(_bare(block.text))
        part = capture.part(number, at, at + size)
        at += size
        if block.level:
            yield {"heading": str(number), "level": block.level, "part": part}
        elif block is not blocks[-1]:
            yield {"paragraph": str(number), "part": part}


def _parts_of_lines(run: _Run, capture: _Capture) -> Iterator[Step]:
    """A step for each block within one of several lines; a rule joins the rests of lines. Raises NotAligned."""
    starts = [0, *accumulate(map(capture.length, run.lines))]
    at, is_rest = 0, False
    for block in run.blocks:
        after = at + len(_bare(block.text))
        index = bisect_right(starts, at) - 1
        if after <= starts[index + 1]:
            number = run.lines[index]
            part = capture.part(number, at - starts[index], after - starts[index])
            keys: Step = {"heading": str(number), "level": block.level} if block.level else {"paragraph": str(number)}
            yield keys | {"part": part}
            is_rest = False
        elif not block.level and capture.has_rule and not is_rest:
            is_rest = True
        else:
            raise NotAligned(
                f"lines {run.lines[0]}-{run.lines[-1]} of the capture are parted where no line ends, and no step makes"
                " a block of parts of two lines"
            )
        at = after
