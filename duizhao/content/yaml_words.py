"""Values as YAML writes them, for records that a program puts into files that people go on with.

Plain words stay plain, whatever could be read otherwise stands in quotation marks. Which keys a record has is left to
its declaration, where it goes to those who write it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# No sign of YAML, no blank at an end, and nothing that a program may take for a number, a truth or a date.
_PLAIN = re.compile(
    "[A-Za-z\u3400-\u9fff](?:[A-Za-z0-9\u3400-\u9fff“”（）、，。；—·’ -]*[A-Za-z0-9\u3400-\u9fff“”（）。])?"
)
_OTHERWISE = re.compile("y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_LONGEST = 100

Value = str | int | bool | tuple["Value", ...] | Mapping[str, "Value"]


def in_yaml(value: Value) -> str:
    """A value in one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            plain = _PLAIN.fullmatch(value) and not _OTHERWISE.fullmatch(value)
            return value if plain else json.dumps(value, ensure_ascii=False)
        case tuple():
            return f"[{', '.join(map(in_yaml, value))}]"
    return f"{{{', '.join(f'{key}: {in_yaml(item)}' for key, item in value.items())}}}"


def keys_in_yaml(values: Mapping[str, Value]) -> list[str]:
    """A mapping as lines; what is too long for one line stands in several, indented by two."""
    lines: list[str] = []
    for key, value in values.items():
        line = f"{key}: {in_yaml(value)}"
        if isinstance(value, Mapping) and len(line) > _LONGEST:
            lines += [f"{key}:", *(f"  {inner}" for inner in keys_in_yaml(value))]
        elif isinstance(value, tuple) and value and isinstance(value[0], Mapping):
            lines += [f"{key}:", *(f"  - {in_yaml(item)}" for item in value)]
        else:
            lines.append(line)
    return lines
