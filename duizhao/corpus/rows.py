"""What each report gives to the maps of the corpus, kept by who joins again and again: most reports are as they were.

How the rows of all reports make the maps is left to `join`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import is_
from typing import TypeVar

from ..content.follow_up import FollowUp
from ..content.gathered import Mention
from ..content.records import Block, Content, Indicator, Report, Statement
from ..text.numbers import Number
from .following import Spoken, TrackedPromise, followed_of, spoken_in
from .mentions import Wordings, has_mentions, mentions_kept
from .observing import Observation, last_day
from .rewordings import Places, RewordedPromise, rewordings_of

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_InBlock = tuple[str, str]  # by report and block
_Kinds = tuple[Wordings, Wordings]  # of initiatives and of terms


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRows:
    """What a report gives by itself, by full ids, blocks, themes and initiatives in its own order; mentions in that of
    the text.

    `named` are its mentions as they are found: of initiatives, then of terms. `observed` are its observations, each
    with what it is sorted by before and after its district and date.
    """

    report: Report
    statements: Mapping[str, Statement]
    blocks: Mapping[_InBlock, Block]
    statements_in_block: Mapping[_InBlock, tuple[Statement, ...]]
    numbers_in_block: Mapping[_InBlock, tuple[Number, ...]]
    named: tuple[tuple[Mention, ...], tuple[Mention, ...]]
    mentions: tuple[Mention, ...]
    mentions_in_block: Mapping[_InBlock, tuple[Mention, ...]]
    initiatives_of: Mapping[str, tuple[str, ...]]
    of_theme: Mapping[str, tuple[Statement, ...]]
    of_initiative: Mapping[str, tuple[Statement, ...]]
    renamed: Mapping[str, str]
    observed: tuple[tuple[tuple[bool, date], int, Observation], ...]


@dataclass(frozen=True, slots=True)
class PromiseRows:
    """What became of the promises of a report, and the reports, follow-ups and indicators that this rests on, as
    objects.
    """

    rests_on: tuple[object, ...]
    followed: tuple[TrackedPromise, ...]
    rewordings: tuple[RewordedPromise, ...]


@dataclass(slots=True)
class Rows:
    """The rows of the reports of a library, by their ids: those of the last one, where the reports are the same."""

    _kinds: _Kinds | None = None
    _of_reports: dict[str, ReportRows] = field(default_factory=dict)
    _of_promises: dict[str, PromiseRows] = field(default_factory=dict)

    def of_reports(self, reports: Iterable[Report], kinds: _Kinds) -> tuple[ReportRows, ...]:
        """What each report gives by itself, with the words by which a text names initiatives and terms."""
        before, alike = self._of_reports, kinds == self._kinds
        found = tuple(_kept(before, report, alike=alike) or _rows_of(report, kinds) for report in reports)
        self._kinds, self._of_reports = kinds, {one.report.id: one for one in found}
        return found

    def of_promises(
        self,
        library: Content,
        reports: Mapping[str, Report],
        statements: Mapping[str, Statement],
        dated: Mapping[str, Sequence[Report]],
    ) -> tuple[PromiseRows, ...]:
        """What became of the promises of each report; `dated` are the reports by district, the earliest first."""
        written = {follow_up.promise: follow_up for follow_up in library.follow_ups}
        promised = grouped(reports, ((one.promise.partition("/")[0], one) for one in written.values()))
        spoken, places = spoken_in(reports, statements), Places(reports)
        indicators = {one.id: one for one in library.indicators}
        found = {}
        for report in library.reports:
            last = dated[report.district][-1]
            counted = map(indicators.get, _counted_in(report))
            rests_on = (report, last, *_named_in(promised[report.id], reports), *counted)
            known = self._of_promises.get(report.id)
            if known is None or not _are_the_same(known.rests_on, rests_on):
                known = _promise_rows(rests_on, report, last, written, spoken, indicators, places)
            found[report.id] = known
        self._of_promises = found
        return tuple(found.values())


def grouped(keys: Iterable[Key], pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """What stands beside each key, in the order of the pairs; a pair with another key is left out."""
    found: dict[Key, list[Value]] = {key: [] for key in keys}
    for key, value in pairs:
        if key in found:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def spread(keys: Iterable[Key], pairs: Iterable[tuple[Key, Iterable[Value]]]) -> dict[Key, tuple[Value, ...]]:
    """The same of several values at a time."""
    found: dict[Key, list[Value]] = {key: [] for key in keys}
    for key, values in pairs:
        if key in found:
            found[key] += values
    return {key: tuple(values) for key, values in found.items()}


def _kept(before: Mapping[str, ReportRows], report: Report, *, alike: bool) -> ReportRows | None:
    """What the same report gave before; words that are not `alike` tell nothing of one that has its mentions by it."""
    known = before.get(report.id)
    return known if known and known.report is report and (alike or has_mentions(report)) else None


def _are_the_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """True where all are the very same objects: what a file holds is read anew when the file is another."""
    return len(some) == len(others) and all(map(is_, some, others))


def _named_in(follow_ups: Iterable[FollowUp], reports: Mapping[str, Report]) -> Iterator[FollowUp | Report | None]:
    """Follow-ups, each with the reports that it names."""
    for follow_up in follow_ups:
        yield follow_up
        names = (one.partition("/")[0] if isinstance(one, str) else one.report for one in follow_up.later)
        yield from map(reports.get, names)


def _counted_in(report: Report) -> Iterator[str]:
    """The indicators of a report's figures, by their ids."""
    return (measure.indicator for statement in report.statements for measure in statement.measures)


