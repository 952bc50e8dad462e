"""The rows of a list in parts as scripts: a page that leads to parts fetches them, to filter and sort all their rows.

A shard holds the rows of parts that follow one another below the same one, as the years of a decade do, and lies beside
the page of the first, so that links are the same there; which rows these are and what they are filtered and sorted by
is left to the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from ...corpus.join import Corpus
from ...corpus.said import Said
from ...search.pair_index import digest
from ..addresses import folder_of
from ..context import PageContext
from .splits import Part

Item = TypeVar("Item")
Row = TypeVar("Row")
FILE = "rows.js"


@dataclass(frozen=True, slots=True)
class Shard:
    """The script with the rows of parts, and the version that it is asked for with, so that no older copy is taken."""

    path: str
    version: str


@dataclass(frozen=True, slots=True)
class ShardRow(Generic[Row]):
    """A row, its value for each filter of its page, and for each column what it is sorted by; '' is last."""

    filters: tuple[str, ...]
    keys: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class ShardView(Generic[Row]):
    """The rows of a script."""

    rows: tuple[ShardRow[Row], ...]


def _runs(part: Part[Item]) -> Iterator[tuple[Part[Item], ...]]:
    """The parts that are not split further, those together of which a shard has the rows: a district has its own."""
    leaves = (one for one in part.below() if not one.parts)
    for above, run in groupby(leaves, key=lambda one: one.names[:-1]):
        if above:
            yield tuple(run)
        else:
            yield from ((one,) for one in run)


def rows_of_shards(whole: Part[Item]) -> dict[str, tuple[tuple[Item, ...], ...]]:
    """By the place of each shard of a list, the items of the parts of which it has the rows; none of a whole list."""
    return {"/".join(run[0].names): tuple(one.items for one in run) for run in _runs(whole) if whole.parts}


def shard_path(context: PageContext, base: tuple[str, ...], names: tuple[str, ...]) -> str:
    """Where the script with the rows of a part, and of those that follow it, lies."""
    return folder_of(context.path(*base, *names)) + FILE


def shards_of(
    context: PageContext, base: tuple[str, ...], part: Part[Item], versions: Mapping[str, str]
) -> tuple[Shard, ...]:
    """The shards of the parts that a part is split into; none where it is not."""
    if not part.parts:
        return ()
    names = (run[0].names for run in _runs(part))
    return tuple(Shard(shard_path(context, base, one), versions["/".join(one)]) for one in names)


def versions_of(site: Corpus, whole: Part[Item], told: Callable[[Item], object]) -> dict[str, str]:
    """What each script is asked for with, by what it tells of its items.

    So that no older copy is taken, that is all that a row may show of the content: `told` of its items, and the names
    of districts, themes and reports.
    """
    said = site.once(_said)
    names = [(one.id, one.short) for one in site.library.reports]
    common = said.digest((site.library.districts, site.library.themes, names))
    shards = rows_of_shards(whole).items()
    pieces = ((place, [said.digest(told(item)) for items in parts for item in items]) for place, parts in shards)
    return {place: digest(piece.encode() for piece in (common, *found)) for place, found in pieces}


def _said(site: Corpus) -> Said:
    return Said(site.reports)
