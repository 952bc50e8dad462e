"""The lines of a capture's text as units: a paragraph or a heading each, in however many lines it is broken.

What becomes of each is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from .dates import years_in
from .particulars import field_of

# As in `text.line_plan`, by which the build joins the lines.
_ENDS, _CLOSERS = tuple("。！？；：…!?;:"), '”’」』）)》】〕]"'
_NUMBERED = re.compile(
    "第[一二三四五六七八九十]{1,3}(?:部分|[章节篇])|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    "|[0-9０-９]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]|[——-]{2,}|[①-⑳●■◆★]"
)
_LONG = 15  # characters of a line that may be a piece of a paragraph
_WIDE = 25  # of one that was broken in the middle
_HEAD = 40  # lines among which a text greets whom it speaks to
_GREETING = 20  # characters of a line that greets
_MEETING_BROKEN = re.compile("会\n(?:第[一二三四五六七八九十]{1,3}(?:次|届)|会议|议)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands in one or more lines, counted from 1; `text` without the blanks about them and without note marks.

    `between` is what stands in it between the words of two lines.
    """

    lines: tuple[int, ...]
    text: str
    between: str = ""

    @property
    def first(self) -> int:
        return self.lines[0]

    @property
    def last(self) -> int:
        return self.lines[-1]


def is_ended(text: str) -> bool:
    """True of a line that ends its sentence."""
    return text.rstrip().rstrip(_CLOSERS).endswith(_ENDS)


def is_numbered(text: str) -> bool:
    """True of a line that begins as a heading or an item of a list does."""
    return _NUMBERED.match(text) is not None


def joining_rule(lines: Sequence[str], *, indented: bool) -> str:
    """The rule by which the lines of paragraphs are joined, as steps name it; '' where a line is a paragraph."""
    if indented:
        return "unindented"
    long = [(line, after) for line, after in _pairs(lines) if len(line.strip()) >= _LONG]
    broken = [after for line, after in long if not is_ended(line) and not is_numbered(after.strip())]
    if len(long) < 20 or len(broken) < 0.25 * len(long) or not _has_a_width([line for line, _ in long], len(broken)):
        return ""
    going_on = sum(not _is_indented(after) for after in broken)
    begun = [line for line in lines if _is_indented(line)]
    if going_on > 0.9 * len(broken) and 4 * len(begun) > len(lines) - len(broken) and len(begun) > 8:
        return "unindented"
    return "mid-sentence"


def _has_a_width(lines: Sequence[str], broken: int) -> bool:
    """True where lines are broken at one width: hardly one is longer, and most of those that are broken reach it."""
    lengths = sorted(len(line.strip()) for line in lines)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    reach = sum(0.75 * width <= length <= 1.2 * width for length in lengths)
    return lengths[-1] <= 1.6 * width and reach >= 0.6 * broken


def units_of(lines: Sequence[str], rule: str, skipped: Collection[int]) -> list[Unit]:
    """The units of the lines, which are not stripped; `skipped` lines belong to none."""
    groups: list[list[int]] = []
    width, head = width_of(lines), _head_end(lines)
    for number, line in enumerate(lines, 1):
        if not line.strip() or number in skipped:
            continue
        last = groups[-1][-1] if groups else 0
        before = lines[last - 1]
        goes_on = last and rule and _goes_on(before, line, rule, width)
        if goes_on and (last > head or _goes_on_in_head(before, line, width if number == last + 1 else 0)):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [Unit(tuple(group), "".join(lines[number - 1].strip() for number in group)) for group in groups]


def broken_pairs(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Two units each that are most likely one paragraph, broken in mid-sentence where else each line is a paragraph."""
    for unit, after in zip(units, units[1:], strict=False):
        whole = len(unit.text) < _WIDE or is_ended(unit.text) or is_numbered(unit.text) and len(unit.text) < 60
        goes_on = re.match("[\u3400-\u9fff0-9]", after.text) and is_ended(after.text)
        if not (whole or is_numbered(after.text)) and (goes_on or re.match("[，、。；：）”]", after.text)):
            yield unit, after


def width_of(lines: Sequence[str]) -> int:
    """How long the lines are at which a paragraph is broken."""
    long = [len(line.strip()) for line in lines if len(line.strip()) >= _LONG]
    return int(median(long)) if long else 0


def _head_end(lines: Sequence[str]) -> int:
    """How many lines stand before a text: up to the one that greets, else up to the first of a sentence."""
    for number, line in enumerate(lines[:_HEAD], 1):
        if len(line.strip()) <= _GREETING and field_of(line) == "address" and re.search("[:：]\\s*$", line):
            return number
    return next((number for number, line in enumerate(lines) if re.search("[，。；！]", line)), 0)


def _goes_on_in_head(before: str, line: str, width: int) -> bool:
    """True of a line before a text that goes on what the one before says; `width` is 0 behind an empty line."""
    words, rest = before.strip(), line.strip()
    if len(re.findall("[（(]", words)) > len(re.findall("[）)]", words)) or _MEETING_BROKEN.search(f"{words}\n{rest}"):
        return True
    if field_of(words) or not width or len(words) < 0.7 * width:
        return False
    name = field_of(rest)
    return not name or (name == "title" and not years_in(rest))


def _goes_on(before: str, line: str, rule: str, width: int) -> bool:
    if rule == "unindented":
        is_heading = is_numbered(line) and len(line.strip()) < 0.7 * width and re.search("[。！？]”?$", before.rstrip())
        return not (_is_indented(line) or is_heading)
    if len(before.strip()) < 0.7 * width:
        return False  # a line that had room for more: a title, or a heading without a number
    return not (is_ended(before) or is_numbered(line.strip()) or (is_numbered(before.strip()) and len(before) < 40))


def _is_indented(line: str) -> bool:
    return line[:1].isspace() and bool(line.strip())


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    seen = [line for line in lines if line.strip()]
    return zip(seen, seen[1:], strict=False)
