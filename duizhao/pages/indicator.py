"""An indicator's page: its definition, its chart, and every figure with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..content.locale import unit_words
from ..content.records import Indicator
from ..corpus.join import Observation
from .charts import Chart, chart_of
from .context import PageContext
from .frame import Link, Page, deferred
from .parts.cells import caution_of, printed, silence
from .parts.statements import StatementSummary, summaries, summary
from .parts.threads.words import ThreadView, thread_view


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """One observation of an indicator; `refusal` says why it may not be compared, where it may not."""

    period: Markup
    district: Link
    wording: Markup
    printed: str
    aspect: Markup
    scope: Markup
    statement: StatementSummary
    refusal: Markup


@dataclass(frozen=True, slots=True)
class RefusedFigures:
    """Figures of what an indicator counts that may not stand under it: why, and the statement that gives them."""

    because: Markup
    statements: tuple[StatementSummary, ...]


@dataclass(frozen=True, slots=True)
class SilentDistrict:
    """A district without a figure of the indicator: those that may not stand under it, or why there is none."""

    district: Link
    silent: Markup
    refused: tuple[RefusedFigures, ...]


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator page."""

    title: Markup
    title_zh: str
    definition: Markup
    unit: Markup
    comparison: Markup
    theme: Link
    rows: tuple[ObservationRow, ...]
    chart: Chart | None
    thread: ThreadView | None
    silent: tuple[SilentDistrict, ...]


def indicator_pages(context: PageContext) -> Iterator[Page]:
    """A page for each indicator."""
    for indicator in context.site.library.indicators:
        frame = context.frame(
            ("indicators", indicator.id), context.plain(indicator.name), "indicators", (context.page("indicators"),)
        )
        yield Page("indicator.html", frame, deferred(_view, context, indicator))


def _view(context: PageContext, indicator: Indicator) -> IndicatorView:
    observed = context.site.observations[indicator.id]
    rows = (_row(context, observation) for observation in observed)
    return IndicatorView(
        context.localized(indicator.name),
        context.other_name(indicator.name),
        context.localized(indicator.definition),
        context.word("indicator.unit", unit=unit_words(indicator.unit, context.language)),
        context.localized(indicator.comparison),
        context.theme(indicator.theme),
        tuple(rows),
        chart_of(context, indicator, [o for o in observed if not caution_of(context, o)]),
        thread_view(context, "indicator", indicator.id),
        tuple(_silent(context, indicator)),
    )


def _silent(context: PageContext, indicator: Indicator) -> Iterator[SilentDistrict]:
    for district in context.site.districts:
        if not context.site.observations_in[indicator.id, district]:
            refused = tuple(
                RefusedFigures(
                    context.localized(one.because), summaries(context, [context.site.statements[one.statement]])
                )
                for one in context.site.elsewhere_in[indicator.id, district]
            )
            silent = Markup("") if refused else silence(context, context.site.by_date(district))
            yield SilentDistrict(context.district(district), silent, refused)


def _row(context: PageContext, observation: Observation) -> ObservationRow:
    measure, statement = observation.measure, observation.statement
    scope = context.plain(measure.scope) or context.words("scope.district")
    what = context.plain(measure.what)
    return ObservationRow(
        context.time_of(measure),
        context.district(context.site.reports[statement.report].district),
        context.marked(context.quantity(measure)),
        printed(context, measure.figure),
        context.word(f"aspect.{measure.aspect}"),
        context.marked(f"{what}{context.words('list.semicolon')}{scope}" if what else scope),
        _sentence(context, observation),
        caution_of(context, observation),
    )


def _sentence(context: PageContext, observation: Observation) -> StatementSummary:
    """The statement of an observation, with what limits its other figures: its own stands beside it in the row."""
    statement, measure = observation.statement, observation.measure
    whole = summary(context, statement)
    alike = all(one.scope == measure.scope for one in statement.measures)
    others = (c.because for c in context.site.cautions_of[statement.full_id] if c.indicator != measure.indicator)
    caution = Markup(" ").join(context.localized(because) for because in dict.fromkeys(others))
    return replace(whole, scope=Markup("") if alike else whole.scope, caution=caution)
