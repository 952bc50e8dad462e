"""What may be reckoned of a promise: a table of words, and what is never judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from duizhao.content.records import Caution, Indicator, Measure, Statement
from duizhao.content.schema import Bilingual
from duizhao.content.times import StatedTime
from duizhao.corpus.arithmetic import arithmetic_of
from duizhao.text.period import Period, parse_period
from duizhao.text.quantity import quantity

YEAR = parse_period("2022")


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


def stated(
    *measures: Measure, kind: str = "result", modal: str = "", name: str = "r01", period: Period = YEAR
) -> Statement:
    """A statement with these measures."""
    return Statement(
        report="a",
        id=name,
        kind=kind,
        quote="",
        gloss="",
        themes=("jobs",),
        period=period,
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


JOBS = Indicator(
    id="new-jobs",
    name=Bilingual("城镇新增就业", "New urban jobs"),
    unit="人",
    theme="jobs",
    definition=Bilingual("就业。", "Jobs."),
)


def reckoned(promise: Statement, later: Sequence[Statement], indicator: Indicator = JOBS, said: Period = YEAR) -> str:
    return arithmetic_of(promise, said, later, {indicator.id: indicator})


def verdict(promised: str, found: str) -> str:
    return reckoned(stated(measured(promised), kind="target"), (stated(measured(found)),))


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
    assert reckoned(promise, (stated(measured("1.3万人", **other)),)) == "indeterminate"
    assert reckoned(stated(measured("1.3万人", **other), kind="target"), (stated(measured("1.3万人")),)) == (
        "indeterminate"
    )


def test_a_scope_is_one_where_its_chinese_is() -> None:
    one, other = Bilingual("城区", "the urban area"), Bilingual("城区", "urban area")
    promise = stated(measured("1.3万人", scope=one), kind="target")
    assert reckoned(promise, (stated(measured("1.3万人", scope=other)),)) == "met"


# aspect | date of the text | deadline | time of the later figure | what may be said
BY_DEADLINE = """
    increase | 2023-01-15 | 2025    | 2025            | indeterminate
    decrease | 2023-01-15 | 2025    | 2025            | indeterminate
    growth   | 2023-01-15 | 2025    | 2025            | indeterminate
    level    | 2023-01-15 | 2025    | 2025            | met
    share    | 2023-01-15 | 2025    | 2025            | met
    increase | 2023-01-15 | 2024    | 2024            | indeterminate
    increase | 2023-01-15 | 2023    | 2023            | met
    increase | 2022-12-28 | 2023    | 2023            | met
    increase | 2022-11-12 | 2023    | 2023            | met
    increase | 2022-10-08 | 2023    | 2023            | met
    increase | 2022-10    | 2023    | 2023            | met
    increase | 2022-11-12 | 2023    | 2022-11/2023-12 | indeterminate
    increase | 2022-11-12 | 2023-12 | 2023-12         | indeterminate
    increase | 2022-09-20 | 2023    | 2023            | indeterminate
    increase | 2022-11-12 | 2024    | 2024            | indeterminate
    increase | 2022-11-12 | 2024    | 2023/2024       | met
    increase | 2022-11-12 | 2024    | 2023-02/2024-12 | indeterminate
    increase | 2023       | 2023    | 2023            | met
    increase | 2022       | 2023    | 2023            | met
    increase | 2022       | 2024    | 2024            | indeterminate
    increase | 2022       | 2024    | 2023/2024       | indeterminate
    increase | 2023-01-15 | 2025    | 2021/2025       | met
    increase | 2023-01-15 | 2025    | 2023/2025       | met
    increase | 2022-12-28 | 2025    | 2023-01/2025-12 | met
    increase | 2023-01-15 | 2025    | 2024/2025       | indeterminate
    increase | 2023-01-15 | 2025    | 2021/2024       | indeterminate
    increase | 2023-01-15 | 2025-06 | 2025-06         | indeterminate
    increase | 2023-01-15 | 2025-06 | 2023-01/2025-06 | met
    level    | 2023-01-15 | 2025    | 2021/2025       | indeterminate
    increase | 2023-01-15 | 2023/2025 | 2023/2025     | met
    increase | 2023-01-15 | 2023/2025 | 2021/2025     | indeterminate
    """


@pytest.mark.parametrize("row", [row.strip() for row in BY_DEADLINE.strip().splitlines()])
def test_a_change_that_is_promised_in_all_by_a_later_year_is_reckoned_with_no_single_year(row: str) -> None:
    aspect, said, deadline, time, expected = (cell.strip() for cell in row.split("|"))
    due = parse_period(deadline)
    promise = stated(measured("1.3万人", aspect=aspect, period=due), kind="target", period=due)
    found = stated(measured("1.3万人", aspect=aspect, period=parse_period(time)))
    assert reckoned(promise, (found,), said=parse_period(said)) == expected


def test_a_change_that_is_promised_for_a_time_of_its_own_is_reckoned_with_that() -> None:
    due, own = parse_period("2025"), parse_period("2024")
    promise = stated(measured("1.3万人", period=own), kind="target", period=due)
    found = stated(measured("1.3万人", period=own))
    assert reckoned(promise, (found,), said=parse_period("2023-01")) == "met"


@pytest.mark.parametrize(
    ("one", "other"),
    [("2022", "2022-01/2022-12"), ("2022-H1", "2022-01/2022-06"), ("2022-Q1", "2022-01-01/2022-03-31")],
)
def test_a_time_that_is_written_otherwise_is_the_same(one: str, other: str) -> None:
    first, second = (measured("1.3万人", period=parse_period(time)) for time in (one, other))
    assert reckoned(stated(first, kind="target"), (stated(second),)) == "met"
    assert reckoned(stated(second, kind="target"), (stated(first),)) == "met"


ONE_THING = """
    城镇新增就业           | 新增就业
    整治的拥堵点           | 拥堵点整治
    拆除的旧厂房           | 拆除旧厂房面积
    重返岗位的失业人员     | 失业人员重返岗位
    全区生产总值增速       | 区生产总值同比增长
    """
OTHER_THINGS = """
    城镇新增就业           | 高校毕业生
    城镇新增就业           | 高校毕业生就业
    新增就业               | 毕业生就业
    养老床位               | 护理员
    城镇居民收入           | 农村居民收入
    中小学学位             | 中学学位
    出口                   | 进口
    完成改造的小区         | 启动改造的小区
    """


@pytest.mark.parametrize("row", [row.strip() for row in ONE_THING.strip().splitlines()])
def test_one_thing_in_other_words_is_reckoned_with(row: str) -> None:
    one, other = (measured("1.3万人", what=Bilingual(what.strip(), "words")) for what in row.split("|"))
    assert reckoned(stated(one, kind="target"), (stated(other),)) == "met"
    assert reckoned(stated(other, kind="target"), (stated(one),)) == "met"


@pytest.mark.parametrize("row", [row.strip() for row in OTHER_THINGS.strip().splitlines()])
def test_a_figure_of_something_else_is_never_reckoned_with(row: str) -> None:
    one, other = (measured("1.3万人", what=Bilingual(what.strip(), "words")) for what in row.split("|"))
    assert reckoned(stated(one, kind="target"), (stated(other),)) == "indeterminate"
    assert reckoned(stated(other, kind="target"), (stated(one),)) == "indeterminate"


@pytest.mark.parametrize(
    ("what", "said"), [("新增就业", "met"), ("高校毕业生", "indeterminate"), ("毕业生就业", "indeterminate")]
)
def test_what_a_figure_is_of_that_does_not_say_it_its_indicator_says(what: str, said: str) -> None:
    silent, speaking = measured("1.3万人"), measured("1.3万人", what=Bilingual(what, "words"))
    assert reckoned(stated(silent, kind="target"), (stated(speaking),)) == said
    assert reckoned(stated(speaking, kind="target"), (stated(silent),)) == said


@pytest.mark.parametrize("cautioned", ["a/t01", "a/r01"])
def test_a_figure_that_compares_with_no_other_is_never_reckoned_with(cautioned: str) -> None:
    promise, later = stated(measured("1.3万人"), kind="target", name="t01"), stated(measured("1.3万人"))
    caution = Caution(statements=(cautioned,), because=Bilingual("口径不同。", "Of another definition."))
    assert reckoned(promise, (later,), replace(JOBS, cautions=(caution,))) == "indeterminate"
    other = stated(measured("1.4万人"), name="r02")
    assert reckoned(promise, (later, other), replace(JOBS, cautions=(caution,))) == (
        "exceeded" if cautioned == "a/r01" else "indeterminate"
    )
    assert reckoned(promise, (later,), replace(JOBS, id="posts", cautions=(caution,))) == "met"


def test_another_indicator_or_none_gives_nothing_to_reckon_with() -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert reckoned(promise, ()) == ""
    assert reckoned(promise, (stated(measured("1.3万人", indicator="re-employed")),)) == ""
    assert reckoned(promise, (stated(measured("1.3万人", indicator="")),)) == ""
    without = stated(measured("1.3万人", indicator=""), kind="target")
    assert reckoned(without, (stated(measured("1.3万人", indicator="")),)) == ""


@pytest.mark.parametrize("modal", ["力争", "努力", "探索", "研究", "支持"])
def test_a_soft_promise_is_never_judged(modal: str) -> None:
    promise = stated(measured("1.3万人"), kind="target", modal=modal)
    assert reckoned(promise, (stated(measured("1.5万人")),)) == "indeterminate"


def test_only_a_result_can_meet_a_promise() -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert reckoned(promise, (stated(measured("1.3万人"), kind="target"),)) == "indeterminate"


def test_a_promise_of_two_quantities_has_no_verdict_where_one_is_met_and_one_short() -> None:
    jobs, posts = measured("1.3万人"), measured("500人", indicator="posts")
    promise = stated(jobs, posts, kind="target")
    assert reckoned(promise, (stated(jobs), stated(posts))) == "met"
    assert reckoned(promise, (stated(jobs), stated(measured("400人", indicator="posts")))) == "indeterminate"


# what is stated for 2023, for 2025 | what may be said of 5 by 2023 and 10 by 2025
DEADLINES = """
    6座 |      | indeterminate
        | 12座 | indeterminate
    6座 | 12座 | exceeded
    5座 | 10座 | met
    6座 | 9座  | indeterminate
    约6座 | 12座 | indeterminate
    """


@pytest.mark.parametrize("row", [row.strip(" ") for row in DEADLINES.strip("\n ").splitlines()])
def test_a_promise_of_several_deadlines_has_a_verdict_only_where_all_are_answered(row: str) -> None:
    first, last, said = (cell.strip() for cell in row.split("|"))
    years = [parse_period(year) for year in ("2023", "2025")]

    def parks(figure: str, year: Period) -> Measure:
        return measured(figure, aspect="level", indicator="parks", period=year)

    promise = stated(*map(parks, ("5座", "10座"), years), kind="target", period=None)
    promise = replace(promise, times=tuple(StatedTime(year, "stated") for year in years))
    later = [stated(parks(figure, year)) for figure, year in zip((first, last), years, strict=True) if figure]
    assert reckoned(promise, later, replace(JOBS, id="parks"), said=parse_period("2022-01")) == said


def test_a_deadline_whose_figure_is_of_no_indicator_is_never_answered() -> None:
    due, later = parse_period("2023"), parse_period("2025")
    promise = stated(measured("5座", period=due), measured("10座", period=later, indicator=""), kind="target")
    assert reckoned(promise, (stated(measured("6座", period=due)),)) == "indeterminate"


def test_what_a_rise_is_counted_from_is_no_part_of_what_is_promised() -> None:
    base, due = parse_period("2020"), parse_period("2025")
    promise = stated(
        measured("5座", period=base, aspect="level"), measured("10座", period=due, aspect="level"), kind="target"
    )
    promise = replace(promise, times=(StatedTime(due, "stated"),))
    again = measured("5座", period=base, aspect="level")
    assert reckoned(promise, (stated(again, measured("12座", period=due, aspect="level")),)) == "exceeded"
    assert reckoned(promise, (stated(again),)) == "indeterminate"
