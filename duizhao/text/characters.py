"""Characters that no text may hold: nobody sees them, they turn the text about them, or they stand for lost ones.

What is done where one stands is left to the rooms that read what people write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# What a stray character is, and with it the way out that a message names.
CONTROL, RETURN, LINE, TURN, UNSEEN, PRIVATE, LOST = "control", "return", "line", "turn", "unseen", "private", "lost"

_C0 = """
NULL|START OF HEADING|START OF TEXT|END OF TEXT|END OF TRANSMISSION|ENQUIRY|ACKNOWLEDGE|BELL|BACKSPACE|TABULATION|
LINE FEED|LINE TABULATION|FORM FEED|CARRIAGE RETURN|SHIFT OUT|SHIFT IN|DATA LINK ESCAPE|DEVICE CONTROL ONE|
DEVICE CONTROL TWO|DEVICE CONTROL THREE|DEVICE CONTROL FOUR|NEGATIVE ACKNOWLEDGE|SYNCHRONOUS IDLE|
END OF TRANSMISSION BLOCK|CANCEL|END OF MEDIUM|SUBSTITUTE|ESCAPE|INFORMATION SEPARATOR FOUR|
INFORMATION SEPARATOR THREE|INFORMATION SEPARATOR TWO|INFORMATION SEPARATOR ONE
"""
# Characters that Unicode gives no name.
_CONTROLS = dict(enumerate(_C0.replace("\n", "").split("|"))) | {0x7F: "DELETE", 0x85: "NEXT LINE"}
_OTHERS = {"Cc": "CONTROL", "Co": "PRIVATE USE", "Cs": "SURROGATE", "Cn": "NO CHARACTER"}

# All that may be stray; which of them are is told by what stands about them.
_SUSPECTS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U00010000-\U0010ffff"
    "]"
)
# Those of the planes beyond the first, where texts have few: their ranges above would cost tenfold at every character.
_SUSPECTS_BEYOND = re.compile(
    "["
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 15))
    + "]"
)
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINER, _NON_JOINER, _BLACK_FLAG = "\u200d", "\u200c", "\U0001f3f4"
_TAGS = re.compile("[\U000e0020-\U000e007f]")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_MONGOLIAN_SELECTORS = re.compile("[\u180b-\u180d\u180f]")
# Letters whose shapes depend on their neighbours: from Arabic over the scripts of India to Mongolian.
_JOINING_SCRIPTS = re.compile("[\u0600-\u10ff\u1200-\u1cff]")


@dataclass(frozen=True, slots=True)
class Stray:
    """A stray character, where it stands in its text, and which kind it is of."""

    offset: int
    char: str
    kind: str


def strays(text: str) -> Iterator[Stray]:
    """The characters of a text that it may not hold, in their order."""
    for match in _SUSPECTS.finditer(text):
        char = match[0]
        kind = "" if char > "\uffff" and not _SUSPECTS_BEYOND.match(char) else _kind(text, match.start())
        if kind:
            yield Stray(match.start(), char, kind)


def called(char: str) -> str:
    """A character as messages call it: U+202E RIGHT-TO-LEFT OVERRIDE."""
    code = ord(char)
    name = unicodedata.name(char, "") or _CONTROLS.get(code) or _OTHERS.get(unicodedata.category(char), "")
    return f"U+{code:04X} {name}".rstrip()


def meant(char: str) -> str:
    """What a control character stands for that was Windows-1252 and was read as Latin-1; nothing of any other."""
    try:
        return bytes([ord(char)]).decode("cp1252") if "\x80" <= char <= "\x9f" else ""
    except UnicodeDecodeError:
        return ""


def in_print(text: str) -> str:
    """The text with its stray characters as code points: ‹U+202E›."""
    parts, at = [], 0
    for stray in strays(text):
        parts += [text[at : stray.offset], f"‹U+{ord(stray.char):04X}›"]
        at = stray.offset + 1
    return "".join((*parts, text[at:]))


def _kind(text: str, at: int) -> str:
    """The kind of a suspect; nothing where it belongs to what stands about it."""
    char = text[at]
    if char in _TURNS:
        return TURN
    if char in "\u2028\u2029\x85":
        return LINE
    if char in "\ufffd\ufffc":
        return LOST
    match unicodedata.category(char):
        case "Cc":
            return RETURN if char == "\r" else CONTROL
        case "Co":
            return PRIVATE
        case "Cs":
            return LOST
    return "" if _belongs(text, at) else UNSEEN


def _belongs(text: str, at: int) -> bool:
    """True of what shapes the character before it: a selector behind its base, a joiner within a word or a sign."""
    char, before = text[at], text[at - 1 : at]
    if _SELECTORS.match(char):
        return before > " " and not _SELECTORS.match(before) and _takes_selectors(before)
    if "\U00013430" <= char <= "\U0001343f":  # they arrange hieroglyphs
        return "\U00013000" <= before <= "\U0001345f"
    if _MONGOLIAN_SELECTORS.match(char):
        return "\u1800" <= before <= "\u18af"
    if _TAGS.match(char):
        return bool(before) and (before == _BLACK_FLAG or bool(_TAGS.match(before)))
    if char in (_JOINER, _NON_JOINER):
        joins_signs = char == _JOINER and _is_sign(_base(text, at)) and _is_sign(text[at + 1 : at + 2])
        return joins_signs or bool(_JOINING_SCRIPTS.match(before))
    return False


def _takes_selectors(char: str) -> bool:
    """True of Han, of signs and punctuation, and of the digits that key caps are made of."""
    return unicodedata.category(char)[0] in "SPN" or unicodedata.category(char) == "Lo"


def _base(text: str, end: int) -> str:
    """The character before an offset, or before the selector that stands there."""
    return text[end - 2 : end - 1] if _SELECTORS.match(text[end - 1 : end]) else text[end - 1 : end]


def _is_sign(char: str) -> bool:
    return char != "" and unicodedata.category(char)[0] == "S"
