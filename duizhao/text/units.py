"""Units that count alike: one table for rules, arithmetic and charts.

How units are read is left to the figure parser, how they are said to `content.locale`.
"""

from __future__ import annotations

# Measure words for one kind of thing, with the one that stands for them. 人次 counts attendances, not people.
_ALIKE = {"名": "人", "位": "人", "个": "家", "项": "家"}


def counted_as(unit: str) -> str:
    """The unit that stands for all that count the same: 人 for 名; any other unit stands for itself."""
    return _ALIKE.get(unit, unit)


def count_alike(one: str, other: str) -> bool:
    """True where figures in the two units may be reckoned with each other; a figure without a unit agrees with any."""
    return not one or not other or counted_as(one) == counted_as(other)
