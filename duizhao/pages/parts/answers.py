"""Whether a promise was reported back: what kind of evidence there is, its row, and the later words, each linked.

The rows themselves are left to `promises`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...content.locale import Words
from ...content.records import Statement
from ...content.vocabulary import EVIDENCE
from ...corpus.following import TrackedPromise, UnmarkedWords
from ..context import PageContext
from ..frame import Link, ScriptWord


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a promise: the kind of evidence, the way to its row, the later words."""

    evidence: Markup
    path: str
    later: tuple[Link, ...]


def answer_of(context: PageContext, statement: Statement) -> Answer | None:
    """What is known of a promise; None of what is none, and of a task that nobody looks for yet."""
    tracked = context.site.followed.get(statement.full_id)
    if tracked is None:
        return None
    evidence = context.word(f"evidence.{tracked.evidence}")
    return Answer(evidence, row_path(context, tracked), later_links(context, tracked))


def answer_of_words(context: PageContext, words: Statement | UnmarkedWords) -> Answer | None:
    """What became of words that promise, where later ones answer them again; None where none do."""
    found = answer_of(context, words) if isinstance(words, Statement) else None
    return found if found and found.later else None


def answer_words(words: Words) -> Iterator[ScriptWord]:
    """What later.js of the theme says of the same."""
    yield ScriptWord("later", words("answer.later"))
    yield ScriptWord("later-place", words("answer.place"))
    yield ScriptWord("later-block", words("source.block"))
    yield ScriptWord("later-heading", words("source.heading"))
    yield ScriptWord("evidence", "|".join(words(f"evidence.{kind}") for kind in EVIDENCE))


def row_path(context: PageContext, tracked: TrackedPromise) -> str:
    """The address of the row of a promise: whatever is known of one stands in the table of its text."""
    return f"{context.path('follow-up', tracked.promise.report)}#{tracked.promise.id}"


def later_links(context: PageContext, tracked: TrackedPromise) -> tuple[Link, ...]:
    """The ways to the later words of a promise."""
    return tuple(_later(context, tracked))


def _later(context: PageContext, tracked: TrackedPromise) -> Iterator[Link]:
    """The later words by where they stand: the text once, and each paragraph; of one paragraph, each statement."""
    last: Statement | UnmarkedWords | None = None
    for words in tracked.later:
        path = (
            context.statement_path(words)
            if isinstance(words, Statement)
            else context.block_path(words.report, words.block)
        )
        yield Link(context.marked(_place(context, words, last)), path)
        last = words


def _place(context: PageContext, words: Statement | UnmarkedWords, last: Statement | UnmarkedWords | None) -> str:
    """The paragraph of later words, behind the name of their text where that was not named last."""
    block = context.block_name(words.block)
    if last is None or words.report != last.report:
        return context.words(
            "answer.place", report=context.plain(context.site.reports[words.report].short), block=block
        )
    return words.id if isinstance(words, Statement) and words.block == last.block else block
