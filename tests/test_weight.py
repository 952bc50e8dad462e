"""What a first view of each page weighs: its HTML, styles and scripts, compressed as a server sends them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from posixpath import dirname, normpath
from urllib.parse import urlsplit

import pytest

from duizhao.corpus.join import Corpus
from duizhao.pages.addresses import relative
from duizhao.pipeline import Built

from .long_report import LONG, longer

# What a page asks for when it is opened; what a script asks for later is none of it.
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]* href|script[^>]* src|img[^>]* src)="([^"]+)"')
# A paragraph, a heading or a statement of a report.
PLACE = re.compile(r'<(?:mark class="st"[^>]*|div class="block of-text"|h[234]) id="([^"]+)"')
MOST, MOST_OF_SCRIPT = 100_000, 30_000
# What a page may weigh as it is read, not compressed.
MOST_OF_HTML = 400_000


def weights(files: Mapping[str, bytes], enough: int = 0) -> Iterator[tuple[str, int, int]]:
    """Each page with its weight and with that of its scripts alone.

    A page that with what it asks for weighs less than `enough` as it is read is not compressed, to be told what it
    weighs then.
    """

    @cache
    def weight(path: str) -> int:
        return len(gzip.compress(files[path], 6, mtime=0))

    for path, content in files.items():
        if path.endswith(".html"):
            asked = {within(path, address) for address in LOADED.findall(content.decode())}
            scripts = sum(weight(name) for name in asked if name.endswith(".js"))
            rest = sum(map(weight, asked))
            is_light = len(content) + rest < enough
            yield path, rest + (len(content) if is_light else len(gzip.compress(content, 6, mtime=0))), scripts


def within(path: str, address: str) -> str:
    """The file that an address on a page is that of; the page for unknown addresses names files from the host's top."""
    if address.startswith("/"):
        return address[address.index("assets/") :]
    return normpath(f"{dirname(path)}/{urlsplit(address).path}").removeprefix("/")


@pytest.fixture(scope="module")
def weighed(real: Built) -> tuple[tuple[str, int, int], ...]:
    return tuple(weights(real.files, enough=MOST))


@pytest.mark.long
def test_the_first_view_of_every_page_weighs_less_than_100_kilobytes_with_30_of_script(
    real: Built, weighed: tuple[tuple[str, int, int], ...]
) -> None:
    assert {path for path, _, _ in weighed} == {path for path in real.files if path.endswith(".html")}
    assert [(path, whole) for path, whole, _ in weighed if whole >= MOST] == []
    assert [(path, scripts) for path, _, scripts in weighed if scripts >= MOST_OF_SCRIPT] == []


def test_no_page_has_more_than_400_kilobytes_of_html(real: Built) -> None:
    assert {
        path: len(data) for path, data in real.files.items() if path.endswith(".html") and len(data) > MOST_OF_HTML
    } == {}


def test_what_a_page_asks_for_is_weighed() -> None:
    bytes_at_random = bytes(range(256)) * 4
    page = '<link rel="stylesheet" href="../a.css"><script src="../b.js"></script><img src="c.png">'
    files = {"x/index.html": page.encode(), "a.css": bytes_at_random, "b.js": bytes_at_random * 2, "x/c.png": b"1" * 9}
    ((path, whole, scripts),) = weights(files)
    alone = {name: len(gzip.compress(content, 6, mtime=0)) for name, content in files.items()}
    assert (path, whole, scripts) == ("x/index.html", sum(alone.values()), alone["b.js"])


@pytest.mark.long
@pytest.mark.parametrize("times", [3, 7])
def test_however_long_a_report_is_its_pages_are_light_and_hold_its_whole_text_once(
    real: Built, three_times: tuple[Corpus, dict[str, bytes]], times: int
) -> None:
    site, files = three_times if times == 3 else longer(real, times)
    report = site.reports[LONG]
    weighed = tuple(weights({path: files[path] for path in files if LONG in path or path.startswith("assets/")}))
    if times == 3:  # the strip of a table has a mark for each promise
        tables = ("follow-up/", "zh/follow-up/")
        followed = [path for path in files if path.startswith(tables) and path.endswith(".html")]
        assert {path: len(files[path]) for path in followed if len(files[path]) > MOST_OF_HTML} == {}
        of_tables = weights({path: files[path] for path in files if path in followed or path.startswith("assets/")})
        assert [(path, whole) for path, whole, _ in of_tables if whole >= MOST] == []
        assert sum(path.startswith(f"follow-up/{LONG}/") for path in followed) > 5
    for edition in ("", "zh/"):
        here = f"{edition}reports/{LONG}/"
        assert [(path, whole) for path, whole, _ in weighed if path.startswith(here) and whole >= MOST] == []
        pages = [here + "index.html", *(f"{here}continued-{n}.html" for n in range(2, 99))]
        pages = [path for path in pages if path in files]
        assert len(pages) > times
        stands: dict[str, list[str]] = {}
        for path in pages:
            for name in PLACE.findall(files[path].decode()):
                stands.setdefault(name, []).append(path)
        wanted = {one.id for one in (*report.blocks, *report.statements)}
        assert {name: len(stands[name]) for name in wanted} == dict.fromkeys(wanted, 1)
        told = json.loads(files[here + "places.js"].decode().partition("]=")[2].rstrip(";\n"))
        assert {name: here + told[name] for name in wanted} == {name: stands[name][0] for name in wanted}
        leads_on = [f'href="{relative(path, after)}"' in files[path].decode() for path, after in pairwise(pages)]
        assert all(leads_on)


def test_a_report_of_the_usual_length_has_one_page(real: Built) -> None:
    assert [path for path in real.files if "/continued-" in path or path.endswith("/places.js")] == []
