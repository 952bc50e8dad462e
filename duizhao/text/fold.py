"""Folding of text for search and anchoring, with a map of offsets back to the text as it stands.

Offsets count code points and are half-open throughout.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origins[i]` is the offset in the original of the character behind `text[i]`."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the folded span start..end (not empty) stands for."""
        return self.origins[start], self.origins[end - 1] + 1


# The full-width and half-width forms, and the ideographic space, that stand for one character each.
_FORMS = {code: unicodedata.normalize("NFKC", chr(code)) for code in (0x3000, *range(0xFF01, 0xFFEF))}
_NARROW = {code: plain for code, plain in _FORMS.items() if len(plain) == 1}


_SPACE = re.compile(r"\s")
_UNEVEN = re.compile(r"^\s|\s\s")  # white space that is left out


def fold_widths(text: str, *, fold_case: bool = False) -> Folded:
    """The text with widths made equal (NFKC, character by character) and white space left out.

    Character by character, so that the map of offsets is exact; the texts have no combining marks that matter.
    """
    narrow = text.translate(_NARROW)
    cased = narrow.casefold() if fold_case else narrow
    if len(cased) == len(narrow) and unicodedata.is_normalized("NFKC", narrow):
        # most of it, at once: each character stands for one
        if "".join(cased.split()) == cased:
            return Folded(cased, tuple(range(len(text))))
        return Folded("".join(cased.split()), tuple([at for at, char in enumerate(cased) if not char.isspace()]))
    chars: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        plain = unicodedata.normalize("NFKC", char)
        for part in plain.casefold() if fold_case else plain:
            if not part.isspace():
                chars.append(part)
                origins.append(offset)
    return Folded("".join(chars), tuple(origins))


def folded_text(text: str, *, fold_case: bool = False) -> str:
    """The text of `fold_widths` alone, for who does not ask where in the original it stands."""
    narrow = text.translate(_NARROW)
    if not unicodedata.is_normalized("NFKC", narrow):
        return fold_widths(text, fold_case=fold_case).text
    return "".join((narrow.casefold() if fold_case else narrow).split())


def fold_spaced(text: str) -> Folded:
    """The text with widths made equal and each run of white space made one blank: for words that blanks part."""
    narrow = text.translate(_NARROW)
    if unicodedata.is_normalized("NFKC", narrow) and not _UNEVEN.search(narrow):
        return Folded(_SPACE.sub(" ", narrow), tuple(range(len(text))))
    chars: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char):
            if not part.isspace():
                chars.append(part)
                origins.append(offset)
            elif chars and chars[-1] != " ":
                chars.append(" ")
                origins.append(offset)
    return Folded("".join(chars), tuple(origins))


def occurrences(needle: str, haystack: str) -> Iterator[int]:
    """Every offset at which the needle occurs, overlapping ones too, in order; none for an empty needle."""
    at = haystack.find(needle) if needle else -1
    while at >= 0:
        yield at
        following = haystack.find(needle, at + 1)
        if 0 <= following < at + len(needle):
            # A needle that overlaps itself may do so all the way, and would be compared anew at every place.
            yield from _overlapping(needle, haystack, at + 1)
            return
        at = following


def _overlapping(needle: str, haystack: str, start: int) -> Iterator[int]:
    """Every offset from `start` on at which the needle occurs, each character of the haystack looked at once.

    After Knuth, Morris and Pratt: `borders[n]` is how much of the needle's beginning also ends its first n characters.
    """
    borders = [0, 0]
    for char in needle[1:]:
        held = borders[-1]
        while held and needle[held] != char:
            held = borders[held]
        borders.append(held + (needle[held] == char))
    held = 0
    for offset in range(start, len(haystack)):
        while held and (held == len(needle) or needle[held] != haystack[offset]):
            held = borders[held]
        held += needle[held] == haystack[offset]
        if held == len(needle):
            yield offset + 1 - held


def is_han(char: str) -> bool:
    """True for a character of the Unified Ideographs blocks, extension A, compatibility and the zero 〇."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or char == "〇"
        or "\U00020000" <= char <= "\U0003ffff"
    )
