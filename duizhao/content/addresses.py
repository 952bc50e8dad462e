"""Addresses on the web: what one is, and how browsers and hosts write the address of a site.

Where an address stands, and what is said of one that is wrong, is left to `value_types`. The patterns are read by
JSON Schema, too, of which the dialect is JavaScript's with the flag u: it knows no escape that none is needed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

# No sign that a browser would mend, and no name before the host.
_HOST = r'https?://[^\s/?#@"<>\\^`{|}]+'
WEB_ADDRESS = re.compile(_HOST + r'(?:[/?#][^\s"<>\\^`{|}]*)?')
# RFC 3986, sections 3.2.2 and 3.3: all else is percent-encoded in a path, and in a host it has a form in ASCII.
_SITE_HOST = r"(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
_SIGN = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_DOTS = r"(?:\.|%2[Ee]){1,2}"
SITE_ADDRESS = re.compile(f"https?://{_SITE_HOST}/(?:(?!{_DOTS}/){_SIGN}+/)*")
# Letters of host names that IDNA 2008 keeps, as browsers do: RFC 5894, section 7.2.
_KEPT_LETTERS = frozenset("ßς\u200c\u200d")
_KEPT = "%!$&'()*+,;=:@"


def is_site_address(text: str) -> bool:
    """True of the address of a site that browsers and hosts leave as it is written."""
    return SITE_ADDRESS.fullmatch(text) is not None and _host(text) != ""


def as_written_by_all(address: str) -> str:
    """The address of a site as browsers and hosts would write it; '' where it has no host that there could be."""
    host = _host(address)
    if not host:
        return ""
    parts = urlsplit(address)
    return f"{parts.scheme}://{host}/" + "".join(f"{name}/" for name in _folders(parts.path.split("/")))


def _host(address: str) -> str:
    """The host of an address in ASCII, with its port; '' where there is none."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port is not None else ""
        own = parts.netloc
        return own if own.isascii() else f"{'.'.join(map(_label, (parts.hostname or '').split('.')))}{port}"
    except ValueError:
        return ""


def _label(label: str) -> str:
    """A part of a host's name in ASCII; what Python's IDNA of 2003 makes other letters of is written as it is."""
    if _KEPT_LETTERS.isdisjoint(label):
        return label.encode("idna").decode()
    return f"xn--{label.encode('punycode').decode()}"


def _folders(names: Iterable[str]) -> list[str]:
    """The names of a path, percent-encoded, without those that are empty or lead nowhere or up."""
    kept: list[str] = []
    for name in names:
        plain = re.sub("%2[Ee]", ".", name)
        if plain == "..":
            kept = kept[:-1]
        elif plain not in ("", "."):
            kept.append(quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", name), safe=_KEPT))
    return kept
