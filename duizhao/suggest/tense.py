"""What a section of a report looks at: what was done, what will be done, or neither; told by its headings and leads.

What one clause says of its own time is left to `features`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..content.records import Block

PAST, FUTURE, OPEN = "past", "future", "open"

_BACK = re.compile(
    "回顾|工作(?:总结|情况|完成情况|成效)|过去(?:的?[一五]年|工作)|取得的?(?:成绩|成就|成效|进展)|以来的?工作|完成情况|主要做了"
)
_AHEAD = re.compile(
    "下一?(?:步|阶段)|(?:工作|总体|任务)(?:安排|思路|打算|部署|要求|建议|计划|设想)|(?:主要|重点|奋斗|发展|目标)(?:目标|任务|工作)|^任务|"
    "今后五年|未来[五三]年|展望|指导思想|^[^，。]{0,8}20[0-9]{2}年(?:主要|重点|政府)?(?:工作|任务|目标)$|发展方向|工作要求"
)
# Sentences that begin a section where a text has no headings.
_LEAD_BACK = re.compile(
    "(?:过去(?:的?一年|五年)|一年来|五年来|[这上去]一?年|20[0-9]{2}年).{0,12}(?:主要做了|做了以下|主要工作是)|^(?:一年来|五年来|过去(?:一年|五年))"
)
_LEAD_AHEAD = re.compile(
    "(?:今年|明年|20[0-9]{2}年|下一步|今后|未来五年)[^。]{0,24}"
    "(?:重点(?:做好|抓好|推进)|着力做好|主要(?:做好|抓好)|总体要求|主要(?:预期)?目标|工作的?(?:总体|指导)|指导思想)"
    "|^(?:下一步|今后)|^(?:今年|20[0-9]{2}年)，[^，。]{0,8}(?:将|(?<![主重首只])要)"
)


def tenses(blocks: Iterable[Block], *, press: bool = False) -> dict[str, str]:
    """The tense of each block by its id: that of the nearest heading above it that has one, or of a lead since.

    In a feature of the press, whose headings are titles of their own, neither reaches beyond the next heading.
    """
    by_level = {0: OPEN}
    depth = 0
    found: dict[str, str] = {}
    for block in blocks:
        own = of_heading(block.text) if block.level else of_lead(block.text)
        if block.level:
            depth = block.level
            by_level = {0: OPEN} if press else {level: tense for level, tense in by_level.items() if level < depth}
        if own != OPEN:
            by_level[depth] = own
        found[block.id] = by_level[max(by_level)]
    return found


def of_heading(text: str) -> str:
    """What a heading says of its section."""
    if _BACK.search(text):
        return PAST
    return FUTURE if _AHEAD.search(text) else OPEN


def of_lead(text: str) -> str:
    """What the first words of a paragraph say of what follows it."""
    first = text[:60]
    if _LEAD_BACK.search(first):
        return PAST
    return FUTURE if _LEAD_AHEAD.search(first) else OPEN
