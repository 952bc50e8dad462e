"""The verify page: how much was checked in this build, what no build can prove, and every waiver with its reason.

Where there are too many texts, and too much that editors decided, for one page, these stand on pages of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report, Statement
from ..corpus.join import Corpus
from ..corpus.tally import report_tally, totals
from ..text.modality import strength_of
from .context import PageContext
from .frame import Link, Page, deferred
from .markup import filled
from .parts.cells import silence_of_all
from .parts.evidence import EvidenceWord, evidence_tally
from .parts.prose import introduction
from .parts.splits import (
    LATEST_ROWS,
    ROOMS,
    Key,
    Near,
    Placed,
    WayTo,
    by_text,
    latest,
    near_of,
    part_frame,
    part_title,
    place_in,
    placed,
    places_of,
    split,
    ways_to_parts,
)
from .parts.statements import StatementSummary, summary
from .parts.unproved import Unproved, unproved

_LIST = "verify"
_OF_TRANSLATIONS = ("translated", "compared")


@dataclass(frozen=True, slots=True)
class Line:
    """What the page tells of a report in one line: its counts, a number set down as no quantity, or a commitment.

    Of the second there are the block, the number and the reason, of the third the statement.
    """

    report: str
    number: tuple[str, str, str] | None = None
    statement: Statement | None = None


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
    """What was checked in this build, what no build can prove, what was waived; `silent` says why there is nothing.

    Where the lines of texts stand on pages of parts, `parts` lead to them, and the texts that are here are the latest;
    `near` leads from a part to the others.
    """

    title: Markup
    introduction: Markup
    totals: tuple[Total, ...]
    unproved: tuple[Unproved, ...]
    evidence: tuple[EvidenceWord, ...]
    columns: tuple[Markup, ...]
    reports: tuple[TallyRow, ...]
    waivers: tuple[Waiver, ...]
    modals: tuple[ModalByHand, ...]
    silent: Markup
    parts: tuple[WayTo, ...] = ()
    near: Near | None = None


def verify_pages(context: PageContext) -> Iterator[Page]:
    """The verify page, and those of the parts of its lists."""
    for _, names, _ in places_of(context.site.once(_parts)):
        frame = part_frame(context, (_LIST,), context.words("nav.verify"), names)
        yield Page("verify.html", frame, deferred(_view, context, names))


def _parts(site: Corpus) -> dict[str, Placed[Line]]:
    """The lines of all texts; where they are many, by district, decade and year of the texts."""
    keys: tuple[Key[Line], ...] = by_text(lambda one: site.reports[one.report])
    return placed([(_LIST, split(tuple(_lines(site.in_order)), keys, ROOMS["lines"]))])


def _lines(reports: Sequence[Report]) -> Iterator[Line]:
    """What is told of each text: numbers for which an editor gave another reason than the parser's own, commitments for
    which one gave another word than their sentences give.
    """
    for report in reports:
        yield Line(report.id)
        for n in report.numbers:
            if n.reason and n.reason != n.number.reason:
                yield Line(report.id, number=(n.block, n.number.text, n.reason))
        for statement in report.statements:
            if statement.modal != statement.modal_of_words:
                yield Line(report.id, statement=statement)


def _view(context: PageContext, names: tuple[str, ...]) -> VerifyView:
    here, title = context.site.once(_parts)[place_in(_LIST, names)], context.words("nav.verify")
    part, reports = here.part, context.site.reports
    told = [line for line in part.items if not line.number and not line.statement]
    shown = latest(told, lambda line: reports[line.report], min(LATEST_ROWS, ROOMS["texts"])) if part.parts else told
    tallies = [_tally(context, reports[line.report]) for line in shown]
    rows = (
        TallyRow(context.report_of_several(reports[line.report]), tuple(f"{count:,}" for count in tally.values()))
        for line, tally in zip(shown, tallies, strict=True)
    )
    lines = () if part.parts else part.items
    return VerifyView(
        context.marked(part_title(context, title, names)),
        Markup("") if names else introduction(context, "verify", context.path(_LIST)),
        () if names else tuple(_totals(context)),
        () if names else tuple(unproved(context)),
        () if names else evidence_tally(context, context.site.followed.values()),
        tuple(context.word(f"tally.{name}") for name in tallies[0]) if tallies else (),
        tuple(rows),
        tuple(_waivers(context, lines)),
        tuple(_modals_by_hand(context, lines)),
        Markup("") if names else silence_of_all(context),
        ways_to_parts(context, (_LIST,), part, lambda lines: _texts(context, lines)),
        near_of(context, (_LIST,), title, here),
    )


def _texts(context: PageContext, lines: Sequence[Line]) -> Markup:
    """The way to some lines: of how many texts they tell."""
    return context.word("texts.all", count=len({line.report for line in lines}))


def _tally(context: PageContext, report: Report) -> dict[str, int]:
    """What was checked of a report, counted; of a translation nothing on a site that has none."""
    counts = report_tally(report)
    return {name: counts[name] for name in counts if context.bilingual or name not in _OF_TRANSLATIONS}


def _totals(context: PageContext) -> Iterator[Total]:
    counted = context.site.once(totals)
    for name in ("quotes", "figures", "characters", "numbers", "mentions", "links", "absences"):
        count = counted.get("source" if name == "characters" else name, 0)
        yield Total(context.word(f"verify.{name}"), f"{count:,}")


def _waivers(context: PageContext, lines: Sequence[Line]) -> Iterator[Waiver]:
    """The numbers for which an editor gave another reason than the parser's own."""
    for line in lines:
        if line.number:
            report, (block, text, reason) = context.site.reports[line.report], line.number
            name = f"{context.district_name(report.district)} · {context.plain(report.short)}"
            where = context.marked(f"{name}{context.words('list.semicolon')}{context.block_name(block)}")
            yield Waiver(where, text, context.word(f"number.{reason}"))


def _modals_by_hand(context: PageContext, lines: Sequence[Line]) -> Iterator[ModalByHand]:
    """The commitments whose word an editor gave against the words of their sentence."""
    for line in lines:
        if one := line.statement:
            said, found = (_modal(context, word) for word in (one.modal, one.modal_of_words))
            yield ModalByHand(summary(context, one), said, found)


def _modal(context: PageContext, word: str) -> Markup:
    named = context.marked(word) if word else context.word("verify.no-word")
    open, close = context.word("list.open"), context.word("list.close")
    return filled("{}{}{}{}", named, open, context.word(f"strength.{strength_of(word)}"), close)
