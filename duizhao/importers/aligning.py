"""The clean-up steps that make the headings of a report's text, where someone has changed them there.

Words are never changed: where the text says other words than the steps make, nothing is aligned. How steps stand in
their file is left to `step_lines`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..content.report_file import WrittenBlock, WrittenReport
from ..content.step_forms import steps_of
from ..text.cleanup import RawBlock, cleaned
from ..text.line_plan import LineStep
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
            come += [(passage.lines[0], step) for step in _steps_for(passage, texts, by_line=bool(old))]
    return Alignment(tuple(gone), tuple(come))


def require_same_words(made: Sequence[RawBlock], body: Sequence[WrittenBlock]) -> None:
    """Raises NotAligned where the two differ in more than in what is a heading."""
    for _ in _passages(made, body):
        pass


def _passages(made: Sequence[RawBlock], body: Sequence[WrittenBlock]) -> Iterator[_Passage]:
    """The passages of a text in their order. Raises NotAligned where the words are not the same."""
    i = j = 0
    while i < len(made) or j < len(body):
        first = (i, j)
        ours = theirs = ""
        while not ours or ours != theirs or _goes_on(made, i):
            if not (theirs.startswith(ours) or ours.startswith(theirs)):
                raise _other_words(body, first[1])
            if len(ours) <= len(theirs) and i < len(made):
                ours, i = ours + _bare(made[i].text), i + 1
            elif len(theirs) < len(ours) and j < len(body):
                theirs, j = theirs + _bare(body[j].text), j + 1
            else:
                raise _other_words(body, first[1])
        yield _Passage(tuple(made[first[0] : i]), tuple(body[first[1] : j]))


def _goes_on(made: Sequence[RawBlock], index: int) -> bool:
    """True where a block is of the line that the one before ends in."""
    return 0 < index < len(made) and made[index].lines[0] <= made[index - 1].lines[-1]


def _bare(text: str) -> str:
    return "".join(text.split())


def _other_words(body: Sequence[WrittenBlock], index: int) -> NotAligned:
    at = f"from line {body[index].place.line} on" if index < len(body) else "at its end"
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


def _steps_for(passage: _Passage, texts: dict[int, str], *, by_line: bool) -> Iterator[Step]:
    """The steps by which the lines of a passage are the blocks of the text. Raises NotAligned."""
    first, last = passage.lines
    lines = str(first) if first == last else f"{first}-{last}"
    if len(passage.body) == 1:
        block = passage.body[0]
        between = {} if first == last else _between(passage, texts, first, last)
        if block.level:
            yield {"heading": lines, "level": block.level, **between}
        elif first != last or not by_line:
            yield {"paragraph": lines, **between}
        return
    if first != last:
        raise NotAligned(f"lines {lines} of the capture are parted where no line ends; write the steps by hand")
    yield from _parts(passage.body, texts[first], first)


def _between(passage: _Passage, texts: dict[int, str], first: int, last: int) -> Step:
    """What stands in the block between the words of its lines."""
    words = [texts[number].strip() for number in range(first, last + 1) if texts.get(number, "").strip()]
    own = passage.body[0].text
    blanks = len(own) - sum(map(len, words))
    if len(words) > 1 and blanks == len(words) - 1:
        return {"join": own[len(words[0])]}
    return {}


def _parts(body: Sequence[WrittenBlock], line: str, number: int) -> Iterator[Step]:
    """A step for each heading in a line, and for a paragraph that another follows."""
    at = 0
    for index, block in enumerate(body):
        at += len(line[at:]) - len(line[at:].lstrip())
        part = line[at : at + len(block.text)]  # as the capture has it; conversions keep the number of characters
        at += len(block.text)
        if line.count(part) != 1:
            raise NotAligned(f"{part[:20]!r} stands more than once in line {number}, or in other characters")
        if block.level:
            yield {"heading": str(number), "level": block.level, "part": part}
        elif index + 1 < len(body) and not body[index + 1].level:
            yield {"paragraph": str(number), "part": part}
