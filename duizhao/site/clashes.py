"""What claims a place that is taken: a page at another's address, and a record whose id a page has for its own parts.

Headings of prose, which may take a place too, are left to `prose_places`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..content.file_kinds import SITE
from ..corpus.join import Corpus
from ..issues import Issue, SourcePosition

_ID = re.compile(rb'\sid="([a-z0-9-]+)"')
_HINT = "give this another id"


def doubled_ids(html: bytes) -> tuple[str, ...]:
    """The ids that a page has at two places."""
    ids = _ID.findall(html)
    if len(ids) == len(set(ids)):
        return ()
    return tuple(sorted(name.decode() for name, count in Counter(ids).items() if count > 1))


@dataclass(slots=True)
class Clashes:
    """What is found as page after page is made; each record is told once."""

    site: Corpus
    _told: dict[SourcePosition, str] = field(default_factory=dict)

    def add_address(self, path: str) -> None:
        """A second page claims the address of one."""
        name = path.removesuffix("/index.html").rpartition("/")[2]
        place = next(self._owners(name), SourcePosition(SITE.path))
        self._told.setdefault(place, f"the site has two pages for the address {path.removesuffix('index.html')}")

    def add_doubled(self, path: str, doubled: Iterable[str]) -> None:
        """A page is made, and has these ids at two places: one may be a record's."""
        for name in doubled:
            for place in self._owners(name):
                self._told.setdefault(place, f"{name} is also the place of a part of the page {path}")

    def issues(self) -> list[Issue]:
        return [Issue("address-clash", place, message, _HINT) for place, message in self._told.items()]

    def _owners(self, name: str) -> Iterator[SourcePosition]:
        """Where the records of an id have it."""
        site = self.site
        known = (site.reports, site.districts, site.themes, site.indicators, site.initiatives, site.terms)
        return (records[name].where.at("id") for records in known if name in records)
