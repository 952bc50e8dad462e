"""Files that are larger than any that is written: told by the disk, alone, and before they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.sizes import BOUNDS, bound_of, oversized
from duizhao.pipeline import built
from duizhao.project import project_at

from ..conftest import TOP
from ..sample import laid_out, told

REPORT = "content/reports/qinghu-2022-work-report"
LARGE = 100_000_000


def grown(path: Path, size: int) -> None:
    """A file of a size that takes no room on the disk: bytes that are only told of."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.parametrize(
    "name",
    [
        f"{REPORT}/source.txt",
        f"{REPORT}/source.pdf",
        f"{REPORT}/report.md",
        f"{REPORT}/annotations.yaml",
        "content/terms.yaml",
        "content/strings.yaml",
        "content/prose/districts/qinghu.en.md",
        "theme/base.html",
        "theme/words.yaml",
        "theme/static/site.css",
    ],
)
def test_a_file_of_a_hundred_megabytes_is_told_alone_and_never_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = laid_out(tmp_path / "project")
    grown(top / name, LARGE)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read"))
    result = built(top)
    assert told(list(result.issues)) == [("too-large", f"{name}:1:1")]
    assert result.files == {} and result.site is None


@pytest.mark.parametrize("bound", BOUNDS, ids=lambda bound: bound.path)
def test_a_file_may_have_as_much_as_its_bound_says_and_no_more(bound: object, tmp_path: Path) -> None:
    name = bound.path.replace("*", "some.x" if bound.path.endswith("/*") else "html", 1)
    assert bound_of(name) == bound
    grown(tmp_path / name, bound.size)
    assert list(oversized(project_at(tmp_path))) == []
    grown(tmp_path / name, bound.size + 1)
    (issue,) = oversized(project_at(tmp_path))
    assert bound.said in issue.message and bound.reason in issue.message and issue.hint
    assert [*oversized(project_at(tmp_path), reports=False)] == [issue] * ("reports" not in name)


def test_what_systems_leave_may_have_any_size(tmp_path: Path) -> None:
    grown(tmp_path / "content" / ".DS_Store", LARGE)
    grown(tmp_path / "content" / "reports" / "Thumbs.db", LARGE)
    assert list(oversized(project_at(tmp_path))) == []


def test_the_bounds_lie_far_above_what_is_written_here() -> None:
    files = [path for path in (TOP / "content").rglob("*") if path.is_file()]
    near = [path for path in files if path.stat().st_size * 5 > bound_of(path.relative_to(TOP).as_posix()).size]
    assert near == []
