"""Rules of the files of a folder: its name, and the blocks of a translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.files import library_of

from ...sample import laid_out, told
from ..reports import FOLDER, read


@pytest.mark.parametrize(
    ("translation", "place"), [("# One\n", "1:3"), ("One\n\nA.\n", "1:1"), ("# One\n\n## A.\n", "3:4")]
)
def test_a_translation_with_other_blocks_is_an_issue_and_not_taken(translation: str, place: str) -> None:
    found, issues = read("# 一\n甲。", translation=translation)
    assert told(issues) == [("translation-blocks", f"{FOLDER}/translation.en.md:{place}")]
    assert not found.translated
    assert {block.translation for block in found.blocks} == {None}


def test_the_id_of_a_report_is_its_folder_s_name() -> None:
    found, issues = read("甲。", id="qinghu-2021")
    assert told(issues) == [("id-mismatch", f"{FOLDER}/report.md:2:5")]
    assert found is not None


def test_signs_of_markdown_in_a_translation_and_in_a_gloss_are_told_at_their_place() -> None:
    annotations = "statements:\n- {id: r01, kind: result, quote: 甲, gloss: 'the **first**', themes: [jobs]}\n"
    _, issues = read("# 一\n甲。", annotations, translation="# One\n\nThe <i>first</i> and [more](report:x).\n")
    assert sorted(place for code, place in told(issues) if code == "translation-signs") == [
        f"{FOLDER}/annotations.yaml:2:44",
        f"{FOLDER}/translation.en.md:3:22",
        f"{FOLDER}/translation.en.md:3:5",
    ]


def test_signs_that_the_text_has_itself_are_its_translation_s_too() -> None:
    _, issues = read("# 一\n甲*乙*。", translation="# One\n\n*First* and second.\n")
    assert "translation-signs" not in [code for code, _ in told(issues)]


@pytest.mark.parametrize(
    ("folder", "offered"),
    [
        ("qinghu-22-work-report", True),
        ("Qinghu-2022-work-report", False),
        ("qinghu_2022", False),
        ("青湖-2022", False),
        ("con", False),
        ("q" * 101, False),
    ],
)
def test_a_folder_s_name_is_offered_as_the_id_where_it_may_be_one(folder: str, offered: bool, tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    reports = top / "content" / "reports"
    (reports / "qinghu-2022-work-report").rename(reports / folder)
    (issue,) = (issue for issue in library_of(top)[1] if issue.code == "id-mismatch")
    way = f"write id: {folder}, or rename the folder" if offered else "name the folder qinghu-2022-work-report"
    assert issue.hint == f"{way}; other files and readers' links name the id"


def test_a_capture_is_no_older_than_its_text_and_prints_its_publisher_or_not() -> None:
    known = '{captured: "2021-12-30", publisher: {zh: 某网, en: A website}}'
    _, issues = read("新增100人。", origin=known, printed="{source: 某报}")
    codes = [code for code, _ in told(issues)]
    assert codes.count("origin-disagrees") == 2
    assert [i.message for i in issues if i.code == "origin-disagrees"] == [
        "captured 2021-12-30, and the text is of 2022",
        "the capture prints its publisher, 某报",
    ]


def test_a_capture_of_the_day_of_its_text_is_fine() -> None:
    _, issues = read("新增100人。", origin='{captured: "2022-03-01"}')
    assert told(issues) == []
