"""References of prose lead to what exists, and its languages are the site's."""

from __future__ import annotations

from pathlib import Path

from duizhao.content.page_names import NAMED_PAGES
from duizhao.corpus.rules.prose import prose_has_a_known_language, prose_refers_to_what_exists

from ...sample import report, site_of, told
from .given import JOBS, TERM, found, one, raised


def test_prose_may_refer_to_records_of_every_kind_and_to_pages(tmp_path: Path) -> None:
    right = ["statement:a/r01", "report:a", "indicator:new-jobs", "theme:jobs", "district:qinghu", "term:council"]
    wrong = ["statement:a/r02", "report:b", "indicator:b", "theme:b", "district:b", "term:b", "initiative:b", "page:b"]
    links = [f"[x]({name})" for name in (*right, *(f"page:{page}" for page in NAMED_PAGES))]
    parts = (TERM, report("a", "新增300人。", one("300人", f"{JOBS}, unit: 人")))
    assert found(prose_refers_to_what_exists, tmp_path, *parts, {"content/prose/about.en.md": " ".join(links)}) == []
    prose = {"content/prose/about.en.md": "\n".join(f"[x]({name})" for name in wrong)}
    site = site_of(tmp_path, *parts, prose)
    assert told(list(raised(prose_refers_to_what_exists, site))) == [
        ("reference-unknown", f"content/prose/about.en.md:{line}:5") for line in range(1, len(wrong) + 1)
    ]


def test_prose_may_link_outside_but_not_to_a_kind_of_record_that_there_is_not(tmp_path: Path) -> None:
    prose = {"content/prose/about.en.md": "[a](https://example.org) [b](mailto:x@example.org)\n[c](indicators:gdp)"}
    site = site_of(tmp_path, prose)
    assert told(list(raised(prose_refers_to_what_exists, site))) == [
        ("reference-unknown", "content/prose/about.en.md:2:5")
    ]


def test_prose_in_a_language_that_the_site_does_not_have_is_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/prose/about.fr.md": "Bonjour"})
    assert told(list(raised(prose_has_a_known_language, site))) == [("bad-value", "content/prose/about.fr.md:1:1")]
