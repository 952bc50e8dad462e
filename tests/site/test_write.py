"""The one writer: the folder holds exactly the given files and what no build wrote, or what it held before."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from errno import EMLINK, ENOSPC, EPERM
from pathlib import Path
from typing import Any

import pytest

from duizhao.site.disk import exchange
from duizhao.site.manifest import MANIFEST, manifest_of
from duizhao.site.place import PlaceError
from duizhao.site.write import AT_ONCE, FIRST, IN_STEPS, Written, add_files, recover, write_files

from .faults import Door, Killed, held, killed

SITE = {"index.html": b"home", "zh/index.html": "首页".encode(), ".nojekyll": b"", "data/texts/a.txt": b"\xef\xbb\xbf"}


def files_in(folder: Path) -> dict[str, Any]:
    """Every file and link below a folder."""
    return {name: data for name, data in held(folder).items() if data is not None}


def listed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a site with the list of them."""
    return files | {MANIFEST: manifest_of(files)}


def test_the_files_are_written_byte_for_byte_with_the_folders_above_them(tmp_path: Path) -> None:
    assert write_files(SITE, tmp_path / "any" / "site").way == FIRST
    assert files_in(tmp_path) == {f"any/site/{name}": data for name, data in listed(SITE).items()}


def test_files_are_added_beside_what_a_folder_holds_and_in_place_of_their_names(tmp_path: Path) -> None:
    add_files({"index.html": b"old", "kept.txt": b"kept"}, tmp_path)
    add_files(SITE, tmp_path)
    assert files_in(tmp_path) == SITE | {"kept.txt": b"kept"}


def test_a_file_that_holds_the_same_stays_the_file_that_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)
    before = {name: os.stat(site / name).st_ino for name in SITE}
    write_files(SITE | {"index.html": b"hime"}, site)
    assert {name for name in SITE if os.stat(site / name).st_ino != before[name]} == {"index.html"}
    (site / "zh/index.html").write_bytes("首网".encode())
    write_files(SITE, site)
    assert files_in(site) == listed(SITE)


def test_what_is_no_longer_among_the_files_is_gone(tmp_path: Path) -> None:
    write_files(SITE | {"old/index.html": b"", "old.js": b""}, tmp_path / "site")
    assert write_files(SITE, tmp_path / "site").way in (AT_ONCE, IN_STEPS)
    assert files_in(tmp_path) == {f"site/{name}": data for name, data in listed(SITE).items()}
    assert not (tmp_path / "site" / "old").exists()


