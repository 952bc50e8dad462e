"""Which portions of pages there are, in their order: listed anew, or as they were where nothing read for it is another.

To list a portion is to make the frame of its page, which takes as long as to find out that the page may stay. What the
pages show is left to `pages`, what is remembered of them to `remembered`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial

from ..corpus.reads import Read
from ..pages.context import PageContext
from ..pages.kinds import Portion, groups_of
from .remembered import Remembered, name_of, noting, told_of


@dataclass(frozen=True, slots=True)
class Listed:
    """A portion by what it is known by, with the hash of what it is told where portions are remembered.

    `portion` finds it: to be called in the order of the portions.
    """

    name: str
    told: str
    portion: Callable[[], Portion]


def listed_portions(context: PageContext, remembered: Remembered | None) -> Iterator[Listed]:
    """All portions in one language. They raise WordError where an interface word is missing."""
    for kind, make in groups_of(context):
        group = _group(kind, context)
        known = remembered.group(group) if remembered else None
        if known is not None:
            portions = make()
            for name, told in known:
                yield Listed(name, told, partial(_found, portions, name, context.language))
        elif remembered:
            yield from _listed(group, make(), context.language, remembered)
        else:
            for portion in make():
                yield Listed(name_of(portion, context.language), "", partial(_itself, portion))


def portions_named(context: PageContext, wanted: Collection[tuple[str, str]]) -> Iterator[Listed]:
    """The portions in one language that are wanted by their group and name. They raise WordError as all do."""
    for kind, make in groups_of(context):
        names = {name for group, name in wanted if group == _group(kind, context)}
        portions = make() if names else iter(())
        while names and (portion := next(portions, None)):
            name = name_of(portion, context.language)
            if name in names:
                names.remove(name)
                yield Listed(name, "", partial(_itself, portion))


def _group(kind: str, context: PageContext) -> str:
    return f"{kind} {context.language}"


def _listed(group: str, portions: Iterator[Portion], language: str, remembered: Remembered) -> Iterator[Listed]:
    """The portions of a group, which are remembered when the last of them was asked for."""
    reads: dict[Read, None] = {}
    rows: list[tuple[str, str]] = []
    while True:
        with noting(remembered, reads):
            portion = next(portions, None)
        if portion is None:
            break
        rows.append((name_of(portion, language), told_of(portion.page)))
        yield Listed(*rows[-1], partial(_itself, portion))
    remembered.add_group(group, reads, rows)


def _found(portions: Iterator[Portion], name: str, language: str) -> Portion:
    """The next portion of a name; those before it stay as they stand."""
    return next(portion for portion in portions if name_of(portion, language) == name)


def _itself(portion: Portion) -> Portion:
    return portion
