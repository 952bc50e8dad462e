"""What joins the records: times, mentions, observations, earlier and later, and what is looked up by pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from duizhao.corpus.join import Corpus
from duizhao.corpus.observing import last_day
from duizhao.text.period import parse_period

from ..sample import report, sample, site_of
from .test_mentions import INITIATIVES


def joined_sample() -> Corpus:
    """The invented project, joined."""
    site = sample().site
    assert site is not None
    return site


def lists(rows: Mapping[object, Sequence[object]]) -> dict[object, list[object]]:
    """A map with lists in place of tuples."""
    return {key: list(values) for key, values in rows.items()}


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        ("2020", "2021-01"),
        ("2021-Q1", "2021-04"),
        ("2021-03-15", "2021-Q1"),
        ("2021-Q2", "2021"),
        ("2019/2020", "2021-Q1"),
    ],
)
def test_ends_of_periods_of_any_kind_are_in_the_order_of_time(sooner: str, later: str) -> None:
    assert last_day(None) < last_day(parse_period(sooner)) < last_day(parse_period(later))


def test_a_statement_has_the_initiatives_that_its_quote_names_in_their_order_and_once(tmp_path: Path) -> None:
    annotations = """
        statements:
        - {id: r01, kind: result, quote: 东堤改造完工。东堤公园开放。东堤改造, gloss: a, themes: [jobs], period: "2022",
           period_basis: stated}
        - {id: r02, kind: result, quote: 验收, gloss: b, themes: [jobs], period: "2022", period_basis: stated}
        """
    site = site_of(tmp_path, INITIATIVES, report("a", "东堤改造完工。东堤公园开放。东堤改造验收。", annotations))
    assert site.initiatives_of == {"a/r01": ("park-works", "park"), "a/r02": ()}


def jobs(name: str, year: str, figure: str, value: int, kind: str = "result") -> str:
    time = "period" if kind == "result" else "by"
    return f"""
        statements:
        - id: {name}
          kind: {kind}
          quote: 新增就业{figure}
          gloss: jobs
          themes: [jobs]
          {time}: "{year}"
          period_basis: stated
          measures:
          - {{figure: {figure}, value: {value}, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}}
        """


def test_observations_are_in_the_order_of_time(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        report("b-late", "新增就业300人。", jobs("t01", "2023", "300人", 300, "target"), date='"2022"'),
        report("a-early", "新增就业100人。", jobs("r01", "2020", "100人", 100), date='"2021"'),
        report("c-other", "新增就业200人。", jobs("r01", "2021", "200人", 200), district="baishi", date='"2022"'),
    )
    assert [(o.statement.full_id, o.measure.figure) for o in site.observations["new-jobs"]] == [
        ("a-early/r01", "100人"),
        ("c-other/r01", "200人"),
        ("b-late/t01", "300人"),
    ]


def test_later_reports_are_those_of_the_same_district_dated_after(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        report("a", "甲。", date='"2021-06-30"'),
        report("b", "乙。", date='"2021-06-30"'),
        report("c", "丙。", date='"2021-09"'),
        report("d", "丁。", date='"2020"'),
        report("e", "戊。", date='"2022"', district="baishi"),
    )
    assert [one.id for one in site.by_date("qinghu")] == ["d", "a", "b", "c"]
    assert [one.id for one in site.later(site.reports["d"])] == ["a", "b", "c"]
    assert [one.id for one in site.later(site.reports["a"])] == ["c"]
    assert site.later(site.reports["c"]) == site.later(site.reports["e"]) == ()


def test_records_of_every_kind_are_found_by_id() -> None:
    site = joined_sample()
    for kind in ("districts", "themes", "indicators", "initiatives", "terms", "reports"):
        assert list(getattr(site, kind).items()) == [(record.id, record) for record in getattr(site.library, kind)]
    assert list(site.statements) == [f"{r.id}/{s.id}" for r in site.library.reports for s in r.statements]
    assert all(site.blocks[r.id, b.id] is b for r in site.library.reports for b in r.blocks)
    assert all(site.prose[prose.name, prose.language] is prose for prose in site.library.prose)


def test_reports_are_by_district_as_listed_and_then_by_time(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        report("a", "甲。", district="baishi", date='"2020"'),
        report("b", "乙。", date='"2022"'),
        report("c", "丙。", date='"2021"'),
    )
    assert [one.id for one in site.in_order] == ["c", "b", "a"]


def test_statements_are_found_by_all_that_they_name_as_a_search_of_all_would_find_them() -> None:
    site = joined_sample()
    everything = [(r.district, s) for r in site.in_order for s in r.statements]
    assert {name: [s for _, s in everything if name in s.themes] for name in site.themes} == lists(
        site.statements_of_theme
    )
    assert {
        (theme, name): [s for d, s in everything if d == name and theme in s.themes]
        for theme in site.themes
        for name in site.districts
    } == lists(site.statements_of_theme_in)
    assert {
        name: [s for _, s in everything if name in site.initiatives_of[s.full_id]] for name in site.initiatives
    } == lists(site.statements_of_initiative)
    assert {
        (r.id, b.id): [s for s in r.statements if s.block == b.id] for r in site.library.reports for b in r.blocks
    } == lists(site.statements_in_block)
    assert {t: [i for i in site.library.indicators if i.theme == t] for t in site.themes} == lists(
        site.indicators_of_theme
    )


def test_observations_are_found_by_indicator_and_district() -> None:
    site = joined_sample()
    assert any(site.observations_in.values())
    assert {
        (name, district): [o for o in rows if site.reports[o.statement.report].district == district]
        for name, rows in site.observations.items()
        for district in site.districts
    } == lists(site.observations_in)


def test_a_statement_with_two_figures_of_one_indicator_states_it_once(tmp_path: Path) -> None:
    annotations = """
        statements:
        - id: r01
          kind: result
          quote: 新增就业100人、200人
          gloss: jobs
          themes: [jobs]
          period: "2022"
          period_basis: stated
          measures:
          - {figure: 100人, value: 100, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}
          - {figure: 200人, value: 200, unit: 人, operator: eq, aspect: level, indicator: new-jobs}
        """
    site = site_of(tmp_path, report("a", "新增就业100人、200人。", annotations))
    assert len(site.observations["new-jobs"]) == 2
    assert [s.id for s in site.statements_of_indicator["new-jobs"]] == ["r01"]
    assert [s.id for s in site.statements_of_theme["jobs"]] == ["r01"]


def test_mentions_are_found_by_subject_by_report_and_by_block() -> None:
    site = joined_sample()
    assert {m.kind for m in site.mentions} == {"initiative", "term"}
    subjects = [("initiative", name) for name in site.initiatives] + [("term", name) for name in site.terms]
    assert {key: [m for m in site.mentions if (m.kind, m.subject) == key] for key in subjects} == lists(
        site.mentions_of
    )
    for name, rows in site.mentions_in.items():
        assert sorted(rows, key=lambda m: m.start) == list(rows)
        assert set(rows) == {m for m in site.mentions if m.report == name}
    assert {
        (r.id, b.id): [m for m in site.mentions_in[r.id] if m.block == b.id]
        for r in site.library.reports
        for b in r.blocks
    } == lists(site.mentions_in_block)


def test_promises_are_found_by_the_report_that_makes_them() -> None:
    site = joined_sample()
    assert any(site.followed_in.values())
    assert {name: [f for f in site.followed.values() if f.promise.report == name] for name in site.reports} == lists(
        site.followed_in
    )


def test_what_names_nothing_has_no_row_and_what_nothing_names_an_empty_one(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, report("a", "新增就业100人。", jobs("r01", "2020", "100人", 100).replace("jobs]", "roads]"))
    )
    assert site.statements_of_theme == {"jobs": ()}
    assert site.observations_in["new-jobs", "baishi"] == ()
    assert site.mentions_in == {"a": ()}
