"""Words that stand together in sentences."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, strategies as st

from duizhao.suggest.topics import together, topics_of
from duizhao.suggest.wording import words_of

TEXTS = (
    "办好养老服务，建设长者食堂。长者食堂方便老人。老人享受养老服务。",
    "修缮道路，整治交通拥堵；道路通畅。交通拥堵减少。改造道路，治理交通拥堵。",
    "引进企业，服务企业。企业签约项目；项目落地。引进项目。",
)


def near(one: str, other: str) -> float:
    topics = topics_of(TEXTS)
    return together(topics.place(words_of(one)), topics.place(words_of(other)))


def test_words_of_one_kind_of_sentence_are_near_though_they_share_no_character() -> None:
    assert near("食堂", "养老") > 0.7
    assert near("道路", "交通拥堵") > 0.7
    assert near("食堂", "道路") == pytest.approx(0.0, abs=0.01)


def test_what_is_not_known_is_nowhere_and_near_to_nothing() -> None:
    assert list(topics_of(TEXTS).place(["疫苗"])) == [] == list(topics_of(TEXTS).place([]))
    assert near("疫苗", "养老") == 0.0


def test_texts_without_a_word_twice_tell_nothing() -> None:
    for texts in ((), ("",), ("养老。",), ("养老。", "道路。"), ("。；。",)):
        assert dict(topics_of(texts).places) == {}


def test_a_word_of_every_sentence_tells_nothing() -> None:
    assert list(topics_of(["养老。养老。"]).place(["养老"])) == []


@given(
    st.lists(st.text("养老道路企业。；，", max_size=20), max_size=6),
    st.lists(st.sampled_from(["养老", "道路", "企业"])),
)
def test_a_place_is_of_length_one_and_the_same_each_time(texts: list[str], words: list[str]) -> None:
    place = topics_of(texts).place(words)
    assert list(place) == list(topics_of(texts).place(words[::-1]))
    assert not place or hypot(*place) == pytest.approx(1.0)
    assert 0.0 <= together(place, place) == pytest.approx(1.0 if place else 0.0)
