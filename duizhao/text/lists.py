"""What the items of a list take from each other: 2.2、0.7、1.8个百分点 are all of the last one's unit.

Where the numbers of a text are is left to `numbers`, and what one of them says by itself to `quantity`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from .numerals import EXPONENTS, scaled
from .quantity import Quantity, quantity

_BETWEEN = frozenset("、,") | {"和", "与", "及", "以及", "、和"}
# A comma parts clauses; items of a list it parts where they are announced: 分别增长2.2,0.7,1.8个百分点.
_ANNOUNCED = re.compile("分别[^,。;:!?\n]{0,12}(?:[0-9.]{1,12}[万亿]?[^0-9,。;:!?\n]{0,4}[、,和与及]){0,8}$")
_LOOKED_BACK = 96
_PLAIN = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?[万亿]?")
_PLACE = re.compile("第?([0-9]{1,4}|[一二三四五六七八九十]{1,3})[位名]")
_ORDER = re.compile("第(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})")
# What 个 stands for where the item behind it says all: 4.3个和5.5个百分点.
_LONGER = frozenset({"个百分点", "个基点", "个月", "个工作日", "个小时", "个标段"})
_BOUND = re.compile("分别|均|都|双双|各")
# A bound that stands behind an amount, in the words of its steps; one that was taken over stands there too.
_STANDS_BEHIND = re.compile(r"(?:以上|以下|以内|之[内上下]|左右)(?:\([^()]{1,30}\))? → [a-z]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A number of an undressed text at start..end, with its reason, or with what it states."""

    start: int
    end: int
    reason: str
    read: Quantity | None


def with_shared_units(plain: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The numbers, those of a list with the scale, the unit and the bound that another one of it has for all."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _from_next(plain, shared[index], shared[index + 1])
    said_by = 0  # the item whose word of bound holds for those behind it
    for index in range(1, len(shared)):
        item = _from_last(plain, shared[said_by], shared[index - 1], shared[index])
        said_by = said_by if _is_bounded_by(item, shared[index]) else index
        shared[index] = item
    return tuple(shared)


def _side_by_side(plain: str, first: Found, second: Found) -> str:
    """What stands between two items of a list; empty if they are none."""
    between = plain[first.end : second.start] if second.start - first.end <= 2 else ""
    if between == "," and not _ANNOUNCED.search(plain, max(0, first.start - _LOOKED_BACK), first.start):
        return ""
    return between if between in _BETWEEN else ""


def _from_next(plain: str, item: Found, following: Found) -> Found:
    """The item with what only the one behind it says."""
    between = _side_by_side(plain, item, following)
    if not between:
        return item
    text = plain[item.start : item.end]
    if text.startswith("第") and not item.read and _PLACE.fullmatch(plain, following.start, following.end):
        read = quantity(text)
        return Found(item.start, item.end, "", read) if read and read.operator == "rank" else item
    if not item.read or not following.read:
        return item
    if item.read.operator == "eq" and not item.read.base_unit and following.read.unit and _PLAIN.fullmatch(text):
        return replace(item, read=_in_unit_of(item.read, following.read))
    if item.read.unit == "个" and following.read.base_unit in _LONGER and between != ",":
        return replace(item, read=_in_unit_of(replace(item.read, unit=""), following.read))
    return replace(item, read=_bounded_like(item.read, following.read)) if between != "," else item


def _from_last(plain: str, said_by: Found, before: Found, item: Found) -> Found:
    """The item with what only the ones before it say: 第5、6位, 分别超30亿元、20亿元和2亿元."""
    between = _side_by_side(plain, before, item)
    if not between or not before.read:
        return item
    if before.read.operator == "rank" and item.reason == "ordinal" and _ORDER.fullmatch(plain, item.start, item.end):
        return Found(item.start, item.end, "", quantity(plain[item.start : item.end]))
    if not item.read:
        return item
    if before.read.operator == "rank" and item.read.base_unit in ("位", "名"):
        match = _PLACE.fullmatch(plain[item.start : item.end].rstrip("位名") + "位")
        return replace(item, read=quantity(f"第{match[1]}位")) if match else item
    if between == "," or before.read.operator not in ("gt", "ge", "lt", "le", "approx") or item.read.operator != "eq":
        return item
    ahead = plain[max(0, said_by.start - 2) : said_by.start]
    if before.read.unit == "" or not _BOUND.search(ahead) or before.read.base_unit != item.read.base_unit:
        return item
    return replace(item, read=replace(item.read, operator=before.read.operator))


def _is_bounded_by(item: Found, alone: Found) -> bool:
    """True for an item that has a bound which it has not alone."""
    return bool(item.read and alone.read and item.read.operator != alone.read.operator)


def _in_unit_of(read: Quantity, other: Quantity) -> Quantity:
    """The quantity counted in the scale and unit of the other."""
    scale = read.unit or (other.unit.removesuffix(other.base_unit) if other.base_unit else other.unit)
    base = None if read.value is None else scaled(read.value, EXPONENTS.get(scale, 0))
    operator = "relative" if other.base_unit == "倍" else other.operator if other.operator in ("le", "ge") else "eq"
    steps = (*read.steps, f"{scale}{other.base_unit} ← {other.figure}")
    return replace(
        read, operator=operator, unit=scale + other.base_unit, base_value=base, base_unit=other.base_unit, steps=steps
    )


def _bounded_like(read: Quantity, other: Quantity) -> Quantity:
    """The quantity with the bound that stands once behind both: 13‰和11‰以内."""
    last = _STANDS_BEHIND.search(" ".join(other.steps))
    if not last or read.operator != "eq" or read.base_unit != other.base_unit or not read.unit:
        return read
    if other.operator not in ("ge", "le", "approx") or read.value == Decimal(0):
        return read
    return replace(read, operator=other.operator, steps=(*read.steps, last[0]))
