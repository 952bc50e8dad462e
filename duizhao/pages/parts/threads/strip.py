"""A thread in miniature, for lists: its marks without words on one line of years, told above promised.

It shows at a glance what the words beside it say; links and labels are left to `drawing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from ....corpus.threads import Mark, Thread
from .scale import Scale, years_of
from .signs import end_sign, start_sign

WIDTH, HEIGHT = 320, 22
_TOLD, _PROMISED = 6, 16
_HALF = 3.2
MANY = 20  # a thread with more marks is crowded: its signs would lie on each other
APART = 2.5 * _HALF  # between the middles of two signs of one kind of such a thread


@dataclass(frozen=True, slots=True)
class StripMark:
    """A mark of a strip as paths."""

    kind: str
    run: str
    sign: str


def is_crowded(thread: Thread) -> bool:
    """True of a thread with so many marks that only those are drawn that keep clear of each other."""
    return len(thread.marks) > MANY


def strip_of(thread: Thread, scale: Scale) -> tuple[StripMark, ...]:
    """The marks of a thread; those of all its districts lie on one another. Of a crowded one each kind is one mark."""
    if is_crowded(thread):
        return tuple(_of_kinds(thread.marks, scale))
    return tuple(dict.fromkeys(_alone(thread.marks, scale)))


def _alone(marks: Sequence[Mark], scale: Scale) -> Iterator[StripMark]:
    """Every mark for itself. Of lines of one kind that meet the first is as long as all, and no other is drawn: the
    dashes of one would fill the gaps of another, and a whole line is the sign of a target.
    """
    by_kind: dict[str, list[tuple[float, float]]] = {}
    for mark in marks:
        by_kind.setdefault(mark.statement.kind, []).append(scale.extent(mark))
    left = {kind: dict(_together(runs)) for kind, runs in by_kind.items()}
    for mark in marks:
        start, _ = scale.extent(mark)
        end = left[mark.statement.kind].pop(start, start)
        run = f"M{start:.1f} {_line(mark)}H{end:.1f}" if end > start else ""
        yield StripMark(mark.statement.kind, run, _signs(mark, scale))


def _of_kinds(marks: Iterable[Mark], scale: Scale) -> Iterator[StripMark]:
    """The marks of each kind as one: of signs that would lie on each other the last, and lines once where many run."""
    by_kind: dict[str, list[Mark]] = {}
    for mark in marks:
        by_kind.setdefault(mark.statement.kind, []).append(mark)
    for kind, own in by_kind.items():
        runs = [f"M{start:.1f} {_line(own[0])}H{end:.1f}" for start, end in _together(map(scale.extent, own))]
        yield StripMark(kind, "".join(runs), "".join(_signs(mark, scale) for mark in _clear(own, scale)))


def _clear(marks: Iterable[Mark], scale: Scale) -> Iterator[Mark]:
    """The marks of a kind whose signs keep clear of each other, from the last on."""
    last = inf
    for mark in sorted(marks, key=lambda one: _place(one, scale), reverse=True):
        place = _place(mark, scale)
        if place <= last - APART:
            yield mark
            last = place


def _together(runs: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Lines as few as show the same: those that meet are one."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(run for run in runs if run[0] < run[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def strip_scale(threads: tuple[Thread, ...]) -> Scale:
    """One scale for all strips of a list, so that they can be read down the page."""
    years = [thread.years for thread in threads]
    return Scale(min(first for first, _ in years), max(last for _, last in years), 5, WIDTH - 5)


def strip_years(scale: Scale) -> str:
    """The lines of years of every strip, as one path."""
    return "".join(f"M{year.x} 0v{HEIGHT}" for year in years_of(scale))


def _is_endless(mark: Mark) -> bool:
    """True of a promise without a date."""
    return mark.promises and not mark.period


def _place(mark: Mark, scale: Scale) -> float:
    """Where the sign of a mark stands: its end, if it has one."""
    start, end = scale.extent(mark)
    return start if _is_endless(mark) else end


def _line(mark: Mark) -> int:
    return _PROMISED if mark.promises else _TOLD


def _signs(mark: Mark, scale: Scale) -> str:
    """What stands at the ends of a mark's line."""
    start, end = scale.extent(mark)
    y = _line(mark)
    said = start_sign(start, y, _HALF) if mark.promises else ""
    return said + ("" if _is_endless(mark) else end_sign(mark.statement.kind, end, y, _HALF))
