"""Rules over all reports: what the shared records name, and that ids and wordings have one owner.

What a report names is left to `references`, what a follow-up names to `follow_ups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...content.records import District, Indicator, Initiative, Theme
from ...issues import Issue, SourcePosition
from ...text.dress import narrowed
from ...text.lexicon import word_is_no_unit
from ...text.near import some_of
from ..join import Corpus
from ..mentions import folded
from ..renames import Renamable, renamable
from ..standing import district_named
from .references import unknown


def shared_records_name_records(corpus: Corpus) -> Iterator[Issue]:
    """The indicators of the home page, the districts of themes and initiatives and the themes of indicators exist."""
    settings, broken = corpus.library.site, corpus.library.broken
    for figure in settings.home_figures:
        yield from unknown("indicator", figure, corpus.indicators, broken, settings.where.at("home_figures"))
    for theme in corpus.library.themes:
        for cell in theme.refuses:
            yield from unknown("district", cell.district, corpus.districts, broken, cell.where.at("district"))
    for indicator in corpus.library.indicators:
        yield from unknown("theme", indicator.theme, corpus.themes, broken, indicator.where.at("theme"))
    for initiative in corpus.library.initiatives:
        for district, place in initiative.where.each("districts", initiative.districts):
            yield from unknown("district", district, corpus.districts, broken, place)


def reports_are_of_the_district_that_they_name(corpus: Corpus) -> Iterator[Issue]:
    """A report whose title or id names a district of the site is of that district."""
    for report in corpus.library.reports:
        named = district_named(report, corpus.districts)
        if named and named not in corpus.library.broken["district"]:
            message = f"the district is {report.district}, and the report's title or id names {named}"
            yield Issue("district-disagrees", report.where.at("district"), message, f"write {named}")


def former_ids_of_records_are_given_up(corpus: Corpus) -> Iterator[Issue]:
    """An id that a shared record had before is no other record's of its kind, neither now nor formerly."""
    for kind, records in renamable(corpus.library):
        now = {record.id: record for record in records}
        first: dict[str, Renamable] = {}
        for record in records:
            for name, place in record.where.each("formerly", record.formerly):
                owner = now.get(name) or first.get(name)
                first.setdefault(name, record)
                if owner:
                    here = f"the id of the {kind}" if name in now else f"already a former id of the {kind}"
                    message = f"{name} is {here} on line {owner.place.line}"
                    hint = "an id is given up for ever and an address leads to one page: give new records new ids"
                    yield Issue("id-reused", place, message, hint)


def cautions_name_observations(corpus: Corpus) -> Iterator[Issue]:
    """Every statement that a caution of an indicator names states a figure of that indicator."""
    for indicator in corpus.library.indicators:
        observed = {s.full_id for s in corpus.statements_of_indicator[indicator.id]}
        for caution in indicator.cautions:
            for name, place in caution.where.each("statements", caution.statements):
                if name not in observed and not _may_observe(corpus, name):
                    now = f"it is {corpus.renamed[name]} now; " if name in corpus.renamed else ""
                    hint = f"{now}statements that do: {some_of(observed, name) or 'none'}"
                    message = f"{name} states no figure of {indicator.id}"
                    yield Issue("unknown-id", place, message, hint)


def _may_observe(corpus: Corpus, name: str) -> bool:
    """True of a statement that is broken, or has figures of an indicator that is none: that is told already."""
    statement = corpus.statements.get(name)
    named = [measure.indicator for measure in statement.measures if measure.indicator] if statement else []
    return corpus.may_be_broken(name) or not corpus.indicators.keys() >= {*named}


def aliases_have_one_owner(corpus: Corpus) -> Iterator[Issue]:
    """No two initiatives, and no two terms, claim the same words."""
    yield from _clashes(
        (name, initiative.id, place)
        for initiative in corpus.library.initiatives
        for name, place in initiative.where.each("aliases", initiative.aliases)
    )
    yield from _clashes(
        (name, term.id, place)
        for term in corpus.library.terms
        for name, place in ((term.zh, term.where.at("zh")), *term.where.each("aliases", term.aliases))
    )


