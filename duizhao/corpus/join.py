"""What joins the records: maps by id, observations, mentions, follow-ups, earlier and later reports.

Ids that name nothing are left out here and reported by the rules; what is known of promises is left to `following`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby, product
from operator import itemgetter
from typing import NamedTuple, TypeVar, cast

from ..content.gathered import Mention
from ..content.page_names import BY_CHOICE
from ..content.records import (
    Block,
    Content,
    District,
    Indicator,
    Initiative,
    Prose,
    Report,
    Statement,
    Term,
    Theme,
)
from ..content.schema import Bilingual
from ..text.near import nearest
from ..text.numbers import Number
from .following import TrackedPromise
from .observing import Observation
from .rewordings import RewordedPromise
from .rows import ReportRows, Rows, grouped, spread
from .standing import doubted_reports
from .vocabularies import Vocabularies, vocabularies_of

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

Maker = TypeVar("Maker")

_KEPT_LATELY = 8


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

    # The shared records by id.
    districts: Mapping[str, District]
    themes: Mapping[str, Theme]
    indicators: Mapping[str, Indicator]
    initiatives: Mapping[str, Initiative]
    terms: Mapping[str, Term]

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


def join(library: Content, before: Rows | None = None) -> Corpus:
    """The library with its joins; of reports that are still the same, the rows of the library `before` serve."""
    vocabularies = vocabularies_of(library)
    districts, themes, indicators, initiatives, terms = shared = _shared_by_id(library)
    rows = before or Rows()
    own = rows.of_reports(library.reports, (vocabularies.initiative_wordings, vocabularies.term_wordings))
    reports = {report.id: report for report in library.reports}
    statements = _merged(one.statements for one in own)
    blocks = _merged(one.blocks for one in own)
    dated = _dated(library)
    in_order = tuple(report for district in districts for report in dated[district])
    ordered = tuple(map({one.report.id: one for one in own}.__getitem__, (report.id for report in in_order)))
    observed = _observations(own)
    mentions = tuple(chain.from_iterable(one.named[kind] for kind in range(2) for one in own))
    promises = rows.of_promises(library, reports, statements, dated)
    followed = {one.promise.full_id: one for own in promises for one in own.followed}
    return Corpus(
        library=library,
        vocabularies=vocabularies,
        **shared._asdict(),
        reports=reports,
        statements=statements,
        renamed=_merged(one.renamed for one in own),
        blocks=blocks,
        prose={(prose.name, prose.language): prose for prose in library.prose},
        in_order=in_order,
        dated=dated,
        later_from=_later_from(dated),
        indicators_of_theme=grouped(themes, ((i.theme, i) for i in library.indicators)),
        statements_of_theme=spread(themes, _by_theme(ordered)),
        statements_of_theme_in=spread(product(themes, districts), _by_theme_and_district(ordered)),
        statements_of_initiative=spread(initiatives, _by_initiative(ordered)),
        statements_of_indicator=grouped(indicators, _once((i, o.statement) for i, _, o in observed)),
        statements_in_block=_merged(one.statements_in_block for one in own),
        initiatives_of=_merged(one.initiatives_of for one in own),
        observations=grouped(indicators, ((i, o) for i, _, o in observed)),
        observations_in=grouped(product(indicators, districts), (((i, d), o) for i, d, o in observed)),
        elsewhere_in=grouped(product(indicators, districts), _elsewhere(library, statements, reports)),
        cautions_of=dict.fromkeys(statements, ()) | _cautions(library, statements),
        mentions=mentions,
        mentions_of=grouped(_subjects(initiatives, terms), (((m.kind, m.subject), m) for m in mentions)),
        mentions_in={one.report.id: one.mentions for one in own},
        mentions_in_block=_merged(one.mentions_in_block for one in own),
        numbers_in_block=_merged(one.numbers_in_block for one in own),
        followed=followed,
        followed_in={report: own.followed for report, own in zip(reports, promises, strict=True)},
        rewordings_in={report: own.rewordings for report, own in zip(reports, promises, strict=True)},
        doubted=doubted_reports(library.reports, districts),
    )


class _Shared(NamedTuple):
    """The shared records by id, as the corpus has them."""

    districts: Mapping[str, District]
    themes: Mapping[str, Theme]
    indicators: Mapping[str, Indicator]
    initiatives: Mapping[str, Initiative]
    terms: Mapping[str, Term]


def _shared_by_id(library: Content) -> _Shared:
    return _Shared(
        {one.id: one for one in library.districts},
        {one.id: one for one in library.themes},
        {one.id: one for one in library.indicators},
        {one.id: one for one in library.initiatives},
        {one.id: one for one in library.terms},
    )


def _later_from(dated: Mapping[str, tuple[Report, ...]]) -> dict[str, int]:
    return {one.id: bisect_right(own, one.date, key=lambda other: other.date) for own in dated.values() for one in own}


_Stated = Iterator[tuple[Key, tuple[Statement, ...]]]


def _by_theme(rows: Iterable[ReportRows]) -> _Stated[str]:
    return (row for one in rows for row in one.of_theme.items())


def _by_theme_and_district(rows: Iterable[ReportRows]) -> _Stated[tuple[str, str]]:
    return (((theme, one.report.district), own) for one in rows for theme, own in one.of_theme.items())


def _by_initiative(rows: Iterable[ReportRows]) -> _Stated[str]:
    return (row for one in rows for row in one.of_initiative.items())


def _merged(parts: Iterable[Mapping[Key, Value]]) -> dict[Key, Value]:
    """The rows of all parts, in their order."""
    found: dict[Key, Value] = {}
    for part in parts:
        found.update(part)
    return found


def _once(pairs: Iterable[tuple[str, Statement]]) -> Iterable[tuple[str, Statement]]:
    """The pairs, each key with each statement once."""
    return {(key, statement.full_id): (key, statement) for key, statement in pairs}.values()


def stated_cautions(library: Content) -> Iterable[StatedCaution]:
    """Each caution of an indicator for each statement that it is about, once."""
    return _stated(
        (i.id, name, one.because) for i in library.indicators for one in i.cautions for name in one.statements
    )


def _cautions(library: Content, statements: Mapping[str, Statement]) -> dict[str, tuple[StatedCaution, ...]]:
    """The cautions of those statements that have some."""
    found = [one for one in stated_cautions(library) if one.statement in statements]
    return grouped((one.statement for one in found), ((one.statement, one) for one in found))


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
    return grouped(names, ((report.district, report) for report in in_time))


def _observations(rows: Iterable[ReportRows]) -> list[tuple[str, str, Observation]]:
    """Every measure of an indicator, with that and its district: by time, district, then text; without a time last."""
    rows = tuple(rows)
    place = _places(one.report for one in rows)
    found = [
        (*before, place[one.report.id], start, one.report.district, observation)
        for one in rows
        for before, start, observation in one.observed
    ]
    found.sort(key=itemgetter(0, 1, 2, 3))
    return [(observation.measure.indicator, district, observation) for *_, district, observation in found]


def _places(reports: Iterable[Report]) -> dict[str, int]:
    """By report its place by district and date; those of one district and date share it."""
    in_order = sorted(reports, key=lambda report: (report.district, report.date))
    found: dict[str, int] = {}
    for _, alike in groupby(in_order, key=lambda report: (report.district, report.date)):
        place = len(found)
        found |= {report.id: place for report in alike}
    return found


def _subjects(initiatives: Iterable[str], terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The kind and the id of all that texts name."""
    yield from (("initiative", name) for name in initiatives)
    yield from (("term", name) for name in terms)
