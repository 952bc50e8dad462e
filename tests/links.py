"""Every link of a site, resolved: what the tests of any built site ask for."""

from __future__ import annotations

import functools
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from .parsed import parsed

ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "iframe": "src"}


@dataclass(frozen=True, slots=True)
class _Page:
    """Ids and links of one page, each link with its tag."""

    ids: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def _top(page: _Page) -> str:
    """The folder of a server in which the site lies, by the nearest home page that a page names from there."""
    homes = (address for _, address in page.links if address.startswith("/") and address.endswith("/index.html"))
    return min(homes, key=len).removesuffix("index.html")


@functools.cache
def _parsed(page: bytes) -> _Page:
    ids, links = [], []
    for element in parsed(page)[0].iter():
        if name := element.get("id"):
            ids.append(name)
        tag = element.tag.rpartition("}")[2]
        address = element.get(ADDRESSES.get(tag, ""))
        if address and element.get("rel") != "canonical":
            links.append((tag, address))
    return _Page(tuple(ids), tuple(links))


def broken_links(files: Mapping[str, bytes]) -> Iterator[str]:
    """Each link or fragment of the site that leads nowhere, and each id that a page uses twice."""
    pages = {path: _parsed(data) for path, data in files.items() if path.endswith(".html")}
    ids = {path: Counter(page.ids) for path, page in pages.items()}
    for path, page in pages.items():
        for twice in sorted(name for name, count in ids[path].items() if count > 1):
            yield f"{path}: the id {twice} stands twice"
        for tag, address in page.links:
            parts = urlsplit(address)
            if parts.scheme in {"http", "https"}:
                continue
            if path == "404.html" and parts.path.startswith("/"):
                if parts.path.removeprefix(_top(page)) not in files:
                    yield f"{path}: {address} leads nowhere from the top of the site"
                continue
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                yield f"{path}: <{tag}> {address} is not relative"
                continue
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            )
            if target not in files:
                yield f"{path}: <{tag}> {address} leads to no file"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in ids[target]:
                yield f"{path}: <{tag}> {address} names no id there"


def outside_links(files: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Every link to another host: page, tag, address."""
    for path, data in files.items():
        if path.endswith(".html"):
            for tag, address in _parsed(data).links:
                if urlsplit(address).netloc:
                    yield path, tag, address
