"""Rules over all reports: what shared records say to be named in the texts is named there, in some width.

Where records are named is left to `corpus.mentions`. Terms and names do not say where they stand: they may wait.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...issues import Issue
from ..join import Corpus
from ..mentions import folded

_HINT = "add the wording that the text prints to aliases:, or take the district off"


def initiatives_are_named_where_they_belong(corpus: Corpus) -> Iterator[Issue]:
    """An initiative is named in a text of each district that it is said to belong to, if the district has texts."""
    if corpus.library.broken["report"] or corpus.doubted:
        return
    clashing = _are_claimed_twice(corpus)
    for initiative in (one for one in corpus.library.initiatives if one.id not in clashing):
        named = {corpus.reports[one.report].district for one in corpus.mentions_of["initiative", initiative.id]}
        for district, place in initiative.where.each("districts", initiative.districts):
            if corpus.by_date(district) and district not in named:
                message = f"no text of {district} names {initiative.id}, which is said to belong to it"
                yield Issue("mention-missing", place, message, _HINT)


def _are_claimed_twice(corpus: Corpus) -> set[str]:
    """The initiatives of which a wording is another's, too, which is told as a clash."""
    claims: dict[str, list[str]] = {}
    for initiative in corpus.library.initiatives:
        for alias in initiative.aliases:
            claims.setdefault(folded(alias), []).append(initiative.id)
    return {name for names in claims.values() if len(names) > 1 for name in names}
