"""What the conversion to Simplified characters leaves to decide."""

from __future__ import annotations

import pytest

from duizhao.text.ambiguous import AMBIGUOUS, doubts
from duizhao.text.cleanup import simplified


def doubted(traditional: str, *decided: str) -> list[str]:
    """The characters in doubt of a Traditional text once it is converted, each with what it may be."""
    return [f"{doubt.char}{doubt.other}" for doubt in doubts(simplified(traditional), decided)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看著前方", ["著着"]),
        ("沿著、跟著、帶著", ["著着"] * 3),
        ("著急、執著、著力", ["著着"] * 3),
        ("覆診、覆查", ["覆复"] * 2),
        ("憑藉著", ["著着"]),
        ("規畫、企畫", ["画划"] * 2),
        ("甚麼", ["甚什"]),
        ("帳戶、帳單", ["帐账"] * 2),
        ("供應鍊", ["炼链"]),
        ("衹有、祇有", ["衹只", "祇只"]),
        ("甯波", ["甯宁"]),
        ("於陵", ["于於"]),
        ("老么", ["么幺"]),
        ("妳和牠", ["妳你", "牠它"]),
    ],
)
def test_what_may_be_meant_otherwise_is_in_doubt(text: str, found: list[str]) -> None:
    assert doubted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "著名、著作、顯著、專著、土著",
        "覆蓋、顛覆、翻天覆地、答覆、反覆",
        "狼藉、慰藉、藉口、憑藉",
        "瀋陽、沈默",
        "鍛鍊、提煉、煉鋼",
        "帳篷",
        "動畫、規劃、計畫",
        "什麼、那麼、多麼",
        "於是、關於",
        "皇后、前後、公里、裡面、乾坤、乾旱、若干、幹部、頭髮、發展、宮商角徵羽、徵收、臺灣、關係、系統、聯繫、瞭解、瞭望",
    ],
)
def test_what_the_converter_decides_is_in_none(text: str) -> None:
    assert doubted(text) == []


def test_a_word_that_was_decided_is_in_none_and_its_character_elsewhere_is() -> None:
    assert doubted("看著，編著者，看著", "看著") == ["著着"] * 0
    assert doubted("看著，沿著", "看著") == ["著着"]


def test_a_doubt_knows_its_place() -> None:
    assert [doubt.offset for doubt in doubts("著名，看著")] == [4]


@pytest.mark.parametrize("char", AMBIGUOUS)
def test_a_character_in_doubt_is_one_that_the_converter_leaves_for_one_that_it_leaves(char: str) -> None:
    assert simplified(char) == char != AMBIGUOUS[char]
    assert simplified(AMBIGUOUS[char]) == AMBIGUOUS[char] or char in "于征伙"
