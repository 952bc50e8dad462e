"""How the pairing of passages by rule does against pairs that a person made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..content.records import Report
from ..content.trials import HandPair
from .passages import Passage, paired, passages_of


@dataclass(frozen=True, slots=True)
class PairingTrial:
    """The pairs of two texts: `made` by hand (doubtful ones not counted), `found` by rule.

    `met` of those by hand are found, and `right` of those found are among those by hand, doubtful or not.
    """

    older: str
    newer: str
    made: int
    found: int
    met: int
    right: int


def pairing_trials(pairs: Iterable[HandPair], reports: Mapping[str, Report]) -> Iterator[PairingTrial]:
    """A trial for each two texts that pairs were made of, in the order of the pairs."""
    by_texts: dict[tuple[str, str], list[HandPair]] = {}
    for pair in pairs:
        by_texts.setdefault((pair.older, pair.newer), []).append(pair)
    for (older, newer), made in by_texts.items():
        if older in reports and newer in reports:
            yield _trial(reports[older], reports[newer], made)


def _trial(older: Report, newer: Report, made: Sequence[HandPair]) -> PairingTrial:
    found = [(p.old, p.new) for p in paired(passages_of(older), passages_of(newer)) if p.old and p.new]
    places = [(_place(older, pair.words), _place(newer, pair.again), pair.doubtful) for pair in made]
    met = [any(_meets(a, old) and _meets(b, new) for old, new in found) for a, b, doubtful in places if not doubtful]
    right = [any(_meets(a, old) and _meets(b, new) for a, b, _ in places) for old, new in found]
    return PairingTrial(older.id, newer.id, len(met), len(found), sum(met), sum(right))


def _place(report: Report, words: str) -> tuple[int, int]:
    start = report.text.find(words)
    return start, start + len(words)


def _meets(place: tuple[int, int], passage: Passage) -> bool:
    """True where words overlap a passage."""
    return 0 <= place[0] < passage.end and passage.start < place[1]
