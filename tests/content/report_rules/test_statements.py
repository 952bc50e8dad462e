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


def late(body: str, *statements: str, date: str = "2018-06") -> list[tuple[str, str]]:
    """What is said of the times of these results and situations in a text of a date: code and message."""
    annotations = "statements:\n" + "".join(f"- {{{one}, gloss: words, themes: [jobs]}}\n" for one in statements)
    _, issues = read(body, annotations, id="qinghu-2018", date=date, covers="2017/2018", title="{zh: 一, en: One}")
    return [(issue.code, issue.message) for issue in issues if issue.code == "time-after-text"]


RESULT = "id: r01, kind: result, quote: 建成公园, period_basis: stated"
SITUATION = "id: s01, kind: situation, period_basis: stated"


@pytest.mark.parametrize(
    "time", ["2016", "2017/2018", "2018", "2018-H1", "2018-Q2", "2018-06", "2018-06-30", "2018/2020"]
)
def test_a_time_that_begins_before_its_text_or_with_it_may_end_after_it(time: str) -> None:
    assert late("建成公园。", f"{RESULT}, period: {time}") == []
    assert late("建成公园。", f"{RESULT}, period: {time}", date="2018") == []


@pytest.mark.parametrize("time", ["2061", "2019", "2018-H2", "2018-Q3", "2018-07", "2018-07-01", "2019/2020"])
def test_a_result_s_time_that_begins_after_its_text_is_told(time: str) -> None:
    message = f"the time of r01, {time}, begins after the text, which is of 2018-06"
    assert late("将建成公园。", f"{RESULT}, period: {time}") == [("time-after-text", message)]


def test_a_time_of_a_figure_alone_is_held_to_its_text_too() -> None:
    figure = "{figure: 3座, value: 3, unit: 座, operator: eq, aspect: level, period: 2020, period_basis: stated}"
    one = f"id: r01, kind: result, quote: 建成公园3座, measures: [{figure}]"
    assert [code for code, _ in late("建成公园3座。", one)] == ["time-after-text"]


@pytest.mark.parametrize(
    ("body", "quote", "time", "is_told"),
    [
        ("公园位于湖边。", "公园位于湖边", "2061", True),
        ("公园将于明年开放。", "公园将于明年开放", "2019", False),
        ("按照规划，公园有三座。", "公园有三座", "2020", False),
        ("2022年的运动会在湖边举行。", "运动会在湖边举行", "2022", False),
        ("2022年的运动会在湖边举行。", "运动会在湖边举行", "2202", True),
    ],
)
def test_a_situation_may_be_of_a_time_to_come_where_its_sentence_says_so(
    body: str, quote: str, time: str, is_told: bool
) -> None:
    found = late(body, f"{SITUATION}, quote: {quote}, period: {time}")
    assert [code for code, _ in found] == ["time-after-text"] * is_told


def test_where_all_times_begin_after_the_text_its_date_is_told_once() -> None:
    statements = [
        f"id: r0{n}, kind: result, quote: 建成{what}, period: 2019, period_basis: stated"
        for n, what in enumerate("园桥站")
    ]
    body = "建成园。建成桥。建成站。"
    ((_, message),) = late(body, *statements)
    assert message == "the text is of 2018-06, and the times of all 3 results and situations begin after it"
    assert len(late(body, *statements, "id: r04, kind: result, quote: 。建成, period: 2017, period_basis: stated")) == 3


def test_beside_a_date_that_is_doubted_times_are_not_judged() -> None:
    assert late("建成公园。", f"{RESULT}, period: 2018", date="2001") == []


def past(*statements: str, **front: str) -> list[tuple[str, str]]:
    """What is said of the times of these targets and tasks in a text of January 2023: code and message."""
    annotations = "statements:\n" + "".join(f"- {{{one}, gloss: words, themes: [jobs]}}\n" for one in statements)
    keys = {"id": "qinghu-2023", "date": '"2023-01-15"', "covers": "2022/2023", "title": "{zh: 一, en: One}"} | front
    _, issues = read("建成公园三座。推进甲事。", annotations, **keys)
    return [(issue.code, issue.message) for issue in issues if issue.code == "time-before-text"]


