"""What stands among the content and the theme and is no file: found without being opened, told with its place."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.content.entries import odd_entries
from duizhao.pipeline import built
from duizhao.project import project_at

from ..sample import laid_out, told


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "project")


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


MADE: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "is a pipe and no file"),
    "socket": (bound, "is a socket and no file"),
    "folder": (Path.mkdir, "is a folder with the name of a file"),
    "dangling link": (lambda path: path.symlink_to("nowhere.yaml"), "is a link that leads nowhere: nowhere.yaml"),
    "link in a circle": (lambda path: path.symlink_to(path.name), "is a link that leads nowhere"),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "is a link that leads out of "),
    "link out": (lambda path: path.symlink_to(Path(__file__)), "is a link that leads out of "),
    "link to a folder": (
        lambda path: (path.with_name(".below").mkdir(), path.symlink_to(".below")),
        "to what is no file",
    ),
}
PLACES = (
    "content/site.yaml",
    "content/terms.yaml",
    "content/numbers.yaml",
    "content/strings.yaml",
    "content/prose/about.en.md",
    "content/prose/districts/baishi.zh.md",
    "content/reports/baishi-2022-feature/report.md",
    "content/reports/baishi-2022-feature/source.txt",
    "content/reports/baishi-2022-feature/annotations.yaml",
    "content/reports/baishi-2022-feature/translation.en.md",
    "content/reports/baishi-2022-feature/notes.txt",
    "theme/words.yaml",
    "theme/home.html",
    "theme/static/tokens.css",
    "templates/base.html",
    "templates/static/seal.svg",
)


@pytest.mark.long
@pytest.mark.parametrize("what", MADE)
def test_it_is_told_once_with_its_place_and_nothing_waits_for_it(
    what: str, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, said = MADE[what]
    for place in PLACES:
        path = top / place
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.is_file() else None
        path.unlink(missing_ok=True)
        monkeypatch.chdir(path.parent)
        make(path)
        issues = built(top).issues
        assert told(issues) == [("not-a-file", f"{place}:1:1")]
        assert [*odd_entries(project_at(top), reports=False)] == [*issues] * ("reports" not in place)
        assert issues[0].message.startswith(f"{path.name} ") and said in issues[0].message and issues[0].hint
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        if before is not None:
            path.write_bytes(before)
        if (path.parent / ".below").is_dir():
            (path.parent / ".below").rmdir()
    assert built(top).issues == ()


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_pipe_ends_a_command_with_its_place(command: str, top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (top / "content" / "themes.yaml").unlink()
    os.mkfifo(top / "content" / "themes.yaml")
    assert main([command, "--top", str(top)]) == 1
    assert capsys.readouterr().err.startswith("content/themes.yaml:1:1: not-a-file: themes.yaml is a pipe and no file")


@pytest.mark.parametrize("name", ["content/prose", "content/reports", "theme", "templates", "theme/static"])
def test_a_file_where_a_folder_should_be_is_told(name: str, top: Path) -> None:
    (top / name).parent.mkdir(exist_ok=True)
    if (top / name).is_dir():
        (top / name).rename(top / "away")
    (top / name).write_text("a file")
    assert told(built(top).issues) == [("not-a-file", f"{name}:1:1")]


def test_a_folder_of_static_files_is_told_since_none_of_them_would_be_published(top: Path) -> None:
    (top / "theme" / "static" / "fonts").mkdir(parents=True)
    assert told(built(top).issues) == [("not-a-file", "theme/static/fonts:1:1")]


def test_a_link_to_a_file_of_the_same_tree_is_read(top: Path) -> None:
    page = top / "content" / "prose" / "about.zh.md"
    page.rename(page.with_name("text.zh.md"))
    page.symlink_to("text.zh.md")
    assert [issue for issue in built(top).issues if issue.code == "not-a-file"] == []


def test_content_that_is_a_link_itself_is_read(top: Path) -> None:
    (top / "content").rename(top / "elsewhere")
    (top / "content").symlink_to("elsewhere")
    assert built(top).issues == ()


def test_what_editors_and_systems_hide_there_is_nobody_s_mistake(top: Path) -> None:
    (top / "content" / ".#site.yaml").symlink_to("someone@host.123")  # how Emacs marks a file that is being edited
    (top / "theme" / "static").mkdir(parents=True)
    (top / "theme" / "static" / ".#a.css").symlink_to("someone@host.123")
    (top / "content" / ".git").mkdir()
    (top / "content" / "reports" / ".notes").mkdir()
    (top / "content" / "prose" / ".#about.en.md").symlink_to("someone@host.123")
    os.mkfifo(top / "content" / "prose" / ".pipe.en.md")
    assert built(top).issues == ()


@pytest.mark.parametrize(
    "name",
    ["content", "content/site.yaml", "content/reports", "content/reports/baishi-2022-feature/source.txt"],
)
def test_what_may_not_be_read_is_told(name: str, top: Path) -> None:
    # asked of the system, which lets a superuser read all
    issues = list(odd_entries(project_at(top), lambda path, mode: path != top / name))
    assert told(issues) == [("not-a-file", f"{name}:1:1")]
    assert "may not be read" in issues[0].message


def test_a_folder_without_rights_is_told_or_read_whole(top: Path) -> None:
    prose = top / "content" / "prose"
    prose.chmod(0)
    try:
        wanted = [] if os.access(prose, os.R_OK) else [("not-a-file", "content/prose:1:1")]
        assert told(built(top).issues) == wanted
    finally:
        prose.chmod(0o755)
