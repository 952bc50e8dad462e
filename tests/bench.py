"""Timings and sizes, for `make bench`: no test depends on them."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from typing import TypeVar

from duizhao.build import built, checked
from duizhao.load import library_of

from .conftest import TOP

Value = TypeVar("Value")
RUNS = 3


def timed(name: str, act: Callable[[], Value]) -> Value:
    """Runs an act three times, prints the fastest, returns what it gave."""
    fastest, value = float("inf"), None
    for _ in range(RUNS):
        start = time.perf_counter()
        value = act()
        fastest = min(fastest, time.perf_counter() - start)
    print(f"{name:<42}{fastest * 1000:>9.0f} ms")
    return value


def main() -> None:
    """Prints the time of each stage and the weight of the heaviest first views."""
    timed("load", lambda: library_of(TOP))
    timed("load, link and check", lambda: checked(TOP))
    result = timed("build", lambda: built(TOP))
    if result.issues:
        raise SystemExit("the content has mistakes: make check")
    for path in ("index.html", "reports/tianhe-2020-work-report/index.html", "compare/index.html"):
        names = [
            name
            for name in result.files
            if name.startswith("assets/") and name.split("/")[1].split(".")[0] in path_assets(path)
        ]
        sizes = [len(gzip.compress(result.files[name], 9, mtime=0)) for name in [path, *names]]
        scripts = sum(len(gzip.compress(result.files[n], 9, mtime=0)) for n in names if n.endswith(".js"))
        print(f"{path:<42}{sum(sizes) / 1000:>9.1f} kB compressed, {scripts / 1000:.1f} kB of it scripts")


def path_assets(path: str) -> set[str]:
    """The static files that a page loads, by stem."""
    return {"tokens", "site", "pages", "theme", "icon"} | (
        {"report", "cite"} if "reports/" in path else {"compare"} if "compare" in path else set()
    )


if __name__ == "__main__":
    main()
