"""The first page of the follow-ups: the ways to the collation tables, and what kinds of evidence there are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report
from .context import PageContext
from .frame import Group, Link, Page
from .parts.evidence import SIGNS, EvidenceWord, evidence_tally, evidence_word
from .parts.promises import (
    followable,
    has_table,
    navigation,
    not_due_in,
    nothing_later,
    promises_of,
    table_link,
)
from .parts.prose import introduction


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence and what it means."""

    word: EvidenceWord
    doc: Markup


@dataclass(frozen=True, slots=True)
class FollowedText:
    """A text with the way to the page of its promises, and how many of them have each kind of evidence."""

    link: Link
    evidence: tuple[EvidenceWord, ...]


@dataclass(frozen=True, slots=True)
class FollowedDistrict:
    """The texts of a district whose promises have a page; `note` says why none of them is followed."""

    title: Markup
    zh: str
    texts: tuple[FollowedText, ...]
    note: Markup


@dataclass(frozen=True, slots=True)
class FollowUpsView:
    """The first page of the follow-ups; `counted` says how many promises there are, `answers` where to look."""

    answers: Markup
    counted: Markup
    evidence: tuple[EvidenceWord, ...]
    districts: tuple[FollowedDistrict, ...]
    nav: tuple[Group, ...]
    kinds: tuple[EvidenceKind, ...]


def follow_ups_page(context: PageContext) -> Page:
    """The first page of the follow-ups."""
    kinds = (EvidenceKind(evidence_word(context, kind), context.word(f"evidence.{kind}.doc")) for kind in SIGNS)
    promises = promises_of(context, followable(context))
    view = FollowUpsView(
        introduction(context, "follow-up"),
        context.word("follow.counted-all", count=len(promises)),
        evidence_tally(context, promises),
        tuple(_district(context, district.id) for district in context.site.library.districts),
        navigation(context, ""),
        tuple(kinds),
    )
    frame = context.frame(("follow-up",), context.words("follow.title"), "follow-up", body_class="has-bar")
    return Page("follow-up-index.html", frame, view)


def _district(context: PageContext, district: str) -> FollowedDistrict:
    reports = context.site.by_date(district)
    name = context.district(district)
    texts = tuple(_text(context, report) for report in reports if has_table(context, report))
    return FollowedDistrict(name.text, name.zh, texts, nothing_later(context, reports))


def _text(context: PageContext, report: Report) -> FollowedText:
    promises = promises_of(context, [report]) if context.site.later(report) else not_due_in(context, report)
    return FollowedText(table_link(context, report), evidence_tally(context, promises))
