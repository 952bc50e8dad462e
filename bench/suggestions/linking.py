"""Follow-ups proposed between two reports of a district, held against those that are written, the pair left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.content.records import Content
from duizhao.suggest.following import compared, least_likely
from duizhao.suggest.relating import initiatives_of, said_of
from duizhao.suggest.weights import Features, Weights, probability

from .learning import weights_of
from .matching import Counted

_STRENGTH = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of a district, the links that are written between them, and all that have anything in common."""

    earlier: str
    later: str
    written: frozenset[tuple[str, str]]
    compared: tuple[tuple[str, str, Features], ...]


def report_pairs(library: Content) -> tuple[Pair, ...]:
    """The pairs of reports between which links are written."""
    written = {(one.promise, later) for one in library.follow_ups for later in one.later if isinstance(later, str)}
    named = initiatives_of(library)
    reports = {report.id: report for report in library.reports}
    found = []
    for earlier, later in sorted({(a.split("/")[0], b.split("/")[0]) for a, b in written}):
        own = frozenset(one for one in written if (one[0].split("/")[0], one[1].split("/")[0]) == (earlier, later))
        promises = tuple(said_of(reports[earlier], named, promises=True))
        found.append(Pair(earlier, later, own, tuple(compared(promises, tuple(said_of(reports[later], named))))))
    return tuple(found)


def linked_weights(pairs: Sequence[Pair]) -> Weights:
    """What these pairs teach of links."""
    return weights_of(
        [({**features}, (a, b) in pair.written) for pair in pairs for a, b, features in pair.compared], _STRENGTH
    )


def linked(pairs: Sequence[Pair]) -> tuple[tuple[Pair, Counted], ...]:
    """Each pair with how many links are proposed, written and both, by what the others teach."""
    return tuple(
        (pair, counted(pair, linked_weights([other for other in pairs if other is not pair]))) for pair in pairs
    )


def counted(pair: Pair, weights: Weights) -> Counted:
    """How many links of a pair are proposed by these weights, written and both."""
    likely = [probability(features, weights) for _, _, features in pair.compared]
    least = least_likely(likely)
    found = [(a, b) in pair.written for (a, b, _), own in zip(pair.compared, likely, strict=True) if own >= least]
    return Counted(sum(found), len(found), len(pair.written))
