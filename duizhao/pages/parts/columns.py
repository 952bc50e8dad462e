"""Tables with a column for each district: where these are many, which are shown at first, and the choice of others.

What stands in the columns is left to the pages; a script shows and hides them.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...corpus.join import Corpus
from ..context import PageContext
from ..frame import Link

FITTING = 3  # districts whose columns fit wherever a table does not stack; of more it stands in a box that scrolls
AT_FIRST = 4  # columns shown at first where there are more: as many as fit a laptop's window


@dataclass(frozen=True, slots=True)
class DistrictChoice:
    """A district whose column may be shown or hidden."""

    value: str
    district: Link
    shown: bool
    formerly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chooser:
    """The choice of columns: what is said of it, and how many are shown, where the script puts their number for {n}."""

    doc: Markup
    count: Markup
    count_words: str
    choices: tuple[DistrictChoice, ...]


def are_many(context: PageContext) -> bool:
    """True where a table with a column for each district does not fit every window."""
    return len(context.site.library.districts) > FITTING


def chooser(context: PageContext) -> Chooser | None:
    """The choice of columns, where there are more than are shown at first."""
    districts, shown = context.site.library.districts, shown_at_first(context)
    if len(shown) == len(districts):
        return None
    return Chooser(
        context.word("compare.choose.doc", count=len(shown)),
        context.word("compare.shown", n=len(shown), all=len(districts)),
        context.words("compare.shown", n="{n}", all=len(districts)),
        tuple(DistrictChoice(d.id, context.district(d.id), d.id in shown, d.formerly) for d in districts),
    )


def shown_at_first(context: PageContext) -> frozenset[str]:
    """The districts whose columns are shown at first: those whose texts state most, of equals the earlier listed."""
    return context.site.once(_shown_at_first)


def _shown_at_first(site: Corpus) -> frozenset[str]:
    stated = {
        district.id: sum(len(report.statements) for report in site.by_date(district.id))
        for district in site.library.districts
    }
    return frozenset(sorted(stated, key=lambda district: -stated[district])[:AT_FIRST])
