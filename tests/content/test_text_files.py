"""Bytes into text: byte order marks and line breaks are read over in every kind of file, stray characters are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.content.text_files import decoded, lines_of, place_in, spelt_strays, text_of
from duizhao.issues import Issue
from duizhao.pipeline import Built, built
from duizhao.project import package_theme
from duizhao.text.characters import strays

from ..sample import laid_out, report, told, written
from ..text.test_growth import grows_no_faster_than_its_text

BOM = "\ufeff".encode()
# Files of every kind that a person writes, with those that the invented project lacks.
MORE = report("baishi-2023", "改造五柳巷3处。", district="baishi", date='"2023"', covers='"2023"') | {
    "content/strings.yaml": "frame.menu:\n  en: Menu\n  zh: 目录\n",
    "content/numbers.yaml": "- words: [五柳巷]\n  reason: name\n  about: a lane\n",
    "content/prose/districts/qinghu.zh.md": "## 青湖\n\n一段。\n",
    "theme/words.yaml": "nav.about: {en: About us, zh: 关于本站}\n",
    "theme/not-found.html": (package_theme() / "not-found.html").read_text("utf-8"),
}
KINDS = (
    *("site.yaml", "districts.yaml", "themes.yaml", "indicators.yaml", "initiatives.yaml", "terms.yaml"),
    *("follow-ups.yaml", "numbers.yaml", "strings.yaml", "about.zh.md", "qinghu.zh.md"),
    *("report.md", "annotations.yaml", "translation.en.md", "words.yaml", "not-found.html"),
)


def built_with(top: Path, change: Callable[[bytes], bytes], *names: str) -> Built:
    """The invented project with files of every kind, those of some names changed."""
    laid_out(top)
    for path, text in MORE.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(text.encode())
    found = [path for path in top.rglob("*") if path.name in names]
    assert len({path.name for path in found}) == len(names)
    for path in found:
        path.write_bytes(change(path.read_bytes()))
    return built(top)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    result = built_with(tmp_path_factory.mktemp("plain") / "project", lambda data: data)
    assert result.issues == ()
    return result


def as_windows_writes_it(data: bytes) -> bytes:
    return BOM + data.replace(b"\n", b"\r\n")


def test_a_byte_order_mark_and_the_line_breaks_of_windows_change_nothing_of_a_site(
    plain: Built, tmp_path: Path
) -> None:
    result = built_with(tmp_path / "project", as_windows_writes_it, *KINDS)
    assert result.issues == ()
    assert result.files == plain.files
    # Tables begin with one, for a spreadsheet that would take them for another encoding.
    assert [path for path, data in result.files.items() if BOM in (data[3:] if path.endswith(".csv") else data)] == []
    pages = {path: data for path, data in result.files.items() if path.endswith((".html", ".json", ".xml"))}
    assert [path for path, data in pages.items() if b"\r" in data] == []


def test_a_capture_with_a_byte_order_mark_and_the_line_breaks_of_windows_makes_the_same_text(tmp_path: Path) -> None:
    files = report("a", "# 一\n全区新增就业4万人。\n二。", source="\ufeff一\r\n全区新增就业4万人。\r\n二。\r\n")
    result = built(written(tmp_path, {path: text for path, text in files.items() if "source" not in path}))
    (tmp_path / "content/reports/a/source.txt").write_bytes(files["content/reports/a/source.txt"].encode())
    result = built(tmp_path)
    assert result.issues == ()
    assert result.site and result.site.reports["a"].text == "一\n全区新增就业4万人。\n二。\n"


# A template is read after all content, and by itself.
@pytest.mark.parametrize("names", [KINDS[:-1], KINDS[-1:]], ids=["content", "template"])
def test_a_character_that_nobody_sees_is_named_in_every_kind_of_file(names: tuple[str, ...], tmp_path: Path) -> None:
    result = built_with(tmp_path / "project", lambda data: data + "\n# 就业\u202e\n".encode(), *names)
    assert {(issue.code, issue.message, issue.place.col) for issue in result.issues} == {
        ("odd-character", "U+202E RIGHT-TO-LEFT OVERRIDE stands here", 5)
    }
    assert {Path(issue.place.path).name for issue in result.issues} == set(names)


@pytest.mark.parametrize("names", [KINDS[:-1], KINDS[-1:]], ids=["content", "template"])
def test_a_file_in_another_encoding_is_told_at_the_byte_whatever_its_kind(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    result = built_with(tmp_path / "project", lambda data: data + b"\nab\xff\n", *names)
    assert {(issue.code, issue.place.col) for issue in result.issues} == {("not-utf8", 3)}
    assert {Path(issue.place.path).name for issue in result.issues} == set(names)


def issues_of(data: bytes) -> list[Issue]:
    return text_of("a.md", data)[1]


@pytest.mark.parametrize(
    ("data", "place", "message", "hint"),
    [
        ("甲\n乙".encode("gb18030"), "1:1", "byte 0 (0xBC) is not UTF-8", "the file may be GB 18030: save it as UTF-8"),
        ("甲".encode("utf-16"), "1:1", "byte 0 (0xFF) is not UTF-8", "the file is UTF-16: save it as UTF-8"),
        (BOM + "甲\r\n乙".encode() + b"\xff\xff", "2:2", "byte 11 (0xFF) is not UTF-8", "save the file as UTF-8"),
        ("甲".encode()[:2], "1:1", "byte 0 (0xE7) is not UTF-8", ""),
        (b"a\xed\xa0\x80", "1:2", "byte 1 (0xED) is not UTF-8", ""),
    ],
)
def test_a_byte_that_is_not_utf_8_is_told_its_place(data: bytes, place: str, message: str, hint: str) -> None:
    (issue,) = issues_of(data)
    assert (issue.code, str(issue.place), issue.message) == ("not-utf8", f"a.md:{place}", message)
    assert issue.hint == hint or not hint


def test_a_character_is_told_once_with_all_of_its_places() -> None:
    text = "甲\u200b\u2028乙\u200b\n" + "丙\u200b" * 6
    assert [(str(issue.place), issue.message) for issue in issues_of(text.encode())] == [
        ("a.md:1:2", "U+200B ZERO WIDTH SPACE stands here, and at 1:5, 2:2, 2:4, 2:6 and 3 more"),
        ("a.md:1:3", "U+2028 LINE SEPARATOR stands here"),
    ]


def test_a_carriage_return_by_itself_ends_no_line() -> None:
    (issue,) = issues_of("甲\r乙\r\n丙\r".encode())
    assert str(issue.place) == "a.md:1:2"
    assert issue.message == "U+000D CARRIAGE RETURN stands here, and at 2:2"
    assert "LF" in issue.hint


def test_a_second_byte_order_mark_is_a_character_that_nobody_sees() -> None:
    assert told(issues_of(BOM + BOM + "甲".encode())) == [("odd-character", "a.md:1:1")]


@pytest.mark.parametrize("between", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_a_line_feed_ends_a_line(between: str) -> None:
    data = f"甲{between}乙\n丙{between}\n丁".encode()
    (issue,) = issues_of(data)
    assert str(issue.place) == "a.md:1:2" and issue.message.endswith(", and at 2:2")
    assert lines_of(data)[2:] == ["丁"]


@given(st.text(st.characters(blacklist_categories=("Cs",))))
def test_what_is_no_stray_comes_through_unchanged_but_for_line_breaks(text: str) -> None:
    read, issues = text_of("a.md", text.encode())
    assert (read is None) == bool(issues)
    meant = text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert read == (None if list(strays(meant)) else meant)
    assert decoded("a.md", text.encode())[0] == text.removeprefix("\ufeff")


@given(st.text("甲a\n", max_size=20), st.integers(0, 20))
def test_a_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    place = place_in("a", text, min(offset, len(text)))
    assert sum(len(line) + 1 for line in text.split("\n")[: place.line - 1]) + place.col - 1 == min(offset, len(text))


def test_what_html_spells_out_is_seen_where_it_is_spelt() -> None:
    text = "a &amp; b &#x202E;c&#8206; &shy;&zwnj; &nbsp;&mdash; &copy &#0; &nothing; &#27; &#x000000202D"
    assert [(stray.offset, stray.char) for stray in spelt_strays(text)] == [
        (text.index("&#x202E;"), "\u202e"),
        (text.index("&#8206;"), "\u200e"),
        (text.index("&shy;"), "\xad"),
        (text.index("&zwnj;"), "\u200c"),
        (text.index("&#0;"), "\ufffd"),
        (text.index("&#27;"), "\x1b"),
        (text.index("&#x000000202D"), "\u202d"),
    ]


def test_prose_may_not_spell_out_what_it_may_not_hold(tmp_path: Path) -> None:
    result = built(written(tmp_path, {"content/prose/about.zh.md": "一\n甲&#x202e;乙"}))
    (issue,) = result.issues
    assert (issue.code, str(issue.place)) == ("odd-character", "content/prose/about.zh.md:2:2")


def test_of_a_file_that_is_no_text_no_more_is_told_than_a_person_reads() -> None:
    data = "".join(map(chr, range(0xE000, 0xF8FF))).encode()
    found = issues_of(data * 3)
    assert len(found) == 13
    assert found[-1].message == "U+E00C PRIVATE USE stands here, and 6386 others elsewhere"


def test_a_control_character_of_windows_is_told_what_it_is_there() -> None:
    (issue,) = issues_of("it\x92s".encode())
    assert issue.hint == "in Windows-1252 it is ’: write that character"


@pytest.mark.parametrize("run", ["\ue000", "甲\n", "\r", "\u200b\n"])
@pytest.mark.long
def test_reading_a_text_grows_with_it(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: text_of("a", text.encode()), run, 8000)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["title: a\n", "标题: 甲\n- {en: a, zh: 甲}\n"])
def test_a_file_in_utf_16_is_called_so_with_its_mark_and_without(codec: str, text: str) -> None:
    assert {issue.hint for issue in issues_of(text.encode(codec))} == {"the file is UTF-16: save it as UTF-8"}


def test_a_file_in_utf_32_is_called_so() -> None:
    assert issues_of("a: 甲".encode("utf-32"))[0].hint == "the file is UTF-32: save it as UTF-8"