def test_no_files_leave_a_folder_with_an_empty_list(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    write_files({}, tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert files_in(tmp_path / "site") == listed({})


@pytest.mark.parametrize("unwritable", ["index.html/below", "a" * 300, "zh"])
def test_a_failure_leaves_the_old_files_and_nothing_else(unwritable: str, tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    with pytest.raises(OSError):
        write_files({"index.html": b"new", "zh/index.html": b"new", unwritable: b""}, tmp_path / "site")
    assert files_in(tmp_path) == {f"site/{name}": data for name, data in listed(SITE).items()}


@pytest.mark.parametrize("name", [MANIFEST, "../out.html", "/out.html", "a/../../out.html", "", "a//b", "./a"])
def test_no_file_goes_elsewhere_than_into_the_site(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        write_files({name: b""}, tmp_path / "a" / "site")
    assert files_in(tmp_path) == {}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027, 0o077])
def test_every_user_may_read_every_file_and_folder_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        write_files(SITE, tmp_path / "new" / "folder" / "site")
        write_files(SITE, tmp_path / "new" / "folder" / "site")
    finally:
        os.umask(before)
    for path in (tmp_path / "new").rglob("*"):
        needed = 0o755 if path.is_dir() else 0o644
        assert path.stat().st_mode & needed == needed, path
    assert (tmp_path / "new").stat().st_mode & 0o755 == 0o755


def test_what_a_group_may_do_in_the_site_stays(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    (tmp_path / "site").chmod(0o775)
    write_files(SITE, tmp_path / "site")
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o775


def test_what_is_done_then_is_done_before_another_build_can_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.site.write._TRIES", 1)
    tried: list[str] = []

    def then(written: Written) -> None:
        tried.append(written.way)
        with pytest.raises(PlaceError, match="another build is writing"):
            write_files({"other.html": b"other"}, tmp_path / "site")

    write_files(SITE, tmp_path / "site", then=then)
    assert tried == [FIRST] and files_in(tmp_path / "site") == listed(SITE)
    assert not (tmp_path / ".site.duizhao").exists()


def test_a_disk_that_is_full_from_the_start_leaves_nothing_and_is_told_with_its_place(tmp_path: Path) -> None:
    def door(call: Any, /, *args: Any, **kwargs: Any) -> Any:
        if call is os.write and args[1] == b"*\n":
            raise OSError(ENOSPC, "no space left")
        return call(*args, **kwargs)

    with pytest.raises(OSError, match="no space left") as told:
        write_files(SITE, tmp_path / "site", door)
    assert told.value.filename == tmp_path / ".site.duizhao/.gitignore" and not any(tmp_path.iterdir())


def test_which_way_was_taken_is_told(tmp_path: Path) -> None:
    ways = [write_files(SITE, tmp_path / "site", Door(exchanges=exchanges)).way for exchanges in (True, True, False)]
    assert ways == [FIRST, AT_ONCE, IN_STEPS]


# What no build wrote


def test_a_file_that_no_build_wrote_is_kept_and_told_of(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)
    (site / ".git").mkdir()
    (site / "zh" / "empty").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/gh-pages\n")
    (site / "CNAME").write_text("example.org")
    (site / "latest").symlink_to("zh")
    (site / "broken").symlink_to("nowhere")
    os.utime(site / "CNAME", (1, 1))
    before = held(site)
    for _ in range(2):
        assert write_files(SITE, site).kept == (".git/HEAD", "CNAME", "broken", "latest")
        assert held(site) == before
        assert (site / "CNAME").stat().st_mtime == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_was_added_below_a_page_stays_when_the_page_goes(tmp_path: Path) -> None:
    write_files({"a/b/index.html": b""}, tmp_path / "site")
    (tmp_path / "site/a/b/photo.jpg").write_bytes(b"mine")
    for _ in range(2):
        write_files({"index.html": b""}, tmp_path / "site")
        assert files_in(tmp_path / "site") == listed({"index.html": b""}) | {"a/b/photo.jpg": b"mine"}


def put(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")


@pytest.mark.parametrize(
    ("place", "make", "named"),
    [
        ("new.html", put, "new.html"),
        ("new.html", lambda path: path.symlink_to("index.html"), "new.html"),
        ("new.html", lambda path: path.symlink_to("nowhere"), "new.html"),
        ("new.html", Path.mkdir, "new.html"),
        ("new.html", os.mkfifo, "new.html"),
        ("new.html/mine.txt", put, "new.html"),
        ("new", put, "new"),
        ("new", lambda path: path.symlink_to("zh"), "new"),
    ],
)
def test_what_no_build_wrote_is_not_lost_to_a_new_file_of_its_name(
    place: str, make: Callable[[Path], object], named: str, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)
    make(site / place)
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    with pytest.raises(PlaceError, match=f"{site / named} was written by no build and would be lost"):
        write_files(SITE | {"new.html": b"new", "new/index.html": b"new"}, site)
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before


def test_what_took_the_place_of_a_page_is_not_the_build_s(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    write_files(SITE, site)
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("mine")
    (site / "zh" / "index.html").unlink()
    (site / "zh").rmdir()
    (site / "zh").symlink_to(elsewhere)
    with pytest.raises(PlaceError, match="would be lost"):
        write_files(SITE, site)
    write_files({"index.html": b""}, site)
    assert (site / "zh").is_symlink() and (elsewhere / "index.html").read_text() == "mine"


def test_a_file_that_holds_what_a_build_would_write_is_in_nobody_s_way(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    (tmp_path / "site" / "new.html").write_bytes(b"new")
    assert write_files(SITE | {"new.html": b"new"}, tmp_path / "site").kept == ()
    write_files(SITE, tmp_path / "site")
    assert files_in(tmp_path / "site") == listed(SITE)


def test_a_pipe_that_no_build_wrote_is_kept_and_never_opened(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    os.mkfifo(tmp_path / "site" / "pipe")
    write_files(SITE, tmp_path / "site")
    assert (tmp_path / "site" / "pipe").is_fifo()


class Linkless(Door):
    """A disk on which a file has one place only."""

    def __call__(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if call is os.link:
            raise OSError(EPERM, os.strerror(EPERM), args[0])
        return super().__call__(call, *args, **kwargs)


@pytest.mark.parametrize("exchanges", [True, False])
def test_where_a_file_has_one_place_only_a_copy_is_kept(exchanges: bool, tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)
    (site / "CNAME").write_text("example.org")
    (site / "CNAME").chmod(0o600)
    (site / "latest").symlink_to("zh")
    os.utime(site / "CNAME", (1, 1))
    for _ in range(2):
        write_files(SITE, site, Linkless(exchanges=exchanges))
    assert files_in(tmp_path) == {
        f"site/{name}": data for name, data in (listed(SITE) | {"CNAME": b"example.org", "latest": "zh"}).items()
    }
    status = (site / "CNAME").stat()
    assert (stat.S_IMODE(status.st_mode), status.st_mtime) == (0o600, 1)


def test_where_a_file_has_one_place_only_what_cannot_be_copied_stops_the_build(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    os.mkfifo(tmp_path / "site" / "pipe")
    with pytest.raises(PlaceError, match="pipe was written by no build and cannot be kept"):
        write_files(SITE, tmp_path / "site", Linkless())
    assert (tmp_path / "site" / "pipe").is_fifo() and [path.name for path in tmp_path.iterdir()] == ["site"]


class Late(Door):
    """A person does something in the old site at the moment in which it has been exchanged, or at its end."""

    def __init__(self, act: Callable[[Path], object], site: Path) -> None:
        super().__init__()
        self.act, self.site = act, site

    def __call__(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if call is exchange:
            self.act(self.site)
        return super().__call__(call, *args, **kwargs)


def test_a_file_that_came_while_the_site_was_made_is_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)

    def act(folder: Path) -> None:
        (folder / "late").mkdir()
        (folder / "zh" / "late.txt").write_text("mine")

    write_files({"index.html": b""}, site, Late(act, site))
    assert files_in(site) == listed({"index.html": b""}) | {"zh/late.txt": b"mine"}
    assert (site / "late").is_dir() and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_that_changed_while_the_site_was_made_stands_in_two_forms_until_a_person_decides(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)
    (site / "CNAME").write_text("old")

    def act(folder: Path) -> None:
        (folder / "CNAME").unlink()
        (folder / "CNAME").write_text("new")

    left = tmp_path / ".site.duizhao" / "whole" / "CNAME"
    for door in (Late(act, site), Door()):
        with pytest.raises(PlaceError, match=f"{left} and {site / 'CNAME'} differ"):
            write_files(SITE, site, door)
        assert (left.read_text(), (site / "CNAME").read_text()) == ("new", "old")
    (site / "CNAME").unlink()
    write_files(SITE, site)
    assert files_in(tmp_path) == {f"site/{name}": data for name, data in (listed(SITE) | {"CNAME": b"new"}).items()}


# What is not the writer's


@pytest.mark.parametrize("files", [{"letter.txt": b"mine"}, {"index.html": b"", "sitemap.xml": b""}, {"a/b": b""}])
def test_a_folder_without_the_list_is_left_alone(files: dict[str, bytes], tmp_path: Path) -> None:
    add_files(files, tmp_path / "site")
    for act in (lambda folder: write_files(SITE, folder), recover):
        with pytest.raises(PlaceError, match="holds something else than a site, or one without the list"):
            act(tmp_path / "site")
    assert files_in(tmp_path) == {f"site/{name}": data for name, data in files.items()}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"written": 1}',
        '{"written": [1]}',
        '{"written": ["../letter.txt"]}',
        '{"written": ["/a"]}',
    ]
    + ['{"files": []}', '{"written": [""]}', '{"written": ["a/../../b"]}', "\xff", "[" * 100_000],
)
def test_a_list_that_no_build_wrote_is_no_licence(text: str, tmp_path: Path) -> None:
    add_files({"letter.txt": b"mine", "site/index.html": b"", f"site/{MANIFEST}": text.encode("latin-1")}, tmp_path)
    before = files_in(tmp_path)
    with pytest.raises(PlaceError, match="is not the list that a build wrote"):
        write_files(SITE, tmp_path / "site")
    assert files_in(tmp_path) == before


def test_a_link_or_a_folder_in_the_place_of_the_list_is_no_licence(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(SITE, site)
    (site / MANIFEST).rename(tmp_path / "list")
    (site / MANIFEST).symlink_to(tmp_path / "list")
    with pytest.raises(PlaceError, match="is not the list"):
        write_files({}, site)
    (site / MANIFEST).unlink()
    (site / MANIFEST).mkdir()
    with pytest.raises(PlaceError, match="is not the list"):
        write_files({}, site)


def test_a_name_that_is_no_utf_8_is_listed(tmp_path: Path) -> None:
    name = os.fsdecode(b"assets/\xff.css")
    write_files({name: b""}, tmp_path / "site")
    assert json.loads((tmp_path / "site" / MANIFEST).read_bytes()) == {"written": [name]}
    write_files({}, tmp_path / "site")
    assert files_in(tmp_path / "site") == listed({})


@pytest.mark.parametrize("name", ["letter.txt", "making", "whole/index.html", ".gitignore/mine"])
def test_what_stands_in_the_place_of_the_workshop_is_left_alone(name: str, tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    add_files({"making/mine.txt": b"mine", "index.html": b"mine"}, elsewhere)
    workshop = tmp_path / ".site.duizhao"
    workshop.mkdir()
    if name == "making":
        (workshop / "making").symlink_to(elsewhere)
    elif name == "whole/index.html":
        workshop.rmdir()
        workshop.symlink_to(elsewhere)
    else:
        add_files({name: b"mine"}, workshop)
    before = held(tmp_path)
    with pytest.raises(PlaceError, match="is in the way of what a build makes there"):
        write_files({}, tmp_path / "site")
    assert held(tmp_path) == before


# Leftovers and locks


def test_what_a_kill_leaves_is_hidden_from_git_wherever_it_lies(tmp_path: Path) -> None:
    door = Door(40, killed)
    with pytest.raises(Killed):
        write_files(SITE, tmp_path / "site", door)
    door.close()
    assert (tmp_path / ".site.duizhao" / ".gitignore").read_text() == "*\n"
    assert recover(tmp_path / "site") and not recover(tmp_path / "site")
    assert files_in(tmp_path) == {}


def test_a_site_that_is_being_written_is_left_to_who_writes_it(tmp_path: Path) -> None:
    found: list[object] = []

    def another(_: Door) -> None:
        found.append(recover(tmp_path / "site", Door()))

    write_files(SITE, tmp_path / "site", Door(40, another))
    assert found == [False]
    assert files_in(tmp_path / "site") == listed(SITE)


@pytest.mark.parametrize("number", [EMLINK, 5])
def test_an_exchange_that_fails_otherwise_than_for_want_of_it_is_not_tried_in_steps(
    number: int, tmp_path: Path
) -> None:
    class Failing(Door):
        def __call__(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
            if call is exchange:
                raise OSError(number, os.strerror(number), args[0])
            return super().__call__(call, *args, **kwargs)

    write_files(SITE, tmp_path / "site")
    with pytest.raises(OSError):
        write_files({}, tmp_path / "site", Failing())
    assert files_in(tmp_path) == {f"site/{name}": data for name, data in listed(SITE).items()}
