"""What joins the records: arithmetic, times, mentions, observations, earlier and later."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.content.records import Measure, Statement
from duizhao.content.schema import Both
from duizhao.corpus.join import arithmetic_of, last_day
from duizhao.issues import Place
from duizhao.text.figures import quantity
from duizhao.text.period import parse_period

from ..sample import report, site_of

HERE = Place("annotations.yaml")


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
        place=HERE,
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
        measures=measures,
        headline=False,
        part_of="",
        voice=None,
        scope=None,
        note=None,
        block="p1",
        start=0,
        end=0,
        place=HERE,
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
        {"scope": Both("东街", "East Street")},
    ],
)
def test_another_period_aspect_or_scope_is_never_reckoned_with(other: dict[str, object]) -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert arithmetic_of(promise, (stated(measured("1.3万人", **other)),)) == "indeterminate"
    assert arithmetic_of(stated(measured("1.3万人", **other), kind="target"), (stated(measured("1.3万人")),)) == (
        "indeterminate"
    )


def test_another_indicator_or_none_gives_nothing_to_reckon_with() -> None:
    promise = stated(measured("1.3万人"), kind="target")
    assert arithmetic_of(promise, ()) == ""
    assert arithmetic_of(promise, (stated(measured("1.3万人", indicator="re-employed")),)) == ""
    assert arithmetic_of(promise, (stated(measured("1.3万人", indicator="")),)) == ""
    without = stated(measured("1.3万人", indicator=""), kind="target")
    assert arithmetic_of(without, (stated(measured("1.3万人", indicator="")),)) == ""


@pytest.mark.parametrize("modal", ["力争", "努力", "探索", "推动", "支持"])
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


INITIATIVES = {
    "content/initiatives.yaml": """
        - id: park
          name: {zh: 东堤公园, en: Dongdi Park}
          kind: place
          aliases: [东堤公园]
          not: [东堤公园站]
          districts: [qinghu]
          note: {zh: 公园。, en: A park.}
        - id: park-works
          name: {zh: 东堤公园改造, en: Renewal of Dongdi Park}
          kind: project
          aliases: [东堤公园改造, 东堤改造]
          districts: [qinghu]
          note: {zh: 改造。, en: The renewal.}
        """
}


def test_the_longest_wording_names_and_one_that_only_looks_alike_names_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, INITIATIVES, report("a", "# 东堤公园\n推进东堤公园改造，开通东堤公园站。\n东堤改造完工。"))
    assert [(m.subject, m.block, m.text) for m in site.mentions] == [
        ("park", "h1", "东堤公园"),
        ("park-works", "p1", "东堤公园改造"),
        ("park-works", "p2", "东堤改造"),
    ]
    text = site.reports["a"].text
    assert all(text[m.start : m.end] == m.text for m in site.mentions)


def test_a_term_is_named_by_itself_and_by_its_aliases(tmp_path: Path) -> None:
    terms = """
        - id: council
          zh: 邻里议事
          aliases: [议事会]
          not: [业主议事会]
          pinyin: lín lǐ yì shì
          en: neighbours’ council
          meaning: {zh: 商议。, en: Talks.}
        """
    site = site_of(tmp_path, {"content/terms.yaml": terms}, report("a", "邻里议事、议事会、业主议事会。"))
    assert [(m.kind, m.subject, m.text) for m in site.mentions] == [
        ("term", "council", "邻里议事"),
        ("term", "council", "议事会"),
    ]


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


@pytest.mark.parametrize(("by", "evidence"), [("2021", "not-checked"), ("2022", "not-due"), ("2021-Q2", "not-checked")])
def test_a_target_without_a_follow_up_is_not_due_or_not_checked(by: str, evidence: str, tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        report("a", "新增就业100人。", jobs("t01", by, "100人", 100, "target"), date='"2021"'),
        report("b", "甲。", date='"2022-01-20"'),
    )
    assert site.followed["a/t01"].evidence == evidence


def test_a_target_of_the_newest_report_is_not_due(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "新增就业100人。", jobs("t01", "2020", "100人", 100, "target"), date='"2022"'))
    assert site.followed["a/t01"].evidence == "not-due"


def test_a_task_is_followed_only_where_a_follow_up_is_written_and_a_result_never(tmp_path: Path) -> None:
    annotations = """
        statements:
        - {id: k01, kind: task, quote: 甲事, gloss: a, themes: [jobs], by: "2022", period_basis: stated}
        - {id: k02, kind: task, quote: 乙事, gloss: b, themes: [jobs], by: "2022", period_basis: stated}
        - {id: r01, kind: result, quote: 丙事, gloss: c, themes: [jobs], period: "2021", period_basis: stated}
        """
    follow_ups = "- {promise: a/k02, evidence: not-checked, because: {zh: 未查。, en: Not yet.}}"
    site = site_of(tmp_path, report("a", "甲事。乙事。丙事。", annotations), {"content/follow-ups.yaml": follow_ups})
    assert list(site.followed) == ["a/k02"]


def test_a_follow_up_reckons_with_the_later_statements_that_exist(tmp_path: Path) -> None:
    follow_ups = """
        - promise: a/t01
          later: [b/r01, b/r99]
          evidence: reported-done
          because: {zh: 相同。, en: The same.}
        """
    site = site_of(
        tmp_path,
        report("a", "新增就业100人。", jobs("t01", "2021", "100人", 100, "target"), date='"2021"'),
        report("b", "新增就业120人。", jobs("r01", "2021", "120人", 120)),
        {"content/follow-ups.yaml": follow_ups},
    )
    followed = site.followed["a/t01"]
    assert [one.full_id for one in followed.later] == ["b/r01"]
    assert (followed.evidence, followed.arithmetic) == ("reported-done", "exceeded")
