"""Follow-ups name what exists and what is later, with evidence that fits; promises have one."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.follow_ups import (
    evidence_fits,
    follow_ups_look_forward,
    follow_ups_name_statements,
    follow_ups_quote_reports,
    only_promises_are_followed_up,
    promises_are_followed_up,
    quotations_are_of_unmarked_words,
    quotations_stand_in_their_text_once,
    searched_words_are_absent,
    silence_needs_a_later_report,
    silence_quotes_nothing,
)

from ...sample import report, site_of
from .given import JOBS, found, one, raised, target


def test_a_follow_up_names_statements_that_exist(tmp_path: Path) -> None:
    follow_ups = "- {promise: a/t01, later: [b/r01], evidence: restated, because: {zh: 同。, en: Same.}}"
    assert found(follow_ups_name_statements, tmp_path, {"content/follow-ups.yaml": follow_ups}) == [
        "unknown-id: there is no statement a/t01",
        "unknown-id: there is no statement b/r01",
    ]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("a-report/t02", "did you mean a-report/t01? "),
        ("a-rerpot/t01", "did you mean a-report/t01? "),
        ("b-report/t01", "did you mean b-report/r01? "),
        ("b-report/k99", ""),
        ("nothing/t01", ""),
    ],
)
def test_the_statement_that_is_meant_is_looked_for_in_the_report_that_is_meant(
    name: str, meant: str, tmp_path: Path
) -> None:
    follow_ups = f"- {{promise: {name}, evidence: not-due, because: {{zh: 同。, en: Same.}}}}"
    reports = (
        report("a-report", "甲事100人。", target()),
        report("b-report", "新增300人。", one("300人", f"{JOBS}, unit: 人")),
    )
    site = site_of(tmp_path, *reports, {"content/follow-ups.yaml": follow_ups})
    (issue,) = raised(follow_ups_name_statements, site)
    assert issue.hint == f"{meant}full ids: report/statement"


def follow_up(more: str) -> dict[str, str]:
    return {"content/follow-ups.yaml": f"- {{promise: a/t01, because: {{zh: 同。, en: Same.}}, {more}}}"}


TWO = (
    report("a", "甲事100人。", target(), date='"2021"'),
    report("b", "新增300人。", one("300人", f"{JOBS}, unit: 人")),
)


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ("evidence: not-found, searched: [乙]", True),
        ("evidence: not-found", False),
        ("evidence: not-found, later: [b/r01]", False),
        ("evidence: not-found, searched: [乙], later: [b/r01]", False),
        ("evidence: not-due", True),
        ("evidence: not-due, later: [b/r01]", True),
        ("evidence: not-found, searched: [乙], later: [{report: b, quote: 新增, en: Words}]", False),
        ("evidence: related-words", False),
        ("evidence: related-words, later: [b/r01]", True),
        ("evidence: related-words, later: [{report: b, quote: 新增, en: Words}]", True),
        ("evidence: related-words, later: [b/r01], searched: [乙]", False),
        ("evidence: not-due, searched: [乙]", False),
        ("evidence: not-checked", True),
        ("evidence: not-checked, later: [b/r01]", False),
        ("evidence: reported-done, later: [b/r01]", True),
        ("evidence: reported-done", False),
        ("evidence: reported-progress, later: [b/r01], searched: [乙]", False),
        ("evidence: restated, later: [b/r01]", True),
        ("evidence: other-definition, later: [b/r01]", True),
        ("evidence: other-definition", False),
    ],
)
def test_evidence_goes_with_later_words_or_with_searched_ones_or_with_neither(
    more: str, fits: bool, tmp_path: Path
) -> None:
    assert (found(evidence_fits, tmp_path, *TWO, follow_up(more)) == []) is fits


def quoting(*quotations: str) -> dict[str, str]:
    return follow_up(f"evidence: related-words, later: [{', '.join(quotations)}]")


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("{report: b, quote: 扩大就业, en: Words}", []),
        ("{report: b, quote: 扩　大 就业, en: Words}", []),
        (
            "{report: b, quote: 稳定, en: Words}",
            [
                "quote-ambiguous: the quote occurs 2 times: "
                "p1: 扩大就业，[稳定]岗位。⏎继续稳定; p2: 稳定岗位。⏎继续[稳定]。⏎"
            ],
        ),
        ("{report: b, quote: 稳定, prefix: 继续, en: Words}", []),
        (
            "{report: b, quote: 稳定, suffix: 预期, en: Words}",
            ["quote-missing: the quote does occur, and nowhere before '预期'"],
        ),
        (
            "{report: b, quote: 扩大就学, en: Words}",
            ["quote-missing: the quote does not occur in the text; nearest is p1: [扩大就业]，稳定岗位。⏎继"],
        ),
        (
            "{report: b, quote: 稳定岗位。继续, en: Words}",
            ["quote-missing: the quote runs over the end of a paragraph"],
        ),
        ("{report: c, quote: 扩大就业, en: Words}", []),
    ],
)
def test_quoted_words_stand_once_in_the_text_that_they_are_said_to_be_of(
    quotation: str, told: list[str], tmp_path: Path
) -> None:
    later = report("b", "扩大就业，稳定岗位。\n继续稳定。")
    assert found(quotations_stand_in_their_text_once, tmp_path, TWO[0], later, quoting(quotation)) == told


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("扩大就业", ""),
        ("稳定岗位", ""),
        ("新增300人", "b/r01"),
        ("300人", "b/r01"),
        ("就业，新增", "b/r01"),
        ("人，稳", "b/r01"),
    ],
)
def test_words_that_a_statement_marks_are_named_by_it_and_not_quoted(
    quote: str, statement: str, tmp_path: Path
) -> None:
    later = report("b", "扩大就业，新增300人，稳定岗位。", one("300人", f"{JOBS}, unit: 人"))
    told = [f"bad-value: the words stand, at least in part, in the statement {statement}"] if statement else []
    parts = (TWO[0], later, quoting(f"{{report: b, quote: {quote}, en: Words}}"))
    assert found(quotations_are_of_unmarked_words, tmp_path, *parts) == told


def test_words_are_quoted_once_in_a_follow_up(tmp_path: Path) -> None:
    one_and_more = quoting("{report: b, quote: 新增, en: Words}", "b/r01", "{report: b, quote: 新增, en: Words}")
    site = site_of(tmp_path, *TWO, one_and_more)
    (issue,) = raised(quotations_stand_in_their_text_once, site)
    assert (issue.code, issue.message) == ("bad-value", "later: quotes the same words twice")
    assert issue.place.col == one_and_more["content/follow-ups.yaml"].rindex("新增") + 1


def test_the_text_that_is_quoted_exists_and_is_a_later_one_of_the_district(tmp_path: Path) -> None:
    named = (report("a-report", "甲事100人。", target(), date='"2021"'), report("b-report", "新增。"))
    quoted = (("b-rerpot", "新增"), ("a-report", "甲事"), ("b-report", "新增"))
    one_of_each = f"[{', '.join(f'{{report: {name}, quote: {words}, en: Words}}' for name, words in quoted)}]"
    follow_ups = (
        f"- {{promise: a-report/t01, evidence: restated, because: {{zh: 同。, en: Same.}}, later: {one_of_each}}}"
    )
    site = site_of(tmp_path, *named, {"content/follow-ups.yaml": follow_ups})
    (unknown,) = raised(follow_ups_quote_reports, site)
    assert (unknown.code, unknown.message) == ("unknown-id", "there is no report b-rerpot")
    assert unknown.hint == "did you mean b-report? a report’s id is the name of its folder"
    (earlier,) = raised(follow_ups_look_forward, site)
    assert (earlier.code, earlier.message, earlier.hint) == (
        "later-not-later",
        "a-report is no later report of the same district than a-report",
        "later reports: b-report",
    )


@pytest.mark.parametrize(
    ("evidence", "sentence", "told"),
    [
        ("not-found, searched: [乙]", "只写“扩大就业”。", "扩大就业"),
        ("not-found, searched: [乙]", "只写「扩 大就业」。", "扩 大就业"),
        ("not-found, searched: [乙]", "另写“５Ｇ”。", "５Ｇ"),
        ("not-found, searched: [乙]", "没有写“甲事”。", ""),
        ("not-found, searched: [乙]", "没有写扩大就业。", ""),
        ("related-words, later: [{report: b, quote: 扩大就业, en: Words}]", "只写“扩大就业”。", ""),
    ],
)
def test_a_promise_of_which_nothing_was_found_has_no_later_words_in_its_sentence(
    evidence: str, sentence: str, told: str, tmp_path: Path
) -> None:
    follow_ups = f"- {{promise: a/t01, because: {{zh: {sentence}, en: Words.}}, evidence: {evidence}}}"
    parts = (TWO[0], report("b", "扩大就业，建设5G。"), {"content/follow-ups.yaml": follow_ups})
    message = f"evidence-disagrees: the evidence is not-found, and its sentence quotes {told!r}, which b has"
    assert found(silence_quotes_nothing, tmp_path, *parts) == ([message] if told else [])


def test_nothing_is_not_found_where_there_is_no_later_report_to_search(tmp_path: Path) -> None:
    more = follow_up("evidence: not-found, searched: [乙]")
    assert found(silence_needs_a_later_report, tmp_path, report("a", "甲事100人。", target()), more) == [
        "evidence-disagrees: the evidence is not-found, and there is no later report in which to search"
    ]


def test_a_follow_up_looks_only_to_later_reports_of_the_district(tmp_path: Path) -> None:
    parts = (
        report("a", "甲事100人。", target(), date='"2021"'),
        report("b", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2022"'),
        report("c", "新增300人。", one("300人", f"{JOBS}, unit: 人").replace("2022", "2020"), date='"2020"'),
        report("d", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2022"', district="baishi"),
        follow_up("evidence: restated, later: [b/r01, c/r01, d/r01]"),
    )
    assert found(follow_ups_look_forward, tmp_path, *parts) == [
        "later-not-later: c is no later report of the same district than a",
        "later-not-later: d is no later report of the same district than a",
    ]


def test_a_result_is_not_followed_up(tmp_path: Path) -> None:
    follow_ups = "- {promise: b/r01, evidence: not-checked, because: {zh: 无。, en: None.}}"
    assert found(only_promises_are_followed_up, tmp_path, *TWO, {"content/follow-ups.yaml": follow_ups}) == [
        "later-not-later: b/r01 is a result; only targets and tasks are followed up"
    ]


def test_a_situation_is_no_promise_and_who_names_a_former_id_is_told_the_one_of_now(tmp_path: Path) -> None:
    situation = one("300人", f"{JOBS}, unit: 人").replace("id: r01", "id: s01\n          formerly: [r01]")
    parts = (TWO[0], report("b", "新增300人。", situation.replace("kind: result", "kind: situation")))
    follow_ups = "- {promise: b/s01, evidence: not-checked, because: {zh: 同。, en: Same.}}"
    assert found(only_promises_are_followed_up, tmp_path, *parts, {"content/follow-ups.yaml": follow_ups}) == [
        "later-not-later: b/s01 is a situation; only targets and tasks are followed up"
    ]
    corpus = site_of(tmp_path, *parts, follow_up("evidence: restated, later: [b/r01]"))
    (issue,) = follow_ups_name_statements(corpus)
    assert (issue.message, issue.hint) == (
        "there is no statement b/r01",
        "did you mean b/s01? full ids: report/statement",
    )


@pytest.mark.parametrize(
    ("keys", "asked"),
    [({"fully_read": "true", "date": '"2021"'}, True), ({"date": '"2021"'}, False), ({"fully_read": "true"}, False)],
)
def test_a_target_is_followed_up_where_its_report_is_read_and_a_later_one_exists(
    keys: dict[str, str], asked: bool, tmp_path: Path
) -> None:
    said = found(promises_are_followed_up, tmp_path, report("a", "甲事100人。", target(), **keys), TWO[1])
    assert said == (["follow-up-missing: t01 is a target, and has no follow-up"] if asked else [])


def test_a_task_is_followed_up_where_it_names_an_initiative(tmp_path: Path) -> None:
    keys = 'kind: task, themes: [jobs], gloss: words, by: "2021", period_basis: stated'
    annotations = f"statements: [{{id: k01, quote: 东堤公园, {keys}}}, {{id: k02, quote: 修路, {keys}}}]"
    initiatives = """
        - id: park
          name: {zh: 东堤公园, en: Dongdi Park}
          kind: place
          aliases: [东堤公园]
          districts: [qinghu]
          note: {zh: 公园。, en: A park.}
        """
    parts = (
        report("a", "东堤公园。修路。", annotations, fully_read="true", date='"2021"'),
        TWO[1],
        {"content/initiatives.yaml": initiatives},
    )
    assert found(promises_are_followed_up, tmp_path, *parts) == [
        "follow-up-missing: k01 names park, and has no follow-up"
    ]


@pytest.mark.parametrize(
    ("word", "there"),
    [("5G基站", True), ("５Ｇ 基站", True), ("5g", True), ("建设5G", True), ("5G基站群", False), ("6G", False)],
)
def test_a_searched_word_is_looked_for_in_any_width_and_case(word: str, there: bool, tmp_path: Path) -> None:
    parts = (
        report("a", "甲事100人。", target(), date='"2021"'),
        report("b", "建设 ５Ｇ\n基站。"),
        follow_up(f"evidence: not-found, searched: [{word}]"),
    )
    said = found(searched_words_are_absent, tmp_path, *parts)
    assert said == ([f"searched-found: {word!r} does occur in b"] if there else [])


def test_a_searched_word_may_stand_in_earlier_reports_and_in_those_of_other_districts(tmp_path: Path) -> None:
    parts = (
        report("a", "甲事100人。", target(), date='"2021"'),
        report("b", "5G基站。", date='"2020"'),
        report("c", "5G基站。", date='"2022"', district="baishi"),
        follow_up("evidence: not-found, searched: [5G]"),
    )
    assert found(searched_words_are_absent, tmp_path, *parts) == []
