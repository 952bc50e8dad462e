"""Chinese words in pinyin, and cities and persons as English names them, by pypinyin where it is installed.

Which of several readings is meant is the library's guess: whoever takes it looks at it.
"""

from __future__ import annotations

import re

# Places that English calls otherwise than their pinyin.
_OTHERWISE = {
    "哈尔滨": "Harbin",
    "呼和浩特": "Hohhot",
    "乌鲁木齐": "Ürümqi",
    "拉萨": "Lhasa",
    "包头": "Baotou",
    "鄂尔多斯": "Ordos",
    "呼伦贝尔": "Hulunbuir",
    "海拉尔": "Hailar",
    "齐齐哈尔": "Qiqihar",
    "喀什": "Kashgar",
    "日喀则": "Shigatse",
    "厦门": "Xiamen",
    "台州": "Taizhou",
    "重庆": "Chongqing",
    "陕西": "Shaanxi",
    "内蒙古": "Inner Mongolia",
    "西藏": "Tibet",
}
# Family names that are read otherwise than the same characters are elsewhere.
_FAMILIES = {
    "单": "Shan",
    "曾": "Zeng",
    "解": "Xie",
    "仇": "Qiu",
    "区": "Ou",
    "查": "Zha",
    "任": "Ren",
    "盖": "Ge",
    "乐": "Yue",
    "朴": "Piao",
    "覃": "Qin",
    "翟": "Zhai",
    "冼": "Xian",
    "谌": "Chen",
    "缪": "Miao",
    "员": "Yun",
    "宁": "Ning",
    "万俟": "Moqi",
    "长孙": "Zhangsun",
    "尉迟": "Yuchi",
    "澹台": "Tantai",
    "单于": "Chanyu",
    "吕": "Lü",
    "闾丘": "Lüqiu",
}


class NoPinyin(Exception):
    """Why there is no reading, in words."""


def pinyin(words: str) -> str:
    """The reading of words with tone marks, syllable by syllable. Raises NoPinyin."""
    try:
        from pypinyin import Style, lazy_pinyin
    except ImportError as error:
        raise NoPinyin("pypinyin, which would read it, comes with pip install 'duizhao[import]'") from error
    return " ".join(lazy_pinyin(words, style=Style.TONE))


def city_name(chinese: str) -> str:
    """The English name of a city or county, by its pinyin: 深圳市 is Shenzhen, 西安市 Xi’an. Raises NoPinyin."""
    bare = re.sub("(?<=..)[市县区]$", "", chinese)
    return _OTHERWISE.get(bare) or _joined(bare)


def person_name(family: str, given: str) -> str:
    """The English name of a Chinese person, by its pinyin and the family name first: Tan Minghe. Raises NoPinyin."""
    return f"{_FAMILIES.get(family) or _joined(family)} {_joined(given)}"


def _joined(chinese: str) -> str:
    """A name as one word in pinyin. Raises NoPinyin."""
    try:
        from pypinyin import lazy_pinyin
    except ImportError as error:
        raise NoPinyin("pypinyin, which would romanise it, comes with pip install 'duizhao[import]'") from error
    syllables = [one.replace("v", "ü") for one in lazy_pinyin(chinese, v_to_u=True)]
    # A vowel that begins a syllable inside a word is set off: Xi’an.
    joined = "".join(f"’{one}" if number and one[0] in "aoe" else one for number, one in enumerate(syllables))
    return joined[:1].upper() + joined[1:]
