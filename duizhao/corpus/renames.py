"""Ids that shared records had before: whose they are now.

Those of statements stand in the corpus, by full id; that an id is given up for ever is a rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..content.records import District, Indicator, Initiative, SharedRecords, Term, Theme

Renamable = District | Theme | Indicator | Initiative | Term


def renamable(shared: SharedRecords) -> Iterator[tuple[str, tuple[Renamable, ...]]]:
    """The records whose ids are in addresses, by the name of their kind."""
    yield from (
        ("district", shared.districts),
        ("theme", shared.themes),
        ("indicator", shared.indicators),
        ("initiative", shared.initiatives),
        ("term", shared.terms),
    )


def now_called(name: str, known: Collection[str] | Mapping[str, object]) -> str:
    """The id of the record that had an id before, of records by id; '' where none had it."""
    records = known.items() if isinstance(known, Mapping) else ()
    return next((own for own, one in records if isinstance(one, Renamable) and name in one.formerly), "")
