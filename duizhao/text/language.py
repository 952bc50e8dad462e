"""Whether words that are given as English are Chinese, and whether words that are given as Chinese have none.

In which language words are needed is left to those who read them. Names, quotations and figures stand in either.
"""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
# What stands in quotation marks, brackets or as code is quoted, and says nothing of the language about it.
_QUOTED = re.compile(
    r"“[^“”\n]*”|‘[^‘’\n]*’|\"[^\"\n]*\"|「[^「」\n]*」|《[^《》\n]*》|`[^`\n]*`|\([^()\n]*\)|（[^（）\n]*）"
)
# GDP, PM2.5 and 5G stand in Chinese too.
_ABBREVIATION = re.compile(r"\b[A-Z0-9]+\b")
_LETTER = re.compile("[A-Za-z]")
_ADDRESS = re.compile(r"https?://\S+|\]\([^()\[\]\s]*\)")
_WORD = re.compile(r"[A-Za-z’']{2,}")


def is_chinese(text: str) -> bool:
    """True of words that are not English, since most of what they say is Chinese: a Han character says as much as
    two letters, at the least. What is quoted in them, and abbreviations, are passed over where there is more.
    """
    if not _HAN.search(text):
        return False
    about = _QUOTED.sub("", _ADDRESS.sub("", text))
    if not _LETTER.search(about) and not _HAN.search(about):
        about = text
    return 2 * len(_HAN.findall(about)) > len(_LETTER.findall(_ABBREVIATION.sub("", about)))


def is_without_chinese(text: str) -> bool:
    """True of words that are not Chinese: two or more, one of them no name, and no Han character among them."""
    words = _WORD.findall(_ADDRESS.sub("", text))
    return len(words) > 1 and any(word.islower() for word in words) and not _HAN.search(text)
