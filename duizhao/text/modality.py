"""The word that carries a commitment, found in its sentence, and how strongly it commits: firm, plain or soft.

The table is the codebook's. What a person says otherwise is left to the statement.
"""

from __future__ import annotations

import re
from functools import lru_cache

# The words by strength. What none of them governs is plain, also with 推动, 推进, 促进, 加快, and with 全力 or 大力.
MODALS: dict[str, str] = dict.fromkeys(("确保", "必须", "务必", "坚决"), "firm") | dict.fromkeys(
    ("力争", "争取", "力推", "力促", "努力", "探索", "鼓励", "引导", "支持", "谋划", "计划", "研究"), "soft"
)
# What makes a noun of a word, which then governs nothing: 研究院, 支持政策; but not 研究生育政策, 引导资金流向.
_NOUNS = {
    "研究": "院(?![落校士])|所(?![有得需在属涉])|中心(?![城区镇村线任工])|生(?![育态产活物猪鲜命成])|员(?![工额])|"
    "室(?![内外])|会(?![展商同议计])|平台(?!经济|企业|监管)|机构(?!改革|编制|设置|整合)|基地|型|成果|课题|报告|团队|"
    "经费|人员|能力|水平|与试验|与开发|开发(?:费|投入|经费|机构|中心|人员)",
    "支持": "政策(?!性)|性(?![别能])|力度|率(?![先领])|体系(?!化)|资金(?![池向投流])|系统(?!性)|"
    "措施|额度|清单|对象|范围|方式",
    "引导": "性(?![别能])|基金(?![投流向支加])|资金(?![投流向进更回聚注])|政策(?!性)|员(?!工)|力(?!量)|"
    "作用|机制|目录|标识",
    "鼓励": "政策(?!性)|性(?![别能])|措施|办法|类|奖",
    "探索": "馆|者|性|之[旅路]|乐园|中心(?![城区镇村])",
    "计划": "生育|完成率|书|单列|经济|表(?![彰演决])|[内外](?![出派迁])|性|任务|指标|目标|项目|免疫|执行|管理",
    "努力": "方向|程度",
}
_WORDS = "|".join(f"{word}(?!{_NOUNS[word]})" if word in _NOUNS else word for word in MODALS)
# Words that speak of an outcome and are no nouns: they govern behind a subject, too, and what the next clauses count.
_OF_OUTCOMES = ("确保", "必须", "务必", "力争", "争取")
_END_OF_SENTENCE = "。；;！!？?\n"
_END_OF_CLAUSE = re.compile("[,，;；:：]")
_TIME = r"(?:到?\d{4}年(?:[上下]半年|年?[底末内前])?|[今明]年|本年度|年内|全年|近期|未来[一二三五十两]年)?"
_ADVERBS = "(?:大力|全力|积极|着力|加力|主动|继续|持续|不断|进一步|千方百计|切实|重点|共同|深入|坚持|将|要|需)*"
_GOVERNS = re.compile(f"^[“”]*{_TIME}{_ADVERBS}({_WORDS})(?=.)")
_GOVERNS_BEHIND_A_SUBJECT = re.compile(f"^[^、]{{0,10}}?({'|'.join(_OF_OUTCOMES)})(?=.)")
_LEADS = re.compile(
    f"(?:^|[,，;；:：])(?:[“”]*{_TIME}{_ADVERBS}({'|'.join(MODALS)})|[^,，;；:：、]{{0,10}}?({'|'.join(_OF_OUTCOMES)})){_TIME}$"
)

_AHEAD = re.compile("将|拟|计划|规划|预计|预期|预测|有望|明年|来年|后年|未来|今后|届时|力争")


def looks_ahead(sentence: str) -> bool:
    """True of a sentence with a word for what is still to come."""
    return _AHEAD.search(sentence) is not None


@lru_cache(1024)
def strength_of(modal: str | None) -> str:
    """firm, plain or soft, by the table: 力争 and 全力争取 are soft, 大力推动 is plain."""
    return MODALS.get(_governor(f"{modal or ''}…"), "plain")


def sentence_start(text: str, floor: int, at: int) -> int:
    """Where the sentence of a place begins, `floor` at the earliest; a semicolon ends one, too."""
    return max(floor, 1 + max(text.rfind(mark, floor, at) for mark in _END_OF_SENTENCE))


def carrying_word(lead: str, quote: str, *, counted: bool) -> str:
    """The word of the table that governs a quote; "" where there is none.

    `lead` is what its sentence has before it. The word stands directly before the quote or opens a clause of it, as in
    力争新增800家. What is `counted` is also governed by a word of outcomes that opened an earlier clause, with nothing
    but such a word and what it governs between: 确保签约60个,注册75个 makes both firm.
    """
    if led := _LEADS.search(lead):
        return led[1] or led[2]
    for clause in _END_OF_CLAUSE.split(quote):
        if word := _governor(clause):
            return word
    return _carried_on(lead) if counted else ""


def _governor(clause: str) -> str:
    found = _GOVERNS.match(clause) or _GOVERNS_BEHIND_A_SUBJECT.match(clause)
    return found[1] if found else ""


def _carried_on(lead: str) -> str:
    """The word of outcomes that governs the end of a lead; another word ends its reach."""
    governors = filter(None, map(_governor, _END_OF_CLAUSE.split(lead)))
    *_, last = "", *governors
    return last if last in _OF_OUTCOMES else ""
