"""What is known of a capture before its report is described, and the years that its headings name.

What follows from it is left to `years` and to `describing`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .dates import YEAR, number_of

_REVIEW = re.compile(f"({YEAR})年(?:主要|政府|以来|的)?[^。]{{0,8}}?(?:工作)?(?:回顾|总结|情况)")
_PLAN = re.compile(f"({YEAR})年(?:的|全年)?[^。]{{0,12}}?(?:安排|部署|任务|目标|计划|打算|重点|建议|总体要求|工作$)")


@dataclass(frozen=True, slots=True)
class Known:
    """A capture's name, its text, its headings and what it prints of itself; the year that is given with it, if any.

    What a `plain` one prints of itself was not looked for.
    """

    name: str
    text: str
    headings: Sequence[str]
    printed: Mapping[str, str]
    page_title: str
    year: str
    plain: bool = False

    @property
    def reviews(self) -> list[int]:
        """The years to whose work headings look back."""
        return [number_of(year) for year in _REVIEW.findall("\n".join(self.headings))]

    @property
    def plans(self) -> list[int]:
        """The years to whose work headings look forward."""
        return plans_in("\n".join(self.headings))


def plans_in(text: str) -> list[int]:
    """The years of which a text says what is planned in them."""
    return [number_of(year) for year in _PLAN.findall(text)]
