"""Rules of a capture: it is the one that the report was made from, and the steps make the report's text of it.

What the steps do is left to `text.cleanup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...issues import Issue, SourcePosition
from ...text.changes import Miscount, NoDuplicate
from ...text.cleanup import Cleaned
from ..capture import Capture, place_of
from ..dating import is_dated_otherwise, printed_day
from ..differences import Difference, differences
from ..found_report import FoundReport
from ..leads import Compared
from ..report_file import TEXT, WrittenReport
from ..step_forms import PatternProblem, steps_of
from ..throughout import throughout
from ..written import Printed

_TEXT_IS_MADE = "the text is the source's: put its words back, or mend the steps"
_SHOWN = 20
_HASH = re.compile("[0-9a-f]{64}")


def steps_are_whole(written: WrittenReport) -> Iterator[Issue]:
    """A clean-up step does one thing and has the keys that go with it."""
    for problem in steps_of(written.front.clean_up)[1]:
        if not isinstance(problem, PatternProblem):
            yield Issue("clean-up-step", problem.place, problem.message, problem.hint)


def patterns_can_be_read(written: WrittenReport) -> Iterator[Issue]:
    """The pattern of a clean-up step is made of characters and known gaps, and something says where it ends."""
    for problem in steps_of(written.front.clean_up)[1]:
        if isinstance(problem, PatternProblem):
            yield Issue("clean-up-pattern", problem.place, problem.message, problem.hint)


def source_is_unchanged(capture: Capture) -> Iterator[Issue]:
    """The capture, and the text layer of one that is no text, have the hashes that the report gives."""
    front, file = capture.written.front, capture.written.capture
    yield from _hash_issues(
        file.name, file.sha256, front.source_sha256, front.where.at("source_sha256"), "source_sha256"
    )
    if front.text_layer:
        layer = front.text_layer
        yield from _hash_issues(file.text_name, file.layer_sha256, layer.sha256, layer.where.at("sha256"), "sha256")


def _hash_issues(name: str, has: str, given: str, place: SourcePosition, key: str) -> Iterator[Issue]:
    if not _HASH.fullmatch(given):
        message = f"the report gives no hash of {name} yet" if not given else f"{given!r} is no hash of {name}"
        yield Issue("source-changed", place, message, f"a new report: write {key}: {has}")
    elif given != has:
        message = f"{name} has the hash {has}, the report was made from {given}"
        hint = f"{name} is never edited: take the capture back from version control; in a new report write {key}: {has}"
        yield Issue("source-changed", place, message, hint)


def steps_fit_the_source(capture: Capture) -> Iterator[Issue]:
    """The lines that a step names exist, hold something, and are taken by no other step."""
    for error in capture.errors:
        if not isinstance(error, Miscount | NoDuplicate):
            place = place_of(capture.written.front.clean_up, error)
            yield Issue("clean-up-step", place, str(error), error.hint)


def steps_apply_as_often_as_they_say(capture: Capture) -> Iterator[Issue]:
    """A step applies as often as its count says."""
    for error in capture.errors:
        if isinstance(error, Miscount):
            place = place_of(capture.written.front.clean_up, error)
            yield Issue("clean-up-count", place, str(error), error.hint)


def duplicates_repeat_what_is_kept(capture: Capture) -> Iterator[Issue]:
    """What is dropped as a duplicate stands in the lines that it is said to repeat."""
    for error in capture.errors:
        if isinstance(error, NoDuplicate):
            place = place_of(capture.written.front.clean_up, error)
            yield Issue("duplicate-differs", place, str(error), error.hint)


def text_is_what_the_steps_make(capture: Capture) -> Iterator[Issue]:
    """The report's text is what the steps make of its capture; told is each place where not, with what mends it."""
    written, made = capture.written, capture.made
    if made is None or [(b.text, b.level) for b in made.blocks] == [(b.text, b.level) for b in written.body]:
        return
    if not written.body:
        blocks = "a block" if len(made.blocks) == 1 else f"{len(made.blocks)} blocks"
        message = f"the report has no text, and the steps make {blocks} of {written.capture.text_name}"
        hint = "put the text behind the front matter, one block a line; look for what took it away"
        yield Issue("text-changed", written.place(TEXT), message, hint)
        return
    unspaced = next((block for block in written.body if re.match(r"#+[^\s#]", block.text)), None)
    if unspaced:
        mark = re.match("#+", unspaced.text)
        words = unspaced.text.lstrip("#")
        hint = f"write {mark[0] if mark else ''} {words if len(words) < 40 else '…'}"
        yield Issue("text-changed", unspaced.place, "no space stands behind the number sign of this heading", hint)
        return
    found = list(_by_mend(_differences(written, made)))
    for difference, times in found[:_SHOWN]:
        more = f", and the like {times - 1} times more" if times > 1 else ""
        yield Issue("text-changed", difference.place, difference.message + more, difference.mend or _TEXT_IS_MADE)
    if rest := found[_SHOWN:]:
        yield Issue("text-changed", rest[0][0].place, f"and {len(rest)} more", "mend those above and look again")


