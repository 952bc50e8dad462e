"""What search engines read of a site: the list of its pages' addresses, and the file that leads them to it.

Where a page lies is left to `pages.addresses`.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from ..pages.addresses import INDEX, public_address

SITEMAP = "sitemap.xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def search_engine_files(base_url: str, paths: Iterable[str]) -> dict[str, bytes]:
    """The files for search engines, of a site that has these files."""
    pages = sorted(path for path in paths if path.endswith(INDEX))
    return {
        SITEMAP: _sitemap(public_address(base_url, path) for path in pages),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base_url}{SITEMAP}\n".encode(),
    }


def _sitemap(addresses: Iterable[str]) -> bytes:
    """A list of addresses by the sitemap protocol (https://www.sitemaps.org/protocol.html), one a line."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    root.text = "\n"
    for address in addresses:
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = address
        url.tail = "\n"
    return (_DECLARATION + ElementTree.tostring(root, "unicode") + "\n").encode()
