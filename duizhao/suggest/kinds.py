"""Of which kind a statement is, by the tense of its section, its words of time and its figures; and how surely.

The rules are the codebook's: a commitment with a count is a target, one without a task, what is claimed as done a
result, what is only so a situation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text.numbers import Number
from .numerals import TIME_UNITS
from .tense import FUTURE, OPEN, PAST

# To carry out what is numbered is an act, and its number no measure of what comes of it.
_CARRIES_OUT = re.compile(".{0,4}(?:实施|落实|推进|完善|深化|抓好|用好|办好)")
_WILL = re.compile(
    "将(?=以|紧|继续|加|进|大|推|做|在|持|时|更|会|全(?![区市县省国])|着|对|建|打造|启|于)|下一步|未来|力争|今后|到20(?:2[1-9]|3)|争取|"
    "计划(?=[将于到在今明拟投新]|下半年|用[^心]|完成|开工|20)"
)
_WILL_FOLLOW = re.compile("将$|下一步|未来|今后|今年.{0,12}(?:力争|将)")
_DONE = re.compile(
    "(?<!为)了(?!解)|已|完成|成功|获|授牌|正式|同比|累计|上线|出台|共(?=征|接|有)|新增|截至|成立|率先|启动|达|率|开展|连续|"
    "以来|年来|今年[上一二三四1-9].{0,6}[月度年]|去年|同期|连夜|迅速|[建构推走树形]起(?!来)|被(?!动)"
)
_DONE_FOR_SURE = re.compile("(?<!为)了(?!解)|已经?|获|授牌|正式|连续|同比")
# What came about of itself: a subject, and a verb that needs no object.
_CAME_ABOUT = re.compile(
    "^(?![推促加实提深着持积主探引支确以为将把用打构建完优强做扩激培高]|大[力幅]|全[力面]|不断|进一步|通过).{2,}"
    "(?:优化|发展|提升|改善|增强|完善|初显|显现|提高|下降|增长|施工|开工|竣工|完工|投用)$"
)
_IS_SO = re.compile(
    "共有|拥有|人口|为[0-9]|包括|存在|面临|大概有|仍|缺乏|带来|比重|已经成为|党组织[0-9]|还是|加剧|陈旧|老化|破旧|薄弱|需要|曾|此前|往日|"
    "阿姨|大爷|老伴|两口|一家[三四五]口|^(?:如何|怎样|怎么)"
)
_IS_SO_FOR_SURE = re.compile("共有|人口|包括")
# What a review of the year says of its own shortcomings: 交通体系还需完善, 产业结构不够优, 与市民期待还有差距.
_FALLS_SHORT = re.compile(
    "(?:还|仍|尚|有待|亟待|亟需)(?:需|要|待)?(?:进一步|不断|加快|着力|持续)?(?:完善|提升|提高|加强|增强|优化|改善|改进|加快|破解|解决|补齐|夯实)|"
    "(?:需|需要|有待)进一步[^，]{2,4}$|(?:还|仍|尚)?(?:不够|不足|偏[低弱慢少]|不(?:强|高|优|多|平衡|充分|完善|健全))[^，]{0,4}$|"
    "(?:还|仍|尚)(?:有|存在).*(?:差距|短板|不足|问题|困难)|(?:任务|压力)(?:依然|仍然|还)[^，]{1,4}$"
)
_CLAIMED = re.compile("成立|实现|出台|完成|建成|接收|征集|(?:提高|增长|提升|上升|增加)[至到]")
_ACTS = re.compile("新增|完成|实现|建|引进|发放|拆|接收|征集|入驻|盘活|落地")
_UNDER_WAY = re.compile(
    "(?:正|着力)(?=在|编制|打造|高|加|以|构建|建设)|筹办|谋划|争创|编制|努力|继续(?!领跑|保持)|推进中$|扎实推进$|奋力"
)
_GOING_ON = re.compile(
    ".{0,12}(?:正在?|持续|努力|奋力|继续|深入|筹办|谋划|争创|编制|主动|高品质|建设成|加快|加大|加强|打造|创建|引入|做优|用好|优化|构建|推动)"
)
# A time at the head of a sentence, of all that follows in it and does not say that it goes on.
_OF_THE_PAST = re.compile("年来|以来|去年|20[0-9]{2}年$|今年[1-9一二三上]|截至|不久前")
# What a sentence plans its paragraph goes on to plan, until a sentence sets out anew or tells what was done.
_PLANS = re.compile("力争|(?<!积极)(?<!向上)争取(?!到|了|上级|各级|国家|省|市)|今年将|将(?=继续|加快|加大|做)")
_ANEW = re.compile("目前|如今|此外")
_GOALS = re.compile("完成|新增")
_SHORTEST_ACT = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind, and how plainly it is told: 2 by the section, 1 by words of the sentence, 0 by what is usual."""

    name: str
    plainly: int


