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
        ("situation", "s01", 'by: "2022"'),
    ],
)
def test_results_and_situations_have_a_period_and_targets_and_tasks_a_time_by_which(
    kind: str, name: str, time: str
) -> None:
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


@pytest.mark.parametrize(("kind", "name"), [("task", "k01"), ("result", "r01"), ("situation", "s01")])
def test_a_statement_of_any_kind_may_have_no_time_and_then_has_no_basis(kind: str, name: str) -> None:
    body = BODY
    (only,) = whole(body, open_ended(f"quote: 建成5家, {MEASURE}", kind, name)).statements
    assert (only.period, only.period_basis, only.measures[0].period, only.measures[0].period_basis) == (
        None,
        "",
        None,
        "",
    )
    _, issues = read(body, open_ended(f"quote: 建成5家, {MEASURE}, period_basis: inferred", kind, name))
    assert [(issue.code, issue.message) for issue in issues] == [("basis-misplaced", "a basis without a time")]


def test_a_time_of_a_statement_or_of_a_figure_alone_has_its_basis() -> None:
    own = MEASURE.replace("}]", ', period: "2020"}]')
    _, issues = read(BODY, open_ended(f'quote: 建成5家, period: "2021", {own}', "result", "r01"))
    assert [(issue.code, issue.message) for issue in issues] == [("basis-misplaced", "a time without its basis")] * 2
    stated = own.replace("}]", ", period_basis: inferred}]")
    (only,) = whole(BODY, open_ended(f"quote: 建成5家, {stated}", "situation", "s01")).statements
    assert (str(only.measures[0].period), only.measures[0].period_basis) == ("2020", "inferred")


def test_a_situation_commits_to_nothing_and_has_no_strength() -> None:
    (only,) = whole(BODY, open_ended("quote: 建成5家", "situation", "s01")).statements
    assert (only.modal, only.strength) == ("", "")


def test_an_id_that_a_statement_had_before_is_no_other_s_and_of_the_form_of_an_id() -> None:
    second = open_ended("quote: 新增床位500张", "situation", "s02").removeprefix("statements:\n")
    both = open_ended("quote: 建成5家, formerly: [r07, k003]", "situation", "s01") + second
    found, issues = read(BODY, both)
    assert issues == []
    assert found.statements[0].formerly == ("r07", "k003")
    assert {name.rpartition("/")[2] for name in found.statements[0].former_ids} == {"r07", "k003"}
    for given, message in (
        ("s02", "s02 is the id of the statement on line 3"),
        ("s01", "s01 is the id of the statement on line 2"),
        ("r7", "'r7' is no id of a statement"),
    ):
        _, issues = read(BODY, both.replace("k003", given))
        assert [issue.message for issue in issues] == [message]
    third = second.replace("s02", "s03").replace("新增", "").replace("gloss", "formerly: [k003], gloss")
    _, issues = read(BODY, both + third)
    assert [issue.message for issue in issues] == ["k003 is already a former id of the one on line 2"]


MEASURE = "measures: [{figure: 5家, value: 5, unit: 家, operator: eq, aspect: increase}]"


def open_ended(keys: str, kind: str, name: str) -> str:
    """A statement with nothing but these keys, its gloss and its theme."""
    return f"statements:\n- {{id: {name}, kind: {kind}, gloss: a, themes: [jobs], {keys}}}\n"
