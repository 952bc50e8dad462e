"""How far a build is, for who waits for it: the time of each stage, and a line on a terminal while work goes on.

The only room that asks the clock, beside `importers.web`, which waits for no server for ever; nothing that it says
comes into a site. Which stages there are is left to who works.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from time import perf_counter
from typing import Protocol, TextIO

_PATIENCE = 1.0  # seconds after which who waits wants to see that something happens
_BETWEEN = 0.1  # seconds between two lines that can still be read
_ERASED = "\r\x1b[K"


class Watch(Protocol):
    """Who is told of a stage as it begins or goes on, and of how much of it is done."""

    def __call__(self, stage: str, done: int = 0) -> None: ...


def unwatched(stage: str, done: int = 0) -> None:
    """Nobody waits."""


def nobody() -> None:
    """Nobody is to be told that work goes on."""


@dataclass(slots=True)
class Pace:
    """Lets be asked now and then what takes its time, so that the asking takes a tenth of all time at most.

    It may take more where it is to be asked after so many seconds at the `longest`.
    """

    clock: Callable[[], float] = perf_counter
    longest: float = inf
    _next: float | None = None

    def __call__(self, ask: Callable[[], bool]) -> bool:
        """The answer, where it is time to ask again; False where it is not."""
        begun = self.clock()
        if self._next is not None and begun < self._next:
            return False
        found = ask()
        ended = self.clock()
        self._next = ended + min(max(_BETWEEN, 9 * (ended - begun)), self.longest)
        return found


@dataclass(slots=True)
class Progress:
    """Called when a stage begins or goes on, with how much of it is done. A stage may be left and come back to.

    `live` keeps a line of the work that takes long; `table` says the time of each stage when it is closed.
    """

    stream: TextIO
    live: bool = False
    table: bool = False
    clock: Callable[[], float] = perf_counter
    times: dict[str, float] = field(default_factory=dict)
    _stage: str = ""
    _since: float = 0.0
    _begin: float | None = None
    _drawn: float | None = None

    def __call__(self, stage: str, done: int = 0) -> None:
        now = self.clock()
        self._begin = now if self._begin is None else self._begin
        self._add(now)
        self._stage = stage
        self.times.setdefault(stage, 0.0)
        if self.live and now - self._begin > _PATIENCE and now - (self._drawn or 0.0) > _BETWEEN:
            self.stream.write(f"{_ERASED}{stage}{f' {done:,}' if done else ''}")
            self.stream.flush()
            self._drawn = now

    def clear(self) -> None:
        """Takes the line away, so that something else can be printed there."""
        if self._drawn is not None:
            self.stream.write(_ERASED)
            self.stream.flush()
            self._drawn = None

    def close(self) -> None:
        """Ends the last stage, takes the line away and says what was asked for."""
        self._add(self.clock())
        self._stage = ""
        self.clear()
        if self.table:
            rows = (*self.times.items(), ("in all", sum(self.times.values())))
            self.stream.write("".join(f"{name:<8}{seconds:>8.3f} s\n" for name, seconds in rows))

    def _add(self, now: float) -> None:
        if self._stage:
            self.times[self._stage] += now - self._since
        self._since = now


def is_watched(stream: TextIO) -> bool:
    """True for a terminal that somebody sits at: no pipe, no file, no continuous integration."""
    return stream.isatty() and not os.environ.get("CI")
