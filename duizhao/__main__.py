"""The program: `duizhao`, `python -m duizhao` and `python build.py` are the same."""

import os
import sys
import threading
from typing import NoReturn

_STOPPED = 130  # what shells report of a program that Ctrl-C ended


def program() -> NoReturn:
    """Runs a command and ends the process.

    What a build of many texts holds in memory takes Python seconds to take apart, and the system no time to take back.
    So the process ends at once, but where something still has to be done as it ends: by another thread, or by who
    looks on, a profiler or a debugger.
    """
    try:
        from .cli import main
    except KeyboardInterrupt:  # before there is a command that could be stopped
        print("duizhao: stopped", file=sys.stderr, flush=True)
        os._exit(_STOPPED)
    code = main()
    if threading.active_count() > 1 or sys.getprofile() or sys.gettrace():
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # `main` has seen to it that this cannot fail
    os._exit(code)


if __name__ == "__main__":
    program()
