"""Units that count alike."""

from __future__ import annotations

import pytest

from duizhao.text.units import count_alike, counted_as


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
    ],
)
def test_units_count_alike_in_both_directions(one: str, other: str, alike: bool) -> None:
    assert count_alike(one, other) is count_alike(other, one) is alike


def test_what_stands_for_a_unit_stands_for_itself() -> None:
    for unit in ("人", "名", "位", "个", "家", "项", "人次", "元"):
        assert counted_as(counted_as(unit)) == counted_as(unit)
