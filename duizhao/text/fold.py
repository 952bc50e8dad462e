"""Folding of text for search and anchoring, with a map of offsets back to the text as it stands.

Offsets count code points and are half-open throughout.
"""

from __future__ import annotations

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


def fold_widths(text: str, *, fold_case: bool = False) -> Folded:
    """The text with widths made equal (NFKC, character by character) and white space left out.

    Character by character, so that the map of offsets is exact; the texts have no combining marks that matter.
    """
    chars: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        plain = unicodedata.normalize("NFKC", char)
        for part in plain.casefold() if fold_case else plain:
            if not part.isspace():
                chars.append(part)
                origins.append(offset)
    return Folded("".join(chars), tuple(origins))


def occurrences(needle: str, haystack: str) -> Iterator[int]:
    """Every offset at which the needle occurs, overlapping ones too, in order; none for an empty needle."""
    at = haystack.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = haystack.find(needle, at + 1)


def is_han(char: str) -> bool:
    """True for a character of the Unified Ideographs blocks, extension A, compatibility and the zero 〇."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or char == "〇"
        or "\U00020000" <= char <= "\U0003ffff"
    )
