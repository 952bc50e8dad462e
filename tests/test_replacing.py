"""Files replaced: all or none, only where they are what was read, with the rights that they had."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from duizhao import replacing
from duizhao.replacing import ChangedMeanwhile, Replacement, alone, make_file, put_files, replace_files

from .sample import files_in


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_where_the_disk_fails_the_old_file_stands_and_nothing_beside_it(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(replacing.os, step, full)
    with pytest.raises(OSError, match="No space") as failed:
        put_files({path: b"new"})
    assert failed.value.filename == path
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.yaml", b"old")]
    assert os.listdir(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("good", range(3))
def test_of_several_files_all_are_put_or_none(
    step: str, good: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "gone.yaml").write_bytes(b"here")
    files: dict[Path, bytes | None] = {
        tmp_path / "a.yaml": b"new",
        tmp_path / "gone.yaml": None,
        tmp_path / "in/a/b.yaml": b"made",
        tmp_path / "in/c.yaml": b"made",
    }
    real: Callable[..., None] = getattr(os, step)
    turns = iter(range(9))

    def fails_once(*arguments: object) -> None:
        if next(turns) == good:
            full()
        real(*arguments)

    monkeypatch.setattr(replacing.os, step, fails_once)
    with pytest.raises(OSError, match="No space"):
        put_files(files)
    monkeypatch.undo()
    assert files_in(tmp_path) == {"gone.yaml": b"here", "a.yaml": b"old"}
    assert not (tmp_path / "in").exists()
    put_files(files)
    assert files_in(tmp_path) == {"a.yaml": b"new", "in/a/b.yaml": b"made", "in/c.yaml": b"made"}


@pytest.mark.parametrize("now", [b"theirs", None, b""])
def test_a_file_that_is_not_what_was_read_is_left_with_all_others(now: bytes | None, tmp_path: Path) -> None:
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_bytes(b"old")
    put_files({other: now})
    before = files_in(tmp_path)
    with pytest.raises(ChangedMeanwhile, match=r"b\.yaml was changed meanwhile"):
        replace_files([Replacement(one, b"old", b"new"), Replacement(other, b"read", b"new")])
    assert files_in(tmp_path) == before


def test_a_file_that_came_meanwhile_is_no_new_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        replace_files([Replacement(tmp_path / "a.yaml", None, b"mine")])
    assert (tmp_path / "a.yaml").read_bytes() == b"theirs"


def test_who_replaces_a_file_waits_for_who_does_it_already(tmp_path: Path) -> None:
    path, begun = tmp_path / "a.yaml", Event()
    path.write_bytes(b"old")
    ended: list[bytes | None] = []

    def second() -> None:
        begun.set()
        try:
            replace_files([Replacement(path, b"old", b"second")])
        except ChangedMeanwhile:
            ended.append(path.read_bytes())

    waiting = Thread(target=second)
    with alone(tmp_path):
        waiting.start()
        begun.wait()
        put_files({path: b"first"})
    waiting.join()
    assert ended == [b"first"] and path.read_bytes() == b"first"


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o444])
def test_a_file_that_is_replaced_keeps_its_rights(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_files([Replacement(path, b"old", b"new")])
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (mode, b"new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_is_replaced_keeps_its_owner_where_the_system_lets_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    replace_files([Replacement(path, b"old", b"new")])
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_what_was_left_half_made_by_a_process_of_the_same_number_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    (tmp_path / f".a.yaml.{os.getpid()}.tmp").write_bytes(b"half")
    replace_files([Replacement(path, b"old", b"new")])
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.yaml", b"new")]


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    put_files({tmp_path / "a.yaml": b"new"})
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_that_is_made_takes_no_place_and_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    monkeypatch.setattr(replacing.os, "fsync", full)
    with pytest.raises(OSError, match="No space") as failed:
        make_file(path, b"new")
    assert failed.value.filename == path and not path.exists()
    monkeypatch.undo()
    make_file(path, b"new")
    with pytest.raises(FileExistsError):
        make_file(path, b"newer")
    assert path.read_bytes() == b"new"
