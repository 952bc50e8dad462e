"""Much of everything: what a site is read from, and what is said of it, in time that grows with its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.issues import Issue, SourcePosition, as_github, as_json, shown
from duizhao.pipeline import built

from .sample import report, written
from .text.test_growth import UNHURRIED, seconds

pytestmark = pytest.mark.long
STATEMENTS = 12


def many_reports(top: Path, count: int) -> Path:
    """A project of so many reports, of a dozen statements each; it lacks a theme's word, so that no page is made."""
    body = "\n".join(f"全年新增就业{number}00人。" for number in range(1, STATEMENTS + 1))
    statements = "".join(
        f"- {{id: r{number:02}, kind: result, quote: 新增就业{number}00人, gloss: {number}00 jobs, themes: [jobs],"
        f' period: "2021", period_basis: stated}}\n'
        for number in range(1, STATEMENTS + 1)
    )
    reports = {
        path: text
        for number in range(count)
        for path, text in report(f"qinghu-{number}", body, f"statements:\n{statements}").items()
    }
    return written(top, reports, {"content/strings.yaml": "nav.reports: {en: '{nothing}', zh: 报告}"})


def test_four_times_the_statements_take_no_more_than_eight_times_the_time(tmp_path: Path) -> None:
    few, more = many_reports(tmp_path / "few", 30), many_reports(tmp_path / "more", 120)
    assert {issue.code for issue in built(few).issues} == {"string-missing"}
    first = min(seconds(lambda: built(few)) for _ in range(2))
    assert any(seconds(lambda: built(more)) < 8 * first + UNHURRIED for _ in range(4))


def issues(count: int) -> list[Issue]:
    return [
        Issue("unread", SourcePosition(f"content/{line // 2_000}.yaml", line % 2_000 + 1), f"p{line} has no reading")
        for line in range(count)
    ]


def test_issues_are_said_in_time_that_grows_with_their_number() -> None:
    few, more = issues(4_000), issues(16_000)
    for said in (
        lambda of: shown(of, lambda _: "a"),
        as_json,
        lambda of: as_github(of, lambda place: place.path),
    ):
        first = min(seconds(lambda said=said: said(few)) for _ in range(2))
        assert any(seconds(lambda said=said: said(more)) < 8 * first + UNHURRIED for _ in range(4))
