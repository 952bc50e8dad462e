"""What EQ fields show, by their codes."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.importers.equations import shown_by

SHOWN = {
    r"eq \f(1,3)": "1/3",
    r"EQ \f(1;3)": "1/3",
    r"eq \f(\f(1,2),3)": "(1/2)/3",
    r"eq \f(a+b,2)": "(a+b)/2",
    r"eq \o\ad(\s\up 8(liàn),链)": "链",
    r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(liàn),链)': "链",
    r"eq \o\ac(○,1)": "①",
    r"eq \o\ac(○,20)": "⑳",
    r"eq \o\ac(○,21)": "○21",
    r"eq \o(□,√)": "□√",
    r"eq \r(x)": "√x",
    r"eq \r(3,x)": "³√x",
    r"eq \b(1,2)": "(12)",
    r"eq \b\bc\[(x)": "[x]",
    r"eq \b\lc\|\rc\|(x)": "|x|",
    r"eq \b\lc\[\rc\](x)": "[x]",
    r"eq \b \lc\[ \rc\) (x)": "[x)",
    r"eq \b \bc\{ (\r(3,x))": "{³√x}",
    r"eq \b\rc\](x)": "(x]",
    r"eq 10\f(1,2)": "10 1/2",
    r"eq \f(1,2)5": "1/2 5",
    r"eq \f(1,2)\f(1,3)": "1/2 1/3",
    r"eq \f(1,2)\x(5)": "1/2 5",
    r"eq \f(1,2)甲5": "1/2甲5",
    r"eq \r(3\f(1,2))": "√3 1/2",
    r"eq 第\f(1,2)%": "第1/2%",
    r"eq \x(甲)": "甲",
    r"eq \l(甲,乙)": "甲,乙",
    r"eq \a\co2(1,2,3,4)": "1 2 3 4",
    r"eq \i\su(n,1,x)": "Σn1x",
    r"eq \d\fo10()甲": "甲",
    r"eq 甲\,乙\(丙\)": "甲,乙(丙)",
    r"eq \f(1": "1",
    r"eq \r()": "√",
    "eq": "",
    "EQUAL 甲": "",
    r"PAGE \* MERGEFORMAT": "",
}


@pytest.mark.parametrize("code", SHOWN)
def test_an_eq_field_shows_what_its_code_says(code: str) -> None:
    assert "".join(text for text, _ in shown_by(code)) == SHOWN[code]


def test_what_stands_off_the_line_is_told_apart() -> None:
    shown = shown_by(r"eq 甲\s\up8(2)\s\do4(3)乙")
    assert shown == [("甲", ""), ("2", "superscript"), ("3", "subscript"), ("乙", "")]


@given(st.text(alphabet="\\(),;ofrsxabdil甲1 ", max_size=40))
def test_whatever_stands_in_a_code_is_read(code: str) -> None:
    assert all(text for text, _ in shown_by(f"eq {code}"))


def test_a_code_without_end_is_given_up() -> None:
    assert shown_by("eq " + r"\o(" * 600) == shown_by("eq " + "甲" * 4000) == []
