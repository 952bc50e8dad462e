"""Which figures of a text count something a reader would ask about, and why the others do not.

What a figure says is left to the parser of figures; here are the labels that a numeral forms with its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..text.numbers import Number
from ..text.quantity import quantity

# A small numeral in Chinese characters before a noun that is known to whoever reads: 三大平台, 四项重点工作, 五级书记.
_LABEL = re.compile(
    "[一二两三四五六七八九十]{1,2}(?:(?:大|项|级|类|型|轮|期|步)(?=[一-鿿“《])|(?:个|条|支|道|张)(?=(?:方面|维度|战线|底线|红线|主线|防线|一批)))"
)
# Words that say all, or the first place, where a reader could ask whether it is so; 全覆盖服务 names a way of working.
_WITHOUT_NUMERAL = re.compile(
    "全面?覆盖(?!式|(?:的)?(?:服务|管理|监管|监督|检查|排查|检测|走访|宣传|培训|整治|体系|网络|格局))|全面(?=剿灭|消除|清零|根除|达标|脱贫)|全部(?=完成|建成|达标|投用|投入|通车|开工|完工|整改|清零|办结|脱贫|到位)|[居列](?:全[国省市区县])?首位"
)


def with_phrases(text: str, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """The numbers of a text with the words that state a quantity without a numeral, in their order."""
    found = list(numbers)
    for match in _WITHOUT_NUMERAL.finditer(text):
        start, end = match.span()
        start = end - 2 if match[0].endswith("首位") else start
        if (read := quantity(text[start:end])) and not any(one.start < end and start < one.end for one in numbers):
            found.append(Number(start, end, text[start:end], "", read))
    return tuple(sorted(found, key=lambda one: one.start))


def label_reason(text: str, number: Number) -> str:
    """Why a possible quantity is a label of what it stands before, '' where it counts."""
    found = _LABEL.match(text, number.start)
    return "label" if found and found.end() == number.end else ""


def quantities(numbers: Iterable[Number], start: int, end: int) -> list[Number]:
    """The figures within a stretch of a text that may be quantities."""
    return [one for one in numbers if start <= one.start and one.end <= end and not one.reason]


# Units of how long something takes: a reader asks what came of it, not how long that was.
TIME_UNITS = frozenset({"年", "天", "小时", "个月", "分钟", "岁", "日", "周"})


def counts(numbers: Iterable[Number], start: int, end: int) -> bool:
    """True where a stretch counts something else than time."""
    return any(one.quantity and one.quantity.base_unit not in TIME_UNITS for one in quantities(numbers, start, end))
