"""The steps by line as they come together, and which lines they take; how often they apply is left to the build.

What becomes of which line is left to `head` and `sorting`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .characters import Step
from .heading_steps import Heading
from .units import Unit


@dataclass(slots=True)
class Sorted:
    """The steps by line and by pattern, the headings and the text that they leave, and what is doubtful."""

    lines: list[Step] = field(default_factory=list)
    patterns: list[Step] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    body: list[Unit] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def take(self, step: Step, unit: Unit | range) -> None:
        """Adds a step, and the lines of which it says what becomes."""
        numbers = unit if isinstance(unit, range) else range(unit.first, unit.last + 1)
        self.lines.append(step)
        self.taken.update(numbers)


def runs(numbers: Sequence[int]) -> Iterator[range]:
    """The numbers, which rise, as runs of neighbours."""
    start = None
    for index, number in enumerate(numbers):
        start = number if start is None else start
        if index + 1 == len(numbers) or numbers[index + 1] != number + 1:
            yield range(start, number + 1)
            start = None


def named(run: range) -> str:
    """Lines as steps name them."""
    return str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"


def told(units: Sequence[Unit]) -> str:
    """The first of some lines with their words, as doubts name them."""
    shown = "; ".join(f"line {unit.first} {unit.text[:24]}" for unit in units[:6])
    return f"{shown}{'; …' if len(units) > 6 else ''}"


def lines_of_step(step: Step) -> str:
    """The lines that a step by line takes, as it names them."""
    return next(str(step[act]) for act in ("drop", "metadata", "heading", "paragraph", "apart", "rows") if act in step)


def first_of(step: Step) -> int:
    """The first line that a step takes."""
    return int(lines_of_step(step).split("-")[0])


def last_of(step: Step) -> int:
    """The last line that a step takes."""
    return int(lines_of_step(step).split("-")[-1])
