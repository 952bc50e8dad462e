"""Static files: their published names change with their content and with nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duizhao.site import assets
from duizhao.site.assets import Assets


def assets_of(folder: Path) -> Assets:
    """The assets of a folder with which nothing is wrong."""
    found, issues = assets.assets_of(folder)
    assert issues == []
    return found


def test_a_file_is_published_under_a_name_with_a_hash_of_its_content(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_bytes(b"a {}")
    (tmp_path / "table.js").write_bytes(b"1;")
    found = assets_of(tmp_path)
    assert list(found.paths) == ["site.css", "table.js"]
    assert re.fullmatch(r"assets/site\.[0-9a-f]{10}\.css", found.paths["site.css"])
    assert found.files == {found.paths["site.css"]: b"a {}", found.paths["table.js"]: b"1;"}


def test_a_name_changes_with_the_content_and_with_nothing_else(tmp_path: Path) -> None:
    css = tmp_path / "site.css"
    css.write_bytes(b"a {}")
    first = assets_of(tmp_path)
    css.write_bytes(b"a{}")
    second = assets_of(tmp_path)
    css.write_bytes(b"a {}")
    assert first.paths["site.css"] != second.paths["site.css"]
    assert assets_of(tmp_path) == first


def test_two_files_of_one_stem_or_one_content_keep_two_names(tmp_path: Path) -> None:
    for name in ("report.css", "report.js", "other.js"):
        (tmp_path / name).write_bytes(b"")
    assert len(assets_of(tmp_path).files) == 3


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert assets_of(tmp_path / "static") == Assets({}, {})


def test_what_systems_and_editors_leave_beside_the_files_is_not_published(tmp_path: Path) -> None:
    for name in ("site.css", "._site.css", ".DS_Store", "Thumbs.db", "site.css~", ".site.css.swp", "#site.css#"):
        (tmp_path / name).write_bytes(b"a {}")
    assert list(assets_of(tmp_path).paths) == ["site.css"]


def test_a_byte_order_mark_of_a_text_is_not_published_and_bytes_that_look_like_one_are(tmp_path: Path) -> None:
    for name in ("site.css", "table.js", "icon.png"):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbfa")
    assert sorted(assets_of(tmp_path).files.values()) == [b"a", b"a", b"\xef\xbb\xbfa"]


def test_the_line_breaks_of_windows_are_published_as_those_of_unix_and_bytes_that_look_like_one_are_kept(
    tmp_path: Path,
) -> None:
    for name in ("a.svg", "icon.png"):
        (tmp_path / name).write_bytes(b"a {\r\n}\r\n")
    assert sorted(assets_of(tmp_path).files.values()) == [b"a {\n}\n", b"a {\r\n}\r\n"]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"a {}\n\xef\xbb\xbfb {}", "odd-character", "site.css:2:1"),
        ("a::after { content: '\u202e' }".encode(), "odd-character", "site.css:1:22"),
        (b"a {}\rb {}", "odd-character", "site.css:1:5"),
        ("/* 中文 */".encode("gb18030"), "not-utf8", "site.css:1:4"),
        ("a {}".encode("utf-16"), "not-utf8", "site.css:1:1"),
    ],
)
def test_a_static_text_is_held_to_what_every_text_is_held_to(
    tmp_path: Path, data: bytes, code: str, place: str
) -> None:
    (tmp_path / "site.css").write_bytes(data)
    _, issues = assets.assets_of(tmp_path, shown=lambda path: path.name)
    assert [(issue.code, str(issue.place)) for issue in issues] == [(code, place)]


def test_styles_are_published_without_comments_indents_and_needless_breaks_and_otherwise_as_they_are(
    tmp_path: Path,
) -> None:
    (tmp_path / "site.css").write_text(
        '/* why\n   so */\na,\nc\nd {\n  b: "/* c */"; /* d */\n  e: url(x/*y*/z) \'\\\'/*f*/\' "}\\\n";\n}\n'
        "/*! licence */\n",
        "utf-8",
    )
    (tmp_path / "a.js").write_text("// why\n  1; /* so */\n", "utf-8")
    found = assets_of(tmp_path)
    assert found.files[found.paths["site.css"]].decode() == (
        'a,c\nd {b: "/* c */"; e: url(x/*y*/z) \'\\\'/*f*/\' "}\\\n";}/*! licence */\n'
    )
    assert found.files[found.paths["a.js"]] == b"// why\n  1; /* so */\n"


@pytest.mark.parametrize(
    ("script", "published"),
    [
        ("// why\nlet a = 1; // said\n  // more\n  f(`${a}`, `b`);\n", "let a = 1; // said\nf(`${a}`, `b`);\n"),
        ("f(`a\n  // b\n`);\n", None),
        ("f(`a`, `\n  b`);\n", None),
        ('f("a\\\n  // b");\n', None),
        ("/* a\n  // b\n*/\n", None),
        ('f("https://example.org/");\n', 'f("https://example.org/");\n'),
    ],
)
def test_a_script_is_published_without_lines_of_comment_and_indents_where_these_are_no_part_of_a_text(
    tmp_path: Path, script: str, published: str | None
) -> None:
    (tmp_path / "table.js").write_text(script, "utf-8", newline="\n")
    assert list(assets_of(tmp_path).files.values()) == [(published or script).encode()]
