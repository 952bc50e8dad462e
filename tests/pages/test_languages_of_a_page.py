"""What search engines are told of a page's languages, and the page that has no address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from duizhao.pipeline import built

from ..sample import SMALLEST, report, sample, written


class _Head(HTMLParser):
    """The editions of a page by tag, its canonical addresses, and whether it may be found."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.editions: dict[str, str] = {}
        self.canonical: list[str] = []
        self.hidden = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "link" and given.get("rel") == "alternate":
            language = str(given["hreflang"])
            assert language not in self.editions
            self.editions[language] = str(given["href"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(str(given["href"]))
        self.hidden |= tag == "meta" and given.get("name") == "robots" and given.get("content") == "noindex"


def heads(files: Mapping[str, bytes]) -> dict[str, _Head]:
    return {path: _Head(data) for path, data in files.items() if path.endswith("index.html")}


def test_every_page_names_itself_its_other_language_and_the_one_for_all_others() -> None:
    pages = heads(sample().files)
    addresses = {page.canonical[0]: page for page in pages.values()}
    assert len(addresses) == len(pages)
    for path, page in pages.items():
        assert page.editions.keys() == {"en", "zh-Hans", "x-default"} and not page.hidden
        assert page.editions["zh-Hans" if path.startswith("zh/") else "en"] == page.canonical[0]
        assert page.editions["x-default"] == page.editions["en"]
        for address in page.editions.values():
            assert addresses[address].editions == page.editions


@pytest.mark.parametrize("languages", ["[zh]", "[en]"])
def test_a_page_in_one_language_names_no_others(tmp_path: Path, languages: str) -> None:
    settings = SMALLEST["content/site.yaml"].replace("default_language: en", f"languages: {languages}")
    result = built(written(tmp_path, {"content/site.yaml": settings}))
    assert result.issues == ()
    assert all(not page.editions and page.canonical for page in heads(result.files).values())


def test_where_chinese_stands_at_the_root_it_is_for_all_others(tmp_path: Path) -> None:
    settings = SMALLEST["content/site.yaml"].replace("default_language: en", "languages: [zh, en]")
    files = built(written(tmp_path, {"content/site.yaml": settings}, report("a", "无。"))).files
    page = heads(files)["reports/a/index.html"]
    assert page.editions["x-default"] == page.editions["zh-Hans"] == "https://example.org/sample/reports/a/"
    assert re.findall("<h[12].*?>(.*?)</h[12]>", files["404.html"].decode()) == ["没有这个页面", "No such page"]


def test_the_page_for_no_address_has_none_and_speaks_every_language() -> None:
    html = sample().files["404.html"].decode()
    page = _Head(html.encode())
    assert (page.editions, page.canonical, page.hidden) == ({}, [], True)
    assert re.findall("<h[12].*?>(.*?)</h[12]>", html) == ["No such page", "没有这个页面"]
    assert '<section class="plain" lang="zh-Hans">' in html and re.search('href="[^"]*/zh/search/index.html"', html)
