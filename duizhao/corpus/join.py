"""What joins the records: maps by id, observations, mentions, follow-ups, earlier and later reports.

Ids that name nothing are left out here and reported by the rules; what is known of promises is left to `following`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import TypeVar, cast

from ..content.gathered import Mention
from ..content.page_names import BY_CHOICE
from ..content.records import (
    Block,
    Content,
    District,
    Indicator,
    Initiative,
    Measure,
    Prose,
    Report,
    Statement,
    Term,
    Theme,
)
from ..content.schema import Bilingual
from ..text.near import nearest
from ..text.numbers import Number
from ..text.period import Period
from .following import TrackedPromise, followed_promises
from .mentions import mentions_kept
from .rewordings import RewordedPromise, rewordings
from .standing import doubted_reports
from .vocabularies import Vocabularies, vocabularies_of

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

Maker = TypeVar("Maker")

_KEPT_LATELY = 8


@dataclass(frozen=True, slots=True)
class Observation:
    """One measure of an indicator, with the statement that makes it."""

    statement: Statement
    measure: Measure

    @property
    def said_as(self) -> tuple[Statement, int | Measure]:
        """Which measure of the statement it is; the measure, where it is none of its own."""
        own = (number for number, one in enumerate(self.statement.measures) if one is self.measure)
        return self.statement, next(own, self.measure)


@dataclass(frozen=True, slots=True)
class StatedCaution:
    """Why the figures of an indicator in a statement may not be compared with the others."""

    indicator: str
    statement: str
    because: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The library and all that is joined from it: a map for whatever is looked up, so that no page has to search.

    In a map by the ids of a kind every record of the kind has its row, if only an empty one; ids that name nothing have
    none. Statements of several reports stand by district as the library lists them, then by time, then as in the file.
    """

    library: Content
    vocabularies: Vocabularies

    # Records of reports by id; blocks by report and id, prose by name and language.
    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]  # by full id, in the order of the library
    renamed: Mapping[str, str]  # by an id that a statement had before: the one that it has now
    blocks: Mapping[tuple[str, str], Block]
    prose: Mapping[tuple[str, str], Prose]

    # All reports by district as listed, and those of a district: the earliest first.
    in_order: tuple[Report, ...]
    dated: Mapping[str, tuple[Report, ...]]
    later_from: Mapping[str, int]  # by report, the place among those of its district of the first that is later
    indicators_of_theme: Mapping[str, tuple[Indicator, ...]]

    # Statements of a theme are those that name it, be it as their main one or as a further one.
    statements_of_theme: Mapping[str, tuple[Statement, ...]]
    statements_of_theme_in: Mapping[tuple[str, str], tuple[Statement, ...]]  # by theme and district
    statements_of_initiative: Mapping[str, tuple[Statement, ...]]
    statements_of_indicator: Mapping[str, tuple[Statement, ...]]  # each once, in the order of its observations
    statements_in_block: Mapping[tuple[str, str], tuple[Statement, ...]]  # by report and block
    initiatives_of: Mapping[str, tuple[str, ...]]  # by statement (full id), in the order of its words

    # By indicator, and by indicator and district: in the order of time, then district, then text; without a time last.
    observations: Mapping[str, tuple[Observation, ...]]
    observations_in: Mapping[tuple[str, str], tuple[Observation, ...]]
    cautions_of: Mapping[str, tuple[StatedCaution, ...]]  # by statement (full id): why its figures may not be compared
    elsewhere_in: Mapping[tuple[str, str], tuple[StatedCaution, ...]]  # by indicator and district

    # By kind and subject as they are found; by report, and by report and block, in the order of the text.
    mentions: tuple[Mention, ...]
    mentions_of: Mapping[tuple[str, str], tuple[Mention, ...]]
    mentions_in: Mapping[str, tuple[Mention, ...]]
    mentions_in_block: Mapping[tuple[str, str], tuple[Mention, ...]]
    numbers_in_block: Mapping[tuple[str, str], tuple[Number, ...]]

    # By promise (full id), and by the report that makes it.
    followed: Mapping[str, TrackedPromise]
    followed_in: Mapping[str, tuple[TrackedPromise, ...]]
    rewordings_in: Mapping[str, tuple[RewordedPromise, ...]]  # by the report that makes the promises

    # Those of which it is not known what comes before and after them.
    doubted: frozenset[str]

    _made: dict[Callable[[Corpus], object], object] = field(init=False, repr=False, compare=False, default_factory=dict)
    _lately: dict[object, object] = field(init=False, repr=False, compare=False, default_factory=dict)

    def once(self, make: Callable[[Corpus], Value]) -> Value:
        """What a function makes of the corpus, made when it is first asked for and kept: it must not be changed."""
        return self.once_of("", self, self._made, make)

    def once_of(
        self, name: str, maker: Maker, made: dict[Callable[[Maker], object], object], make: Callable[[Maker], Value]
    ) -> Value:
        """The same of something else that is made of the corpus, which has a name and keeps what it made."""
        del name  # of use to who notes what is read
        if make not in made:
            made[make] = make(maker)
        return cast(Value, made[make])

    def lately(self, make: Callable[[Corpus, str, str], Value], one: str, other: str) -> Value:
        """What a function makes of two reports, given by their ids; kept for the next language."""
        key = (make, one, other)
        if key not in self._lately:
            while len(self._lately) >= _KEPT_LATELY:
                del self._lately[next(iter(self._lately))]
            self._lately[key] = make(self, one, other)
        return cast(Value, self._lately[key])

    @property
    def districts(self) -> Mapping[str, District]:
        """The districts by id."""
        return self.vocabularies.districts

    @property
    def themes(self) -> Mapping[str, Theme]:
        """The themes by id."""
        return self.vocabularies.themes

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by id."""
        return self.vocabularies.indicators

    @property
    def initiatives(self) -> Mapping[str, Initiative]:
        """The initiatives by id."""
        return self.vocabularies.initiatives

    @property
    def terms(self) -> Mapping[str, Term]:
        """The terms by id."""
        return self.vocabularies.terms

    def may_be_broken(self, full_id: str) -> bool:
        """True where an id may be of a statement that is broken, or stands in a report that is."""
        report, _, own_id = full_id.partition("/")
        return report in self.library.broken["report"] or (
            report in self.reports and own_id in self.reports[report].broken
        )

    def nearest_statement(self, name: str) -> str:
        """The statement that a full id which is none was probably meant for; '' where that cannot be told.

        It is the one that had the id before, or is looked for in one report, the named one or the nearest, since there
        may be a hundred thousand in all.
        """
        if name in self.renamed:
            return self.renamed[name]
        report, _, own_id = name.partition("/")
        report = report if report in self.reports else nearest(report, self.reports, 0.8)
        ids = {statement.id for statement in self.reports[report].statements} if report else set()
        own_id = own_id if own_id in ids else nearest(own_id, ids)
        return f"{report}/{own_id}" if own_id else ""

    def has_page(self, name: str) -> bool:
        """True where the page of a name is there: of those by choice, where editors wrote it in every language."""
        return name not in BY_CHOICE or all((name, language) in self.prose for language in self.library.languages)

    def comes_before_others(self, report: str) -> bool:
        """True where it is known which texts come after a report: neither its date nor its district is in doubt."""
        return report in self.reports and report not in self.doubted

    def by_date(self, district: str) -> tuple[Report, ...]:
        """The reports of a district, the earliest first."""
        return self.dated.get(district, ())

    def later(self, report: Report) -> tuple[Report, ...]:
        """The later reports of the same district, the earliest first."""
        return self.by_date(report.district)[self.later_from[report.id] :]


def join(library: Content) -> Corpus:
    """The library with its joins."""
    vocabularies = vocabularies_of(library)
    districts, themes, indicators = vocabularies.districts, vocabularies.themes, vocabularies.indicators
    initiatives = vocabularies.initiatives
    reports = {report.id: report for report in library.reports}
    statements = {s.full_id: s for report in library.reports for s in report.statements}
    blocks = {(report.id, block.id): block for report in library.reports for block in report.blocks}
    dated = _dated(library)
    in_order = tuple(report for district in districts for report in dated[district])
    stated = [(report.district, s) for report in in_order for s in report.statements]
    themed = [(theme, district, s) for district, s in stated for theme in dict.fromkeys(s.themes)]
    observed = [(o.measure.indicator, reports[o.statement.report].district, o) for o in _observations(library)]
    mentions = tuple(_mentions(library, vocabularies))
    in_text = sorted(mentions, key=lambda mention: (mention.start, mention.kind))
    mentions_in_block = _grouped(blocks, (((m.report, m.block), m) for m in in_text))
    initiatives_of = _initiatives_of(library, mentions_in_block)
    followed = {one.promise.full_id: one for one in followed_promises(library, dated)}
    return Corpus(
        library=library,
        vocabularies=vocabularies,
        reports=reports,
        statements=statements,
        renamed={former: s.full_id for s in statements.values() for former in s.former_ids},
        blocks=blocks,
        prose={(prose.name, prose.language): prose for prose in library.prose},
        in_order=in_order,
        dated=dated,
        later_from=_later_from(dated),
        indicators_of_theme=_grouped(themes, ((i.theme, i) for i in library.indicators)),
        statements_of_theme=_grouped(themes, ((t, s) for t, _, s in themed)),
        statements_of_theme_in=_grouped(product(themes, districts), (((t, d), s) for t, d, s in themed)),
        statements_of_initiative=_grouped(initiatives, ((i, s) for _, s in stated for i in initiatives_of[s.full_id])),
        statements_of_indicator=_grouped(indicators, _once((i, o.statement) for i, _, o in observed)),
        statements_in_block=_grouped(blocks, (((s.report, s.block), s) for r in library.reports for s in r.statements)),
        initiatives_of=initiatives_of,
        observations=_grouped(indicators, ((i, o) for i, _, o in observed)),
        observations_in=_grouped(product(indicators, districts), (((i, d), o) for i, d, o in observed)),
        elsewhere_in=_grouped(product(indicators, districts), _elsewhere(library, statements, reports)),
        cautions_of=_grouped(statements, ((c.statement, c) for c in stated_cautions(library))),
        mentions=mentions,
        mentions_of=_grouped(_subjects(vocabularies), (((m.kind, m.subject), m) for m in mentions)),
        mentions_in=_grouped(reports, ((m.report, m) for m in in_text)),
        mentions_in_block=mentions_in_block,
        numbers_in_block=_grouped(blocks, (((r.id, n.block), n.number) for r in reports.values() for n in r.numbers)),
        followed=followed,
        followed_in=_grouped(reports, ((f.promise.report, f) for f in followed.values())),
        rewordings_in=_grouped(reports, ((r.promise.report, r) for r in rewordings(followed.values(), reports))),
        doubted=doubted_reports(library.reports, districts),
    )


def _later_from(dated: Mapping[str, tuple[Report, ...]]) -> dict[str, int]:
    return {one.id: bisect_right(own, one.date, key=lambda other: other.date) for own in dated.values() for one in own}


def _grouped(keys: Iterable[Key], pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """What stands beside each key, in the order of the pairs; a pair with another key is left out."""
    found: dict[Key, list[Value]] = {key: [] for key in keys}
    for key, value in pairs:
        if key in found:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _once(pairs: Iterable[tuple[str, Statement]]) -> Iterable[tuple[str, Statement]]:
    """The pairs, each key with each statement once."""
    return {(key, statement.full_id): (key, statement) for key, statement in pairs}.values()


def stated_cautions(library: Content) -> Iterable[StatedCaution]:
    """Each caution of an indicator for each statement that it is about, once."""
    return _stated(
        (i.id, name, one.because) for i in library.indicators for one in i.cautions for name in one.statements
    )


def stated_elsewhere(library: Content) -> Iterable[StatedCaution]:
    """Each statement of a figure that may not stand under an indicator, with why, once."""
    return _stated(
        (i.id, name, one.because) for i in library.indicators for one in i.elsewhere for name in one.statements
    )


def _elsewhere(
    library: Content, statements: Mapping[str, Statement], reports: Mapping[str, Report]
) -> Iterator[tuple[tuple[str, str], StatedCaution]]:
    """Each statement that is there of such a figure, by its indicator and its district."""
    for one in stated_elsewhere(library):
        if one.statement in statements:
            yield (one.indicator, reports[statements[one.statement].report].district), one


def _stated(every: Iterable[tuple[str, str, Bilingual]]) -> Iterable[StatedCaution]:
    """What is said of statements under indicators, the same of one once."""
    return {
        (name, statement, because.zh): StatedCaution(name, statement, because) for name, statement, because in every
    }.values()


def _dated(library: Content) -> dict[str, tuple[Report, ...]]:
    """The reports by district, the earliest first; also of districts that only a report names."""
    in_time = sorted(library.reports, key=lambda report: (report.date, report.id))
    names = [*(district.id for district in library.districts), *(report.district for report in in_time)]
    return _grouped(names, ((report.district, report) for report in in_time))


def _observations(library: Content) -> list[Observation]:
    """Every measure of an indicator, in the order of time, then district, then text; those without a time last."""
    place = {report.id: (report.district, report.date) for report in library.reports}
    found = [
        Observation(statement, measure)
        for report in library.reports
        for statement in report.statements
        for measure in statement.measures
        if measure.indicator
    ]

    def in_time(observed: Observation) -> tuple[bool, date, tuple[str, Period], int]:
        period, statement = observed.measure.period, observed.statement
        return period is None, last_day(period), place[statement.report], statement.start

    return sorted(found, key=in_time)


def last_day(period: Period | None) -> date:
    """The last day of a time, for sorting; what has no time comes first."""
    return period.last_day if period else date.min


def _subjects(vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """The kind and the id of all that texts name."""
    yield from (("initiative", name) for name in vocabularies.initiatives)
    yield from (("term", name) for name in vocabularies.terms)


def _mentions(library: Content, vocabularies: Vocabularies) -> Iterator[Mention]:
    """Where the reports name initiatives, then where they name terms."""
    for wordings in (vocabularies.initiative_wordings, vocabularies.term_wordings):
        for report in library.reports:
            yield from mentions_kept(report, wordings)


def _initiatives_of(
    library: Content, mentions_in_block: Mapping[tuple[str, str], Sequence[Mention]]
) -> dict[str, tuple[str, ...]]:
    """By statement (full id), the initiatives that its quote names, in the order of the text."""
    found = {}
    for report in library.reports:
        for s in report.statements:
            mentions = mentions_in_block[report.id, s.block]
            named = [m.subject for m in mentions if m.kind == "initiative" and s.start <= m.start and m.end <= s.end]
            found[s.full_id] = tuple(dict.fromkeys(named))
    return found
