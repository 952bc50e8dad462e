"""JSON from other programs read strictly: bounded, each key once, numbers that are numbers, types as they must be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from .spans import WrongFile

MOST_BYTES = 32 * 1024 * 1024
_DEEPEST = 60
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def text_of(data: bytes) -> str:
    """The text of a file. Raises WrongFile where it is too large or not in UTF-8."""
    if len(data) > MOST_BYTES:
        raise WrongFile(f"the file has {len(data):,} bytes; more than {MOST_BYTES:,} are not read")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongFile(f"the file is not in UTF-8 (byte {error.start})") from None


def json_of(text: str, where: str = "the file") -> object:
    """A value in JSON, fractions as Decimal. Raises WrongFile where it is none, says a key twice, or is too deep."""
    depth = 0
    for found in _STRUCTURE.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > _DEEPEST:
            raise WrongFile(f"{where} is nested more than {_DEEPEST} deep")
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_constant=lambda name: _refused(where, f"holds {name}, which is no number"),
            object_pairs_hook=lambda pairs: _each_once(pairs, where),
        )
    except json.JSONDecodeError as error:
        raise WrongFile(f"{where} is no JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except (ValueError, RecursionError, InvalidOperation):  # digits without end
        raise WrongFile(f"{where} holds a number that is too long") from None


def _refused(where: str, why: str) -> None:
    raise WrongFile(f"{where} {why}")


def _each_once(pairs: list[tuple[str, object]], where: str) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise WrongFile(f"{where} says the key {twice[:40]!r} twice in one object")
    return made


def mapping(value: object, where: str) -> dict[str, Any]:
    """A value that must be an object."""
    if not isinstance(value, dict):
        raise WrongFile(f"{where} must be an object")
    return value


def listed(value: object, where: str) -> list[Any]:
    """A value that must be a list."""
    if not isinstance(value, list):
        raise WrongFile(f"{where} must be a list")
    return value


def string(value: object, where: str) -> str:
    """A value that must be a text."""
    if not isinstance(value, str):
        raise WrongFile(f"{where} must be a text")
    return value


def texts(value: object, where: str) -> tuple[str, ...]:
    """A value that must be a list of texts."""
    return tuple(string(one, f"{where}[{at}]") for at, one in enumerate(listed(value, where)))


def whole(value: object, where: str) -> int:
    """A value that must be a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongFile(f"{where} must be a whole number")
    return value


def share(value: object, where: str) -> Decimal | None:
    """A value that is a number from 0 to 1, or nothing."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= 1:
        raise WrongFile(f"{where} must be a number from 0 to 1")
    return Decimal(value)


def in_json(value: object) -> bytes:
    """A value as a file: readable, in UTF-8, one line break at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def lines_in_json(values: Iterable[object]) -> bytes:
    """Values as a file with one in each line."""
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()