FIGURE = "measures: [{figure: 三座, value: 3, unit: 座, operator: eq, aspect: level}]"
TARGET = f"id: t01, kind: target, quote: 建成公园三座, {FIGURE}"
TASK = "id: k01, kind: task, quote: 推进甲事"


def ended(name: str, time: str) -> list[tuple[str, str]]:
    return [("time-before-text", f"the time of {name}, {time}, has ended before the text, which is of 2023-01-15")]


@pytest.mark.parametrize("time", ["2019", "2016/2020", "2021", "2021-12-31", "2021-H2"])
def test_a_promise_of_years_before_its_text_and_all_that_it_covers_is_told(time: str) -> None:
    assert past(f"{TARGET}, by: {time}, period_basis: stated") == ended("t01", time)
    assert past(f"{TASK}, by: {time}, period_basis: stated") == ended("k01", time)


@pytest.mark.parametrize("time", ["2023", "2021/2025", "2022/2023", "2023-01", "2023-01-01", "2030"])
@pytest.mark.parametrize("one", [TARGET, TASK])
def test_a_promise_whose_time_ends_in_the_year_of_its_text_or_later_may_have_begun(one: str, time: str) -> None:
    assert past(f"{one}, by: {time}, period_basis: stated") == []


@pytest.mark.parametrize("time", ["2022", "2022-Q1", "2020/2022"])
@pytest.mark.parametrize("one", [TARGET, TASK])
def test_a_promise_may_be_of_the_years_that_its_text_covers(one: str, time: str) -> None:
    assert past(f"{one}, by: {time}, period_basis: stated") == []


@pytest.mark.parametrize(
    ("basis", "front"),
    [
        ("inferred", {}),
        ("stated", {"date_basis": "inferred"}),
        ("stated", {"date": '"2042-01-15"'}),  # far from what it covers
    ],
)
def test_beside_a_time_or_a_date_that_is_not_printed_a_promise_is_not_judged(basis: str, front: dict[str, str]) -> None:
    assert past(f"{TARGET}, by: 2019, period_basis: {basis}", **front) == []


def test_where_all_promises_have_ended_before_the_text_its_date_is_told_once() -> None:
    stated = [f"{one}, by: 2019, period_basis: stated" for one in (TARGET, TASK)]
    assert [message for _, message in past(*stated)] == [
        "the text is of 2023-01-15, and the times of all 2 targets and tasks have ended before it"
    ]


def figures(
    *times: str, body: str = "公园到2019年达5座、2020年达8座。", basis: str = "stated"
) -> list[tuple[str, str]]:
    """What is said of a target of which its figures alone have times, in a text of January 2023."""
    measures = ", ".join(
        f"{{figure: {figure}, aspect: level, period: '{time}', period_basis: {basis}}}"
        for figure, time in zip(("5座", "8座"), times, strict=False)
    )
    target = f"id: t01, kind: target, quote: {body[:-1]}, measures: [{measures}], gloss: words, themes: [jobs]"
    keys = {"id": "qinghu-2023", "date": '"2023-01-15"', "covers": "2022/2023", "title": "{zh: 一, en: One}"}
    _, issues = read(body, f"statements:\n- {{{target}}}\n", **keys)
    return [(issue.code, issue.message) for issue in issues if issue.code == "time-before-text"]


def test_a_promise_whose_figures_alone_have_times_is_of_the_past_where_the_last_of_these_is() -> None:
    assert figures("2019", "2020") == figures("2020", "2019") == ended("t01", "2020")
    assert figures("2019", "2022") == figures("2019", "2025") == []
    assert figures("2019", "2020", basis="inferred") == []


def test_what_a_rise_is_counted_from_is_no_time_of_a_promise() -> None:
    assert figures("2019", "2025", body="公园由2019年的5座增至8座。") == []
    assert figures("2019", "2020", body="公园由2019年的5座增至8座。") == ended("t01", "2020")
    assert figures("2019", body="公园在2019年5座的基础上翻一番。") == []
    assert figures("2019", body="公园到2019年达5座。") == ended("t01", "2019")
