"""Addresses: a relative link, resolved from its page, is the target."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given, strategies as st

from duizhao.pages.addresses import folder_of, other_languages, page_path, public_address, relative

FOLDERS = st.lists(st.sampled_from(["reports", "zh", "compare", "a-2020"]), max_size=3)
PATHS = st.tuples(FOLDERS, st.sampled_from(["index.html", "x.js"])).map(lambda path: "/".join((*path[0], path[1])))
FRAGMENTS = st.sampled_from(["", "#p1", "#t07", "#怎样-核对"])


@pytest.mark.parametrize("host", ["https://example.org/", "https://example.org/any/sub/path/", "file:///D:/a/site/"])
@given(source=PATHS, target=PATHS, fragment=FRAGMENTS)
def test_a_link_resolved_from_its_page_is_the_target(host: str, source: str, target: str, fragment: str) -> None:
    assert urljoin(host + source, relative(source, target + fragment)) == host + target + fragment


@given(source=PATHS, target=PATHS, fragment=FRAGMENTS)
def test_a_link_names_no_host_and_does_not_begin_at_the_root(source: str, target: str, fragment: str) -> None:
    link = relative(source, target + fragment)
    assert link and not link.startswith("/") and "://" not in link
    assert urldefrag(link).fragment == fragment.removeprefix("#")


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("index.html", "reports/a/index.html", "reports/a/index.html"),
        ("reports/a/index.html", "index.html", "../../index.html"),
        ("reports/a/index.html", "reports/b/index.html#t07", "../b/index.html#t07"),
        ("reports/a/index.html", "reports/a/index.html#t07", "#t07"),
        ("reports/a/index.html", "reports/a/index.html", "index.html"),
        ("zh/index.html", "assets/site.0.css", "../assets/site.0.css"),
    ],
)
def test_links_are_as_short_as_they_can_be(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


def test_the_default_language_stands_at_the_root_and_the_other_in_its_folder() -> None:
    assert page_path("en", "en") == "index.html"
    assert page_path("zh", "en") == "zh/index.html"
    assert page_path("en", "zh", "compare") == "en/compare/index.html"
    assert page_path("zh", "zh", "reports", "a") == "reports/a/index.html"


def test_the_other_language_is_the_one_that_this_is_not() -> None:
    assert other_languages("en", ("en", "zh")) == ("zh",)
    assert other_languages("zh", ("zh", "en")) == ("en",)
    assert other_languages("zh", ("zh",)) == ()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "https://example.org/site/"),
        ("compare/index.html", "https://example.org/site/compare/"),
        ("reports/a/index.html#t07", "https://example.org/site/reports/a/#t07"),
        ("404.html", "https://example.org/site/404.html"),
        ("assets/index.html.js", "https://example.org/site/assets/index.html.js"),
    ],
)
def test_an_address_for_others_names_the_folder_and_not_its_first_page(path: str, address: str) -> None:
    assert public_address("https://example.org/site/", path) == address


def test_the_folder_of_a_page_keeps_its_stroke() -> None:
    assert (folder_of("zh/targets/index.html"), folder_of("index.html")) == ("zh/targets/", "")
