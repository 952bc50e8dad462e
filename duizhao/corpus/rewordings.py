"""Each promise beside its later words, character by character, and what kinds of change that is.

How two wordings are compared is left to `text.rewording`; nothing is concluded from a change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..content.records import Report, Statement
from ..content.vocabulary import COMMITMENTS
from ..text.numbers import Number
from ..text.rewording import Rewording, reworded
from ..text.rewording_kinds import CHANGES, Wording, changes_of
from .following import TrackedPromise, UnmarkedWords

# What a kind of change comes to where the later words commit to nothing: a time in them is of what was, no deadline.
_OF_WHAT_IS_TOLD = {"reworded": "", "deadline-added": "", "deadline-changed": "deadline-gone"}


@dataclass(frozen=True, slots=True)
class RewordedPromise:
    """A promise and later words on it, with what became of its characters; `changes` are kinds in their order."""

    promise: Statement
    later: Statement | UnmarkedWords
    rewording: Rewording
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _PlacedNumbers:
    """The numbers of a report, with where each begins in its text."""

    numbers: tuple[Number, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[Number, ...]:
        """Those that begin between two places."""
        return self.numbers[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


class Places(dict[str, _PlacedNumbers]):
    """The numbers of reports with their places, by the report's id, found when they are first asked for."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        super().__init__()
        self._reports = reports

    def __missing__(self, name: str) -> _PlacedNumbers:
        report = self._reports[name]
        begins = {block.id: block.start for block in report.blocks}
        starts = tuple(begins[one.block] + one.number.start for one in report.numbers)
        self[name] = found = _PlacedNumbers(tuple(one.number for one in report.numbers), starts)
        return found


def rewordings_of(followed: Iterable[TrackedPromise], places: Places) -> Iterator[RewordedPromise]:
    """Each pair of a promise and later words, in the order of the promises and of what is named of each."""

    def wording(words: Statement | UnmarkedWords) -> Wording:
        return Wording(words.quote, places[words.report].within(words.start, words.end))

    for tracked in followed:
        for later in tracked.later:
            rewording = reworded(tracked.promise.quote, later.quote)
            found = changes_of(wording(tracked.promise), wording(later), rewording)
            changes = _changes(found, later)
            yield RewordedPromise(tracked.promise, later, rewording, changes)


def _changes(found: Sequence[str], later: Statement | UnmarkedWords) -> tuple[str, ...]:
    """The kinds of change of the wording, and whether what was promised is told as done or as a fact."""
    told = isinstance(later, Statement) and later.kind not in COMMITMENTS and "other-words" not in found
    kinds = {_OF_WHAT_IS_TOLD.get(kind, kind) for kind in found} | {"promise-result"} if told else {*found}
    return tuple(kind for kind in CHANGES if kind in kinds)
