"""What all reports share, as far as one of them is read and ruled by it: beside its own folder, all that is needed.

Nothing else can be read of it: where these values are the same a report need not be read again. The shared records
themselves are for `corpus.join`; the closed sets of codes are the content's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from ..cache import canonical
from ..content.broken import Broken
from ..content.left_out import Aspects, aspects_of
from ..content.records import SharedRecords
from ..text.lexicon import Lexicon
from .mentions import Wordings, wordings_of
from .names import HeldNames, held_names


@dataclass(frozen=True, slots=True)
class HeldIndicator:
    """What is held of an indicator against measures: its unit, and its aspect, '' where it gives none."""

    id: str
    unit: str
    aspect: str


@dataclass(frozen=True, slots=True)
class HeldTerm:
    """What is held of a term against translations: its English and other forms of it."""

    en: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """The ids of shared records, what is held of them, and the words by which a text names them and numbers are told.

    `languages` are those that words are demanded in; `broken` are the broken records by kind, without their places. The
    records are `whole` where every shared file could be read: else what a report names cannot be judged.
    """

    districts: tuple[str, ...]
    themes: tuple[str, ...]
    indicators: Mapping[str, HeldIndicator]
    terms: Mapping[str, HeldTerm]
    initiative_wordings: Wordings
    term_wordings: Wordings
    names: HeldNames
    lexicon: Lexicon
    aspects: Aspects
    languages: tuple[str, ...]
    broken: Mapping[str, Broken]
    whole: bool


def vocabularies_of(shared: SharedRecords, *, whole: bool = True) -> Vocabularies:
    """What reports share, as they are read by it."""
    return Vocabularies(
        districts=tuple(district.id for district in shared.districts),
        themes=tuple(theme.id for theme in shared.themes),
        indicators={one.id: HeldIndicator(one.id, one.unit, one.aspect) for one in shared.indicators},
        terms={term.id: HeldTerm(term.en, term.forms) for term in shared.terms},
        initiative_wordings=wordings_of("initiative", ((i.id, i.aliases, i.not_these) for i in shared.initiatives)),
        term_wordings=wordings_of("term", ((t.id, (*t.aliases, t.zh), t.not_these) for t in shared.terms)),
        names=held_names(shared.names, shared.terms, shared.initiatives),
        lexicon=shared.lexicon,
        aspects=aspects_of(shared.indicators),
        languages=shared.languages,
        broken={kind: replace(one, spans=()) for kind, one in shared.broken.items()},
        whole=whole,
    )


def vocabularies_told(vocabularies: Vocabularies) -> bytes:
    """All of them as bytes that others do not have, the same in every process."""
    return canonical(_plain(vocabularies))


def _plain(value: object) -> object:
    """A value as a tree of tuples and scalars: a set in order, a pattern as it is written."""
    if is_dataclass(value):
        return (type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value)))
    if isinstance(value, Mapping):
        return tuple((key, _plain(each)) for key, each in value.items())
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, re.Pattern):
        return value.pattern
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value
