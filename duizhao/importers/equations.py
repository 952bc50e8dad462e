"""What the EQ fields of Word files show, by their codes: fractions, characters in circles, readings above characters.

Where fields stand is left to `fields`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..text.numerals import SUPERSCRIPTS

# The switches about how a field is set, which are no part of what it says: \* jc2 \* "Font:宋体".
_ABOUT = re.compile(r'\\\*\s*(?:"[^"]*"|[A-Za-z0-9]+)')
_TOKEN = re.compile(r"\\([A-Za-z]+)\s*(?:-?[0-9]+)?\s*|\\(.)|(.)", re.DOTALL)
_LONGEST, _DEEPEST = 2000, 20
_CIRCLES, _NUMBERED = "○〇◯", dict(zip(map(str, range(1, 21)), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", strict=True))
_PAIRS = {"{": "}", "[": "]", "<": ">"}
_PLACES = {"up": "superscript", "do": "subscript"}
_SIGNED = ("bc", "lc", "rc", "fc", "vc")  # options behind which a sign stands
_SIGNS = {"su": "Σ", "pr": "Π"}

Pieces = list[tuple[str, str]]


@dataclass(slots=True)
class _Made:
    """An element: its name, its options with their signs, and what stands in its brackets, part by part."""

    name: str
    options: dict[str, str] = field(default_factory=dict)
    parts: list[Pieces] = field(default_factory=list)


def shown_by(code: str) -> Pieces:
    """What an EQ field of that code shows: words, and where they stand off the line; nothing of another field."""
    words = re.match(r"\s*EQ(?![A-Za-z])", code, re.IGNORECASE)
    if not words or len(code) > _LONGEST:
        return []
    tokens = [*_TOKEN.finditer(_ABOUT.sub("", code[words.end() :]).strip())]
    return _joined(_parts(iter(tokens), 0)) if _depth(tokens) <= _DEEPEST else []


def _depth(tokens: Sequence[re.Match[str]]) -> int:
    depth = deepest = 0
    for token in tokens:
        depth += (token[3] == "(") - (token[3] == ")")
        deepest = max(deepest, depth)
    return deepest


def _parts(tokens: Iterator[re.Match[str]], depth: int) -> list[Pieces]:
    """The parts up to a closing bracket, which commas or semicolons end; at the top all is one part."""
    parts: list[Pieces] = [[]]
    made: _Made | None = None
    is_fraction = False  # what stands before
    for token in tokens:
        switch, sign = token[1], token[2] or token[3]
        if switch and made is not None:
            made.options[switch.lower()] = ""
        elif switch:
            made = _Made(switch.lower())
        elif token[3] == "(" and made is not None:
            made.parts = _parts(tokens, depth + 1)
            shown, was_fraction, is_fraction = _shown(made), is_fraction, made.name == "f"
            parts[-1] += _apart(parts[-1], shown) if is_fraction or was_fraction else shown
            made = None
        elif made is not None:
            option = next(reversed(made.options), "")
            made.options |= {option: sign} if option in _SIGNED and not sign.isspace() else {}
        elif token[3] == ")" and depth:
            break
        elif depth and token[3] in (",", ";"):
            parts.append([])
        else:
            parts[-1] += _apart(parts[-1], [(sign, "")]) if is_fraction else [(sign, "")]
            is_fraction = False
    return parts


def _apart(before: Pieces, shown: Pieces) -> Pieces:
    """What is shown beside a fraction or is one, with a blank before it where figures would run into one."""
    meet = before and shown and not (before[-1][1] or shown[0][1])
    return [(" ", ""), *shown] if meet and re.fullmatch("[0-9]{2}", before[-1][0][-1:] + shown[0][0][:1]) else shown


def _shown(made: _Made) -> Pieces:
    """What an element shows."""
    inner = _joined(made.parts)
    match made.name:
        case "d":
            return []
        case "f":
            return _joined([_bracketed(part) for part in made.parts], "/")
        case "l":
            return _joined(made.parts, ",")
        case "a":
            return _joined(made.parts, " ")
        case "r":
            index = _words(made.parts[0]).translate(str.maketrans("0123456789", SUPERSCRIPTS))
            return [(index, ""), ("√", ""), *made.parts[1]] if len(made.parts) == 2 else [("√", ""), *inner]
        case "b":
            left = made.options.get("lc") or made.options.get("bc") or "("
            return [(left, ""), *inner, (made.options.get("rc") or _PAIRS.get(left, ")"), "")]
        case "i":
            return [(next((_SIGNS[one] for one in made.options if one in _SIGNS), "∫"), ""), *inner]
        case "s" | "up" | "do":
            place = next((_PLACES[one] for one in (*made.options, made.name) if one in _PLACES), "")
            return [(text, place) for text, _ in inner]
        case "o":
            return _laid_over(made.parts)
    return inner


def _laid_over(parts: list[Pieces]) -> Pieces:
    """Characters one over the other: a number in a circle is one of them, what is read above others is none."""
    words = [_words(part).strip() for part in parts]
    number = next((word for word in words if word in _NUMBERED), "")
    if number and any(word and word in _CIRCLES for word in words):
        return [(_NUMBERED[number], "")]
    on_line = [part for part in parts if not all(place for _, place in part)]
    return _joined(on_line or parts)


def _bracketed(part: Pieces) -> Pieces:
    """A part of a fraction, in brackets where it is reckoned itself."""
    return [("(", ""), *part, (")", "")] if re.search("[-+−/×·*]", _words(part)) else part


def _words(pieces: Pieces) -> str:
    return "".join(text for text, _ in pieces)


def _joined(parts: list[Pieces], between: str = "") -> Pieces:
    """The parts one after the other, neighbours that stand alike as one piece."""
    made: Pieces = []
    for number, part in enumerate(parts):
        for text, place in (*([(between, "")] if number and between else ()), *part):
            if made and made[-1][1] == place:
                made[-1] = (made[-1][0] + text, place)
            else:
                made.append((text, place))
    return made
