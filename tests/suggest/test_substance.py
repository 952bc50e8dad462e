"""What a clause names beside the words of every text, and of what sort its act is."""

from __future__ import annotations

import pytest

from duizhao.suggest.substance import act_of, share_of_substance, substance


def test_words_that_every_text_has_name_nothing() -> None:
    assert substance("进一步提升经济高质量发展能级") == 0.0 == share_of_substance("不断优化环境")
    assert substance("提升东湖大桥") < substance("提升东湖大桥通行车辆")


def test_the_share_is_of_all_characters() -> None:
    assert share_of_substance("改造湖堤") == pytest.approx(0.5)
    assert share_of_substance("") == 0.0


@pytest.mark.parametrize(
    ("verb", "act"), [("建设", "build"), ("整治", "curb"), ("坚持", "hold"), ("散步", "?"), ("", "-")]
)
def test_verbs_are_of_a_few_sorts(verb: str, act: str) -> None:
    assert act_of(verb) == act
