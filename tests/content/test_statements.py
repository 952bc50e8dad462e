"""Statements and measures where they stand in the text."""

from __future__ import annotations

from decimal import Decimal

from .reports import BODY, statement, whole


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
