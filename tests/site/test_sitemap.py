"""What search engines read: every page's address once, in XML that stays well-formed for any address of a site."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from duizhao.pipeline import built
from duizhao.site.sitemap import AT_MOST, search_engine_files

from ..sample import SMALLEST, written

PATHS = ("zh/index.html", "index.html", "404.html", "data/texts/a.txt", "reports/a/index.html")
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_the_list_names_each_page_that_is_found_by_its_folder_in_order_and_nothing_else() -> None:
    files = search_engine_files("https://example.org/", PATHS)
    assert files["sitemap.xml"].decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/</loc></url>\n"
        "<url><loc>https://example.org/reports/a/</loc></url>\n"
        "<url><loc>https://example.org/zh/</loc></url>\n"
        "</urlset>\n"
    )
    assert files["robots.txt"].decode().endswith("\nSitemap: https://example.org/sitemap.xml\n")


@pytest.mark.parametrize("base", ["https://example.org/a&b/", "https://example.org/a<b>&lt;/", "https://例.org/“&”/"])
def test_an_address_that_holds_signs_of_xml_stands_in_the_list_as_it_is(base: str) -> None:
    sitemap = search_engine_files(base, PATHS)["sitemap.xml"]
    read = [loc.text for loc in ElementTree.fromstring(sitemap).iter(LOC)]
    assert read == [base, f"{base}reports/a/", f"{base}zh/"]


def test_a_site_at_such_an_address_is_built(tmp_path: Path) -> None:
    base = "https://example.org/a&b'c/"
    site = SMALLEST["content/site.yaml"].replace("https://example.org/sample/", base)
    result = built(written(tmp_path, {"content/site.yaml": site}))
    assert result.issues == () and result.site is not None
    read = [loc.text for loc in ElementTree.fromstring(result.files["sitemap.xml"]).iter(LOC)]
    assert base in read and all(address.startswith(base) for address in read)
    assert len(read) == len(set(read)) == sum(name.endswith("index.html") for name in result.files)


def test_more_pages_than_one_list_may_hold_stand_in_several_that_the_first_file_names() -> None:
    paths = [f"reports/r{number:06}/index.html" for number in range(AT_MOST + 1)]
    files = search_engine_files("https://example.org/a&b/", paths)
    lists = [loc.text or "" for loc in ElementTree.fromstring(files["sitemap.xml"]).iter(LOC)]
    assert lists == ["https://example.org/a&b/sitemap-1.xml", "https://example.org/a&b/sitemap-2.xml"]
    read = [[loc.text for loc in ElementTree.fromstring(files[name.rsplit("/", 1)[1]]).iter(LOC)] for name in lists]
    assert [len(part) for part in read] == [AT_MOST, 1]
    assert read[0][0] == "https://example.org/a&b/reports/r000000/" and len({*read[0], *read[1]}) == AT_MOST + 1
    assert "sitemap-1.xml" not in search_engine_files("https://example.org/", paths[:-1])
