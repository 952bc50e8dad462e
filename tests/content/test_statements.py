"""Statements and measures where they stand in the text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duizhao.content.records import Measure

from .reports import BODY, read, statement, whole


def test_a_statement_is_the_report_s_words_at_their_place() -> None:
    found = whole(BODY, statement("quote: 建成5家"))
    (only,) = found.statements
    assert (only.full_id, only.block, only.quote) == ("qinghu-2022/r01", "p2", "建成５家")
    assert found.text[only.start : only.end] == only.quote
    assert (str(only.period), only.strength) == ("2021", "")


def test_statements_are_in_the_order_of_the_text_an_outer_one_before_the_one_in_it() -> None:
    annotations = """
        statements:
        - {id: r03, kind: result, quote: 新增床位500张, gloss: c, themes: [jobs], period: "2021", period_basis: stated}
        - {id: r02, kind: result, quote: 建成5家, gloss: b, themes: [jobs], period: "2021", period_basis: stated}
        - {id: r01, kind: result, quote: 建成5家。新增, gloss: a, themes: [jobs], period: "2021", period_basis: stated}
        """
    assert [one.id for one in whole(BODY, annotations).statements] == ["r01", "r02", "r03"]


def test_a_measure_is_found_in_its_quote_and_read_again() -> None:
    found = whole(
        BODY,
        statement(
            "quote: 新增就业1.2万人,"
            " measures: [{figure: 1.2万人, value: 12000, unit: 人, operator: eq, aspect: increase}]"
        ),
    )
    (measure,) = found.statements[0].measures
    assert found.text[measure.start : measure.end] == measure.figure == "1.2万人"
    assert (measure.value, measure.unit, measure.operator) == (Decimal(12000), "人", "eq")
    assert (measure.quantity.value, measure.quantity.unit) == (Decimal("1.2"), "万人")
    assert str(measure.period) == "2021"


def test_values_may_be_entered_with_other_zeros_than_the_figure_has() -> None:
    measure = "{figure: 500张, value: '500.0', unit: 张, operator: eq, aspect: increase}"
    assert whole(BODY, statement(f"quote: 新增床位500张, measures: [{measure}]")).statements[0].measures


def test_a_figure_of_a_list_says_what_its_list_says_for_all() -> None:
    measure = "{figure: '2.2', value: 2.2, unit: 个百分点, operator: eq, aspect: increase}"
    body = BODY.replace("建成５家", "占比分别提高2.2、0.7个百分点")
    found = whole(body, statement(f"quote: 占比分别提高2.2, measures: [{measure}]"))
    (only,) = found.statements[0].measures
    assert (only.quantity.base_value, only.quantity.base_unit) == (Decimal("2.2"), "个百分点")
    assert found.text[only.start : only.end] == only.figure == "2.2"


def measure_of(body: str, quote: str, keys: str) -> Measure:
    (only,) = whole(body, statement(f"quote: {quote}, measures: [{{{keys}}}]")).statements[0].measures
    return only


def test_what_is_left_out_of_a_measure_is_what_its_figure_and_the_words_before_it_say() -> None:
    entered = measure_of(
        BODY, "新增就业1.2万人", "figure: 1.2万人, value: 12000, unit: 人, operator: eq, aspect: increase"
    )
    left_out = measure_of(BODY, "新增就业1.2万人", "figure: 1.2万人")
    assert left_out == entered
    names = ("value", "unit", "operator", "aspect")
    assert {left_out.where.entered(name) for name in names} == {"parser"}
    assert {left_out.where.at(name) for name in names} == {left_out.where.at("figure")}
    assert {entered.where.entered(name) for name in names} == {"person"}


@pytest.mark.parametrize(
    ("printed", "figure", "said"),
    [
        ("新增床位300至500张", "300至500张", ("300", "500", "张", "range", "increase")),
        ("警情下降3.0%", "3.0%", ("3.0", "None", "%", "eq", "decrease")),
        ("居全市第三位", "第三位", ("3", "None", "位", "rank", "rank")),
        ("服务全覆盖", "全覆盖", ("None", "None", "", "coverage", "share")),
        ("床位达到500张以上", "500张以上", ("500", "None", "张", "ge", "None")),
        ("床位总数达500张以上", "500张以上", ("500", "None", "张", "ge", "level")),
    ],
)
def test_each_form_of_a_figure_says_its_own(printed: str, figure: str, said: tuple[str, ...]) -> None:
    found, issues = read(f"{printed}。", statement(f"quote: {printed}, measures: [{{figure: {figure}}}]"))
    assert found is not None
    if said[-1] == "None":
        assert [issue.code for issue in issues] == ["missing-key"] and not found.statements[0].measures
        return
    (only,) = found.statements[0].measures
    assert not issues and (str(only.value), str(only.upper), only.unit, only.operator, only.aspect) == said


def test_an_aspect_that_no_words_say_is_that_of_the_indicator_unless_they_deny_it() -> None:
    def issues(figure: str, printed: str) -> list[str]:
        annotations = statement(f"quote: {printed}, measures: [{{figure: {figure}, indicator: beds}}]")
        return [issue.code for issue in read(f"{printed}。", annotations, aspects={"beds": "level"})[1]]

    assert issues("500张", "床位有500张") == []
    assert issues("15%", "床位占15%") == ["missing-key"]


@pytest.mark.parametrize(
    ("printed", "figure", "hint"),
    [("占全市15%", "15%", "share or growth or decrease"), ("建成500张", "500张", "level or increase")],
)
def test_an_aspect_that_nothing_says_is_asked_for(printed: str, figure: str, hint: str) -> None:
    _, issues = read(f"{printed}。", statement(f"quote: {printed}, measures: [{{figure: {figure}}}]"))
    message = f"the aspect is left out, and neither the words before {figure} nor an indicator say it"
    assert [(issue.code, issue.message, issue.hint) for issue in issues] == [
        ("missing-key", message, f"write aspect: {hint}")
    ]


def with_times(kind: str, own: str, *figures: str) -> list[str]:
    """The times of a statement of a text of 2022 that has its own, if any, and one of each of its figures.

    The text's date is not printed, so that nothing is refused as of the past.
    """
    numbers = range(3, 3 + len(figures))
    measures = ", ".join(
        f"{{figure: {number}家, aspect: level, period: '{time}', period_basis: stated}}"
        for number, time in zip(numbers, figures, strict=True)
    )
    quote = "".join(f"建成{number}家" for number in numbers) or "多建一些"
    body = f"quote: {quote}, measures: [{measures}]" if figures else f"quote: {quote}"
    written = statement(
        body, kind, {"target": "t01", "task": "k01"}.get(kind, "r01"), time=own or "note: {zh: 注, en: n}"
    )
    if not own:
        written = written.replace("period_basis: stated, quote", "quote")
    (only,) = whole(f"{quote}。", written, date='"2022"', date_basis="inferred").statements
    return [str(time.period) for time in only.times]


@pytest.mark.parametrize(
    ("own", "figures", "times"),
    [
        ("", ("2025", "2030"), ["2025", "2030"]),
        ("", ("2030", "2025", "2025"), ["2025", "2030"]),
        ('by: "2030"', ("2025", "2030"), ["2025", "2030"]),
        ('by: "2025"', ("2030",), ["2025", "2030"]),
        ('by: "2026"', ("2021/2026",), ["2026"]),
        ("", ("2020", "2025"), ["2025"]),
        ("", ("2020",), []),
        ("", ("2022-Q1",), ["2022-Q1"]),
        ('by: "2022"', (), ["2022"]),
        ("", (), []),
    ],
)
def test_a_promise_has_the_deadlines_of_its_figures_beside_its_own(
    own: str, figures: tuple[str, ...], times: list[str]
) -> None:
    assert with_times("target" if figures else "task", own, *figures) == times


@pytest.mark.parametrize(
    ("quote", "date", "times"),
    [
        ("公园由2020年的5座增至2025年的10座", "2020-12-28", ["2025"]),
        ("公园由2020年的5座增至2025年的10座", "2020-03", ["2025"]),
        ("公园从2020年末的5座，提高到2025年的10座", "2020", ["2025"]),
        ("将2020年的5座公园增加到2025年的10座", "2020-12-28", ["2025"]),
        ("在2020年5座公园的基础上，2025年达10座", "2020-12-28", ["2025"]),
        ("公园比2020年的5座翻一番，2025年达10座", "2020-12-28", ["2025"]),
        ("公园由2020年的5座增至2025年的10座", "2021-01-12", ["2025"]),
        ("公园2020年达5座、2025年达10座", "2020-10-12", ["2020", "2025"]),
        ("公园由2020年的5座增至2025年的10座", "2019-01-12", ["2020", "2025"]),
        ("公园由4座增至2020年的5座和2025年的10座", "2020-03", ["2020", "2025"]),
    ],
)
def test_the_time_of_what_a_rise_is_counted_from_is_no_deadline_where_it_has_begun(
    quote: str, date: str, times: list[str]
) -> None:
    measures = ", ".join(
        f"{{figure: {figure}, aspect: level, period: '{year}', period_basis: stated}}"
        for figure, year in (("5座", "2020"), ("10座", "2025"))
    )
    written = statement(f"quote: {quote}, measures: [{measures}]", "target", "t01", time="note: {zh: 注, en: n}")
    written = written.replace("period_basis: stated, quote", "quote")
    (only,) = whole(f"{quote}。", written, date=f'"{date}"', covers='"2020"').statements
    assert [str(time.period) for time in only.times] == times


@pytest.mark.parametrize(
    ("own", "figures", "times"),
    [
        ("", ("2021", "2020"), ["2020", "2021"]),
        ("", ("2020", "2016/2020"), ["2016/2020", "2020"]),
        ('period: "2015/2020"', ("2015", "2020"), ["2015/2020"]),
        ("", (), []),
    ],
)
def test_of_what_promises_nothing_the_times_of_figures_stand_in_for_its_own(
    own: str, figures: tuple[str, ...], times: list[str]
) -> None:
    assert with_times("result", own, *figures) == times
