"""Rules over all reports: the counts of how two readings of a report compare can be true.

The counts themselves are the content's; reading twice is left to people.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...issues import Issue
from ..join import Corpus


def reports_read_twice_exist(corpus: Corpus) -> Iterator[Issue]:
    """Every report whose two readings are compared exists."""
    for row in corpus.library.agreement:
        if row.report not in corpus.reports and row.report not in corpus.library.broken["report"]:
            yield Issue("unknown-id", row.where.at("report"), f"there is no report {row.report!r}")


def agreements_are_among_pairs(corpus: Corpus) -> Iterator[Issue]:
    """No count of agreement exceeds what it counts among."""
    for row in corpus.library.agreement:
        among = ((row.kind, row.paired), (row.span, row.paired), (row.paired, row.first), (row.paired, row.second))
        if any(count > whole for count, whole in (*among, (row.value, row.figures_both))):
            yield Issue("bad-value", row.place, f"{row.report}: more agreements than there are pairs")
