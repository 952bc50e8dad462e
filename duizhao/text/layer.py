"""A capture's text with what was changed in it, each character traced back to its place in the capture.

What is changed, and why, is left to `changes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """The capture's characters start..end, and the text that stands for them; `step` is what changed them, if any did.

    `reason` says more of the step, where it has one.
    """

    start: int
    end: int
    output: str
    step: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The characters start..end of a layer's text become others, by a step."""

    start: int
    end: int
    output: str
    step: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """Runs that partition a capture, and the text that they make."""

    runs: tuple[Run, ...]
    text: str


def layer_of(source: str) -> Layer:
    """A capture in which nothing is changed."""
    return Layer((Run(0, len(source), source),) if source else (), source)


def changed(layer: Layer, changes: Sequence[Change]) -> Layer:
    """The layer after changes that do not overlap, in the order of the text.

    Where one takes what an earlier step made, the later step answers for it.
    """
    if not changes:
        return layer
    rest = _Rest(layer.runs)
    runs: list[Run] = []
    for change in changes:
        runs += rest.until(change.start)
        runs += rest.empty_ones()
        taken = list(rest.until(change.end))
        runs.append(Run(taken[0].start, taken[-1].end, change.output, change.step, change.reason))
    runs += rest.until(len(layer.text))
    runs += rest.empty_ones()
    return Layer(tuple(runs), "".join(run.output for run in runs))


def stretches(layer: Layer, bounds: Sequence[tuple[int, int]]) -> Iterator[list[Run]]:
    """The runs behind each of the stretches of a layer's text, which partition it in order.

    A run without a text goes to the stretch that follows it, the last ones to the last.
    """
    rest = _Rest(layer.runs)
    for index, (_, end) in enumerate(bounds):
        runs = list(rest.until(end))
        if index + 1 == len(bounds):
            runs += rest.empty_ones()
        yield runs


class _Rest:
    """The runs of a layer that are still to be taken, from the first on; `at` is where in its text that is."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs, self._next, self._at = runs, 0, 0
        self._cut: Run | None = None

    def until(self, end: int) -> Iterator[Run]:
        """Those that make the text up to an offset; one that goes beyond it is cut."""
        while self._at < end:
            run = self._cut or self._runs[self._next]
            length = end - self._at
            if len(run.output) > length:
                run, self._cut = _cut(run, length)
            else:
                self._cut, self._next = None, self._next + 1
            self._at += len(run.output)
            yield run

    def empty_ones(self) -> Iterator[Run]:
        """Those without a text that stand here."""
        while self._cut is None and self._next < len(self._runs) and not self._runs[self._next].output:
            yield self._runs[self._next]
            self._next += 1


def _cut(run: Run, length: int) -> tuple[Run, Run]:
    """A run cut in two; where a step made fewer characters or more, the first takes all of the capture."""
    middle = run.start + length if len(run.output) == run.end - run.start else run.end
    return replace(run, end=middle, output=run.output[:length]), replace(run, start=middle, output=run.output[length:])
