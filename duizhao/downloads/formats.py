"""Tables as bytes: CSV for spreadsheets, JSON for programs.

What the tables hold is left to `tables`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from .columns import Value

# What makes a spreadsheet take a cell for a formula, in both widths, and what it passes over to get there.
_RUNS = re.compile("[=+\\-@＝＋－＠\\s\x00-\x1f\u200b\u2060\ufeff]")
_GUARD = "'"
# -0.3% is no formula: a figure as printed stays one.
_NUMBER = re.compile("[+-]?[0-9]+(?:\\.[0-9]+)?%?")


def csv_bytes(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A header and rows by RFC 4180, with a byte order mark, so that spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow(csv_value(value) for value in row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def csv_value(value: Value) -> str:
    """A value as a cell of CSV: nothing for None, exact digits for a figure, an array of JSON for several words."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case tuple():
            return json.dumps(value, ensure_ascii=False)
        case str():
            return _guarded(value)
    return str(value)


def _guarded(text: str) -> str:
    """A text as a cell that no spreadsheet runs: behind an apostrophe where it begins like a formula.

    One that begins with an apostrophe gets another, so that whoever takes one off the front of a cell has the text.
    """
    runs = _RUNS.match(text) and not _NUMBER.fullmatch(text)
    return _GUARD + text if runs or text.startswith(_GUARD) else text


def json_rows(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The rows as a list of objects, one a line, so that two editions of a table can be compared line by line."""
    said = ({name: json_value(value) for name, value in zip(names, row, strict=True)} for row in rows)
    return (_by_line(said) + "\n").encode()


def _by_line(values: Iterable[object]) -> str:
    return "[" + ",".join(f"\n{_compact(value)}" for value in values) + "\n]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_value(value: Value) -> object:
    """A value as JSON has it; a figure is a whole number where it is one."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return list(value)
    return value


def described(value: Mapping[str, object], listed: Iterable[object], name: str) -> bytes:
    """An object with a list under one more name, each item of it on a line of its own."""
    return f"{_compact(value).removesuffix('}')},{_compact(name)}:{_by_line(listed)}}}\n".encode()