def _promise_rows(
    rests_on: tuple[object, ...],
    report: Report,
    last: Report,
    written: Mapping[str, FollowUp],
    spoken: Spoken,
    indicators: Mapping[str, Indicator],
    places: Places,
) -> PromiseRows:
    followed = tuple(followed_of(report, last.date, written, spoken, indicators))
    return PromiseRows(rests_on, followed, tuple(rewordings_of(followed, places)))


def _rows_of(report: Report, kinds: _Kinds) -> ReportRows:
    name = report.id
    blocks = {(name, block.id): block for block in report.blocks}
    initiatives, terms = (tuple(mentions_kept(report, kind)) for kind in kinds)
    in_text = tuple(sorted((*initiatives, *terms), key=lambda mention: (mention.start, mention.kind)))
    mentions_in_block = grouped(blocks, (((m.report, m.block), m) for m in in_text))
    initiatives_of = dict(_initiatives_of(report, mentions_in_block))
    themes = dict.fromkeys(theme for s in report.statements for theme in s.themes)
    named = dict.fromkeys(name for names in initiatives_of.values() for name in names)
    return ReportRows(
        report=report,
        statements={s.full_id: s for s in report.statements},
        blocks=blocks,
        statements_in_block=grouped(blocks, (((name, s.block), s) for s in report.statements)),
        numbers_in_block=grouped(blocks, (((name, n.block), n.number) for n in report.numbers)),
        named=(initiatives, terms),
        mentions=in_text,
        mentions_in_block=mentions_in_block,
        initiatives_of=initiatives_of,
        of_theme=grouped(themes, ((theme, s) for s in report.statements for theme in dict.fromkeys(s.themes))),
        of_initiative=grouped(named, ((name, s) for s in report.statements for name in initiatives_of[s.full_id])),
        renamed={former: s.full_id for s in report.statements for former in s.former_ids},
        observed=tuple(
            ((measure.period is None, last_day(measure.period)), s.start, Observation(s, measure))
            for s in report.statements
            for measure in s.measures
            if measure.indicator
        ),
    )


def _initiatives_of(
    report: Report, mentions_in_block: Mapping[_InBlock, Sequence[Mention]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """By statement (full id), the initiatives that its quote names, in the order of the text."""
    for s in report.statements:
        mentions = mentions_in_block[report.id, s.block]
        named = [m.subject for m in mentions if m.kind == "initiative" and s.start <= m.start and m.end <= s.end]
        yield s.full_id, tuple(dict.fromkeys(named))
