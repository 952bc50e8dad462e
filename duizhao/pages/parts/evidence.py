"""Kinds of evidence as pages show them: a small sign, then the word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...corpus.following import TrackedPromise
from ...corpus.tally import follow_up_tally
from ..context import PageContext

# The shapes of each kind's sign, in a box of 12 by 12. They tell the kinds apart without colour and judge nothing.
SIGNS = {
    "reported-done": Markup('<circle class="on" cx="6" cy="6" r="5"/>'),
    "reported-progress": Markup('<circle cx="6" cy="6" r="5"/><path class="on" d="M6 1a5 5 0 0 1 0 10z"/>'),
    "other-definition": Markup('<path d="M1 4h10M1 8h10M9 1 3 11"/>'),
    "restated": Markup('<path d="M10.5 6a4.5 4.5 0 1 1-1.6-3.4M9.4.6v2.5H6.9"/>'),
    "related-words": Markup('<circle cx="4.3" cy="6" r="3.3"/><circle cx="7.7" cy="6" r="3.3"/>'),
    "not-found": Markup('<circle cx="6" cy="6" r="5" stroke-dasharray="2 1.7"/>'),
    "not-due": Markup('<circle cx="6" cy="6" r="5"/><path d="M6 3v3l2 1.5"/>'),
    "not-checked": Markup('<path d="M2 6h8"/>'),
}


@dataclass(frozen=True, slots=True)
class EvidenceWord:
    """A kind of evidence with its sign, and a count behind the word where there is one."""

    sign: Markup
    text: Markup


def evidence_word(context: PageContext, evidence: str, count: int | None = None) -> EvidenceWord:
    """A kind of evidence as pages show it."""
    word = context.words(f"evidence.{evidence}")
    return EvidenceWord(SIGNS[evidence], context.marked(word if count is None else f"{word} {count:,}"))


def evidence_tally(context: PageContext, promises: Iterable[TrackedPromise]) -> tuple[EvidenceWord, ...]:
    """How many of the promises have each kind of evidence, in the order of the vocabulary."""
    return tuple(evidence_word(context, kind, count) for kind, count in follow_up_tally(promises).items())
