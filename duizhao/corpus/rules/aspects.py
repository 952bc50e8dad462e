"""Rules over all reports: the figures of one indicator state the same of its quantity, and an increase is no level.

An indicator that says what its figures state holds each by itself: that is left to `units`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...content.records import Indicator
from ...issues import Issue
from ...text.aspect import of_one_kind
from ...text.units import count_alike
from ..join import Corpus
from ..observing import Observation
from .units import OF_ANOTHER, its_words_deny_it


def aspects_agree(corpus: Corpus) -> Iterator[Issue]:
    """The figures of an indicator that gives no aspect have one and the same; a fall goes with a rise."""
    for indicator in corpus.library.indicators:
        stated = list(_told_nowhere_else(corpus, indicator)) if not indicator.aspect else []
        counted = Counter(one.measure.aspect for one in stated).most_common()
        for measure in (one.measure for one in stated):
            held = counted[0][0]
            if not of_one_kind(measure.aspect, held):
                witness = next(one.statement.full_id for one in stated if one.measure.aspect == held)
                message = f"the aspect is {measure.aspect}, and {indicator.id} has {held} of {witness}"
                yield Issue("aspect-disagrees", measure.where.at("aspect"), message, OF_ANOTHER)


def _told_nowhere_else(corpus: Corpus, indicator: Indicator) -> Iterator[Observation]:
    """The figures of an indicator, but for those whose unit or whose words are told of by rules of one report."""
    for one in corpus.observations[indicator.id]:
        report = corpus.reports[one.statement.report]
        if count_alike(one.measure.unit, indicator.unit) and not its_words_deny_it(report, one.measure):
            yield one
