"""What sections look at."""

from __future__ import annotations

import pytest

from duizhao.content.records import Block
from duizhao.issues import SourcePosition
from duizhao.suggest.tense import FUTURE, OPEN, PAST, of_heading, of_lead, tenses


def block(name: str, level: int, text: str) -> Block:
    return Block(name, level, 0, len(text), text, None, "unread", SourcePosition(""), None)


@pytest.mark.parametrize(
    ("heading", "tense"),
    [
        ("一、2021年工作回顾", PAST),
        ("过去五年的工作", PAST),
        ("二、2022年工作安排", FUTURE),
        ("下一步工作打算", FUTURE),
        ("三、今后五年的奋斗目标", FUTURE),
        ("2022年重点工作", FUTURE),
        ("任务三 守住青山绿水", FUTURE),
        ("（一）产业更强", OPEN),
        ("民生事业", OPEN),
    ],
)
def test_a_heading_says_what_its_section_looks_at(heading: str, tense: str) -> None:
    assert of_heading(heading) == tense


@pytest.mark.parametrize(
    ("words", "tense"),
    [
        ("一年来，我们主要做了以下工作：", PAST),
        ("2022年，青湖区将围绕以下目标开展工作。", FUTURE),
        ("下一步，青湖区将守护好一湖清水。", FUTURE),
        ("青湖位于云江市东部。", OPEN),
        ("2021年，我们主要做了以下工作：", PAST),
        ("2022年，我们要办好以下实事。", FUTURE),
    ],
)
def test_the_first_words_of_a_paragraph_say_it_where_there_is_no_heading(words: str, tense: str) -> None:
    assert of_lead(words) == tense


def test_a_section_has_the_tense_of_the_nearest_heading_that_has_one() -> None:
    blocks = [
        block("h1", 1, "一、2021年工作回顾"),
        block("h2", 2, "（一）产业更强"),
        block("p1", 0, "新建厂房3座。"),
        block("h3", 1, "二、2022年工作安排"),
        block("p2", 0, "新建厂房5座。"),
        block("h4", 1, "附录"),
        block("p3", 0, "青湖位于云江市东部。"),
    ]
    found = tenses(blocks)
    assert [found[name] for name in ("p1", "p2", "p3")] == [PAST, FUTURE, OPEN]


def test_what_a_paragraph_says_of_the_next_ones_ends_with_its_section() -> None:
    blocks = [
        block("h1", 1, "基层声音"),
        block("p1", 0, "下一步，青湖区将守护好一湖清水。"),
        block("p2", 0, "建设滨湖步道。"),
        block("h2", 1, "数读"),
        block("p3", 0, "青湖区共有社区48个。"),
    ]
    found = tenses(blocks)
    assert [found[name] for name in ("p1", "p2", "p3")] == [FUTURE, FUTURE, OPEN]


def test_in_a_feature_of_the_press_a_lead_does_not_reach_beyond_the_next_heading() -> None:
    blocks = [
        block("p1", 0, "五年来，青湖区守护一湖清水。"),
        block("h1", 1, "做强楼宇"),
        block("p2", 0, "楼宇正在建设。"),
    ]
    assert tenses(blocks)["p2"] == PAST and tenses(blocks, press=True) == {"p1": PAST, "h1": OPEN, "p2": OPEN}
