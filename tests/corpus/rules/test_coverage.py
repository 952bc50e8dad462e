"""In a report that is said to be fully read nothing is passed over."""

from __future__ import annotations

from pathlib import Path

from duizhao.corpus.rules.coverage import numbers_are_accounted_for, paragraphs_are_read

from ...sample import report, site_of, told
from .given import found, raised


def test_a_report_that_is_not_wholly_read_may_have_numbers_and_paragraphs_without_an_account(tmp_path: Path) -> None:
    body = report("a", "新增300人。\n乙。")
    assert found(paragraphs_are_read, tmp_path / "a", body) == []
    assert found(numbers_are_accounted_for, tmp_path / "b", body) == []


def test_a_report_that_is_wholly_read_has_an_account_of_each_paragraph_and_number(tmp_path: Path) -> None:
    body = report("a", "新增300人。\n乙。\n丙2人。", "nothing_to_code: [p1]", fully_read="true")
    assert found(paragraphs_are_read, tmp_path / "a", body) == [
        "unread: p2 has no reading: 乙。",
        "unread: p3 has no reading: 丙2人。",
    ]
    assert found(numbers_are_accounted_for, tmp_path / "b", body) == [
        "number-unaccounted: p1: '300人' in …新增300人。… is no measure's figure",
    ]


def test_a_report_of_which_nothing_is_read_is_told_once_and_where_it_is_said_to_be_wholly_read(tmp_path: Path) -> None:
    lines = "\n".join(f"新增{number}人。" for number in range(10, 40))
    site = site_of(tmp_path, report("a", f"## 就业\n{lines}", "nothing_to_code: []", fully_read="true"))
    (issue,) = raised(paragraphs_are_read, site)
    assert issue.message == "fully_read is true, and not one of the 30 paragraphs has a reading in annotations.yaml"
    assert issue.place == site.reports["a"].where.at("fully_read") != site.reports["a"].place
    assert list(raised(numbers_are_accounted_for, site)) == []


def test_a_number_without_an_account_is_shown_at_its_own_column(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "## 一、就业\n新增300人。", "nothing_to_code: [p1]", fully_read="true"))
    assert told(list(raised(numbers_are_accounted_for, site))) == [
        ("number-unaccounted", "content/reports/a/report.md:16:3")
    ]
