"""Rules of a capture: it is the one that the report was made from, and the steps make the report's text of it.

What the steps do is left to `text.cleanup`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...issues import Issue, SourcePosition
from ..capture import Capture, act_of, missing_key, uneven_exceptions
from ..found_report import FoundReport
from ..report_file import WrittenReport
from ..written import Printed

_TEXT_IS_MADE = "the text is the source's: mend the clean-up steps, never the text"


def line_steps_are_whole(written: WrittenReport) -> Iterator[Issue]:
    """A line step does one thing to given lines, and has the key that goes with it."""
    for step in written.front.clean_up.lines:
        act = act_of(step)
        if act is None:
            hint = 'for example {drop: "3-7", reason: site-chrome}'
            yield Issue("clean-up-step", step.place, "a line step needs one act with its lines", hint)
        elif key := missing_key(step, act):
            hint = "a heading's level is 1 or 2" if key == "level" else ""
            yield Issue("clean-up-step", step.place, f"a {act} step needs its {key}", hint)


def script_exceptions_keep_the_length(written: WrittenReport) -> Iterator[Issue]:
    """A word that the converter leaves becomes one of the same length."""
    clean_up = written.front.clean_up
    if uneven := ", ".join(f"{word}: {plain}" for word, plain in uneven_exceptions(clean_up)):
        message = f"script_exceptions change the length of the text: {uneven}"
        place = clean_up.where.at("script_exceptions")
        yield Issue("clean-up-step", place, message, "one character for one character")


def source_is_unchanged(capture: Capture) -> Iterator[Issue]:
    """source.txt has the hash that the report gives."""
    front, has = capture.written.front, capture.written.source_sha256
    if has != front.source_sha256:
        message = f"source.txt has the hash {has}, the report was made from {front.source_sha256}"
        hint = "source.txt is never edited: take the capture back from version control"
        yield Issue("source-changed", front.where.at("source_sha256"), message, hint)


def line_steps_fit_the_source(capture: Capture) -> Iterator[Issue]:
    """The lines that a step names exist, hold something, and are taken by no other step."""
    if capture.error:
        step = capture.written.front.clean_up.lines[capture.error.index]
        yield Issue("clean-up-step", step.place, str(capture.error))


def text_is_what_the_steps_make(capture: Capture) -> Iterator[Issue]:
    """The report's text is what the steps make of its source; told is the first place where it is not."""
    if capture.made is None:
        return
    made_blocks, body = capture.made.blocks, capture.written.body
    for made, block in zip(made_blocks, body, strict=False):
        if made.text != block.text:
            same = _shared_length(made.text, block.text)
            at = SourcePosition(block.place.path, block.place.line, block.place.col + same)
            has, makes = block.text[same : same + 12], made.text[same : same + 12]
            message = f"the text has {has!r} where the steps make {makes!r} of source.txt line {made.lines[0]}"
            yield Issue("text-changed", at, message, _TEXT_IS_MADE)
            return
        if made.level != block.level:
            message = f"the text has level {block.level}, the steps make level {made.level}"
            yield Issue("text-changed", block.place, message, _TEXT_IS_MADE)
            return
    if len(made_blocks) != len(body):
        more = body[len(made_blocks) :]
        at = more[0].place if more else capture.written.front.clean_up.place
        message = f"the text has {len(body)} blocks, the steps make {len(made_blocks)}"
        yield Issue("text-changed", at, message, _TEXT_IS_MADE)


def _shared_length(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    differing = (index for index, (a, b) in enumerate(zip(first, second, strict=False)) if a != b)
    return next(differing, min(len(first), len(second)))


def metadata_is_given_as_printed(found: FoundReport) -> Iterator[Issue]:
    """What a step takes to metadata is given under `printed`."""
    front = found.written.front
    for step in front.clean_up.lines:
        for name, place in step.where.each("fields", step.fields if step.metadata else ()):
            if not getattr(front.printed, name):
                message = f"this step takes {name}, and `printed` does not give it"
                yield Issue("printed-mismatch", place, message)


def printed_stands_in_metadata(found: FoundReport) -> Iterator[Issue]:
    """What is given as printed stands in a line that a step takes to metadata under its name."""
    steps = [step for step in found.written.front.clean_up.lines if step.metadata]
    taken = [(name, words) for step, words in zip(steps, found.made.metadata, strict=True) for name in step.fields]
    for key, printed, place in _given(found.written.front.printed):
        if not any(printed in words for name, words in taken if name == key):
            message = f"no line taken to metadata as {key} holds {printed!r}"
            hint = "copy the words as the source prints them, after its conversions"
            yield Issue("printed-mismatch", place, message, hint)


def _given(printed: Printed) -> Iterator[tuple[str, str, SourcePosition]]:
    """What is given as printed: the key, the words, and where they stand."""
    for key in printed.keys:
        if printed.where.entered(key.name) == "default":
            continue
        value = getattr(printed, key.field)
        if isinstance(value, tuple):
            yield from ((key.name, one, place) for one, place in printed.where.each(key.name, value))
        else:
            yield key.name, value, printed.where.at(key.name)
