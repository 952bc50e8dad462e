"""Of which kind a statement is, by the tense of its section, its words of time and its figures; and how surely.

The rules are the codebook's: a commitment with a count is a target, one without a task, what is claimed as done a
result, what is only so a situation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text.numbers import Number
from .tense import FUTURE, OPEN, PAST

_TIME_UNITS = frozenset({"年", "天", "小时", "个月", "分钟", "岁", "日", "周"})
# To carry out what is numbered is an act, and its number no measure of what comes of it.
_CARRIES_OUT = re.compile(".{0,4}(?:实施|落实|推进|完善|深化|抓好|用好|办好)")
_WILL = re.compile(
    "将(?=(?:以|紧|继续|加|进|大|推|做|在|持|时|更|会|全|着|对|建|打造|启|于))|下一步|未来|力争|计划(?!》)|今后|到20(?:2[1-9]|3)|争取"
)
_WILL_FOLLOW = re.compile("将$|下一步|未来|今后|今年.{0,12}(?:力争|将)")
_DONE = re.compile(
    "(?<!为)了(?!解)|已|完成|成功|获|授牌|正式|同比|累计|上线|出台|共(?=征|接|有)|新增|截至|成立|率先|启动|达|率|开展|连续"
)
_DONE_FOR_SURE = re.compile("(?<!为)了(?!解)|已经?|获|授牌|正式|连续|同比")
_IS_SO = re.compile(
    "共有|拥有|人口|为[0-9]|包括|存在|面临|大概有|仍|缺乏|带来|比重|已经成为|党组织[0-9]|还是|加剧|陈旧|需要|曾"
)
_IS_SO_FOR_SURE = re.compile("共有|人口|包括")
_CLAIMED = re.compile("成立|实现|出台|完成|建成")
_GOING_ON = re.compile(
    ".{0,12}(?:正在?|持续|努力|奋力|继续|深入|筹办|谋划|争创|编制|主动|高品质|建设成|加快|加大|加强|打造|创建|引入|做优|用好|优化|构建|推动)"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind, and how plainly it is told: 2 by the section, 1 by words of the sentence, 0 by what is usual."""

    name: str
    plainly: int


def kind_of(words: str, before: str, tense: str, counted: Sequence[Number]) -> Kind:
    """The kind of a statement, `before` being what its sentence has before it and `counted` its figures."""
    figures = [one for one in counted if one.quantity and one.quantity.base_unit not in _TIME_UNITS]
    time, plainly = (tense, 2) if tense != OPEN else _time(words, before, counts=bool(figures))
    if time == FUTURE:
        measured = figures and not _CARRIES_OUT.match(words)
        return Kind("target" if measured else "task", plainly)
    return Kind("situation" if time == OPEN else "result", plainly)


def _time(words: str, before: str, *, counts: bool) -> tuple[str, int]:
    """What time a statement is of where its section does not tell: ahead, back, or neither of what is only so."""
    near = before.rsplit("；", 1)[-1]
    if (_WILL.search(f"{words} {near}") or _WILL_FOLLOW.search(near)) and not _DONE_FOR_SURE.search(words):
        return FUTURE, 1
    if _IS_SO_FOR_SURE.search(words) or (_IS_SO.search(words) and not _CLAIMED.search(words)):
        return OPEN, 1
    done = _DONE.search(words)
    if _GOING_ON.match(words) and not done and not counts:
        return FUTURE, 0
    return PAST, 1 if done else 0
