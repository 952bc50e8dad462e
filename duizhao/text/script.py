"""Pinyin taken out of a run of text, and Traditional characters converted, one for one.

Which runs of a capture are kept at all is left to `line_plan`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import opencc

# Mandarin syllables in ASCII parentheses after a Han character, with tone marks or without: 區(qū), 里(li).
# A syllable has a vowel, so that the unit of 公里(km) stays.
_VOWEL = "[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"
_PINYIN = re.compile(rf"(?<=[\u3400-\u9fff])\((?=[a-z]{{0,7}}{_VOWEL})(?:[a-z]|{_VOWEL}){{1,7}}\)")


def pinyin_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of pinyin in text[start:end], with the parentheses about it."""
    return (match.span() for match in _PINYIN.finditer(text, start, end))


def simplified(text: str, exceptions: Iterable[tuple[str, str]]) -> str:
    """The text in Simplified characters, as long as before; `exceptions` mend what the converter leaves."""
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        raise AssertionError("the script conversion changed the text's length")
    for word, plain in exceptions:
        converted = converted.replace(word, plain)
    return converted


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
