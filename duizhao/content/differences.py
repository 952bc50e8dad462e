"""Where a report's text is not what its steps make of the capture, and for each place the step that would mend it.

Which of the two is right is left to the person: the text is the source's, and no step is added by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..issues import SourcePosition
from ..text.cleanup import RawBlock
from .leads import Compared
from .mending import joining, leaving_out, levelling, parting, step_for
from .report_file import WrittenBlock

# Beyond these, blocks are compared in their order and long paragraphs by their first difference only.
_BLOCKS, _CHARACTERS = 1000, 3000
_RUN = 12  # blocks that one line may have been broken into
_AHEAD = 60  # blocks among which the one is looked for that the text goes on with
_LIKE = 400  # characters by which two blocks are told to be alike


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in the report's file, what differs there, and the step to add, '' where no step does it."""

    place: SourcePosition
    message: str
    mend: str


def differences(
    made: Sequence[RawBlock], body: Sequence[WrittenBlock], end: SourcePosition, against: Compared
) -> Iterator[Difference]:
    """All differences in the order of the report's text; `end` is where it stops."""
    same = _shared_beginning(made, body)
    rest_made, rest_body = made[same:], body[same:]
    tail = _shared_beginning(rest_made[::-1], rest_body[::-1])
    rest_made, rest_body = rest_made[: len(rest_made) - tail], rest_body[: len(rest_body) - tail]
    after = body[len(body) - tail].place if tail else end
    words = [block.text for block in rest_made[:_BLOCKS]], [block.text for block in rest_body[:_BLOCKS]]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        place = rest_body[j1].place if j1 < len(rest_body) else after
        if tag == "equal":
            for ours, theirs in zip(rest_made[i1:i2], rest_body[j1:j2], strict=True):
                yield from _levels(ours, theirs, against)
        else:
            yield from _region(rest_made[i1:i2], rest_body[j1:j2], place, against)


def _shared_beginning(made: Sequence[RawBlock], body: Sequence[WrittenBlock]) -> int:
    """How many blocks the two begin with alike."""
    pairs = enumerate(zip(made, body, strict=False))
    unlike = (n for n, (ours, theirs) in pairs if (ours.text, ours.level) != (theirs.text, theirs.level))
    return next(unlike, min(len(made), len(body)))


def _region(
    made: Sequence[RawBlock], body: Sequence[WrittenBlock], end: SourcePosition, against: Compared
) -> Iterator[Difference]:
    """The differences of two runs of blocks that have none in common."""
    i = j = 0
    while i < len(made) and j < len(body):
        if count := _makes(body[j].text, [block.text for block in made[i : i + _RUN]]):
            yield _joined(made[i : i + count], body[j], against)
            i, j = i + count, j + 1
        elif count := _makes(made[i].text, [block.text for block in body[j : j + _RUN]]):
            yield from _parted(made[i], body[j : j + count], against)
            i, j = i + 1, j + count
        elif _alike(made[i].text, body[j].text) or len(made) - i == len(body) - j:
            yield from _levels(made[i], body[j], against)
            yield from _edits(made[i], body[j], against)
            i, j = i + 1, j + 1
        elif len(made) - i > len(body) - j:
            count = _unlike(made[i : min(i + _AHEAD, len(made) - len(body) + j)], body[j])
            yield _left_out(made[i : i + count], body[j].place, against)
            i += count
        else:
            yield _added(body[j], against)
            j += 1
    if made[i:]:
        yield _left_out(made[i:], end, against)
    yield from (_added(block, against) for block in body[j:])


def _levels(made: RawBlock, body: WrittenBlock, against: Compared) -> Iterator[Difference]:
    if made.level != body.level:
        has, makes = _called(body.level), _called(made.level)
        message = f"the text has {has}, the steps make {makes} of {against.name} line {made.lines[0]}"
        pattern = against.heading_step(body.text, body.level, whole=True)
        yield Difference(body.place, message, pattern or levelling(made, body.level))


def _called(level: int) -> str:
    return f"a heading of level {level}" if level else "a paragraph"


