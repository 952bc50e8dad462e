"""Units that count alike."""

from __future__ import annotations

import pytest

from duizhao.text.lexicon import LATIN_UNITS, UNITS
from duizhao.text.units import count_alike, counted_as, spellings


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("人", "名", True),
        ("名", "位", True),
        ("个", "家", True),
        ("", "亩", True),
        ("人", "人次", False),
        ("家", "人", False),
        ("元", "美元", False),
        ("公里", "千米", True),
        ("㎡", "平方米", True),
        ("公斤", "kg", True),
        ("小时", "个小时", True),
        ("百分点", "个百分点", True),
        ("公里", "里", False),
        ("平方米", "平方公里", False),
    ],
)
def test_units_count_alike_in_both_directions(one: str, other: str, alike: bool) -> None:
    assert count_alike(one, other) is count_alike(other, one) is alike


def test_what_stands_for_a_unit_stands_for_itself() -> None:
    for unit in ("人", "名", "位", "个", "家", "项", "人次", "元"):
        assert counted_as(counted_as(unit)) == counted_as(unit)


def test_one_unit_is_known_by_all_that_it_is_written_as() -> None:
    assert spellings("㎡") == spellings("平方米") == spellings("M2") == ("平方米", "平米", "m2")
    written = ("千瓦时", "kwh", "千瓦·时", "千瓦小时", "kw·h")
    assert spellings("千瓦时") == spellings("KWH") == spellings("千瓦·时") == written
    assert spellings("家") == ("家",) and spellings("TEU") == ("teu",)


def test_what_is_written_for_one_unit_counts_alike() -> None:
    several = [(unit, spellings(unit)) for unit in (*UNITS, *LATIN_UNITS) if len(spellings(unit)) > 1]
    assert several and all(count_alike(unit, other) for unit, written in several for other in written)


def test_every_spelling_stands_for_one_unit() -> None:
    every = [spellings(unit) for unit in (*UNITS, *LATIN_UNITS)]
    assert all(one == other or not set(one) & set(other) for one in every for other in every)
