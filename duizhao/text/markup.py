"""Signs of Markdown and of HTML in English that pages show as it is typed: a translation, a gloss.

What Markdown is in prose is left to `prose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

# What each looks like, and the characters of which the Chinese has none where they were not translated but added. What
# stands between two signs is bounded, so that a text of signs alone is read in time that grows with it.
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,400})?/?>|<!--"), "<＜"),
    (re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"), "&＆"),
    (re.compile(r"\*{2,3}(?=[^\s*])[^\n]{0,400}?(?<=[^\s*])\*{2,3}|__(?=[^\s_])[^\n]{0,400}?(?<=[^\s_])__"), "*_＊＿"),
    # A single asterisk may be the mark of a note: words alone stand directly within two that make emphasis.
    (re.compile(r"(?<![\w*\\])\*(?=[\w“‘\"'(])[^*\n]{0,400}(?<=[\w.,!?%”’\"')])\*(?![\w*])"), "*＊"),
    (re.compile(r"~~(?=[^\s~])[^~\n]{1,400}~~"), "~～"),
    (re.compile(r"`[^`\n]{1,400}`"), "`"),
    (re.compile(r"!?\[[^\[\]\n]{1,400}\]\(\s*<?(?:[A-Za-z][\w+.-]*:|[./#])[^()\s]{0,400}[^()\n]{0,80}\)"), "[［"),
)


def markup_in(english: str, chinese: str) -> Iterator[tuple[int, str]]:
    """The first sign of each kind in English of which its Chinese has none: where it stands, and what it is."""
    for pattern, signs in _SIGNS:
        if not any(sign in chinese for sign in signs):
            found = (match for match in pattern.finditer(english) if not _is_no_entity(match[0]))
            yield from ((match.start(), match[0]) for match, _ in zip(found, range(1), strict=False))


def _is_no_entity(text: str) -> bool:
    """True of what only has the form of one: the end of M&As; and the like."""
    return text.startswith("&") and text[1] != "#" and text[1:] not in html5
