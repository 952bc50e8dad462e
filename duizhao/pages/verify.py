"""The verify page: how much was checked in this build, what no build can prove, and every waiver with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report
from ..corpus.tally import report_tally
from ..text.modality import strength_of
from .context import PageContext
from .frame import Link, Page
from .parts.cells import silence_of_all
from .parts.evidence import EvidenceWord, evidence_tally
from .parts.prose import introduction
from .parts.statements import StatementSummary, summary
from .parts.unproved import Unproved, unproved


@dataclass(frozen=True, slots=True)
class Total:
    """A number over all reports."""

    name: Markup
    count: str


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A report with what was checked of it, counted."""

    report: Link
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiver:
    """A number that an editor set down as no quantity, where it stands, and why."""

    where: Markup
    text: str
    reason: Markup


@dataclass(frozen=True, slots=True)
class ModalByHand:
    """A commitment for which an editor gave another word than its sentence gives by the rule, both with strengths."""

    statement: StatementSummary
    said: Markup
    found: Markup


@dataclass(frozen=True, slots=True)
class VerifyView:
    """What was checked in this build, what no build can prove, what was waived; `silent` says why there is nothing."""

    introduction: Markup
    totals: tuple[Total, ...]
    unproved: tuple[Unproved, ...]
    evidence: tuple[EvidenceWord, ...]
    columns: tuple[Markup, ...]
    reports: tuple[TallyRow, ...]
    waivers: tuple[Waiver, ...]
    modals: tuple[ModalByHand, ...]
    silent: Markup


def verify_page(context: PageContext) -> Page:
    """The verify page."""
    frame = context.frame(("verify",), context.words("nav.verify"), "verify")
    reports = context.site.in_order
    tallies = [report_tally(report) for report in reports]
    rows = (
        TallyRow(context.report(report), tuple(f"{count:,}" for count in tally.values()))
        for report, tally in zip(reports, tallies, strict=True)
    )
    view = VerifyView(
        introduction(context, "verify", frame.path),
        tuple(_totals(context, reports)),
        tuple(unproved(context)),
        evidence_tally(context, context.site.followed.values()),
        tuple(context.word(f"tally.{name}") for name in tallies[0]) if tallies else (),
        tuple(rows),
        tuple(_waivers(context, reports)),
        tuple(_modals_by_hand(context, reports)),
        silence_of_all(context),
    )
    return Page("verify.html", frame, view)


def _totals(context: PageContext, reports: Sequence[Report]) -> Iterator[Total]:
    site = context.site
    statements = [statement for report in reports for statement in report.statements]
    for name, count in (
        ("quotes", len(statements)),
        ("figures", sum(len(statement.measures) for statement in statements)),
        ("characters", sum(len(report.source) for report in reports)),
        ("numbers", sum(len(report.numbers) for report in reports)),
        ("mentions", len(site.mentions)),
        ("links", sum(len(follow_up.later) for follow_up in site.library.follow_ups)),
        ("absences", sum(len(follow_up.searched) for follow_up in site.library.follow_ups)),
    ):
        yield Total(context.word(f"verify.{name}"), f"{count:,}")


def _waivers(context: PageContext, reports: Sequence[Report]) -> Iterator[Waiver]:
    """The numbers for which an editor gave another reason than the parser's own."""
    for report in reports:
        name = f"{context.district_name(report.district)} · {context.plain(report.short)}"
        for n in report.numbers:
            if n.reason and n.reason != n.number.reason:
                where = context.marked(f"{name}{context.words('list.semicolon')}{context.block_name(n.block)}")
                yield Waiver(where, n.number.text, context.word(f"number.{n.reason}"))


def _modals_by_hand(context: PageContext, reports: Sequence[Report]) -> Iterator[ModalByHand]:
    """The commitments whose word an editor gave against the words of their sentence."""
    for report in reports:
        for statement in report.statements:
            if statement.modal != statement.modal_of_words:
                said, found = (_modal(context, word) for word in (statement.modal, statement.modal_of_words))
                yield ModalByHand(summary(context, statement), said, found)


def _modal(context: PageContext, word: str) -> Markup:
    named = context.marked(word) if word else context.word("verify.no-word")
    return Markup("{} ({})").format(named, context.word(f"strength.{strength_of(word)}"))
