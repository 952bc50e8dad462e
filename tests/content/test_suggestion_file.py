"""Suggestions as a person may have edited them: what is wrong is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.content.suggestion_file import suggestions_of

from ..sample import report, told, written

FOLDER = "content/reports/qinghu-2022"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("nothing_to_code: []\n", "wrong-type", "s.yaml:1:1"),
        ("text_sha256: ab\nstatement: []\n", "unknown-key", "s.yaml:2:1"),
        ("text_sha256: ab\nnothing_to_code:\n- {block: p1, confidence: 1.2}\n", "wrong-type", "s.yaml:3:27"),
        (
            "text_sha256: ab\nstatements:\n- {id: g001, kind: goal, quote: 建桥, confidence: 0.5}\n",
            "bad-value",
            "s.yaml:3:20",
        ),
        ("text_sha256: [ab\n", "yaml-syntax", "s.yaml:1:14"),
    ],
)
def test_a_mistake_of_form_is_told_where_it_stands(text: str, code: str, place: str) -> None:
    _, issues = suggestions_of("s.yaml", text)
    assert told(issues) == [(code, place)]


def test_a_report_holds_its_suggestions_and_is_the_same_site_without_them(tmp_path: Path) -> None:
    files = report("qinghu-2022", "# 工作\n新增就业2万人。")
    plain = library_of(written(tmp_path / "plain", files))[0]
    proposed = files | {
        f"{FOLDER}/suggestions.yaml": "text_sha256: ab\nnothing_to_code: [{block: p1, confidence: 0.9}]\n"
    }
    library, issues = library_of(written(tmp_path / "proposed", proposed))
    assert plain is not None and library is not None and issues == []
    assert plain.reports[0].suggestions is None
    suggestions = library.reports[0].suggestions
    assert suggestions is not None and [one.block for one in suggestions.nothing_to_code] == ["p1"]
    assert library.reports[0].statements == plain.reports[0].statements == ()
    assert library.reports[0].blocks == plain.reports[0].blocks


def test_a_broken_file_of_suggestions_breaks_no_statement(tmp_path: Path) -> None:
    coded = """
        statements:
        - id: t01
          kind: target
          quote: 新增就业2万人
          gloss: jobs
          themes: [jobs]
          measures: [{figure: 2万人, value: 20000, unit: 人, operator: eq, aspect: increase}]
        """
    files = report("qinghu-2022", "# 工作\n新增就业2万人。", coded) | {
        f"{FOLDER}/suggestions.yaml": "text_sha256: ab\nx: 1\n"
    }
    library, issues = library_of(written(tmp_path, files))
    assert told(issues) == [("unknown-key", f"{FOLDER}/suggestions.yaml:2:1")]
    assert library is not None and [one.id for one in library.reports[0].statements] == ["t01"]
