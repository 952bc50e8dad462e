"""The rules of reading in one table, by what they need: the files as written, the text, or what was found in it.

A rule is a function that yields what breaks it; the first line of its docstring is the rule. Rules that need the
shared records are left to the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...issues import Issue
from ..capture import Capture
from ..found_report import FoundReport
from ..report_file import WrittenReport
from . import accounts, captures, characters, english, files, measures, statements

WrittenRule = Callable[[WrittenReport], Iterator[Issue]]
TextRule = Callable[[Capture], Iterator[Issue]]
FoundRule = Callable[[FoundReport], Iterator[Issue]]
Rule = WrittenRule | TextRule | FoundRule

WRITTEN_RULES: tuple[WrittenRule, ...] = (
    files.ids_are_names_of_folders,
    files.dates_lie_near_what_is_covered,
    files.captures_are_of_texts_that_there_were,
    files.translations_have_the_blocks_of_their_text,
    files.translations_are_english,
    files.marks_of_untranslated_blocks_stand_alone,
    captures.steps_are_whole,
    captures.patterns_can_be_read,
    statements.ids_go_with_kinds,
    statements.ids_stand_once,
    statements.former_ids_are_given_up,
    english.english_quotes_are_given_or_excused,
    english.english_is_shown_as_it_is_typed,
)

# Where one is broken the next have nothing to stand on, and there is no report.
TEXT_RULES: tuple[TextRule, ...] = (
    captures.source_is_unchanged,
    captures.steps_fit_the_source,
    captures.steps_apply_as_often_as_they_say,
    captures.duplicates_repeat_what_is_kept,
    characters.characters_of_the_source_can_be_read,
    characters.script_exceptions_apply,
    captures.text_is_what_the_steps_make,
)

FOUND_RULES: tuple[FoundRule, ...] = (
    captures.metadata_is_given_as_printed,
    captures.printed_stands_in_metadata,
    captures.dates_are_those_that_are_printed,
    statements.quotes_stand_in_the_text_once,
    statements.quotes_are_coded_once,
    statements.times_stand_under_the_right_key,
    statements.times_have_a_basis,
    statements.times_begin_before_their_text,
    statements.promises_are_not_of_the_past,
    statements.targets_are_measured,
    statements.modals_stand_in_their_sentence,
    measures.figures_stand_in_their_quote_once,
    measures.figures_are_readable,
    measures.figures_say_what_is_entered,
    measures.figures_are_taken_whole,
    measures.figures_are_entered_once,
    measures.aspects_are_known,
    measures.figures_have_the_aspect_that_is_said,
    english.english_quotes_are_of_translated_blocks,
    accounts.blocks_with_nothing_to_code_exist,
    accounts.blocks_with_nothing_to_code_hold_no_statement,
    accounts.listed_numbers_stand_in_the_text,
)

RULES: tuple[Rule, ...] = (*WRITTEN_RULES, *TEXT_RULES, *FOUND_RULES)


def issues_of_written(written: WrittenReport) -> list[Issue]:
    """What the rules find in the files of a report as they are written."""
    return [issue for rule in WRITTEN_RULES for issue in rule(written)]


def text_issues(capture: Capture) -> list[Issue]:
    """Why the text of a report does not stand: what the first rule finds that is broken."""
    return next(filter(None, (list(rule(capture)) for rule in TEXT_RULES)), [])


def issues_of_found(found: FoundReport) -> list[Issue]:
    """What the rules find in a report's text and in what was found in it."""
    return [issue for rule in FOUND_RULES for issue in rule(found)]
