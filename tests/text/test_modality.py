"""The word that carries a commitment: invented sentences, and those on which readers differed."""

from __future__ import annotations

import pytest

from duizhao.text.modality import MODALS, carrying_word, sentence_start, strength_of


@pytest.mark.parametrize("word", MODALS)
@pytest.mark.parametrize("before", ["", "大力", "到2025年", "年内", "继续积极", "今年全力"])
def test_a_word_that_opens_a_clause_of_the_quote_carries_it(word: str, before: str) -> None:
    assert carrying_word("", f"{before}{word}办好学校", counted=False) == word
    assert carrying_word("", f"完善机制,{before}{word}办好学校", counted=False) == word


@pytest.mark.parametrize("lead", ["力争", "扩大供给,力争", "扩大供给,力争年内", "全区力争"])
def test_a_word_directly_before_the_quote_carries_it(lead: str) -> None:
    for counted in (True, False):
        assert carrying_word(lead, "新增学位800个", counted=counted) == "力争"


@pytest.mark.parametrize(
    "quote",
    [
        "实施三年行动计划",
        "建成口腔医学研究院",
        "以支持兄弟城区发展为牵引",
        "落实人才支持政策",
        "推动地铁11号线建设",
        "全力推动产业集聚",
        "大力促进就业",
        "加快学校建设",
        "完成改造22公顷",
    ],
)
def test_a_noun_or_a_plain_verb_carries_nothing(quote: str) -> None:
    assert carrying_word("", quote, counted=True) == ""


@pytest.mark.parametrize(
    "quote",
    [
        "研究院主体工程完工",
        "研究所入驻",
        "研究生占比达30%",
        "研究平台达到30个",
        "研究型医院建成",
        "研究与试验发展经费增长9%",
        "支持政策全部兑现",
        "支持力度加大",
        "引导基金规模达到50亿元",
        "引导资金3亿元",
        "鼓励政策落地",
        "鼓励类产业占六成",
        "探索馆开馆",
        "计划生育服务站全覆盖",
        "计划书通过评审",
        "努力方向更加明确",
        "支持性政策出台",
        "引导性基金",
        "计划完成率98%",
        "重点研究中心建成",
    ],
)
def test_a_noun_that_begins_like_a_word_of_the_table_governs_nothing(quote: str) -> None:
    for counted in (True, False):
        assert carrying_word("", quote, counted=counted) == ""
        assert carrying_word("完善机制,", quote, counted=counted) == ""


@pytest.mark.parametrize(
    "quote",
    [
        "研究生育支持政策",
        "研究所有制改革",
        "研究中心城区更新",
        "研究会展业布局",
        "研究员工持股",
        "研究设立基金",
        "支持政策性银行扩面",
        "支持平台企业发展",
        "引导资金投向实体",
        "引导基金投早投小",
        "引导员工续训",
        "支持性别平等",
        "支持率先试点",
        "支持系统性改革",
        "研究平台经济监管",
        "引导力量下沉",
        "鼓励企业上市",
        "探索中心镇改革",
        "探索设立法庭",
        "计划新建学校6所",
        "计划外出招商9次",
        "谋划项目120个",
        "努力建成示范区",
    ],
)
def test_a_verb_before_what_only_begins_like_such_a_noun_governs(quote: str) -> None:
    assert carrying_word("", quote, counted=True) == quote[:2]


def test_a_word_of_outcomes_behind_a_subject_governs_and_another_there_is_a_noun() -> None:
    assert carrying_word("", "东湖区今年力争8个项目完工", counted=True) == "力争"
    assert carrying_word("", "东湖行动计划8个项目完工", counted=True) == ""


@pytest.mark.parametrize("word", ["确保", "必须", "务必", "力争", "争取"])
def test_what_is_counted_behind_it_is_governed_too(word: str) -> None:
    assert carrying_word(f"打好碧水攻坚战,{word}年内消灭黑臭水体,", "达标比例超60%", counted=True) == word
    assert carrying_word(f"{word}年内消灭黑臭水体,达标比例超60%,", "建成绿道13公里", counted=True) == word


@pytest.mark.parametrize("word", ["支持", "探索", "鼓励", "引导", "谋划", "研究"])
def test_a_word_of_acting_governs_its_own_clause_only(word: str) -> None:
    assert carrying_word(f"{word}多元治理,", "打造2个社区", counted=True) == ""


def test_what_is_not_counted_is_not_governed_from_another_clause() -> None:
    assert carrying_word("确保全年签约60个,", "培育一批企业", counted=False) == ""


def test_the_next_word_ends_the_reach_of_the_one_before() -> None:
    assert carrying_word("确保签约60个,鼓励多报,", "开工9个", counted=True) == ""
    assert carrying_word("力争签约60个,确保开工9个,", "完工8个", counted=True) == "确保"


@pytest.mark.parametrize("mark", "。；;！？\n")
def test_a_sentence_ends_the_reach_of_a_word(mark: str) -> None:
    text = f"确保签约60个{mark}注册75个"
    assert text[sentence_start(text, 0, 8) :] == "注册75个"
    assert sentence_start(text, 8, 9) == 8


@pytest.mark.parametrize(
    ("modals", "strength"),
    [
        (("确保", "坚决", "务必确保"), "firm"),
        (("力争", "力促", "积极争取", "需要不断探索"), "soft"),
        (("大力推动", "全力推进", "加快", "", None), "plain"),
    ],
)
def test_the_word_of_the_table_that_opens_a_modal_decides(modals: tuple[str | None, ...], strength: str) -> None:
    assert {modal: strength_of(modal) for modal in modals} == dict.fromkeys(modals, strength)
