"""Words of a text, by the list that the package carries."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.suggest.wording import FILE, known_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("推进旧城改造", {"推进", "旧城", "改造"}),
        ("完善养老服务体系", {"完善", "养老", "服务体系"}),
        ("建设5G基站300个", {"建设", "5G", "基站"}),
        ("AI赋能", {"AI", "赋能"}),
        ("东湖大桥建成通车", {"东湖大桥", "建成", "通车"}),
        ("甲，乙改造", {"改造"}),
        ("2023年", set()),
        ("，。", set()),
        ("", set()),
    ],
)
def test_a_text_is_read_from_its_end_in_words_as_long_as_can_be(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_the_list_is_of_words_in_order_each_once() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    assert lines == sorted({*lines}) and {*lines} == known_words()
    assert {len(word) for word in lines} == {2, 3, 4}
    assert all("一" <= char <= "鿿" for word in lines for char in word)


@given(st.text("推进改造养老服务体系A5，1", max_size=30))
def test_words_stand_in_their_text_and_what_is_none_has_none_within(text: str) -> None:
    found = words_of(text)
    assert all(word in text for word in found)
    names = [word for word in found - known_words() if not word.isascii()]
    assert not [(name, known) for name in names for known in known_words() if known in name]
