"""What kind of place a district is, which the end of its Chinese name tells, and its name in English with it.

How a Chinese name is romanised is left to `text.romanised`.
"""

from __future__ import annotations

import re

from .records import District

_ENGLISH_KINDS = {"区": "District", "县": "County", "市": "City", "旗": "Banner", "省": "Province"}
# An area of another kind than a district is; what it is called in English differs from one to the other.
_OTHER_AREA = re.compile("(?:新|特|自治|功能|开发|保税|示范|合作|管理|(?:工业|产业|科技|创意)园)区$")
_NAMED_WITH_KIND = re.compile(
    r"\b(?:area|banner|city|county|district|league|municipality|park|prefecture|province|region|zone)$", re.IGNORECASE
)
# The words `scope.…` that say that a figure is of the whole place.
_SORTS = {"县": "county", "市": "city", "旗": "banner", "盟": "league", "自治州": "prefecture"}

SORTS_OF_PLACES = ("district", *_SORTS.values())


def english_kind(name: str) -> str:
    """What a place is in English by its Chinese name: District; '' where the name does not tell."""
    return "" if _OTHER_AREA.search(name) else _ENGLISH_KINDS.get(name[-1:], "")


def english_place(district: District) -> str:
    """A district's name in English with what it is, said once: Qinghu District, Pudong New Area."""
    place = district.name.en or district.id
    kind = english_kind(district.name.zh)
    return place if not kind or _NAMED_WITH_KIND.search(place) else f"{place} {kind}"


def sort_of_place(name: str) -> str:
    """Whether a place is a county, a city or the like by its Chinese name; a district where the name tells none."""
    return next((sort for end, sort in _SORTS.items() if name.endswith(end)), "district")
