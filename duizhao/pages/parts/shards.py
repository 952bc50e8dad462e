"""The rows of a list in parts as scripts: a page that leads to parts fetches them, to filter and sort all their rows.

A shard lies beside the page of its part and holds the rows of that page, so that links are the same there; which rows
these are and what they are filtered and sorted by is left to the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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
    """The script with the rows of a part, and the version that it is asked for with, so that no older copy is taken."""

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
    """The rows of a part, for its script."""

    rows: tuple[ShardRow[Row], ...]


def leaves(part: Part[Item]) -> Iterator[Part[Item]]:
    """The parts that are not split further."""
    return (one for one in part.below() if not one.parts)


def shard_path(context: PageContext, base: tuple[str, ...], names: tuple[str, ...]) -> str:
    """Where the script with the rows of a part lies."""
    return folder_of(context.path(*base, *names)) + FILE


def shards_of(
    context: PageContext, base: tuple[str, ...], part: Part[Item], versions: Mapping[str, str]
) -> tuple[Shard, ...]:
    """The shards of the parts that a part is split into; none where it is not."""
    if not part.parts:
        return ()
    names = (one.names for one in leaves(part))
    return tuple(Shard(shard_path(context, base, one), versions["/".join(one)]) for one in names)


def versions_of(site: Corpus, whole: Part[Item], told: Callable[[Item], object]) -> dict[str, str]:
    """What the script of each part that is not split is asked for with, by what it tells of its items.

    So that no older copy is taken, that is all that a row may show of the content: `told` of its items, and the names
    of districts, themes and reports.
    """
    said = site.once(_said)
    names = [(one.id, one.short) for one in site.library.reports]
    common = said.digest((site.library.districts, site.library.themes, names))
    parts = ((one, [common, *(said.digest(told(item)) for item in one.items)]) for one in leaves(whole))
    return {"/".join(one.names): digest(piece.encode() for piece in pieces) for one, pieces in parts}


def _said(site: Corpus) -> Said:
    return Said(site.reports)
