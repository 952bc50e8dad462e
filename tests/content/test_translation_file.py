"""The English of a report's blocks, each for the block at its position."""

from __future__ import annotations

import pytest

from duizhao.content.report_file import WrittenBlock
from duizhao.content.translation_file import mistaken_mark
from duizhao.issues import SourcePosition

from ..text.test_growth import grows_no_faster_than_its_text
from .reports import FOLDER, read, whole


def test_a_translation_is_taken_block_by_block() -> None:
    found = whole("# 一\n甲。", translation="# One\n\n\nA.\n")
    assert found.translated
    assert [block.translation for block in found.blocks] == ["One", "A."]
    assert [str(block.translation_place) for block in found.blocks] == [
        f"{FOLDER}/translation.en.md:1:3",
        f"{FOLDER}/translation.en.md:4:1",
    ]


@pytest.mark.parametrize("mark", ["[untranslated]", "[untranslated]  "])
def test_a_block_that_is_the_mark_has_no_english_yet(mark: str) -> None:
    found = whole("# 一\n甲。\n乙。", translation=f"# {mark}\n{mark}\nB.")
    assert [block.translation for block in found.blocks] == [None, None, "B."]
    assert [block.translation_place is None for block in found.blocks] == [True, True, False]
    assert found.translated


def test_a_translation_that_is_all_marks_is_none() -> None:
    assert not whole("# 一\n甲。", translation="# [untranslated]\n[untranslated]").translated


@pytest.mark.parametrize(
    "line",
    [
        *("[untranslatd]", "[Untranslated]", "[un-translated]", "[ untranslated ]", "untranslated", "[untranslated"),
        *("[untranslated].", "(untranslated)", "［untranslated］", "【untranslated】", "**[untranslated]**"),
        *("[not translated]", "[not yet translated]", "[to be translated]", "- [untranslated]", "#[untranslated]"),
        *(
            "【未译】",
            "[未译]",
            "未译",
            "（待译）",
            "【未翻译】",
            "[尚无译文]",
            "暂缺",
            "[尚未翻译]",
            "#### [untranslated]",
        ),
        *("A park. [untranslated]", "[untranslated] A park.", "A park [Untranslatd] was built.", "A park【未译】"),
    ],
)
def test_what_means_to_be_the_mark_and_is_not_is_told_in_its_place(line: str) -> None:
    found, issues = read("甲。\n乙。", translation=f"A.\n\n{line}\n")
    assert found is not None
    assert [(issue.code, issue.place.line) for issue in issues] == [("translation-mark", 3)]
    assert "[untranslated]" in issues[0].hint


@pytest.mark.parametrize(
    "line",
    [
        "Translated.",
        "[Applause]",
        "The book was not translated for years.",
        "Work (translated) goes on.",
        "[translated]",
    ],
)
def test_english_that_speaks_of_translation_is_english(line: str) -> None:
    assert whole("甲。", translation=line).blocks[0].translation == line


def test_a_heading_of_a_translation_without_words_is_told() -> None:
    _, issues = read("# 一\n甲。", translation="# \nA.")
    assert [(issue.code, issue.message) for issue in issues] == [("translation-mark", "this heading says nothing")]


def test_a_mark_of_another_level_is_told_with_the_mark_that_is_meant() -> None:
    _, issues = read("# 一\n甲。", translation="[untranslated]\nA.")
    assert [issue.code for issue in issues] == ["translation-blocks"]
    assert issues[0].hint.endswith("without English yet it is # [untranslated]")


@pytest.mark.long
@pytest.mark.parametrize("run", ["#", "- ", "[", "[]", "__", "a#", "未"])
def test_a_mark_is_looked_for_in_time_that_grows_with_the_block(run: str) -> None:
    def marked(text: str) -> object:
        return mistaken_mark(WrittenBlock(0, f"a{text}a", SourcePosition("a.md")))

    grows_no_faster_than_its_text(marked, run, 10_000)
