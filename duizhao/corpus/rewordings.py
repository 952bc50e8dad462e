"""Each promise beside its later words, character by character, and what kinds of change that is.

How two wordings are compared is left to `text.rewording`; nothing is concluded from a change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..content.records import Report, Statement
from ..content.vocabulary import COMMITMENTS
from ..text.rewording import Rewording, reworded
from ..text.rewording_kinds import CHANGES, Wording, changes_of
from .following import TrackedPromise, UnmarkedWords


@dataclass(frozen=True, slots=True)
class RewordedPromise:
    """A promise and later words on it, with what became of its characters; `changes` are kinds in their order."""

    promise: Statement
    later: Statement | UnmarkedWords
    rewording: Rewording
    changes: tuple[str, ...]


def rewordings(followed: Iterable[TrackedPromise], reports: Mapping[str, Report]) -> Iterator[RewordedPromise]:
    """Each pair of a promise and later words, in the order of the promises and of what is named of each."""
    starts = {report.id: [one.number.start for one in report.numbers] for report in reports.values()}

    def wording(words: Statement | UnmarkedWords) -> Wording:
        first, last = (bisect_left(starts[words.report], place) for place in (words.start, words.end))
        return Wording(words.quote, [one.number for one in reports[words.report].numbers[first:last]])

    for tracked in followed:
        for later in tracked.later:
            rewording = reworded(tracked.promise.quote, later.quote)
            found = changes_of(wording(tracked.promise), wording(later), rewording)
            changes = _changes(found, later)
            yield RewordedPromise(tracked.promise, later, rewording, changes)


def _changes(found: Sequence[str], later: Statement | UnmarkedWords) -> tuple[str, ...]:
    """The kinds of change of the wording, and whether what was promised is told as done or as a fact."""
    told = isinstance(later, Statement) and later.kind not in COMMITMENTS and "other-words" not in found
    kinds = ({*found} - {"reworded"}) | {"promise-result"} if told else {*found}
    return tuple(kind for kind in CHANGES if kind in kinds)
