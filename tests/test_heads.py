"""What every page tells other programs: its languages, its address, how it looks where it is shared, what it quotes."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from duizhao.pipeline import Built

from .conftest import TOP
from .sample import sample

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SHARED = {
    *("og:title", "og:description", "og:type", "og:url", "og:locale", "og:site_name"),
    *("og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card"),
}


class Told(HTMLParser):
    """A page's tags for other programs, and its texts with their language and whether they may be translated."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.editions: dict[str, str] = {}
        self.canonical = ""
        self.texts: list[tuple[str, str, bool]] = []
        self.prose: set[str] = set()
        self.open: list[tuple[str, bool, bool]] = [("", True, False)]
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "meta":
            self.metas.append((given.get("property") or given.get("name", ""), given.get("content", "")))
        if tag == "link" and given.get("rel") == "alternate":
            self.editions[given["hreflang"]] = given["href"]
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        if tag not in VOID:
            lang, translated, prose = self.open[-1]
            wish = {"no": False, "yes": True}.get(given.get("translate", ""), translated)
            prose = prose or "prose" in given.get("class", "").split()
            self.open.append((given.get("lang", lang), wish, prose))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A part of a drawing, which holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        lang, translated, prose = self.open[-1]
        if data.strip():
            self.texts.append((data, lang, translated))
            self.prose |= {data} if prose else set()


@pytest.fixture(scope="module", params=[pytest.param("real", marks=pytest.mark.long), "invented"])
def told(request: pytest.FixtureRequest) -> tuple[Built, dict[str, Told]]:
    """A site with what each of its pages tells."""
    site = request.getfixturevalue("real") if request.param == "real" else sample()
    pages = {path: data.decode() for path, data in site.files.items() if path.endswith(".html")}
    return site, {path: Told(page) for path, page in pages.items()}


def address(site: Built, path: str) -> str:
    assert site.site is not None
    return site.site.library.site.base_url + path.removesuffix("index.html")


def moved(page: Told) -> bool:
    return not page.editions


def test_a_page_names_itself_and_its_other_languages_and_one_for_all_others(
    told: tuple[Built, dict[str, Told]],
) -> None:
    site, pages = told
    for path, page in pages.items():
        if path == "404.html" or moved(page):
            continue
        english, chinese = (address(site, lead + path.removeprefix("zh/")) for lead in ("", "zh/"))
        assert page.editions == {"en": english, "zh-Hans": chinese, "x-default": english}, path
        assert page.canonical == address(site, path)
    assert sum(map(moved, pages.values())) <= len(pages) // 4


def test_a_page_says_how_it_is_shown_where_it_is_shared(told: tuple[Built, dict[str, Told]]) -> None:
    site, pages = told
    locales = {"en": "en_GB", "zh": "zh_CN"}
    for path, page in pages.items():
        found = dict(page.metas)
        own, other = ("zh", "en") if path.startswith("zh/") else ("en", "zh")
        shared = {name for name in found if name.startswith(("og:", "twitter:"))}
        if path == "404.html":
            assert shared == set()
            continue
        assert shared - {"og:locale:alternate"} == SHARED, path
        assert found["og:url"] == page.canonical and found["og:description"] == found["description"]
        assert found["og:type"] == ("article" if re.search(r"reports/[^/]+/index", path) else "website")
        assert found["og:locale"] == locales[own]
        assert found.get("og:locale:alternate") == (None if moved(page) else locales[other])
        picture = found["og:image"].removeprefix(address(site, ""))
        assert picture in site.files and picture.endswith(".png")


def test_the_picture_of_a_shared_page_is_of_the_size_that_is_told_and_light() -> None:
    data = (TOP / "templates" / "static" / "share.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) < 20_000


def test_no_machine_is_to_translate_chinese_on_an_english_page(told: tuple[Built, dict[str, Told]]) -> None:
    for path, page in told[1].items():
        if not path.startswith("zh/") and path != "404.html":
            assert [words for words, lang, wish in page.texts if lang == "zh-Hans" and wish] == [], path


def quotes(site: Built) -> Iterator[str]:
    """The words of a site's statements, but for those too short to be told from words of the interface."""
    assert site.site is not None
    return (statement.quote for statement in site.site.statements.values() if len(statement.quote) >= 8)


def test_no_machine_is_to_translate_the_source_s_words_on_any_page(told: tuple[Built, dict[str, Told]]) -> None:
    site, pages = told
    all_quotes, seen = frozenset(quotes(site)), 0
    for path, page in pages.items():
        quoted = [(words, wish) for words, _, wish in page.texts if words.strip() in all_quotes]
        # editors may use the words of a statement in a sentence of their own
        assert [words for words, wish in quoted if wish and words not in page.prose] == [], path
        seen += len(quoted)
    assert seen > 10


def test_the_judge_tells_what_is_to_be_translated() -> None:
    page = Told('<p lang="zh-Hans" translate="no">甲<b translate="yes">乙</b><br>丙</p><p lang="zh-Hans">丁</p>')
    assert [(words, wish) for words, _, wish in page.texts] == [
        ("甲", False),
        ("乙", True),
        ("丙", False),
        ("丁", True),
    ]
