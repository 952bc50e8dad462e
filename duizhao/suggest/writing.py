"""Records as YAML that a person reads and edits: one key a line, records of one line within brackets.

What is written can be read again as the same; a key whose value is the default's is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any

from ..content.schema import Record
from ..content.suggested import Suggestions
from ..text.period import Period

_OPENING = """\
# What a program proposes for this report: `duizhao suggest` writes it anew, `duizhao accept` takes from it into
# annotations.yaml, `duizhao reject` strikes out. The site shows nothing of it; the file may be deleted.
"""
# Plain in YAML wherever it stands, also within brackets: no sign that YAML reads, no blank at an end.
_PLAIN = re.compile(
    "[A-Za-z0-9\u4e00-\u9fff“《（](?:[-A-Za-z0-9_./%+\u4e00-\u9fff，。、；：！？“”‘’《》（）—…·]| (?!#))*"
)
# What is written a record a line.
_IN_LINES = (
    *("nothing_to_code", "numbers", "follow_ups"),
    *("rejected", "rejected_follow_ups", "rejected_blanks", "rejected_numbers"),
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def suggestions_text(suggestions: Suggestions) -> str:
    """The file of suggestions."""
    parts = [_OPENING, f"text_sha256: {suggestions.text_sha256}\n"]
    if suggestions.statements:
        parts.append("\nstatements:\n")
        parts += ["\n" + record_text(one) for one in suggestions.statements]
    for name in _IN_LINES:
        if records := getattr(suggestions, name):
            parts += [f"\n{name}:\n", *(f"- {in_one_line(one)}\n" for one in records)]
    return "".join(parts)


def record_text(one: Record) -> str:
    """A record as an item of a list, a key a line."""
    lines = []
    for name, value in _given(one):
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            lines += [f"{name}:", *(f"- {in_one_line(each)}" for each in value)]
        else:
            lines.append(f"{name}: {_said(value)}")
    first, *rest = lines
    return "".join((f"- {first}\n", *(f"  {line}\n" for line in rest)))


def in_one_line(one: Record) -> str:
    """A record within brackets."""
    return f"{{{', '.join(f'{name}: {_said(value)}' for name, value in _given(one))}}}"


def _given(one: Record) -> Iterator[tuple[str, Any]]:
    """The keys of a record that say more than their default, with their values."""
    defaults = {each.name: each.default for each in fields(one) if each.default is not MISSING}
    for key in one.keys:
        value = getattr(one, key.field)
        if key.field not in defaults or value != defaults[key.field]:
            yield key.name, value


def _said(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case tuple():
            return f"[{', '.join(map(_said, value))}]"
        case Period():
            return f'"{value}"'
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """A text as it must be quoted, or plain."""
    is_plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and text.lower() not in _WORDS_OF_YAML
    if is_plain and not _NUMBER.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
