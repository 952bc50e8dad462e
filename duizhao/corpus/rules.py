"""What must hold over all of the content: one rule a function, its first line the rule; all run, all are reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..content.records import Report
from ..content.vocabulary import LANGUAGES
from ..issues import Issue, Place
from ..text.fold import fold_widths, occurrences
from ..text.numbers import Number
from ..text.units import count_alike
from .join import Linked
from .translation import difference

Rule = Callable[[Linked], Iterator[Issue]]


def issues_of(site: Linked) -> list[Issue]:
    """What every rule finds."""
    return [issue for rule in RULES for issue in rule(site)]


def ids_name_records(site: Linked) -> Iterator[Issue]:
    """Every id that a record gives names a record that exists."""
    library = site.library
    known = {
        name: {record.id for record in getattr(library, f"{name}s")} for name in ("district", "theme", "indicator")
    }

    def unknown(kind: str, given: str, place: Place) -> Iterator[Issue]:
        if given and given not in known[kind]:
            yield Issue(
                "unknown-id", place, f"there is no {kind} {given!r}", f"{kind}s: {', '.join(sorted(known[kind]))}"
            )

    for report in library.reports:
        yield from unknown("district", report.district, report.place)
        headlines = {s.id for s in report.statements if s.headline}
        for statement in report.statements:
            for theme in statement.themes:
                yield from unknown("theme", theme, statement.place)
            for measure in statement.measures:
                yield from unknown("indicator", measure.indicator, measure.place)
            if statement.part_of and statement.part_of not in headlines:
                yield Issue(
                    "unknown-id",
                    statement.place,
                    f"part_of names {statement.part_of}, which is no headline task of this report",
                    f"headline tasks: {', '.join(sorted(headlines)) or 'none'}",
                )
    for theme in library.themes:
        for cell in theme.refuses:
            yield from unknown("district", cell.district, cell.place)
    for indicator in library.indicators:
        yield from unknown("theme", indicator.theme, indicator.place)
    for initiative in library.initiatives:
        for district in initiative.districts:
            yield from unknown("district", district, initiative.place)


def statements_named_exist(site: Linked) -> Iterator[Issue]:
    """Every statement that a follow-up or a caution names exists."""
    for follow_up in site.library.follow_ups:
        for name in (follow_up.promise, *follow_up.later):
            if name not in site.statements:
                yield Issue(
                    "unknown-id", follow_up.place, f"there is no statement {name}", "full ids: report/statement"
                )
    for indicator in site.library.indicators:
        observed = {o.statement.full_id for o in site.observations[indicator.id]}
        for caution in indicator.cautions:
            for name in caution.statements:
                if name not in observed:
                    yield Issue(
                        "unknown-id",
                        caution.place,
                        f"{name} states no figure of {indicator.id}",
                        f"statements that do: {', '.join(sorted(observed))}",
                    )


def readings_compared_exist(site: Linked) -> Iterator[Issue]:
    """Every report whose two readings are compared exists, and no count of agreement exceeds what it counts among."""
    for row in site.library.agreement:
        if row.report not in site.reports:
            yield Issue("unknown-id", row.place, f"there is no report {row.report!r}")
        if (
            max(row.kind, row.span) > row.paired
            or row.paired > min(row.first, row.second)
            or row.value > row.figures_both
        ):
            yield Issue("bad-value", row.place, f"{row.report}: more agreements than there are pairs")


def units_agree(site: Linked) -> Iterator[Issue]:
    """A measure has the unit of its indicator; measure words for people and things may differ (人, 名)."""
    units = {indicator.id: indicator.unit for indicator in site.library.indicators}
    for rows in site.observations.values():
        for row in rows:
            unit, wanted = row.measure.unit, units[row.measure.indicator]
            if row.measure.operator != "coverage" and not count_alike(unit, wanted):
                yield Issue(
                    "unit-disagrees",
                    row.measure.place,
                    f"the unit is {unit!r}, and {row.measure.indicator} is in {wanted!r}",
                    "it may be another quantity; then it is another indicator",
                )


def whole_reports_are_read(site: Linked) -> Iterator[Issue]:
    """In a report that is said to be fully read every paragraph has a reading and every number is accounted for."""
    for report in site.library.reports:
        if not report.fully_read:
            continue
        for block in report.blocks:
            if block.reading == "unread":
                yield Issue(
                    "unread",
                    block.place,
                    f"{block.id} has no reading: {block.text[:24]}…",
                    "annotate it, or list it under nothing_to_code",
                )
        for counted in report.numbers:
            if not counted.statement and not counted.reason:
                block = report.block(counted.block)
                number = counted.number
                around = block.text[max(0, number.start - 8) : number.end + 8]
                place = Place(block.place.path, block.place.line, block.place.col + number.start)
                yield Issue(
                    "number-unaccounted",
                    place,
                    f"{block.id}: {number.text!r} in …{around}… is no measure's figure",
                    "add a measure, or list it under numbers: with a reason",
                )


def translations_keep_quantities(site: Linked) -> Iterator[Issue]:
    """A paragraph's English carries the same quantities as its Chinese."""
    for report in site.library.reports:
        numbers = _numbers_by_block(report)
        for block in report.blocks:
            if not block.translation:
                continue
            found = difference(block.text, numbers[block.id], block.translation)
            if found.lost or found.added:
                said = [f"lost: {', '.join(found.lost)}"] * bool(found.lost)
                said += [f"not in the Chinese: {', '.join(found.added)}"] * bool(found.added)
                yield Issue(
                    "translation-quantity",
                    block.translation_place,
                    f"{report.id} {block.id}: {'; '.join(said)}",
                    "亿 is 10^8, 万 is 10^4; the Chinese prevails",
                )