def kind_of(words: str, before: str, tense: str, counted: Sequence[Number], earlier: str = "") -> Kind:
    """The kind of a statement, `before` being what its sentence has before it and `counted` its figures.

    `earlier` are the sentences of its paragraph before its own.
    """
    figures = [one for one in counted if one.quantity and one.quantity.base_unit not in TIME_UNITS]
    time, plainly = (tense, 2) if tense != OPEN else _time(words, before, earlier, counts=bool(figures))
    if time == FUTURE:
        return Kind("target" if _measured(words, figures) else "task", plainly)
    short = tense == PAST and not _DONE_FOR_SURE.search(words) and _FALLS_SHORT.search(words)
    return Kind("situation" if time == OPEN or short else "result", plainly)


def _measured(words: str, figures: Sequence[Number]) -> bool:
    """True where a figure tells what is to come about: one of a clause that carries out nothing numbered."""
    carried = [clause for clause in re.split("[，；]", words) if _CARRIES_OUT.match(clause)]
    return any(not any(one.text in clause for clause in carried) for one in figures)


def _time(words: str, before: str, earlier: str, *, counts: bool) -> tuple[str, int]:
    """What time a statement is of where its section does not tell: ahead, back, or neither of what is only so."""
    near = before.rsplit("；", 1)[-1]
    if (_WILL.search(f"{words} {near}") or _WILL_FOLLOW.search(near)) and not _DONE_FOR_SURE.search(words):
        return FUTURE, 1
    last = re.split("[。！？]", earlier.rstrip("。！？"))[-1]
    planned = _is_planned(earlier) and not _ANEW.match(before or words)
    own = _own_time(words)
    if own not in (OPEN, FUTURE) and _OF_THE_PAST.search(re.split("[，：；]", before)[0]):
        return PAST, 1
    if own == PAST and planned and _GOALS.match(words) and not _DONE_FOR_SURE.search(words):
        return FUTURE, 1
    if own or _CAME_ABOUT.match(words):
        return own or PAST, 1
    if told := _carried_on(words, near, counts=counts):
        return told
    if planned or (any(map(_GOING_ON.match, words.split("，"))) and not counts):
        return FUTURE, 0
    return (OPEN, 1) if (before or words).startswith("其中") and _own_time(last) == OPEN else (PAST, 0)


def _is_planned(earlier: str) -> bool:
    """True where the last sentence that sets out a time plans."""
    for sentence in reversed(re.split("[。！？]", earlier)):
        if _PLANS.search(sentence):
            return True
        if _ANEW.match(sentence) or _DONE_FOR_SURE.search(sentence):
            return False
    return False


def _own_time(words: str) -> str:
    """The time that words say of themselves; "" where they say none."""
    if _IS_SO_FOR_SURE.search(words) or (_IS_SO.search(words) and not _CLAIMED.search(words)):
        return OPEN
    if _UNDER_WAY.search(words) and not _DONE_FOR_SURE.search(words):
        return FUTURE
    return PAST if _DONE.search(words) else ""


def _carried_on(words: str, near: str, *, counts: bool) -> tuple[str, int] | None:
    """The time that words have from the clauses right before them; None where these say none."""
    for clause in reversed(re.split("[，：]", near)):
        if time := _own_time(clause):
            goes_on = time != OPEN or (counts and not _ACTS.search(words))
            return (time, 1) if goes_on else None
        if _GOING_ON.match(clause) and len(clause) > _SHORTEST_ACT:
            return (PAST if counts else FUTURE), 0
    return None
