"""What kinds of change a rewording holds, told by rule: numbers, deadlines, bounds, verbs, adverbs, order.

That a promise has turned into a result, which no wording tells, is left to `corpus.rewordings`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .genre_words import ADVERBS, BOUNDS, TIMES, VERBS
from .numbers import Number
from .rewording import Rewording, tokens

CHANGES = (
    *("word-for-word", "number-changed", "number-dropped", "number-added"),
    *("deadline-gone", "deadline-changed", "deadline-added"),
    *("bound", "verb", "adverb", "order", "promise-result", "reworded", "other-words"),
)
# So much of the shorter wording, and of the longer, must stand in both, or they are other words on the matter.
OF_THE_SHORTER, OF_THE_LONGER = 0.4, 0.25

# Times by which nothing falls due.
_OF_THE_PAST = {"同期", "近三年"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording and the numbers that stand in it."""

    text: str
    numbers: Sequence[Number]


def changes_of(old: Wording, new: Wording, rewording: Rewording) -> tuple[str, ...]:
    """The kinds of change, in one order; of words that hardly share any, `other-words` alone."""
    if rewording.word_for_word:
        return ("word-for-word",)
    shorter, longer = sorted((rewording.letters, sum(map(str.isalnum, new.text))))
    if rewording.kept < max(1, OF_THE_SHORTER * shorter, OF_THE_LONGER * longer):
        return ("other-words",)
    found = (*_of_numbers(old, new), *_of_deadlines(old, new), *_of_words(rewording))
    return found or ("reworded",)


def _of_numbers(old: Wording, new: Wording) -> Iterator[str]:
    """Quantities by their value, whatever they count."""
    before, after = (Counter(_value(n) for n in wording.numbers if n.quantity) for wording in (old, new))
    gone, came = before - after, after - before
    if gone and came:
        yield "number-changed"
    elif gone:
        yield "number-dropped"
    elif came:
        yield "number-added"


def _value(number: Number) -> str:
    """What a number says without its unit and its bound: 4万人以上 and 4万家 say the same."""
    said = number.quantity
    return f"{said.base_value}|{said.base_upper}" if said else ""


def _of_deadlines(old: Wording, new: Wording) -> Iterator[str]:
    """Times by their words."""
    before, after = _times(old), _times(new)
    if before - after:
        yield "deadline-changed" if after - before else "deadline-gone"
    elif after - before:
        yield "deadline-added"


def _times(wording: Wording) -> set[str]:
    return {token.text for token in tokens(wording.text) if token.text in TIMES - _OF_THE_PAST} | {
        number.text for number in wording.numbers if number.reason == "date"
    }


def _of_words(rewording: Rewording) -> Iterator[str]:
    """Words of the genre that are gone or came."""
    touched = {*rewording.gone, *rewording.came}
    for kind, words in (("bound", BOUNDS), ("verb", VERBS), ("adverb", ADVERBS)):
        if touched & words:
            yield kind
    if rewording.moved:
        yield "order"
