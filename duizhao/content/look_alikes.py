"""Characters that look like those of YAML and are not: full-width marks and digits, typographic quotes and dashes.

Where a value is refused, and whether it would be taken if it were written plainly, is left to `reader`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from ..issues import Issue, SourcePosition

_QUOTES = "“”„‟‘’‚‛「」『』＂＇"
_BRACKETS = "［］【】〔〕"
_DASHES = "‐‑‒–—―−－﹣"
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_CYRILLIC = dict(zip("асеһіјорԛѕԝхуАВСЕНІЈКМОРТХ", "acehijopqswxyABCEHIJKMOPTX", strict=True))
_NO_SPACE = "this blank is no ASCII space"
_SPACE = "write an ASCII space"
# What a line that YAML cannot read may hold, the likelier first: the pattern, what it finds and the way out.
_IN_SYNTAX = (
    (rf"^[ \-]*([{_BLANKS}])", _NO_SPACE, "indent with ASCII spaces"),
    (rf"(?:^[ \-]*|[{{,][ ]*)[A-Za-z_][\w.-]*:([{_BLANKS}])", _NO_SPACE, _SPACE),
    (rf",[ ]*([{_BLANKS}])[ {_BLANKS}]*[A-Za-z_][\w.-]*:", _NO_SPACE, _SPACE),
    (rf"[\"'}}\]][ ]*([{_BLANKS}])[ {_BLANKS}]*(?:$|[,}}\]#])", _NO_SPACE, "take it out, or write an ASCII space"),
    (rf"^[ ]*([{_DASHES}])[ ]*\w+[ ]*:", "this dash is no hyphen", "begin an item of a list with `- `"),
    (r"^[ ]*([•·])[ ]*\w+[ ]*:", "this dot is no hyphen", "begin an item of a list with `- `"),
    (r"^[ \-]*(＃)", "a full-width number sign begins no comment", "write #"),
    (r"^.*:[ ]*([｛［【〔])", "a full-width bracket is no bracket of YAML", "write {…} or […]"),
    (r"^.*[\w”](，)[ ]*\w+[ ]*:", "a full-width comma parts no keys", "write an ASCII comma and a space"),
    (rf"^.*:[ ]*([{_QUOTES}])", "typographic quotes quote nothing in YAML", "write ASCII quotes: \" or '"),
)
_KEY_WITH_FULL_WIDTH_COLON = re.compile(r"[\s\-{]*[A-Za-z_]+：")
_COMMA_BEFORE_KEY = re.compile(r"[，、；]\s*([A-Za-z_]+)\s*[:：]")
_KEY_WITH_BLANK = re.compile(rf"[ {_BLANKS}]*([A-Za-z_]\w*)[ {_BLANKS}]*(?::[{_BLANKS}].*)?", re.DOTALL)
_LIST_MARK = re.compile(rf"[{_DASHES}•·]\s*\w")


def plain(text: str) -> str:
    """The text in ASCII as far as its characters look like it, without quotes and blanks about it."""
    written = text if text.isascii() else "".join(map(_plain_character, text))
    return written.strip().strip("\"'" + _QUOTES).strip()


def plain_parts(text: str) -> tuple[str, ...]:
    """The items of a list that full-width marks part or hold, each in ASCII."""
    return tuple(plain(part) for part in re.split("[，、；]", text.strip().strip(_BRACKETS)))


def in_full_width_brackets(text: str) -> bool:
    """True of what was meant for a list of YAML, or a mapping."""
    return text[:1] in tuple(_BRACKETS)


def meant_key(name: str) -> str:
    """The key that was meant by one that is not written in ASCII, or that a full-width colon joins to its value."""
    return plain(name.partition("：")[0])


def _plain_character(char: str) -> str:
    if char in _CYRILLIC:
        return _CYRILLIC[char]
    if char in _DASHES:
        return "-"
    if char in _QUOTES:
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return unicodedata.normalize("NFKC", char) if re.match(rf"[\uff01-\uff5e{_BLANKS}]", char) else char


def named_alikes(text: str) -> str:
    """What of a text only looks like ASCII, in words: written with full-width characters (２０)."""
    kinds: dict[str, list[str]] = {}
    for char in text:
        kind = _kind(char)
        if kind:
            kinds.setdefault(kind, []).append(f"U+{ord(char):04X}" if char.isspace() else char)
    named = [f"{kind} ({''.join(dict.fromkeys(chars))})" for kind, chars in kinds.items()]
    return f"written with {' and '.join(named)}" if named else "written with blanks about it"


def _kind(char: str) -> str:
    if char in _QUOTES:
        return "typographic quotes"
    if char in _DASHES:
        return "dashes that are no hyphens"
    if re.match(f"[{_BLANKS}]", char):
        return "blanks that are no ASCII spaces"
    if char in "、；":
        return "marks of a Chinese list"
    if char in _CYRILLIC:
        return "Cyrillic letters"
    if "\uff01" <= char <= "\uff5e":
        return "full-width characters"
    return "characters that are not ASCII" if _plain_character(char) != char else ""


def full_width_colon(place: SourcePosition, line: str) -> Issue:
    """The issue of a line, which begins at a place, whose colon is full-width."""
    key, _, value = line.strip().lstrip("-{ ").partition("：")
    short = len(key) + len(value) <= 60 and re.fullmatch(r"\w+", key)
    meant = f"{key}: {value.strip()}" if short else "key: value"
    return Issue(
        "full-width-colon",
        SourcePosition(place.path, place.line, place.col + line.find("：")),
        "a full-width colon makes this line one string",
        f"write an ASCII colon and a space: `{meant}`",
    )


def full_width_comma(value: str) -> re.Match[str] | None:
    """The comma in a value before what was meant for the next key, which is the first group."""
    return _COMMA_BEFORE_KEY.search(value)


def blank_in_key(place: SourcePosition, name: str, known: Collection[str]) -> Issue | None:
    """The issue of a key, which begins at a place, about which or behind whose colon a blank is no ASCII space."""
    key = _KEY_WITH_BLANK.fullmatch(name)
    blank = re.search(f"[{_BLANKS}]", name)
    if not key or not blank or key[1] not in known:
        return None
    at = SourcePosition(place.path, place.line, place.col + blank.start())
    return Issue("look-alike", at, _NO_SPACE, _SPACE)


def is_marked_as_list(key: str) -> bool:
    """True of a key before which stands what was meant for the hyphen of a list."""
    return _LIST_MARK.match(key) is not None


def alike_in_syntax(text: str, line: int, path: str, first_line: int) -> Issue | None:
    """The issue of what only looks like YAML in the line of a syntax error, counted from 0, or in the two above it."""
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), max(-1, line - 3), -1):
        found = _KEY_WITH_FULL_WIDTH_COLON.match(lines[number])
        if found:
            return full_width_colon(SourcePosition(path, first_line + number), lines[number])
        for pattern, message, hint in _IN_SYNTAX:
            alike = re.search(pattern, lines[number])
            if alike:
                return Issue("look-alike", SourcePosition(path, first_line + number, alike.start(1) + 1), message, hint)
    return None
