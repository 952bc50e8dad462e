"""Suggestions as YAML: what is written is read again as the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, strategies as st

from duizhao.content.suggested import (
    Rejected,
    SuggestedBlank,
    SuggestedFollowUp,
    SuggestedMeasure,
    SuggestedNumber,
    SuggestedStatement,
    Suggestions,
)
from duizhao.content.suggestion_file import suggestions_of
from duizhao.suggest.writing import suggestions_text
from duizhao.text.period import parse_period

MEASURE = SuggestedMeasure(
    figure="4万人以上",
    value=Decimal(40000),
    unit="人",
    operator="ge",
    aspect="increase",
    indicator="new-jobs",
    confidence=Decimal("0.95"),
)
STATEMENT = SuggestedStatement(
    id="g001",
    kind="target",
    quote="新增就业4万人以上",
    themes=("jobs", "talent"),
    by=parse_period("2022"),
    period_basis="stated",
    modal="力争",
    strength="soft",
    measures=(MEASURE,),
    confidence=Decimal("0.91"),
)
WHOLE = Suggestions(
    text_sha256="ab12",
    statements=(STATEMENT, replace(STATEMENT, id="g002", measures=(), by=None, period_basis="")),
    nothing_to_code=(SuggestedBlank(block="p3", confidence=Decimal("0.70")),),
    numbers=(SuggestedNumber(text="三大平台", block="p2", reason="label", confidence=Decimal("0.80")),),
    follow_ups=(
        SuggestedFollowUp(promise="a-2021/t01", later="g001", grounds=("wording",), confidence=Decimal("0.6")),
    ),
    rejected=(Rejected(kind="task", quote="改造大桥", text_sha256="ab12"),),
)


def read(text: str) -> Suggestions:
    suggestions, issues = suggestions_of("suggestions.yaml", text)
    assert suggestions is not None and issues == []
    return suggestions


def test_all_that_is_proposed_is_read_again_as_the_same() -> None:
    assert read(suggestions_text(WHOLE)) == WHOLE


def test_suggestions_of_nothing_are_a_file_that_can_be_read() -> None:
    assert read(suggestions_text(Suggestions(text_sha256="ab12"))) == Suggestions(text_sha256="ab12")


def test_a_statement_stands_one_key_a_line_and_a_measure_on_a_line_of_its_own() -> None:
    lines = suggestions_text(WHOLE).split("\n")
    assert "- id: g001" in lines and "  quote: 新增就业4万人以上" in lines and '  by: "2022"' in lines
    assert (
        "  - {figure: 4万人以上, value: 40000, unit: 人, operator: ge, aspect: increase, indicator: new-jobs,"
        " confidence: 0.95}"
    ) in lines


@given(
    st.text("建桥a1 ,:#'\"\\[]{}&*!|>%@`-?~，。：“”《》（）\t", min_size=1, max_size=24).filter(
        lambda text: text.strip()
    )
)
def test_any_words_are_quoted_so_that_they_come_back(words: str) -> None:
    one = replace(STATEMENT, quote=words, measures=(replace(MEASURE, figure=words),))
    assert read(suggestions_text(Suggestions(text_sha256="ab12", statements=(one,)))).statements == (one,)
