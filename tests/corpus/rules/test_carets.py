"""Where the caret of a rule's issue stands: at the word that is wrong, within its key and within its list."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pipeline import built

from ...sample import laid_out

REPORT = "reports/qinghu-2022-work-report/annotations.yaml"

# file | what stands in the invented project | what a hand made of it | code | what the caret points at
MISTAKES = (
    ("initiatives.yaml", "districts: [qinghu]", "districts: [qinghu, qingpu]", "unknown-id", "qingpu]"),
    ("indicators.yaml", "theme: care", "theme: health", "unknown-id", "health"),
    (REPORT, "themes: [jobs]", "themes: [jobs, health]", "unknown-id", "health]"),
    (REPORT, "indicator: new-jobs", "indicator: jobs", "unknown-id", "jobs}"),
    (REPORT, "  modal: 推进", "  modal: 推进\n  part_of: k07", "unknown-id", "k07"),
    (REPORT, "indicator: new-jobs", "indicator: care-beds", "unit-disagrees", "人, operator"),
    ("follow-ups.yaml", "[qinghu-2023-work-report/r01]", "[qinghu-2023-work-report/r01, q/r09]", "unknown-id", "q/r09"),
    ("follow-ups.yaml", "promise: qinghu-2022-work-report/t01", "promise: q/t09", "unknown-id", "q/t09"),
    ("follow-ups.yaml", "[qinghu-2023-work-report/r02]", "[baishi-2022-feature/r01]", "later-not-later", "baishi-2022"),
    ("follow-ups.yaml", "searched: [养老床位]", "searched: [养老床位, 完工]", "searched-found", "完工]"),
    ("follow-ups.yaml", "evidence: not-found", "evidence: restated", "evidence-disagrees", "restated"),
    ("initiatives.yaml", "- id: dongdi-park", "- id: neighbours-deliberate", "duplicate-id", "neighbours-deliberate"),
)


@pytest.mark.parametrize(("name", "right", "wrong", "code", "pointed"), MISTAKES)
def test_the_caret_points_at_what_is_wrong(
    name: str, right: str, wrong: str, code: str, pointed: str, tmp_path: Path
) -> None:
    path = laid_out(tmp_path / "project") / "content" / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    found = [issue for issue in built(tmp_path / "project").issues if issue.code == code]
    lines = path.read_text("utf-8").split("\n")
    assert [lines[issue.place.line - 1][issue.place.col - 1 :][: len(pointed)] for issue in found] == [pointed]
