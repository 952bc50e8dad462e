"""What a clause does in its sentence."""

from __future__ import annotations

import pytest

from duizhao.suggest.shapes import unframed


@pytest.mark.parametrize(
    ("words", "framed"),
    [
        ("在旧桥改造中建设滨湖步道", "在旧桥改造中"),
        ("以旧桥为重点建设滨湖步道", "以旧桥为重点"),
        ("在湖滨中学建设运动场地", ""),
        ("从桥上下降的水位恢复正常", "从桥上"),
    ],
)
def test_a_frame_ends_where_its_word_does_and_not_within_a_longer_one(words: str, framed: str) -> None:
    assert words[: unframed(words)] == framed
