"""The index of threads: by theme, the latest first, each in miniature with its words folded.

A thread whole, drawn and in words, is left to the page of its indicator or initiative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..corpus.threads import Thread, threads_of
from .context import PageContext
from .frame import Link, Page
from .parts.cells import silence_of_all
from .parts.threads.scale import Scale
from .parts.threads.strip import StripMark, is_crowded, strip_of, strip_scale, strip_years
from .parts.threads.words import ThreadWords, words_of

SECTION = "thread"  # where a thread stands on the page of its indicator or initiative
_FOLDED = 6  # statements of a thread that are folded in the list; the rest stands on its own page


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread in the index; `rest` counts the words that stand on its own page only, '' where there are none."""

    link: Link
    kind: Markup
    districts: Markup
    summary: Markup
    strip: tuple[StripMark, ...]
    words: tuple[ThreadWords, ...]
    rest: Markup


@dataclass(frozen=True, slots=True)
class ThreadGroup:
    """The threads of one theme."""

    title: Markup
    zh: str
    anchor: str
    rows: tuple[ThreadRow, ...]


@dataclass(frozen=True, slots=True)
class ThreadsView:
    """The index of threads; `years` are the lines of years in its strips, `silent` says why there is none.

    It is `crowded` where a strip has more marks than there is room for.
    """

    groups: tuple[ThreadGroup, ...]
    first: str
    last: str
    years: str
    crowded: bool
    silent: Markup


def threads_page(context: PageContext) -> Page:
    """The index of threads."""
    threads = tuple(threads_of(context.site))
    frame = context.frame(("threads",), context.words("threads.title"), "follow-up", (context.page("follow-up"),))
    if not threads:
        return Page("threads.html", frame, ThreadsView((), "", "", "", False, silence_of_all(context)))
    scale = strip_scale(threads)
    groups = tuple(_groups(context, threads, scale))
    crowded = any(map(is_crowded, threads))
    view = ThreadsView(groups, str(scale.first), str(scale.last), strip_years(scale), crowded, Markup(""))
    return Page("threads.html", frame, view)


def _groups(context: PageContext, threads: tuple[Thread, ...], scale: Scale) -> Iterator[ThreadGroup]:
    for theme in context.site.library.themes:
        mine = sorted((one for one in threads if one.theme == theme.id), key=lambda one: one.latest, reverse=True)
        if mine:
            rows = tuple(_row(context, thread, scale) for thread in mine)
            yield ThreadGroup(context.localized(theme.name), context.other_name(theme.name), theme.id, rows)


def _row(context: PageContext, thread: Thread, scale: Scale) -> ThreadRow:
    first, last = thread.years
    latest = sorted(thread.marks, key=lambda mark: (mark.end, mark.said), reverse=True)
    count = context.words("count.statements", count=thread.statements)
    left = len(latest) - _FOLDED
    districts = context.words("list.comma").join(context.district_name(one.district) for one in thread.strands)
    return ThreadRow(
        Link(
            context.localized(thread.name),
            f"{context.path(thread.kind + 's', thread.subject)}#{SECTION}",
            zh=context.other_name(thread.name),
        ),
        context.word(f"thread.{thread.kind}"),
        context.marked(districts),
        context.word("threads.summary", count=count, years=str(first) if first == last else f"{first}–{last}"),
        strip_of(thread, scale),
        words_of(context, latest[:_FOLDED]),
        context.word("threads.rest", count=left) if left > 0 else Markup(""),
    )
