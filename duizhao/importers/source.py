"""A capture as it was given: its bytes, where they are from, and of what kind they are by what they hold.

How an address is asked is left to `web`, what text the bytes hold to the rooms of each kind.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path

from .wrapped import why_not_as_it_is

_MB = 1_000_000
# A text is read whole by the steps; pages, Word files and PDFs hold pictures and styles beside their text.
LARGEST = {"text": 4 * _MB, "html": 8 * _MB, "docx": 32 * _MB, "pdf": 32 * _MB}
LARGEST_OF_ALL = max(LARGEST.values())
# What a Word file may come to when it is unpacked, and how much of that may be its text.
_UNPACKED, _UNPACKED_TEXT = 256 * _MB, 48 * _MB
_MAGIC = (
    (b"%PDF-", "pdf", ""),
    (b"PK\x03\x04", "zip", ""),
    (b"\xd0\xcf\x11\xe0", "", "is a Word file of the old kind or another Office file; save it as .docx"),
    (b"{\\rtf", "", "is rich text (RTF); save it as .docx or as plain text"),
    (b"\x89PNG", "", "is a picture; a report has to be a text"),
    (b"\xff\xd8\xff", "", "is a picture; a report has to be a text"),
    (b"GIF8", "", "is a picture; a report has to be a text"),
    (b"\x1f\x8b", "", "is compressed; unpack it first"),
    (b"Rar!", "", "is an archive; unpack it first"),
    (b"7z\xbc\xaf", "", "is an archive; unpack it first"),
    (b"\x7fELF", "", "is a program"),
)
_PAGE = re.compile(
    rb"\s*+(?:(?><\?xml[^>]*>\s*)|(?><%.{0,2000}?%>\s*)|(?><!--.{0,2000}?-->\s*)){0,20}+"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
# A part of a page, as it is copied from one: it begins with an element, and some end in it.
_PART_OF_A_PAGE = re.compile(rb"\s*<(?:article|center|div|font|h[1-6]|main|p|section|span|table)\b[^<>]{0,2000}>", re.I)
_ENDS = re.compile(rb"</(?:article|div|h[1-6]|p|section|span|table|td)\s*>", re.I)


class Refused(Exception):
    """Why a capture is not imported, in words for who gave it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A capture: what it is called, its bytes and its kind; from the web also its address and the day of capture."""

    name: str
    data: bytes
    kind: str
    address: str = ""
    captured: str = ""
    charset: str = ""

    @property
    def file_name(self) -> str:
        """The name that it has in a report's folder."""
        return f"source.{'txt' if self.kind == 'text' else self.kind}"


def source_at(path: Path) -> Source:
    """The capture in a file. Raises Refused."""
    try:
        about = path.stat()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise Refused("is no name of a file") from error
    if not stat.S_ISREG(about.st_mode):
        raise Refused("is a folder; name its files" if stat.S_ISDIR(about.st_mode) else "is no file")
    if about.st_size > LARGEST_OF_ALL:
        raise Refused(_too_large(about.st_size, LARGEST_OF_ALL))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}") from error
    return source_of(path.name, data)


def source_of(name: str, data: bytes, *, address: str = "", captured: str = "", charset: str = "") -> Source:
    """The capture of some bytes. Raises Refused."""
    if not data.strip(b"\0 \t\r\n"):
        raise Refused("is empty")
    kind = _kind(name, data)
    if len(data) > LARGEST[kind]:
        raise Refused(_too_large(len(data), LARGEST[kind]))
    return Source(name, data, kind, address, captured, charset)


def _too_large(size: int, bound: int) -> str:
    return f"has {size / _MB:,.1f} MB, of {bound // _MB} MB at most: the longest reports have some 0.2 MB of text"


def _kind(name: str, data: bytes) -> str:
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind, wrong = next(((kind, wrong) for magic, kind, wrong in _MAGIC if data.startswith(magic)), ("", ""))
    if wrong:
        raise Refused(wrong)
    kind = _kind_of_zip(data) if kind == "zip" else kind
    if not kind and ending in ("pdf", "docx"):
        raise Refused(f"is named .{ending} and is none by what it holds; it may be damaged, or be an error page")
    if kind and ending not in (kind, ""):
        raise Refused(f"is a .{kind} by what it holds and named .{ending}; rename it if that is what was meant")
    if kind:
        return kind
    if reason := why_not_as_it_is(data):
        raise Refused(reason)
    return "html" if ending in ("html", "htm") or _is_page(data) else "text"


def _is_page(data: bytes) -> bool:
    """True of what begins as a page does, or as a part of one."""
    head = data[:4000].removeprefix(b"\xef\xbb\xbf")
    return bool(_PAGE.match(head) or (_PART_OF_A_PAGE.match(head) and len(_ENDS.findall(data)) > 1))


def _kind_of_zip(data: bytes) -> str:
    """`docx`, of a Word file that is not larger than one can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused("is a damaged archive") from error
    sizes = {entry.filename: entry.file_size for entry in entries}
    if "word/document.xml" not in sizes:
        raise Refused("is an archive (ZIP) and no Word file; unpack it and name the files in it")
    if len(entries) > 5_000 or sum(sizes.values()) > _UNPACKED or sizes["word/document.xml"] > _UNPACKED_TEXT:
        raise Refused("comes to more when it is unpacked than a report can have")
    return "docx"
