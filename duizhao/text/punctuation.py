"""Half-width punctuation of a Chinese text made full-width, one character for one.

Which runs of a capture are kept at all is left to `line_plan`.
"""

from __future__ import annotations

from .fold import is_han

# The marks that stand in both widths, and the brackets that are turned as a pair or not at all.
MARKS = dict(zip(",;:()?!", "，；：（）？！", strict=True))
_OPENING, _CLOSING = "()"
# What stands on either side of a mark that belongs to a number, a time, an address or words in Latin letters.
_LATIN = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ./@_-&=#+*")


def full_width(text: str) -> str:
    """The text with its half-width , ; : ( ) ? ! in full width, as long as before.

    A line without Han stays as it is, and so does a mark between two digits or Latin letters, spaces passed over:
    1,234 and 10:30. A bracket goes with its other half.
    """
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if not any(map(is_han, line)):
        return line
    turned = [char in MARKS for char in line]
    behind = _behind(line)
    before = ""
    opened: list[int] = []
    for place, char in enumerate(line):
        if char in MARKS and before in _LATIN and behind[place] in _LATIN:
            turned[place] = False
        if char == _OPENING:
            opened.append(place)
        elif char == _CLOSING and opened:
            other = opened.pop()
            turned[other] = turned[place] = turned[other] or turned[place]
        if not char.isspace():
            before = char
    return "".join(MARKS[char] if turn else char for char, turn in zip(line, turned, strict=True))


def _behind(line: str) -> list[str]:
    """For each place the next character that is no space; "" at the end."""
    behind, following = [], ""
    for char in reversed(line):
        behind.append(following)
        if not char.isspace():
            following = char
    return behind[::-1]
