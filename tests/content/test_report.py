"""One report from the bytes of its folder: its blocks, and what a report that cannot be read leaves."""

from __future__ import annotations

import pytest

from .reports import BODY, FOLDER, whole


def test_blocks_are_numbered_by_kind_and_cut_out_of_the_text() -> None:
    found = whole(BODY)
    assert [(block.id, block.level, block.text) for block in found.blocks] == [
        ("h1", 1, "一、就业"),
        ("p1", 0, "全年新增就业1.2万人。"),
        ("h2", 2, "（一）养老"),
        ("p2", 0, "建成５家。新增床位500张。"),
    ]
    assert found.text == "".join(f"{block.text}\n" for block in found.blocks)
    assert all(found.text[block.start : block.end] == block.text for block in found.blocks)
    assert str(found.block("p2").place) == f"{FOLDER}/report.md:17:1"
    assert str(found.block("h2").place) == f"{FOLDER}/report.md:16:4"


def test_there_is_no_block_of_an_unknown_id() -> None:
    with pytest.raises(KeyError):
        whole(BODY).block("p9")
