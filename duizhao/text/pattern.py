"""Patterns of clean-up steps: literal characters with a few named gaps, found in time linear in the text.

What a step does with what is found is left to `changes` and to `line_plan`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What a gap stands for. Not regular expressions: captures need page numbers, ordinals and leads, and what is written
# so cannot backtrack. All gaps but the last are possessive; that one is short and stands once.
GAPS = {
    "{n}": "[0-9０-９]{1,6}+",
    "{一}": "[〇零一二三四五六七八九十百]{1,6}+",
    "{汉}": "[\u3400-\u4dbf\u4e00-\u9fff〇]",
    "{ }": "[ \t\u00a0\u3000]{1,40}+",
    "{…}": "[^\n。！？；]{1,120}?",
}
OPEN_GAP = "{…}"
GAP_WORDS = {
    "{n}": "a number in digits",
    "{一}": "a Chinese numeral",
    "{汉}": "a Han character",
    "{ }": "blanks",
    "{…}": "up to 120 characters with no 。！？； among them, once in a pattern",
}
# What a person writes who takes a pattern for a regular expression.
_REGULAR = re.compile(r"\.[*+]|\\[dswDSW]|\(\?|\[\^|\[0-9\]")
_PARTS = re.compile(r"\{[^{}]*\}|[^{}]+|[{}]")


class PatternError(ValueError):
    """A pattern that cannot be read, in words."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as written, what finds it, and where: a whole `line`, its `start`, or `anywhere` in it."""

    text: str
    regex: re.Pattern[str]
    at: str

    def found(self, text: str, start: int, end: int, *, overlap: int = 0) -> Iterator[tuple[int, int]]:
        """The places in text[start:end], which is one line without the blanks about it.

        Each begins no earlier than `overlap` characters before the end of the last.
        """
        if self.at != "anywhere":
            look = self.regex.fullmatch if self.at == "line" else self.regex.match
            if match := look(text, start, end):
                yield match.span()
            return
        match = self.regex.search(text, start, end)
        while match:
            yield match.span()
            match = self.regex.search(text, max(match.end() - overlap, match.start() + 1), end)


def read_pattern(text: str, at: str = "anywhere") -> Pattern:
    """The pattern that is written so. Raises PatternError."""
    parts = _PARTS.findall(text)
    if strange := [part for part in parts if part[0] in "{}" and part not in GAPS]:
        raise PatternError(f"there is no gap {strange[0]}; the gaps are {', '.join(GAPS)}")
    if "\n" in text or "\r" in text:
        raise PatternError("a pattern stands within one line")
    if match := _REGULAR.search(text):
        raise PatternError(f"a pattern is no regular expression, and {match[0]} would stand for itself")
    told = [part for part in parts if part not in GAPS or part == "{汉}"]
    if not told and not ("{n}" in parts and at == "line"):
        raise PatternError("a pattern of gaps alone fits too much: name a character that stands there")
    if parts.count(OPEN_GAP) > 1:
        raise PatternError(f"{OPEN_GAP} stands more than once in it")
    if parts[-1] == OPEN_GAP and at != "line":
        raise PatternError(f"it ends in {OPEN_GAP}, and nothing says where that ends: name the character behind it")
    return Pattern(text, re.compile("".join(GAPS.get(part) or re.escape(part) for part in parts)), at)
