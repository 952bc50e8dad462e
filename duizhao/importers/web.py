"""A page, Word file or PDF from an address, asked once and bounded in size and time.

Nothing that a page names is fetched. What the bytes hold is left to `source`.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from typing import IO, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from .source import LARGEST_OF_ALL, Refused, Source, source_of

_SECONDS_OF_SILENCE, _SECONDS = 20, 90
_CHUNK = 65_536
_AGENT = "Mozilla/5.0 (compatible; duizhao)"


class _Answer(Protocol):
    headers: HTTPMessage

    def read(self, size: int) -> bytes: ...


def is_address(text: str) -> bool:
    """True of an argument that names an address and not a file."""
    return re.match("https?://", text, re.IGNORECASE) is not None


def source_from(address: str, clock: Callable[[], float] = time.monotonic) -> Source:
    """The capture at an address. Raises Refused."""
    asked = _in_ascii(address)
    request = Request(asked, headers={"User-Agent": _AGENT, "Accept": "text/html,application/pdf,*/*;q=0.5"})
    try:
        with build_opener(_ToTheWebAlone).open(request, timeout=_SECONDS_OF_SILENCE) as answer:
            data = _bounded(answer, clock)
            return source_of(
                _name(asked),
                data,
                address=asked,
                captured=_day(answer.headers),
                charset=answer.headers.get_content_charset() or "",
            )
    except HTTPError as error:
        raise Refused(f"the server answers {error.code} {error.reason}") from error
    except (URLError, HTTPException, ssl.SSLError, OSError, ValueError) as error:
        raise Refused(f"cannot be fetched: {getattr(error, 'reason', error)}") from error


class _ToTheWebAlone(HTTPRedirectHandler):
    """Follows where a server leads to, as long as that is on the web."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not is_address(newurl):
            raise Refused(f"leads to {newurl[:80]}, which is no address of the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _in_ascii(address: str) -> str:
    """An address as servers take it, Chinese in it spelt out. Raises Refused."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise Refused("is no address") from error
    if not host or parts.username:
        raise Refused("is no address of a page that all may read")
    path, query = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="=&%/?:@!$'()*+,;~-._")
    return urlunsplit((parts.scheme.lower(), f"{host}{port}", path, query, ""))


def _bounded(answer: _Answer, clock: Callable[[], float]) -> bytes:
    until, chunks, size = clock() + _SECONDS, [], 0
    while chunk := answer.read(_CHUNK):
        size += len(chunk)
        chunks.append(chunk)
        if size > LARGEST_OF_ALL:
            raise Refused(f"has more than {LARGEST_OF_ALL // 1_000_000} MB")
        if clock() > until:
            raise Refused(f"is not whole after {_SECONDS} seconds")
    return b"".join(chunks)


def _day(headers: HTTPMessage) -> str:
    """The day on which the server answered, by its own clock; '' where it does not say."""
    try:
        return parsedate_to_datetime(headers.get("Date", "")).date().isoformat()
    except (TypeError, ValueError):
        return ""


def _name(address: str) -> str:
    """What messages call the capture, and by whose ending a file is known: the last part of the address."""
    last = unquote(urlsplit(address).path.rsplit("/", 1)[-1])
    return (
        last
        if re.search(r"\.(?:pdf|docx|html?|txt)$", last, re.IGNORECASE)
        else f"{last or urlsplit(address).hostname}.html"
    )
