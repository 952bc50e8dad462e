"""Threads: what all texts say of one indicator or initiative, in the order of time, each district by itself.

How a thread is drawn and said is left to the pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..content.records import Measure, Report, Statement
from ..content.schema import Bilingual
from ..content.vocabulary import COMMITMENTS
from ..text.period import Period
from .join import Corpus


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement at one time that it speaks of, with the figures of the thread's indicator that it states of it.

    `period` is None where no time is stated; `period_basis` says whether the text prints it.
    """

    statement: Statement
    report: Report
    measures: tuple[Measure, ...]
    period: Period | None
    period_basis: str

    @property
    def promises(self) -> bool:
        """True of what commits to something."""
        return self.statement.kind in COMMITMENTS

    @property
    def said(self) -> date:
        """The day on which it was said: of a date that names no day, the middle of what it names."""
        first, last = self.report.date.first_day, self.report.date.last_day
        return first + (last - first) / 2

    @property
    def end(self) -> date:
        """The last day that it speaks of; of what has no time, the day on which it was said."""
        return self.period.last_day if self.period else self.said


@dataclass(frozen=True, slots=True)
class Strand:
    """What the texts of one district say in a thread, in the order of time."""

    district: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """One matter through the years: an indicator or an initiative by its id, its main theme, its strands."""

    kind: str
    subject: str
    name: Bilingual
    theme: str
    strands: tuple[Strand, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for strand in self.strands for mark in strand.marks)

    @property
    def statements(self) -> int:
        """How many statements it has; one of several times counts once."""
        return len({mark.statement.full_id for mark in self.marks})

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that it speaks of or is spoken in."""
        marks = self.marks
        firsts = (mark.period.first_day if mark.period and not mark.promises else mark.said for mark in marks)
        return min(firsts).year, max(max(mark.end, mark.said) for mark in marks).year

    @property
    def latest(self) -> tuple[date, date]:
        """When it was last spoken of, and the last day that it speaks of."""
        return max(mark.said for mark in self.marks), max(mark.end for mark in self.marks)


def threads_of(site: Corpus) -> Iterator[Thread]:
    """Every thread there is: of the indicators, then of the initiatives, as the library lists them."""
    for kind, subjects in (("indicator", site.indicators), ("initiative", site.initiatives)):
        for subject in subjects:
            if thread := thread_of(site, kind, subject):
                yield thread


def thread_of(site: Corpus, kind: str, subject: str, district: str = "") -> Thread | None:
    """The thread of an indicator or an initiative, or its strand of one district; None where there is no thread.

    It is one where two statements speak at two times: two texts, or two times that are spoken of. What one text says of
    one year is none.
    """
    if not site.once(_speaking_twice)[f"{kind} {subject}"]:
        return None
    marks = [*(_figures(site, subject, district) if kind == "indicator" else _words(site, subject))]
    name = (site.indicators if kind == "indicator" else site.initiatives)[subject].name
    told = ((one, _in_time(marks, one)) for one in ((district,) if district else site.districts))
    strands = tuple(Strand(one, mine) for one, mine in told if mine)
    return Thread(kind, subject, name, _theme(site, kind, subject), strands)


def _speaking_twice(site: Corpus) -> dict[str, bool]:
    """Of each indicator and initiative whether two statements speak of it at two times."""
    marks = {f"indicator {name}": _figures(site, name) for name in site.indicators}
    marks |= {f"initiative {name}": _words(site, name) for name in site.initiatives}
    return {name: _is_thread([*every]) for name, every in marks.items()}


def _is_thread(marks: Sequence[Mark]) -> bool:
    times = {(mark.report.date, mark.period and mark.period.days) for mark in marks}
    return len(times) > 1 and len({mark.statement.full_id for mark in marks}) > 1


def _figures(site: Corpus, indicator: str, district: str = "") -> Iterator[Mark]:
    """Each statement of an indicator once for each time of its figures."""
    found: dict[tuple[str, Period | None, str], list[Measure]] = {}
    for observed in site.observations_in[indicator, district] if district else site.observations[indicator]:
        measure = observed.measure
        found.setdefault((observed.statement.full_id, measure.period, measure.period_basis), []).append(measure)
    for (full_id, period, basis), measures in found.items():
        statement = site.statements[full_id]
        yield Mark(statement, site.reports[statement.report], tuple(measures), period, basis)


def _words(site: Corpus, initiative: str) -> Iterator[Mark]:
    """Each statement of an initiative once for each time that it speaks of."""
    for statement in site.statements_of_initiative[initiative]:
        report = site.reports[statement.report]
        if not statement.times:
            yield Mark(statement, report, (), None, "")
        yield from (Mark(statement, report, (), time.period, time.period_basis) for time in statement.times)


def _in_time(marks: Sequence[Mark], district: str) -> tuple[Mark, ...]:
    mine = (mark for mark in marks if mark.report.district == district)
    return tuple(sorted(mine, key=lambda mark: (mark.end, mark.said, mark.statement.report, mark.statement.start)))


def _theme(site: Corpus, kind: str, subject: str) -> str:
    """The theme under which a thread is listed: an indicator's own, the one that most words on an initiative have."""
    if kind == "indicator":
        return site.indicators[subject].theme
    return Counter(s.themes[0] for s in site.statements_of_initiative[subject]).most_common(1)[0][0]
