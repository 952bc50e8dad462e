"""The words of a statement in the translation: found once, in its own block, apart from others, with its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.corpus.rules.english_quotes import (
    english_quotes_carry_figures,
    english_quotes_do_not_overlap,
    english_quotes_stand_in_the_translation_once,
)

from ...sample import report, site_of, written
from .given import found

BODY = "修缮老街两条，新增就业300人。\n整治河道两条，新增就业4至5万人。"
ENGLISH = "Two streets were repaired, and 300 jobs added.\n\nTwo rivers were cleaned up, and 40,000–50,000 jobs added."
QUOTES = {"r01": "修缮老街两条", "r02": "新增就业300人", "r03": "整治河道两条", "r04": "新增就业4至5万人"}


def stated(**english: str) -> str:
    """Annotations with these statements, each with its own keys of the translation."""
    keys = 'kind: result, gloss: words, themes: [jobs], period: "2022", period_basis: stated'
    lines = (f"- {{id: {name}, quote: {QUOTES[name]}, {keys}, {given}}}\n" for name, given in english.items())
    return "statements:\n" + "".join(lines)


def placed(top: Path, **english: str) -> list[str]:
    """What is said of the places of English quotes."""
    return found(english_quotes_stand_in_the_translation_once, top, report("a", BODY, stated(**english), ENGLISH))


def test_the_words_are_found_in_the_english_of_all_blocks_and_counted_there(tmp_path: Path) -> None:
    annotations = stated(r01="quote_en: Two streets were repaired", r03="quote_en: Two rivers were cleaned up")
    one = site_of(tmp_path, report("a", BODY, annotations, ENGLISH)).library.reports[0]
    english = "".join(f"{block.translation}\n" for block in one.blocks)
    assert [english[s.start_en : s.end_en] for s in one.statements] == [
        "Two streets were repaired",
        "Two rivers were cleaned up",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "jobs added, prefix_en: '300 '",
        "jobs added, prefix_en: 300",
        "jobs added, prefix_en: and 300",
        "３00 jobs added",
        "300  jobs added",
    ],
)
def test_words_stand_beside_their_prefix_whatever_the_widths_and_blanks(words: str, tmp_path: Path) -> None:
    assert placed(tmp_path, r02=f"quote_en: {words}") == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("jobs added", "quote-ambiguous: the English quote occurs 2 times: paired, and 300 [jobs added].⏎Two"),
        ("jobs added, prefix_en: 400", "quote-missing: the English quote does occur, and nowhere behind '400'"),
        ("jobs added, suffix_en: today", "quote-missing: the English quote does occur, and nowhere before 'today'"),
        ("300 Jobs added", "quote-missing: the English quote does not occur in the translation; nearest is"),
        ("300 jobs add", "quote-missing: the English quote does not occur in the translation; nearest is"),
        ("00 jobs added, prefix_en: 3", "quote-missing: the English quote does not occur in the translation"),
        ("000 jobs added", "quote-missing: the English quote does not occur in the translation; nearest is"),
        ("Two rivers were cleaned", "quote-missing: the quote stands in the Chinese of p1, and its English in that of"),
        ("300jobs added", "quote-missing: the English quote does not occur in the translation; nearest is"),
    ],
)
def test_words_that_are_not_found_once_are_told(given: str, message: str, tmp_path: Path) -> None:
    [said] = placed(tmp_path, r02=f"quote_en: {given}")
    assert said.startswith(message)


def test_words_over_the_end_of_a_block_are_told(tmp_path: Path) -> None:
    [said] = placed(tmp_path, r02='quote_en: "jobs added. Two rivers"')
    assert said == "quote-missing: the quote stands in the Chinese of p1, and its English over the end of a block"


def test_where_the_english_has_other_figures_its_words_are_not_missed_as_well(tmp_path: Path) -> None:
    translation = ENGLISH.replace("300 jobs", "400 jobs")
    annotations = stated(r02="quote_en: 300 jobs added")
    assert (
        found(english_quotes_stand_in_the_translation_once, tmp_path, report("a", BODY, annotations, translation)) == []
    )


def test_a_report_without_a_translation_waits_for_it(tmp_path: Path) -> None:
    annotations = stated(r02="quote_en: 300 jobs added")
    assert found(english_quotes_stand_in_the_translation_once, tmp_path, report("a", BODY, annotations)) == []


@pytest.mark.parametrize(
    ("english", "message"),
    [
        ({"r01": "Two streets were repaired", "r02": "and 300 jobs added"}, ""),
        ({"r01": "Two streets were repaired", "r02": "Two streets were repaired, and 300 jobs added"}, ""),
        ({"r01": "Two streets were repaired, and 300 jobs", "r02": "300 jobs added"}, "share a part: '300 jobs'"),
        ({"r01": "300 jobs added", "r02": "300 jobs added"}, "r02 has the very English words of r01"),
        ({"r01": "streets were repaired, and 300", "r02": "and 300 jobs"}, "share a part: 'and 300'"),
    ],
)
def test_words_of_two_statements_are_apart_or_one_within_the_other(
    english: dict[str, str], message: str, tmp_path: Path
) -> None:
    annotations = stated(**{name: f'quote_en: "{words}"' for name, words in english.items()})
    said = found(english_quotes_do_not_overlap, tmp_path, report("a", BODY, annotations, ENGLISH))
    assert len(said) == bool(message)
    assert all(one.startswith("quote-overlaps: ") and one.endswith(message) for one in said)


def test_two_kinds_of_the_same_chinese_words_have_the_same_english(tmp_path: Path) -> None:
    keys = "gloss: words, themes: [jobs], period_basis: stated, quote_en: 300 jobs added, quote: 新增就业300人"
    both = f'- {{id: r02, kind: result, period: "2022", {keys}}}\n- {{id: k01, kind: task, by: "2022", {keys}}}\n'
    given = report("a", BODY, f"statements:\n{both}", ENGLISH)
    assert found(english_quotes_do_not_overlap, tmp_path, given) == []


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("r02", "300 jobs added", ""),
        ("r02", "jobs added, prefix_en: 300", "lack 300人"),
        ("r01", "Two streets were repaired, and 300 jobs", "have 300, which its Chinese does not say"),
        ("r04", "40,000–50,000 jobs added", ""),
        ("r04", "50,000 jobs added", "lack 4至5万人"),
    ],
)
def test_the_words_carry_the_figures_of_their_statement_and_no_others(
    name: str, words: str, message: str, tmp_path: Path
) -> None:
    quote = words if "prefix" in words else f'"{words}"'
    annotations = stated(**{name: f"quote_en: {quote}"})
    said = found(english_quotes_carry_figures, tmp_path, report("a", BODY, annotations, ENGLISH))
    assert said == ([f"translation-quantity: the English words of {name} {message}"] if message else [])


def test_the_scale_of_a_list_that_its_last_figure_alone_says_counts_for_all(tmp_path: Path) -> None:
    body = "完成投资22亿元、7亿元、18亿元。"
    english = "Investment of 2.2, 0.7 and 1.8 billion yuan was completed."
    keys = 'kind: result, gloss: words, themes: [jobs], period: "2022", period_basis: stated'
    annotations = f"statements:\n- {{id: r01, quote: 完成投资22亿元, quote_en: Investment of 2.2, {keys}}}\n"
    assert found(english_quotes_carry_figures, tmp_path, report("a", body, annotations, english)) == []


def test_words_of_an_untranslated_block_and_words_that_are_excused_are_told(tmp_path: Path) -> None:
    translation = ENGLISH.partition("\n\n")[0] + "\n\n[untranslated]"
    annotations = stated(
        r01="quote_en: Two streets were repaired, without_quote_en: split", r03="quote_en: Two rivers were cleaned up"
    )
    _, issues = library_of(written(tmp_path, report("a", BODY, annotations, translation)))
    assert [f"{issue.code}: {issue.message}" for issue in issues] == [
        "english-mark: r01 gives quote_en, and says that it has no words of its own in the translation",
        "quote-missing: p2 has no English yet",
    ]
