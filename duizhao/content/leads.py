"""The pattern that fits all headings of a kind, so that one step with a count stands for a list of them.

Where a text and what the steps make differ is left to `differences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..text.cleanup import RawBlock
from ..text.pattern import OPEN_GAP, Pattern, read_pattern
from .mending import pattern_step
from .report_file import WrittenBlock

# What headings begin with, and what they end in where a text follows them in their line.
_BEGINNINGS = ("（{一}）", "({一})", "{一}、", "{一}是", "{一}要", "第{一}，", "——", "--", "{n}.", "{n}、", "（{n}）")
_ENDS = "。：:！；"


@dataclass(frozen=True, slots=True)
class Compared:
    """What the steps make and what the report's file has, the name of the text that lines are counted in, and it."""

    made: Sequence[RawBlock]
    body: Sequence[WrittenBlock]
    name: str
    text: str
    _steps: dict[tuple[str, str, int], str] = field(default_factory=dict)

    def heading_step(self, heading: str, level: int, *, whole: bool) -> str:
        """The step for all headings of a level that begin like this one; '' where it would fit others, too.

        A heading is the `whole` of its line, or a paragraph follows it there.
        """
        begins = (one for one in _BEGINNINGS if list(read_pattern(one, "start").found(heading, 0, len(heading))))
        beginning = next(begins, "") if level else ""
        end = heading[-1:] if heading[-1:] in _ENDS else ""
        if not beginning or not (whole or end):
            return ""
        text, at = f"{beginning}{OPEN_GAP}{end}", "line" if whole else "start"
        if (text, at, level) not in self._steps:
            self._steps[text, at, level] = self._step(text, at, level)
        return self._steps[text, at, level]

    def _step(self, text: str, at: str, level: int) -> str:
        fits = sum(not block.level and _fits(read_pattern(text, at), block.text) for block in self.made)
        is_heading = read_pattern(text, "line")
        wanted = sum(block.level == level and _fits(is_heading, block.text) for block in self.body)
        there = sum(block.level == level and _fits(is_heading, block.text) for block in self.made)
        return pattern_step(text, at, level, fits) if fits == wanted - there > 1 else ""


def _fits(pattern: Pattern, text: str) -> bool:
    return any(True for _ in pattern.found(text, 0, len(text)))
