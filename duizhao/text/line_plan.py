"""What each line of a text goes to: headings, paragraphs, what is dropped, set apart or taken to the description.

How the characters of a line change is left to `changes` and to `script`, what comes out of the plan to `cleanup`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .changes import Miscount, NoDuplicate, PatternStep, StepError, lines_of, miscount
from .repeats import in_words, repeats

# A line that ends in one of these, brackets and quotation marks aside, ends its sentence.
_ENDS, _CLOSERS = tuple("。！？；：…!?;:"), '”’」』）)》】〕]"'
ASIDE = ("drop", "apart", "metadata")


_ONE_STEP = "take it out of one of the two, or give each a part: of its own"


@dataclass(frozen=True, slots=True)
class LineStep:
    """What is made of lines first..last (counted from 1): `act` is drop, apart, metadata, heading, paragraph or rows.

    `part`, where given, limits the step to that literal part of one line. `join` is what stands between the lines
    of one block, and `cells` how many lines make one of the `rows`. `level` is 1 to 3 for a heading. `reason` says
    why lines are dropped or as what they are set apart. Lines dropped as duplicates are those `of` others, first..last.
    """

    act: str
    first: int
    last: int
    reason: str = ""
    level: int = 0
    join: str = ""
    part: str = ""
    cells: int = 0
    of: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of the text within one of its lines."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Planned:
    """A step with the spans that it takes, in order; `written` where a person wrote it for these very lines."""

    step: LineStep
    spans: tuple[Span, ...]
    written: bool = True


@dataclass(slots=True)
class _Lines:
    """The lines of a text while they are given away: whole ones, and parts of those that are left."""

    text: str
    bounds: tuple[Span, ...]
    planned: list[Planned] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    parts: dict[int, list[Planned]] = field(default_factory=dict)

    def give(self, step: LineStep, *spans: Span, written: bool = True) -> None:
        self.planned.append(Planned(step, spans, written))
        if step.part:
            self.parts.setdefault(step.first, []).append(self.planned[-1])
        else:
            self.taken.update(range(step.first, step.last + 1))


def planned(
    text: str, steps: Sequence[LineStep], patterns: Sequence[PatternStep]
) -> tuple[list[Planned], list[Miscount]]:
    """Every step with the spans it takes, in the order of the text, and what is wrong with the counts of the patterns.

    Patterns within lines were applied before, to lines that are kept; here they only tell what a duplicate may have
    beside its other. Lines that nothing names are paragraphs. Raises StepError where a line step does not fit the text.
    """
    within, patterns = [one for one in patterns if one.within_lines], [one for one in patterns if not one.within_lines]
    lines = _Lines(text, tuple(Span(start, end, line) for line, start, end in lines_of(text)))
    for index, step in enumerate(steps):
        _take(lines, index, step)
    _no_part_is_taken_twice(lines, steps)
    _duplicates_are_of_lines(lines, steps)
    joins = [pattern for pattern in patterns if pattern.act == "join"]
    wrong = [_fit(lines, pattern) for pattern in patterns if pattern.act != "join"]
    for span in lines.bounds:
        if span.line not in lines.taken:
            lines.planned += _rests(text, span, lines.parts.get(span.line, ()))
    in_order = sorted(lines.planned, key=lambda one: one.spans[0])
    _duplicates_repeat(lines, steps, within)
    for join in joins:
        in_order, error = _joined(text, in_order, join)
        wrong.append(error)
    return in_order, [error for error in wrong if error]


def aside_lines(steps: Iterable[LineStep], lines: int) -> frozenset[int]:
    """Of so many lines those that line steps drop or set apart whole: what stands there is no concern of patterns."""
    whole = (step for step in steps if step.act in ("drop", "apart") and not step.part)
    return frozenset(line for step in whole for line in range(step.first, min(step.last, lines) + 1))


def _take(lines: _Lines, index: int, step: LineStep) -> None:
    """Gives a step its lines."""
    if not 1 <= step.first <= step.last <= len(lines.bounds):
        raise _no_such_lines(index, step.act, step.first, step.last, len(lines.bounds))
    spans = (_part_span(lines, index, step),) if step.part else ()
    numbers = range(step.first, step.last + 1)
    given = (line in lines.taken or (not spans and line in lines.parts) for line in numbers)
    if clash := next((line for line, twice in zip(numbers, given, strict=True) if twice), 0):
        raise StepError(index, f"line {clash} is taken by two steps", within=step.act, hint=_ONE_STEP)
    if step.act == "rows":
        _take_rows(lines, index, step)
    else:
        lines.give(step, *(spans or _line_spans(lines, index, step)))


def _take_rows(lines: _Lines, index: int, step: LineStep) -> None:
    """Gives each row of a table its lines."""
    spans = _line_spans(lines, index, step)
    if len(spans) % step.cells:
        message = f"lines {step.first}-{step.last} hold {len(spans)} that are not blank: no rows of {step.cells}"
        hint = f"each row takes {step.cells} lines: leave out, or add, what is no cell"
        raise StepError(index, message, within=step.act, hint=hint)
    for row in zip(*[iter(spans)] * step.cells, strict=True):
        lines.give(LineStep("paragraph", row[0].line, row[-1].line, join=step.join), *row)
    lines.taken.update(range(step.first, step.last + 1))


def _part_span(lines: _Lines, index: int, step: LineStep) -> Span:
    """Where the literal part of a step stands in its line."""
    line = lines.bounds[step.first - 1]
    at = lines.text.find(step.part, line.start, line.end)
    if step.first != step.last or at < 0 or lines.text.find(step.part, at + 1, line.end) >= 0:
        hint = "copy so many characters of one line that they stand in it once"
        raise StepError(
            index, f"{step.part!r} does not stand exactly once in line {step.first}", within="part", hint=hint
        )
    return Span(at, at + len(step.part), step.first)


def _no_part_is_taken_twice(lines: _Lines, steps: Sequence[LineStep]) -> None:
    """Raises StepError for the first step whose part overlaps that of an earlier one."""
    order = {id(step): index for index, step in enumerate(steps)}
    clashes = []
    for line, parts in lines.parts.items():
        inside = sorted(parts, key=lambda part: part.spans[0])
        for before, after in zip(inside, inside[1:], strict=False):
            if after.spans[0].start < before.spans[0].end:
                clashes.append((max(order[id(before.step)], order[id(after.step)]), line))
    if clashes:
        index, line = min(clashes)
        raise StepError(index, f"line {line} is taken by two steps", within="part", hint=_ONE_STEP)


def _line_spans(lines: _Lines, index: int, step: LineStep) -> tuple[Span, ...]:
    """What a step takes of its lines: each without the blanks about it, and no blank ones."""
    spans = tuple(span for span in lines.bounds[step.first - 1 : step.last] if span.start < span.end)
    if not spans:
        message = f"lines {step.first}-{step.last} are empty"
        raise StepError(index, message, within=step.act, hint="empty lines need no step")
    return spans


def _no_such_lines(index: int, key: str, first: int, last: int, count: int) -> StepError:
    message = f"there are no lines {first}-{last}: the source has lines 1 to {count}"
    hint = "a range runs from its first line to its last" if last < first else f"the last line is {count}"
    return StepError(index, message, within=key, hint=hint)


def _duplicates_are_of_lines(lines: _Lines, steps: Sequence[LineStep]) -> None:
    """Raises StepError where lines are dropped as duplicates of some that there are not, or that are not kept."""
    gone = aside_lines(steps, len(lines.bounds))
    for index, step in enumerate(steps):
        if step.of is None:
            continue
        first, last = step.of
        if not 1 <= first <= last <= len(lines.bounds):
            raise _no_such_lines(index, "of", first, last, len(lines.bounds))
        if lost := next((line for line in range(first, last + 1) if line in gone), 0):
            message = f"line {lost}, of which this is a duplicate, is itself not kept"
            raise StepError(index, message, within="of", hint="name the lines of the text that say the same")


def _duplicates_repeat(lines: _Lines, steps: Sequence[LineStep], within: Sequence[PatternStep]) -> None:
    """Raises StepError where lines that are dropped as duplicates hold words that are not kept of the others."""
    for index, step in enumerate(steps):
        if step.of is None:
            continue
        first, last = step.of
        dropped = lines.bounds[step.first - 1 : step.last]
        words = step.part or "".join(lines.text[span.start : span.end] for span in dropped)
        kept = _kept(lines, first, last)
        if not repeats(words, kept) and not repeats(_without(words, within), kept):
            bare, there = in_words(words), in_words(kept)
            same = _shared(bare, there) if bare not in there else 0
            where = f"line {first}" if first == last else f"lines {first}-{last}"
            lacking = bare[same : same + 12] or words
            message = f"{lacking!r} is dropped as a duplicate of {where}, and does not stand there"
            hint = "a duplicate repeats words that are kept, signs and blanks aside; limit the step with part:"
            raise NoDuplicate(index, message, within=step.act, hint=hint)


def _kept(lines: _Lines, first: int, last: int) -> str:
    """What is kept of lines first..last, in the text or in its description."""
    spans = (span for one in lines.planned if one.step.act not in ("drop", "apart") for span in one.spans)
    return "".join(lines.text[span.start : span.end] for span in sorted(spans) if first <= span.line <= last)


def _without(words: str, within: Sequence[PatternStep]) -> str:
    """The words without what patterns take out of lines that are kept, such as the marks of notes."""
    for step in within:
        if step.act in ("drop", "apart") and step.pattern:
            for start, end in reversed(list(step.pattern.found(words, 0, len(words)))):
                words = words[:start] + words[end:]
    return words


def _shared(words: str, within: str) -> int:
    """How many characters of the words, from the first on, stand together in a text."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in within else (low, middle - 1)
    return low


