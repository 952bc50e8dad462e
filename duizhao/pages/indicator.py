"""An indicator's page: its definition, its chart, and every figure with its sentence; many on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..content.locale import unit_words
from ..content.places import sort_of_place
from ..content.records import Indicator
from ..corpus.join import Corpus
from ..corpus.observing import Observation
from .charts import Chart, charts_of, why_no_chart
from .context import PageContext
from .frame import Link, Page, deferred
from .parts.cells import caution_of, printed, silence
from .parts.folds import Fold, folds_of
from .parts.many_charts import SmallCharts, small_charts
from .parts.splits import (
    ROOMS,
    Near,
    Part,
    Placed,
    WayTo,
    by_text,
    latest,
    near_of,
    part_title,
    place_in,
    placed,
    places_of,
    split,
    ways_to_parts,
)
from .parts.statements import StatementSummary, bytes_of_words, summaries, summary
from .parts.subject import description_of, subject_frame
from .parts.threads.words import ThreadView, thread_of_fold, thread_view

_OF_A_PART = 2  # figures of a part that the page above it shows
_A_FIGURE = 2300  # about how many bytes a figure has beside its words: drawn, in words and in the table


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
class FiguresHeld:
    """The figures of a fold, and what its texts say in the thread of the indicator."""

    rows: tuple[ObservationRow, ...]
    thread: ThreadView | None


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator page, or that of a part of its figures; where these are many, `small` has a chart for each district
    and `parts` lead to all figures: the rows are then the latest of each part. Where parts stand on the page of a part
    they are its `folds`, and it has no other rows. `near` leads from a part to the others, `description` says for
    other sites what the page shows.
    """

    title: Markup
    title_zh: str
    description: str
    definition: Markup
    unit: Markup
    comparison: Markup
    theme: Link
    rows: tuple[ObservationRow, ...]
    charts: tuple[Chart, ...]
    no_chart: Markup
    small: SmallCharts | None
    thread: ThreadView | None
    silent: tuple[SilentDistrict, ...]
    parts: tuple[WayTo, ...]
    folds: tuple[Fold[FiguresHeld], ...]
    near: Near | None


def indicator_pages(context: PageContext) -> Iterator[Page]:
    """A page for each indicator, and for each part of one with too many figures for one page."""
    for name, names, _ in places_of(context.site.once(_figures)):
        indicator = context.site.indicators[name]
        frame = subject_frame(context, "indicators", indicator.id, context.plain(indicator.name), names)
        yield Page("indicator.html", frame, deferred(_view, context, indicator, names))


def _figures(site: Corpus) -> dict[str, Placed[Observation]]:
    """The figures of each indicator; where they are many, by district, decade and year of the texts."""
    return placed((one.id, _split(site, one)) for one in site.library.indicators)


def _split(site: Corpus, indicator: Indicator) -> Part[Observation]:
    reports, observed = site.reports, site.observations[indicator.id]
    if len(observed) > ROOMS["figures"]:
        observed = tuple(o for district in site.districts for o in site.observations_in[indicator.id, district])
    return split(observed, by_text(lambda one: reports[one.statement.report]), ROOMS["figures"], weight=_weight)


def _weight(observation: Observation) -> int:
    """About how many bytes a figure has in its table, and its statement in a thread."""
    return _A_FIGURE + 2 * bytes_of_words(observation.statement)


def _view(context: PageContext, indicator: Indicator, names: tuple[str, ...]) -> IndicatorView:
    base, name = ("indicators", indicator.id), context.plain(indicator.name)
    here = context.site.once(_figures)[place_in(indicator.id, names)]
    part = here.part
    are_many = bool(part.parts) and not names
    small = small_charts(context, indicator, part.items) if are_many else None
    charts = () if are_many else charts_of(context, indicator, part.items)
    shown = part.items if part.is_one_list else _latest(context, part)
    return IndicatorView(
        context.marked(part_title(context, name, names)),
        "" if names else context.other_name(indicator.name),
        description_of(context, "indicators", part_title(context, name, names), len(part.items)),
        context.localized(indicator.definition),
        context.word("indicator.unit", unit=unit_words(indicator.unit, context.language)),
        context.localized(indicator.comparison),
        context.theme(indicator.theme),
        tuple(_row(context, observation) for observation in shown),
        charts,
        Markup("") if small or charts else why_no_chart(context, indicator, part.items),
        small,
        thread_view(context, "indicator", indicator.id, names) if part.is_one_list else None,
        () if names else tuple(_silent(context, indicator)),
        ways_to_parts(context, base, part),
        tuple(folds_of(context, part, lambda one: _held(context, indicator, one))),
        near_of(context, base, name, here),
    )


def _held(context: PageContext, indicator: Indicator, fold: Part[Observation]) -> FiguresHeld:
    rows = tuple(_row(context, observation) for observation in fold.items)
    return FiguresHeld(rows, thread_of_fold(context, "indicator", indicator.id, fold.names))


def _latest(context: PageContext, part: Part[Observation]) -> tuple[Observation, ...]:
    """The latest figures of each part."""
    reports = context.site.reports
    shown = (latest(one.items, lambda o: reports[o.statement.report], _OF_A_PART) for one in part.parts)
    return tuple(observation for mine in shown for observation in mine)


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
    district = context.site.districts[context.site.reports[statement.report].district]
    scope = context.plain(measure.scope) or context.words(f"scope.{sort_of_place(district.name.zh)}")
    what = context.plain(measure.what)
    return ObservationRow(
        context.time_of(measure),
        context.district(district.id),
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
