"""A translation and its text part where one has a block that the other lacks, by levels and numbers."""

from __future__ import annotations

import pytest

from duizhao.content.parting import parting
from duizhao.content.report_file import WrittenBlock, written_blocks

TEXT = "# 一、就业\n新增就业4万人。\n新建学校3所。\n新增床位500张。\n# 二、任务\n修缮老街2条。"
ENGLISH = (
    "# Jobs\n40,000 jobs were added.\n3 schools were built.\n500 beds were added.\n# Tasks\n2 old streets repaired."
)


def blocks(text: str) -> tuple[WrittenBlock, ...]:
    return written_blocks(text.split("\n"), "x.md", 1)


@pytest.mark.parametrize("lost", range(6))
def test_a_translation_that_lacks_a_block_parts_from_its_text_there(lost: int) -> None:
    lines = ENGLISH.split("\n")
    assert parting(blocks("\n".join(lines[:lost] + lines[lost + 1 :])), blocks(TEXT)) == lost


@pytest.mark.parametrize("at", range(7))
def test_a_translation_with_a_block_too_many_parts_from_its_text_there(at: int) -> None:
    lines = ENGLISH.split("\n")
    assert parting(blocks("\n".join([*lines[:at], "A note of 1,234 words.", *lines[at:]])), blocks(TEXT)) == at


def test_without_a_sign_of_where_they_part_the_end_is_taken() -> None:
    assert parting(blocks("One.\nMore."), blocks("甲。\n乙。\n丙。")) == 2
