"""Which lines of a page go on the ones before them: those that a line break sets in the middle of a sentence.

What is a line, and where only a line break stands before it, is left to `page`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .units import joining_rule, units_of


def continued(lines: Sequence[str], behind_breaks: Collection[int]) -> frozenset[int]:
    """The places of the lines that go on the one before, among those that stand behind no more than a line break."""
    places: list[int] = []
    for place in range(len(lines)):
        if place in behind_breaks or place + 1 in behind_breaks:
            places += [place] if place in behind_breaks else [-1, place]
    broken = ["" if place < 0 else lines[place] for place in places]
    rule = joining_rule(broken, indented=False)
    if not rule:
        return frozenset()
    units = units_of(broken, rule, ())
    return frozenset(places[number - 1] for unit in units for number in unit.lines[1:]) & frozenset(behind_breaks)


def indented(lines: Sequence[str], continued: Collection[int]) -> list[str]:
    """The lines, with two blanks before each that begins a paragraph and none before those that go on one."""
    return [line.lstrip() if place in continued else _begun(line) for place, line in enumerate(lines)]


def _begun(line: str) -> str:
    return line if line[:1].isspace() else f"\u3000\u3000{line}"
