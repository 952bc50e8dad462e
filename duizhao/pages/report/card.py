"""The card of a statement: all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Statement
from ...content.vocabulary import COMMITMENTS
from ...corpus.observing import Observation
from ..context import PageContext
from ..frame import TAGS, Link, Wording
from ..parts.answers import later_links, row_path
from ..parts.cells import caution_of
from ..parts.statements import MeasureView, StatementSummary, measure_view, source_line, summary

OTHERS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class PartOf:
    """The headline task that a statement stands under; `lang` is '' where its words are in the page's language."""

    path: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class FollowLink:
    """What kind of evidence there is of a promise, the way to its row, and the ways to its later words."""

    evidence: Markup
    link: Link
    later: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OtherFigure:
    """A figure of the same indicator in another statement, by the indicator, and what it must not be read without."""

    text: Markup
    path: str
    time: Markup
    scope: Markup
    caution: Markup


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of one statement, and the way to it in its text.

    Of its quote and its gloss `lead` is the one in the page's language. `basis` says whether its `time` is printed, ''
    without one, so that no mark need say it; addresses with the ids of `formerly` lead to it, too.
    """

    summary: StatementSummary
    anchor: str
    path: str
    block: str
    lead: Wording
    second: Wording
    by_label: Markup
    time: Markup
    basis: Markup
    formerly: tuple[str, ...]
    is_promise: bool
    modal: str
    measures: tuple[MeasureView, ...]
    themes: tuple[Link, ...]
    initiatives: tuple[Link, ...]
    others: tuple[OtherFigure, ...]
    part_of: PartOf | None
    voice: Markup
    note: Markup
    follow: FollowLink | None
    headline: bool


def card(context: PageContext, statement: Statement) -> Card:
    """All that is known of one statement."""
    quote, gloss = _quote(statement), Markup.escape(context.english(statement.gloss) or "")
    english = context.language == "en"
    promise = statement.kind in COMMITMENTS
    return Card(
        summary=summary(context, statement),
        anchor=statement.id,
        path=context.statement_path(statement),
        block=statement.block,
        lead=Wording(context.marked(statement.gloss), "") if english else quote,
        second=quote if english else Wording(gloss, TAGS["en"]),
        by_label=context.word("card.by" if promise else "card.period"),
        time=context.marked(context.plain_time_of(statement)),
        basis=context.word(f"basis.{statement.period_basis}") if statement.period else Markup(""),
        formerly=statement.formerly,
        is_promise=promise,
        modal=statement.modal,
        measures=tuple(measure_view(context, measure) for measure in statement.measures),
        themes=tuple(context.theme(theme) for theme in statement.themes),
        initiatives=tuple(context.initiative(name) for name in context.site.initiatives_of[statement.full_id]),
        others=_others(context, statement),
        part_of=_part_of(context, statement),
        voice=context.localized(statement.voice),
        note=context.localized(statement.note),
        follow=_follow(context, statement),
        headline=statement.headline,
    )


def _quote(statement: Statement) -> Wording:
    return Wording(Markup.escape(statement.quote), TAGS["zh"])


def _part_of(context: PageContext, statement: Statement) -> PartOf | None:
    siblings = context.site.reports[statement.report].statements
    headline = next((s for s in siblings if s.id == statement.part_of), None)
    if headline is None:
        return None
    wording = Wording(context.marked(headline.gloss), "") if context.language == "en" else _quote(headline)
    return PartOf(context.statement_path(headline), wording)


def _follow(context: PageContext, statement: Statement) -> FollowLink | None:
    followed = context.site.followed.get(statement.full_id)
    if not followed or not context.site.later(context.site.reports[statement.report]):
        return None
    if statement.kind == "task" and followed.follow_up is None:
        return None  # a line among those not checked says no more than the card
    link = Link(context.word("card.follow"), row_path(context, followed))
    return FollowLink(context.word(f"evidence.{followed.evidence}"), link, later_links(context, followed))


def _others(context: PageContext, statement: Statement) -> tuple[OtherFigure, ...]:
    """Other statements of the same indicators, the first few of them."""
    figures, found = context.once(_first_figures), dict[str, OtherFigure]()
    for measure in statement.measures:
        for name, figure in figures.get(measure.indicator, ()):
            if len(found) == OTHERS_SHOWN:
                break
            if name != statement.full_id:
                found.setdefault(name, figure)
    return tuple(found.values())


def _first_figures(context: PageContext) -> dict[str, tuple[tuple[str, OtherFigure], ...]]:
    """By indicator the first statements of it with their figures: as many as any one statement may show, and itself."""
    found: dict[str, tuple[tuple[str, OtherFigure], ...]] = {}
    for indicator, observations in context.site.observations.items():
        first: dict[str, Observation] = {}
        for one in observations:
            first.setdefault(one.statement.full_id, one)
            if len(first) > OTHERS_SHOWN:
                break
        found[indicator] = tuple((name, _other(context, one)) for name, one in first.items())
    return found


def _other(context: PageContext, other: Observation) -> OtherFigure:
    text = context.word(
        "card.other",
        place=source_line(context, other.statement),
        name=context.plain(context.site.indicators[other.measure.indicator].name),
        figure=context.quantity(other.measure),
    )
    path, scope = context.statement_path(other.statement), context.localized(other.measure.scope)
    return OtherFigure(text, path, context.time_of(other.measure), scope, caution_of(context, other))
