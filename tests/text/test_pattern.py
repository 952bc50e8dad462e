"""Patterns of clean-up steps: what each gap stands for, where a pattern is looked for, and what is none."""

from __future__ import annotations

import pytest

from duizhao.text.pattern import GAP_WORDS, GAPS, PatternError, read_pattern

from .test_growth import grows_no_faster_than_its_text


def found(pattern: str, text: str, at: str = "anywhere") -> list[str]:
    return [text[start:end] for start, end in read_pattern(pattern, at).found(text, 0, len(text))]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("〔{n}〕", "网格〔1〕员〔１２〕〔一〕", ["〔1〕", "〔１２〕"]),
        ("第{n}页", "第3页共第12页", ["第3页", "第12页"]),
        ("（{一}）", "（一）甲（十二）（3）", ["（一）", "（十二）"]),
        ("{汉}{ }{汉}", "政 府，a b", ["政 府"]),
        ("政{ }府", "政　府政府政 \u00a0府", ["政　府", "政 \u00a0府"]),
        ("{一}是{…}。", "一是扩大就业。二是办学；三是修路。", ["一是扩大就业。", "三是修路。"]),
        (".", "甲.乙。", ["."]),
    ],
)
def test_a_pattern_finds_its_characters_and_what_its_gaps_stand_for(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


@pytest.mark.parametrize(("at", "lines"), [("line", [0]), ("start", [0, 1]), ("anywhere", [0, 1, 2])])
def test_a_pattern_is_looked_for_as_a_line_at_its_start_or_anywhere(at: str, lines: list[int]) -> None:
    texts = ("第1页", "第2页甲", "甲第3页")
    assert [number for number, text in enumerate(texts) if found("第{n}页", text, at)] == lines


def test_an_open_gap_ends_at_the_end_of_a_sentence_and_after_120_characters() -> None:
    assert found("{一}、{…}", "一、就业", "line") == ["一、就业"]
    assert found("{一}、{…}", "一、就业。教育", "line") == []
    assert found("一是{…}。", f"一是{'业' * 120}。") != []
    assert found("一是{…}。", f"一是{'业' * 121}。") == []


def test_a_page_number_may_be_a_line_of_a_gap_alone() -> None:
    assert found("{n}", "12", "line") == ["12"]


@pytest.mark.parametrize(
    ("pattern", "at", "message"),
    [
        ("第{d}页", "line", "there is no gap {d}"),
        ("甲{", "line", "there is no gap {"),
        ("{n}", "anywhere", "a pattern of gaps alone"),
        ("{一}{ }", "line", "a pattern of gaps alone"),
        ("{…}", "line", "a pattern of gaps alone"),
        ("甲{…}乙{…}丙", "line", "{…} stands more than once"),
        ("甲{…}", "start", "it ends in {…}"),
        ("甲{…}", "anywhere", "it ends in {…}"),
        ("甲\n乙", "line", "within one line"),
        ("(.*)+。", "line", "a pattern is no regular expression, and .* would stand for itself"),
        (r"第\d页", "line", r"a pattern is no regular expression, and \d would"),
    ],
)
def test_what_is_no_pattern_is_told(pattern: str, at: str, message: str) -> None:
    with pytest.raises(PatternError) as error:
        read_pattern(pattern, at)
    assert message in str(error.value)


def test_each_gap_is_explained() -> None:
    assert list(GAP_WORDS) == list(GAPS)


@pytest.mark.parametrize(
    ("pattern", "run"),
    [
        ("{一}是{…}。", "一是"),
        ("{n}{n}{n}页", "1"),
        ("{一}{一}、", "十"),
        ("{ }{ }甲", " "),
        ("{汉}{ }{汉}", "政 "),
        ("{汉}{…}{n}。", "政1"),
        ("〔{n}〕", "〔1"),
    ],
)
def test_no_text_makes_a_pattern_run_away(pattern: str, run: str) -> None:
    grows_no_faster_than_its_text(lambda text: found(pattern, text), run, 4000)
