"""Whether two Chinese wordings name one thing that is counted: 整治的拥堵点 and 拥堵点治理 do, 进口 and 出口 do not.

Which figures are of one definition is left to the corpus.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

# Words for each other, of which the second is put for the first.
_ALIKE = {"治理": "整治", "首位": "第一", "资本金": "资金", "资本": "资金"}
# Words that say nothing of what is counted: that it is a number, that it is done, how it changes and when. The unit,
# the kind of the statement, the aspect and the period of the figure say that.
_SILENT = re.compile(
    "[的了之在已和与及、“”‘’（）()]|总[数量额]?|占比|比例|比重|完成|实现|开展"
    "|[新净]增|增加(?!值)|同比|同期|增速|增长率?|增幅|降幅|增减"
    "|[全当今本]年|年度|[一二三四]季度|[上下]半年|[全本我]区|全县|辖[区内]"
    "|[人户个家件项]?(?:数量?|量)$|金?额$|面积$|规模$"
)
# What turns a thing into another: that it is not so, is only planned or begun, or is counted by the head.
_TURNED = re.compile(
    "非(?!遗)|未(?!来)|不(?!动产)|无(?!障碍|人|线|偿)|计划(?!生育)|规划|预计|(?<![虚模])拟"
    "|启动|开工|动工|在建|续建|推[进动]|人均(?!可支配|消费|纯)|户均|日均"
)
# Compounds for both or all of several, of which one alone is something else: 进出口 and 出口.
_TOGETHER = ("进出", "存贷", "客货", "城乡", "男女", "内外", "大中小", "大中", "中小", "高初")


def is_one_thing(one: str, other: str) -> bool:
    """True where half of the characters of two wordings are the same, in whatever order, and nothing tells them apart.

    毕业生就业 is not 新增就业. One wording may have words more than the other, as 城镇新增就业 has than 新增就业.
    """
    if one == other:
        return True
    shared = (_signs(one) & _signs(other)).total()
    return 4 * shared >= len(one) + len(other) and not _told_apart(one, other)


def by_thing(name: str, wordings: Iterable[str]) -> dict[str, str]:
    """Wordings, and the first of those that are one thing with each: `name`, or the shortest.

    Those that are one with the first, but not with each other, are of none but their own: where there are 城镇居民收入
    and 农村居民收入, 居民收入 is neither.
    """
    found: dict[str, str] = {}
    left = sorted({name, *wordings}, key=lambda wording: (wording != name, len(wording), wording))
    while left:
        near = [wording for wording in left if is_one_thing(left[0], wording)]
        own = (one for one in near if all(is_one_thing(one, other) for other in near))
        found |= dict.fromkeys(own, left[0])
        left = [wording for wording in left if wording not in found]
    return found


def _told_apart(one: str, other: str) -> bool:
    """True where each has characters that the other has not, or where one is turned or a part and the other not."""
    (mine, turned), (others, otherwise_turned) = _telling(one), _telling(other)
    if turned != otherwise_turned or (mine - others and others - mine):
        return True
    return _is_a_part(one, other) or _is_a_part(other, one)


@lru_cache(maxsize=4096)
def _signs(wording: str) -> Counter[str]:
    return Counter(wording)


@lru_cache(maxsize=4096)
def _telling(wording: str) -> tuple[Counter[str], list[str]]:
    """The characters of a wording but for what says nothing of the thing, and what turns it, in order."""
    telling = wording
    for word, alike in _ALIKE.items():
        telling = telling.replace(word, alike)
    return Counter(_SILENT.sub("", telling)), sorted(_TURNED.findall(wording))


def _is_a_part(one: str, other: str) -> bool:
    """True where the other is of both or all of something and this of one of it alone."""
    return any(
        compound in other and compound not in one and any(sign in one for sign in compound) for compound in _TOGETHER
    )
