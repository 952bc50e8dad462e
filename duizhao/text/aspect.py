"""What of a quantity a figure states, as far as the words about it say: an addition, a fall, a level, a rate, or what
a change is counted from.

Words that say nothing leave it to the reader; whether the indicator goes with it is left to the rules of the corpus.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PERCENTAGES = ("%", "‰", "个百分点", "百分点")
# The two ends of one quantity: a fall is a change below nought.
CHANGES = ("increase", "growth", "decrease")
# So much of the text before a figure is looked at: no clause of these texts is longer.
_LOOKED_AT = 40
# Signs at which what was said of another figure ends, and names in which a word says nothing.
_BREAKS = re.compile(r"[，。；：、！？,;:!?\n（(]")
_NAMES = re.compile("“[^”]*”")
_BOUND = "(?:了|约|近|超过?|逾|不少于|不低于|不超过|至少|各)*"
_REACHED = re.compile(
    "(?:(?:增加?|增长|扩大|扩[充展]|上?升|提高|提升|下?降|降低|减少?|压减|压缩|缩[减小短]|削减|精简)(?:至|到|成?为|成)"
    f"|总[数量][达为]?|累计|累计达到?){_BOUND}$"
)
_FELL = re.compile(f"(?:下降|减少|压减|压缩|降低|下滑|回落|缩减|削减|降幅[达为]?){_BOUND}$")
_GREW = re.compile(f"(?:增长|增加|增幅[达为]?|增速[达为]?|增长率[达为]?|涨幅[达为]?){_BOUND}$")
# What was added may stand between the word and its number, but for another number, a total, and what comes of it. What
# is said of each one that is added (每新增三家) adds nothing, and neither do names: 增加值 is value added, 新增长点 a
# new source of growth.
_ADDED = re.compile("(?<!每)(?:新增(?!长[点极])|净增|增加(?!值))[^0-9０-９零〇一二两三四五六七八九十百千万亿]{0,16}$")
# 增加为五十家 tells what there is now; 增加为民服务点五个 does not.
_NOT_ADDED = re.compile("累计|总[数量]|达|至|到|后|可|^(?:增加|净增)[成变]?为(?![老民企农侨军残])")
# What a change is counted from stands between two such words: 由2020年的5座增至, 将5座提高到, 在5座的基础上, 比5座多.
_GAP = "[^，。；、,;!?\n增升提扩降减压缩翻达到至]{0,16}$"
_CHANGES = "(?:[（(][^）)]*[）)])?[，,]?[^，。；,;\n]{0,6}?(?:[增升提扩降减缩翻]|压[减缩]|[发拓]展)"
# Behind what something reaches stands a number: 将20个村提升为样板 is counted from nothing.
_TO_NUMBER = "[到至为](?:了|约|近|超过?|逾|20[0-9]{2}年的?)?[0-9０-９零一二两三四五六七八九十百千万亿]"
_REACHES = f"{_CHANGES}[^，。；,;\n]{{0,4}}?{_TO_NUMBER}"
_NO_MEANS = "(?!.{0,12}(?:年起|起每年|安排|[联牵]))"  # 将安排5亿元, 由5个部门联合
_NO_MORE = "(?!.{0,12}(?:[新扩改续多少]建|[多少]收|[新多]增))"  # 比上年新建5座
_FROM = (
    (f"(?:由|从(?![业事])){_NO_MEANS}{_GAP}", f"{_REACHES}|{_TO_NUMBER}|[^，。；,;\n]{{0,4}}?翻"),
    (f"[将把]{_NO_MEANS}{_GAP}", _REACHES),
    (f"在{_GAP}", "[^，。；,;\n]{0,6}?基础上"),
    (f"(?:比(?![例重率值])|较){_NO_MORE}{_GAP}", f"{_CHANGES}|[多少高低](?![架层空速铁])"),
)
_COUNTED_FROM = tuple((re.compile(opens), re.compile(goes_on)) for opens, goes_on in _FROM)


@dataclass(frozen=True, slots=True)
class SaidAspect:
    """What the words about a figure say of it: the aspects that go with them, and the words."""

    aspects: tuple[str, ...]
    words: str


def aspect_denied(aspect: str, text: str, start: int, unit: str, operator: str) -> SaidAspect | None:
    """What a text says of the figure that starts there, where that is not the aspect given to it; else None."""
    said = said_aspect(text[max(0, start - _LOOKED_AT) : start], unit, operator)
    return said if said and aspect not in said.aspects else None


def only_aspect(text: str, start: int, unit: str, operator: str) -> str:
    """The one aspect that a figure can have, by its own form and the words before it; "" where it may have several."""
    if operator in ("coverage", "ratio"):
        return "share"
    said = said_aspect(text[max(0, start - _LOOKED_AT) : start], unit, operator)
    return said.aspects[0] if said and len(said.aspects) == 1 else ""


def is_counted_from(text: str, start: int, end: int) -> bool:
    """True of the figure at start..end of a text from which a change is counted, as 5座 is in 由5座增至10座."""
    before, behind = text[max(0, start - _LOOKED_AT) : start], text[end : end + _LOOKED_AT]
    return any(opens.search(before) and goes_on.match(behind) for opens, goes_on in _COUNTED_FROM)


def said_aspect(before: str, unit: str, operator: str) -> SaidAspect | None:
    """What is said of a figure by the text before it, its unit and its operator; None where nothing is.

    A place in an order is a rank and nothing else; a percentage is no stock and no place. Of a ratio words say nothing.
    """
    if operator == "rank":
        return SaidAspect(("rank",), "")
    if operator == "ratio":
        return None
    clause = _NAMES.sub("", _BREAKS.split(before)[-1])
    if unit in PERCENTAGES:
        return _of_percentage(clause, unit)
    if found := _REACHED.search(clause):
        return SaidAspect(("level",), found[0])
    if found := _FELL.search(clause):
        return SaidAspect(("decrease",), found[0])
    if (found := _ADDED.search(clause)) and not _NOT_ADDED.search(found[0]):
        return SaidAspect(("increase",), found[0])
    return None


def _of_percentage(clause: str, unit: str) -> SaidAspect:
    if _REACHED.search(clause):
        return SaidAspect(("share", "growth"), "")
    if found := _FELL.search(clause):
        return SaidAspect(("decrease",), found[0])
    if found := _GREW.search(clause):
        return SaidAspect(("growth",) if unit == "%" else CHANGES[:2], found[0])
    return SaidAspect(("share", *CHANGES) if unit != "%" else ("share", "growth", "decrease"), "")


def of_one_kind(one: str, other: str) -> bool:
    """True where figures of two aspects may stand in one row: the same, or a rise and a fall."""
    return one == other or ("decrease" in (one, other) and one in CHANGES and other in CHANGES)
