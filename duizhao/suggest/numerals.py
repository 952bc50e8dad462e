"""Which figures of a text count something a reader would ask about, and why the others do not.

What a figure says is left to the parser of figures; here are the labels that a numeral forms with its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..text.numbers import Number

# A small numeral in Chinese characters before a noun that is known to whoever reads: 三大平台, 四项重点工作, 五级书记.
_LABEL = re.compile(
    "[一二两三四五六七八九十]{1,2}(?:(?:大|项|级|类|型|轮|期|步)(?=[一-鿿“《])|(?:个|条|支|道|张)(?=(?:方面|维度|战线|底线|红线|主线|防线|一批)))"
)


def label_reason(text: str, number: Number) -> str:
    """Why a possible quantity is a label of what it stands before, '' where it counts."""
    found = _LABEL.match(text, number.start)
    return "label" if found and found.end() == number.end else ""


def quantities(numbers: Iterable[Number], start: int, end: int) -> list[Number]:
    """The figures within a stretch of a text that may be quantities."""
    return [one for one in numbers if start <= one.start and one.end <= end and not one.reason]
