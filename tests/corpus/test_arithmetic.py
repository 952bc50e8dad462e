"""What may be reckoned of a promise: a table of words, and what is never judged."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.content.records import Measure, Statement
from duizhao.content.schema import Bilingual
from duizhao.corpus.arithmetic import arithmetic_of
from duizhao.text.period import parse_period
from duizhao.text.quantity import quantity


def measured(figure: str, **other: object) -> Measure:
    """A measure of new jobs in 2022 with this figure, as its parser reads it."""
    read = quantity(figure)
    given_keys = {
        "aspect": "increase",
        "indicator": "new-jobs",
        "period": parse_period("2022"),
        "what": None,
        "scope": None,
    } | other
    return Measure(
        figure=figure,
        start=0,
        end=len(figure),
        quantity=read,
        operator=read.operator,
        value=read.base_value,
        upper=read.base_upper,
        unit=read.base_unit,
        **given_keys,
    )


def stated(*measures: Measure, kind: str = "result", modal: str = "") -> Statement:
    """A statement with these measures."""
    return Statement(
        report="a",
        id="r01",
        kind=kind,
        quote="",
        gloss="",
        themes=("jobs",),
        period=parse_period("2022"),
        period_basis="stated",
        modal=modal,
        modal_of_words="",
        measures=measures,
        headline=False,
        part_of="",
        voice=None,
        scope=None,
        note=None,
        block="p1",
        start=0,
        end=0,
    )


def verdict(promised: str, found: str) -> str:
    return arithmetic_of(stated(measured(promised), kind="target"), (stated(measured(found)),))


# promised | found | what may be said
ARITHMETIC = """
    1.3万人       | 1.3万人       | met
    1.3万人       | 13000人       | met
    1.3万人       | 1.3万名       | met
    1.3万人       | 1.3万         | met
    1.3万人       | 1.3万人次     | indeterminate
    1.3万人       | 1.35万人      | exceeded
    1.3万人       | 1.29万人      | short
    1.3万人以上   | 1.3万人       | met
    1.3万人以上   | 1.31万人      | exceeded
    1.3万人以上   | 1.2万人       | short
    不少于1.3万人 | 1.3万人以上   | met
    1.3万人以上   | 超1.3万人     | met
    1.3万人以上   | 超1.4万人     | exceeded
    超1.3万人     | 1.3万人       | short
    超1.3万人     | 超1.3万人     | met
    超1.3万人     | 1.31万人      | exceeded
    超1.3万人     | 1.3万人以上   | indeterminate
    1.3万人以上   | 1.2万人以上   | indeterminate
    1.3万人以上   | 超1.2万人     | indeterminate
    1.3万人       | 近1.3万人     | indeterminate
    1.3万人       | 约1.4万人     | indeterminate
    1.3万人左右   | 1.3万人       | indeterminate
    约1.3万人     | 1.5万人       | indeterminate
    1.3万人以内   | 1.2万人       | indeterminate
    不超过1.3万人 | 1.4万人       | indeterminate
    1.3-1.5万人   | 1.4万人       | indeterminate
    1.3万人       | 1.2-1.4万人   | indeterminate
    1.3万人       | 1.3万人以内   | indeterminate
    """


@pytest.mark.parametrize("row", [row.strip() for row in ARITHMETIC.strip().splitlines()])
def test_a_promised_quantity_and_a_stated_one_are_reckoned_only_as_far_as_their_words_go(row: str) -> None:
    promised, found, said = (cell.strip() for cell in row.split("|"))
    assert verdict(promised, found) == said


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_two_plain_figures_are_compared_exactly(promised: int, found: int) -> None:
    said = "met" if found == promised else "exceeded" if found > promised else "short"
    assert verdict(f"{promised}人", f"{found}人") == said


@pytest.mark.parametrize(
    "other",
    [
        {"period": parse_period("2021")},
        {"period": parse_period("2022-01/2022-06")},
        {"aspect": "level"},
        {"aspect": "growth"},
        {"scope": Bilingual("东街", "East Street")},
    ],
)
def test_another_period_aspect_or_scope_is_never_reckoned_with(other: dict[str, object]) -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert arithmetic_of(promise, (stated(measured("1.3万人", **other)),)) == "indeterminate"
    assert arithmetic_of(stated(measured("1.3万人", **other), kind="target"), (stated(measured("1.3万人")),)) == (
        "indeterminate"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("2022", "2022-01/2022-12"), ("2022-H1", "2022-01/2022-06"), ("2022-Q1", "2022-01-01/2022-03-31")],
)
def test_a_time_that_is_written_otherwise_is_the_same(one: str, other: str) -> None:
    first, second = (measured("1.3万人", period=parse_period(time)) for time in (one, other))
    assert arithmetic_of(stated(first, kind="target"), (stated(second),)) == "met"
    assert arithmetic_of(stated(second, kind="target"), (stated(first),)) == "met"


def test_another_indicator_or_none_gives_nothing_to_reckon_with() -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert arithmetic_of(promise, ()) == ""
    assert arithmetic_of(promise, (stated(measured("1.3万人", indicator="re-employed")),)) == ""
    assert arithmetic_of(promise, (stated(measured("1.3万人", indicator="")),)) == ""
    without = stated(measured("1.3万人", indicator=""), kind="target")
    assert arithmetic_of(without, (stated(measured("1.3万人", indicator="")),)) == ""


@pytest.mark.parametrize("modal", ["力争", "努力", "探索", "研究", "支持"])
def test_a_soft_promise_is_never_judged(modal: str) -> None:
    promise = stated(measured("1.3万人"), kind="target", modal=modal)
    assert arithmetic_of(promise, (stated(measured("1.5万人")),)) == "indeterminate"


def test_only_a_result_can_meet_a_promise() -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert arithmetic_of(promise, (stated(measured("1.3万人"), kind="target"),)) == "indeterminate"


def test_a_promise_of_two_quantities_has_no_verdict_where_one_is_met_and_one_short() -> None:
    jobs, posts = measured("1.3万人"), measured("500人", indicator="posts")
    promise = stated(jobs, posts, kind="target")
    assert arithmetic_of(promise, (stated(jobs), stated(posts))) == "met"
    assert arithmetic_of(promise, (stated(jobs), stated(measured("400人", indicator="posts")))) == "indeterminate"
