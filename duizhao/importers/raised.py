"""Numbers that a capture sets above or below its line, as a text may hold them: marks of notes, exponents, indices.

Put into the line as they are, they would be digits of the figures beside them. Which words are set so is left to `page`
and `word`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.numerals import SUPERSCRIPTS

_EXPONENT = re.compile("[-+−]?[0-9]{1,2}")
_EXPONENTS = str.maketrans("0123456789-−+", f"{SUPERSCRIPTS}⁻⁻⁺")
_METRE = re.compile("(?<![A-Za-z])[kcdhmnμ]?m$", re.IGNORECASE)
_LENGTH = re.compile("[0-9亿万千百] ?(?:公里|千米|[厘毫]?米)$")
_POWER = re.compile("(?<![0-9.])10$")
_DIGIT = "[0-9０-９]"
_SEVERAL = re.compile("[0-9]{1,3}(?:\\s*[,，、]\\s*[0-9]{1,3})+")


def raised(before: str, words: str) -> str:
    """Words above the line as they are to stand behind others: a number is an exponent, or in brackets as a note's."""
    plain = words.strip()
    if _is_exponent(before.rstrip(), plain):
        return plain.translate(_EXPONENTS)
    if _SEVERAL.fullmatch(plain):
        return "".join(f"[{number}]" for number in re.findall("[0-9]+", plain))
    return f"[{plain}]" if re.search(f"{_DIGIT}$", plain) else words


def lowered(before: str, words: str, behind: str) -> str:
    """Words below the line, with a blank where a figure stands beside their digits."""
    ahead = " " if re.search(f"{_DIGIT}$", before) and re.match(_DIGIT, words) else ""
    return ahead + words + (" " if re.search(f"{_DIGIT}$", words) and re.match(_DIGIT, behind) else "")


def has_notes(found: Iterable[tuple[str, str]]) -> bool:
    """True where words above the line are marks of notes."""
    return any(words.startswith("[") for _, words in found)


def raised_doubted(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is told of words above the line, each given as it is put and with what stands before it."""
    known = [(before.rstrip(), words) for before, words in found]
    notes = list(dict.fromkeys(words for _, words in known if words.startswith("[")))
    if notes:
        yield f"numbers above the line are taken for marks of notes, and put in brackets: {_few(notes)}"
    powers = [(before, words) for before, words in known if not words.startswith("[") and not _METRE.search(before)]
    if powers:
        told = dict.fromkeys(before[-2:] + words for before, words in powers)
        yield f"numbers above the line are taken for exponents: {_few(list(told))}"


def _is_exponent(before: str, words: str) -> bool:
    """True of the number above a power of ten, of one with a sign, and of 2 or 3 above a unit of length."""
    if not _EXPONENT.fullmatch(words):
        return False
    if words in "23" and (_METRE.search(before) or _LENGTH.search(before)):
        return True
    return not words[0].isdigit() or _POWER.search(before) is not None


def _few(words: list[str]) -> str:
    return ", ".join(words[:12]) + (" and so on" if len(words) > 12 else "")
