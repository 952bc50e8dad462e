"""The words of a thread as a list from the earliest to the latest, under their districts: all that the drawing says.

What is drawn of them is left to `drawing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace

from markupsafe import Markup

from ....corpus.threads import Mark, Thread, thread_of
from ...context import PageContext
from ...frame import Link
from ..splits import KEYS_OF_TEXTS, texts_of
from ..statements import StatementSummary, summary
from .drawing import Drawing, drawings
from .labels import figures_of


@dataclass(frozen=True, slots=True)
class ThreadWords:
    """A statement at a time of a thread: its time and its figures, then its words and when they were said."""

    statement: StatementSummary
    when: Markup
    figures: Markup
    said: Markup


@dataclass(frozen=True, slots=True)
class StrandView:
    """The words of one district."""

    district: Link
    words: tuple[ThreadWords, ...]


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A thread as its subject's page shows it: drawings, then the same in words."""

    drawings: tuple[Drawing, ...]
    strands: tuple[StrandView, ...]


def thread_view(context: PageContext, kind: str, subject: str, names: Sequence[str] = ()) -> ThreadView | None:
    """The thread of an indicator or initiative, or what the texts of a part say in it; None where there is none.

    `names` lead to the part: a district, then its time.
    """
    thread = thread_of(context.site, kind, subject, names[0] if names else "")
    if thread is not None and names:
        thread = _of_texts(thread, texts_of(context, names))
    if thread is None:
        return None
    strands = (StrandView(context.district(one.district), words_of(context, one.marks)) for one in thread.strands)
    return ThreadView(tuple(drawings(context, thread)), tuple(strands))


def thread_of_fold(context: PageContext, kind: str, subject: str, names: tuple[str, ...]) -> ThreadView | None:
    """What the texts of a fold say in a thread; of those of one year in several folds, in the first of these."""
    return thread_view(context, kind, subject, names) if names[KEYS_OF_TEXTS:] in ((), ("1",)) else None


def _of_texts(thread: Thread, texts: AbstractSet[str]) -> Thread | None:
    """What these texts say in a thread."""
    kept = (
        replace(one, marks=marks)
        for one in thread.strands
        if (marks := tuple(mark for mark in one.marks if mark.report.id in texts))
    )
    strands = tuple(kept)
    return replace(thread, strands=strands) if strands else None


def words_of(context: PageContext, marks: Iterable[Mark]) -> tuple[ThreadWords, ...]:
    """Marks in words."""
    return tuple(_words(context, mark) for mark in marks)


def _words(context: PageContext, mark: Mark) -> ThreadWords:
    said = context.word("thread.said-on", date=context.date(mark.report))
    return ThreadWords(
        summary(context, mark.statement), _when(context, mark), context.marked(figures_of(context, mark)), said
    )


def _when(context: PageContext, mark: Mark) -> Markup:
    time = context.time_of(mark)
    return context.word("card.by" if mark.promises else "thread.for") + " " + time if mark.period else time
