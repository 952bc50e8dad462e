"""When Python's collector of cycles looks through what is in memory: not while a thousand reports are read or written.

What reports are read into is in no cycle and stays to the end: to look through it takes a second, and finds nothing.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Nearly all that pages are made of goes by itself: the collector looks at it after so many objects more, and so seldom
# at what has outlived that.
_SELDOM, _HARDLY = 2_000, 1_000
_TO_BE_WRITTEN = ContextVar("_TO_BE_WRITTEN", default=False)


@functools.cache
def _kept_by_others() -> bool:
    """Whether the program had kept anything from the collector before it built for the first time. It is counted once:
    of a million things that takes as long as a small build."""
    return gc.get_freeze_count() > 0


@contextmanager
def uncollected(*, working_on: bool = False) -> Iterator[Callable[[], None]]:
    """Stops the collector of cycles while the records of a site are made, which are in none and stay to the end.

    What it yields is called when they are there: from then on it looks at what comes after them alone. Where who builds
    is `working_on` and has them at hand that stays so, and what the last build left in cycles goes before, not after:
    of a thousand reports that are read anew, the collector would hold up all else for two seconds. What the program
    that builds has itself kept from the collector is never given back to it.
    """
    at_work, thresholds = gc.isenabled(), gc.get_threshold()
    own = not working_on and not _kept_by_others()
    gc.disable()
    if working_on:
        look_through()

    def settled() -> None:
        if own or working_on:
            gc.freeze()
        if at_work or working_on:
            gc.set_threshold(_SELDOM, thresholds[1], _HARDLY)
            gc.enable()

    try:
        yield settled
    finally:
        if own and _TO_BE_WRITTEN.get():
            gc.freeze()  # with what the pages are made of
        elif own:
            gc.unfreeze()
        gc.set_threshold(*thresholds)
        if at_work:
            gc.enable()
        elif working_on:
            gc.disable()


@contextmanager
def uncollected_until_written() -> Iterator[None]:
    """Keeps what is built within from the collector until it is written, too; who builds has no other use for it."""
    within = _TO_BE_WRITTEN.set(True)
    try:
        yield
    finally:
        _TO_BE_WRITTEN.reset(within)
        if not _kept_by_others():
            gc.unfreeze()


def look_through() -> None:
    """Takes away what was left in cycles since the last time; at what is still there the collector looks no more."""
    gc.collect()
    gc.freeze()


@contextmanager
def not_looked_through() -> Iterator[None]:
    """Keeps the collector from work while somebody waits, or works on, who has it look through at times of his own."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