def _makes(whole: str, parts: Sequence[str]) -> int:
    """How many of the parts, two at least, make the whole when blanks are left out; 0 where they do not."""
    bare, at = "".join(whole.split()), 0
    for count, part in enumerate(parts, 1):
        words = "".join(part.split())
        if not bare.startswith(words, at):
            return 0
        at += len(words)
        if at == len(bare):
            return count if count > 1 else 0
    return 0


def _joined(made: Sequence[RawBlock], body: WrittenBlock, against: Compared) -> Difference:
    lines = f"{against.name} lines {made[0].lines[0]} to {made[-1].lines[-1]}"
    message = f"the text has one block where the steps make {len(made)}, of {lines}"
    return Difference(body.place, message, joining(made, body.text, body.level))


def _parted(made: RawBlock, body: Sequence[WrittenBlock], against: Compared) -> Iterator[Difference]:
    message = f"the text has {len(body)} blocks where the steps make one, of {against.name} line {made.lines[0]}"
    # A heading cut out of its line leaves the rest a paragraph; of paragraphs alone the last is left by itself.
    cut = [block for block in body if block.level] or list(body[:-1])
    for index, block in enumerate(cut):
        leads = not index and against.heading_step(block.text, block.level, whole=False)
        mend = leads or parting(made, block.text, block.level)
        yield Difference(block.place, message, mend)


def _unlike(made: Sequence[RawBlock], body: WrittenBlock) -> int:
    """How many blocks, one at least, stand before that which may be the report's."""
    parts = [block.text for block in made]
    may_be = (n for n in range(1, len(made)) if _alike(parts[n], body.text) or _makes(body.text, parts[n : n + _RUN]))
    return next(may_be, len(made))


def _left_out(made: Sequence[RawBlock], place: SourcePosition, against: Compared) -> Difference:
    """Blocks that stand one behind the other in the capture, and not in the report's text."""
    first, last = made[0].lines[0], made[-1].lines[-1]
    lines = f"{against.name} line {first}" if first == last else f"{against.name} lines {first} to {last}"
    more = "" if len(made) == 1 else f" and {len(made) - 1} more blocks"
    message = f"the text lacks {_short(made[0].text)!r}{more}, which the steps make of {lines}"
    return Difference(place, message, leaving_out(made))


def _added(body: WrittenBlock, against: Compared) -> Difference:
    at = against.text.find(body.text)
    if at < 0:
        return Difference(body.place, f"{_short(body.text)!r} stands nowhere in {against.name}", "")
    line = against.text.count("\n", 0, at) + 1
    return Difference(
        body.place, f"the steps make no block of {_short(body.text)!r}, which {against.name} line {line} holds", ""
    )


def _edits(made: RawBlock, body: WrittenBlock, against: Compared) -> Iterator[Difference]:
    """The differences within a block, each with its column."""
    for i1, i2, j1, j2 in _changed_runs(made.text, body.text):
        place = SourcePosition(body.place.path, body.place.line, body.place.col + j1)
        has, makes = _shown(body.text, j1, j2), _shown(made.text, i1, i2)
        message = f"the text has {has!r} where the steps make {makes!r} of {against.name} line {made.lines[0]}"
        yield Difference(place, message, step_for(made, i1, i2, body.text[j1:j2], against.text))


def _changed_runs(ours: str, theirs: str) -> Iterator[tuple[int, int, int, int]]:
    if max(len(ours), len(theirs)) <= _CHARACTERS:
        # Frequent characters are no landmarks: a text of one character would be compared with itself at every place.
        codes = SequenceMatcher(None, ours, theirs).get_opcodes()
        yield from (places for tag, *places in codes if tag != "equal")  # type: ignore[misc]
        return
    same = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    yield same, min(same + 1, len(ours)), same, min(same + 1, len(theirs))


def _shown(text: str, start: int, end: int) -> str:
    """The differing characters with a few behind them."""
    return text[start : max(min(end, start + 24), start + 12)]


def _short(text: str) -> str:
    return text if len(text) <= 16 else text[:15] + "…"


def _alike(ours: str, theirs: str) -> bool:
    """True for two texts of which one may be the other with a few words changed: they share a third of their pairs."""
    first, second = (frozenset(zip(text, text[1:], strict=False)) for text in (ours[:_LIKE], theirs[:_LIKE]))
    return 3 * len(first & second) >= min(len(first), len(second)) > 0
