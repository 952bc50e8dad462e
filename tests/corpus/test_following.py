"""What is known of each commitment: which have a row, what without a follow-up, and the later words that it quotes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.content.records import Caution, Statement
from duizhao.content.schema import Bilingual
from duizhao.corpus.following import UnmarkedWords
from duizhao.corpus.join import join
from duizhao.corpus.rows import Rows

from ..pages.statements import annotations, statement
from ..sample import report, sample, site_of
from .test_join import jobs


def evidence(top: Path, *parts: dict[str, str]) -> dict[str, str]:
    """The promises of a project with what there is evidence of."""
    return {name: followed.evidence for name, followed in site_of(top, *parts).followed.items()}


@pytest.mark.parametrize(("by", "evidence"), [("2021", "not-checked"), ("2022", "not-due"), ("2021-Q2", "not-checked")])
def test_a_target_without_a_follow_up_is_not_due_or_not_checked(by: str, evidence: str, tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        report("a", "新增就业100人。", jobs("t01", by, "100人", 100, "target"), date='"2021"'),
        report("b", "甲。", date='"2022-01-20"'),
    )
    assert site.followed["a/t01"].evidence == evidence


def test_a_target_of_the_newest_report_is_not_due(tmp_path: Path) -> None:
    stated = jobs("t01", "2020", "100人", 100, "target")
    site = site_of(tmp_path, report("a", "新增就业100人。", stated, date='"2022"', date_basis="inferred"))
    assert site.followed["a/t01"].evidence == "not-due"


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


def test_a_caution_that_comes_or_goes_is_heeded_by_what_is_kept(tmp_path: Path) -> None:
    follow_ups = "[{promise: a/t01, later: [b/r01], evidence: reported-done, because: {zh: 同。, en: Same.}}]"
    site = site_of(
        tmp_path,
        report("a", "新增就业100人。", jobs("t01", "2021", "100人", 100, "target"), date='"2021"'),
        report("b", "新增就业120人。", jobs("r01", "2021", "120人", 120)),
        {"content/follow-ups.yaml": follow_ups},
    )
    (indicator,) = site.library.indicators
    caution = Caution(statements=("b/r01",), because=Bilingual("异。", "Other."))
    cautioned = replace(site.library, indicators=(replace(indicator, cautions=(caution,)),))
    rows, said = Rows(), []
    for library in (site.library, cautioned, site.library):
        said.append(join(library, rows).followed["a/t01"].arithmetic)
    assert said == ["exceeded", "indeterminate", "exceeded"]


THREE = annotations(
    statement("k01", "做甲事"),
    statement("t01", "增加5人", figure="5人"),
    statement("r01", "做丙事").replace("2022", "2021"),
    statement("s01", "有丁事").replace("2022", "2021"),
)
BODY = "做甲事。增加5人。做丙事。有丁事。"


def test_every_target_and_task_of_a_text_with_a_later_one_has_a_row_and_nothing_else_has(tmp_path: Path) -> None:
    assert evidence(tmp_path, report("a", BODY, THREE, date='"2021"'), report("b", "无。")) == {
        "a/k01": "not-checked",
        "a/t01": "not-checked",
    }


def test_a_later_text_of_another_district_asks_for_nothing(tmp_path: Path) -> None:
    other = report("b", "无。", district="baishi", date='"2023"')
    assert evidence(tmp_path, report("a", BODY, THREE, date='"2022"'), other) == {"a/t01": "not-due"}


def test_of_a_last_text_the_tasks_that_fall_due_after_it_have_rows(tmp_path: Path) -> None:
    undated = statement("k03", "做丙事").replace(' by: "2022", period_basis: stated', " modal: none")
    tasks = annotations(statement("k01", "做甲事").replace("2022", "2025"), statement("k02", "做乙事"), undated)
    assert evidence(tmp_path, report("a", "做甲事。做乙事。做丙事。", tasks, date='"2022"')) == {"a/k01": "not-due"}


@pytest.mark.parametrize(("newest", "found"), [("2029-06", "not-due"), ("2030-12-31", "not-checked")])
def test_a_promise_with_several_deadlines_is_due_from_the_last(newest: str, found: str, tmp_path: Path) -> None:
    annotations = """
        statements:
        - id: t01
          kind: target
          quote: 2025年前5家、2030年前10家
          gloss: 5 and 10
          themes: [jobs]
          measures:
          - {figure: 5家, aspect: level, period: "2025", period_basis: stated}
          - {figure: 10家, aspect: level, period: "2030", period_basis: stated}
        """
    first = report("a", "2025年前5家、2030年前10家。", annotations, date='"2022"')
    assert evidence(tmp_path, first, report("b", "无。", date=f'"{newest}"', covers='"2030"')) == {"a/t01": found}


def test_no_row_of_the_invented_site_is_lost_or_made_up() -> None:
    site = sample().site
    assert site is not None
    asked = {
        s.full_id
        for report in site.library.reports
        if site.later(report)
        for s in report.statements
        if s.kind in ("target", "task")
    }
    assert asked and {name for name in site.followed if site.later(site.reports[site.statements[name].report])} == asked


QUOTING = """
    - promise: a/k01
      later: [{report: b, quote: 扩大甲事, en: Words}, b/r01, {report: b, quote: 再看甲事, suffix: 之后, en: Words}]
      evidence: related-words
      because: {zh: 只泛写甲事。, en: Only in general.}
    """


def test_later_words_are_statements_and_quotations_in_the_order_in_which_they_are_written(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        report("a", "做乙事。", annotations(statement("k01", "做乙事")), date='"2021"'),
        report("b", "要扩\u3000大甲事。做丙事。\n再看甲事。再看甲事之后。", annotations(statement("r01", "做丙事"))),
        {"content/follow-ups.yaml": QUOTING},
    )
    followed = site.followed["a/k01"]
    first, second, third = followed.later
    assert isinstance(second, Statement) and followed.statements == (second,)
    assert isinstance(first, UnmarkedWords) and isinstance(third, UnmarkedWords)
    assert (first.report, first.block, first.quote) == ("b", "p1", "扩\u3000大甲事")
    assert (third.block, site.reports["b"].text[third.start : third.end + 2]) == ("p2", "再看甲事之后")
    assert followed.arithmetic == ""
