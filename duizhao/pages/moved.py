"""Pages at addresses that a record had under a former id: each leads on to the record's page, without a script, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..corpus.join import Corpus
from ..corpus.renames import renamable
from .addresses import public_address
from .context import PageContext
from .frame import Link, Page
from .parts.overview import theme_link


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page that has moved: the link to where it is now."""

    now: Link


def moved_pages(context: PageContext) -> Iterator[Page]:
    """A page for each former id of a record; what is not to be found is the old address, so that it is in no list."""
    ways = {
        "district": context.district,
        "theme": context.theme,
        "indicator": context.indicator,
        "initiative": context.initiative,
        "term": context.term,
    }
    for kind, former, own in _former_ids(context.site):
        now = ways[kind](own)
        frame = context.frame(
            (f"{kind}s", former), context.words("moved.title"), f"{kind}s", (context.page(f"{kind}s"),)
        )
        address = public_address(context.site.library.site.base_url, now.path)
        yield Page("moved.html", replace(frame, canonical=address, editions=()), MovedView(now))
    yield from _moved_comparisons(context)


def _moved_comparisons(context: PageContext) -> Iterator[Page]:
    """The same of the sentences of a theme side by side."""
    for theme in context.site.library.themes:
        now = theme_link(context, theme)
        address = public_address(context.site.library.site.base_url, now.path)
        for former in theme.formerly:
            frame = context.frame(
                ("compare", former), context.words("moved.title"), "compare", (context.page("compare"),)
            )
            yield Page("moved.html", replace(frame, canonical=address, editions=()), MovedView(now))


def moved_paths(context: PageContext) -> frozenset[str]:
    """The paths of those pages."""
    listed = (context.path(f"{kind}s", former) for kind, former, _ in _former_ids(context.site))
    compared = (context.path("compare", former) for theme in context.site.library.themes for former in theme.formerly)
    return frozenset((*listed, *compared))


def _former_ids(site: Corpus) -> Iterator[tuple[str, str, str]]:
    """The kind of each record that had another id, that id and the one that it has now."""
    for kind, records in renamable(site.library):
        yield from ((kind, former, record.id) for record in records for former in record.formerly)