def aliases_mean_what_they_name(corpus: Corpus) -> Iterator[Issue]:
    """No wording both names a record and stands under its `not`."""
    named = [(i, i.aliases) for i in corpus.library.initiatives] + [
        (t, (t.zh, *t.aliases)) for t in corpus.library.terms
    ]
    for record, names in named:
        for word, place in record.where.each("not", record.not_these):
            if folded(word) in map(folded, names):
                message = f"{word!r} names {record.id}, and stands here as what means something else"
                yield Issue("alias-clash", place, message, "take it off one of the two lists")


def names_have_one_owner(corpus: Corpus) -> Iterator[Issue]:
    """No two themes, indicators or initiatives share a name, nor two districts of one city."""
    library = corpus.library
    kinds: tuple[tuple[str, Iterable[District | Theme | Indicator | Initiative]], ...] = (
        ("district", library.districts),
        ("theme", library.themes),
        ("indicator", library.indicators),
        ("initiative", library.initiatives),
    )
    for kind, records in kinds:
        first: dict[tuple[str, str], str] = {}
        for record in records:
            city = record.city.zh if isinstance(record, District) else ""
            known = first.setdefault((record.name.zh, city), record.id)
            if known != record.id:
                message = f"{record.name.zh} is also the name of the {kind} {known}"
                yield Issue("duplicate-id", record.where.at("name"), message, "say in its name what sets it apart")


def _clashes(claims: Iterable[tuple[str, str, SourcePosition]]) -> Iterator[Issue]:
    """The wordings that a record claims after another has; a claim is a wording, a record's id and the place."""
    owners: dict[str, str] = {}
    for name, record, place in claims:
        owner = owners.setdefault(folded(name), record)
        if owner != record:
            hint = f"take it off one of the two, {owner} or {record}"
            yield Issue("alias-clash", place, f"{name!r} also names {owner}", hint)


def districts_have_codes_of_their_own(corpus: Corpus) -> Iterator[Issue]:
    """No two districts share a code of GB/T 2260."""
    first: dict[str, str] = {}
    for district in corpus.library.districts:
        if first.setdefault(district.adcode, district.id) != district.id:
            message = f"{district.adcode} is also the code of {first[district.adcode]}"
            yield Issue("duplicate-id", district.where.at("adcode"), message, "look both up in GB/T 2260")


def number_words_stand_once(corpus: Corpus) -> Iterator[Issue]:
    """No word in which a numeral counts nothing is listed twice: it has one reason."""
    first: dict[str, SourcePosition] = {}
    for record in corpus.library.number_words:
        for word, place in record.where.each("words", record.words):
            known = first.setdefault(word, place)
            if known is not place:
                message = f"{word} stands here a second time; the first is on line {known.line}"
                yield Issue("duplicate-id", place, message, "a word has one reason")


def number_words_apply(corpus: Corpus) -> Iterator[Issue]:
    """Every word in which a numeral counts nothing stands in a report; one without a numeral behind a number."""
    if corpus.library.broken["report"]:
        return
    found = {narrowed(counted.number.text) for report in corpus.library.reports for counted in report.numbers}
    text = "\n".join(block.text for report in corpus.library.reports for block in report.blocks)
    for record in corpus.library.number_words:
        for word, place in record.where.each("words", record.words):
            if narrowed(word) not in found and not (word_is_no_unit(word) and _behind_a_number(word, text)):
                message = f"{word} is passed over nowhere in the reports"
                hint = "correct the word, or take it off the list; a longer word of the list may hold it everywhere"
                yield Issue("numbers-unused", place, message, hint)


def _behind_a_number(word: str, text: str) -> bool:
    """True where the word follows a digit or a numeral, and so could be taken for its unit."""
    return re.search(f"[0-9０-９零〇一二两三四五六七八九十百千万亿]\\s?{re.escape(word)}", text) is not None


def subjects_have_ids_of_their_own(corpus: Corpus) -> Iterator[Issue]:
    """No initiative and term share an id: the table of mentions names either by its id alone."""
    for initiative in corpus.library.initiatives:
        if initiative.id in corpus.terms:
            message = f"{initiative.id} is also the id of a term"
            yield Issue("duplicate-id", initiative.where.at("id"), message, "rename one")
