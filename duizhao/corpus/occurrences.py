"""In which texts of a row words occur, of many words at once: a text is searched only for those that it may have.

Each text is gone through once for the pairs of characters that the words are made of. In which texts all pairs of a
word are is then known at once, and these alone are searched: each of five hundred texts of a district may be asked for
what all before it promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import add


class Occurrences:
    """The texts of a row, as folded as the words that are looked for in them."""

    def __init__(self, texts: Sequence[str], words: Iterable[str]) -> None:
        self._texts = texts
        self._having = dict.fromkeys((pair for word in words for pair in _pairs(word)), 0)  # a bit for each text
        for place, text in enumerate(texts):
            for pair in self._having.keys() & {*map(add, text, text[1:]), *text}:
                self._having[pair] |= 1 << place

    def of(self, word: str, start: int) -> Iterator[int]:
        """The places of the texts from one on that have one of the words, in their order; none have ''."""
        may_have = -1 if word else 0
        for pair in _pairs(word):
            may_have &= self._having[pair]
        may_have = may_have >> start << start
        while may_have:
            place = (may_have & -may_have).bit_length() - 1
            if word in self._texts[place]:
                yield place
            may_have &= may_have - 1


def _pairs(word: str) -> set[str]:
    """The pairs of neighbours in a word; of one character that itself."""
    return {word[at : at + 2] for at in range(max(1, len(word) - 1))} if word else set()
