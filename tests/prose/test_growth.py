"""Prose is read in a time that grows with its size, or refused as larger than what is written by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.prose import limits
from duizhao.prose.reading import written

from ..text.test_growth import grows_no_faster_than_its_text

pytestmark = pytest.mark.long

READ = [
    "甲乙\n\n",
    "a](b\n\n",
    "- [a]: b\n",
    "- a\n",
    "- a\n\n",
    "1. a\n1. b\n\n",
    "## a\n\n",
    "[x](term:a)\n\n",
    "**甲**乙\n\n",
    "> a\n>\n",
    "---\n\n",
    "```\na\n```\n",
    "甲“\n\n",
    "[[[a] b\n\n",
    "[a](b \"c [a](b 'c \n\n",
    "*a **b _c \n\n",
    "`a ``b \n\n",
    "<a> &#8238; {: x}\n\n",
    "[a][b]\n\n",
    "[a]: term:a\n\n",
    "a  \n\n",
    "a\\\nb\n\n",
    "甲\t乙\n\n",
    "\u3000 甲\u3000\n\n",
    "（1）甲\n\n",
    "＊＊甲＊＊ \n\n",
    "｜甲｜\n\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
]
REFUSED = [
    "[",
    "*",
    "_",
    "(",
    "`a",
    "<",
    "&",
    "{:",
    "\\*",
    "> ",
    "[a](",
    "*a _b ",
    "](",
    "[x]: y\n",
    "## a\n",
    "---\n",
]


@pytest.mark.parametrize("run", READ)
def test_a_text_of_many_paragraphs_is_read_in_time_that_grows_with_it(run: str) -> None:
    grows_no_faster_than_its_text(written.__wrapped__, run, 4_000)


def test_a_long_table_is_read_in_time_that_grows_with_it() -> None:
    head = "| a | b |\n|---|---|\n"
    grows_no_faster_than_its_text(lambda rows: written.__wrapped__(head + rows), "| **1** | [2](term:a) |\n", 4_800)


@pytest.mark.parametrize("run", REFUSED)
def test_signs_without_an_end_are_refused_before_they_are_read(run: str) -> None:
    grows_no_faster_than_its_text(written.__wrapped__, run, limits.TEXT // 4)
    (fault,) = written(run * 8_000).faults
    assert fault.code == limits.CODE and fault.hint


@given(st.text("[](){}<>*_`~#>-+1.|\\:!&; \n甲", min_size=1, max_size=5))
def test_no_text_that_is_repeated_takes_more_steps_than_its_size(run: str) -> None:
    grows_no_faster_than_its_text(written.__wrapped__, run, 1_500)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("甲\n\n" * 80_000, "the text has 240,000 characters"),
        ("甲" * 9_000, "the line has 9,000 characters"),
        ("甲\n" * 5_000, "the paragraph has 9,999 characters"),
        ("[" * 20, "more than 8 deep"),
        ("> " * 9 + "甲", "more than 6 deep"),
    ],
)
def test_what_is_too_large_is_told_once(text: str, words: str) -> None:
    (fault,) = written(text).faults
    assert words in fault.message


def test_emphasis_within_emphasis_to_the_bound_is_read() -> None:
    text = "*a _b " * 50 + " c_ d*" * 50
    assert written(text).root.words.count("a") == 50
