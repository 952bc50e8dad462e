"""Rules over all reports: the pairs of passages that were made by hand name words of two texts of one district.

How the rule does against them is left to `trials`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.trials import HandPair
from ...issues import Issue
from ...text.anchor import Anchored, anchored
from ..following import folded_texts
from ..join import Corpus


def pairs_are_of_one_district(corpus: Corpus) -> Iterator[Issue]:
    """The two reports of a pair made by hand exist, are of one district, and the second is the later one."""
    for pair in corpus.library.pairs:
        missing = [name for name in (pair.older, pair.newer) if name not in corpus.reports]
        if missing:
            yield from (_unknown(corpus, pair, name) for name in missing if name not in corpus.library.broken["report"])
            continue
        older, newer = corpus.reports[pair.older], corpus.reports[pair.newer]
        if older.district != newer.district or not older.date < newer.date:
            message = f"{newer.id} is no later text of the district of {older.id}"
            yield Issue("later-not-later", pair.where.at("newer"), message)


def _unknown(corpus: Corpus, pair: HandPair, name: str) -> Issue:
    place = pair.where.at("older" if name == pair.older else "newer")
    return Issue("unknown-id", place, f"there is no report {name!r}", f"there are: {', '.join(corpus.reports)}")


def pairs_stand_in_their_texts_once(corpus: Corpus) -> Iterator[Issue]:
    """The words of a pair made by hand stand in their reports, and once."""
    folded = folded_texts(corpus.reports)
    for pair in corpus.library.pairs:
        for key, report, words in (("words", pair.older, pair.words), ("again", pair.newer, pair.again)):
            if report not in corpus.reports:
                continue
            at = anchored(folded(report), words)
            place = pair.where.at(key)
            if not isinstance(at, Anchored) and at.exact:
                yield Issue("quote-ambiguous", place, f"these words stand more than once in {report}: {words}")
            elif not isinstance(at, Anchored):
                yield Issue("quote-missing", place, f"these words stand nowhere in {report}: {words}")
