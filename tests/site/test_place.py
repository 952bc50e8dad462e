"""Where a site may go: odd places are followed or refused, with what to do, and nothing there is changed."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao.project import project_at
from duizhao.site import place
from duizhao.site.place import PlaceError, folder_at, mount_points, require_apart, site_folder
from duizhao.site.write import write_files

from .faults import held

SITE = {"index.html": b"home"}


def to_a_pipe(path: Path) -> None:
    os.mkfifo(path)


def to_a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # the path of a socket is short


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file": (lambda path: path.write_text("mine"), "it is no folder"),
    "a pipe": (to_a_pipe, "it is no folder"),
    "a socket": (to_a_socket, "it is no folder"),
    "a link to a file": (lambda path: (path.with_name("f").touch(), path.symlink_to("f")), "it is no folder"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "which is not there"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "it is no folder"),
    "a link to a device": (lambda path: path.symlink_to("/dev/null"), "it is no folder"),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_folder_is_refused_and_left_as_it_was(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make, said = ODD[what]
    make(tmp_path / "out")
    before = [(path.name, path.lstat().st_ino) for path in sorted(tmp_path.iterdir())]
    with pytest.raises(PlaceError, match=said):
        write_files(SITE, tmp_path / "out")
    assert [(path.name, path.lstat().st_ino) for path in sorted(tmp_path.iterdir())] == before


def test_a_link_to_a_folder_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "host" / "html").mkdir(parents=True)
    (tmp_path / "out").symlink_to("also")
    (tmp_path / "also").symlink_to(tmp_path / "host" / "html")
    for _ in range(2):
        write_files(SITE, tmp_path / "out")
        assert (tmp_path / "out").is_symlink() and (tmp_path / "also").is_symlink()
        assert (tmp_path / "host" / "html" / "index.html").read_bytes() == b"home"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["also", "host", "out"]
        assert [path.name for path in (tmp_path / "host").iterdir()] == ["html"]


def test_a_link_among_the_folders_above_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    write_files(SITE, tmp_path / "link" / ".." / "link" / "new" / "site")
    assert (tmp_path / "real" / "new" / "site" / "index.html").is_file()


@pytest.mark.parametrize("below", ["file", "file/deep/down"])
def test_a_file_where_a_folder_should_be_is_named(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(
        PlaceError, match=rf"{tmp_path / below}/site cannot be written: {tmp_path / 'file'} is no folder"
    ):
        folder_at(tmp_path / below / "site")


@pytest.mark.parametrize("out", ["/proc", "/dev", "/", "//", "/proc/../proc"])
def test_a_mount_point_is_refused(out: str) -> None:
    with pytest.raises(PlaceError, match="is a mount point|is mounted in"):
        site_folder(Path(out))


def test_mounts_of_folders_of_the_same_file_system_are_known_by_the_system_s_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound = tmp_path / "with space" / "site"
    bound.mkdir(parents=True)
    table = tmp_path / "mountinfo"
    escaped = str(bound).replace(" ", "\\040")
    table.write_text(f"36 35 98:0 /mnt1 {escaped} rw,noatime master:1 - ext3 /dev/root rw\n37 35 98:0\n")
    assert list(mount_points(table)) == [bound]
    assert list(mount_points(tmp_path / "none")) == []
    monkeypatch.setattr(place, "_MOUNTS", table)
    monkeypatch.setattr(place.mount_points, "__defaults__", (table,))
    with pytest.raises(PlaceError, match=f"{bound} is a mount point, which cannot be exchanged; name a folder in it"):
        site_folder(bound)
    with pytest.raises(PlaceError, match=f"{bound} is mounted in {bound.parent}"):
        site_folder(bound.parent)
    assert site_folder(bound / "html") == bound / "html"


def project(tmp_path: Path) -> Path:
    top = tmp_path / "project"
    for name in ("content/reports", "theme/static", "templates", ".git/objects", "docs"):
        (top / name).mkdir(parents=True)
    return top


@pytest.mark.parametrize(
    "out",
    ["content", "content/site", "content/reports/a/site", "theme", "theme/x", "templates/site", "templates/static/x"]
    + [".git", ".git/site", ".", "..", "../..", "docs/..", "content/../content/site", "nowhere/../content/site"],
)
def test_no_site_goes_among_what_people_write_nor_above_it(out: str, tmp_path: Path) -> None:
    top = project(tmp_path)
    before = held(tmp_path)
    with pytest.raises(PlaceError, match="holds the project itself|is written by people"):
        require_apart(top / out, project_at(top))
    assert held(tmp_path) == before


@pytest.mark.parametrize("out", ["site", "docs", "docs/site", "../site", "contents", "content-site", "themes/x"])
def test_a_site_goes_beside_what_people_write(out: str, tmp_path: Path) -> None:
    top = project(tmp_path)
    require_apart(top / out, project_at(top))


def test_a_link_into_the_content_is_seen_through_and_so_is_content_that_is_a_link(tmp_path: Path) -> None:
    top = project(tmp_path)
    (tmp_path / "link").symlink_to(top / "content")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "content").symlink_to(tmp_path / "elsewhere")
    for out, of in (("link/site", top), ("elsewhere/site", tmp_path / "other"), ("elsewhere", tmp_path / "other")):
        with pytest.raises(PlaceError, match="content/ is written by people"):
            require_apart(tmp_path / out, project_at(of))


def test_the_theme_that_the_package_carries_is_no_place_for_a_site(tmp_path: Path) -> None:
    known = project_at(project(tmp_path))
    for out in (known.whole_theme, known.whole_theme / "site", known.whole_theme.parent):
        with pytest.raises(PlaceError, match="the theme is written by people"):
            require_apart(out, known)
