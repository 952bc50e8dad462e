"""A collation table 对照表 as data: the promises of a text in the order of their states, and the later texts.

What pages, downloads and documents show of it is left to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..content.records import Report
from ..content.vocabulary import ANSWERED, EVIDENCE
from ..text.period import Period
from .following import TrackedPromise
from .join import Corpus


@dataclass(frozen=True, slots=True)
class Collation:
    """The promises of a text, those that later words speak of first, and the later texts of its district."""

    report: Report
    later: tuple[Report, ...]
    promises: tuple[TrackedPromise, ...]

    @property
    def answered(self) -> int:
        """How many of the promises later words speak of."""
        return sum(one.evidence in ANSWERED for one in self.promises)


def collation_of(corpus: Corpus, report: Report) -> Collation:
    """The table of a text; a text that is followed nowhere has no promises in it."""
    return Collation(report, corpus.later(report), in_states(corpus, corpus.followed_in[report.id]))


def collations(corpus: Corpus) -> tuple[Collation, ...]:
    """The tables of all texts that have one, in order: some later text could speak of them, or promises are known."""
    return corpus.once(_collations)


def _collations(corpus: Corpus) -> tuple[Collation, ...]:
    every = (collation_of(corpus, report) for report in corpus.in_order)
    return tuple(one for one in every if one.later or one.promises)


def collated(corpus: Corpus) -> tuple[str, ...]:
    """The ids of these texts, for who lists the tables and shows nothing of them."""
    return corpus.once(_collated)


def _collated(corpus: Corpus) -> tuple[str, ...]:
    return tuple(one.report.id for one in collations(corpus))


def leading(found: Iterable[Collation]) -> Collation | None:
    """The table that is shown first: of those with later texts, else of all, that of most promises, then the newest."""
    return max(found, key=lambda one: (bool(one.later), len(one.promises), one.report.date.last_day), default=None)


def in_states(corpus: Corpus, promises: Iterable[TrackedPromise]) -> tuple[TrackedPromise, ...]:
    """Promises by state, then by text, theme, kind (targets first) and place."""
    reports, themes = corpus.once(_places_of_reports), corpus.once(_places_of_themes)

    def key(one: TrackedPromise) -> tuple[int, tuple[int, Period, str], int, bool, int]:
        promise = one.promise
        theme = themes.get(promise.themes[0], len(themes))
        return (
            EVIDENCE.index(one.evidence),
            reports[promise.report],
            theme,
            promise.kind != "target",
            promise.start,
        )

    return tuple(sorted(promises, key=key))


def _places_of_reports(corpus: Corpus) -> dict[str, tuple[int, Period, str]]:
    """What puts the reports in order, told of each by itself: it stays when another comes."""
    places = {district: place for place, district in enumerate(corpus.districts)}
    return {report.id: (places[report.district], report.date, report.id) for report in corpus.in_order}


def _places_of_themes(corpus: Corpus) -> dict[str, int]:
    return {theme.id: place for place, theme in enumerate(corpus.library.themes)}
