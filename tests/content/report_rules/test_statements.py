"""Rules of statements: ids, quotes, times, and the words that carry them."""

from __future__ import annotations

import pytest

from ...sample import told
from ..reports import BODY, FOLDER, read, statement, whole


def test_the_words_give_the_modal_and_another_stands_in_the_quote_or_before_it_in_its_sentence() -> None:
    body = "力争全年新增就业1万人。"
    keys = (
        "quote: 全年新增就业1万人, measures: [{figure: 1万人, value: 10000, unit: 人, operator: eq, aspect: increase}]"
    )
    of_target = {"kind": "target", "name": "t01", "time": 'by: "2022"'}
    for more, modal, strength in (
        ("", "力争", "soft"),
        (", modal: 力争", "力争", "soft"),
        (", modal: null", "力争", "soft"),
        (", modal: none", "", "plain"),
    ):
        only = whole(body, statement(f"{keys}{more}", **of_target)).statements[0]
        assert (only.modal, only.modal_of_words, only.strength) == (modal, "力争", strength)
    _, issues = read(body, statement(f"{keys}, modal: 确保", **of_target))
    assert [(issue.code, issue.message) for issue in issues] == [
        ("quote-missing", "the word '确保' stands neither in the quote nor before it in its sentence")
    ]


@pytest.mark.parametrize(
    ("name", "kind", "time"),
    [
        ("x01", "result", 'period: "2021"'),
        ("t01", "result", 'period: "2021"'),
        ("r1", "result", 'period: "2021"'),
        ("r0001", "result", 'period: "2021"'),
        ("r０１", "result", 'period: "2021"'),
        ("k01", "target", 'by: "2022"'),
    ],
)
def test_an_id_is_the_letter_of_the_kind_and_two_to_five_digits(name: str, kind: str, time: str) -> None:
    found, issues = read(BODY, statement("quote: 建成5家", kind, name, time))
    assert [issue.code for issue in issues] == ["bad-value"]
    assert found.statements == ()


@pytest.mark.parametrize("name", ["r01", "r001", "r999", "r1000", "r54321"])
def test_a_report_may_have_more_statements_than_three_digits_count(name: str) -> None:
    found, issues = read(BODY, statement("quote: 建成5家", "result", name, 'period: "2021"'))
    assert "bad-value" not in [issue.code for issue in issues]
    assert [one.id for one in found.statements] == [name]


@pytest.mark.parametrize(
    ("kind", "name", "time"),
    [
        ("result", "r01", 'by: "2022"'),
        ("task", "k01", 'period: "2022"'),
        ("task", "k01", 'by: "2022", period: "2022"'),
        ("result", "r01", "scope: {zh: 全区, en: The district}"),
    ],
)
def test_results_have_a_period_and_targets_and_tasks_a_time_by_which(kind: str, name: str, time: str) -> None:
    _, issues = read(BODY, statement("quote: 建成5家", kind, name, time))
    assert [issue.code for issue in issues] == ["time-misplaced"]


def test_the_second_statement_of_one_id_is_left_out() -> None:
    twice = statement("quote: 建成5家") + statement("quote: 新增床位500张").removeprefix("statements:\n")
    found, issues = read(BODY, twice)
    assert told(issues) == [("duplicate-id", f"{FOLDER}/annotations.yaml:3:8")]
    assert [one.quote for one in found.statements] == ["建成５家"]


def test_a_quote_does_not_run_over_the_end_of_a_paragraph() -> None:
    _, issues = read(BODY, statement("quote: 1.2万人。（一）养老"))
    assert [(issue.code, issue.message) for issue in issues] == [
        ("quote-missing", "the quote runs over the end of a paragraph")
    ]
