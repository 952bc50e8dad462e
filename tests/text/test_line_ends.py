"""Line ends of a text that is changed: lines that stay keep theirs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.line_ends import with_ends_of

LINES = st.lists(st.tuples(st.sampled_from(["a", "b", "c: d", ""]), st.sampled_from(["\n", "\r\n"])), max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "made"),
    [
        ("", "a\n", "a\n"),
        ("a", "a\nb\n", "a\nb\n"),
        ("a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"),
        ("a\r\nb\nc\n", "a\nx\nb\nc\n", "a\r\nx\nb\nc\n"),
        ("a\r\nb\nc\r\nd", "a\nb\nx\nc\nd\n", "a\r\nb\nx\r\nc\r\nd\r\n"),
    ],
)
def test_a_line_that_stays_keeps_its_end_and_a_new_one_has_the_usual(before: str, after: str, made: str) -> None:
    assert with_ends_of(before, after) == made


@given(LINES, LINES, LINES)
def test_what_is_put_in_changes_no_end_before_or_behind_it(
    first: list[tuple[str, str]], more: list[tuple[str, str]], rest: list[tuple[str, str]]
) -> None:
    head, new, tail = ("".join(line + end for line, end in part) for part in (first, more, rest))
    made = with_ends_of(head + tail, (head + new + tail).replace("\r\n", "\n"))
    assert made.replace("\r\n", "\n") == (head + new + tail).replace("\r\n", "\n")
    if not more:
        assert made == head + tail
