"""The time of stages, and the line on a terminal; the clock of these tests goes by a table."""

from __future__ import annotations

import io
from math import inf

import pytest

from duizhao.progress import Pace, Progress, is_watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(*steps: tuple[float, str, int], live: bool = False, table: bool = False) -> str:
    """What is written of stages that begin or go on at these seconds; the last is where they end."""
    times = iter([time for time, _, _ in steps])
    stream = io.StringIO()
    progress = Progress(stream, live, table, lambda: next(times))
    for _, stage, done in steps[:-1]:
        progress(stage, done)
    progress.close()
    return stream.getvalue()


def test_the_time_of_each_stage_is_told_at_the_end_also_of_one_that_was_come_back_to() -> None:
    steps = ((0, "read", 0), (2, "pages", 0), (3, "render", 0), (3.5, "pages", 0), (4, "render", 1), (5, "", 0))
    assert told(*steps, table=True) == (
        "read       2.000 s\npages      1.500 s\nrender     1.500 s\nin all     5.000 s\n"
    )


def test_nothing_is_told_where_nothing_is_asked_for() -> None:
    assert told((0, "read", 0), (60, "render", 5), (90, "", 0)) == ""


def test_work_that_is_soon_done_draws_no_line() -> None:
    assert told((0, "read", 0), (0.9, "render", 5), (1.1, "", 0), live=True) == ""


def test_work_that_takes_long_draws_a_line_now_and_then_and_takes_it_away() -> None:
    steps = ((0, "read", 0), (1.5, "rules", 0), (1.55, "rules", 1), (1.7, "render", 1200), (3, "", 0))
    assert told(*steps, live=True) == "\r\x1b[Krules\r\x1b[Krender 1,200\r\x1b[K"


def test_only_a_terminal_is_watched_and_not_in_continuous_integration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert is_watched(Terminal()) and not is_watched(io.StringIO())
    monkeypatch.setenv("CI", "true")
    assert not is_watched(Terminal())


@pytest.mark.parametrize(
    ("longest", "asked"),
    [(inf, [0, 5, 10]), (0.5, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])],
)
def test_what_takes_half_a_second_is_asked_seldom_but_within_the_longest_time(longest: float, asked: list[int]) -> None:
    now = 0.0
    pace = Pace(lambda: now, longest)
    times = []

    def ask() -> bool:
        nonlocal now
        times.append(now)
        now += 0.5
        return True

    while now < 10.5:
        begun = now
        if not pace(ask):
            assert now == begun  # nothing was asked
            now += 0.5
    assert times == asked
