"""Where a link of prose may lead: to what the site has, to a place of its own page, to a site outside, by mail.

Which records and pages there are is left to those who know the site.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
# What no address of a page has: controls and spaces, and what a browser mends by its own rules.
_UNSAFE = re.compile(r'[\x00-\x20\x7f-\xa0\u2028\u2029\u3000<>"\\^`{|}]')
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Labels between dots, of letters and figures of any script; or an address in numbers between square brackets.
_HOST = re.compile(r"(?!-)[\w-]+(?<!-)(?:\.(?!-)[\w-]+(?<!-))*\.?|[0-9a-f:.]+:[0-9a-f:.]*")
OUTSIDE = "https://…, http://…, mailto:…"


@dataclass(frozen=True, slots=True)
class Reference:
    """What the site has, by its kind and id, with a place on its page; kind and id are '' for the page itself."""

    kind: str
    target: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """An address that leads out of the site, as a browser may follow it."""

    address: str


@dataclass(frozen=True, slots=True)
class Nowhere:
    """An address that no page may have: what is wrong with it, and a way out."""

    message: str
    hint: str = ""


def led_to(href: str, kinds: Collection[str]) -> Reference | Outside | Nowhere:
    """What an address means. `kinds` are those of references."""
    full_width = re.match(r"([A-Za-z]+)\s*：\s*(.*)", href)
    if full_width:
        message = f"a full-width colon (：) stands behind {full_width[1]}"
        return Nowhere(message, f"write {full_width[1]}:{full_width[2]}")
    scheme = _SCHEME.fullmatch(href)
    if scheme is None:
        return _of_this_site(href)
    name, rest = scheme[1].lower(), scheme[2]
    if scheme[1] in kinds:
        target, mark, fragment = rest.partition("#")
        return (
            Nowhere(f"{href} ends in an empty #", "take it out")
            if mark and not fragment
            else (Reference(scheme[1], target, fragment))
        )
    if name in ("http", "https"):
        return _outside(href, name, rest)
    if name == "mailto":
        return Outside(href) if _MAIL.fullmatch(rest) else Nowhere(f"{href} is no address of mail", "mailto:name@host")
    return Nowhere(f"{scheme[1]}: is no kind of reference", f"kinds: {', '.join(kinds)}; outside: {OUTSIDE}")


def _of_this_site(href: str) -> Reference | Nowhere:
    if href.startswith("#") and len(href) > 1:
        return Reference("", "", href[1:])
    if not href.strip():
        return Nowhere("the link has no address", f"page:about, term:…; outside: {OUTSIDE}")
    return Nowhere(f"{href!r} names no page of the site", f"page:about, term:…; outside: {OUTSIDE}")


def _outside(href: str, scheme: str, rest: str) -> Outside | Nowhere:
    unsafe = _UNSAFE.search(href)
    if unsafe:
        return Nowhere(f"{unsafe[0]!r} stands in an address", "write it in percents, as browsers copy it")
    try:
        parts = urlsplit(href)
        host = bool(_HOST.fullmatch(parts.hostname or ""))
        whole = rest.startswith("//") and host and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        whole = False
    return Outside(href) if whole else Nowhere(f"{href} is no whole address", f"{scheme}://host/path")
