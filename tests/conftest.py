"""What the tests share: the real site, built once, in memory and in folders, and a browser to open it in."""

from __future__ import annotations

import gc
import os
import re
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import cast

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from duizhao.content.files import library_of
from duizhao.content.records import Content
from duizhao.corpus.join import Corpus
from duizhao.pipeline import Built, built
from duizhao.site.write import write_files

from .browser import ARGUMENTS, HOW, browser_path
from .long_report import longer
from .policed import Policed

TOP = Path(__file__).resolve().parent.parent
# The same examples on every machine and in every run, however slow.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile("steady")
# Files whose tests share what takes long to make: those of a row are given to one process, and before all others, so
# that none is waited for at the end.
TOGETHER = (
    ("tests/browsing/test_5000_reports.py",),
    (
        "tests/test_real_site.py",
        "tests/test_real_pages.py",
        "tests/pages/test_nesting.py",
        "tests/pages/test_left_in_english.py",
        "tests/search/test_data.py",
        "tests/site/test_policy.py",
        "tests/test_heads.py",
        "tests/test_citations.py",
        "tests/test_reader_mode.py",
        "tests/pages/test_promises.py",
        "tests/downloads/test_collation_files.py",
        "tests/test_weight.py",
        "tests/browsing/test_long_report.py",
    ),
    ("tests/browsing/test_many_districts.py",),
    ("tests/pages/test_parted.py", "tests/browsing/test_parted.py"),
    ("tests/test_wheel.py",),
    ("tests/test_suggestions_measured.py",),
)
# All others go to whichever process is free, so many at a time: one by one, each would wait for the next to be named.
AT_A_TIME = 8
_NUMBERS = count()


# Files in memory are made and taken away in a tenth of the time: they are put there where it has room.
IN_MEMORY, ROOM = Path("/dev/shm"), 6 << 30


def pytest_configure() -> None:
    if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ.setdefault("TMPDIR", str(IN_MEMORY))
        tempfile.tempdir = None  # asked anew


def _row(path: str) -> int:
    return next((place for place, files in enumerate(TOGETHER) if path in files), len(TOGETHER))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the order of the rows; what reads the real site back takes its time, as that has to be built."""
    for item in items:
        if "real" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.long)
    items.sort(key=lambda item: _row(item.nodeid.partition("::")[0]))


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector of garbage need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


class _Shared(LoadScopeScheduling):
    """What belongs together, first; then a few neighbours at a time."""

    @cached_property
    def _scopes(self) -> dict[str, str]:
        """The name of the lot of each test."""
        scopes, places = {}, Counter[str]()
        for nodeid in self.collection or ():
            file = nodeid.partition("::")[0]
            row = _row(file)
            scopes[nodeid] = f"row {row}" if row < len(TOGETHER) else f"{file} {places[file] // AT_A_TIME}"
            places[file] += 1
        return scopes

    def _split_scope(self, nodeid: str) -> str:
        return self._scopes[nodeid]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    config.option.loadscopereorder = False  # in the order of the collection, not the largest lot first
    return _Shared(config, log)


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder of the test's own. pytest's would look through those of all other tests to find its number."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    return tmp_path_factory.mktemp(f"{next(_NUMBERS)}-{name}", numbered=False)


@pytest.fixture(scope="session")
def real() -> Built:
    """The real site as a value; content with a mistake stops the tests that need it."""
    result = built(TOP)
    assert not result.issues, [f"{issue.place}: {issue.code}: {issue.message}" for issue in result.issues]
    return result


@pytest.fixture(scope="session")
def real_content() -> Content:
    """The real content, as it is read; for tests that look at no page."""
    content, _ = library_of(TOP)
    assert content is not None
    return content


@pytest.fixture(scope="session")
def real_folder(real: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site on disk, two folders deep, so that it can be served under a sub-path."""
    folder = tmp_path_factory.mktemp("host") / "any" / "sub" / "path"
    write_files(real.files, folder)
    return folder


@pytest.fixture(scope="session")
def three_times(real: Built) -> tuple[Corpus, dict[str, bytes]]:
    """The joined content and the files of the real site, its longest report three times as long."""
    return longer(real, 3)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    assert path, HOW
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield cast(Browser, Policed(browser))
        browser.close()


@pytest.fixture(autouse=True)
def nothing_that_the_policy_forbids(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test does in the browser, no page asks for what its Content-Security-Policy forbids."""
    yield
    if "browser" in request.fixturenames:
        violations = cast(Policed, request.getfixturevalue("browser")).violations
        told = violations.copy()
        violations.clear()
        assert told == []


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def http(real_folder: Path) -> Iterator[str]:
    """The address of the site, served two folders below the root of its host."""
    root = real_folder.parent.parent.parent
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{real_folder.relative_to(root).as_posix()}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session", params=["http", "file"])
def site(request: pytest.FixtureRequest) -> str:
    """The site's address, once over http under a sub-path and once from a folder on disk."""
    if request.param == "file":
        return request.getfixturevalue("real_folder").as_uri() + "/"
    return request.getfixturevalue("http")


# What a page holds, how it is laid out and what it answers to a hand are the same from a folder. What it loads later,
# keeps, names in its address and leads to may not be: of each of these some tests are run in both ways.
OVER_HTTP = pytest.mark.parametrize("site", ["http"], indirect=True)


class Watched:
    """A page with everything that went wrong on it: errors in the console, failed and foreign requests."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base, self.wrong = page, base, []
        page.on("console", lambda message: self.wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on(
            "response",
            lambda response: (
                self.wrong.append(f"{response.status}: {response.url}") if response.status >= 400 else None
            ),
        )

    def _failed(self, request: Request) -> None:
        # A page that is left gives up what it was still loading, such as its icon. What is not there answers
        # otherwise: with 404 over http, as not found from a folder.
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"failed: {request.url} {request.failure}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.wrong.append(f"outside: {request.url}")

    def goto(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(scope="session")
def usual(browser: Browser) -> Iterator[BrowserContext]:
    """A browser window as most have it, opened once: half of what a test costs is a process of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    context.new_page()  # which keeps its process
    yield context
    context.close()


def opened(context: BrowserContext, site: str) -> Iterator[Watched]:
    """A new page of the site in a window; what a page keeps for later is forgotten behind it."""
    watched = Watched(context.new_page(), site)
    yield watched
    for page in context.pages[1:]:
        if page.url.startswith(("http", "file")):
            page.evaluate("localStorage.clear()")
        page.close()
    context.clear_cookies()
    context.clear_permissions()
    assert watched.wrong == []


@pytest.fixture
def watched(usual: BrowserContext, site: str) -> Iterator[Watched]:
    yield from opened(usual, site)


@pytest.fixture
def reader(usual: BrowserContext, http: str) -> Iterator[Watched]:
    """A page of a reader who may copy, with everything that goes wrong on it."""
    usual.grant_permissions(["clipboard-read", "clipboard-write"])
    yield from opened(usual, http)
