"""Addresses with an id that a record had before lead to its page, in every language and without a script."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from duizhao.pipeline import Built, built

from ..links import broken_links
from ..sample import laid_out

# A record of each kind by its file, with its id; each gets a former one.
RECORDS = {"districts": "qinghu", "themes": "jobs", "indicators": "new-jobs", "initiatives": "dongdi-park",
           "terms": "neighbours-deliberate"}  # fmt: skip


@cache
def moved() -> Built:
    """The invented site, a record of each kind renamed."""
    with TemporaryDirectory() as folder:
        top = laid_out(Path(folder) / "project")
        for kind, name in RECORDS.items():
            path = top / "content" / f"{kind}.yaml"
            text = path.read_text("utf-8")
            flow, block = f"id: {name},", f"- id: {name}\n"
            assert flow in text or block in text
            text = text.replace(flow, f"{flow} formerly: [old-{name}],", 1)
            path.write_text(text.replace(block, f"{block}  formerly: [old-{name}]\n", 1), "utf-8")
        result = built(top)
    assert result.issues == ()
    return result


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("kind", RECORDS)
def test_an_old_address_leads_to_the_new_page(kind: str, language: str) -> None:
    name = RECORDS[kind]
    html = moved().files[f"{language}{kind}/old-{name}/index.html"].decode()
    assert f'<meta http-equiv="refresh" content="0; url=../{name}/index.html">' in html
    (canonical,) = re.findall('rel="canonical" href="([^"]+)"', html)
    assert canonical.endswith(f"/{language}{kind}/{name}/")
    main = html.partition("<main")[2]
    assert f'<a href="../{name}/index.html">' in main


def test_no_old_address_is_in_the_sitemap_and_every_link_of_the_site_leads_somewhere() -> None:
    assert b"/old-" not in moved().files["sitemap.xml"]
    assert list(broken_links(moved().files)) == []


def test_a_page_that_search_engines_find_names_no_old_address() -> None:
    links = (path for path, data in moved().files.items() if path.endswith(".html") and b"/old-" in data)
    assert all("/old-" in path for path in links)


@pytest.mark.parametrize("kind", RECORDS)
def test_the_table_of_a_kind_has_the_old_id_beside_the_new_one(kind: str) -> None:
    rows = csv.DictReader(io.StringIO(moved().files[f"data/{kind}.csv"].decode("utf-8-sig")))
    assert {row["id"]: row["formerly"] for row in rows}[RECORDS[kind]] == f'["old-{RECORDS[kind]}"]'


@pytest.mark.parametrize(("path", "kinds"), [("search", "qinghu jobs"), ("targets", "qinghu jobs")])
def test_a_filter_knows_the_ids_that_an_address_may_still_hold(path: str, kinds: str) -> None:
    html = moved().files[f"{path}/index.html"].decode()
    for name in kinds.split():
        assert f'<option value="{name}" data-formerly="old-{name}">' in html
