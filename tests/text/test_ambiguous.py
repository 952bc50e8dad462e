"""What the conversion to Simplified characters leaves to decide."""

from __future__ import annotations

import pytest

from duizhao.text.ambiguous import AMBIGUOUS, doubts, doubts_of_replaced
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


def doubted_of_replaced(traditional: str, *decided: str) -> list[str]:
    text = simplified(traditional)
    replaced = [(at, old) for at, (old, new) in enumerate(zip(traditional, text, strict=True)) if old != new]
    return [f"{doubt.char}{doubt.other}" for doubt in doubts_of_replaced(text, replaced, decided)]


@pytest.mark.parametrize(
    ("traditional", "found"),
    [
        ("李乾、文徵明", ["干乾", "征徵"]),
        ("王昇", ["升昇"]),
        ("報讎", ["雠仇"]),
        ("乾淨、乾旱、餅乾、乾隆、乾縣、提昇、昇級、徵收、特徵、魏徵、校讎、畢昇、若干、幹部、上升、長征", []),
        ("後來、關係、裏面、憂鬱、其餘、舞臺、一隻、麵粉、鬆散、準備、公佈、佔地", []),
    ],
)
def test_what_was_replaced_and_stays_in_names_is_in_doubt_outside_its_common_words(
    traditional: str, found: list[str]
) -> None:
    assert doubted_of_replaced(traditional) == found


def test_a_name_that_was_decided_is_in_no_doubt() -> None:
    assert doubted_of_replaced("李乾說，王乾說", "李干") == ["干乾"]


def test_a_variant_that_the_converter_does_not_know_is_in_doubt() -> None:
    assert doubted("化粧、鬭爭、谘詢、祗有") == ["粧妆", "鬭斗", "谘咨", "祗只"]
