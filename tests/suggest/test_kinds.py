"""Of which kind statements are."""

from __future__ import annotations

import pytest

from duizhao.suggest.kinds import kind_of
from duizhao.suggest.numerals import with_phrases
from duizhao.suggest.tense import FUTURE, OPEN, PAST
from duizhao.text.numbers import numbers


def kind(words: str, tense: str, before: str = "", earlier: str = "") -> str:
    counted = [one for one in with_phrases(words, numbers(words)) if not one.reason]
    return kind_of(words, before, tense, counted, earlier).name


@pytest.mark.parametrize(
    ("words", "tense", "name"),
    [
        ("新增就业2万人", FUTURE, "target"),
        ("新增就业2万人", PAST, "result"),
        ("改造东湖大桥", FUTURE, "task"),
        ("全面消除黑臭水体", FUTURE, "target"),
        ("实施36项改革措施", FUTURE, "task"),
        ("实施旧村改造项目11个，改造后提供空间40万平方米", FUTURE, "target"),
        ("实施36项改革措施，改造东湖大桥", FUTURE, "task"),
        ("推动垃圾分类全覆盖", FUTURE, "target"),
        ("提供全覆盖服务", FUTURE, "task"),
        ("用3年时间建成东湖大桥", FUTURE, "task"),
        ("改造东湖大桥", PAST, "result"),
        ("滨湖交通体系还需进一步完善", PAST, "situation"),
        ("产业结构不够优", PAST, "situation"),
        ("与居民的期待还有差距", PAST, "situation"),
        ("补齐了滨湖短板", PAST, "result"),
    ],
)
def test_a_section_s_tense_and_a_count_make_the_kind(words: str, tense: str, name: str) -> None:
    assert kind(words, tense) == name


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("下一步，", "青湖区将建设滨湖步道", "task"),
        ("", "青湖区今年力争新增学位3000个", "target"),
        ("", "东湖大桥正式通车", "result"),
        ("", "培训了1200名护理员", "result"),
        ("", "青湖区共有社区48个", "situation"),
        ("", "老旧小区面临停车难", "situation"),
        ("", "持续打造滨湖品牌", "task"),
        ("", "着力打造滨湖商圈", "task"),
        ("", "如何留住滨湖的老店", "situation"),
    ],
)
def test_where_a_section_says_nothing_the_words_of_the_sentence_do(before: str, words: str, name: str) -> None:
    assert kind(words, OPEN, before) == name


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("近年来，青湖区优化布局，", "打造滨湖品牌", "result"),
        ("推动东湖学校建设，", "引进西湖医院", "task"),
        ("今年以来，青湖区优化布局，", "着力打造滨湖商圈", "task"),
        ("", "青湖区扩大各类优质教育资源的有效供给，推动东湖学校等项目建设", "task"),
        ("出台滨湖规划，", "动员居民用好平台", "result"),
        ("青湖区共有党员6万名，", "社区党员4万名", "situation"),
        ("", "滨湖产业结构进一步优化", "result"),
        ("", "东湖工程计划明年动工", "task"),
        ("", "出台“东湖人才计划”", "result"),
    ],
)
def test_words_without_a_time_of_their_own_have_that_of_the_clauses_before(before: str, words: str, name: str) -> None:
    assert kind(words, OPEN, before) == name


def test_what_a_sentence_plans_the_next_goes_on_to_plan_unless_it_sets_out_anew() -> None:
    plan = "青湖区今年力争东湖大桥完工。"
    assert kind("完成10个拥堵点治理", OPEN, earlier=plan) == "target"
    assert kind("实施桥下空间工程", OPEN, earlier=plan) == "task"
    assert kind("西湖大桥建成", OPEN, "目前，", plan) == "result"


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("实施桥下空间工程。", "target"),
        ("目前，西湖大桥施工。", "result"),
        ("西湖大桥正式通车。", "result"),
    ],
)
def test_a_paragraph_goes_on_to_plan_until_a_sentence_sets_out_anew_or_tells_what_was_done(
    between: str, name: str
) -> None:
    assert kind("完成10个拥堵点治理", OPEN, earlier=f"青湖区今年力争东湖大桥完工。{between}") == name


def test_to_strive_for_what_others_give_plans_nothing_further() -> None:
    assert kind("完成10个拥堵点治理", OPEN, earlier="青湖区积极争取补助。") == "result"


def test_a_kind_that_the_section_tells_is_plainer_than_one_that_words_tell() -> None:
    said = [
        kind_of(words, "", tense, ()).plainly
        for words, tense in (("改造大桥", PAST), ("已改造大桥", OPEN), ("改造大桥", OPEN))
    ]
    assert said == [2, 1, 0]
