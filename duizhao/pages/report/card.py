"""The card of a statement: all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from markupsafe import Markup

from ...content.left_out import check_of
from ...content.records import Report, Statement
from ...content.vocabulary import CHECKS, COMMITMENTS
from ...corpus.observing import Observation
from ..context import PageContext
from ..frame import TAGS, Link, Wording
from ..markup import foreign
from ..parts.answers import later_links, row_path
from ..parts.cells import caution_of
from ..parts.statements import MeasureView, StatementSummary, measure_view, source_line, summary

OTHERS_SHOWN = 6
_YEARS = 5  # texts of so many years have the same statements near them


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
class CheckedFigures:
    """The figures of a statement of which the same was checked; `agreed` is true of those that were entered, too."""

    said: Markup
    agreed: bool
    measures: tuple[MeasureView, ...]


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
    checked: tuple[CheckedFigures, ...]
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
    quote, gloss = _quote(statement), foreign(context.english(statement.gloss) or "", "en")
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
        basis=context.basis_of(statement),
        formerly=statement.formerly,
        is_promise=promise,
        modal=statement.modal,
        measures=tuple(measure_view(context, measure) for measure in statement.measures),
        checked=tuple(_checked(context, statement)),
        themes=tuple(context.theme(theme) for theme in statement.themes),
        initiatives=tuple(context.initiative(name) for name in context.site.initiatives_of[statement.full_id]),
        others=_others(context, statement),
        part_of=_part_of(context, statement),
        voice=context.localized(statement.voice),
        note=context.localized(statement.note),
        follow=_follow(context, statement),
        headline=statement.headline,
    )


def _checked(context: PageContext, statement: Statement) -> Iterator[CheckedFigures]:
    """The figures of a statement by what was checked of them."""
    for check in CHECKS:
        measures = [measure for measure in statement.measures if check_of(statement, measure) == check]
        if measures:
            views = tuple(measure_view(context, measure) for measure in measures)
            yield CheckedFigures(context.word(f"card.{check}"), check == "re-read", views)


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
    """Other statements of the same indicators, a few of them."""
    report = context.site.reports[statement.report]
    figures, found = context.once(_near_figures), dict[str, OtherFigure]()
    for measure in statement.measures:
        for name, figure in figures.get(_near_key(measure.indicator, report), ()):
            if len(found) == OTHERS_SHOWN:
                break
            if name != statement.full_id:
                found.setdefault(name, figure)
    return tuple(found.values())


def _near_key(indicator: str, report: Report) -> str:
    return f"{indicator} {report.district} {_year(report) // _YEARS}"


def _year(report: Report) -> int:
    return report.date.first_day.year


def _near_figures(context: PageContext) -> dict[str, tuple[tuple[str, OtherFigure], ...]]:
    """By indicator, district and years what is stated of it near there: as much as any statement may show, and itself.

    Near is first what the same district says, and then what is said about the middle of these years; all in the order
    in which the indicator's own page has it. So a text changes no card of texts that are far from it.
    """
    found: dict[str, tuple[tuple[str, OtherFigure], ...]] = {}
    for indicator, observations in context.site.observations.items():
        first: dict[str, Observation] = {}
        for one in observations:
            first.setdefault(one.statement.full_id, one)
        said = {name: context.site.reports[one.statement.report] for name, one in first.items()}
        made: dict[str, OtherFigure] = {}
        for report in {_near_key(indicator, report): report for report in said.values()}.values():
            for name in (near := _nearest(said, report)):
                made[name] = made.get(name) or _other(context, first[name])
            found[_near_key(indicator, report)] = tuple((name, made[name]) for name in near)
    return found


def _nearest(said: Mapping[str, Report], own: Report) -> list[str]:
    """Of statements with their reports those that are told nearest to one, in their order: one more than are shown."""
    middle = _year(own) // _YEARS * _YEARS + _YEARS // 2

    def distance(name: str) -> tuple[bool, int]:
        return said[name].district != own.district, abs(_year(said[name]) - middle)

    at_home = [name for name in said if said[name].district == own.district]
    names = at_home if len(at_home) > OTHERS_SHOWN else [*said]  # nobody else is nearer
    near = {*nsmallest(OTHERS_SHOWN + 1, names, key=distance)}
    return [name for name in names if name in near]


def _other(context: PageContext, other: Observation) -> OtherFigure:
    text = context.word(
        "card.other",
        place=source_line(context, other.statement),
        name=context.plain(context.site.indicators[other.measure.indicator].name),
        figure=context.quantity(other.measure),
    )
    path, scope = context.statement_path(other.statement), context.localized(other.measure.scope)
    return OtherFigure(text, path, context.time_of(other.measure), scope, caution_of(context, other))
