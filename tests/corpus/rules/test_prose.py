"""Prose leads to what exists, loses nothing, is no HTML, and stands on a page in a language of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.page_names import BY_CHOICE, INTRODUCED, NAMED_PAGES, WRITTEN
from duizhao.corpus.rules.prose import (
    prose_has_a_known_language,
    prose_holds_no_html,
    prose_is_within_bounds,
    prose_keeps_its_words,
    prose_refers_to_what_exists,
    prose_stands_on_a_page,
)

from ...sample import report, site_of, told
from .given import JOBS, TERM, found, one, raised

ABOUT = "content/prose/about.en.md"


def test_prose_may_refer_to_records_of_every_kind_and_to_pages(tmp_path: Path) -> None:
    right = ["statement:a/r01", "report:a", "indicator:new-jobs", "theme:jobs", "district:qinghu", "term:council"]
    wrong = ["statement:a/r02", "report:b", "indicator:b", "theme:b", "district:b", "term:b", "initiative:b", "page:b"]
    wrong += [f"page:{name}" for name in BY_CHOICE]  # which nobody wrote there
    links = [f"[x]({name})" for name in (*right, *(f"page:{page}" for page in NAMED_PAGES))]
    parts = (TERM, report("a", "新增300人。", one("300人", f"{JOBS}, unit: 人")))
    chosen = {f"content/prose/{name}.{language}.md": "一。" for name in BY_CHOICE for language in ("en", "zh")}
    assert found(prose_refers_to_what_exists, tmp_path, *parts, chosen, {ABOUT: " ".join(links)}) == []
    prose = {ABOUT: "\n".join(f"[x]({name})" for name in wrong)}
    site = site_of(tmp_path / "wrong", *parts, prose)
    assert told(list(raised(prose_refers_to_what_exists, site))) == [
        ("reference-unknown", f"{ABOUT}:{line}:5") for line in range(1, len(wrong) + 1)
    ]


def test_prose_may_link_outside_but_not_to_a_kind_of_record_that_there_is_not(tmp_path: Path) -> None:
    prose = {ABOUT: "[a](https://example.org) [b](mailto:x@example.org)\n[c](indicators:gdp)"}
    site = site_of(tmp_path, prose)
    assert told(list(raised(prose_refers_to_what_exists, site))) == [("reference-unknown", f"{ABOUT}:2:5")]


@pytest.mark.parametrize(
    "link",
    [
        '[x](term:nobody "title")',
        "[x]( term:nobody )",
        "[x](<term:nobody>)",
        "[x](<term:nobody> 'title')",
        "[x][1]\n\n[1]: term:nobody",
        "[x][]\n\n[x]: <term:nobody> (title)",
        "[x]\n\n[x]: term:nobody",
        "<term:nobody>",
        "[**x**](term:nobody)",
        "[x](term\\:nobody)",
        "[x](term&#58;nobody)",
        "- 甲\n    - [x](term:nobody)",
        "> [x](term:nobody)",
        "| 甲 |\n|---|\n| [x](term:nobody) |",
        "## [x](term:nobody)",
        "[x](term:nobody#place)",
    ],
)
def test_a_reference_is_resolved_in_every_spelling(tmp_path: Path, link: str) -> None:
    assert found(prose_refers_to_what_exists, tmp_path, {ABOUT: link}) == [
        "reference-unknown: there is no term 'nobody'"
    ]


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("../compare/", "write page:compare"),
        ("/indicators/index.html#x", "write page:indicators#x"),
        ("../../themes/jobs/", "write theme:jobs"),
        ("https://example.org/sample/themes/jobs/", "write theme:jobs"),
        ("https://example.org/sample", "page:about, term:…"),
        ("statement：a/t01", "write statement:a/t01"),
    ],
)
def test_a_page_of_the_site_is_named_and_the_hint_names_it(tmp_path: Path, link: str, hint: str) -> None:
    (issue,) = raised(prose_refers_to_what_exists, site_of(tmp_path, {ABOUT: f"[x]({link})"}))
    assert (issue.code, issue.hint) == ("reference-unknown", hint)


def test_prose_is_no_html_keeps_its_words_and_has_bounds(tmp_path: Path) -> None:
    site = site_of(tmp_path, {ABOUT: "<b>x</b>\n\n2022. x", "content/prose/about.zh.md": "[" * 300})
    assert told(list(raised(prose_holds_no_html, site))) == [("prose-html", f"{ABOUT}:1:1")]
    assert told(list(raised(prose_keeps_its_words, site))) == [("prose-markdown", f"{ABOUT}:3:1")]
    assert told(list(raised(prose_is_within_bounds, site))) == [("prose-size", "content/prose/about.zh.md:1:1")]


def test_prose_in_a_language_that_the_site_does_not_have_is_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/prose/about.fr.md": "Bonjour"})
    assert told(list(raised(prose_has_a_known_language, site))) == [("bad-value", "content/prose/about.fr.md:1:1")]


def test_prose_that_no_page_shows_is_told_with_the_name_that_may_be_meant(tmp_path: Path) -> None:
    right = [*WRITTEN, *INTRODUCED, "districts/qinghu", "themes/jobs", "reports/a"]
    wrong = {
        "abuot": "is about meant?",
        "districts/qingu": "is qinghu meant?",
        "terms/x": "names: ",
        "a/b/c": "names: ",
    }
    files = {f"content/prose/{name}.en.md": "Words." for name in (*right, *wrong)}
    files |= {f"content/prose/{name}.zh.md": "一。" for name in BY_CHOICE}
    issues = list(raised(prose_stands_on_a_page, site_of(tmp_path, report("a", "甲。"), files)))
    hints = {str(issue.place): issue.hint for issue in issues}
    assert hints.keys() == {f"content/prose/{name}.en.md:1:1" for name in wrong}
    assert all(hints[f"content/prose/{name}.en.md:1:1"].startswith(hint) for name, hint in wrong.items())


def test_a_page_by_choice_is_written_in_every_language_or_told(tmp_path: Path) -> None:
    (name,) = BY_CHOICE
    site = site_of(tmp_path, {f"content/prose/{name}.en.md": "Words."})
    (issue,) = raised(prose_stands_on_a_page, site)
    assert (issue.code, issue.message) == (
        "prose-unshown",
        f"the page {name} is not written in every language of the site",
    )
    assert issue.hint == f"write content/prose/{name}.zh.md as well"
