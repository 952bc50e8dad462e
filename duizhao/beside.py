"""Work done in a second process meanwhile, by a copy of this one that leaves files behind and ends.

What is divided, and how, is left to who has the work.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

try:
    from resource import RUSAGE_SELF, getrusage
except ImportError:  # no POSIX system, which cannot copy a process either
    getrusage = None  # type: ignore[assignment]


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """Runs some work in a second process while the body runs, and ends it with the body's error, if there is one.

    Of an error there nothing is said: who misses what it should have left makes it, and meets the same mistake here.
    Where the system cannot copy a process, nothing is done beside.
    """
    if not hasattr(os, "fork"):
        yield
        return
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    child = os.fork()
    if not child:
        _run(work)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.waitpid(child, 0)


def _run(work: Callable[[], object]) -> None:
    """Does the work and ends this process, without what a program does as it ends: that is left to the first one."""
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # told by who makes it in its stead
        pass
    finally:
        os._exit(code)


def held_at_most() -> int:
    """The most bytes of memory that this process has held; 0 where the system does not tell."""
    if getrusage is None:
        return 0
    return getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def processors() -> int:
    """How many processors this program may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
