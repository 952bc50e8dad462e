"""The text that the bytes of a capture spell, and in which encoding.

Which encodings bytes can be in is asked of `content.capture_file`, by which the build reads them again.
"""

from __future__ import annotations

import codecs
import re

from ..content.capture_file import codec_of, encodings_of
from .source import Refused, Source

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_HAN = re.compile("[\u3400-\u9fff]")
_FRAMES = re.compile("<i?frame\\b|http-equiv\\W*refresh", re.IGNORECASE)  # a page that may have its text elsewhere
# What pages call the encodings.
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5-hkscs": "big5", "utf8": "utf-8"}


def text_of(source: Source) -> tuple[str, str]:
    """The text, a mark of its byte order kept as U+FEFF, and the encoding as steps name it. Raises Refused."""
    data = source.data
    found = encodings_of(data)
    said = _said(source)
    encoding = said if said in found else next(iter(found), "")
    if not encoding:
        if b"\0" in data:
            raise Refused("is no text: it holds bytes that no text has")
        raise Refused("is in none of UTF-8, GB18030, Big5 and UTF-16, or it is cut off or damaged")
    text = data.decode(codec_of(encoding, data))
    if "\0" in text or _share_of_controls(text) > 0.01:
        raise Refused("is no text: it holds characters that no text has")
    if not _HAN.search(text) and not (source.kind == "html" and _FRAMES.search(text)):
        raise Refused("holds no Chinese")
    return text, encoding


def _said(source: Source) -> str:
    """The encoding that a server or a page says that it is in, as steps name it; '' where none is said."""
    if source.kind != "html":
        return ""
    meta = _META.search(source.data[:4096])
    name = (meta[1].decode("ascii") if meta else source.charset).lower()
    name = _NAMES.get(name, name)
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return name


def _share_of_controls(text: str) -> float:
    return sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 32))) / len(text)
