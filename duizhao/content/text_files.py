"""The bytes of a file that a person wrote into its text: UTF-8, one line break, no stray character.

All files of text are read here, whatever they hold; what is looked for on disk, and what a text means, is left to
the rooms that ask.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice

from ..issues import Issue, SourcePosition
from ..text.characters import CONTROL, LINE, LOST, PRIVATE, RETURN, TURN, UNSEEN, Stray, called, meant, strays

_BOM = "\ufeff"
_WAYS_OUT = {
    CONTROL: "take it out: it means something to a terminal and nothing to a reader",
    RETURN: "save the file with the line breaks of Unix (LF) or of Windows (CR LF)",
    LINE: "break the line as all others are broken, or take it out",
    TURN: "take it out: it turns the order in which what follows is shown",
    UNSEEN: "take it out: nobody sees it, and no search finds the word that holds it",
    PRIVATE: "write the character that is meant: what this one shows depends on the reader's fonts",
    LOST: "write the character that stood here: it was lost when the file was saved or copied",
}
_UTF16 = "the file is UTF-16: save it as UTF-8"
# What a file that is no UTF-8 may be; the likelier first, since what is GB 18030 may be read as Big5, too.
_OTHER_ENCODINGS = (("gb18030", "GB 18030"), ("big5", "Big5"))
# Of each character so many places, and so many characters, are shown: a file that is no text is full of them.
_SHOWN, _CHARACTERS_SHOWN = 4, 12
# Browsers need no semicolon behind a number, and pass over noughts before it.
_REFERENCES = re.compile("&(?:#0{0,40}[0-9]{1,7};?|#[xX]0{0,40}[0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)")
_ESCAPES = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[A-Z0-9 -]{1,80}\})")


def decoded(path: str, data: bytes) -> tuple[str | None, list[Issue]]:
    """The characters of a file without its byte order mark; None where it is not UTF-8."""
    try:
        return data.decode("utf-8").removeprefix(_BOM), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_BOM)
        message = f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8"
        return None, [Issue("not-utf8", place_in(path, before, len(before)), message, _encoding_hint(data))]


def text_of(path: str, data: bytes) -> tuple[str | None, list[Issue]]:
    """The text of a file that a person wrote, its lines ended by \\n alone; None where it cannot be read as one."""
    text, issues = decoded(path, data)
    if text is None:
        return None, issues
    text = text.replace("\r\n", "\n")
    told = sightings(strays(text), lambda offset: place_in(path, text, offset))
    # Every second byte of what is written in ASCII is nought in UTF-16.
    way_out = _UTF16 if "\0" in text and text.count("\0") * 4 > len(text) else ""
    wrong = [Issue("odd-character", one.place, one.message, way_out or one.way_out) for one in told]
    return (None if wrong else text), wrong


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as messages show them, whatever its bytes are."""
    text = data.decode("utf-8", "replace").removeprefix(_BOM)
    return [line.removesuffix("\r") for line in text.split("\n")]


def place_in(path: str, text: str, offset: int) -> SourcePosition:
    """Where an offset stands in the text of a file. A line ends at \\n, and nowhere else."""
    return SourcePosition(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


@dataclass(frozen=True, slots=True)
class Sighting:
    """A character that is stray, the first time that it stands: its place, a message that names more, a way out."""

    stray: Stray
    place: SourcePosition
    message: str
    way_out: str


def sightings(found: Iterable[Stray], place: Callable[[int], SourcePosition]) -> Iterator[Sighting]:
    """Each character that is stray, once."""
    alike: dict[tuple[str, str], list[Stray]] = {}
    for stray in found:
        alike.setdefault((stray.char, stray.kind), []).append(stray)
    others = len(alike) - _CHARACTERS_SHOWN
    for first, *more in islice(alike.values(), _CHARACTERS_SHOWN):
        message = f"{called(first.char)} stands here"
        if more:
            places = (place(stray.offset) for stray in more[:_SHOWN])
            message += f", and at {', '.join(f'{at.line}:{at.col}' for at in places)}"
        if len(more) > _SHOWN:
            message += f" and {len(more) - _SHOWN} more"
        yield Sighting(first, place(first.offset), message, _way_out(first.char, first.kind))
    if others > 0:
        first = next(islice(alike.values(), _CHARACTERS_SHOWN, None))[0]
        message = f"{called(first.char)} stands here, and {others - 1} others elsewhere"
        yield Sighting(first, place(first.offset), message, _WAYS_OUT[first.kind])


def _way_out(char: str, kind: str) -> str:
    return f"in Windows-1252 it is {meant(char)}: write that character" if meant(char) else _WAYS_OUT[kind]


def spelt_strays(text: str) -> Iterator[Stray]:
    """The stray characters that a text for HTML spells out: &#x202e; and &shy;."""
    for match in _REFERENCES.finditer(text):
        yield from (replace(stray, offset=match.start()) for stray in strays(_unescaped(match[0])))


def _unescaped(reference: str) -> str:
    """What a browser takes a reference for: a control character for itself, which Python would leave out."""
    number = reference.strip("&#;")
    return unescape(reference) or chr(int(number[1:], 16) if number[0] in "xX" else int(number))


@functools.lru_cache(maxsize=512)
def text_of_theme(path: str, data: bytes) -> tuple[str | None, tuple[Issue, ...]]:
    """The text of a file of a theme, which is the same from one build to the next of a process."""
    text, wrong = text_of(path, data)
    return text, tuple(wrong)


@functools.lru_cache(maxsize=256)
def template_of(path: str, data: bytes) -> tuple[str | None, tuple[Issue, ...]]:
    """The text of a template, which spells no stray character either, for HTML or within its own quotes."""
    text, wrong = text_of_theme(path, data)
    if text is None:
        return None, wrong
    spelt = sorted((*spelt_strays(text), *_escaped_strays(text)), key=lambda stray: stray.offset)
    told = sightings(spelt, lambda offset: place_in(path, text, offset))
    hint = "take the spelling of it out"
    return text, tuple(Issue("odd-character", one.place, one.message, hint) for one in told)


def _escaped_strays(text: str) -> Iterator[Stray]:
    """The stray characters that a text spells as strings of templates do: \\u202e."""
    for match in _ESCAPES.finditer(text):
        try:
            char = match[0].encode("ascii").decode("unicode_escape")
        except UnicodeDecodeError:
            continue  # no such name: the template cannot be read, and says so
        yield from (replace(stray, offset=match.start()) for stray in strays(char))


def _encoding_hint(data: bytes) -> str:
    """What the bytes may be in another encoding."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "the file is UTF-32: save it as UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * 8 > len(data):
        return _UTF16
    for name, shown in _OTHER_ENCODINGS:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return f"the file may be {shown}: save it as UTF-8"
    return "save the file as UTF-8"
