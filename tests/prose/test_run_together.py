"""Lists, paragraphs and tables as they are typed in Chinese or copied from elsewhere do not run together in silence."""

from __future__ import annotations

import pytest

from duizhao.prose.reading import written


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("一、甲\n二、乙\n三、丙", (2, 1), "like a list's item, 二、,"),
        ("1、甲\n2、乙", (2, 1), "like a list's item, 2、,"),
        ("（1）甲\n（2）乙", (2, 1), "like a list's item"),
        ("（一）甲\n（二）乙", (2, 1), "like a list's item"),
        ("①甲；\n②乙。", (2, 1), "like a list's item"),
        ("１．甲\n２．乙", (2, 1), "like a list's item"),
        ("1.甲\n2.乙", (2, 1), "like a list's item"),
        ("a) one\nb) two", (2, 1), "like a list's item"),
        ("A. one\nB. two", (2, 1), "like a list's item"),
        ("Ⅰ、甲\nⅡ、乙", (2, 1), "like a list's item"),
        ("第一条　甲\n第二条　乙", (2, 1), "like a list's item"),
        ("•\t甲\n•\t乙", (2, 1), "like a list's item"),
        ("·甲\n·乙", (2, 1), "like a list's item"),
        ("-甲\n-乙", (2, 1), "like a list's item"),
        ("— 甲\n— 乙", (2, 1), "like a list's item"),
        ("有两件事：\n1、甲", (2, 1), "like a list's item"),
        ("甲。\n　　二、乙", (2, 3), "like a list's item"),
        ("- 甲：\n    （1）乙", (2, 5), "like a list's item"),
        ("> 一、甲\n> 二、乙", (2, 3), "like a list's item"),
        ("　　甲。\n　　乙。", (2, 1), "like a paragraph"),
        ("甲\n\u00a0\u00a0乙", (2, 1), "like a paragraph"),
        ("　- 甲", (1, 2), "behind a wide space"),
        ("　　## 甲", (1, 3), "behind a wide space"),
        ("\u00a01. 甲", (1, 2), "behind a wide space"),
        ("＃＃ 甲", (1, 1), "＃＃ is full-width"),
        ("＞ 甲", (1, 1), "＞ is full-width"),
        ("－ 甲\n－ 乙", (1, 1), "－ is full-width"),
        ("＊ 甲", (1, 1), "＊ is full-width"),
        ("－－－", (1, 1), "－－－ is full-width"),
        ("甲＊＊乙＊＊丙", (1, 2), "＊＊ is full-width"),
        ("｜甲｜乙｜\n｜1｜2｜", (1, 1), "｜ is full-width"),
        ("甲\t乙\n1\t2", (1, 2), "cells between tabs"),
        ("年份\t\t人数\n2022\t\t5\n2023\t\t6", (1, 3), "cells between tabs"),
    ],
)
def test_what_would_run_together_is_refused_once_with_its_place(text: str, place: tuple[int, int], words: str) -> None:
    (fault,) = written(text).faults
    assert ((fault.line, fault.col), words in fault.message, bool(fault.hint)) == (place, True, True), fault


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n\n二、乙",
        "一、甲\\\n二、乙",
        "一、甲  \n二、乙",
        "## 一、甲\n乙",
        "甲有\n（1）乙，（2）丙",  # a line of running text may begin so, and go on from the line above
        "甲、\n一、二月",
        "甲——\n——乙",
        "甲：\n—5℃",
        "3.5亿元。\n2.1亿元",
        "　　甲乙",
        "-\t甲\n-\t乙",
        "1.\t甲\n2.\t乙",
        "| 甲\t| 乙 |\n|---|---|\n| 1\t| 2 |",
        "```\n甲\t乙\n1\t2\n一、\n二、\n```",
        "甲＊乙，注＊",
        "甲｜乙",
    ],
)
def test_what_stands_apart_or_belongs_together_is_let_be(text: str) -> None:
    assert written(text).faults == ()
