"""What a report names exists, be it a shared record or a headline task of its own."""

from __future__ import annotations

from pathlib import Path

from duizhao.content.broken import Broken
from duizhao.corpus.rules.references import parts_name_headlines, reports_name_records, unknown
from duizhao.issues import SourcePosition

from ...sample import report, site_of
from .given import JOBS, found, one, raised


def test_a_report_names_no_district_theme_or_indicator_that_there_is_not(tmp_path: Path) -> None:
    measure = f"{JOBS}, unit: 人".replace("new-jobs", "none")
    annotations = one("300人", measure).replace("[jobs]", "[jobs, roads]")
    assert found(reports_name_records, tmp_path, report("a", "新增300人。", annotations, district="b")) == [
        "unknown-id: there is no district 'b'",
        "unknown-id: there is no theme 'roads'",
        "unknown-id: there is no indicator 'none'",
    ]


def test_a_part_of_a_headline_task_names_one(tmp_path: Path) -> None:
    annotations = """
        statements:
        - {id: k01, kind: task, quote: 甲, gloss: a, themes: [jobs], by: "2022", period_basis: stated, headline: true}
        - {id: k02, kind: task, quote: 乙, gloss: b, themes: [jobs], by: "2022", period_basis: stated, part_of: k01}
        - {id: k03, kind: task, quote: 丙, gloss: c, themes: [jobs], by: "2022", period_basis: stated, part_of: k02}
        - {id: k04, kind: task, quote: 丁, gloss: d, themes: [jobs], by: "2022", period_basis: stated, part_of: k09}
        """
    assert found(parts_name_headlines, tmp_path, report("a", "甲。乙。丙。丁。", annotations)) == [
        "unknown-id: part_of names k02, which is no headline task of this report",
        "unknown-id: part_of names k09, which is no headline task of this report",
    ]


def test_of_thousands_that_there_are_a_hint_names_those_that_are_near_and_counts_the_others() -> None:
    known = {f"d{number:04}" for number in range(5_000)}
    (issue,) = unknown("district", "d0500x", known, {"district": Broken()}, SourcePosition("a"))
    listed = "d0498, d0499, d0500, d0501, d0502, d0503 and 4,994 more"
    assert issue.hint == f"did you mean d0500? content/districts.yaml has: {listed}"


def test_of_many_headline_tasks_a_hint_names_a_few(tmp_path: Path) -> None:
    body = "。".join("甲乙丙丁戊己庚辛壬") + "。"
    statements = "\n".join(
        f'- {{id: k{number:02}, kind: task, quote: {quote}, gloss: a, themes: [jobs], by: "2022",'
        f" period_basis: stated, {'headline: true' if quote != '壬' else 'part_of: k99'}}}"
        for number, quote in enumerate("甲乙丙丁戊己庚辛壬", 1)
    )
    site = site_of(tmp_path, report("a", body, f"statements:\n{statements}\n"))
    (issue,) = raised(parts_name_headlines, site)
    assert issue.hint == "headline tasks: k03, k04, k05, k06, k07, k08 and 2 more"
