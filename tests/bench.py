"""Timings and sizes, for `make bench`: no test depends on them."""

from __future__ import annotations

import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import sync_playwright

from duizhao.content.files import library_of
from duizhao.corpus.join import Corpus
from duizhao.pipeline import built
from duizhao.site.write import write_files

from .browser import ARGUMENTS, browser_path
from .conftest import TOP
from .synthetic import corpus, search_files

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
    """Prints the time of each stage, the weight of the heaviest first views, and what the search costs."""
    timed("load", lambda: library_of(TOP))
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
    index_of(result.site)
    answers(result.files)


def index_of(site: Corpus) -> None:
    """The time and weight of the index of more and more synthetic reports."""
    for count in (250, 500, 1000, 2000):
        many = corpus(site, count)
        start = time.perf_counter()
        weight = sum(
            len(gzip.compress(data, 9, mtime=0)) for path, data in search_files(many) if path.startswith("search/")
        )
        each = sum(len(report.text) for report in many.library.reports)
        print(
            f"{f'index of {count} reports, compressed':<42}{(time.perf_counter() - start) * 1000:>9.0f} ms, "
            f"{weight / each:.2f} bytes a character"
        )


# All that they need has been loaded when they are asked again.
QUERIES = ("城中村", "四个出新出彩", "发展", "城中村 治理", "高質量發展", "development", "504.74 billion", "8%")
ASK = """async query => {
  await duizhaoSearch(query, {});
  const start = performance.now(), found = await duizhaoSearch(query, {});
  return [performance.now() - start, found.groups.flatMap(group => group.hits).length];
}"""


def answers(files: dict[str, bytes]) -> None:
    """The time from the arrival of the scripts to the results, in the machine's browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_files(files, Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        page = browser.new_page()
        page.goto((Path(folder) / "site/search/index.html").as_uri())
        for query in QUERIES:
            spent, hits = page.evaluate(ASK, query)
            print(f"{f'answer to {query}':<42}{spent:>9.0f} ms, {hits} passages")
        browser.close()


def path_assets(path: str) -> set[str]:
    """The static files that a page loads, by stem."""
    return {"tokens", "site", "pages", "theme", "icon"} | (
        {"terms", "report", "cite", "hit"} if "reports/" in path else {"compare"} if "compare" in path else set()
    )


if __name__ == "__main__":
    main()
