"""The line ends of a file that is changed: each line that stays keeps its own, also where they are mixed.

What is changed in the lines is left to who changes them; they see \\n alone.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

_UNIX, _WINDOWS = "\n", "\r\n"


def with_ends_of(before: str, after: str) -> str:
    """A text that has \\n alone with the line ends of the text that it was made of; new lines have the usual one."""
    old = before.split(_UNIX)
    ends = [_WINDOWS if line.endswith("\r") else _UNIX for line in old[:-1]]
    usual = Counter(ends).most_common(1)[0][0] if ends else _UNIX
    if len({*ends}) < 2:
        return after.replace(_UNIX, usual)
    lines = [line.removesuffix("\r") for line in old[:-1]] + old[-1:]
    new = after.split(_UNIX)
    matches = SequenceMatcher(None, lines, new).get_matching_blocks()
    stays = ((match.b + at, match.a + at) for match in matches for at in range(match.size))
    kept = {at: ends[was] for at, was in stays if was < len(ends)}
    return "".join(line + kept.get(at, usual) for at, line in enumerate(new[:-1])) + new[-1]
