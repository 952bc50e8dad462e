"""Which texts a page names of all that there are: all of few, of many those near its own.

So that no page grows with texts that it does not speak of, nor has to be made again when one comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ...corpus.join import Corpus
from ..context import PageContext

Item = TypeVar("Item")

NAMED_AT_ONCE = 24  # more texts than this are not all named on every page: each names its own district's
_NEAR = 12  # texts before a page's own, and as many after it


def are_few(context: PageContext) -> bool:
    """True where every page may name every text."""
    return context.site.once(_are_few)


def _are_few(site: Corpus) -> bool:
    return len(site.reports) <= NAMED_AT_ONCE


def near(texts: Sequence[Item], place: int) -> Sequence[Item]:
    """The texts of a district about one of them, which stands at this place."""
    return texts[max(0, place - _NEAR) : place + _NEAR + 1]


def first_open(own: Sequence[bool]) -> int:
    """From which of a district's texts on a page that names all of them has them open, given which is its own.

    Of more than are near to one text these are the last dozen, or all from its own on.
    """
    if len(own) <= 2 * _NEAR + 1:
        return 0
    return next((place for place, is_own in enumerate(own[:-_NEAR]) if is_own), len(own) - _NEAR)
