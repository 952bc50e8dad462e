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
# Words that speak of an outcome and are no nouns: they govern behind a subject, too, and what the next clauses count.
_OF_OUTCOMES = ("确保", "必须", "务必", "力争", "争取")
_END_OF_SENTENCE = "。；;！!？?\n"
_END_OF_CLAUSE = re.compile("[,，;；:：]")
_TIME = r"(?:到?\d{4}年(?:[上下]半年|年?[底末内前])?|[今明]年|本年度|年内|全年|近期|未来[一二三五十两]年)?"
_ADVERBS = "(?:大力|全力|积极|着力|加力|主动|继续|持续|不断|进一步|千方百计|切实|重点|共同|深入|坚持|将|要|需)*"
_GOVERNS = re.compile(f"^[“”]*{_TIME}{_ADVERBS}({'|'.join(MODALS)})(?=.)")
_GOVERNS_BEHIND_A_SUBJECT = re.compile(f"^[^、]{{0,10}}?({'|'.join(_OF_OUTCOMES)})(?=.)")
_LEADS = re.compile(
    f"(?:^|[,，;；:：])(?:[“”]*{_TIME}{_ADVERBS}({'|'.join(MODALS)})|[^,，;；:：、]{{0,10}}?({'|'.join(_OF_OUTCOMES)})){_TIME}$"
)


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
