"""Pinyin in brackets: what spells the characters before it, and what is a word of another language."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.cleanup import Steps, cleaned
from duizhao.text.pinyin import SYLLABLES, WORDS, pinyin_spans, syllables

from .test_growth import grows_no_faster_than_its_text


def taken(text: str) -> list[str]:
    return [text[start:end] for start, end in pinyin_spans(text, 0, len(text))]


TAKEN = """
區(qū) 區(qu) 里(lǐ) 里(li) 女(nǚ) 女(nv) 绿(lǜ) 绿(lü) 略(lüè) 二(èr) 额(é) 哦(ó) 爱(ài) 安(ān) 装(zhuāng) 山(shan)
区域(qūyù) 西安(xī'ān) 西安(xī’ān) 青湖(Qīnghú) 天津(TIĀNJĪN) 花儿(huār) 三个着力(sāngèzhuólì) 发(fɑ̄) 广(ɡuǎng)
女(nu\u0308\u030c) 区(qu\u0304) 𠮷(jí) 㐂(xǐ)
"""
KEPT = """
平台(app) 直播(live) 智能(AI) 网络(5G) 智能(ai) 模式(mode) 共享(share) 数据(data) 女性(women) 们(men) 球迷(fan)
公里(km) 平方米(m) 区(Qu) 区(QU) 青湖(qinghu) 青湖(Qinghu) 区(qūyù) 区(一) 区(quququqq) 区() 区(') 区(-) GDP(qū)
区（qū） 区[qū] 区(qū 区qū) 咖啡(café) 简历(résumé) 局域网(lan) 区(qū;yù) 区(r) 区(rr) 区(zhuangzhuangzhuang) (qū)
"""


@pytest.mark.parametrize("text", [*TAKEN.split(), "青湖(qīng hú)", "青湖(qing hu)", "区划(qū-huà)"])
def test_pinyin_is_taken_with_its_brackets(text: str) -> None:
    assert taken(text) == [text[text.index("(") :]]
    assert taken(f"甲{text}，乙") == taken(text)


@pytest.mark.parametrize("text", [*KEPT.split(), "区 (qū)", "区( )", "区(wi fi)", "客户(B2B)", "区(qū, yù)"])
def test_what_is_no_pinyin_of_the_characters_before_it_stays(text: str) -> None:
    assert taken(text) == []


def test_every_syllable_is_taken_behind_one_character_but_those_that_are_english() -> None:
    assert {syllable for syllable in SYLLABLES if taken(f"字({syllable})") == [f"({syllable})"]} == SYLLABLES - WORDS


def test_there_are_as_many_syllables_as_mandarin_has() -> None:
    assert 400 <= len(SYLLABLES) <= 420
    assert {"zhuang", "er", "lüe", "qu", "yuan"} <= SYLLABLES
    assert not {"quan g", "bua", "fong", "jua", "ue", "v", "ng"} & SYLLABLES


def test_a_bracket_is_looked_at_within_its_run_alone() -> None:
    assert list(pinyin_spans("區(qū)", 1, 5)) == []
    assert list(pinyin_spans("區(qū)", 0, 4)) == []


@given(st.lists(st.sampled_from(["区", "(qū)", "(app)", "(", ")", "qu", "，", "(qu)"]), max_size=12).map("".join))
def test_what_is_taken_is_in_brackets_and_behind_a_character(text: str) -> None:
    for start, end in pinyin_spans(text, 0, len(text)):
        assert text[start:end] in ("(qū)", "(qu)") and text[start - 1] == "区"


@pytest.mark.parametrize(
    "run", ["区(qū", "区(", "(ququ", "区(qu)", "区(" + "qu" * 29 + ")", "区(" + "'" * 58 + ")", "区"]
)
@pytest.mark.long
def test_looking_for_pinyin_grows_with_the_text(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: list(pinyin_spans(text, 0, len(text))), run, 4000)
    grows_no_faster_than_its_text(lambda text: cleaned(text, Steps((), pinyin=True)), run, 4000)


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("lín lǐ yì shì", 4, 4),
        ("línlǐ yìshì", 4, 4),
        ("Xī'ān", 2, 2),
        ("xiān", 1, 2),
        ("huār", 2, 3),
        ("nǚ’ér", 2, 3),
        ("“liù wěn”", 2, 2),
        ("neighbours", 0, 0),
        ("", 0, 0),
    ],
)
def test_syllables_are_counted_as_few_and_as_many_as_may_be(written: str, least: int, most: int) -> None:
    assert syllables(written) == (least, most)
