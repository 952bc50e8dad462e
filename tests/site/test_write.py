"""The one writer: the folder holds exactly the given files, or what it held before."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.site.write import add_files, write_files


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


SITE = {"index.html": b"home", "zh/index.html": "首页".encode(), ".nojekyll": b"", "data/texts/a.txt": b"\xef\xbb\xbf"}


def test_the_files_are_written_byte_for_byte_with_the_folders_above_them(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "any" / "site")
    assert held(tmp_path) == {f"any/site/{name}": data for name, data in SITE.items()}


def test_files_are_added_beside_what_a_folder_holds_and_in_place_of_their_names(tmp_path: Path) -> None:
    write_files({"index.html": b"old", "kept.txt": b"kept"}, tmp_path)
    add_files(SITE, tmp_path)
    assert held(tmp_path) == SITE | {"kept.txt": b"kept"}


def test_what_is_no_longer_among_the_files_is_gone(tmp_path: Path) -> None:
    write_files(SITE | {"old/index.html": b"", "old.js": b""}, tmp_path / "site")
    write_files(SITE, tmp_path / "site")
    assert held(tmp_path) == {f"site/{name}": data for name, data in SITE.items()}
    assert not (tmp_path / "site" / "old").exists()


def test_no_files_leave_an_empty_folder(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    write_files({}, tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert held(tmp_path) == {}


@pytest.mark.parametrize("unwritable", ["index.html/below", "a" * 300, "zh"])
def test_a_failure_leaves_the_old_files_and_nothing_else(unwritable: str, tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    with pytest.raises(OSError):
        write_files({"index.html": b"new", "zh/index.html": b"new", unwritable: b""}, tmp_path / "site")
    assert held(tmp_path) == {f"site/{name}": data for name, data in SITE.items()}


def test_others_may_read_the_folder(tmp_path: Path) -> None:
    write_files(SITE, tmp_path / "site")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
