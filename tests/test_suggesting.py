"""The commands that propose and take over, at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.cli import main

from .sample import report, written

Captured = pytest.CaptureFixture[str]
NAME = "qinghu-2022"
BODY = """
# 一、2021年工作回顾
新增就业2.1万人。东湖大桥建成通车。
# 二、2022年工作安排
力争新增就业2万人以上，改造老旧小区12个。
"""


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return written(tmp_path, report(NAME, BODY))


def suggestions(top: Path, name: str = NAME) -> Path:
    return top / "content" / "reports" / name / "suggestions.yaml"


def tree(top: Path) -> dict[str, bytes]:
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}


def test_suggest_writes_one_file_and_leaves_all_others_as_they_were(top: Path, capsys: Captured) -> None:
    before = tree(top)
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    after = tree(top)
    assert {name: data for name, data in after.items() if name in before} == before
    assert set(after) - set(before) == {f"content/reports/{NAME}/suggestions.yaml"}
    assert capsys.readouterr().out.startswith(f"{NAME}: 4 statements (2 targets, 0 tasks, 2 results, 0 situations)")


def test_a_dry_run_counts_and_writes_nothing(top: Path, capsys: Captured) -> None:
    before = tree(top)
    assert main(["suggest", NAME, "--dry-run", "--top", str(top)]) == 0
    assert tree(top) == before and "4 statements" in capsys.readouterr().out


def test_the_site_is_the_same_with_suggestions_as_without(top: Path) -> None:
    assert main(["--top", str(top), "--out", str(top / "without"), "--quiet"]) == 0
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert main(["--top", str(top), "--out", str(top / "with"), "--quiet"]) == 0
    assert tree(top / "with") == tree(top / "without")


def test_suggesting_twice_writes_the_same(top: Path) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    once = suggestions(top).read_bytes()
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert suggestions(top).read_bytes() == once


def test_a_report_that_is_not_there_is_named_with_those_that_are(top: Path, capsys: Captured) -> None:
    assert main(["suggest", "qinghu-2021", "--top", str(top)]) == 2
    assert f"no report qinghu-2021 can be read; there are {NAME}" in capsys.readouterr().err
    assert not suggestions(top, "qinghu-2021").exists()


def test_a_folder_without_content_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["suggest", NAME, "--top", str(tmp_path)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_check_tells_a_mistake_in_a_file_of_suggestions(top: Path, capsys: Captured) -> None:
    suggestions(top).write_text(
        "text_sha256: ab\nstatements:\n- {id: g001, kind: goal, quote: 建桥, confidence: 0.5}\n", "utf-8"
    )
    assert main(["check", "--top", str(top)]) == 1
    assert "suggestions.yaml:3:20: bad-value: kind cannot be 'goal'" in capsys.readouterr().err


def test_check_says_how_many_suggestions_wait(top: Path, capsys: Captured) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    capsys.readouterr()
    assert main(["check", "--top", str(top)]) == 0
    assert "  suggestions            4" in capsys.readouterr().out.splitlines()
