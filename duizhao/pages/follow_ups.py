"""The first page of the follow-ups: the ways to the collation tables, and what kinds of evidence there are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .context import PageContext
from .frame import Group, Page
from .parts.evidence import SIGNS, EvidenceWord, evidence_tally, evidence_word
from .parts.promises import followable, navigation, promises_of


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence and what it means."""

    word: EvidenceWord
    doc: Markup


@dataclass(frozen=True, slots=True)
class FollowUpsView:
    """The first page of the follow-ups."""

    evidence: tuple[EvidenceWord, ...]
    nav: tuple[Group, ...]
    kinds: tuple[EvidenceKind, ...]


def follow_ups_page(context: PageContext) -> Page:
    """The first page of the follow-ups."""
    kinds = (EvidenceKind(evidence_word(context, kind), context.word(f"evidence.{kind}.doc")) for kind in SIGNS)
    view = FollowUpsView(
        evidence_tally(context, promises_of(context, followable(context))), navigation(context, ""), tuple(kinds)
    )
    frame = context.frame(("follow-up",), context.words("follow.title"), "follow-up", body_class="has-bar")
    return Page("follow-up-index.html", frame, view)
