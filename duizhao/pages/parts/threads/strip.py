"""A thread in miniature, for lists: its marks without words on one line of years, told above promised.

It shows at a glance what the words beside it say; links and labels are left to `drawing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ....corpus.threads import Mark, Thread
from .scale import Scale, years_of
from .signs import end_sign, start_sign

WIDTH, HEIGHT = 320, 22
_TOLD, _PROMISED = 6, 16
_HALF = 3.2


@dataclass(frozen=True, slots=True)
class StripMark:
    """A mark of a strip as paths."""

    kind: str
    run: str
    sign: str


def strip_of(marks: Iterable[Mark], scale: Scale) -> tuple[StripMark, ...]:
    """Marks of a thread; those of all its districts lie on one another."""
    return tuple(dict.fromkeys(_mark(mark, scale) for mark in marks))


def strip_scale(threads: tuple[Thread, ...]) -> Scale:
    """One scale for all strips of a list, so that they can be read down the page."""
    years = [thread.years for thread in threads]
    return Scale(min(first for first, _ in years), max(last for _, last in years), 5, WIDTH - 5)


def strip_years(scale: Scale) -> str:
    """The lines of years of every strip, as one path."""
    return "".join(f"M{year.x} 0v{HEIGHT}" for year in years_of(scale))


def _mark(mark: Mark, scale: Scale) -> StripMark:
    start, end = scale.extent(mark)
    y = _PROMISED if mark.promises else _TOLD
    run = f"M{start:.1f} {y}H{end:.1f}" if end > start else ""
    if mark.promises and not mark.period:
        return StripMark(mark.statement.kind, run, start_sign(start, y, _HALF))
    said = start_sign(start, y, _HALF) if mark.promises else ""
    return StripMark(mark.statement.kind, run, said + end_sign(mark.statement.kind, end, y, _HALF))
