"""Chinese words in pinyin, and cities as English names them, by pypinyin where it is installed.

Which of several readings is meant is the library's guess: whoever takes it looks at it.
"""

from __future__ import annotations

import re

# Cities that English calls otherwise than their pinyin.
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
    if bare in _OTHERWISE:
        return _OTHERWISE[bare]
    try:
        from pypinyin import lazy_pinyin
    except ImportError as error:
        raise NoPinyin("pypinyin, which would romanise it, comes with pip install 'duizhao[import]'") from error
    syllables = lazy_pinyin(bare, v_to_u=True)
    # A vowel that begins a syllable inside a word is set off: Xi’an.
    joined = "".join(f"’{one}" if number and one[0] in "aoe" else one for number, one in enumerate(syllables))
    return joined[:1].upper() + joined[1:]