def _numbers_by_block(report: Report) -> dict[str, list[Number]]:
    """The numbers of each block of a report, in order."""
    numbers: dict[str, list[Number]] = {block.id: [] for block in report.blocks}
    for counted in report.numbers:
        numbers[counted.block].append(counted.number)
    return numbers


def terms_keep_their_english(site: Linked) -> Iterator[Issue]:
    """Where the Chinese has a term of the glossary, its translation and its gloss have the term's English."""
    terms = {term.id: term for term in site.library.terms}
    for mention in site.mentions:
        if mention.kind != "term":
            continue
        term, report = terms[mention.subject], site.reports[mention.report]
        forms = [_bare(form) for form in (term.en, *term.forms)]
        hint = f"use {term.en!r}, or add the form to the term's forms: in content/terms.yaml"
        block = report.block(mention.block)
        if block.translation and not any(form in _bare(block.translation) for form in forms):
            message = f"{block.id} has {mention.text}, and its English has no {term.en!r}"
            yield Issue("term-english", block.translation_place, message, hint)
        for s in report.statements:
            inside = s.block == block.id and s.start <= mention.start and mention.end <= s.end
            if inside and not any(form in _bare(s.gloss) for form in forms):
                yield Issue(
                    "term-english", s.place, f"{s.id} has {mention.text}, and its gloss has no {term.en!r}", hint
                )


def _bare(text: str) -> str:
    """English without quotation marks, case and kinds of dash, for finding a term in it."""
    return re.sub("[“”\"‘’']", "", text.casefold()).replace("–", "-").replace("—", "-")


def follow_ups_look_forward(site: Linked) -> Iterator[Issue]:
    """A follow-up's promise is a target or task, and what is later stands in later reports of its district."""
    for follow_up in site.library.follow_ups:
        promise = site.statements.get(follow_up.promise)
        if promise is None:
            continue
        if promise.kind == "result":
            yield Issue(
                "later-not-later",
                follow_up.place,
                f"{promise.full_id} is a result; only targets and tasks are followed up",
            )
        allowed = {report.id for report in site.later(site.reports[promise.report])}
        for name in follow_up.later:
            if name in site.statements and site.statements[name].report not in allowed:
                yield Issue(
                    "later-not-later",
                    follow_up.place,
                    f"{name} is not in a later report of the same district",
                    f"later reports: {', '.join(sorted(allowed)) or 'none'}",
                )


def evidence_fits(site: Linked) -> Iterator[Issue]:
    """not-found names searched words and no later statement, not-due and not-checked neither, the rest later words."""
    for follow_up in site.library.follow_ups:
        later, searched = bool(follow_up.later), bool(follow_up.searched)
        wanted = {"not-found": (False, True), "not-due": (False, False), "not-checked": (False, False)}.get(
            follow_up.evidence, (True, False)
        )
        if (later, searched) != wanted:
            yield Issue(
                "evidence-disagrees",
                follow_up.place,
                f"the evidence is {follow_up.evidence}"
                f"{', and it names later statements' * later}{', and it names searched words' * searched}",
                "not-found goes with searched:, not-due and not-checked with neither, all others with later:",
            )
        promise = site.statements.get(follow_up.promise)
        if follow_up.evidence == "not-found" and promise and not site.later(site.reports[promise.report]):
            yield Issue(
                "evidence-disagrees",
                follow_up.place,
                "the evidence is not-found, and there is no later report in which to search",
                "not-due or not-checked",
            )


def promises_are_followed_up(site: Linked) -> Iterator[Issue]:
    """Where a later text exists, every target and every task that names an initiative is followed up."""
    written = {follow_up.promise for follow_up in site.library.follow_ups}
    for report in site.library.reports:
        if not report.fully_read or not site.later(report):
            continue
        for s in report.statements:
            named = s.kind == "task" and site.initiatives_of[s.full_id]
            if (s.kind == "target" or named) and s.full_id not in written:
                what = f"names {', '.join(named)}" if named else "is a target"
                hint = "add it to content/follow-ups.yaml; evidence: not-checked if nobody has looked yet"
                yield Issue("follow-up-missing", s.place, f"{s.id} {what}, and has no follow-up", hint)


