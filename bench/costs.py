"""What a command costs: its time, that of the processors, the memory of all its processes; what it wrote.

What is run is left to `__main__`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02  # seconds between two looks at the memory
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that passed, seconds of processors, and the most memory of all processes together, in megabytes."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Runs a command; raises CalledProcessError with what it said if it fails."""
    # What Python compiles is kept, also where the environment says otherwise: or each build would compile the program.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with open(folder / "said.txt", "w+b") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=kept)
        watch = _Watch(process.pid)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read().decode(errors="replace"))
    alone = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Cost(wall, used.ru_utime + used.ru_stime, max(watch.most / 1e6, alone))


class _Watch(threading.Thread):
    """Looks again and again at the memory of a process and all below it; where there is no /proc, sees nothing.

    What processes share is counted once where the system tells (Linux: Pss), since a fork shares nearly all.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._pid = pid
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_EVERY):
            pids = list(_below(self._pid))
            self.most = max(self.most, sum(_resident(pid, shared=len(pids) > 1) for pid in pids))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _below(pid: int) -> Iterator[int]:
    """A process and all that it began."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _below(int(child))


def _resident(pid: int, *, shared: bool) -> int:
    try:
        if shared:
            rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            return next(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, StopIteration, IndexError):
        return 0


@dataclass(frozen=True, slots=True)
class Site:
    """A site on disk: of each file its inode, its time and its size."""

    files: dict[str, tuple[int, int, int]]

    @property
    def size(self) -> int:
        """All bytes."""
        return sum(size for _, _, size in self.files.values())

    def largest(self, count: int) -> list[tuple[str, int]]:
        """The largest pages with their bytes."""
        pages = [(name, size) for name, (_, _, size) in self.files.items() if name.endswith(".html")]
        return sorted(pages, key=lambda one: (-one[1], one[0]))[:count]

    def search_written_since(self, before: Site) -> float:
        """How many hundredths of what the search reads are not in files that stood there before."""
        read = {name: file for name, file in self.files.items() if _is_searched(name)}
        new = sum(file[2] for name, file in read.items() if before.files.get(name) != file)
        return 100 * new / (sum(size for _, _, size in read.values()) or 1)

    def written_since(self, before: Site) -> tuple[int, int]:
        """How many files are not those that stood there before, and their bytes."""
        new = [size for name, (*file, size) in self.files.items() if before.files.get(name) != (*file, size)]
        return len(new), sum(new)


def _is_searched(name: str) -> bool:
    """True of the scripts of the index and of the texts."""
    of_a_text = name.startswith("reports/") and name.endswith(("/text.zh.js", "/text.en.js", "/statements.js"))
    return of_a_text or (name.startswith("search/") and name.endswith(".js"))


def site_at(folder: Path) -> Site:
    """What stands in a folder."""
    found = {}
    for above, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(above, name))
            path = os.path.relpath(os.path.join(above, name), folder)
            found[path] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return Site(found)
