"""Which file of a report's folder is the capture, and the text that its bytes spell.

What the steps make of that text is left to `capture`, whether it is the one that the report was made from to the rules.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..issues import Issue, SourcePosition
from .vocabulary import ENCODINGS
from .written import FrontMatter

# A capture is a text, or one of these, from which a program took the text out into a file beside it.
TEXT_CAPTURE, LAYER = "source.txt", "source.text.txt"
EXTENSIONS = ("txt", "html", "htm", "mhtml", "xml", "json", "pdf", "docx", "doc", "wps", "ofd", "odt", "rtf")
_NAME = re.compile(r"source\.[A-Za-z0-9]+")
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_STOPS = "，。、：；"
_EMPTY = "fetch it again: a file without a byte shows nothing of what was published"
# What pages call Big5 is as often one of its supersets, of Hong Kong or of Windows; the first that reads all is taken.
_BIG5 = ("big5", "big5hkscs", "cp950")


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """A capture: its file's name, its text and the hash of its bytes.

    `data` are its bytes, empty where they are the text in UTF-8. `layer_sha256` is the hash of the text layer beside
    it, '' where the capture itself is the text; `layer_data` are that file's bytes, empty where they are UTF-8.
    """

    name: str
    text: str
    sha256: str
    data: bytes
    layer_sha256: str
    layer_data: bytes

    @property
    def text_name(self) -> str:
        """The file in which lines are counted."""
        return LAYER if self.layer_sha256 else self.name


def is_capture(name: str) -> bool:
    """True for the name of a file that is a capture, or the text layer of one."""
    return name == LAYER or bool(_NAME.fullmatch(name))


def captures_among(names: Iterable[str]) -> list[str]:
    """The captures among the files of a folder; there should be one."""
    return sorted(name for name in names if _NAME.fullmatch(name))


def missing_capture(folder: str, names: Iterable[str]) -> list[Issue]:
    """What is said where a folder holds no capture, several, or one of a kind that is not known."""
    found = captures_among(names)
    if not found:
        hint = "put the text there as it was found, or take the file back from version control"
        return [Issue("file-missing", SourcePosition(f"{folder}/{TEXT_CAPTURE}"), f"{TEXT_CAPTURE} is missing", hint)]
    place = SourcePosition(f"{folder}/{found[-1]}")
    if len(found) > 1:
        hint = f"keep one as it was found; the text taken out of it stands in {LAYER}"
        return [Issue("source-unclear", place, f"a report has one capture, and here are {' and '.join(found)}", hint)]
    if found[0].split(".")[1] not in EXTENSIONS:
        hint = f"known are: {', '.join(EXTENSIONS)}, in lower case"
        return [Issue("source-unclear", place, f"{found[0]} is of no known kind", hint)]
    return []


def capture_file(folder: str, files: Mapping[str, bytes], front: FrontMatter) -> tuple[CaptureFile | None, list[Issue]]:
    """The capture of a folder that holds one, None where its text cannot be read; and what is wrong with it."""
    (name,) = captures_among(files)
    issues = [] if name == TEXT_CAPTURE else list(_layer_issues(folder, name, files, front))
    if name == TEXT_CAPTURE and (front.text_layer or LAYER in files):
        place = front.text_layer.place if front.text_layer else SourcePosition(f"{folder}/{LAYER}")
        hint = f"take text_layer and {LAYER} away, or keep the capture under its own extension"
        issues.append(Issue("source-unclear", place, f"{TEXT_CAPTURE} is a text and needs no text layer", hint))
    if issues:
        return None, issues
    text_name = name if name == TEXT_CAPTURE else LAYER
    text, issues = _decoded(f"{folder}/{text_name}", files[text_name], front)
    if text is None:
        return None, issues
    is_utf8 = (front.clean_up.decode or "utf-8") == "utf-8"
    if name == TEXT_CAPTURE:
        return CaptureFile(name, text, _sha256(files[name]), b"" if is_utf8 else files[name], "", b""), []
    layer = files[LAYER]
    return CaptureFile(name, text, _sha256(files[name]), files[name], _sha256(layer), b"" if is_utf8 else layer), []


def _layer_issues(folder: str, name: str, files: Mapping[str, bytes], front: FrontMatter) -> Iterable[Issue]:
    """What is missing of a capture that is no text, and of its text layer."""
    if not files[name]:
        yield Issue("source-unclear", SourcePosition(f"{folder}/{name}"), "the capture is empty", _EMPTY)
    elif LAYER not in files:
        message = f"{LAYER} is missing: {name} is no text, and the steps start from the text in it"
        hint = f"for example: pdftotext -layout {name} {LAYER}" if name.endswith("pdf") else ""
        yield Issue("file-missing", SourcePosition(f"{folder}/{LAYER}"), message, hint)
    elif front.text_layer is None:
        hint = f"text_layer: {{tool: …, version: …, sha256: {_sha256(files[LAYER])}}}"
        yield Issue("source-unclear", front.place, f"nothing says what took {LAYER} out of {name}", hint)


def _decoded(path: str, data: bytes, front: FrontMatter) -> tuple[str | None, list[Issue]]:
    """The text of a capture; a mark of its byte order stays, as U+FEFF."""
    encoding = front.clean_up.decode or "utf-8"
    if not data:
        message = "the capture is empty" if path.endswith(TEXT_CAPTURE) else f"{LAYER} is empty"
        return None, [Issue("source-unclear", SourcePosition(path), message, _EMPTY)]
    try:
        return data.decode(codec_of(encoding, data)), []
    except UnicodeDecodeError as error:
        place = SourcePosition(path, data.count(b"\n", 0, error.start) + 1)
        message = f"byte {error.start} is not {encoding.upper()}"
        return None, [Issue("not-utf8", place, message, _other_encodings(data, encoding))]


def codec_of(encoding: str, data: bytes) -> str:
    """What Python calls the encoding."""
    if encoding == "utf-16":
        return _MARKS.get(data[:2]) or _unmarked_utf16(data) or "utf-16-le"
    if encoding == "big5":
        return next((codec for codec in _BIG5 if _decodes(data, codec)), "big5")
    return encoding


def _unmarked_utf16(data: bytes) -> str:
    """Which UTF-16 bytes without its mark are, by the half that is nought in line ends and digits; '' of any other."""
    little, big = data[1::2].count(0), data[::2].count(0)
    return "" if little == big else "utf-16-le" if little > big else "utf-16-be"


def encodings_of(data: bytes, without: str = "") -> tuple[str, ...]:
    """Which encodings some bytes may be in, but for one that they are not, the likeliest first."""
    others = (other for other in ENCODINGS if other != without and _is_readable(data, other))
    stops = {other: sum(map(data.decode(codec_of(other, data)).count, _STOPS)) for other in others}
    # Bytes of one encoding are seldom none of another, but what they spell there has hardly a stop.
    readable = (other for other, count in stops.items() if 2 * count >= max(stops.values()))
    return tuple(sorted(readable, key=lambda other: (other != "utf-8", -stops[other])))


def _other_encodings(data: bytes, encoding: str) -> str:
    """Which encodings the bytes may be in: a way out that keeps them as they came."""
    readable = encodings_of(data, encoding)
    if readable:
        return f"keep the bytes and say how they spell the text, clean_up: {{decode: {' or '.join(readable)}}}"
    return "look what the page says of its encoding, and whether the file is whole"


def _is_readable(data: bytes, encoding: str) -> bool:
    is_utf16 = bool(data[:2] in _MARKS or _unmarked_utf16(data))
    return is_utf16 is (encoding == "utf-16") and _decodes(data, codec_of(encoding, data))


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
