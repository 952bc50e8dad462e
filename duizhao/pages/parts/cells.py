"""A figure of an indicator in a table cell, and why a place may hold none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...content.vocabulary import COMMITMENTS
from ...corpus.observing import Observation
from ..context import PageContext


@dataclass(frozen=True, slots=True)
class IndicatorCell:
    """A figure with its statement and its time and scope; `printed` are the characters of the report where the page
    says the figure in another language, and `caution` says why it may not be compared, where it may not.
    """

    wording: Markup
    printed: str
    path: str
    kind: str
    note: Markup
    caution: Markup


def indicator_cell(context: PageContext, observation: Observation) -> IndicatorCell:
    """An observation for a table cell, with its period and, where it has one, its scope."""
    measure = observation.measure
    note = filter(None, (context.time_of(measure), context.localized(measure.scope)))
    return IndicatorCell(
        context.marked(context.quantity(measure)),
        printed(context, measure.figure),
        context.statement_path(observation.statement),
        observation.statement.kind,
        context.word("list.semicolon").join(note),
        caution_of(context, observation),
    )


def caution_of(context: PageContext, observation: Observation) -> Markup:
    """Why an observation may not be compared with the others of its indicator; empty where it may."""
    cautions = context.site.cautions_of[observation.statement.full_id]
    return context.localized(next((c.because for c in cautions if c.indicator == observation.measure.indicator), None))


def latest(context: PageContext, indicator: str, district: str, *, past: bool) -> Observation | None:
    """The latest result of an indicator that a district's texts state, or where not `past` the latest target.

    The latest is that of the last period, of those that may be compared; one that may not, and one that states no
    time, only where there is no other. A result here is whatever commits to nothing: a situation, too.
    """
    return _latest(context, context.site.observations_in[indicator, district], past=past)


def latest_of_all(context: PageContext, indicator: str) -> Observation | None:
    """The same of all districts: the latest result, or where no text states one, the latest target."""
    stated = context.site.observations[indicator]
    return _latest(context, stated, past=True) or _latest(context, stated, past=False)


def _latest(context: PageContext, stated: Sequence[Observation], *, past: bool) -> Observation | None:
    mine = [one for one in stated if (one.statement.kind not in COMMITMENTS) == past]
    compared = [one for one in mine if not caution_of(context, one)]
    dated = [one for one in compared if one.measure.period]
    return next(reversed(dated or compared or mine), None)


def printed(context: PageContext, figure: str) -> str:
    """A figure's characters, where the page says it in another language; '' on a Chinese page."""
    return figure if context.language == "en" else ""


def silence(context: PageContext, reports: Sequence[Report]) -> Markup:
    """Why a district has nothing in a place: no text, not all of it read, or nothing stated in the texts there are."""
    return _silence(context, reports) if reports else context.word("silent.no-text")


def silence_of_all(context: PageContext) -> Markup:
    """The same of all districts together."""
    reports = context.site.in_order
    return _silence(context, reports) if reports else context.word("silent.no-texts")


def are_read(reports: Iterable[Report]) -> bool:
    """True where each report has been read as a whole, so that what it does not state can be told."""
    return all(report.fully_read for report in reports)


def unread_note(context: PageContext) -> Markup:
    """How many of all texts are not read as a whole, beside what is gathered of all; nothing where each is."""
    reports = context.site.in_order
    unread = sum(not report.fully_read for report in reports)
    if not unread:
        return Markup("")
    return context.word("silent.some", count=unread, all=context.words("count.reports", count=len(reports)))


def silence_of_one(context: PageContext, report: Report) -> Markup:
    """The same of one report."""
    return context.word("silent.this" if report.fully_read else "silent.not-read")


def _silence(context: PageContext, reports: Sequence[Report]) -> Markup:
    if not are_read(reports):
        return context.word("silent.not-read")
    return context.word("silent.one" if len(reports) == 1 else "silent.many", count=len(reports))
