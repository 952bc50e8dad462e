"""The records that all reports share: beside its own folder, all that is needed to read and to rule one report.

What the reports hold is left to `corpus.join`; the closed sets of codes are the content's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..content.records import District, Indicator, Initiative, Library, Term, Theme
from .mentions import Wordings, wordings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """The shared records by id, and the wordings by which a text names initiatives and terms."""

    districts: Mapping[str, District]
    themes: Mapping[str, Theme]
    indicators: Mapping[str, Indicator]
    initiatives: Mapping[str, Initiative]
    terms: Mapping[str, Term]
    initiative_wordings: Wordings
    term_wordings: Wordings


def vocabularies_of(library: Library) -> Vocabularies:
    """What the reports of a library share."""
    return Vocabularies(
        districts={district.id: district for district in library.districts},
        themes={theme.id: theme for theme in library.themes},
        indicators={indicator.id: indicator for indicator in library.indicators},
        initiatives={initiative.id: initiative for initiative in library.initiatives},
        terms={term.id: term for term in library.terms},
        initiative_wordings=wordings_of("initiative", ((i.id, i.aliases, i.not_these) for i in library.initiatives)),
        term_wordings=wordings_of("term", ((t.id, (*t.aliases, t.zh), t.not_these) for t in library.terms)),
    )
