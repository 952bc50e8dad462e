"""What search engines read of a site: the lists of its pages' addresses, and the file that leads them there.

Where a page lies is left to `pages.addresses`.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from ..pages.addresses import NOT_FOUND, public_address

SITEMAP = "sitemap.xml"
AT_MOST = 50_000  # addresses in one list (https://www.sitemaps.org/protocol.html#index)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def search_engine_files(base_url: str, paths: Iterable[str]) -> dict[str, bytes]:
    """The files for search engines, of a site that has these files."""
    pages = sorted(path for path in paths if path.endswith(".html") and path != NOT_FOUND)
    return {
        **_sitemaps(base_url, [public_address(base_url, path) for path in pages]),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base_url}{SITEMAP}\n".encode(),
    }


def _sitemaps(base_url: str, addresses: list[str]) -> dict[str, bytes]:
    """One list, or several with a list of them where one cannot hold all."""
    if len(addresses) <= AT_MOST:
        return {SITEMAP: _list("urlset", "url", addresses)}
    parts = [addresses[start : start + AT_MOST] for start in range(0, len(addresses), AT_MOST)]
    files = {f"sitemap-{number}.xml": _list("urlset", "url", part) for number, part in enumerate(parts, 1)}
    return files | {SITEMAP: _list("sitemapindex", "sitemap", (f"{base_url}{name}" for name in files))}


def _list(name: str, entry: str, addresses: Iterable[str]) -> bytes:
    """A list of addresses by the sitemap protocol, one a line."""
    root = ElementTree.Element(name, xmlns=_NAMESPACE)
    root.text = "\n"
    for address in addresses:
        element = ElementTree.SubElement(root, entry)
        ElementTree.SubElement(element, "loc").text = address
        element.tail = "\n"
    return (_DECLARATION + ElementTree.tostring(root, "unicode") + "\n").encode()
