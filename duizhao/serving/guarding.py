"""Who may ask for what: requests from this machine's own pages, for files of the site, and no others.

A page of another site can make a browser ask this server, under a name that leads here, too (DNS rebinding): so hosts
and origins are compared, and whatever is no page of the site needs a word that only this run knows.
"""

from __future__ import annotations

from email.message import Message
from hmac import compare_digest
from urllib.parse import unquote_to_bytes

HOSTS = ("127.0.0.1", "localhost")
INDEX = "index.html"


def is_our_host(host: str, port: int) -> bool:
    """True of the two names under which the server is asked."""
    return host.lower() in {f"{name}:{port}" for name in HOSTS}


def is_our_origin(headers: Message, port: int) -> bool:
    """True where a page that this server sent has asked: a browser says so with all that it posts."""
    fetched = headers.get("Sec-Fetch-Site", "same-origin")
    return headers.get("Origin", "") in {f"http://{name}:{port}" for name in HOSTS} and fetched == "same-origin"


def is_token(given: str, token: str) -> bool:
    """True of the word of this run."""
    return compare_digest(given.encode(errors="replace"), token.encode())


def name_of(path: str, base: str) -> str | None:
    """The name within the site that the path of an address asks for, '' for the site's own folder.

    None where it lies outside, or is no path that a page of the site has.
    """
    if not path.startswith(base):
        return None
    try:
        name = unquote_to_bytes(path[len(base) :]).decode()
    except UnicodeDecodeError:
        return None
    parts = name.removesuffix("/").split("/")
    odd = any(part in ("", ".", "..") for part in parts) and name != ""
    return None if odd or "\\" in name or any(sign < " " for sign in name) else name
