"""What has not changed is not built again, and whatever has changed is seen, however it was changed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao.project import Project, project_at
from duizhao.site.unchanged import remember, said_before, seen_now

from ..sample import laid_out

SAID = ["3 pages", "kept nothing"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose site, of two files, is remembered."""
    top = laid_out(tmp_path / "project")
    (top / "theme").mkdir()
    (top / "theme" / "base.html").write_text("base")
    for name in ("index.html", "zh/index.html"):
        (top / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (top / "site" / name).write_text("page")
    found = project_at(top)
    remember(found, found.out, seen_now(found), SAID)
    return found


def known(project: Project) -> list[str] | None:
    return said_before(project, project.out)


def kept_list(project: Project) -> Path:
    return next((project.top / ".cache" / "duizhao").glob("*.json"))


def test_where_nothing_has_changed_the_same_is_said(project: Project) -> None:
    assert known(project) == known(project) == SAID


def test_a_file_that_was_only_touched_is_read_and_found_unchanged(project: Project) -> None:
    os.utime(project.content / "site.yaml", (1, 1))
    assert known(project) == SAID


def of_one_size(path: Path) -> None:
    """Another text of as many bytes, with the times that the file had."""
    status = path.stat()
    path.write_bytes(path.read_bytes()[:-1] + b"#")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def exchanged(path: Path) -> None:
    """Another file under the name, of as many bytes and of the same times."""
    status = path.stat()
    other = path.with_name("other")
    other.write_bytes(path.read_bytes()[:-1] + b"#")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a byte more": lambda top: (top / "content/terms.yaml").open("a").write("#"),
    "as many bytes, and its times": lambda top: of_one_size(top / "content/terms.yaml"),
    "another file, of as many bytes and its times": lambda top: exchanged(top / "content/terms.yaml"),
    "a file taken away": lambda top: (top / "content/terms.yaml").unlink(),
    "a file that is new": lambda top: (top / "content/pairs.yaml").write_text("[]"),
    "a folder that is new": lambda top: (top / "content/reports/another").mkdir(),
    "a file renamed": lambda top: (top / "content/terms.yaml").rename(top / "content/names.yaml"),
    "a folder taken away": lambda top: shutil.rmtree(top / "content/reports/baishi-2022-feature"),
    "a capture": lambda top: of_one_size(top / "content/reports/baishi-2022-feature/source.txt"),
    "prose": lambda top: of_one_size(top / "content/prose/about.en.md"),
    "a template of its own": lambda top: of_one_size(top / "theme/base.html"),
    "a word of its own": lambda top: (top / "theme/words.yaml").write_text("a: {en: b, zh: c}"),
    "a page that was edited": lambda top: of_one_size(top / "site/index.html"),
    "a page that was deleted": lambda top: (top / "site/zh/index.html").unlink(),
    "a file put beside the pages": lambda top: (top / "site/notes.txt").write_text("mine"),
    "the site taken away": lambda top: shutil.rmtree(top / "site"),
    "the site emptied": lambda top: (shutil.rmtree(top / "site"), (top / "site").mkdir()),
    "a page that became a link": lambda top: (
        (top / "site/index.html").rename(top / "page"),
        (top / "site/index.html").symlink_to(top / "page"),
    ),
    "a folder that is a link": lambda top: (top / "content/prose/more").symlink_to(top / "content/reports"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_has_changed_is_seen(project: Project, change: Callable[[Path], object]) -> None:
    change(project.top)
    assert known(project) is None


def test_a_site_in_another_place_is_not_known(project: Project) -> None:
    shutil.copytree(project.out, project.top / "elsewhere")
    assert said_before(project, project.top / "elsewhere") is None


def test_what_changes_while_a_site_is_built_is_not_taken_for_what_it_was_built_from(project: Project) -> None:
    seen = seen_now(project)
    of_one_size(project.content / "terms.yaml")
    remember(project, project.out, seen, SAID)
    assert known(project) is None


@pytest.mark.parametrize("part", range(10))
def test_a_list_that_is_cut_is_no_list(project: Project, part: int) -> None:
    path = kept_list(project)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * part // 10])
    assert known(project) is None


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0},
        {"python": "2.7"},
        {"made": ""},
        {"inputs": "", "files": {}},
        {"inputs": "", "files": None},
        {"said": 1},
    ],
    ids=str,
)
def test_a_list_of_another_version_or_that_was_altered_is_no_list(project: Project, change: dict[str, object]) -> None:
    path = kept_list(project)
    head, files, names = path.read_bytes().split(b"\n", 2)
    known_of_files = change.pop("files", json.loads(files))
    own = json.loads(head) | {"unsettled": False} | change
    path.write_bytes(b"\n".join((json.dumps(own).encode(), json.dumps(known_of_files).encode(), names)))
    assert known(project) is None


def test_a_list_with_a_name_less_is_no_list(project: Project) -> None:
    path = kept_list(project)
    path.write_bytes(path.read_bytes().rpartition(b"\n")[0])
    assert known(project) is None


def test_a_folder_beside_those_that_were_built_is_a_change(project: Project) -> None:
    kept_list(project)
    (project.out / "beside").mkdir()
    assert known(project) is None


def test_a_site_with_a_name_of_two_lines_is_never_known(project: Project) -> None:
    (project.out / "a\nb").write_bytes(b"")
    remember(project, project.out, seen_now(project), SAID)
    assert known(project) is None


def test_the_cache_may_be_deleted_and_is_hidden_from_git(project: Project) -> None:
    assert (project.top / ".cache" / "duizhao" / ".gitignore").read_text() == "*\n"
    shutil.rmtree(project.top / ".cache")
    assert known(project) is None