def searched_words_are_absent(site: Linked) -> Iterator[Issue]:
    """A word that was searched for and not found occurs in no later report of the district."""
    for follow_up in site.library.follow_ups:
        promise = site.statements.get(follow_up.promise)
        for report in site.later(site.reports[promise.report]) if promise else ():
            text = fold_widths(report.text, fold_case=True).text
            for word in follow_up.searched:
                if any(True for _ in occurrences(fold_widths(word, fold_case=True).text, text)):
                    yield Issue(
                        "searched-found",
                        follow_up.place,
                        f"{word!r} does occur in {report.id}",
                        "read that sentence: it may be the later word; or search for a narrower word",
                    )


def aliases_have_one_owner(site: Linked) -> Iterator[Issue]:
    """No two initiatives, and no two terms, claim the same words."""
    for records, names in (
        (site.library.initiatives, lambda r: r.aliases),
        (site.library.terms, lambda r: (r.zh, *r.aliases)),
    ):
        owner: dict[str, str] = {}
        for record in records:
            for name in names(record):
                if owner.setdefault(name, record.id) != record.id:
                    yield Issue(
                        "alias-clash", record.place, f"{name!r} also names {owner[name]}", "give each its own words"
                    )


def number_words_stand_once(site: Linked) -> Iterator[Issue]:
    """No word in which a numeral counts nothing is listed twice: it has one reason."""
    first: dict[str, Place] = {}
    for record in site.library.number_words:
        for word in record.words:
            known = first.setdefault(word, record.place)
            if known is not record.place:
                message = f"{word} stands here a second time; the first is on line {known.line}"
                yield Issue("duplicate-id", record.where.at("words"), message, "a word has one reason")


def subjects_have_ids_of_their_own(site: Linked) -> Iterator[Issue]:
    """No initiative and term share an id: the table of mentions names either by its id alone."""
    terms = {term.id for term in site.library.terms}
    for initiative in site.library.initiatives:
        if initiative.id in terms:
            yield Issue("duplicate-id", initiative.place, f"{initiative.id} is also the id of a term", "rename one")


REFERENCE = re.compile(r"\]\(([a-z]+):([^)\s]+)\)")
OUTSIDE = {"http", "https", "mailto"}


def prose_refers_to_what_exists(site: Linked) -> Iterator[Issue]:
    """Every reference in prose (statement:…, term:… and so on) names something that exists."""
    library = site.library
    known: dict[str, set[str]] = {"statement": set(site.statements), "report": set(site.reports), "page": set(PAGES)}
    for kind in ("indicator", "initiative", "term", "theme", "district"):
        known[kind] = {record.id for record in getattr(library, f"{kind}s")}
    for prose in library.prose:
        for number, line in enumerate(prose.text.split("\n"), 1):
            for match in REFERENCE.finditer(line):
                kind, name = match.groups()
                place = Place(prose.path, number, match.start(1) + 1)
                if kind in known and name not in known[kind]:
                    yield Issue("reference-unknown", place, f"there is no {kind} {name!r}")
                elif kind not in known and kind not in OUTSIDE:
                    hint = f"kinds: {', '.join(known)}"
                    yield Issue("reference-unknown", place, f"{kind}: is no kind of reference", hint)


def prose_has_a_known_language(site: Linked) -> Iterator[Issue]:
    """A file of prose is named for one of the site's languages: about.en.md, about.zh.md."""
    for prose in site.library.prose:
        if prose.language not in LANGUAGES:
            hint = f"languages: {', '.join(LANGUAGES)}"
            yield Issue("bad-value", Place(prose.path), f"{prose.language!r} is no language of the site", hint)


# Pages that prose may link to by name.
PAGES = (
    "home",
    "reports",
    "compare",
    "follow-up",
    "targets",
    "indicators",
    "themes",
    "initiatives",
    "terms",
    "search",
    "verify",
    "codebook",
    "method",
    "about",
    "data",
)

RULES: tuple[Rule, ...] = (
    ids_name_records,
    statements_named_exist,
    readings_compared_exist,
    units_agree,
    whole_reports_are_read,
    translations_keep_quantities,
    terms_keep_their_english,
    follow_ups_look_forward,
    evidence_fits,
    promises_are_followed_up,
    searched_words_are_absent,
    aliases_have_one_owner,
    number_words_stand_once,
    subjects_have_ids_of_their_own,
    prose_refers_to_what_exists,
    prose_has_a_known_language,
)
