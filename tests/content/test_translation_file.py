"""The English of a report's blocks, each for the block at its position."""

from __future__ import annotations

from .reports import FOLDER, whole


def test_a_translation_is_taken_block_by_block() -> None:
    found = whole("# 一\n甲。", translation="# One\n\n\nA.\n")
    assert found.translated
    assert [block.translation for block in found.blocks] == ["One", "A."]
    assert [str(block.translation_place) for block in found.blocks] == [
        f"{FOLDER}/translation.en.md:1:3",
        f"{FOLDER}/translation.en.md:4:1",
    ]
