"""What became of one wording in another, character by character: what stayed, went, came and moved.

Figures, Latin words and the words of the genre are taken whole; widths and blanks change nothing. That a change is a
change of number, deadline or verb is left to `rewording_kinds`; no conclusion is drawn from any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from .fold import fold_widths
from .genre_words import ADVERBS, BOUNDS, TIMES, VERBS

FATES = ("stayed", "gone", "came", "moved")

# The words of the genre that are taken whole, the longest first; a script of the site takes the same.
WHOLE_WORDS = tuple(sorted((w for w in ADVERBS | VERBS | BOUNDS | TIMES if len(w) > 1), key=lambda w: (-len(w), w)))
_TOKEN = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*(?:[A-Za-z]+|[十百千万亿]*%?)|[A-Za-z][A-Za-z0-9+-]*|[零一二两三四五六七八九十百千万亿]{2,}"
    f"|{'|'.join(map(re.escape, WHOLE_WORDS))}|.",
    re.DOTALL,
)
_A_SIGN = 0.1  # what a sign weighs beside a character that is none
_A_RUN = 1.2  # what a run that stays must outweigh: one character alone does not, a word does
_CELLS = 1_000_000  # beyond, by the product of both lengths, nothing is compared: no sentence is that long
_MOVED = 3  # so many characters, at least, are the same words elsewhere


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a text that stay or go as one, as they are compared; start and end count in the text.

    `letters` is how many of them are no signs.
    """

    text: str
    start: int
    end: int
    letters: int

    @property
    def weight(self) -> float:
        """What it counts for: one for each character, little for each sign."""
        return self.letters + _A_SIGN * (len(self.text) - self.letters)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one text with what became of them, one of FATES."""

    text: str
    fate: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """Two wordings, each as runs that are the whole of it.

    `kept` of the `letters` characters of the old wording, signs not counted, stand in the new one too, moved or not.
    """

    old: tuple[Run, ...]
    new: tuple[Run, ...]
    kept: int
    letters: int
    gone: tuple[str, ...]
    came: tuple[str, ...]

    @property
    def word_for_word(self) -> bool:
        """True where every character but signs stayed, and none came."""
        return not any(char.isalnum() for run in (*self.old, *self.new) if run.fate != "stayed" for char in run.text)

    @property
    def moved(self) -> bool:
        """True where words stand in another order."""
        return any(run.fate == "moved" for run in self.new)


@lru_cache(maxsize=2048)
def reworded(old: str, new: str) -> Rewording:
    """What became of the old wording in the new one."""
    before, after = tokens(old), tokens(new)
    stayed = _stayed(before, after)
    fates = ["gone"] * len(before), ["came"] * len(after)
    for i, j in stayed:
        fates[0][i] = fates[1][j] = "stayed"
    for i, j, length in _moves(before, after, fates) if stayed else ():
        fates[0][i : i + length] = fates[1][j : j + length] = ["moved"] * length
    return Rewording(
        _runs(old, before, fates[0]),
        _runs(new, after, fates[1]),
        sum(token.letters for token, fate in zip(before, fates[0], strict=True) if fate != "gone"),
        sum(token.letters for token in before),
        _of_fate(before, fates[0], "gone"),
        _of_fate(after, fates[1], "came"),
    )


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """A text as what stays or goes as one; blanks belong to what stands before them."""
    folded = fold_widths(text)
    return tuple(
        [
            Token(found[0], *folded.span(*found.span()), sum(map(str.isalnum, found[0])))
            for found in _TOKEN.finditer(folded.text)
        ]
    )


def _stayed(before: Sequence[Token], after: Sequence[Token]) -> list[tuple[int, int]]:
    """Which tokens stayed, by their places on both sides, in order."""
    if [token.text for token in before] == [token.text for token in after]:
        return [(place, place) for place in range(len(before))]
    return _aligned(before, after) if len(before) * len(after) <= _CELLS else []


def _aligned(before: Sequence[Token], after: Sequence[Token]) -> list[tuple[int, int]]:
    """Which tokens stayed, by their places on both sides, in order: the heaviest runs, as few as may be.

    `run[j]` is the best score with the pair i, j in a run, `best[j]` the best with all before them.
    """
    wide = len(after) + 1
    best = [[0.0] * wide for _ in range(len(before) + 1)]
    run = [[float("-inf")] * wide for _ in range(len(before) + 1)]
    words = [token.text for token in after]
    for i, old in enumerate(before, 1):
        above, here, longer = best[i - 1], best[i], run[i - 1]
        text, weight, left = old.text, old.weight, 0.0
        for j, word in enumerate(words, 1):
            # spelt out: this is done a million times where texts are laid out whole
            score = above[j] if above[j] > left else left
            if text == word:
                begun = above[j - 1] - _A_RUN
                run[i][j] = held = (longer[j - 1] if longer[j - 1] > begun else begun) + weight
                score = held if held > score else score
            here[j] = left = score
    return _traced(before, best, run)


def _traced(before: Sequence[Token], best: list[list[float]], run: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs of the best score, from the tables of scores."""
    pairs = []
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            in_run = True
            while in_run:
                pairs.append((i - 1, j - 1))
                in_run = run[i][j] == run[i - 1][j - 1] + before[i - 1].weight
                i, j = i - 1, j - 1
    return pairs[::-1]


def _moves(
    before: Sequence[Token], after: Sequence[Token], fates: tuple[list[str], list[str]]
) -> Iterable[tuple[int, int, int]]:
    """Runs of tokens that are gone here and came there, the longest first: both places and the length."""
    found = sorted(_same_runs(before, after, fates), key=lambda move: (-move[3], move[:3]))
    taken: tuple[set[int], set[int]] = set(), set()
    for i, j, length, _ in found:
        old, new = range(i, i + length), range(j, j + length)
        if taken[0].isdisjoint(old) and taken[1].isdisjoint(new):
            taken[0].update(old)
            taken[1].update(new)
            yield i, j, length


def _same_runs(
    before: Sequence[Token], after: Sequence[Token], fates: tuple[list[str], list[str]]
) -> Iterable[tuple[int, int, int, int]]:
    """Each longest run of tokens that is gone here and came there, long enough to be the same words."""
    lengths: dict[tuple[int, int], int] = {}
    places: dict[str, list[int]] = {}
    for j, token in enumerate(after):
        if fates[1][j] == "came":
            places.setdefault(token.text, []).append(j)
    for i in reversed(range(len(before))):
        for j in places.get(before[i].text, ()) if fates[0][i] == "gone" else ():
            lengths[i, j] = 1 + lengths.get((i + 1, j + 1), 0)
    for (i, j), length in lengths.items():
        letters = sum(token.letters for token in before[i : i + length])
        if letters >= _MOVED and (i - 1, j - 1) not in lengths:
            yield i, j, length, letters


def _runs(text: str, parts: Sequence[Token], fates: Sequence[str]) -> tuple[Run, ...]:
    """A text as runs of one fate; what is between two tokens belongs to the one before, at its start to the first."""
    ends = [*(token.start for token in parts[1:]), len(text)]
    starts = [0, *ends[:-1]]
    placed = zip(fates, starts, ends, strict=True) if parts else ()
    runs = ((fate, list(group)) for fate, group in groupby(placed, key=lambda one: one[0]))
    return tuple(Run(text[group[0][1] : group[-1][2]], fate) for fate, group in runs)


def _of_fate(parts: Sequence[Token], fates: Sequence[str], fate: str) -> tuple[str, ...]:
    return tuple(token.text for token, one in zip(parts, fates, strict=True) if one == fate)
