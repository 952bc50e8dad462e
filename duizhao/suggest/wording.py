"""The words that a text is written with, by the list that stands beside this room.

The list holds words of two to four characters of general use (from the dictionary of jieba, MIT), those that stand in
the work reports of two districts at least, without names and counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
_LONGEST = 4
_HAN = re.compile("[一-鿿]+")
_LATIN = re.compile(r"[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9])")


@cache
def known_words() -> frozenset[str]:
    """The words of the list."""
    return frozenset(FILE.read_text("utf-8").split())


def words_of(text: str) -> frozenset[str]:
    """The words of a text, read from its end and each as long as can be; what stands between known ones is a name.

    Read from the end, more is parted rightly than from the start: what governs a Chinese compound stands last.
    """
    found = {*_LATIN.findall(text)}
    for run in _HAN.findall(text):
        found |= {*_words_in(run)}
    return frozenset(found)


def _words_in(run: str) -> Iterator[str]:
    known, end = known_words(), len(run)
    name = end  # where what no word is known of ends
    while end > 1:
        size = next((size for size in range(min(_LONGEST, end), 1, -1) if run[end - size : end] in known), 0)
        if size:
            yield run[end - size : end]
            yield from _names(run[end:name])
            name = end - size
        end -= size or 1
    yield from _names(run[:name])


def _names(run: str) -> Iterator[str]:
    if len(run) > 1:
        yield run
