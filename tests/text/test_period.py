"""Times as values."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from duizhao.text.period import Period, parse_period

MOMENTS = st.one_of(
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}"),
    st.integers(1, 9999).map(lambda year: f"{year:04}"),
    st.tuples(st.integers(1, 9999), st.integers(1, 12)).map(lambda t: f"{t[0]:04}-{t[1]:02}"),
    st.tuples(st.integers(1, 9999), st.integers(1, 4)).map(lambda t: f"{t[0]:04}-Q{t[1]}"),
    st.tuples(st.integers(1, 9999), st.integers(1, 2)).map(lambda t: f"{t[0]:04}-H{t[1]}"),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2021-06-11", date(2021, 6, 11), date(2021, 6, 11)),
        ("2021-Q1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021-Q4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30)),
        ("2021-H2", date(2021, 7, 1), date(2021, 12, 31)),
        ("2021-01/2021-05", date(2021, 1, 1), date(2021, 5, 31)),
        ("2016/2020", date(2016, 1, 1), date(2020, 12, 31)),
        ("2021-06-11/2021-Q3", date(2021, 6, 11), date(2021, 9, 30)),
    ],
)
def test_a_time_reaches_from_its_first_day_to_its_last(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first_day, period.last_day, str(period)) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021-02-29", "a day that does not exist"),
        ("1900-02-29", "a day that does not exist"),
        ("2021-04-31", "a day that does not exist"),
        ("2021-06-00", "a day that does not exist"),
        ("2021-00", "a month that does not exist"),
        ("2021-13", "a month that does not exist"),
        ("2021-00-10", "a month that does not exist"),
        ("2021-Q0", "a quarter that does not exist"),
        ("2021-Q5", "a quarter that does not exist"),
        ("2021-H3", "a half that does not exist"),
        ("0000", "a year that does not exist"),
        ("2021/2020", "does not run forward"),
        ("2021/2021", "does not run forward"),
        ("2021/2021-06", "does not run forward"),
        ("2021-Q2/2021-04-30", "does not run forward"),
        ("2020/2021-02-30", "a day that does not exist"),
        ("2020/2021/2022", "is no time"),
        ("2020/", "is no time"),
        ("/2020", "is no time"),
        ("", "is no time"),
        ("2020年", "is no time"),
        ("２０２０", "is no time"),
        ("2020-6", "is no time"),
        ("2020-06-11T00:00", "is no time"),
        (" 2020", "is no time"),
        ("2020\n", "is no time"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_period(text)


@given(MOMENTS)
def test_a_time_is_said_as_it_was_written_and_pickles(text: str) -> None:
    period = parse_period(text)
    assert str(period) == text and pickle.loads(pickle.dumps(period)) == period
    assert period.first_day <= period.last_day and not period.is_pair


@given(MOMENTS, MOMENTS)
def test_a_pair_is_taken_exactly_if_it_runs_forward_at_both_ends(one: str, other: str) -> None:
    first, last = parse_period(one), parse_period(other)
    forward = first.first_day < last.first_day and first.last_day < last.last_day
    try:
        pair = parse_period(f"{one}/{other}")
    except ValueError:
        assert not forward
    else:
        assert forward and pair == Period(first.start, last.start) and pair.is_pair


@given(MOMENTS, MOMENTS)
def test_order_goes_by_the_first_day_and_then_by_the_last(one: str, other: str) -> None:
    a, b = parse_period(one), parse_period(other)
    assert (a < b) == ((a.first_day, a.last_day) < (b.first_day, b.last_day))


@given(st.dates(date(1, 1, 2), date(9999, 12, 31)))
def test_every_day_that_exists_is_taken_and_follows_the_day_before(day: date) -> None:
    before = day - timedelta(days=1)
    assert parse_period(before.isoformat()) < parse_period(day.isoformat())


@pytest.mark.parametrize(
    ("text", "years", "length"),
    [
        ("2020", (2020,), (12, 0)),
        ("2021-Q1", (2021,), (3, 0)),
        ("2021-H1", (2021,), (6, 0)),
        ("2021-06", (2021,), (1, 0)),
        ("2020-02-01/2020-02-29", (2020,), (1, 0)),
        ("2021-02-01/2021-02-27", (2021,), (0, 27)),
        ("2021-06-11", (2021,), (0, 1)),
        ("2021-06-30/2021-07-31", (2021,), (0, 32)),
        ("2021-01/2021-05", (2021,), (5, 0)),
        ("2020-12/2021-02", (2020, 2021), (3, 0)),
        ("2016/2020", (2016, 2020), (60, 0)),
        ("0001/9999", (1, 9999), (119988, 0)),
    ],
)
def test_a_time_knows_its_years_and_how_long_it_is(text: str, years: tuple[int, ...], length: tuple[int, int]) -> None:
    assert (parse_period(text).years, parse_period(text).length) == (years, length)


@pytest.mark.parametrize(
    "writings",
    [
        ("2023", "2023-01/2023-12", "2023-H1/2023-H2", "2023-Q1/2023-Q4", "2023-01-01/2023-12-31"),
        ("2022-H1", "2022-01/2022-06", "2022-Q1/2022-Q2", "2022-01-01/2022-06-30"),
        ("2022-Q4", "2022-10/2022-12"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2021/2025", "2021-01/2025-12"),
    ],
)
def test_a_time_is_the_same_however_it_is_written(writings: tuple[str, ...]) -> None:
    times = [parse_period(text) for text in writings]
    assert len({time.days for time in times}) == len({time.length for time in times}) == 1
