"""A report whose headings were changed, in its text or in its steps, with the other brought into line.

What changes of the steps is worked out by `aligning`, how they stand in their file by `step_lines`; what is on disk is
left to `folder`.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from ..content.capture import Capture, capture_of
from ..content.report_file import TEXT, WrittenReport, written_report
from ..text.changes import Miscount
from ..text.cleanup import RawBlock
from ..text.line_ends import with_ends_of
from .aligning import NotAligned, alignment, require_same_words
from .step_lines import front_end, with_counts, with_lines

_SHOWN = 100  # characters of a line that is shown
_FIRST = "; mend that first: duizhao check shows it"
_BY_HAND = ", and no others make these headings; write the steps by hand"
_ROUNDS = 5  # a count may change another


@dataclass(frozen=True, slots=True)
class Synced:
    """The report's file as it is to be, and the lines that go and come, each with its sign."""

    data: bytes
    shown: tuple[str, ...]

    @property
    def lines(self) -> int:
        """How many lines are others than before."""
        return max(sum(line[2] == sign for line in self.shown) for sign in "-+")


def synced(folder: str, files: Mapping[str, bytes], languages: Sequence[str], kept: str) -> Synced:
    """A report's file in which text and steps say the same, as the one that is `kept` says it. Raises NotAligned."""
    held = files[TEXT].decode("utf-8-sig", errors="replace")
    before = held.replace("\r\n", "\n")
    written = _written(folder, files, languages, before)
    made = _blocks(_capture(written))
    after = _with_text(before, made, written) if kept == "steps" else with_lines(before, alignment(written, made))
    after = _counted(folder, files, languages, after)
    done = _written(folder, files, languages, after)
    if [(b.level, b.text) for b in _blocks(_capture(done, _BY_HAND))] != [(b.level, b.text) for b in done.body]:
        raise NotAligned("no steps by line make these headings; write the steps by hand: duizhao check proposes them")
    changed = [*unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")][2:]
    shown = tuple(f"  {line[0]} {line[1:_SHOWN]}" for line in changed if line[0] in "-+" and line[1:].strip())
    mark = BOM_UTF8 if files[TEXT].startswith(BOM_UTF8) else b""
    return Synced(mark + with_ends_of(held, after).encode(), shown)


def _written(folder: str, files: Mapping[str, bytes], languages: Sequence[str], text: str) -> WrittenReport:
    written, issues = written_report(folder, {**files, TEXT: text.encode()}, languages)
    if written is None:
        raise NotAligned(f"the report cannot be read: {issues[0].message}{_FIRST}")
    wrong = next((issue for issue in issues if issue.place.path.endswith(TEXT)), None)
    if wrong:
        raise NotAligned(f"line {wrong.place.line}: {wrong.message}{_FIRST}")
    return written


def _capture(written: WrittenReport, advice: str = _FIRST) -> Capture:
    """What the steps make. Raises NotAligned, with an advice, where they are not whole or do not fit their capture."""
    capture = capture_of(written)
    if capture.made is None:
        reason = str(capture.errors[0]) if capture.errors else "a step is not whole"
        raise NotAligned(f"the steps cannot be done: {reason}{advice}")
    return capture


def _blocks(capture: Capture) -> tuple[RawBlock, ...]:
    return capture.made.blocks if capture.made else ()


def _with_text(before: str, blocks: Sequence[RawBlock], written: WrittenReport) -> str:
    """The file with the text that the steps make, if its words are those of the text that stands there."""
    require_same_words(blocks, written.body)
    body = "".join(f"{'#' * block.level + ' ' if block.level else ''}{block.text}\n\n" for block in blocks)
    return f"{before[: front_end(before)]}\n{body.rstrip()}\n"


def _counted(folder: str, files: Mapping[str, bytes], languages: Sequence[str], text: str) -> str:
    """The file with the counts that its steps have, without those that apply nowhere."""
    for _ in range(_ROUNDS):
        errors = _capture(_written(folder, files, languages, text), _BY_HAND).errors
        counts = {(error.key, error.index): error.found for error in errors if isinstance(error, Miscount)}
        if not counts:
            return text
        text = with_counts(text, counts)
    raise NotAligned("the counts of the steps do not settle; write them by hand: duizhao check shows them")
