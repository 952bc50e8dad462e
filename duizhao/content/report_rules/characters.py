"""Rules of the characters of a capture: none that nobody can read is kept, and what is made of them by word applies.

What the steps do is left to `text.cleanup`, which lines they take to `captures`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...issues import Issue
from ...text.characters import Stray, strays
from ...text.cleanup import Piece, cleaned
from ...text.script import simplified
from ..capture import Capture
from ..mending import odd_step
from ..step_forms import steps_of
from ..text_files import place_in, sightings


def characters_of_the_source_can_be_read(capture: Capture) -> Iterator[Issue]:
    """What the steps keep of the source holds no character that nobody sees, that turns others or that was lost."""
    if capture.made is None:
        return
    source, path = capture.written.source, capture.written.place(capture.written.capture.text_name).path
    found = (stray for piece in capture.made.pieces for stray in _strays_of(piece, source))
    for one in sightings(found, lambda offset: place_in(path, source, offset)):
        yield Issue("odd-character", one.place, one.message, odd_step(one.stray, source))


def _strays_of(piece: Piece, source: str) -> Iterator[Stray]:
    """The stray characters of what comes out of a piece, where they stand in the source."""
    for stray in strays(piece.output):
        at = piece.start + stray.offset
        if source[at : at + 1] != stray.char or at >= piece.end:
            at = max(source.find(stray.char, piece.start, piece.end), piece.start)
        yield replace(stray, offset=at)


def script_exceptions_apply(capture: Capture) -> Iterator[Issue]:
    """Every word of script_exceptions stands in the text as the script conversion leaves it."""
    clean_up = capture.written.front.clean_up
    steps, _ = steps_of(clean_up)
    if capture.made is None or not steps.exceptions:
        return
    place = clean_up.where.at("script_exceptions")
    if not steps.to_simplified:
        message = "script_exceptions are given, and no step converts the script"
        yield Issue("exception-unused", place, message, "add script: to-simplified, or take the exceptions out")
        return
    made = cleaned(capture.written.source, replace(steps, exceptions=()))
    text = "\n".join((made.text, *made.metadata))
    for (word, plain), place in clean_up.where.each("script_exceptions", steps.exceptions):
        if word not in text:
            message, hint = _why_unused(word, plain, text)
            yield Issue("exception-unused", place, message, hint)
        text = text.replace(word, plain)


def _why_unused(word: str, plain: str, text: str) -> tuple[str, str]:
    """What is said of an exception that never applies, and the way out."""
    by_then = simplified(word)
    if by_then == plain and by_then in text:
        return f"{word} is {plain} without an exception", "take it out"
    if by_then != word and by_then in text:
        return (
            f"{word} never stands in the text: it is {by_then} once the script is converted",
            f"write {by_then}: {plain}",
        )
    return f"{word} never stands in the text as the script conversion leaves it", "correct the word, or take it out"
