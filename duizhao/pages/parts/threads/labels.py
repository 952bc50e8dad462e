"""What the marks of a thread are labelled with and called: short beside them, in full for who asks.

Where labels stand is left to `drawing`.
"""

from __future__ import annotations

from ....corpus.threads import Mark
from ...context import PageContext
from ..statements import limits


def mark_label(context: PageContext, mark: Mark) -> str:
    """What stands beside a mark: its figures with their signs, or else its words; that it has no date, where so."""
    gloss = mark.statement.gloss if context.language == "en" else ""
    return figures_of(context, mark) or gloss[:1].upper() + gloss[1:] or mark.statement.quote


def figures_of(context: PageContext, mark: Mark) -> str:
    """The figures of an indicator that a mark states, in words; '' of an initiative's."""
    return context.words("list.semicolon").join(dict.fromkeys(context.quantity(measure) for measure in mark.measures))


def when_of(context: PageContext, mark: Mark) -> str:
    """The time of a mark as composed words, in brackets where it is inferred; that none is stated, where so."""
    time = context.plain_time_of(mark)
    return context.words("card.by" if mark.promises else "thread.for") + " " + time if mark.period else time


def mark_name(context: PageContext, mark: Mark, label: str) -> str:
    """What a mark is called: its label, its kind, its time, which text says so, what limits it."""
    parts = (
        label,
        context.words(f"kind.{mark.statement.kind}"),
        when_of(context, mark),
        context.words("thread.said", text=context.full_name(mark.report), date=context.date(mark.report)),
        limits(context, mark.statement),
    )
    return context.words("list.semicolon").join(filter(None, parts))


def text_label(context: PageContext, mark: Mark) -> str:
    """The name of a text with its date, in brackets where that is inferred."""
    said = context.time(mark.report.date)
    if mark.report.date_basis != "printed":
        said = context.words("time.inferred", time=said)
    return context.words("thread.text", text=context.plain(mark.report.short), date=said)
