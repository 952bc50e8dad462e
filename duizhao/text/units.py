"""Units that count alike: one table for rules, arithmetic, charts and the search.

How units are read is left to the figure parser, how they are said to `content.locale`.
"""

from __future__ import annotations

import unicodedata

# Measure words for one kind of thing, with the one that stands for them, where it is known what is counted.
_ALIKE = {"个": "家", "项": "家"}
# What one unit is written as, the usual way first. 人次 counts attendances, not people.
_WRITTEN = tuple(
    tuple(row.split())
    for row in """
    人 名 位
    平方米 平米 ㎡ m² m2
    平方公里 平方千米 km² km2
    立方米 ㎥ m³ m3
    公里 千米 ㎞ km
    米 m
    厘米 cm
    毫米 mm
    公顷 ha hm² hm2
    千克 公斤 kg
    毫克 mg
    毫升 ml
    千瓦 kW
    千瓦时 kWh 千瓦·时 千瓦小时 kW·h
    兆瓦 MW
    兆瓦时 MWh 兆瓦·时 兆瓦小时 MW·h
    吉瓦 GW
    吉瓦时 GWh 吉瓦·时 GW·h
    千伏 kV
    千伏安 kVA 千伏·安 kV·A
    兆伏安 MVA 兆伏·安 MV·A
    吨公里 吨·公里 吨千米 吨·千米
    人公里 人·公里 人千米 人·千米
    车公里 车·公里
    ℃ 摄氏度 °C
    周 星期 个星期
    小时 个小时
    工作日 个工作日
    百分点 个百分点
    学期 个学期
    美元 美金
    港元 港币
    """.strip().splitlines()
)


def spelling(unit: str) -> str:
    """A unit as it is compared: ㎡ is m2, kWh is kwh."""
    return unicodedata.normalize("NFKC", unit).lower()


def spellings(unit: str) -> tuple[str, ...]:
    """All that the same unit is written as, as it is compared; itself if nothing else."""
    own = spelling(unit)
    return next((row for row in _SPELLINGS if own in row), (own,))


_SPELLINGS = tuple(tuple(dict.fromkeys(map(spelling, row))) for row in _WRITTEN)
_USUAL = {spelling(unit): row[0] for row in _WRITTEN for unit in row}


def counted_as(unit: str) -> str:
    """The unit that stands for all that count the same: 人 for 名, 公里 for km; any other unit stands for itself."""
    usual = _USUAL.get(spelling(unit), unit)
    return _ALIKE.get(usual, usual)


def count_alike(one: str, other: str) -> bool:
    """True where figures in the two units may be reckoned with each other; a figure without a unit agrees with any."""
    return not one or not other or counted_as(one) == counted_as(other)
