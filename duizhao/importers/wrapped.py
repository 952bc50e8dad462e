"""Files that hold a text within something else: why none is taken as it is, and how its text is saved otherwise."""

from __future__ import annotations

import json
import re

_FIELDS = re.compile(
    rb"\s*(?:(?:[A-Za-z][A-Za-z-]{1,40}):[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,20}){2,60}"
)
_MAIL = re.compile(rb"^(?:from|mime-version|received|message-id|return-path|snapshot-content-location):", re.I | re.M)
_TOGETHER = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
_ENCODED = re.compile(rb"^content-transfer-encoding:\s*(?:base64|quoted-printable)", re.I | re.M)
_SPOKEN = re.compile(rb"^(?:[0-9]{1,2}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}[ \t]*-->", re.M)
_QUOTED, _NUMBERED = re.compile(rb"[ \t]*>"), re.compile(rb"[ \t]*([0-9]{1,5})[ \t]*[\t|:][ \t]*")
_HEAD, _FEW, _MOST = 8_000, 5, 0.9


def why_not_as_it_is(data: bytes) -> str:
    """Why a file is refused whose text stands in something else, with the way out; '' of any other."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"WARC/"):
        return "is an archive of web pages (WARC); open it in a viewer of such archives and save the page as .html"
    if (fields := _FIELDS.match(head)) and _MAIL.search(fields[0]):
        if _TOGETHER.search(fields[0]):
            return (
                "is a page with all that belongs to it in one file (MHTML); open it in a browser and save it as .html"
            )
        if _ENCODED.search(data[:_HEAD]):
            return (
                "is an e-mail whose text is encoded; open it and save its text as .txt, or what is attached by itself"
            )
    if len(_SPOKEN.findall(data)) >= _FEW:
        return "is subtitles with their times; save the words alone, a paragraph a line, as .txt"
    if _is_json(data):
        return "is data of a page (JSON); open the page in a browser and save it as .html, or its text as .txt"
    return _why_of_lines(data)


def _is_json(data: bytes) -> bool:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _why_of_lines(data: bytes) -> str:
    lines = [line for line in data.splitlines() if line.strip()]
    if len(lines) < _FEW:
        return ""
    if sum(1 for line in lines if _QUOTED.match(line)) >= _MOST * len(lines):
        return "is quoted: its lines begin with >; take these signs away"
    numbers = [int(found[1]) for line in lines if (found := _NUMBERED.match(line))]
    rising = sum(later == one + 1 for one, later in zip(numbers, numbers[1:], strict=False))
    if len(numbers) >= _MOST * len(lines) and rising >= _MOST * (len(numbers) - 1):
        return "has a number before each of its lines; take the numbers away"
    return ""
