"""The index of threads: by theme, the latest first, each in miniature with its words folded; of many a page a theme.

A thread whole, drawn and in words, is left to the page of its indicator or initiative.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..corpus.threads import Thread, threads_of
from .context import PageContext
from .frame import Frame, Link, Page
from .parts.cells import silence_of_all, unread_note
from .parts.threads.scale import Scale
from .parts.threads.strip import StripMark, is_crowded, strip_of, strip_scale, strip_years
from .parts.threads.words import ThreadWords, words_of

SECTION = "thread"  # where a thread stands on the page of its indicator or initiative
_FOLDED = 6  # statements of a thread that are folded in the list; the rest stands on its own page
# What the index has room for, at some 800 bytes each: the words of so many statements. The name and the strip of a
# thread take as much as those of two. Of more threads it has the latest of each theme, so many or fewer.
ROOM, _HEAD, LATEST = 480, 2, 3


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
    """The threads of one theme, or the latest of them, and then the way to all."""

    title: Markup
    zh: str
    anchor: str
    rows: tuple[ThreadRow, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class ThreadsView:
    """The index of threads; `years` are the lines of years in its strips, `silent` says why there is none.

    It is `crowded` where a strip has more marks than there is room for; `unread` counts texts that may say more.
    """

    title: Markup
    groups: tuple[ThreadGroup, ...]
    first: str
    last: str
    years: str
    crowded: bool
    silent: Markup
    unread: Markup


# The threads of each theme, the latest first.
_Themes = Mapping[str, Sequence[Thread]]


def threads_pages(context: PageContext) -> Iterator[Page]:
    """The index of threads; of more than it has room for the latest of each theme, and a page for each with more."""
    threads = tuple(threads_of(context.site))
    title = context.words("threads.title")
    if not threads:
        view = ThreadsView(context.marked(title), (), "", "", "", False, silence_of_all(context), Markup(""))
        yield Page("threads.html", _frame(context, title), view)
        return
    themes, scale = dict(_by_theme(context, threads)), strip_scale(threads)
    count = _shown_of_each(themes)
    yield Page("threads.html", _frame(context, title), _view(context, title, themes, scale, count))
    for theme, mine in themes.items():
        if len(mine) > count:
            name = context.words("part.of", list=title, part=context.plain(context.site.themes[theme].name))
            yield Page(
                "threads.html", _frame(context, name, theme), _view(context, name, {theme: mine}, scale, len(mine))
            )


def _frame(context: PageContext, title: str, *theme: str) -> Frame:
    whole = (Link(context.word("threads.title"), context.path("threads")),) if theme else ()
    said = "" if theme else context.words("threads.lede")
    return context.frame(("threads", *theme), title, "follow-up", (context.page("follow-up"), *whole), description=said)


def _by_theme(context: PageContext, threads: Sequence[Thread]) -> Iterator[tuple[str, Sequence[Thread]]]:
    for theme in context.site.library.themes:
        mine = sorted((one for one in threads if one.theme == theme.id), key=lambda one: one.latest, reverse=True)
        if mine:
            yield theme.id, mine


def _shown_of_each(themes: _Themes) -> int:
    """How many threads of each theme the index has: all, where there is room for them."""
    if sum(_weight(thread) for mine in themes.values() for thread in mine) <= ROOM:
        return max(map(len, themes.values()))
    return max(1, min(LATEST, ROOM // ((_HEAD + _FOLDED) * len(themes))))


def _weight(thread: Thread) -> int:
    """About how much a thread takes on the index, where the words of a statement take one."""
    return _HEAD + min(_FOLDED, len(thread.marks))


def _view(context: PageContext, title: str, themes: _Themes, scale: Scale, count: int) -> ThreadsView:
    groups = tuple(_group(context, theme, mine, scale, count) for theme, mine in themes.items())
    crowded = any(is_crowded(thread) for mine in themes.values() for thread in mine[:count])
    years = str(scale.first), str(scale.last), strip_years(scale)
    return ThreadsView(context.marked(title), groups, *years, crowded, Markup(""), unread_note(context))


def _group(context: PageContext, theme: str, mine: Sequence[Thread], scale: Scale, count: int) -> ThreadGroup:
    name = context.site.themes[theme].name
    more = Link(context.word("part.all", count=len(mine)), context.path("threads", theme))
    rows = tuple(_row(context, thread, scale) for thread in mine[:count])
    return ThreadGroup(
        context.localized(name), context.other_name(name), theme, rows, more if len(mine) > count else None
    )


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
