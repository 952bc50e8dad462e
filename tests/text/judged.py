"""The judged sample: sentences of the genre with what a reader takes each of their numbers for, from `judged/`.

What the program takes them for, and how often the two agree, is left to `test_judged`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import yaml

FOLDER = Path(__file__).with_name("judged")

# The operators of `quantity`, and ratio: 5.0∶49.6∶45.4 is one figure and none of its terms is its value.
OPERATORS = (
    *("eq", "ge", "gt", "le", "lt", "approx", "range", "coverage", "relative", "delegated", "rank"),
    "ratio",
)
REASONS = ("date", "ordinal", "name", "label", "idiom")
# A reader cannot say where a label ends and a name begins, and nothing depends on it.
_ALIKE = {"label": "name"}

# What no text may hold without an answer. Formal numerals (陆, 伍, 拾) are ordinary characters too and need none, as in
# 队伍 and 陆续; neither do 半, 几, 数 and 双.
NUMERALS = (
    "0-9０-９零〇○一二两三四五六七八九十百千万亿廿卅卌俩仨萬½⅓"
    "\u2160-\u217f"  # Roman
    "\u2460-\u249b"  # circled, in parentheses, with a stop
    "\u3220-\u3229"  # Chinese in parentheses
)
_NUMERAL = re.compile(f"[{NUMERALS}]")
_ARABIC = re.compile("[0-9０-９½⅓]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure states: base values in the base unit; no value where none is given (数十家, 全覆盖, a ratio)."""

    operator: str
    value: Decimal | None
    upper: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A number at start..end of its text: a quantity with its reading, or none, with the reasons a reader allows."""

    start: int
    end: int
    figure: str
    reading: Reading | None
    reasons: frozenset[str]

    @property
    def numerals(self) -> frozenset[int]:
        """The places of its numerals in the text."""
        return frozenset(self.start + match.start() for match in _NUMERAL.finditer(self.figure))

    @property
    def is_arabic(self) -> bool:
        return holds_arabic(self.figure)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of a family and a kind, its numbers in order, and the figures in it that hold no numeral (全覆盖)."""

    family: str
    kind: str
    text: str
    numbers: tuple[Judged, ...]
    phrases: tuple[Judged, ...]


def holds_arabic(figure: str) -> bool:
    return _ARABIC.search(figure) is not None


def alike(reason: str) -> str:
    """The reason that stands for all that count the same."""
    return _ALIKE.get(reason, reason)


@functools.cache
def sentences(folder: Path = FOLDER) -> tuple[Sentence, ...]:
    """All sentences by family and in the order of the files; a ValueError names what is unsound, and where."""
    found: list[Sentence] = []
    for path in sorted(folder.glob("*.yaml")):
        for record in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            try:
                found.append(_sentence(path.stem, record))
            except (KeyError, TypeError, ValueError, InvalidOperation) as error:
                raise ValueError(f"{path.name}: {record}: {error!r}") from error
    return tuple(found)


def _sentence(family: str, record: Mapping) -> Sentence:
    if unknown := set(record) - {"kind", "text", "numbers", "phrases"}:
        raise ValueError(f"unknown: {sorted(unknown)}")
    text = record["text"]
    numbers = tuple(_in_order(text, record["numbers"]))
    places = {place for number in numbers for place in range(number.start, number.end)}
    if left := [match.group() for match in _NUMERAL.finditer(text) if match.start() not in places]:
        raise ValueError(f"numerals without an answer: {left}")
    return Sentence(family, record["kind"], text, numbers, tuple(_in_order(text, record.get("phrases", ()))))


def _in_order(text: str, entries: list[Mapping]) -> Iterator[Judged]:
    """The entries as judged numbers, each at the first place after the one before it."""
    end = 0
    for entry in entries:
        start = text.find(entry["figure"], end)
        if start < 0:
            raise ValueError(f"not in the text, or not in this order: {entry['figure']}")
        end = start + len(entry["figure"])
        yield Judged(start, end, entry["figure"], *_answer(entry))


def _answer(entry: Mapping) -> tuple[Reading | None, frozenset[str]]:
    """The reading of a quantity, or the reasons why it is none."""
    if unknown := set(entry) - {"figure", "operator", "value", "upper", "unit", "reason", "or"}:
        raise ValueError(f"unknown: {sorted(unknown)}")
    if "reason" in entry:
        reasons = [entry[key] for key in ("reason", "or") if key in entry]
        if set(entry) - {"figure", "reason", "or"} or not set(reasons) <= set(REASONS):
            raise ValueError(f"no reason: {entry}")
        return None, frozenset(map(alike, reasons))
    value, upper = (_decimal(entry.get(key)) for key in ("value", "upper"))
    reading = Reading(entry["operator"], value, upper, entry.get("unit", ""))
    if reading.operator not in OPERATORS:
        raise ValueError(f"no operator: {reading.operator}")
    return reading, frozenset()


def _decimal(printed: str | None) -> Decimal | None:
    """The value of a string; anything else in the file (a YAML number would lose its digits) is a TypeError."""
    if not isinstance(printed, str | None):
        raise TypeError(f"not in quotation marks: {printed}")
    return None if printed is None else Decimal(printed)
