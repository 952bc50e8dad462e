"""Quotes made unique."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.suggest.marks import Mark, confidence, marked
from duizhao.text.anchor import Anchored, anchored
from duizhao.text.fold import fold_widths


@pytest.mark.parametrize(
    ("text", "start", "end", "mark"),
    [
        ("新建学校。改造医院。", 0, 4, Mark()),
        ("东区建桥，西街建桥。", 2, 4, Mark(prefix="区")),
        ("建桥一座，建桥二座。", 5, 7, Mark(prefix="，")),
        ("建桥，建桥。", 0, 2, Mark(suffix="，")),
        ("建桥建桥建桥", 2, 4, None),
    ],
)
def test_words_that_stand_twice_get_the_shortest_mark_that_tells_them_apart(
    text: str, start: int, end: int, mark: Mark | None
) -> None:
    assert marked(text, start, end) == mark


@given(st.text("建桥路，", min_size=2, max_size=30), st.data())
def test_a_marked_quote_is_found_where_it_stands_and_nowhere_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mark = marked(text, start, end)
    if mark:
        assert anchored(fold_widths(text), text[start:end], mark.prefix, mark.suffix) == Anchored(start, end)


@pytest.mark.parametrize(("share", "written"), [(0.934, "0.93"), (1.0, "0.99"), (-1.0, "0.00"), (0.5, "0.50")])
def test_a_confidence_has_two_digits_and_is_never_certain(share: float, written: str) -> None:
    assert str(confidence(share)) == written
