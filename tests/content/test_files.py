"""Files into values: what is read, what may be absent, and what is said of files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.content.schema import Bilingual

from ..sample import BASE, laid_out, report, told, written


def test_the_invented_project_is_read_whole(tmp_path: Path) -> None:
    library, issues = library_of(laid_out(tmp_path / "project"))
    assert issues == []
    assert library.site.title == Bilingual("两区对照", "Two Districts")
    assert [district.id for district in library.districts] == ["qinghu", "baishi"]
    assert [one.id for one in library.reports] == sorted(path.name for path in (BASE / "content/reports").iterdir())
    assert [(page.name, page.language) for page in library.prose] == [("about", "en"), ("about", "zh")]
    assert library.initiatives[0].not_these == ("东堤公园站",)


def test_only_the_site_s_own_settings_must_be_there(tmp_path: Path) -> None:
    top = written(tmp_path)
    for path in (top / "content").iterdir():
        if path.name != "site.yaml":
            path.unlink()
    library, issues = library_of(top)
    assert issues == []
    assert library.reports == library.districts == library.terms == library.prose == ()


def test_the_site_s_own_settings_are_missed(tmp_path: Path) -> None:
    top = written(tmp_path)
    (top / "content" / "site.yaml").unlink()
    assert told(library_of(top)[1]) == [("file-missing", "content/site.yaml:1:1")]


@pytest.mark.parametrize("site", ["title: {zh: 样本, en: Sample}", "[", ""])
def test_without_the_site_s_settings_there_is_no_library(site: str, tmp_path: Path) -> None:
    library, issues = library_of(written(tmp_path, {"content/site.yaml": site}))
    assert library is None
    assert {issue.place.path for issue in issues} == {"content/site.yaml"}


def test_the_numbers_of_a_report_are_told_apart_by_the_site_s_own_words_too(tmp_path: Path) -> None:
    words = {"content/numbers.yaml": "- {words: [天鹅里, 五柳巷], reason: name, about: lanes of Qinghu}"}
    library, issues = library_of(written(tmp_path, report("a", "改造五柳巷3处。办2021天鹅里论坛。"), words))
    assert issues == []
    found = [(one.number.text, one.reason) for one in library.reports[0].numbers]
    assert found == [("五柳巷", "name"), ("3处", ""), ("2021", "date")]


def test_words_that_hold_a_numeral_have_one_of_the_reasons(tmp_path: Path) -> None:
    words = {"content/numbers.yaml": "- {words: [五柳巷], reason: rhetoric, about: a lane}"}
    assert told(library_of(written(tmp_path, words))[1]) == [("bad-value", "content/numbers.yaml:1:26")]


@pytest.mark.parametrize(
    "name", ["site", "districts", "themes", "indicators", "initiatives", "terms", "follow-ups", "numbers"]
)
def test_a_file_of_records_that_is_not_utf_8_is_an_issue(name: str, tmp_path: Path) -> None:
    top = written(tmp_path)
    (top / "content" / f"{name}.yaml").write_bytes("- 区".encode("gb18030"))
    (issue,) = library_of(top)[1]
    assert told([issue]) == [("not-utf8", f"content/{name}.yaml:1:3")]
    assert issue.message == "byte 2 (0xC7) is not UTF-8"
    assert issue.hint == "the file may be GB 18030: save it as UTF-8"


def test_prose_that_is_not_utf_8_is_an_issue(tmp_path: Path) -> None:
    top = written(tmp_path, {"content/prose/about.zh.md": "关于"})
    (top / "content/prose/about.zh.md").write_bytes("关于".encode("gb18030"))
    assert told(library_of(top)[1]) == [("not-utf8", "content/prose/about.zh.md:1:1")]


def test_a_second_record_of_one_id_is_left_out(tmp_path: Path) -> None:
    themes = "- {id: jobs, name: {zh: 就业, en: Jobs}}\n- {id: jobs, name: {zh: 养老, en: Care}}\n"
    library, issues = library_of(written(tmp_path, {"content/themes.yaml": themes}))
    assert told(issues) == [("duplicate-id", "content/themes.yaml:2:8")]
    assert [theme.name.en for theme in library.themes] == ["Jobs"]


def test_a_promise_is_followed_up_once(tmp_path: Path) -> None:
    one = "- {promise: a/t01, evidence: not-checked, because: {zh: 无, en: None}}\n"
    assert told(library_of(written(tmp_path, {"content/follow-ups.yaml": one + one}))[1]) == [
        ("duplicate-id", "content/follow-ups.yaml:2:13")
    ]


def test_two_folders_may_not_hold_one_report(tmp_path: Path) -> None:
    top = written(tmp_path, report("a", "甲。"), report("b", "乙。", id="a"))
    library, issues = library_of(top)
    assert sorted(issue.code for issue in issues) == ["duplicate-id", "id-mismatch"]
    assert [one.text for one in library.reports] == ["甲。\n"]


def test_reports_come_in_the_order_of_their_folders(tmp_path: Path) -> None:
    library, _ = library_of(written(tmp_path, report("b", "乙。"), report("c", "丙。"), report("a", "甲。")))
    assert [one.id for one in library.reports] == ["a", "b", "c"]


def test_prose_is_named_by_its_path_and_language_and_a_readme_is_none(tmp_path: Path) -> None:
    top = written(
        tmp_path, {"content/prose/districts/qinghu.en.md": "Words.", "content/prose/README.md": "For editors."}
    )
    library, _ = library_of(top)
    assert [(page.name, page.language, page.text) for page in library.prose] == [("districts/qinghu", "en", "Words.")]


LITTER = (
    "._about.en.md",
    ".about.en.md.swp",
    "about.en.md~",
    "#about.en.md#",
    ".#about.en.md",
    ".DS_Store",
    "Thumbs.db",
)


def test_what_systems_and_editors_leave_beside_the_content_is_none_of_it(tmp_path: Path) -> None:
    top = written(tmp_path, report("a", "甲。"), {"content/prose/about.en.md": "Words."})
    read = library_of(top)
    folders = ("content", "content/prose", "content/reports", "content/reports/a", "content/prose/__MACOSX")
    for folder in folders:
        (top / folder).mkdir(exist_ok=True)
        for name in LITTER:
            (top / folder / name).write_bytes(b"\x00\x05\x16\x07\xff")
    (top / "content" / "prose" / "__MACOSX" / "about.en.md").write_bytes(b"\xff")
    for name in (".Trashes", "__MACOSX", "a.bak", "a~"):
        (top / "content" / "reports" / name).mkdir()
    assert read[1] == [] and library_of(top) == read
