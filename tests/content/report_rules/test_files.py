"""Rules of the files of a folder: its name, and the blocks of a translation."""

from __future__ import annotations

import pytest

from ...sample import told
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
