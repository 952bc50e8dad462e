"""What Markdown would lose of the blocks of a text in silence: lists, headings, tables and code that would be none.

Each is told with its place and a way out. What stands within the lines is left to `inline`, sizes to `limits`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace

from .lines import TAB, Block, Fence, Line
from .tree import Fault

CODE = "prose-markdown"
HEADING = re.compile(r"( *)(#+)( *)(.*)$")
ITEM = re.compile(r"( *)(?:([-*+])|(\d+)([.)]))(?: +(.*)| *$)")
RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
# Wherever it stands: an item of a list, and code over several lines, may hold one too.
DEFINITION = re.compile(r"\[([^\[\]]*)\]: *(\S*)")
LIST_BY_ITSELF = "leave a blank line before the list; for the sign itself write a backslash before it"
PIPES = "in a table write \\| for the sign | itself"


@dataclass(frozen=True, slots=True)
class Level:
    """An open list at one depth: whether it is numbered, the number of its last item, whether all its items have 1."""

    numbered: bool
    last: int = 0
    all_ones: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """What stands above a line: the open lists, the outermost first, the line of words above it in its block, and
    whether an item has begun in that block.
    """

    levels: tuple[Level, ...] = ()
    above: Line | None = None
    listed: bool = False


def block_faults(parts: Iterable[Block | Fence]) -> Iterator[Fault]:
    """What is wrong with the blocks and fences of a text."""
    levels: tuple[Level, ...] = ()
    depth = 0
    for part in parts:
        if isinstance(part, Fence):
            levels = ()
            yield from _fence_faults(part)
            continue
        levels = levels if part.depth == depth else ()
        depth = part.depth
        levels = yield from _faults_of(part, levels)


def fault(line: Line, message: str, hint: str, offset: int = 0) -> Fault:
    return Fault(*line.place(offset), CODE, message, hint)


def _fence_faults(fence: Fence) -> Iterator[Fault]:
    if fence.opening.indent:
        yield fault(fence.opening, "the fence of code does not begin its line", "write ``` at the line's beginning")
    elif not fence.closed:
        yield fault(fence.opening, "the fence of code is not closed", "end the code with a line of ``` alone")
    elif not re.fullmatch(r"[\w+#.-]*", fence.info):
        message = "what stands behind the fence of code would be lost"
        yield fault(
            fence.opening,
            message,
            "begin the code on the next line",
            len(fence.opening.text.rstrip()) - len(fence.info),
        )


def _faults_of(block: Block, levels: tuple[Level, ...]) -> Generator[Fault, None, tuple[Level, ...]]:
    """The faults of a block, each kind once; returns the lists that are open behind it."""
    if block.mixed:
        message = "a quotation begins or ends within a paragraph"
        yield fault(block.mixed, message, "leave a blank line before and after it; for the sign > itself write \\>")
        return ()
    yield from _quotation_faults(block)
    yield from _table_faults(block)
    first = block.lines[0]
    yield from _indent_faults(first, levels)
    state = State(levels if ITEM.match(first.masked) else levels[: first.indent // TAB])
    told: set[str] = set()
    for line in block.lines:
        found, state = _line_faults(line, state)
        yield from (one for one in found if one.message not in told)
        told |= {one.message for one in found}
    return state.levels


def _quotation_faults(block: Block) -> Iterator[Fault]:
    for line in block.lines:
        if line.masked.lstrip().startswith(">"):
            message = "behind the > of a quotation there is no space"
            yield fault(line, message, "write `> `; for the sign itself write \\>", line.indent)
            return
        if block.depth and line.text.startswith(("```", "~~~")):
            yield fault(line, "code between fences stands in a quotation", "end the quotation before the code")
            return


def _indent_faults(first: Line, levels: tuple[Level, ...]) -> Iterator[Fault]:
    """A paragraph that its spaces would make code, or part of an item that is not its own."""
    if ITEM.match(first.masked):
        return
    if levels and first.indent:
        if first.indent % TAB or first.indent > TAB * len(levels):
            message = "a paragraph of a list's item is indented by four spaces for each level"
            yield fault(first, message, "four spaces, or none", first.indent)
    elif first.indent >= TAB:
        hint = "take the spaces out, or put code between two lines of ```"
        yield fault(first, "four spaces before a paragraph would make it code", hint, first.indent)


def _line_faults(line: Line, state: State) -> tuple[list[Fault], State]:
    """The faults of a line, and what stands above the next."""
    text = line.masked
    if state.above and UNDERLINE.match(text):
        message = "a line of = or - makes a heading of the line above it"
        return [fault(line, message, "for a heading write ## before its words; for a rule leave a blank line")], State()
    if RULE.match(text):
        return [], State()
    if heading := HEADING.match(text):
        return list(_heading_faults(line, heading)), State()
    if item := ITEM.match(text):
        return _item_faults(line, item, state)
    return [], replace(state, above=line)


def _heading_faults(line: Line, match: re.Match[str]) -> Iterator[Fault]:
    indent, signs, space, words = match.groups()
    words = words.rstrip()
    start, end = len(indent), match.start(4) + len(words)
    if not words.strip("# "):
        yield fault(line, "a heading has no words", "for the sign # itself write \\#", start)
    elif len(signs) > 6:
        yield fault(line, "a heading has more than six #", "headings go from ## to ######", start)
    elif not space:
        hint = f"write `## {words}`; for the sign # itself write \\#"
        yield fault(line, "between # and the words of a heading there is no space", hint, start)
    elif indent:
        yield fault(line, "a heading does not begin its line", "take the spaces before # out", start)
    elif len(signs) == 1:
        yield fault(line, "a heading begins with a single #, which is the page's own title", f"write `## {words}`")
    elif words.endswith("#") and not re.search(r" #+$", words):
        yield fault(line, "the # at the end of a heading would be lost", "write \\# for the sign itself", end - 1)


def _item_faults(line: Line, match: re.Match[str], state: State) -> tuple[list[Fault], State]:
    """The faults of a line that begins like a list's item, with the lists open behind it.

    A list that is wrong is told once: the items that follow are taken as its own.
    """
    indent, number = len(match[1]), int(match[3] or 0)
    level = indent // TAB
    same = state.levels[level] if level < len(state.levels) else None
    wrong = _wrong_item(match, state, indent) or _wrong_number(match, same)
    ones = number == 1 and (same is None or same.all_ones)
    levels = (*state.levels[:level], Level(bool(match[3]), number, ones))
    return [fault(line, *wrong, offset=indent)] if wrong else [], State(levels, line, listed=True)


def _wrong_item(match: re.Match[str], state: State, indent: int) -> tuple[str, str] | None:
    """What is wrong with an item whatever its list, and a way out; None for nothing."""
    if state.above and not state.listed:
        return "a line that begins like a list's item stands in a paragraph, and would be part of it", LIST_BY_ITSELF
    if match[4] == ")":
        return "a number with ) begins no list", f"write `{match[3]}.`; for the sign itself write {match[3]}\\)"
    if indent % TAB or indent // TAB > len(state.levels):
        return "a list within a list is indented by four spaces for each level", "four spaces, or none"
    if re.match("#+ ", match[5] or ""):
        return "a heading stands in a list's item", "write the words alone; for the sign # itself write \\#"
    if re.match("```|~~~", match[5] or ""):
        return "code between fences stands in a list's item", "end the list before the code, or write it between ` `"
    if not match[5]:
        return "an item of a list has no words", "write them behind it; for the sign itself a backslash before it"
    return None


def _wrong_number(match: re.Match[str], same: Level | None) -> tuple[str, str] | None:
    """What is wrong with the sign or number of an item in its list, and a way out; None for nothing."""
    mark = match[2] or f"{match[3]}."
    if same and same.numbered != bool(match[3]):
        message = f"{mark} stands in a list of the other kind, and would be an item of it"
        return message, "put a paragraph or a heading between the two lists"
    if match[3] and not (_continues(same, int(match[3])) and match[3] == str(int(match[3]))):
        message = f"{mark} begins an item of a list, and its number would be lost"
        return message, f"items are numbered 1. 2. 3. from one; where it is no item's number write {match[3]}\\."
    return None


def _continues(level: Level | None, number: int) -> bool:
    """True where the number is that of the next item: 1, 2, 3 … or 1 each time."""
    if level is None or not level.last:
        return number == 1
    return number == level.last + 1 or (number == 1 and level.all_ones)


def _table_faults(block: Block) -> Iterator[Fault]:
    """A table that would be none, and rows of which Markdown would cut or fill the cells."""
    separators = [index for index, line in enumerate(block.lines) if is_separator(line.masked)]
    if separators and separators[0] != 1:
        line = block.lines[separators[0]]
        yield fault(line, "a table's second line stands elsewhere", "leave a blank line before the table's first line")
    elif separators:
        yield from _row_faults(block)
    elif len(block.lines) > 1 and all(line.masked.lstrip().startswith("|") for line in block.lines):
        yield fault(block.lines[1], "a table has no line of |---|---| behind its first", PIPES)


def is_separator(text: str) -> bool:
    """True for the second line of a table, |---|---|."""
    return "|" in text and "-" in text and set(text) <= set("|:- ")


def _row_faults(block: Block) -> Iterator[Fault]:
    columns = _cells(block.lines[1])
    if len(block.lines) < 3:
        yield fault(block.lines[0], "a table has no rows", "write them below its line of |---|")
    for line in (block.lines[0], *block.lines[2:]):
        if _cells(line) != columns:
            message = f"this row of the table has {_cells(line)} cells, its line of |---| has {columns}"
            yield fault(line, message, f"give each row {columns}; {PIPES}", line.indent)


def _cells(line: Line) -> int:
    return line.masked.strip().removeprefix("|").removesuffix("|").count("|") + 1
