"""All rules in one table: those that need one report and what all reports share, and those over all reports.

A rule is a function that yields what breaks it; the first line of its docstring is the rule. All run, all are
reported, but what they find in a record that is broken as it is.
What a code means is left to `codes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from ...content.records import Report
from ...issues import Issue
from ...progress import nobody
from ..following import follow_ups_by_district
from ..join import Corpus
from ..vocabularies import Vocabularies
from . import (
    agreement,
    aspects,
    coverage,
    elsewhere,
    english_quotes,
    evidence,
    follow_ups,
    ids,
    mentioned,
    names,
    pairs,
    prose,
    references,
    shared_names,
    terms,
    translations,
    units,
)

ReportRule = Callable[[Report, Vocabularies], Iterator[Issue]]
CorpusRule = Callable[[Corpus], Iterator[Issue]]
Rule = ReportRule | CorpusRule

REPORT_RULES: tuple[ReportRule, ...] = (
    references.reports_name_records,
    references.parts_name_headlines,
    units.units_agree,
    units.aspects_are_held,
    coverage.paragraphs_are_read,
    coverage.numbers_are_accounted_for,
    translations.translations_keep_quantities,
    translations.glosses_say_no_other_numbers,
    translations.terms_keep_their_english,
    english_quotes.english_quotes_stand_in_the_translation_once,
    english_quotes.english_quotes_do_not_overlap,
    english_quotes.english_quotes_carry_figures,
    english_quotes.statements_stand_in_the_translation,
    names.names_keep_their_english,
)

CORPUS_RULES: tuple[CorpusRule, ...] = (
    ids.shared_records_name_records,
    ids.reports_are_of_the_district_that_they_name,
    ids.former_ids_of_records_are_given_up,
    ids.cautions_name_observations,
    ids.aliases_have_one_owner,
    ids.aliases_mean_what_they_name,
    ids.names_have_one_owner,
    ids.districts_have_codes_of_their_own,
    ids.number_words_stand_once,
    ids.number_words_apply,
    ids.subjects_have_ids_of_their_own,
    mentioned.initiatives_are_named_where_they_belong,
    aspects.aspects_agree,
    elsewhere.refusals_name_what_they_speak_of,
    elsewhere.figures_elsewhere_are_of_no_indicator,
    elsewhere.figures_of_an_indicator_are_found,
    terms.pinyin_spells_its_term,
    terms.levels_and_documents_say_where_they_are_from,
    shared_names.names_are_no_other_name,
    shared_names.shared_records_keep_names,
    shared_names.prose_keeps_names,
    agreement.reports_read_twice_exist,
    agreement.agreements_are_among_pairs,
    pairs.pairs_are_of_one_district,
    pairs.pairs_stand_in_their_texts_once,
    follow_ups.promises_are_followed_up,
    prose.prose_is_within_bounds,
    prose.prose_holds_no_html,
    prose.prose_keeps_its_words,
    prose.prose_refers_to_what_exists,
    prose.prose_has_a_known_language,
    prose.prose_is_in_its_language,
    prose.prose_stands_on_a_page,
)

# Those that judge one follow-up after the other, by the reports of its district alone.
DISTRICT_RULES: tuple[CorpusRule, ...] = (
    follow_ups.follow_ups_name_statements,
    follow_ups.follow_ups_quote_reports,
    follow_ups.quotations_stand_in_their_text_once,
    follow_ups.quotations_are_of_unmarked_words,
    follow_ups.only_promises_are_followed_up,
    follow_ups.follow_ups_look_forward,
    follow_ups.evidence_fits,
    evidence.nothing_past_is_not_due,
    evidence.later_words_can_say_it,
    follow_ups.silence_needs_a_later_report,
    follow_ups.silence_quotes_nothing,
    follow_ups.searched_words_are_absent,
)

RULES: tuple[Rule, ...] = (*REPORT_RULES, *CORPUS_RULES, *DISTRICT_RULES)

# Whether nothing is wrong with what was promised in a district, as it was found before or as the function finds it.
IsClean = Callable[[str, Callable[[], bool]], bool]


def issues_of_report(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """What every rule of one report finds in it."""
    for rule in REPORT_RULES:
        yield from (issue for issue in rule(report, vocabularies) if not report.broken.holds(issue.place))


def issues_over_all(
    corpus: Corpus, is_clean: IsClean | None = None, on_the_way: Callable[[], None] = nobody
) -> Iterator[Issue]:
    """What every rule over all reports finds. Which districts are clean may be remembered, where nothing is broken.

    Where something else is wrong nobody is asked: of reports of which it is not known where they belong less is said.
    What is to be done `on_the_way` is done before each rule.
    """
    found = list(_found(CORPUS_RULES, corpus, on_the_way))
    yield from found
    for district, promised in follow_ups_by_district(corpus.library.follow_ups, corpus.reports).items():
        own = replace(corpus, library=replace(corpus.library, follow_ups=tuple(promised)))
        finds_nothing = partial(_finds_nothing, own, on_the_way)
        if is_clean is None or found or corpus.doubted or not is_clean(district, finds_nothing):
            yield from _found(DISTRICT_RULES, own, on_the_way)


def _found(rules: Iterable[CorpusRule], corpus: Corpus, on_the_way: Callable[[], None]) -> Iterator[Issue]:
    for rule in rules:
        on_the_way()
        yield from (issue for issue in rule(corpus) if not corpus.library.is_broken(issue.place))


def _finds_nothing(corpus: Corpus, on_the_way: Callable[[], None]) -> bool:
    return next(_found(DISTRICT_RULES, corpus, on_the_way), None) is None
