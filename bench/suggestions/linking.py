"""Follow-ups proposed between two reports of a district, held against those that are written, the pair left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.content.records import Content
from duizhao.suggest.following import compared
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


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each link of a pair is, with whether it is written; and how many are written in all."""

    links: tuple[tuple[float, bool], ...]
    written: int

    def counted(self, threshold: float) -> Counted:
        """How many links are as likely as the threshold."""
        own = [right for likely, right in self.links if likely >= threshold]
        return Counted(sum(own), len(own), self.written)


@dataclass(frozen=True, slots=True)
class Linked:
    """Each pair with how many links are proposed, written and both; and the likelihood that serves all pairs best."""

    counted: tuple[tuple[Pair, Counted], ...]
    threshold: float


def linked(pairs: Sequence[Pair]) -> Linked:
    """The links of each pair by what the others teach.

    From what likelihood on they are proposed the others teach as well: what is best where each of them is read by the
    rest.
    """
    by_one = [linked_weights([one]) for one in pairs]
    found, whole = [], []
    for at, pair in enumerate(pairs):
        others = [other for other in range(len(pairs)) if other != at]
        crossed = [_likely(pairs[one], by_one[other]) for one in others for other in others if other != one]
        own = _likely(pair, linked_weights([pairs[one] for one in others]))
        found.append((pair, own.counted(best_threshold(crossed))))
        whole.append(own)
    return Linked(tuple(found), best_threshold(whole))


def best_threshold(likely: Sequence[Likely]) -> float:
    """The threshold in hundredths that gives all together the best F1, the lowest of several."""
    steps = [step / 100 for step in range(4, 60, 2)]
    return max(steps, key=lambda step: sum((one.counted(step) for one in likely), Counted()).f1)


def _likely(pair: Pair, weights: Weights) -> Likely:
    links = ((probability(features, weights), (a, b) in pair.written) for a, b, features in pair.compared)
    return Likely(tuple(links), len(pair.written))
