"""Files and folders that nothing reads are told by the name that was meant, and what they stand for waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.file_names import meant_name, stand_in
from duizhao.content.report_file import READ
from duizhao.content.unread import unread_entries
from duizhao.issues import Issue
from duizhao.pipeline import built
from duizhao.project import project_at

from ..sample import laid_out

REPORT = "content/reports/qinghu-2022-work-report"


def told(top: Path) -> list[tuple[str, str]]:
    found = unread_entries(project_at(top), ("en", "zh"))
    return [(one.issue.place.path, one.issue.hint) for one in found]


def issues(top: Path) -> tuple[Issue, ...]:
    return built(top).issues


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("annotation.yaml", "annotations.yaml"),
        ("annotations.yml", "annotations.yaml"),
        ("annotations.yaml.txt", "annotations.yaml"),
        ("Annotations (1).yaml", "annotations.yaml"),
        ("annotations - 副本.yaml", "annotations.yaml"),
        ("anotations.yaml", "annotations.yaml"),
        ("translation.zh.md", "translation.en.md"),
        ("report final.md", "report.md"),
        ("Source.txt", "source.txt"),
        ("notes.txt", ""),
        ("page-1.jpg", ""),
    ],
)
def test_a_name_that_is_near_to_one_that_is_read_means_it(name: str, meant: str) -> None:
    assert meant_name(name, READ) == meant


def test_a_file_stands_in_only_for_one_that_is_absent() -> None:
    assert stand_in("report.md", ["Report.md", "source.txt"], READ)
    assert not stand_in("report.md", ["Report.md", "report.md"], READ)
    assert not stand_in("report.md", ["notes.md"], READ)


MOVED = [
    *((f"content/{name}.yaml", f"content/{name}.yml") for name in ("districts", "themes", "indicators", "terms")),
    *((f"content/{name}.yaml", f"content/{name}.yml") for name in ("initiatives", "follow-ups", "site")),
    (f"{REPORT}/annotations.yaml", f"{REPORT}/annotation.yaml"),
    (f"{REPORT}/report.md", f"{REPORT}/Report.md"),
    (f"{REPORT}/source.txt", f"{REPORT}/Source.txt"),
    ("content/prose/about.en.md", "content/prose/about.md"),
    ("content/reports", "content/Reports"),
    ("content/prose", "content/proses"),
]


@pytest.mark.parametrize(("right", "wrong"), MOVED)
def test_a_misnamed_file_is_the_only_thing_told(right: str, wrong: str, tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    (top / right).rename(top / wrong)
    (issue,) = issues(top)
    assert (issue.code, issue.place.path) == ("file-unknown", wrong)
    assert issue.hint == f"name it {right.rpartition('/')[2]}"


@pytest.mark.parametrize(
    "path",
    [
        "content/notes.md",
        "content/data/x.csv",
        "content/reports/list.txt",
        f"{REPORT}/scan.png",
        f"{REPORT}/pages/1.png",
        "content/prose/about.en.txt",
        "content/prose/draft.md",
    ],
)
def test_whatever_nothing_reads_is_told_beside_nothing_else(path: str, tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    (top / path).parent.mkdir(exist_ok=True)
    (top / path).write_text("x", "utf-8")
    assert [issue.code for issue in issues(top)] == ["file-unknown"]


@pytest.mark.long
@pytest.mark.parametrize(
    "path",
    [
        "content/README.md",
        "content/reports/README.md",
        f"{REPORT}/README.md",
        "content/prose/README.md",
        "content/LICENSE",
        "content/.DS_Store",
        f"{REPORT}/annotations.yaml~",
        f"{REPORT}/._report.md",
    ],
)
def test_what_people_and_systems_leave_there_is_not_told(path: str, tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    (top / path).write_text("x", "utf-8")
    assert told(top) == []
    assert issues(top) == ()


def test_another_mistake_is_told_beside_a_misnamed_file(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    (top / "content/terms.yaml").rename(top / "content/terms.yml")
    path = top / "content/indicators.yaml"
    path.write_text(path.read_text("utf-8").replace("theme: jobs", "theme: job"), "utf-8")
    assert sorted(issue.code for issue in issues(top)) == ["file-unknown", "unknown-id"]
