"""A text of prose as blocks of lines, in which code and escaped characters are masked: what is left is Markdown.

What may stand in a block is left to `blocks` and `inline`; what it comes to is left to `parsing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Stands in a masked text for each character that is code or escaped: no sign of Markdown, no letter, no space.
MASK = "\0"
TAB = 4
# A > without its space is none here, and is told where blocks are looked at.
_QUOTED = re.compile(r" {0,3}> ")
FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_CODE_OR_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!`)(`+)(?!`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line within its quotation: where it stands, the column at which it begins, its text as written and masked."""

    number: int
    col: int
    text: str
    masked: str

    @property
    def indent(self) -> int:
        return len(self.masked) - len(self.masked.lstrip(" "))

    def place(self, offset: int = 0) -> tuple[int, int]:
        """The line and column, from 1, of a character of this line."""
        return self.number, self.col + offset


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank one between them, in a quotation `depth` deep; `mixed` where the depth changes within."""

    lines: tuple[Line, ...]
    depth: int
    mixed: Line | None = None

    @property
    def masked(self) -> str:
        return "\n".join(line.masked for line in self.lines)

    def places(self, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The lines and columns of characters of the masked text, given in its order."""
        lines = iter(self.lines)
        line, start = next(lines), 0
        for offset in offsets:
            while offset > start + len(line.masked):
                start += len(line.masked) + 1
                line = next(lines)
            yield line.place(offset - start)


@dataclass(frozen=True, slots=True)
class Fence:
    """Code between two fences: where it opens, what stands behind the opening, its lines, whether it is closed."""

    opening: Line
    info: str
    code: tuple[str, ...]
    closed: bool


def parts_of(text: str) -> Iterator[Block | Fence]:
    """The blocks of a text and the code between its fences, in order. Tabs count as they do in Markdown."""
    waiting: list[Line] = []
    within = False  # what comes next is no more than a sign > away from a quotation
    numbered = iter(enumerate(text.expandtabs(TAB).split("\n"), 1))
    for number, written in numbered:
        fence = FENCE.match(written)
        if fence:
            yield from _blocks(waiting, within)
            yield _fence(Line(number, 1, written, written), fence, numbered)
            waiting, within = [], False
        elif written.strip(" >"):
            waiting.append(Line(number, 1, written, written))
        else:
            yield from _blocks(waiting, within)
            waiting, within = [], ">" in written
    yield from _blocks(waiting, within)


def _fence(opening: Line, match: re.Match[str], rest: Iterator[tuple[int, str]]) -> Fence:
    """The code up to the closing fence; `rest` is read up to there."""
    closing = re.compile(rf" {{0,3}}{re.escape(match[2][0])}{{{len(match[2])},}} *$")
    code: list[str] = []
    for _, written in rest:
        if closing.match(written):
            return Fence(opening, match[3].strip(), tuple(code), closed=True)
        code.append(written)
    return Fence(opening, match[3].strip(), tuple(code), closed=False)


def _blocks(written: list[Line], within: bool) -> Iterator[Block]:
    """The lines as a block, without their signs of quotation, masked; none of no lines."""
    if not written:
        return
    quoted = [_unquoted(line) for line in written]
    depth = quoted[0][1]
    mixed = next((line for line, its_depth in quoted if its_depth != depth or (within and not depth)), None)
    masked = masked_text("\n".join(line.text for line, _ in quoted)).split("\n")
    lines = (Line(line.number, line.col, line.text, mask) for (line, _), mask in zip(quoted, masked, strict=True))
    yield Block(tuple(lines), depth, mixed)


def _unquoted(line: Line) -> tuple[Line, int]:
    start = depth = 0
    while match := _QUOTED.match(line.text, start):
        start, depth = match.end(), depth + 1
    rest = line.text[start:]
    return Line(line.number, start + 1, rest, rest), depth


def masked_text(text: str) -> str:
    """The text of a block with its code and escaped characters masked, each character where it was."""
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        runs.setdefault(len(run[0]), []).append(run.start())
    out: list[str] = []
    position = 0
    while match := _CODE_OR_ESCAPE.search(text, position):
        out.append(text[position : match.start()])
        end = match.end() if match[1] else _code_end(runs[len(match[2])], match)
        masked = text[match.start() : end]
        out.append(re.sub(r"[^\n]", MASK, masked) if end > match.end() or match[1] else masked)
        position = end
    return "".join((*out, text[position:]))


def _code_end(starts: list[int], opening: re.Match[str]) -> int:
    """Where the code that a run of backticks opens has its end; the end of the run itself where nothing closes it."""
    while starts and starts[0] < opening.end():
        starts.pop(0)
    return starts[0] + len(opening[2]) if starts else opening.end()
