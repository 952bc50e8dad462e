"""What all reports share, as it is looked up: beside its own folder, all that is needed to read and to rule one report.

What the reports hold is left to `corpus.join`; the closed sets of codes are the content's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..content.broken import Broken
from ..content.left_out import Aspects, aspects_of
from ..content.records import District, Indicator, Initiative, SharedRecords, Term, Theme
from ..text.lexicon import Lexicon
from .mentions import Wordings, wordings_of
from .names import HeldNames, held_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """The shared records by id, and the words by which a text names initiatives and terms and its numbers are told.

    `languages` are those that words are demanded in; `broken` are the broken records by kind. The
    records are `whole` where every shared file could be read: else what a report names cannot be judged.
    """

    districts: Mapping[str, District]
    themes: Mapping[str, Theme]
    indicators: Mapping[str, Indicator]
    initiatives: Mapping[str, Initiative]
    terms: Mapping[str, Term]
    initiative_wordings: Wordings
    term_wordings: Wordings
    names: HeldNames
    lexicon: Lexicon
    aspects: Aspects
    languages: tuple[str, ...]
    broken: Mapping[str, Broken]
    whole: bool


def vocabularies_of(shared: SharedRecords, *, whole: bool = True) -> Vocabularies:
    """What reports share, as it is looked up."""
    return Vocabularies(
        districts={district.id: district for district in shared.districts},
        themes={theme.id: theme for theme in shared.themes},
        indicators={indicator.id: indicator for indicator in shared.indicators},
        initiatives={initiative.id: initiative for initiative in shared.initiatives},
        terms={term.id: term for term in shared.terms},
        initiative_wordings=wordings_of("initiative", ((i.id, i.aliases, i.not_these) for i in shared.initiatives)),
        term_wordings=wordings_of("term", ((t.id, (*t.aliases, t.zh), t.not_these) for t in shared.terms)),
        names=held_names(shared.names, shared.terms, shared.initiatives),
        lexicon=shared.lexicon,
        aspects=aspects_of(shared.indicators),
        languages=shared.languages,
        broken=shared.broken,
        whole=whole,
    )
