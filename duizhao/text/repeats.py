"""Whether a text repeats words of another: signs and blanks are set anew from page to page, figures are not.

What becomes of words that are repeated is left to `line_plan`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANKS = re.compile("(?<=[0-9０-９])\\s+(?=[0-9０-９])|(\\s+)")
# The signs that a figure does not mean the same without, beside its digits: the point, the percent sign, the minus.
_OF_FIGURES = re.compile("(?<=[0-9０-９])(?:[.．:：/／~～–—−－-](?=[0-9０-９])|[%％‰℃])|[−－+＋-](?=[0-9０-９])")
_ALIKE = str.maketrans("．：／％＋", ".:/%+") | str.maketrans(dict.fromkeys("~～–—−－", "-"))
_NUMERALS = frozenset("0123456789０１２３４５６７８９.%‰-+〇零一二两三四五六七八九十百千万亿")


def in_words(text: str) -> str:
    """The text without blanks and signs, but for those of its figures."""
    return "".join(char for char, _ in _words(text))


def repeats(text: str, other: str) -> bool:
    """True where all words of a text stand together in the other, no figure being cut: 2万 does not stand in 12万.

    A text without a word repeats one that holds it sign by sign.
    """
    words, marked = in_words(text), list(_words(other))
    if not words:
        return text.strip() in other
    within = "".join(char for char, _ in marked)
    at = within.find(words)
    while at >= 0:
        ends = (at, at + len(words))
        if not any(0 < end < len(marked) and _cuts(marked[end - 1], marked[end]) for end in ends):
            return True
        at = within.find(words, at + 1)
    return False


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The characters that are compared, each with where it stands."""
    text = _BLANKS.sub(lambda blank: "" if blank[1] else " ", text)
    signs = {match.start() for match in _OF_FIGURES.finditer(text)}
    return (
        (char.translate(_ALIKE), at) for at, char in enumerate(text) if char.isalnum() or char == " " or at in signs
    )


def _cuts(before: tuple[str, int], after: tuple[str, int]) -> bool:
    """True between two characters of one figure, with nothing between them that is not compared."""
    return before[0] in _NUMERALS and after[0] in _NUMERALS and before[1] + 1 == after[1]
