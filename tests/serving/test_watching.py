"""Whether a file has changed since it was looked at: by what the system says of it, not by reading it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao.project import project_at
from duizhao.serving.watching import account_of, has_changed, likely_to_change

from ..sample import laid_out

FILE = "content/reports/qinghu-2022-work-report/report.md"


def put_in_place(path: Path) -> None:
    """Another file of the same size and time, as some editors save."""
    status, other = path.stat(), path.with_name("other")
    other.write_bytes(path.read_bytes())
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    "of another time": lambda path: os.utime(path, ns=(1, 1)),
    "another in its place": put_in_place,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("name", [FILE, "content/themes.yaml", "theme/words.yaml"])
def test_a_file_that_is_another_is_seen(tmp_path: Path, name: str, change: Callable[[Path], object]) -> None:
    top = laid_out(tmp_path / "project")
    (top / "theme").mkdir()
    (top / "theme" / "words.yaml").write_text("{}\n", "utf-8")
    before = account_of(project_at(top))
    assert not has_changed(before)
    change(top / name)
    assert has_changed(before) and account_of(project_at(top)) != before


def test_what_came_is_seen_by_the_account_alone_and_litter_by_neither(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    before = account_of(project_at(top))
    (top / "content" / ".themes.yaml.swp").write_text("x", "utf-8")
    assert not has_changed(before) and account_of(project_at(top)) == before
    (top / "content" / "names.yaml").write_text("[]\n", "utf-8")
    assert not has_changed(before) and account_of(project_at(top)) != before


def test_likely_is_all_but_what_is_of_other_reports(tmp_path: Path) -> None:
    project = project_at(laid_out(tmp_path / "project"))
    account = account_of(project)
    for reports in ([], ["qinghu-2022-work-report"], ["baishi-2022-feature", "home", ""]):
        found = likely_to_change(project, account, reports)
        likely, every = (
            {os.path.relpath(row[0], project.top) for row in rows if row[1] >= 0} for rows in (found, account)
        )
        assert "content/themes.yaml" in likely and likely <= every
        left_out = {path.split("/")[2] for path in every - likely}
        held = {path.split("/")[2] for path in likely if path.startswith("content/reports/")}
        assert left_out == {path.name for path in (project.content / "reports").iterdir()} - {*reports}
        assert held == {*reports} - {"home", ""}
