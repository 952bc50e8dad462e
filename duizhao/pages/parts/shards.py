"""The rows of a list in parts as scripts: a page that leads to parts fetches them, to filter and sort all their rows.

A shard holds the rows of parts of a district that follow one another, and lies beside the page of the first, so that
links are the same there. What many of its rows have in common it says once, so that all rows of a thousand texts come
in a tenth of a second. Which rows these are and what they are filtered and sorted by is left to the pages.
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
# So many rows a script has at most, of parts that could do with one each: some 200 kB, and as few scripts as can be.
ROWS = 600
# How a script says its rows; another one has to be asked for anew, also where no row is another.
_FORM = b"rows said once"


@dataclass(frozen=True, slots=True)
class Shard:
    """The script with the rows of parts, and the version that it is asked for with, so that no older copy is taken."""

    path: str
    version: str


@dataclass(frozen=True, slots=True)
class Shards:
    """The scripts with the rows of the parts that a page leads to; the part that the page is of, '' of the whole."""

    within: str
    scripts: tuple[Shard, ...]


@dataclass(frozen=True, slots=True)
class ShardRow(Generic[Row]):
    """A row, the part that it stands in, its value for each filter of its page, and for each column its sort key.

    A sort key of '' is last.
    """

    part: str
    filters: tuple[str, ...]
    keys: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class ShardView(Generic[Row]):
    """The rows of a script."""

    rows: tuple[ShardRow[Row], ...]


def _runs(whole: Part[Item]) -> Iterator[tuple[Part[Item], ...]]:
    """The parts of a list that are not split further, those together of which a shard has the rows.

    They are counted from the first on: what comes last changes no script but the last of its district.
    """
    leaves = (one for one in whole.below() if not one.parts and one.names)
    for _, mine in groupby(leaves, key=lambda one: one.names[0]):
        run: list[Part[Item]] = []
        for leaf in mine:
            if run and sum(len(one.items) for one in (*run, leaf)) > ROWS:
                yield tuple(run)
                run = []
            run.append(leaf)
        yield tuple(run)


def leaves_of_shards(whole: Part[Item]) -> dict[str, tuple[Part[Item], ...]]:
    """By the place of each shard of a list, the parts of which it has the rows; none of a whole list."""
    return {"/".join(run[0].names): run for run in _runs(whole)}


def shard_path(context: PageContext, base: tuple[str, ...], names: tuple[str, ...]) -> str:
    """Where the script with the rows of a part, and of those that follow it, lies."""
    return folder_of(context.path(*base, *names)) + FILE


def shards_of(
    context: PageContext, base: tuple[str, ...], part: Part[Item], versions: Mapping[str, tuple[str, str]]
) -> Shards | None:
    """The shards with rows of the parts that a part is split into; None where it is not."""
    if not part.parts:
        return None
    asked = dict.fromkeys(versions["/".join(one.names)] for one in part.below() if not one.parts)
    scripts = (Shard(shard_path(context, base, tuple(place.split("/"))), version) for place, version in asked)
    return Shards("/".join(part.names), tuple(scripts))


def versions_of(site: Corpus, whole: Part[Item], told: Callable[[Item], object]) -> dict[str, tuple[str, str]]:
    """For each part that is not split, the place of its script, and what this is asked for with.

    That is all that a row may show of the content, so that no older copy is taken: `told` of its items, and the names
    of districts, themes and the district's reports.
    """
    said = Said(site.reports)  # for this alone: what it keeps of a thousand texts is much
    common = _FORM, said.digest((site.library.districts, site.library.themes)).encode()
    found: dict[str, tuple[str, str]] = {}
    for place, leaves in leaves_of_shards(whole).items():
        names = [(one.id, one.short) for one in site.by_date(place.partition("/")[0])]
        items = (said.digest(told(item)).encode() for leaf in leaves for item in leaf.items)
        version = digest((*common, said.digest(names).encode(), *items))
        found |= {"/".join(leaf.names): (place, version) for leaf in leaves}
    return found
