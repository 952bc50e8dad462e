"""Rules over all reports: what shared records say to be named in the texts is named there, in some width.

Where records are named is left to `corpus.mentions`. Terms and names do not say where they stand, and may wait for a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.records import Initiative
from ...issues import Issue
from ..join import Corpus
from ..mentions import folded

_HINT = "add the wording that the text prints to aliases:, or take the district off"


def initiatives_are_named_where_they_belong(corpus: Corpus) -> Iterator[Issue]:
    """An initiative is named in a text of each district that it is said to belong to, if the district has texts."""
    if corpus.library.broken["report"] or corpus.doubted:
        return
    for initiative in corpus.library.initiatives:
        named = {corpus.reports[one.report].district for one in corpus.mentions_of["initiative", initiative.id]}
        for district, place in initiative.where.each("districts", initiative.districts):
            if corpus.by_date(district) and district not in named and not _is_claimed(corpus, initiative):
                message = f"no text of {district} names {initiative.id}, which is said to belong to it"
                yield Issue("mention-missing", place, message, _HINT)


def _is_claimed(corpus: Corpus, initiative: Initiative) -> bool:
    """True where another initiative has its wordings before it, which is told as a clash."""
    owners = corpus.vocabularies.initiative_wordings.owners
    return any(owners[folded(alias)] != initiative.id for alias in initiative.aliases)