def _fit(lines: _Lines, step: PatternStep) -> Miscount | None:
    """Gives a pattern step what it fits among the lines that are left, and says what is wrong with its count."""
    places = []
    for line in lines.bounds:
        if line.line in lines.taken or not step.looks_at(line.line) or step.pattern is None:
            continue
        found = list(step.pattern.found(lines.text, line.start, line.end))
        given = sorted((part.spans[0].start, part.spans[0].end) for part in lines.parts.get(line.line, ()))
        for start, end in _clear_of(given, found):
            places.append(start)
            whole = step.pattern.at == "line"
            part = "" if whole else lines.text[start:end]
            made = LineStep(step.act, line.line, line.line, step.reason, step.level, part=part)
            lines.give(made, Span(start, end, line.line), written=False)
    name = repr(step.pattern.text) if step.pattern else ""
    return miscount("patterns", step.index, name, step.count, lines.text, places)


def _clear_of(given: Sequence[tuple[int, int]], found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places found that overlap none of those given away before; both in order."""
    at = 0
    for start, end in found:
        while at < len(given) and given[at][1] <= start:
            at += 1
        if at == len(given) or end <= given[at][0]:
            yield start, end


def _rests(text: str, line: Span, parts: Iterable[Planned]) -> Iterator[Planned]:
    """What the parts leave of a line: one paragraph, or two about a block that is cut out of its middle."""
    step = LineStep("paragraph", line.line, line.line)
    runs: list[Span] = []
    position = line.start
    holes = sorted((part.spans[0].start, part.spans[0].end, part.step.act) for part in parts)
    for hole_start, hole_end, act in (*holes, (line.end, line.end, "")):
        run = _trimmed(text, position, hole_start, line.line)
        if run.start < run.end:
            runs.append(run)
        if runs and act not in ASIDE:
            yield Planned(step, tuple(runs), written=False)
            runs = []
        position = hole_end


def _trimmed(text: str, start: int, end: int, line: int) -> Span:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, max(start + lead, start + len(words.rstrip())), line)


def _joined(text: str, plan: Sequence[Planned], step: PatternStep) -> tuple[list[Planned], Miscount | None]:
    """The plan with paragraphs joined that a rule takes for one, and what is wrong with their number."""
    groups: list[list[Planned]] = []
    places = []
    open_group: list[Planned] = []
    for one in plan:
        if one.step.act in ASIDE:
            groups.append([one])
        elif open_group and _belongs(text, open_group[-1], one, step):
            places.append(one.spans[0].start)
            open_group.append(one)
        else:
            open_group = [one]
            groups.append(open_group)
    name = f"a line that the rule {step.rule} joins to the one before"
    joined = [group[0] if len(group) == 1 else _as_one(group) for group in groups]
    return joined, miscount("patterns", step.index, name, step.count, text, places)


def _as_one(group: Sequence[Planned]) -> Planned:
    return Planned(group[0].step, tuple(span for one in group for span in one.spans), written=False)


def _belongs(text: str, before: Planned, after: Planned, step: PatternStep) -> bool:
    """True where a paragraph continues the one before, by a rule for how lines are broken."""
    last, first = before.spans[-1], after.spans[0]
    plain = not (before.written or after.written or before.step.level or after.step.level)
    if not plain or last.line == first.line or not (step.looks_at(last.line) and step.looks_at(first.line)):
        return False
    if step.rule == "unindented":
        return first.start == 0 or text[first.start - 1] == "\n"
    tail = text[last.start : last.end].rstrip(_CLOSERS)
    return not tail.endswith(_ENDS)
