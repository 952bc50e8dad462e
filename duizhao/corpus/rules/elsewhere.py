"""Rules over all reports: where a place says that it has no figure, or none to compare, it knows of what is printed.

Whether two figures are of one quantity is left to the editors: the words for what is counted only raise the question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ...content.records import Indicator, Measure, Statement
from ...issues import Issue, SourcePosition
from ...text.aspect import of_one_kind
from ...text.near import some_of
from ...text.units import counted_as
from ..join import Corpus
from ..mentions import folded

# Signs between what is said of one figure and of another.
_BREAKS = re.compile("[，。；：、,;]")


def refusals_name_what_they_speak_of(corpus: Corpus) -> Iterator[Issue]:
    """A cell that refuses names statements of its district, if the district has any on the theme."""
    for theme in corpus.library.themes:
        for cell in theme.refuses:
            stated = [s.full_id for s in corpus.statements_of_theme_in.get((theme.id, cell.district), ())]
            if stated and not cell.statements and not corpus.doubted:
                message = f"this says of {cell.district} under {theme.id} why something is not to be compared, not what"
                yield Issue("refusal-bare", cell.place, message, f"statements: [{some_of(stated, '')}]")
            for name, place in cell.where.each("statements", cell.statements):
                yield from _not_of(corpus, cell.district, name, place)


def _not_of(corpus: Corpus, district: str, name: str, place: SourcePosition) -> Iterator[Issue]:
    """What is wrong with the id of a statement that is to be of a district."""
    statement = corpus.statements.get(name)
    if statement is None:
        yield from _unknown(corpus, name, place)
    elif corpus.reports[statement.report].district != district:
        message = f"{name} is of {corpus.reports[statement.report].district}, and this of {district}"
        yield Issue("unknown-id", place, message, "name statements of the same district")


def _unknown(corpus: Corpus, name: str, place: SourcePosition) -> Iterator[Issue]:
    if not corpus.may_be_broken(name):
        near = corpus.nearest_statement(name)
        hint = f"did you mean {near}?" if near else "a full id is that of the report and that of the statement: a/r01"
        yield Issue("unknown-id", place, f"there is no statement {name!r}", hint)


def figures_elsewhere_are_of_no_indicator(corpus: Corpus) -> Iterator[Issue]:
    """What an indicator names as figures elsewhere are statements, and state no figure under it."""
    for indicator in corpus.library.indicators:
        observed = {s.full_id for s in corpus.statements_of_indicator[indicator.id]}
        for one in indicator.elsewhere:
            for name, place in one.where.each("statements", one.statements):
                if name not in corpus.statements:
                    yield from _unknown(corpus, name, place)
                elif name in observed:
                    message = f"{name} states a figure of {indicator.id}, and stands here as one that may not"
                    hint = "take it off here; why it may not be compared goes under cautions:"
                    yield Issue("unknown-id", place, message, hint)


def figures_of_an_indicator_are_found(corpus: Corpus) -> Iterator[Issue]:
    """Where an indicator has no figure of a district, no figure of what it counts stands there under no indicator."""
    loose = _loose_figures(corpus)
    for indicator in corpus.library.indicators if not corpus.library.broken["report"] else ():
        words, unit, held = _words_for(corpus, indicator), counted_as(indicator.unit), _held(corpus, indicator)
        known = {name for one in indicator.elsewhere for name in one.statements}
        for district in corpus.districts:
            if not unit or corpus.observations_in[indicator.id, district]:
                continue
            for statement, measure in loose.get((district, unit), ()):
                named = next((word for word in words if folded(word) in folded(_counted(statement, measure))), "")
                if named and of_one_kind(measure.aspect, held) and statement.full_id not in known:
                    yield _elsewhere(indicator, district, statement, measure, named)


def _elsewhere(indicator: Indicator, district: str, statement: Statement, measure: Measure, named: str) -> Issue:
    message = f"{measure.figure} counts {named}, and {indicator.id} says that {district} states nothing"
    hint = (
        f"write indicator: {indicator.id} beside it, or name {statement.full_id} under elsewhere: of {indicator.id} in "
        "content/indicators.yaml, with why it may not stand there"
    )
    return Issue("figure-elsewhere", measure.where.at("figure"), message, hint)


def _words_for(corpus: Corpus, indicator: Indicator) -> tuple[str, ...]:
    """The words for what an indicator counts: its own, its name, and what its figures are said to count."""
    said = (o.measure.what.zh for o in corpus.observations[indicator.id] if o.measure.what)
    return tuple(dict.fromkeys(filter(None, (*indicator.words, indicator.name.zh, *said))))


def _held(corpus: Corpus, indicator: Indicator) -> str:
    """What of its quantity the figures of an indicator state; of one without any, a level."""
    aspects = Counter(one.measure.aspect for one in corpus.observations[indicator.id]).most_common(1)
    return indicator.aspect or (aspects[0][0] if aspects else "level")


def _loose_figures(corpus: Corpus) -> dict[tuple[str, str], list[tuple[Statement, Measure]]]:
    """The figures that stand under no indicator, with their statements, by district and unit."""
    found: dict[tuple[str, str], list[tuple[Statement, Measure]]] = {}
    for district, statement, measure in _measures(corpus):
        if not measure.indicator and measure.unit:
            found.setdefault((district, counted_as(measure.unit)), []).append((statement, measure))
    return found


def _measures(corpus: Corpus) -> Iterable[tuple[str, Statement, Measure]]:
    """Every measure with its statement and its district."""
    for report in corpus.library.reports:
        for statement in report.statements:
            for measure in statement.measures:
                yield report.district, statement, measure


def _counted(statement: Statement, measure: Measure) -> str:
    """The words for what a measure counts: its own, or where it has none those beside its figure in the quote."""
    if measure.what:
        return measure.what.zh
    start, end = measure.start - statement.start, measure.end - statement.start
    return _BREAKS.split(statement.quote[:start])[-1] + _BREAKS.split(statement.quote[end:])[0]
