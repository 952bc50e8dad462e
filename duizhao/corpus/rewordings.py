"""Each promise beside its later words, character by character, and what kinds of change that is.

How two wordings are compared is left to `text.rewording`; nothing is concluded from a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..content.records import Statement
from ..text.rewording import Rewording, reworded
from ..text.rewording_kinds import CHANGES, changes_of
from .following import TrackedPromise, UnmarkedWords


@dataclass(frozen=True, slots=True)
class RewordedPromise:
    """A promise and later words on it, with what became of its characters; `changes` are kinds in their order."""

    promise: Statement
    later: Statement | UnmarkedWords
    rewording: Rewording
    changes: tuple[str, ...]


def rewordings(followed: Iterable[TrackedPromise]) -> Iterator[RewordedPromise]:
    """Each pair of a promise and later words, in the order of the promises and of what is named of each."""
    for tracked in followed:
        for later in tracked.later:
            rewording = reworded(tracked.promise.quote, later.quote)
            changes = _changes(tracked.promise, later, rewording)
            yield RewordedPromise(tracked.promise, later, rewording, changes)


def _changes(promise: Statement, later: Statement | UnmarkedWords, rewording: Rewording) -> tuple[str, ...]:
    """The kinds of change of the wording, and whether what was promised is told as done or as a fact."""
    found = {*changes_of(promise.quote, later.quote, rewording)}
    if "other-words" not in found and isinstance(later, Statement) and later.kind in ("result", "situation"):
        found = (found - {"reworded"}) | {"promise-result"}
    return tuple(kind for kind in CHANGES if kind in found)
