"""Later words that may speak of a promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.content.files import library_of
from duizhao.suggest.following import LEAST, Said, compared, least_likely, links, longest_run
from duizhao.suggest.making import made_for
from duizhao.suggest.weights import judge

from ..sample import report, written

PROMISES = (
    Said("a/k01", "加快东湖大桥建设", ("roads",)),
    Said("a/t01", "新增就业2万人以上", ("jobs",), frozenset({"new-jobs"})),
    Said("a/k02", "深化诗词进校园活动", ("culture",)),
)
LATER = (
    Said("b/r01", "东湖大桥建成通车", ("roads",)),
    Said("b/r02", "全年城镇新增就业2.3万人", ("jobs",), frozenset({"new-jobs"})),
    Said("b/r03", "粮食总产量稳定", ("farms",)),
)


def test_later_words_on_the_same_thing_are_linked_and_others_are_not() -> None:
    found = [(one.promise, one.later) for one in links(PROMISES, LATER, judge().linked)]
    assert found == [("a/k01", "b/r01"), ("a/t01", "b/r02")]


def test_a_link_says_what_speaks_for_it() -> None:
    grounds = {one.promise: one.grounds for one in links(PROMISES, LATER, judge().linked)}
    assert "wording" in grounds["a/k01"] and "indicator" in grounds["a/t01"]


def test_what_has_nothing_in_common_is_not_compared() -> None:
    assert [(a, b) for a, b, _ in compared(PROMISES, LATER) if a == "a/k02" or b == "b/r03"] == []


def test_words_without_a_character_in_common_may_speak_of_one_matter() -> None:
    promise = Said("a/k03", "办好长者助餐", ("care",))
    later = (
        Said("b/k01", "建设居家养老网络", ("care",)),
        Said("b/k02", "补贴托育", ("care",), around="关爱老年人，补贴托育。"),
    )
    found = {b: features for _, b, features in compared((promise,), later)}
    assert found["b/k01"]["matter: beside the promise's"] == 1.0
    assert found["b/k02"]["matter: of the paragraph"] == 1.0 and "matter: beside the promise's" not in found["b/k02"]


def test_words_that_stand_in_sentences_of_one_kind_are_near() -> None:
    paragraph = "引进企业落户。签约项目落地。引进项目签约。企业签约落地。修缮道路。整治道路。"
    promise = Said("a/k03", "引进企业", ("trade",), around=paragraph)
    later = (
        Said("b/k01", "项目落地", ("trade",), around=paragraph),
        Said("b/k02", "修缮道路", ("trade",), around=paragraph),
    )
    found = {b: features for _, b, features in compared((promise,), later)}
    assert found["b/k01"]["topics: of both"] == found["b/k01"]["topics: beside the promise's"] == 1.0
    assert found["b/k01"]["topics: alike"] > found["b/k02"].get("topics: alike", 0.0)


def test_links_are_proposed_from_half_of_the_f1_on_that_they_let_expect() -> None:
    assert least_likely([0.9, 0.9, 0.0]) == pytest.approx(0.5 * 2 * 1.8 / (2 + 1.8))
    assert least_likely([0.3] * 4) == pytest.approx(0.5 * 2 * 1.2 / (4 + 1.2))
    assert least_likely([0.01]) == LEAST == least_likely([])


@given(st.lists(st.floats(0.0, 1.0), max_size=8))
def test_what_is_likelier_than_not_is_proposed(likely: list[float]) -> None:
    assert LEAST <= least_likely(likely) <= 0.5 + 1e-9


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [("东湖大桥", "改造东湖大桥二期", 4), ("东湖", "西山", 0), ("", "东湖", 0), ("东|湖", "东|湖", 1)],
)
def test_the_longest_run_that_both_have(one: str, other: str, length: int) -> None:
    assert longest_run(one, other) == length


@given(st.text("东湖大桥|", max_size=12), st.text("东湖大桥|", max_size=12))
def test_a_run_is_the_same_from_both_sides_and_stands_in_both(one: str, other: str) -> None:
    length = longest_run(one, other)
    assert length == longest_run(other, one)
    assert any(one[at : at + length] in other for at in range(len(one) - length + 1))


EARLIER = "# 二、2022年工作安排\n加快东湖大桥建设。力争新增就业2万人以上。"
BODY = "# 一、2022年工作回顾\n东湖大桥建成通车。新增就业2.3万人。"
CODED = """
statements:
- id: k01
  kind: task
  quote: 加快东湖大桥建设
  gloss: build the bridge
  themes: [jobs]
"""


def test_a_report_s_words_are_held_against_earlier_promises_of_its_own_district(tmp_path: Path) -> None:
    later = report("qinghu-2023", BODY, date='"2023"', covers='"2023"')
    other = report("baishi-2023", BODY, date='"2023"', covers='"2023"', district="baishi")
    library, issues = library_of(written(tmp_path, report("qinghu-2022", EARLIER, CODED), later, other))
    assert library is not None and not issues
    made = {one.id: made_for(library, one) for one in library.reports}
    assert made["baishi-2023"].follow_ups == made["qinghu-2022"].follow_ups == ()
    (link,) = made["qinghu-2023"].follow_ups
    words = {one.id: one.quote for one in made["qinghu-2023"].statements}
    assert (link.promise, words[link.later]) == ("qinghu-2022/k01", "东湖大桥建成通车")
