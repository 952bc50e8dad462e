"""The files of a report's folder: what is a block, what must be there, and what is no text."""

from __future__ import annotations

import pytest

from duizhao.content.report import report_of
from duizhao.content.report_file import written_blocks

from ..sample import report, told
from .reports import FOLDER


def test_a_file_that_is_not_utf_8_is_told_its_line() -> None:
    files = {path.rsplit("/", 1)[1]: text.encode() for path, text in report("qinghu-2022", "甲。").items()}
    found, issues = report_of(FOLDER, files | {"annotations.yaml": "# 一\n# 二".encode() + b"\xff"})
    assert told(issues) == [("not-utf8", f"{FOLDER}/annotations.yaml:2:4")]
    assert found is not None


@pytest.mark.parametrize("name", ["source.txt", "report.md"])
def test_a_report_needs_its_source_and_its_text(name: str) -> None:
    files = {path.rsplit("/", 1)[1]: text.encode() for path, text in report("qinghu-2022", "甲。").items()}
    del files[name]
    assert report_of(FOLDER, files)[0] is None
    assert told(report_of(FOLDER, files)[1]) == [("file-missing", f"{FOLDER}/{name}:1:1")]


@pytest.mark.parametrize("text", ["", "# 一\n", "---\nid: a\n", "\n---\nid: a\n---\n"])
def test_a_report_begins_with_front_matter(text: str) -> None:
    files = {"source.txt": b"", "report.md": text.encode()}
    assert told(report_of(FOLDER, files)[1]) == [("front-matter", f"{FOLDER}/report.md:1:1")]


def test_only_one_to_three_number_signs_and_a_space_make_a_heading() -> None:
    lines = ["# 一", "", "## （一）", "### 三", "#### 四", "#号线", "2024. 年", "- 甲", "> 乙"]
    blocks = written_blocks(lines, "x.md", 5)
    assert [(block.level, block.text) for block in blocks] == [
        (1, "一"),
        (2, "（一）"),
        (3, "三"),
        (0, "#### 四"),
        (0, "#号线"),
        (0, "2024. 年"),
        (0, "- 甲"),
        (0, "> 乙"),
    ]
    assert str(blocks[1].place) == "x.md:7:4"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\nid: a\n", "the front matter that begins here has no end"),
        ("---\nid: a\n\n# 一\n一。\n", "the front matter that begins here has no end"),
        ("\n\n---\nid: a\n---\n", "the front matter begins in line 3"),
        ("———\nid: a\n———\n", "the first line is '———', and not three hyphens"),
        ("－－－\nid: a\n－－－\n", "the first line is '－－－', and not three hyphens"),
        (" ---\nid: a\n---\n", "the first line is ' ---', and not three hyphens"),
        ("----\nid: a\n----\n", "the first line is '----', and not three hyphens"),
        ("id: a\n", "the file does not begin with front matter"),
    ],
)
def test_front_matter_that_is_not_found_is_told_why(text: str, message: str) -> None:
    _, (issue,) = report_of(FOLDER, {"source.txt": b"", "report.md": text.encode()})
    assert (issue.code, issue.message) == ("front-matter", message)


def test_blanks_at_the_end_of_a_line_are_not_of_its_text() -> None:
    files = report("qinghu-2022", "# 一\n甲。", translation="# One  \nA.\t\n")
    files = {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items()}
    text = files["report.md"].replace("甲。".encode(), "甲。 \u3000".encode()).replace(b"\n---\n", b"\n--- \n")
    found, issues = report_of(FOLDER, files | {"report.md": text})
    assert issues == []
    assert found and [(block.text, block.translation) for block in found.blocks] == [("一", "One"), ("甲。", "A.")]
