"""Half-width punctuation made full-width: what is turned, what stays, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.fold import fold_widths
from duizhao.text.punctuation import MARKS, full_width


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("今年,新增就业1万人;明年呢?", "今年，新增就业1万人；明年呢？"),
        ("增长8%,下降1.7%,9.2%", "增长8%，下降1.7%，9.2%"),
        ("注:见表(一)!", "注：见表（一）！"),
        ("用地1,234亩,于10:30开会,比例3:1", "用地1,234亩，于10:30开会，比例3:1"),
        ("孵化器(GDP)及(甲)", "孵化器（GDP）及（甲）"),
        ("用A(乙B)C方案", "用A（乙B）C方案"),
        ("用A(B)C方案", "用A(B)C方案"),
        ("见 https://a.example/b?c=1 (网页)", "见 https://a.example/b?c=1 （网页）"),
        ("作者 Smith, J. (2020) 称", "作者 Smith, J. （2020） 称"),
        ("(一)开头,结尾)", "（一）开头，结尾）"),
        ("(未合,", "（未合，"),
    ],
)
def test_marks_in_chinese_are_turned_and_those_of_numbers_and_latin_words_stay(half: str, full: str) -> None:
    assert full_width(half) == full


def test_a_line_without_han_stays_as_it_is() -> None:
    assert full_width("Hello, (world)!\n你好,世界!\nA:1\n") == "Hello, (world)!\n你好，世界！\nA:1\n"


TEXTS = st.text(st.sampled_from("甲乙丙12aB%“”。、 \n" + "".join(MARKS) + "".join(MARKS.values())), max_size=40)


@given(TEXTS)
def test_only_widths_change_one_character_for_one_and_a_second_time_changes_nothing(text: str) -> None:
    turned = full_width(text)
    assert len(turned) == len(text)
    assert fold_widths(turned) == fold_widths(text)
    assert all(old == new or MARKS[old] == new for old, new in zip(text, turned, strict=True))
    assert full_width(turned) == turned


@given(TEXTS)
def test_the_lines_are_independent_of_each_other(text: str) -> None:
    assert full_width(text) == "\n".join(full_width(line) for line in text.split("\n"))