def _differences(written: WrittenReport, made: Cleaned) -> Iterator[Difference]:
    """What differs throughout, and then what differs when that is mended."""
    body, source = written.body, written.capture
    last = body[-1].place if body else written.place(TEXT)
    steps, _ = steps_of(written.front.clean_up)
    everywhere = throughout(source.text, steps, "\n".join(block.text for block in body))
    if everywhere:
        made, place = everywhere.made, written.front.clean_up.place
        for mend in everywhere.mends:
            yield Difference(place, f"{source.text_name} holds throughout what the text has nowhere", mend)
    yield from differences(made.blocks, body, last, Compared(made.blocks, body, source.text_name, source.text))


def _by_mend(found: Iterator[Difference]) -> list[tuple[Difference, int]]:
    """Each difference with 1, and the first of those that one step mends with their number."""
    first: dict[object, Difference] = {}
    times: dict[object, int] = {}
    for difference in found:
        key = difference.mend or difference
        first.setdefault(key, difference)
        times[key] = times.get(key, 0) + 1
    return [(difference, times[key]) for key, difference in first.items()]


def metadata_is_given_as_printed(found: FoundReport) -> Iterator[Issue]:
    """What a step takes to metadata is given under `printed`."""
    front = found.written.front
    for step in front.clean_up.lines:
        for name, place in step.where.each("fields", step.fields if step.metadata else ()):
            if not getattr(front.printed, name):
                message = f"this step takes {name}, and `printed` does not give it"
                hint = f"give {name}: under printed:, as that line prints it, or take it out of fields:"
                yield Issue("printed-mismatch", place, message, hint)


def printed_stands_in_metadata(found: FoundReport) -> Iterator[Issue]:
    """What is given as printed stands in a line that a step takes to metadata under its name."""
    steps = [step for step in found.written.front.clean_up.lines if step.metadata]
    taken = [(name, words) for step, words in zip(steps, found.made.metadata, strict=True) for name in step.fields]
    for key, printed, place in _given(found.written.front.printed):
        if not any(printed in words for name, words in taken if name == key):
            message = f"no line taken to metadata as {key} holds {printed!r}"
            hint = "copy the words as the source prints them, after its conversions"
            yield Issue("printed-mismatch", place, message, hint)


def dates_are_those_that_are_printed(found: FoundReport) -> Iterator[Issue]:
    """A date that is said to be printed in full is the one that the capture prints."""
    front = found.written.front
    is_printed = any(front.printed.date in words for words in found.made.metadata)
    if is_printed and is_dated_otherwise(front):
        message = f"the date is {front.date}, and the capture prints {front.printed.date}"
        hint = f"write {printed_day(front)}, or date_basis: inferred with the ground under date_note"
        yield Issue("date-disagrees", front.where.at("date"), message, hint)


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
