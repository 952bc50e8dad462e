"""What words are about, by those that a site has already: themes of statements, and indicators of measures.

Nothing is known of words before a person has coded some; until then the names of themes and indicators serve.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from ..content.records import Indicator, Report, Theme
from ..text.aspect import of_one_kind
from ..text.units import count_alike

# A second theme is proposed where it fits nearly as well; none at all where nothing fits.
_SECOND, _LEAST_SHARED = 0.2, 0.5
# How much what all themes have in common weighs, in pairs.
_SMOOTHING = 100


def pairs_of(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters of some words."""
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How often each pair of characters stands in the statements of each theme, and in the words of each indicator.

    `statements` are how many each theme has as its first; `all_pairs` counts the pairs of all themes together.
    """

    themes: Mapping[str, Counter[str]]
    statements: Mapping[str, int]
    all_pairs: Counter[str]
    indicators: Mapping[str, tuple[Indicator, frozenset[str], str]]

    def themes_of(self, words: str) -> tuple[str, ...]:
        """The themes that words most likely belong to, the likeliest first; none where nothing speaks for any."""
        pairs = [pair for pair in pairs_of(words) if self.all_pairs[pair]]
        if not pairs:
            return ()
        whole = self.all_pairs.total()
        scores = {theme: self._score(theme, pairs, whole) for theme in self.themes}
        ranked = sorted(scores, key=lambda theme: (-scores[theme], theme))
        # a theme of which little is known yet is like anything: a second one has words of its own
        own = [theme for theme in ranked[1:2] if any(self.themes[theme][pair] for pair in pairs)]
        near = [theme for theme in own if scores[theme] > scores[ranked[0]] + log(_SECOND)]
        return (ranked[0], *near)

    def _score(self, theme: str, pairs: Iterable[str], whole: int) -> float:
        """Naive Bayes; what all themes have in common stands in where a theme has never had a pair."""
        known = self.themes[theme]
        size = known.total() + _SMOOTHING
        return log(self.statements[theme]) + sum(
            log((known[pair] + _SMOOTHING * self.all_pairs[pair] / whole) / size) for pair in pairs
        )

    def indicator_of(self, words: str, unit: str, aspect: str) -> str:
        """The indicator that a figure with these words about it may observe, '' for none."""
        pairs = pairs_of(words)
        best, most = "", _LEAST_SHARED
        for name, (indicator, own, observed) in self.indicators.items():
            if not count_alike(indicator.unit, unit) or not observed or not of_one_kind(observed, aspect):
                continue
            shared = len(own & pairs) / max(1, len(own))
            if shared > most:
                best, most = name, shared
        return best


def likeness_of(themes: Iterable[Theme], indicators: Iterable[Indicator], reports: Iterable[Report]) -> Likeness:
    """What the reports of a site, and the names of what they share, teach of words."""
    coded = [statement for report in reports for statement in report.statements]
    known = {theme.id: Counter(dict.fromkeys(pairs_of(theme.name.zh), 2)) for theme in themes}
    many = Counter(dict.fromkeys(known, 1))
    for statement in coded:
        for rank, theme in enumerate(statement.themes):
            if theme in known:
                known[theme].update(pairs_of(statement.quote))
                many[theme] += 1 if rank == 0 else 0
    observed = {m.indicator: m.aspect for s in coded for m in s.measures if m.indicator}
    named = {
        one.id: (one, pairs_of(min((one.name.zh, *one.words), key=len)), one.aspect or observed.get(one.id, ""))
        for one in indicators
    }
    return Likeness(known, many, sum(known.values(), Counter()), named)
