"""The time line: year by year the texts, what stood behind them, what they tell of the year, what falls due in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Background
from ..content.times import last_years_of
from .context import PageContext
from .frame import Link, Page
from .parts.cells import silence_of_all


@dataclass(frozen=True, slots=True)
class TextOfAYear:
    """A text with its district and its date, and that it is not wholly read, where it is not."""

    report: Link
    remark: Markup


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: what stood behind the texts, the texts, results told of it and targets due in it, by district."""

    year: str
    background: tuple[Markup, ...]
    texts: tuple[TextOfAYear, ...]
    told: tuple[Markup, ...]
    due: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The years in which something stands; `open` counts the targets without a date, '' where there are none.

    Of a year a list of more than `most` is folded.
    """

    rows: tuple[YearRow, ...]
    most: int
    background: bool
    open: Markup
    silent: Markup


# So many lines a time line has in all before what is more than a few of them is folded: some twenty screens of a phone.
LINES, FEW = 500, 4
# By year and district.
_Counts = Counter[tuple[int, str]]


def timeline_page(context: PageContext) -> Page:
    """The time line."""
    site = context.site
    told, due, undated = _Counts(), _Counts(), 0
    for report in site.in_order:
        for statement in report.statements:
            counts = {"target": due, "result": told}.get(statement.kind)
            undated += statement.kind == "target" and not statement.times
            if counts is not None:
                counts.update((year, report.district) for year in last_years_of(statement.times))
    # A text takes two lines.
    is_long = len(told) + len(due) + 2 * len(site.library.reports) > LINES
    years = {year for year, _ in (*told, *due)} | {report.date.start.year for report in site.in_order}
    years |= set(_years_of_background_alone(site.library.site.background, years)) if years else set()
    view = TimelineView(
        tuple(_row(context, year, told, due) for year in sorted(years)),
        FEW if is_long else LINES,
        bool(site.library.site.background),
        context.word("timeline.open", count=undated) if undated else Markup(""),
        silence_of_all(context),
    )
    title, said = context.words("nav.timeline"), context.words("timeline.lede")
    return Page("timeline.html", context.frame(("timeline",), title, "timeline", description=said), view)


def _years_of_background_alone(background: Iterable[Background], years: Collection[int]) -> Iterator[int]:
    """The years of what stood behind the texts in none of the years in which something else stands."""
    for one in background:
        own = range(one.period.start.year, one.period.last_year + 1)
        if not any(year in own for year in years):
            yield from own


def _row(context: PageContext, year: int, told: _Counts, due: _Counts) -> YearRow:
    background = context.site.library.site.background
    return YearRow(
        str(year),
        tuple(context.localized(b.name) for b in background if b.period.start.year <= year <= b.period.last_year),
        tuple(_texts(context, year)),
        tuple(
            context.word("timeline.results", district=context.district_name(district), count=told[year, district])
            for district in context.site.districts
            if told[year, district]
        ),
        tuple(_due(context, year, due)),
    )


def _texts(context: PageContext, year: int) -> Iterator[TextOfAYear]:
    for report in context.site.in_order:
        if report.date.start.year == year:
            remark = [context.district_name(report.district), context.date(report)]
            if not report.fully_read:
                remark.append(context.words("silent.not-read"))
            yield TextOfAYear(context.report(report), context.marked(context.words("list.comma").join(remark)))


def _due(context: PageContext, year: int, due: _Counts) -> Iterator[Link]:
    for district in context.site.districts:
        if count := due[year, district]:
            words = context.word("timeline.targets", district=context.district_name(district), count=count)
            yield Link(words, f"{context.path('targets')}?district={district}&due={year}")
